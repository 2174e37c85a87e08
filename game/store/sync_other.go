//go:build !unix

package store

// syncDir has nothing to do: here renames are flushed with the file, or
// directories cannot be.
func syncDir(string) error { return nil }

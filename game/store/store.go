// Package store keeps saved games in the player's data directory. A save is
// written whole or not at all, is on the disk before Save returns, and is
// never written over a file that is not a readable save.
package store

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/adrg/xdg"
	"github.com/natefinch/atomic"
)

// Ext is how the file of a save ends.
const Ext = ".toml"

// MaxName is the longest name of a save, in bytes.
const MaxName = 100

// MaxSize is the largest save that is read, in bytes.
const MaxSize = 4 << 20

// autoPrefix begins the names of automatic saves.
const autoPrefix = "auto-"

// ErrUnreadable is the reason for leaving a file alone that is damaged or was
// not written by this program.
var ErrUnreadable = errors.New("not a readable save")

// Valid says why data is not a save, or nil.
type Valid func(name string, data []byte) error

// Store is one directory of saves.
type Store struct {
	dir   string
	valid Valid
	feed  func([]byte) io.Reader // how a save is fed to the disk; tests let it fail
}

// Entry is one file in a store.
type Entry struct {
	Name     string // without Ext
	Path     string
	Modified time.Time
	Auto     bool  // written by an Auto
	Err      error // why it cannot be loaded, or nil
}

// New is a store in a directory, which the first save makes.
func New(dir string, valid Valid) *Store {
	return &Store{dir: dir, valid: valid, feed: func(b []byte) io.Reader { return bytes.NewReader(b) }}
}

// Default is the player's own store.
func Default(valid Valid) *Store { return New(DefaultDir(), valid) }

// DefaultDir is where the player's own saves lie: backchannel/saves in the
// user's data directory ($XDG_DATA_HOME where it is set).
func DefaultDir() string { return filepath.Join(xdg.DataHome, "backchannel", "saves") }

// Dir is the store's directory.
func (s *Store) Dir() string { return s.dir }

// Path is the file of a save.
func (s *Store) Path(name string) string { return filepath.Join(s.dir, name+Ext) }

// Save writes a save. It replaces an older save of that name, but refuses to
// replace a file that is not one.
func (s *Store) Save(name string, data []byte) error {
	if err := checkName(name); err != nil {
		return err
	}
	if err := s.replaceable(name); err != nil {
		return fmt.Errorf("save %q: %w", name, err)
	}
	if err := s.write(name, data); err != nil {
		return fmt.Errorf("save %q: %w", name, err)
	}
	return nil
}

// replaceable is nil where there is no file of that name, or a readable save.
func (s *Store) replaceable(name string) error {
	_, err := s.read(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// write puts data on the disk: a file beside the old one, flushed, then
// renamed over it, and the directory flushed.
func (s *Store) write(name string, data []byte) error {
	if err := s.valid(name, data); err != nil {
		return fmt.Errorf("refusing to write what could not be read again: %w", err)
	}
	if err := os.MkdirAll(s.dir, 0o755); err != nil {
		return err
	}
	if err := atomic.WriteFile(s.Path(name), s.feed(data)); err != nil {
		return err
	}
	return syncDir(s.dir)
}

// Load reads a save.
func (s *Store) Load(name string) ([]byte, error) {
	if err := checkName(name); err != nil {
		return nil, err
	}
	data, err := s.read(name)
	if err != nil {
		return nil, fmt.Errorf("load %q: %w", name, err)
	}
	return data, nil
}

func (s *Store) read(name string) ([]byte, error) {
	path := s.Path(name)
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil {
		return nil, err
	} else if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is %w: no regular file", path, ErrUnreadable)
	}
	data, err := io.ReadAll(io.LimitReader(f, MaxSize+1))
	if err != nil {
		return nil, err
	}
	if len(data) > MaxSize {
		return nil, fmt.Errorf("%s is %w: larger than %d bytes", path, ErrUnreadable, MaxSize)
	}
	if err := s.valid(name+Ext, data); err != nil {
		return nil, fmt.Errorf("%s is %w: %w", path, ErrUnreadable, err)
	}
	return data, nil
}

// List is every file that could be a save, the newest first; those that
// cannot be loaded say why.
func (s *Store) List() ([]Entry, error) {
	files, err := os.ReadDir(s.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("list saves: %w", err)
	}
	var out []Entry
	for _, f := range files {
		name, ok := strings.CutSuffix(f.Name(), Ext)
		if !ok || checkName(name) != nil {
			continue
		}
		e := Entry{Name: name, Path: s.Path(name), Auto: strings.HasPrefix(name, autoPrefix)}
		if info, err := f.Info(); err == nil {
			e.Modified = info.ModTime()
		}
		_, e.Err = s.read(name)
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b Entry) int {
		return cmp.Or(b.Modified.Compare(a.Modified), cmp.Compare(a.Name, b.Name))
	})
	return out, nil
}

// checkName refuses names that are no plain file name on some system.
func checkName(name string) error {
	switch {
	case name == "":
		return errors.New("a save needs a name")
	case len(name) > MaxName:
		return fmt.Errorf("the name of a save has at most %d bytes, %q has %d", MaxName, name, len(name))
	case strings.HasPrefix(name, ".") || strings.HasSuffix(name, ".") || strings.TrimSpace(name) != name:
		return fmt.Errorf("the name of a save cannot begin or end with a dot or a blank: %q", name)
	}
	for _, r := range name {
		if r < ' ' || r == 0x7f || strings.ContainsRune(`/\:*?"<>|`, r) {
			return fmt.Errorf("the name of a save cannot hold %q", r)
		}
	}
	if reserved(name) {
		return fmt.Errorf("%q is a reserved name on some systems", name)
	}
	return nil
}

// reserved are the names of devices on Windows.
func reserved(name string) bool {
	stem, _, _ := strings.Cut(strings.ToUpper(name), ".")
	if slices.Contains([]string{"CON", "PRN", "AUX", "NUL"}, stem) {
		return true
	}
	return len(stem) == 4 && (strings.HasPrefix(stem, "COM") || strings.HasPrefix(stem, "LPT")) && stem[3] >= '0' && stem[3] <= '9'
}

// Package scenarios holds the shipped theory and eras, embedded in the program.
package scenarios

import "embed"

// FS holds theory.toml and the scenarios, one TOML file each.
//
//go:embed *.toml
var FS embed.FS

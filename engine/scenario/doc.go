// Package scenario reads scenarios and the theory: TOML files in, checked and
// compiled [engine.Model] values out. Every mistake is reported with its line
// and column, all of them at once, unless the syntax itself is broken. The
// format is told in scenarios/README.md.
//
// A file goes through four steps. [report.parse] reads the syntax: values come
// from BurntSushi/toml, places from go-toml's unstable parser, whose tree of
// nodes runs beside the values. [report.decode] puts both into the types of the
// schema, in which every value knows its place. The loader then gives numbers
// to all ids, so that expressions may speak of what comes later in the file,
// and at last fills the model table by table, checking as it goes.
//
// Nothing here opens a file by name, reads a clock or keeps state: files come
// as bytes or through an [io/fs.FS].
package scenario

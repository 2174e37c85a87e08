package lab

import (
	"bytes"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"

	"backchannel/engine"
	"backchannel/engine/noise"
	"backchannel/engine/scenario"
)

// Version is one theory of an ensemble with an era's model under it.
type Version struct {
	Name  string
	Model *engine.Model
}

// Ensemble is a file of theories around the fitted one: each changes some of its
// parameters.
type Ensemble struct {
	Theory   string    `toml:"theory_hash"` // of the theory that it was made around
	Versions []Changes `toml:"version"`
}

// EnsembleFile is the name of the ensemble beside the theory, which fit writes.
const EnsembleFile = "ensemble.toml"

// Changes are the parameters that one version changes, by their dotted path in
// the theory's file. A table of an array goes by its name, as in
// hazard.raid.rates, or where it has none by its number from 0, as in drift.2.each.
type Changes struct {
	Name string         `toml:"name"`
	Set  map[string]any `toml:"set"`
}

// MostVersions is how many versions an ensemble may have.
const MostVersions = 100

// ReadEnsemble reads an ensemble's file.
func ReadEnsemble(name string, data []byte) (*Ensemble, error) {
	var e Ensemble
	meta, err := toml.Decode(string(data), &e)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	for _, key := range meta.Undecoded() {
		if len(key) > 0 && !(len(key) > 2 && key[0] == "version" && key[1] == "set") {
			return nil, fmt.Errorf("%s: unknown key %q", name, key.String())
		}
	}
	if len(e.Versions) == 0 || len(e.Versions) > MostVersions {
		return nil, fmt.Errorf("%s: %d versions; an ensemble has 1 to %d", name, len(e.Versions), MostVersions)
	}
	return &e, nil
}

// Load loads an era under the theory as it is and under each version of it.
func (e *Ensemble) Load(fsys fs.FS, base *engine.Model) ([]Version, error) {
	out := []Version{{Name: "fitted", Model: base}}
	if e == nil {
		return out, nil
	}
	if hash := fmt.Sprintf("%016x", base.TheoryHash); e.Theory != "" && e.Theory != hash {
		return nil, fmt.Errorf("the ensemble was made around theory %s; this is %s", e.Theory, hash)
	}
	for _, v := range e.Versions {
		m, err := LoadChanged(fsys, &v, base.ID, base.Cut.ID)
		if err != nil {
			return nil, fmt.Errorf("version %q: %w", v.Name, err)
		}
		out = append(out, Version{v.Name, m})
	}
	return out, nil
}

// LoadChanged loads a cut of an era under a theory with changes made.
func LoadChanged(fsys fs.FS, c *Changes, id, cut string) (*engine.Model, error) {
	era, err := fs.ReadFile(fsys, id+".toml")
	if err != nil {
		return nil, err
	}
	t, hash, err := c.theory(fsys)
	if err != nil {
		return nil, err
	}
	m, problems := scenario.Load(t, hash, id+".toml", era, cut)
	if m == nil {
		return nil, problems.Err()
	}
	return m, nil
}

// Admits says what the theory has against changes, nil if nothing.
func Admits(fsys fs.FS, c *Changes) error {
	_, _, err := c.theory(fsys)
	return err
}

// theory is the theory with the changes made, and its hash.
func (c *Changes) theory(fsys fs.FS) (*engine.Theory, uint64, error) {
	text, err := fs.ReadFile(fsys, scenario.TheoryFile)
	if err != nil {
		return nil, 0, err
	}
	if text, err = c.apply(text); err != nil {
		return nil, 0, err
	}
	t, problems := scenario.LoadTheory(scenario.TheoryFile, text)
	if t == nil {
		return nil, 0, problems.Err()
	}
	return t, noise.HashString(string(text)), nil
}

// apply is a theory's text with the changes made.
func (c *Changes) apply(theory []byte) ([]byte, error) {
	tree := map[string]any{}
	if err := toml.Unmarshal(theory, &tree); err != nil {
		return nil, err
	}
	for path, value := range c.Set {
		if err := set(tree, path, value); err != nil {
			return nil, err
		}
	}
	var b bytes.Buffer
	if err := toml.NewEncoder(&b).Encode(tree); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// set changes one parameter. It must be there already, and stay what it is: a
// number, or as many numbers as before.
func set(tree map[string]any, path string, value any) error {
	keys := strings.Split(path, ".")
	last := keys[len(keys)-1]
	at := any(tree)
	for _, k := range keys[:len(keys)-1] {
		at = within(at, k)
	}
	table, _ := at.(map[string]any)
	was, ok := table[last]
	if !ok {
		return fmt.Errorf("the theory has no parameter %q", path)
	}
	if !alike(was, value) {
		return fmt.Errorf("the parameter %q is %v; %v is of another form", path, was, value)
	}
	table[last] = value
	return nil
}

// within is what a key names in a table, or among the tables of an array; nil if
// there is no such thing.
func within(v any, key string) any {
	if table, ok := v.(map[string]any); ok {
		return table[key]
	}
	for k, e := range elements(v) {
		if t, ok := e.(map[string]any); ok && KeyOf(t, k) == key {
			return t
		}
	}
	return nil
}

// elements are those of an array of tables, whichever way it was written.
func elements(v any) []any {
	if list, ok := v.([]any); ok {
		return list
	}
	var out []any
	if tables, ok := v.([]map[string]any); ok {
		for _, t := range tables {
			out = append(out, t)
		}
	}
	return out
}

// KeyOf is how a path names the table at a place of an array.
func KeyOf(table map[string]any, at int) string {
	if name, ok := table["name"].(string); ok {
		return name
	}
	return strconv.Itoa(at)
}

func alike(a, b any) bool {
	x, list := a.([]any)
	y, also := b.([]any)
	if list != also {
		return false
	}
	if list {
		if len(x) != len(y) {
			return false
		}
		for k := range x {
			if !alike(x[k], y[k]) {
				return false
			}
		}
		return true
	}
	return number(a) && number(b)
}

func number(v any) bool {
	switch v.(type) {
	case int64, float64:
		return true
	}
	return false
}

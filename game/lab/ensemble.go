package lab

import (
	"bytes"
	"fmt"
	"io/fs"
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

// Changes are the parameters that one version changes, by their dotted path in
// the theory's file.
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
	theory, err := fs.ReadFile(fsys, scenario.TheoryFile)
	if err != nil {
		return nil, err
	}
	era, err := fs.ReadFile(fsys, base.ID+".toml")
	if err != nil {
		return nil, err
	}
	for _, v := range e.Versions {
		text, err := v.apply(theory)
		if err != nil {
			return nil, fmt.Errorf("version %q: %w", v.Name, err)
		}
		t, problems := scenario.LoadTheory(scenario.TheoryFile, text)
		if t == nil {
			return nil, fmt.Errorf("version %q: %w", v.Name, problems.Err())
		}
		m, problems := scenario.Load(t, noise.HashString(string(text)), base.ID+".toml", era, base.Cut.ID)
		if m == nil {
			return nil, fmt.Errorf("version %q: %w", v.Name, problems.Err())
		}
		out = append(out, Version{v.Name, m})
	}
	return out, nil
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
	for _, k := range keys[:len(keys)-1] {
		next, ok := tree[k].(map[string]any)
		if !ok {
			return fmt.Errorf("the theory has no parameter %q", path)
		}
		tree = next
	}
	last := keys[len(keys)-1]
	was, ok := tree[last]
	if !ok {
		return fmt.Errorf("the theory has no parameter %q", path)
	}
	if !alike(was, value) {
		return fmt.Errorf("the parameter %q is %v; %v is of another form", path, was, value)
	}
	tree[last] = value
	return nil
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

package store

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// Auto is the automatic save of one play-through. It takes a name that no
// file has and from then on replaces only what it wrote itself: where another
// program or another play has put something else there, it takes a new name.
type Auto struct {
	store *Store
	key   string
	name  string // "" before the first save
	last  []byte
}

// Auto begins the automatic save of a play-through; key goes into its name.
func (s *Store) Auto(key string) *Auto { return &Auto{store: s, key: key} }

// Continue goes on with a save that was loaded: from now on it is replaced, as
// long as nobody else changes it.
func (s *Store) Continue(name string, data []byte) *Auto {
	return &Auto{store: s, key: strings.TrimPrefix(name, autoPrefix), name: name, last: bytes.Clone(data)}
}

// Name is the save's name, empty before the first save.
func (a *Auto) Name() string { return a.name }

// Save writes the play-through as it stands and returns the save's name.
func (a *Auto) Save(data []byte) (string, error) {
	name := a.name
	if name == "" || !a.own() {
		free, err := a.free()
		if err != nil {
			return "", fmt.Errorf("automatic save: %w", err)
		}
		name = free
	}
	if err := a.store.write(name, data); err != nil {
		return "", fmt.Errorf("automatic save %q: %w", name, err)
	}
	a.name, a.last = name, bytes.Clone(data)
	return name, nil
}

// own says whether the file is still as this Auto left it, or gone.
func (a *Auto) own() bool {
	data, err := os.ReadFile(a.store.Path(a.name))
	if errors.Is(err, fs.ErrNotExist) {
		return true
	}
	return err == nil && bytes.Equal(data, a.last)
}

// free is the first name of the key that no file has.
func (a *Auto) free() (string, error) {
	for n := 1; n < 100_000; n++ {
		name := autoPrefix + a.key
		if n > 1 {
			name = fmt.Sprintf("%s-%d", name, n)
		}
		if err := checkName(name); err != nil {
			return "", err
		}
		if _, err := os.Lstat(a.store.Path(name)); errors.Is(err, fs.ErrNotExist) {
			return name, nil
		} else if err != nil {
			return "", err
		}
	}
	return "", fmt.Errorf("no free name for %q in %s", a.key, a.store.dir)
}

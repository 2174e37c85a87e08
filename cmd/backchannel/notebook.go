package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/natefinch/atomic"

	"backchannel/engine/play"
	"backchannel/game/lab"
)

// mostNotebooks is how many notebooks of one name are looked through.
const mostNotebooks = 1000

// mostNotebook is the largest notebook that is read, in bytes.
const mostNotebook = 64 << 20

// notes keeps a notebook of the laboratory beside the save of its game, or of the
// record under the record's name, and says where. It replaces only what is of the
// same play-through.
func (r *request) notes(g *play.Game, n lab.Notebook) (string, error) {
	path, _, err := r.notebook(g, n.Scenario, n.Cut, n.Play)
	if err != nil {
		return "", err
	}
	data, err := json.MarshalIndent(n, "", " ")
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(r.saves.Dir(), 0o755); err != nil {
		return "", err
	}
	return path, atomic.WriteFile(path, bytes.NewReader(append(data, '\n')))
}

// recall takes up the notebook of an earlier visit to the same play-through.
func (r *request) recall(g *play.Game, v *lab.Visit) error {
	own := v.Notebook()
	path, old, err := r.notebook(g, own.Scenario, own.Cut, own.Play)
	if err != nil || old == nil {
		return err
	}
	if !v.Recall(old) {
		return fmt.Errorf("%s is of another play-through", path)
	}
	return nil
}

// notebook is the file for a play-through's notebook: its own, with what stands in
// it, or the first name that no other has.
func (r *request) notebook(g *play.Game, scenario, cut, hash string) (path string, old *lab.Notebook, err error) {
	name := "record-" + scenario + "-" + cut
	if g != nil {
		name = r.key(g)
		if auto := r.autos[g]; auto != nil && auto.Name() != "" {
			name = auto.Name()
		}
	}
	for k := 1; k <= mostNotebooks; k++ {
		path = filepath.Join(r.saves.Dir(), name+".whatif.json")
		if k > 1 {
			path = filepath.Join(r.saves.Dir(), fmt.Sprintf("%s-%d.whatif.json", name, k))
		}
		n, err := readNotebook(path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return path, nil, nil
		case err == nil && n.Play == hash:
			return path, n, nil
		}
	}
	return "", nil, fmt.Errorf("no free name for the notebook %q in %s", name, r.saves.Dir())
}

// readNotebook reads a notebook.
func readNotebook(path string) (*lab.Notebook, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > mostNotebook || !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is no notebook", path)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var n lab.Notebook
	if err := json.Unmarshal(data, &n); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return &n, nil
}

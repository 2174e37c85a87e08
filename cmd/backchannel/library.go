package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"backchannel/engine"
	"backchannel/engine/expr"
	"backchannel/engine/scenario"
	"backchannel/scenarios"
)

// library is where theory and scenarios are read from.
func (a *app) library() (fs.FS, error) {
	if a.scenarios == "" {
		return scenarios.FS, nil
	}
	return folder(a.scenarios)
}

// folder is a directory's files.
func folder(dir string) (fs.FS, error) {
	info, err := os.Stat(dir)
	if err != nil {
		return nil, fmt.Errorf("scenarios: %w", err)
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("scenarios: %s is no directory", dir)
	}
	return os.DirFS(dir), nil
}

// load reads one cut of a scenario, the default cut if cut is "".
func (a *app) load(id, cut string) (*engine.Model, error) {
	fsys, err := a.library()
	if err != nil {
		return nil, err
	}
	if _, err := fs.Stat(fsys, id+".toml"); errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid) {
		return nil, unknownScenario(fsys, id)
	}
	m, problems := scenario.LoadFS(fsys, id, cut)
	if err := problems.Err(); err != nil {
		return nil, fmt.Errorf("scenario %s: %w", id, err)
	}
	return m, nil
}

// asked are the scenarios of the library, and the ids that were asked for: all
// of them if none was named.
func (a *app) asked(named []string) (fs.FS, []scenario.Info, []string, error) {
	fsys, err := a.library()
	if err != nil {
		return nil, nil, nil, err
	}
	infos, problems := scenario.List(fsys)
	if err := problems.Err(); err != nil {
		return nil, nil, nil, err
	}
	if len(named) > 0 {
		return fsys, infos, named, nil
	}
	var ids []string
	for _, info := range infos {
		ids = append(ids, info.ID)
	}
	return fsys, infos, ids, nil
}

// unknownScenario names those that there are.
func unknownScenario(fsys fs.FS, id string) error {
	infos, _ := scenario.List(fsys)
	var ids []string
	for _, info := range infos {
		ids = append(ids, info.ID)
	}
	if len(ids) == 0 {
		return fmt.Errorf("no scenario %q: there is none at all", id)
	}
	return fmt.Errorf("no scenario %q%s; there are: %s", id, expr.Suggest(id, ids), strings.Join(ids, ", "))
}

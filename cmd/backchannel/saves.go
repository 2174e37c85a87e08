package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"backchannel/engine/play"
	"backchannel/engine/replay"
	"backchannel/game/store"
)

// validSave says why data is not a saved game.
func validSave(name string, data []byte) error {
	_, err := replay.Decode(name, data)
	return err
}

// save writes a game down, in the player's own directory: a game that was
// loaded from there goes on in its file, any other gets a file of its own.
func (r *request) save(g *play.Game) error {
	auto := r.autos[g]
	if auto == nil {
		auto = r.saves.Auto(r.key(g))
		r.autos[g] = auto
	}
	name, err := auto.Save(replay.Encode(replay.Of(g)))
	if err == nil {
		r.saved = name
	}
	return err
}

// key names a game in the player's directory.
func (r *request) key(g *play.Game) string {
	key := fmt.Sprintf("%s-%s-%d", g.W.M.ID, g.Settings.Side, g.Settings.Seed)
	if g.Settings.Branch.From != play.NoBranch {
		key += "-branch"
	}
	return key
}

// resume loads a saved game: a file or, in the player's own directory, a name.
func (a *app) resume(r *request, file string) (*play.Game, error) {
	f, err := readReplay(file)
	if errors.Is(err, fs.ErrNotExist) && !strings.ContainsAny(file, `/\`) {
		return a.fromStore(r, strings.TrimSuffix(file, store.Ext))
	}
	if err != nil {
		return nil, fmt.Errorf("saved game: %w", err)
	}
	return a.open(r, file, f)
}

// fromStore loads a saved game by its name, to go on in its file.
func (a *app) fromStore(r *request, name string) (*play.Game, error) {
	data, err := r.saves.Load(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("saved game: no %q, neither here nor in %s", name, r.saves.Dir())
	}
	if err != nil {
		return nil, fmt.Errorf("saved game: %w", err)
	}
	f, err := replay.Decode(name, data)
	if err != nil {
		return nil, fmt.Errorf("saved game: %w", err)
	}
	g, err := a.open(r, name, f)
	if err == nil {
		r.autos[g] = r.saves.Continue(name, data)
	}
	return g, err
}

// open replays a saved game to where it stands.
func (a *app) open(r *request, name string, f *replay.File) (*play.Game, error) {
	m, err := a.load(f.Scenario, f.Cut)
	if err != nil {
		return nil, fmt.Errorf("saved game %s: %w", name, err)
	}
	g, err := replay.Open(m, f)
	if err != nil {
		return nil, fmt.Errorf("saved game %s: %w", name, err)
	}
	r.model = m
	return g, nil
}

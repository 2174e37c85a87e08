//go:build !headless

package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"time"

	"backchannel/engine/play"
	"backchannel/engine/scenario"
	"backchannel/game/window"
)

// noWindow says why no window can be opened here, or nil.
func noWindow() error {
	switch runtime.GOOS {
	case "windows", "darwin", "js", "android", "ios":
		return nil
	}
	if os.Getenv("DISPLAY") == "" {
		return errors.New("there is no display ($DISPLAY is empty)")
	}
	return nil
}

// openWindow plays in a window until it is closed. Where it cannot be opened
// it says why.
func (a *app) openWindow(r *request) error {
	infos, problems := scenario.List(r.library)
	if len(infos) == 0 {
		return fmt.Errorf("there is no scenario to play: %w", problems.Err())
	}
	id := r.scenario
	if id == "" {
		id = infos[0].ID
	}
	seed := r.seed
	if !r.seeded {
		seed = uint64(time.Now().UnixNano()/1000)%1_000_000 + 1
	}
	return window.Run(window.Options{
		Eras: infos, Era: id, Model: a.load,
		LoadLast: a.lastSave(r), Autosave: r.save,
		Game: r.game, Cut: r.cut, Side: r.side, Seed: max(seed, 1), UnknownFuture: r.unknownFuture,
		HideHistory: r.hideHistory, EveryTurn: r.everyTurn, Theories: a.theories(r), Notes: r.notes, Recall: r.recall, Lab: r.lab,
	})
}

// lastSave opens the newest game that can be opened; nil where there is none.
func (a *app) lastSave(r *request) func() (*play.Game, error) {
	entries, err := r.saves.List()
	if err != nil {
		return nil
	}
	for _, e := range entries {
		if e.Err == nil {
			return func() (*play.Game, error) { return a.fromStore(r, e.Name) }
		}
	}
	return nil
}

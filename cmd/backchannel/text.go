package main

import (
	"fmt"

	"backchannel/engine"
	"backchannel/engine/play"
	"backchannel/engine/scenario"
	"backchannel/game/textplay"
)

// playText plays in the terminal.
func (a *app) playText(r *request) error {
	eras, err := a.eras(r)
	if err != nil {
		return err
	}
	var last *play.Game
	keep := func(g *play.Game) error { last = g; return r.save(g) }
	err = textplay.Play(a.in, a.out, textplay.Opts{
		Eras: eras, Model: r.model, Game: r.game, Side: r.side, Chosen: r.side != engine.NoSide, Seed: r.seed, Seeded: r.seeded,
		UnknownFuture: r.unknownFuture, HideHistory: r.hideHistory, NoQuiet: r.everyTurn,
		Begun: keep, Saver: keep, Theories: a.theories(r), Notes: r.notes, Recall: r.recall,
	})
	if r.saved != "" && !last.Over {
		fmt.Fprintf(a.out, "\nTo go on: backchannel play --text --replay %s\n", r.saved)
	}
	return err
}

// eras are the scenarios that can be chosen.
func (a *app) eras(r *request) ([]textplay.Era, error) {
	infos, problems := scenario.List(r.library)
	if len(infos) == 0 && r.model == nil {
		if err := problems.Err(); err != nil {
			return nil, err
		}
		return nil, fmt.Errorf("there is no scenario to play")
	}
	var out []textplay.Era
	for _, info := range infos {
		out = append(out, textplay.Era{Info: info, Load: func(cut string) (*engine.Model, error) { return a.load(info.ID, cut) }})
	}
	return out, nil
}

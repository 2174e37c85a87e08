package lab

import (
	"errors"

	"backchannel/engine"
	"backchannel/engine/play"
	"backchannel/engine/replay"
)

// Branch opens a game that stands where a decision is to be made: the game that
// was played, turned back, or in the record the chair of the one who decided, with
// a seed of its own. The error says in words why it cannot be.
func (v *Visit) Branch(played *play.Game, decision int, seed uint64, everyTurn bool) (*play.Game, error) {
	d := &v.Past.Decisions[decision]
	switch {
	case v.Past.Record:
		return play.New(v.Past.M, play.Settings{Seed: seed, Side: d.Need.Side, Goals: [2]int8{-1, -1}, NoQuiet: everyTurn,
			Branch: play.Branch{From: play.FromRecord, On: d.Day}}), nil
	case d.Need.Side != v.Past.Person:
		return nil, errors.New(v.C.T("labtext.not_yours"))
	}
	return replay.Turned(played, d.Day)
}

// Plan is what the side of a decision would have planned for its turn: what it
// did before the decision, and then the alternative.
func (v *Visit) Plan(decision int, move engine.Choice) []engine.Choice {
	var out []engine.Choice
	d := &v.Past.Decisions[decision]
	for k := range v.Past.Decisions[:decision] {
		e := &v.Past.Decisions[k]
		if e.Day == d.Day && e.Need.Side == d.Need.Side && e.Acts() {
			out = append(out, whole(e, e.Choice))
		}
	}
	if move.Kind == engine.Hold {
		return out
	}
	return append(out, whole(d, move))
}

package replay

import (
	"fmt"

	"backchannel/engine"
	"backchannel/engine/play"
)

// Turned is the same game up to the turn that begins on a day, to be played on
// from there as a branch. It is an error if the game has no desk on that day.
func Turned(g *play.Game, on engine.Day) (*play.Game, error) {
	f := Of(g)
	if f.Branch == nil {
		f.Branch = &Branch{From: origins[play.FromGame], On: on.String()}
	}
	n := 0
	for n < len(f.Turns) && f.Turns[n].Day < on.String() { // as dates are written, they sort
		n++
	}
	f.Turns = f.Turns[:n]
	out, err := Open(g.W.M, f)
	switch {
	case err != nil:
		return nil, err
	case out.Over || out.W.S.Day != on:
		return nil, fmt.Errorf("no turn begins on %s", on)
	}
	return out, nil
}

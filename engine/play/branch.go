package play

import (
	"backchannel/engine"
	"backchannel/engine/abduct"
)

// Origin is what a branch leaves.
type Origin uint8

// The origins. A branch is not the game: it is played on from what the
// laboratory showed.
const (
	NoBranch   Origin = iota
	FromGame          // a game that was over: the same luck all through, other moves from a day on
	FromRecord        // what really happened: forced up to a day, free from then on
)

// Branch is where a play-through leaves another.
type Branch struct {
	From Origin
	On   engine.Day // the first day of the turn in which it does
}

// open is the record's world where the side first chooses in the branch's turn,
// or, on a day past the record's last choice, at its opening.
func (b Branch) open(m *engine.Model, set Settings) *engine.World {
	p := abduct.Record(m)
	at := max(p.First(set.Side, b.On), 0)
	w := p.Open(at, set.Seed)
	w.Setup.Seed = set.Seed
	return w
}

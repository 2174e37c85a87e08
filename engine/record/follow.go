package record

import (
	"backchannel/engine"
	"backchannel/engine/worlds"
)

// Follower makes one side's choices as the record has them, each on its day if
// it is legal then, in a world that otherwise goes its own way. What the record
// does not know of, such as an offer that was never made, meets with silence.
type Follower struct {
	Side engine.Side
	Made int // entries that could be made so far

	used []bool
}

// Open begins another world.
func (f *Follower) Open(m *engine.Model) {
	if len(f.used) != len(m.Record.Moves) {
		f.used = make([]bool, len(m.Record.Moves))
	}
	clear(f.used)
	f.Made = 0
}

// Entries is how many choices the record has of the side.
func (f *Follower) Entries(m *engine.Model) int {
	n := 0
	for k := range m.Record.Moves {
		if m.Record.Moves[k].Side == f.Side && m.Record.Moves[k].Choice.Kind != engine.Hold {
			n++
		}
	}
	return n
}

// Decide is the side's next recorded choice of the turn that is legal, or silence.
func (f *Follower) Decide(w *engine.World, n engine.Need) (engine.Choice, [2]engine.Reason) {
	for k := range w.M.Record.Moves {
		e := &w.M.Record.Moves[k]
		if f.used[k] || e.Side != n.Side || e.On < w.S.Day || e.On >= w.S.Next || e.Choice.Kind == engine.Hold {
			continue
		}
		c := e.Choice
		if answers(&c) != (n.Stage != engine.StageMove) {
			continue
		}
		if n.Stage != engine.StageMove {
			if !w.Touches(n, e.Match) {
				continue
			}
			c.Item = n.Item
		}
		if w.WhyNot(n.Side, &c) == engine.Legal {
			f.used[k] = true
			f.Made++
			return c, [2]engine.Reason{}
		}
	}
	return worlds.Silence(n), [2]engine.Reason{}
}

func answers(c *engine.Choice) bool { return c.Kind == engine.Answer || c.Kind == engine.Promise }

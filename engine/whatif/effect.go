package whatif

import (
	"backchannel/engine"
	"backchannel/engine/abduct"
)

// Effect asks what a move does to one quantity or ladder by a day: pairs of
// worlds of fresh luck, in which the mover makes the move or leaves it out of
// the turn, and in which everybody then goes on as anyone under the same noise.
type Effect struct {
	q     *Question
	until engine.Day
	of    int
	rung  bool
}

// NewEffect is such a question about a quantity, or about a ladder if rung says
// so, or the reason why the move is not legal at the fork.
func NewEffect(f *abduct.Fork, move engine.Choice, of int, rung bool, until engine.Day, seed uint64) (*Effect, engine.WhyNot) {
	q, why := New(f, move, nil, abduct.AsAnyone, seed)
	if q == nil {
		return nil, why
	}
	return &Effect{q: q, until: min(until, f.Past.M.Cut.Last+1), of: of, rung: rung}, engine.Legal
}

// Opening is how high it stands at the fork.
func (e *Effect) Opening() engine.Milli { return e.read(&e.q.Fork.World.S) }

func (e *Effect) read(s *engine.State) engine.Milli {
	if e.rung {
		return engine.Milli(s.Rungs[e.of]) * engine.Point
	}
	return s.Q[e.of]
}

// Pair plays the k-th pair and says how high it stands at the end of the span
// without the move and with it.
func (e *Effect) Pair(a *abduct.Actor, k int64) (without, with engine.Milli) {
	return e.play(a, k, true), e.play(a, k, false)
}

func (e *Effect) play(a *abduct.Actor, k int64, without bool) engine.Milli {
	l := e.q.fresh(k, &e.q.Move, false)
	l.Without, l.Until = without, e.until
	s := span{e: e, day: e.q.Fork.World.S.Day, height: e.Opening()}
	a.Seer = &s
	a.Run(e.q.Fork, &l)
	a.Seer = nil
	end := e.read(&a.W.S)
	if a.W.S.Day <= e.until || s.day >= e.until {
		return end
	}
	return s.height + (end-s.height)*engine.Milli(e.until-s.day)/engine.Milli(a.W.S.Day-s.day)
}

// span notes how things stood when the turn now running began, so that what is
// read in the midst of a turn lies on a straight line between its ends: turns of
// the two worlds need not end alike.
type span struct {
	e      *Effect
	day    engine.Day
	height engine.Milli
}

// Chose sees each choice before it is made.
func (s *span) Chose(w *engine.World, _ engine.Need, _ engine.Choice, _ [2]engine.Reason) {
	if w.S.Day != s.day {
		s.day, s.height = w.S.Day, s.e.read(&w.S)
	}
}

package whatif

import (
	"cmp"
	"slices"

	"backchannel/engine"
	"backchannel/engine/abduct"
)

// Parting is the first thing, after the changed move itself, that comes out
// otherwise than in the play-through: a choice or an event.
type Parting struct {
	Day   engine.Day // 0: the worlds never part
	Side  engine.Side
	Event int16 // −1: a choice
	More  bool  // the event strikes where it did not; else it does not where it did
	Faced bool  // somebody stood before the same choice in the play-through
	Was   engine.Choice
	Now   engine.Choice // without the number of what it addresses
}

// Parted is how many worlds part so, and the first of them.
type Parted struct {
	Worlds  int64
	Sample  int64
	Reasons [2]engine.Reason // of the choice, in that world
}

// and adds up.
func (p Parted) and(q Parted) Parted {
	if p.Worlds == 0 || q.Sample < p.Sample {
		p.Sample, p.Reasons = q.Sample, q.Reasons
	}
	p.Worlds += q.Worlds
	return p
}

// eyes look on while a world of same luck goes on, and count where it parts and
// how the meters go.
type eyes struct {
	q      *Question
	c      *Counts
	sample int64
	parted bool
	thread uint64 // of what was done and now is not, 0 if nothing was
	later  bool   // it has been done all the same
	turn   engine.Day
	filled int
}

func (e *eyes) open(q *Question, c *Counts, sample int64) {
	*e = eyes{q: q, c: c, sample: sample}
	if d := q.Fork.Decision(); q.Instead == nil && d.Acts() && d.Need.Stage == engine.StageMove {
		e.thread = q.Fork.Past.M.ThreadContent(&d.Choice)
	}
	if c.Fans != nil {
		e.filled = c.Fans.first
	}
}

// Chose sees each choice before it is made.
func (e *eyes) Chose(w *engine.World, n engine.Need, c engine.Choice, why [2]engine.Reason) {
	if e.turn != w.S.Day {
		e.turn = w.S.Day
		e.filled = e.c.Fans.fill(e.filled, w)
		e.events(w)
	}
	d, faced := e.q.Fork.Past.Faced(w, n)
	now := bare(c)
	if faced && bare(d.Choice) == now {
		return
	}
	e.allTheSame(w, n, &c)
	if e.parted {
		return
	}
	p := Parting{Day: w.S.Day, Side: n.Side, Event: -1, Faced: faced, Now: now}
	if faced {
		p.Was = bare(d.Choice)
	} else if !acts(&now) { // nobody faced it and nothing came of it
		return
	}
	e.part(p, why)
}

// allTheSame notes when the mover does what was done after all, not where it did it
// once more in the play-through.
func (e *eyes) allTheSame(w *engine.World, n engine.Need, c *engine.Choice) {
	if e.later || e.thread == 0 || n.Side != e.q.Fork.Decision().Need.Side || n.Stage != engine.StageMove || w.M.ThreadContent(c) != e.thread {
		return
	}
	e.later = true
	e.c.Later[w.S.Day]++
}

// events compares what has struck with the play-through.
func (e *eyes) events(w *engine.World) {
	if e.parted {
		return
	}
	was := e.q.Fork.Past.Turn(w.S.Day)
	if was == nil {
		return
	}
	for k := range w.M.Events {
		if w.S.Events[k].Struck != was.Struck[k] {
			e.part(Parting{Day: max(w.S.Events[k].Last, e.q.Fork.Decision().Day), Event: int16(k), More: w.S.Events[k].Struck > was.Struck[k]}, [2]engine.Reason{})
			return
		}
	}
}

func (e *eyes) part(p Parting, why [2]engine.Reason) {
	e.parted = true
	e.c.Parting[p] = e.c.Parting[p].and(Parted{Worlds: 1, Sample: e.sample, Reasons: why})
}

// close ends a world.
func (e *eyes) close(w *engine.World) {
	e.c.Fans.fill(e.filled, w)
	e.c.score(e.q, w)
	if !e.parted {
		e.part(Parting{Event: -1}, [2]engine.Reason{})
	}
}

func bare(c engine.Choice) engine.Choice {
	c.Item = 0
	return c
}

func acts(c *engine.Choice) bool {
	return c.Kind != engine.Hold && (c.Kind != engine.Answer || c.Answer != engine.Silence)
}

// Reason is a change that the alternative's world has and the play-through has
// not, between the move and the parting: what the worlds turn on.
type Reason struct {
	Quantity int16
	Cause    engine.Cause // without its input
	Amount   engine.Milli // more than in the play-through
}

// Turns says what the ledger has otherwise in the k-th world of same luck, played
// by an actor, from the move to the end of the turn that holds a day; the greatest
// first.
func (q *Question) Turns(a *abduct.Actor, k int64, to engine.Day) []Reason {
	if a.Audit == nil {
		a.Audit = &engine.Audit{}
	}
	move := q.Move
	l := q.same(k, &move, false)
	l.Until = to + 1
	a.Run(q.Fork, &l)
	from := q.Fork.Decision().Day
	sums := map[place]engine.Milli{}
	var order []place
	count := func(entries []engine.Entry, sign engine.Milli) {
		for _, e := range entries {
			if e.Rung || e.Day < from || e.Day > to || q.Fork.Past.M.Quantities[e.Index].Counter {
				continue
			}
			e.Cause.Input = 0
			at := place{e.Index, e.Cause}
			if _, seen := sums[at]; !seen {
				order = append(order, at)
			}
			sums[at] += sign * e.Amount
		}
	}
	count(a.Audit.Ledger, 1)
	count(q.Fork.Ledger(), -1)
	return greatest(order, sums)
}

// place is where in the ledger a change stands.
type place struct {
	quantity int16
	cause    engine.Cause
}

// greatest puts the changes in order of size; equal ones as the ledger has them.
func greatest(order []place, sums map[place]engine.Milli) []Reason {
	var out []Reason
	for _, at := range order {
		if v := sums[at]; v != 0 {
			out = append(out, Reason{at.quantity, at.cause, v})
		}
	}
	slices.SortStableFunc(out, func(a, b Reason) int { return cmp.Compare(size(b.Amount), size(a.Amount)) })
	return out
}

func size(v engine.Milli) engine.Milli { return max(v, -v) }

package tally

import (
	"context"
	"sync"

	"backchannel/engine"
)

// Reach is what so many worlds of a cut came to use, so that what is never
// reached can be named.
type Reach struct {
	Worlds  int64
	Legal   [engine.MaxMoves]int64 // turns at whose opening the move was legal
	Made    [engine.MaxMoves]int64 // turns in which it was made
	Struck  [engine.MaxEvents]int64
	Endings []int64
	Choices int64 // turns of a side
}

// Reached plays worlds and notes what was legal, made, struck and read.
func Reached(ctx context.Context, m *engine.Model, o Options) Reach {
	total := Reach{Endings: make([]int64, len(m.Endings))}
	var lock sync.Mutex
	each(ctx, m, o, func() worker {
		t, own := newTable(m), &reacher{Reach: Reach{Endings: make([]int64, len(m.Endings))}}
		t.watch = own.look
		return worker{
			play: func(seed uint64) {
				own.turn, own.done = [2]int16{}, [engine.MaxMoves]int16{}
				own.finish(t.play(&o, seed))
			},
			done: func() {
				lock.Lock()
				defer lock.Unlock()
				total.Add(&own.Reach)
			},
		}
	})
	return total
}

// Add adds what other worlds of the same scenario reached. Endings are a cut's
// own; they are added only where both have as many.
func (r *Reach) Add(d *Reach) {
	r.Worlds += d.Worlds
	r.Choices += d.Choices
	for k := range r.Legal {
		r.Legal[k] += d.Legal[k]
		r.Made[k] += d.Made[k]
	}
	for k := range r.Struck {
		r.Struck[k] += d.Struck[k]
	}
	if len(r.Endings) != len(d.Endings) {
		return
	}
	for k := range r.Endings {
		r.Endings[k] += d.Endings[k]
	}
}

// reacher looks on in one world after another.
type reacher struct {
	Reach
	turn [2]int16
	done [engine.MaxMoves]int16
}

// look notes what is legal at a side's first choice of a turn.
func (r *reacher) look(w *engine.World, side engine.Side) {
	if r.turn[side] == w.S.Turn {
		return
	}
	r.turn[side] = w.S.Turn
	r.Choices++
	r.made(w)
	for k := range w.M.Moves {
		mv := &w.M.Moves[k]
		c := engine.Choice{Kind: mv.Kind, Move: int16(k), Issue: -1, Channel: -1}
		if mv.Side == side && w.WhyNot(side, &c) == engine.Legal {
			r.Legal[k]++
		}
	}
}

// made counts what has been made since the last look.
func (r *reacher) made(w *engine.World) {
	for k := range w.M.Moves {
		if n := w.S.Done[k] - w.Opening().Done[k]; n > r.done[k] {
			r.Made[k] += int64(n - r.done[k])
			r.done[k] = n
		}
	}
}

func (r *reacher) finish(w *engine.World) {
	r.Worlds++
	r.made(w)
	for k := range w.M.Events {
		if w.S.Events[k].Struck > w.Opening().Events[k].Struck {
			r.Struck[k]++
		}
	}
	for side := engine.Washington; side <= engine.Havana; side++ {
		for k := range w.M.Endings {
			if w.Ending(side) == &w.M.Endings[k] {
				r.Endings[k]++
			}
		}
	}
}

package tally

import (
	"context"
	"math"
	"sync"

	"backchannel/engine"
)

// OddsBins is how many bins of announced odds are kept, of equal width.
const OddsBins = 10

// Bin holds what was announced within a range of odds, where the premise
// still held when it could strike.
type Bin struct {
	Announced int64
	Struck    int64
	Expected  int64 // sum of the odds, Q16
	Variance  int64 // sum of odds × (1 − odds), Q16
}

// Add adds another bin.
func (b *Bin) Add(c Bin) {
	b.Announced += c.Announced
	b.Struck += c.Struck
	b.Expected += c.Expected
	b.Variance += c.Variance
}

// Errors is by how many standard errors more was struck than announced.
func (b *Bin) Errors() float64 {
	if b.Variance == 0 {
		return 0
	}
	return (float64(b.Struck) - float64(b.Expected)/65536) / math.Sqrt(float64(b.Variance)/65536)
}

// Brewing is what each side's intelligence announced, by odds.
type Brewing [2][OddsBins]Bin

// All is everything announced to a side.
func (b *Brewing) All(side engine.Side) Bin {
	var sum Bin
	for _, bin := range b[side] {
		sum.Add(bin)
	}
	return sum
}

// Brews plays the worlds and sets what was announced to each side at the
// opening of a turn beside whether it struck before the turn's end.
func Brews(ctx context.Context, m *engine.Model, o Options) Brewing {
	var total Brewing
	var lock sync.Mutex
	each(ctx, m, o, func() worker {
		t, own := newTable(m), &watch{}
		t.watch = own.look
		return worker{
			play: func(seed uint64) {
				own.turn = [2]int16{}
				w := t.play(&o, seed)
				own.settle(w, engine.Washington)
				own.settle(w, engine.Havana)
			},
			done: func() {
				lock.Lock()
				defer lock.Unlock()
				for side := range total {
					for k := range total[side] {
						total[side][k].Add(own.bins[side][k])
					}
				}
			},
		}
	})
	return total
}

// watch keeps what was announced this turn until it is known what came.
type watch struct {
	bins  Brewing
	turn  [2]int16
	open  [2][]engine.Brew
	clock [2][engine.MaxEvents]uint64
	times [2][engine.MaxEvents]int16
	point [2][engine.MaxEvents]int32
	o     engine.Observation
}

// look notes the announcements at a side's first choice in a turn.
func (a *watch) look(w *engine.World, side engine.Side) {
	if a.turn[side] == w.S.Turn {
		return
	}
	a.settle(w, side)
	a.turn[side] = w.S.Turn
	w.Observe(side, &a.o)
	a.open[side] = append(a.open[side], a.o.Brews[:a.o.NBrews]...)
	for k := range w.S.Events {
		a.clock[side][k], a.times[side][k], a.point[side][k] = w.S.Events[k].Clock, w.S.Events[k].Struck, w.S.Events[k].Passed
	}
}

// came is whether what was announced struck, or how often where passed counts so.
func (a *watch) came(w *engine.World, side engine.Side, b engine.Brew) int64 {
	e := &w.S.Events[b.Event]
	if w.M.Cut.Fixed || len(w.M.Crises) == 0 {
		return one(e.Struck > a.times[side][b.Event])
	}
	return int64(e.Passed - a.point[side][b.Event])
}

// passed is how much was to be expected of what was announced, and its variance.
// Where a crisis can cut a turn short, on the very day of the strike, that is what
// the clock has run through: the mean, and the variance, of the points of a
// Poisson process until a stopping time.
func (a *watch) passed(w *engine.World, side engine.Side, b engine.Brew) (expected, variance int64) {
	if w.M.Cut.Fixed || len(w.M.Crises) == 0 {
		return b.Odds, b.Odds * (65536 - b.Odds) >> 16
	}
	run := int64((w.S.Events[b.Event].Clock - a.clock[side][b.Event]) >> 16)
	return run, run
}

// settle counts what became of the last turn's announcements. Where the
// event's clock stood still its premise had gone.
func (a *watch) settle(w *engine.World, side engine.Side) {
	for _, b := range a.open[side] {
		e := &w.S.Events[b.Event]
		if e.Clock == a.clock[side][b.Event] {
			continue
		}
		bin := &a.bins[side][min(b.Odds*OddsBins>>16, OddsBins-1)]
		odds, variance := a.passed(w, side, b)
		bin.Announced++
		bin.Struck += a.came(w, side, b)
		bin.Expected += odds
		bin.Variance += variance
	}
	a.open[side] = a.open[side][:0]
}

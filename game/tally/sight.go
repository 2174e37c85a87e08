package tally

import (
	"context"
	"slices"
	"sync"

	"backchannel/engine"
	"backchannel/engine/fidelity"
)

// Sight is what a run of worlds shows where the record has a sourced value.
type Sight struct {
	Counts
	Checkpoints int   // that the cut has to meet
	Met         int64 // of them, summed over worlds
	Frozen      int   // of them, in a world that stays as it opened

	Entries int   // of the record, of the sides that follow it
	Made    int64 // of them, that could be made, summed over worlds

	Fans [][]Fan // of each sourced series, of each of its points within the cut
}

// Fan is how high a quantity stands on the day of a sourced point, or what it
// gains on that day, in every world, the lowest first.
type Fan struct {
	Point  engine.RecordPoint
	Stays  engine.Milli // as the cut opened
	Values []engine.Milli
}

// See plays the worlds and looks at them where the record has a sourced value.
func See(ctx context.Context, m *engine.Model, o Options) Sight {
	total := Sight{Counts: newCounts(m), Fans: fansOf(m)}
	for k := range m.Checkpoints {
		if c := &m.Checkpoints[k]; fidelity.Asked(m, c) {
			total.Checkpoints++
			total.Frozen += int(one(fidelity.Meets(c, engine.NewWorld(m, engine.FreeSetup(0)).Opening())))
		}
	}
	var lock sync.Mutex
	each(ctx, m, o, func() worker {
		t := newTable(m)
		x := &sighter{Sight: Sight{Counts: newCounts(m), Fans: fansOf(m)}}
		t.watch = x.look
		return worker{
			play: func(seed uint64) { x.world(t, &o, seed) },
			done: func() {
				lock.Lock()
				defer lock.Unlock()
				total.add(&x.Sight)
			},
		}
	})
	t := newTable(m)
	for side, chair := range o.Chairs {
		if chair == Follows {
			total.Entries += t.follow[side].Entries(m)
		}
	}
	for _, series := range total.Fans {
		for k := range series {
			slices.Sort(series[k].Values)
		}
	}
	return total
}

func (s *Sight) add(d *Sight) {
	s.Counts.Add(&d.Counts)
	s.Met += d.Met
	s.Made += d.Made
	for k := range s.Fans {
		for j := range s.Fans[k] {
			s.Fans[k][j].Values = append(s.Fans[k][j].Values, d.Fans[k][j].Values...)
		}
	}
}

// fansOf are empty fans.
func fansOf(m *engine.Model) [][]Fan {
	open := &engine.NewWorld(m, engine.FreeSetup(0)).S
	out := make([][]Fan, len(m.Record.Series))
	for k := range m.Record.Series {
		r := &m.Record.Series[k]
		stays := open.Q[r.Quantity]
		if r.PerDay {
			stays = openingGain(m, open, r.Quantity)
		}
		for _, p := range r.Points {
			if p.On >= m.Cut.First && p.On <= m.Cut.Last {
				out[k] = append(out[k], Fan{Point: p, Stays: stays})
			}
		}
	}
	return out
}

// openingGain is what a counter gains a day by the flows that carry people to it
// when a cut opens.
func openingGain(m *engine.Model, s *engine.State, q int16) (gain engine.Milli) {
	for k := range m.Flows {
		full := false
		for _, to := range m.Flows[k].Fills {
			if fits := to.When == nil || to.When.True(s); !fits || full && !to.Also {
				continue
			}
			full = full || !to.Also
			if to.Counter == q {
				gain += s.Flows[k].Rate
			}
		}
	}
	return gain
}

// sighter looks at worlds one after the other.
type sighter struct {
	Sight
	at    engine.Day // the turn that was looked at last
	q     [engine.MaxQuantities]engine.Milli
	read  []bool // checkpoints
	point []int  // next point of each series
}

// world plays one world and looks at it to its end.
func (x *sighter) world(t *table, o *Options, seed uint64) {
	m := t.free.W.M
	if x.read == nil {
		x.read, x.point = make([]bool, len(m.Checkpoints)), make([]int, len(x.Fans))
	}
	clear(x.read)
	clear(x.point)
	x.at = 0
	w := t.play(o, seed)
	x.look(w, engine.NoSide)
	x.see(w)
	for side, chair := range o.Chairs {
		if chair == Follows {
			x.Made += int64(t.follow[side].Made)
		}
	}
}

// look reads, at the beginning of a turn and at the end of the world, what the
// record has of the turn before.
func (x *sighter) look(w *engine.World, _ engine.Side) {
	if w.S.Day == x.at {
		return
	}
	for k := range w.M.Checkpoints {
		if c := &w.M.Checkpoints[k]; !x.read[k] && c.On < w.S.Day && fidelity.Asked(w.M, c) {
			x.read[k] = true
			x.Met += one(fidelity.Meets(c, &w.S))
		}
	}
	for k := range x.Fans {
		r := &w.M.Record.Series[k]
		for ; x.point[k] < len(x.Fans[k]) && x.Fans[k][x.point[k]].Point.On < w.S.Day; x.point[k]++ {
			f := &x.Fans[k][x.point[k]]
			f.Values = append(f.Values, x.value(w, r, f.Point.On))
		}
	}
	x.at, x.q = w.S.Day, w.S.Q
}

// value is how high a quantity stood at the end of a day of the last turn, on a
// straight line between the turn's ends, or what it gained on the day.
func (x *sighter) value(w *engine.World, r *engine.RecordSeries, on engine.Day) engine.Milli {
	q, days := r.Quantity, w.S.Day-x.at
	gained := w.S.Q[q] - x.q[q]
	if !r.PerDay {
		return x.q[q] + gained*engine.Milli(on+1-x.at)/engine.Milli(days)
	}
	for k, kept := range w.M.Series {
		if kept == q && w.S.Day-on <= engine.SeriesDays {
			return engine.Milli(w.S.Series[k].Gains[uint32(on)%engine.SeriesDays]) * engine.Point
		}
	}
	return gained / engine.Milli(days)
}

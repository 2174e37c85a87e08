package chronicle

import (
	"context"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"backchannel/engine"
	"backchannel/engine/fidelity"
	"backchannel/engine/noise"
	"backchannel/game/stats"
	"backchannel/game/tally"
)

// top is the highest step of a judged value.
const top = 4

// shaker moves judged values by draws of its own for each of them.
type shaker struct {
	draw   uint64
	values int
}

// step moves a value a step up or down; at the end of its range it stays.
// Values of one key move alike.
func (s *shaker) step(v *int8, key uint64) {
	s.values++
	by := int8(noise.Mix(s.draw+0x2f6e2b1, key)>>40&1)*2 - 1
	*v = min(max(*v+by, 0), top)
}

// Jittered is a model in which every care, every rung's value, and each side's
// trust in a channel and the channel's leaks stand a step higher or lower, by a
// draw; and how many values those are. Types that share a value with their side
// share its draw. The opening stays as it is.
func Jittered(m *engine.Model, draw int) (*engine.Model, int) {
	out, s := *m, &shaker{draw: uint64(draw)}
	out.Channels = slices.Clone(m.Channels)
	for k := range out.Channels {
		c, key := &out.Channels[k], noise.HashString("channel "+m.Channels[k].ID)
		s.step(&c.Leaks, key)
		for side := range c.Trusted {
			s.step(&c.Trusted[side], key+uint64(side)+1)
		}
	}
	for side := range out.Sides {
		of := &out.Sides[side]
		s.wants(&out, side, &of.Cares, &of.Values)
		n := s.values
		of.Types = slices.Clone(of.Types)
		for k := range of.Types {
			s.wants(&out, side, &of.Types[k].Cares, &of.Types[k].Values)
		}
		s.values = n
	}
	return &out, s.values
}

// wants moves what a side, or a type of it, wants of each issue.
func (s *shaker) wants(m *engine.Model, side int, cares *[engine.MaxIssues]int8, values *[engine.MaxIssues][engine.MaxRungs]int8) {
	for k := range m.Issues {
		key := noise.HashString("issue "+m.Issues[k].ID) + uint64(side)<<8
		s.step(&cares[k], key)
		for rung := range m.Issues[k].Rungs {
			s.step(&values[k][rung], key+uint64(rung)+1)
		}
	}
}

// mostJittered is how many free worlds a draw plays at most.
const mostJittered = 50

// drawn is what one draw gives.
type drawn struct{ when, what, headline float64 }

// jitter draws the judged values of a record's model again and again.
func jitter(ctx context.Context, all []*fidelity.Record, r *fidelity.Record, o Options) *stats.Jitter {
	draws := make([]drawn, o.Jitter+1) // the first is the model as it stands
	values := 0
	parallel(o.Cores, len(draws), func(k int) {
		if ctx.Err() != nil {
			return
		}
		m, of := r.Model, r
		if k > 0 {
			shaken, n := Jittered(m, k)
			m, of = shaken, fidelity.Weigh(shaken)
			if k == 1 {
				values = n
			}
		}
		c := stats.ChoicesOf(all, of)
		draws[k] = drawn{when: c.When, what: c.Skill, headline: asInHistory(ctx, m, min(o.Worlds, mostJittered))}
	})
	spread := func(of func(d drawn) float64) stats.Spread {
		var list []float64
		for _, d := range draws[1:] {
			list = append(list, of(d))
		}
		return stats.SpreadOf(of(draws[0]), list)
	}
	return &stats.Jitter{Draws: o.Jitter, Values: values,
		When:     spread(func(d drawn) float64 { return d.when }),
		What:     spread(func(d drawn) float64 { return d.what }),
		Headline: spread(func(d drawn) float64 { return d.headline })}
}

// asInHistory is the share of free worlds with the headline of history.
func asInHistory(ctx context.Context, m *engine.Model, worlds int) float64 {
	h := int(m.Headline.Historical)
	if worlds == 0 || h < 0 || h >= len(m.Headline.Outcomes) {
		return 0
	}
	o := tally.FreeOptions(worlds, seed)
	o.Cores = 1
	t := tally.Run(ctx, m, o)
	return float64(t.Outcomes[h]) / float64(max(t.Worlds, 1))
}

// parallel does n things on some cores.
func parallel(cores, n int, do func(k int)) {
	if cores <= 0 {
		cores = runtime.GOMAXPROCS(0)
	}
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(cores, n) {
		workers.Go(func() {
			for k := int(next.Add(1)) - 1; k < n; k = int(next.Add(1)) - 1 {
				do(k)
			}
		})
	}
	workers.Wait()
}

package lab

import (
	"context"
	"sync/atomic"

	"backchannel/engine"
)

// Search is the search for turning points in the background. Its ranking grows
// firmer world by world.
type Search struct {
	background
	latest atomic.Pointer[Ranking]
}

// Search begins to try every alternative of both sides in every decision, in so
// many worlds.
func (v *Visit) Search(o Options) *Search {
	ctx, cancel := context.WithCancel(context.Background())
	s := &Search{background: inBackground(cancel)}
	s.all.Store(int64(len(v.Past.Decisions) * o.Worlds))
	o.Progress = func(n int) { s.done.Add(int64(n)) }
	go func() {
		defer close(s.over)
		defer cancel()
		slots := SlotsOf(v.Past, engine.NoSide, v.Manner, v.Seed)
		s.all.Store(int64(slots.Work(o.Worlds)))
		for k := 0; k < o.Worlds && ctx.Err() == nil; k++ {
			part := o
			part.From, part.Worlds = k, k+1
			slots.ask(ctx, part)
			if ctx.Err() != nil {
				return // what is half done would rank what it reached
			}
			r := v.rank(slots.Turning(k + 1))
			for i := range r.Points[:min(MostNamed, len(r.Points))] {
				v.Name(&r.Points[i])
			}
			s.latest.Store(r)
		}
	}()
	return s
}

// Found is the ranking as far as it has come, nil before the first worlds.
func (s *Search) Found() *Ranking { return s.latest.Load() }

// Package tally plays many worlds of a cut on all cores and counts what came
// of them. The counts are whole numbers that are added up, so a result
// depends on the first seed and the number of worlds, never on the number of
// cores. Shares and means, the only floats, are formed from finished counts.
package tally

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"backchannel/engine"
)

// chunk is how many worlds a core takes at once. An interrupted run finishes
// the chunks that it has begun, so that it is the run of fewer worlds.
const chunk = 8

// Chair is who sits in one side's chair.
type Chair uint8

// The chairs. All but Policy are yardsticks.
const (
	Policy     Chair = iota
	OtherGoals       // the policy, with the two goals that are not its type's
	Holds            // lets everything lie
	Random           // a legal choice at random
	Follows          // does what the record has, each on its day, where it is legal
)

// Options say which worlds are played.
type Options struct {
	Worlds        int         // how many
	Seed          uint64      // of the first; the others follow it
	Cores         int         // 0: all
	Types         [2]int8     // of each side; −1: drawn
	Goals         [2][2]int8  // of each side; −1: the type's own
	Chairs        [2]Chair    // who plays each side
	UnknownFuture bool        // shocks of persons are hazards
	Progress      func(n int) // told how many more worlds are done, from any goroutine
}

// FreeOptions draw types and goals.
func FreeOptions(n int, seed uint64) Options {
	return Options{Worlds: n, Seed: seed, Types: [2]int8{-1, -1}, Goals: [2][2]int8{{-1, -1}, {-1, -1}}}
}

// Counts are whole numbers over worlds; see Add.
type Counts struct {
	Worlds     int64
	Turns      int64
	Outcomes   []int64 // worlds by outcome of the headline
	YesNo      []int64 // worlds in which it came out yes
	Mechanisms [engine.MechCount]int64
	Scores     [2]int64 // summed, in thousandths
}

func newCounts(m *engine.Model) Counts {
	return Counts{Outcomes: make([]int64, len(m.Headline.Outcomes)), YesNo: make([]int64, len(m.YesNo))}
}

// see counts one finished world.
func (c *Counts) see(w *engine.World) {
	c.Worlds++
	c.Turns += int64(w.S.Turn)
	c.Outcomes[w.Outcome()]++
	for k := range w.M.YesNo {
		if w.M.YesNo[k].When.True(&w.S) {
			c.YesNo[k]++
		}
	}
	for k, n := range w.Seen {
		if n > 0 {
			c.Mechanisms[k]++
		}
	}
	for side := range c.Scores {
		c.Scores[side] += w.Score(engine.Side(side))
	}
}

// Add adds the counts of other worlds of the same cut.
func (c *Counts) Add(d *Counts) {
	c.Worlds += d.Worlds
	c.Turns += d.Turns
	for k := range c.Outcomes {
		c.Outcomes[k] += d.Outcomes[k]
	}
	for k := range c.YesNo {
		c.YesNo[k] += d.YesNo[k]
	}
	for k := range c.Mechanisms {
		c.Mechanisms[k] += d.Mechanisms[k]
	}
	for k := range c.Scores {
		c.Scores[k] += d.Scores[k]
	}
}

// Tally is what a run counted, and how long it took.
type Tally struct {
	Counts
	Elapsed     time.Duration
	Interrupted bool // the context ended before all worlds were played
}

// Run plays the worlds and counts them. Where the context ends early it
// returns the first worlds, as many as were played.
func Run(ctx context.Context, m *engine.Model, o Options) Tally {
	start := time.Now()
	total := newCounts(m)
	var lock sync.Mutex
	each(ctx, m, o, func() worker {
		own, t := newCounts(m), newTable(m)
		return worker{
			play: func(seed uint64) { own.see(t.play(&o, seed)) },
			done: func() {
				lock.Lock()
				total.Add(&own)
				lock.Unlock()
			},
		}
	})
	return Tally{Counts: total, Elapsed: time.Since(start), Interrupted: total.Worlds < int64(o.Worlds)}
}

// worker is what one core does: play worlds, then hand over its counts.
type worker struct {
	play func(seed uint64)
	done func()
}

// each lets workers on all cores play the worlds.
func each(ctx context.Context, m *engine.Model, o Options, hire func() worker) {
	cores := o.Cores
	if cores <= 0 {
		cores = runtime.GOMAXPROCS(0)
	}
	cores = max(1, min(cores, (o.Worlds+chunk-1)/chunk))
	var next atomic.Int64
	var all sync.WaitGroup
	for range cores {
		all.Go(func() {
			w := hire()
			defer w.done()
			for ctx.Err() == nil {
				from := int(next.Add(chunk)) - chunk
				to := min(from+chunk, o.Worlds)
				if from >= to {
					return
				}
				for k := from; k < to; k++ {
					w.play(o.Seed + uint64(k))
				}
				if o.Progress != nil {
					o.Progress(to - from)
				}
			}
		})
	}
	all.Wait()
}

// Package lab is the laboratory: it asks what if on all cores, of one theory or
// of several, and turns the counts into answers with their uncertainty. Worlds do
// not run through the arithmetic of this package, so it may use floats.
package lab

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"backchannel/engine"
	"backchannel/engine/abduct"
	"backchannel/engine/whatif"
)

// chunk is how many samples a core takes at once. The seeds go with the number of
// the sample, so the answer does not depend on who plays it.
const chunk = 8

// Options say how much is asked.
type Options struct {
	From     int           // the first sample
	Worlds   int           // the one after the last, so that without From it is how many under each theory
	Cores    int           // 0: all
	Early    func(Turning) // told the turning points once every alternative was played in one world; nil: nobody waits
	Progress func(n int)   // told how many more samples are done, from any goroutine
}

// quarter are the samples that the mover's other manners are asked with: a quarter
// of them, so that those of two parts which join do so too.
func (o Options) quarter() Options {
	o.From, o.Worlds = (o.From+3)/4, (o.Worlds+3)/4
	return o
}

// Work is how many samples a question takes under so many theories.
func (o Options) Work(theories int) int {
	q := o.quarter()
	return (o.Worlds-o.From)*theories + (q.Worlds-q.From)*otherManners
}

// Ask asks one question under each theory; a theory that cannot be asked, since
// the move is not legal under it, is nil and stays so. Where the context ends
// early the counts are of fewer samples.
func Ask(ctx context.Context, questions []*whatif.Question, o Options) []*whatif.Counts {
	out := make([]*whatif.Counts, len(questions))
	for k, q := range questions {
		if q != nil {
			out[k] = whatif.NewCounts(q)
		}
	}
	var lock sync.Mutex
	jobs(ctx, o, len(questions), func() worker {
		askers := make([]*whatif.Asker, len(questions))
		actors := map[*engine.Model]*abduct.Actor{}
		return worker{
			play: func(theory int, k int64) {
				q := questions[theory]
				if q == nil {
					return
				}
				if askers[theory] == nil {
					askers[theory] = whatif.NewAsker(q, actorOf(actors, q))
				}
				askers[theory].Same(k)
				askers[theory].Fresh(k)
			},
			done: func() {
				lock.Lock()
				defer lock.Unlock()
				for k, a := range askers {
					if a != nil {
						out[k].Add(a.C)
					}
				}
			},
		}
	})
	return out
}

// actorOf keeps one actor a model.
func actorOf(actors map[*engine.Model]*abduct.Actor, q *whatif.Question) *abduct.Actor {
	m := q.Fork.Past.M
	if actors[m] == nil {
		actors[m] = abduct.NewActor(m)
	}
	return actors[m]
}

// worker is what one core does: play the k-th sample of a question, then hand
// over what it counted.
type worker struct {
	play func(question int, k int64)
	done func()
}

// samples are those that a pass plays of each question: the first alone, so that
// every question has something to show soon, then chunk by chunk.
func (o *Options) samples(pass int) (from, to int) {
	if pass == 0 {
		return o.From, min(o.From+1, o.Worlds)
	}
	return o.From + max((pass-1)*chunk, 1), min(o.From+pass*chunk, o.Worlds)
}

// jobs shares the samples of all questions among the cores, pass by pass.
func jobs(ctx context.Context, o Options, questions int, hire func() worker) {
	cores := o.Cores
	if cores <= 0 {
		cores = runtime.GOMAXPROCS(0)
	}
	passes := 1 + (o.Worlds-o.From+chunk-1)/chunk
	cores = max(1, min(cores, passes*questions))
	var next atomic.Int64
	var all sync.WaitGroup
	for range cores {
		all.Go(func() {
			w := hire()
			defer w.done()
			for ctx.Err() == nil {
				job := int(next.Add(1)) - 1
				if job >= passes*questions {
					return
				}
				question := job % questions
				from, to := o.samples(job / questions)
				for k := from; k < to; k++ {
					w.play(question, int64(k))
				}
				if o.Progress != nil {
					o.Progress(to - from)
				}
			}
		})
	}
	all.Wait()
}

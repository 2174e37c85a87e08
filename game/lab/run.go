package lab

import (
	"context"
	"sync/atomic"

	"backchannel/engine"
	"backchannel/engine/abduct"
	"backchannel/engine/whatif"
)

// Run is a question being answered in the background. Its answer grows: first
// under the fitted theory, then under one theory after another.
type Run struct {
	background
	stage  atomic.Int64
	of     atomic.Int64 // versions beside the play-through's own, once they are read
	latest atomic.Pointer[Found]
	err    error // once it is over
	cut    bool  // it was stopped before its end; once it is over
}

// Stage is what a run is busy with.
type Stage int

// The stages, in their order.
const (
	StageRead     Stage = iota // the versions of the theory are read
	StageItself                // worlds under the play-through's own theory
	StageManners               // the mover goes on in other manners
	StageVersions              // worlds under the other versions
)

// instalments is how many parts the first theory's worlds are played in, so that an
// answer shows early and grows.
const instalments = 5

// Ask begins to answer what would have come of a move in a decision. The move
// must be legal there, as those of [Visit.Options] are; else it says why not.
// Theories are loaded in the background; nil stands for the play-through's own.
func (v *Visit) Ask(decision int, move engine.Choice, expected Expectation, theories func() ([]Version, error), o Options) (*Run, engine.WhyNot) {
	first := []Version{{Name: "fitted", Model: v.Past.M}}
	q, why := NewInquiry(v.Past, decision, move, nil, v.Manner, v.Seed, first)
	if why != engine.Legal {
		return nil, why
	}
	ctx, cancel := context.WithCancel(context.Background())
	r := &Run{background: inBackground(cancel)}
	r.all.Store(int64(o.Work(1)))
	v.Tried = append(v.Tried, Tried{Decision: decision, Move: move, Text: v.Text(decision, move), Expected: expected, Run: r})
	o.Progress = func(n int) { r.done.Add(int64(n)) }
	go func() {
		defer close(r.over)
		defer cancel()
		r.fill(ctx, v, q, expected, r.read(theories, o.Worlds), o)
		r.end()
	}()
	return r, engine.Legal
}

// end notes whether the run was stopped before its end, also with its answer.
func (r *Run) end() {
	done, all := r.Done()
	r.cut = done < all
	if f := r.Found(); f != nil && r.cut {
		stopped := *f
		stopped.Stopped = &Stopped{done, all}
		r.latest.Store(&stopped)
	}
}

// read reads the versions beside the play-through's own, before the first world,
// so that it is known from the start how many worlds there will be.
func (r *Run) read(theories func() ([]Version, error), worlds int) []Version {
	var list []Version
	if theories != nil {
		if list, r.err = theories(); r.err != nil || len(list) == 0 {
			list = nil
		} else {
			list = list[1:]
		}
	}
	r.of.Store(int64(len(list)))
	r.all.Add(int64(worlds * len(list)))
	return list
}

// fill plays the worlds.
func (r *Run) fill(ctx context.Context, v *Visit, q *Inquiry, expected Expectation, list []Version, o Options) {
	page := NewPage(v.C, q.base())
	show := func(others map[abduct.Manner]*whatif.Counts) {
		f := &Found{Alternative: q.Result()}
		f.Expected = &expected
		if others != nil {
			f.addManners(q, others)
		}
		f.ThisWorld = q.thisWorld()
		f.Fans = v.fans(q, f.Alternative.Meters)
		f.Read = page.Read(&f.Alternative)
		r.latest.Store(f)
	}
	q.Counts = []*whatif.Counts{whatif.NewCounts(q.base())}
	r.stage.Store(int64(StageItself))
	for k := range instalments {
		part := o
		part.From, part.Worlds = o.Worlds*k/instalments, o.Worlds*(k+1)/instalments
		q.Counts[0].Add(Ask(ctx, q.Questions[:1], part)[0])
		if ctx.Err() != nil && q.Counts[0].Same[0].Worlds == 0 {
			return
		}
		show(nil)
	}
	r.stage.Store(int64(StageManners))
	others := manners(ctx, q.base(), o)
	show(others)
	if len(list) > 0 {
		r.stage.Store(int64(StageVersions))
	}
	for k := 0; k < len(list) && ctx.Err() == nil; k++ {
		q.under(list[k])
		q.Counts = append(q.Counts, Ask(ctx, q.Questions[k+1:], o)[0])
		show(others)
	}
}

// Err is why the theories beside the play-through's own could not be asked, nil
// if they could or the run is not over.
func (r *Run) Err() error {
	if !r.Over() {
		return nil
	}
	return r.err
}

// Cut says whether the run is over before its end, since it was stopped.
func (r *Run) Cut() bool { return r.Over() && r.cut }

// Stage is what the run is busy with, and how many versions of the theory it asks
// beside the play-through's own.
func (r *Run) Stage() (s Stage, versions int) { return Stage(r.stage.Load()), int(r.of.Load()) }

// Found is the answer as far as it has come, nil before the first worlds.
func (r *Run) Found() *Found { return r.latest.Load() }

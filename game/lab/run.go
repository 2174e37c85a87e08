package lab

import (
	"context"
	"fmt"
	"sync/atomic"

	"backchannel/engine"
	"backchannel/engine/abduct"
	"backchannel/engine/whatif"
)

// Expectation is what somebody expected before they looked.
type Expectation struct {
	Still int    `json:"still"`         // in how many of 100 worlds with the same luck the play-through would still end as it did
	Why   string `json:"why,omitempty"` // in their own words
}

// Tried is a question that was asked in a visit, with what was expected.
type Tried struct {
	Decision int // of the play-through
	Move     engine.Choice
	Text     string // of the move
	Expected Expectation
	Run      *Run
}

// Run is a question being answered in the background. Its answer grows: first
// under the fitted theory, then under one theory after another.
type Run struct {
	cancel context.CancelFunc
	over   chan struct{}
	all    atomic.Int64
	done   atomic.Int64
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

// Search is the search for turning points in the background. Its ranking grows
// firmer world by world.
type Search struct {
	cancel context.CancelFunc
	over   chan struct{}
	all    atomic.Int64
	done   atomic.Int64
	latest atomic.Pointer[Ranking]
}

// Found is an answer as far as it has come.
type Found struct {
	Alternative
	Read    Reading  `json:"reading"`
	Fans    []Fan    `json:"fans"`
	Stopped *Stopped `json:"stopped,omitempty"` // nil: it ran to its end
}

// Stopped says on how many worlds an answer stands that was stopped, and of how
// many it would have stood.
type Stopped struct {
	Done int64 `json:"done"`
	All  int64 `json:"all"`
}

// Notebook is what was asked in a visit with what came of it, in the form that the
// report reads beside its play-through.
type Notebook struct {
	Scenario     string  `json:"scenario"`
	Cut          string  `json:"cut"`
	Play         string  `json:"play"` // hash of the play-through at its end
	Alternatives []Found `json:"alternatives"`
}

// Notebook is what was asked so far, as far as it is answered.
func (v *Visit) Notebook() Notebook {
	n := Notebook{Scenario: v.Past.M.ID, Cut: v.Past.M.Cut.ID, Play: v.hash(), Alternatives: []Found{}}
	for k := range v.Tried {
		if f := v.Tried[k].Run.Found(); f != nil {
			n.Alternatives = append(n.Alternatives, *f)
		}
	}
	return n
}

func (v *Visit) hash() string { return fmt.Sprintf("%016x", v.Past.Hash()) }

// Recall takes up a notebook of an earlier visit; it says whether it is of this
// play-through. What cannot be found in it any more is left out.
func (v *Visit) Recall(n *Notebook) bool {
	if n.Scenario != v.Past.M.ID || n.Cut != v.Past.M.Cut.ID || n.Play != v.hash() {
		return false
	}
	for k := range n.Alternatives {
		f := &n.Alternatives[k]
		decision, move, ok := v.find(&f.Alternative)
		if !ok {
			continue
		}
		t := Tried{Decision: decision, Move: move, Text: f.Read.Move, Run: finished(f)}
		if f.Expected != nil {
			t.Expected = *f.Expected
		}
		v.Tried = append(v.Tried, t)
	}
	return true
}

// find is the decision that an alternative was asked of, and the move.
func (v *Visit) find(a *Alternative) (decision int, move engine.Choice, ok bool) {
	m := v.Past.M
	for k := range v.Past.Decisions {
		d := &v.Past.Decisions[k]
		if d.Day.String() != a.On || d.Need.Side.String() != a.Side || text(m, d, d.Choice) != a.Done {
			continue
		}
		move, _, err := engine.ParseChoice(m, d.Need.Side, a.Move)
		if d.Need.Stage != engine.StageMove {
			move.Item = 0
		}
		return k, move, err == nil
	}
	return 0, engine.Choice{}, false
}

// finished is a run that is over, with what it found.
func finished(f *Found) *Run {
	r := &Run{cancel: func() {}, over: make(chan struct{})}
	r.latest.Store(f)
	if s := f.Stopped; s != nil {
		r.cut = true
		r.done.Store(s.Done)
		r.all.Store(s.All)
	}
	close(r.over)
	return r
}

// Still is in how many of 100 worlds with the same luck it ends as it did.
func (f *Found) Still() int { return hundred(f.SameLuck[f.Historical]) }

// MostWhy is how long a reason may be, in letters.
const MostWhy = 200

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
	r := &Run{cancel: cancel, over: make(chan struct{})}
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

// Stop ends the run early; what has been found stays.
func (r *Run) Stop() { r.cancel() }

// Wait waits until the run is over.
func (r *Run) Wait() { <-r.over }

// Over says whether the run is over.
func (r *Run) Over() bool {
	select {
	case <-r.over:
		return true
	default:
		return false
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

// Done is how many samples are done, and of how many; of those under other
// versions only once the versions are read.
func (r *Run) Done() (done, all int64) { return r.done.Load(), r.all.Load() }

// Found is the answer as far as it has come, nil before the first worlds.
func (r *Run) Found() *Found { return r.latest.Load() }

// Search begins to try every alternative of both sides in every decision, in so
// many worlds.
func (v *Visit) Search(o Options) *Search {
	ctx, cancel := context.WithCancel(context.Background())
	s := &Search{cancel: cancel, over: make(chan struct{})}
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

// Stop ends the search early; what has been found stays.
func (s *Search) Stop() { s.cancel() }

// Wait waits until the search is over.
func (s *Search) Wait() { <-s.over }

// Over says whether the search is over.
func (s *Search) Over() bool {
	select {
	case <-s.over:
		return true
	default:
		return false
	}
}

// Done is how many samples are done, and of how many.
func (s *Search) Done() (done, all int64) { return s.done.Load(), s.all.Load() }

// Found is the ranking as far as it has come, nil before the first worlds.
func (s *Search) Found() *Ranking { return s.latest.Load() }

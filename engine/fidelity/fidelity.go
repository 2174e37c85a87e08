// Package fidelity sets the record beside the model. Decisions are weighed one
// step ahead: for every recorded decision, given the true past, how much weight
// the policy gave to what was really done. Checkpoints are read in the forced
// replay, and the ledger says what moved them; so are the hazards' intensities,
// beside what struck. Everything is counted in whole
// numbers; logarithms and intervals are the business of those who read the counts.
package fidelity

import (
	"backchannel/engine"
	"backchannel/engine/noise"
	"backchannel/engine/policy"
	"backchannel/engine/record"
)

// Kinds is how many kinds of acting choice are told apart: the kinds of move,
// and each answer as a kind of its own.
const Kinds = int(engine.KindCount) + 8

// Decision is one decision of the record, as the policy weighed it beforehand.
type Decision struct {
	Day    engine.Day
	Side   engine.Side
	Stage  engine.Stage
	First  bool // the first of its side's moving stage in its turn
	Silent bool // no entry stands in the record: it counts as hold
	Legal  bool // the recorded choice was legal; else it was an intervention
	Choice engine.Choice

	Total   uint64 // weight of all threads
	Hold    uint64 // of doing nothing
	Weight  uint64 // of the recorded thread; 0: the policy did not think of it
	Rank    int    // of the recorded thread among those that act, from 1; 0 none
	Threads [Kinds]int
	By      [Kinds]uint64 // weight of the threads that act, by kind
}

// Acted says whether something was done.
func (d *Decision) Acted() bool { return acts(&d.Choice) }

// Acting is how many threads would have done something.
func (d *Decision) Acting() int {
	n := 0
	for _, k := range d.Threads {
		n += k
	}
	return n
}

// Kind is the kind of what was done.
func (d *Decision) Kind() int { return kindOf(&d.Choice) }

func acts(c *engine.Choice) bool {
	if c.Kind == engine.Answer {
		return c.Answer != engine.Silence
	}
	return c.Kind != engine.Hold
}

// kindOf numbers a choice's kind.
func kindOf(c *engine.Choice) int {
	if c.Kind == engine.Answer || c.Kind == engine.Promise {
		return int(engine.KindCount) + int(c.Answer)
	}
	return int(c.Kind)
}

// Record is a record replayed with every decision weighed.
type Record struct {
	Model       *engine.Model
	Forced      *record.Forced
	Decisions   []Decision
	Checkpoints []Checkpoint
	Spells      []Spell
}

// ID is the era's; "" without a model.
func (r *Record) ID() string {
	if r.Model == nil {
		return ""
	}
	return r.Model.ID
}

// Weigh replays the record, choices and events forced, asks the policy before
// each decision and reads the checkpoints.
func Weigh(m *engine.Model) *Record {
	r := &Record{Model: m}
	x := watcher{r: r}
	r.Forced = record.ForceWatched(m, x.decide)
	x.read(r.Forced.World, m.Cut.Last+1)
	r.spells(&x.trace)
	return r
}

type watcher struct {
	r     *Record
	minds [2]*policy.Mind
	trace noise.Trace
}

// decide weighs one decision; silent says that the record has no entry for it.
func (x *watcher) decide(w *engine.World, n engine.Need, made engine.Choice, silent bool) {
	if x.minds[0] == nil {
		x.minds = [2]*policy.Mind{policy.New(w, engine.Washington), policy.New(w, engine.Havana)}
		w.Audit.Trace = &x.trace // no day has passed yet
	}
	x.read(w, w.S.Day)
	mind := x.minds[n.Side]
	mind.Look(w)
	d := Decision{Day: w.S.Day, Side: n.Side, Stage: n.Stage, First: n.Stage == engine.StageMove && n.Ordinal == 0, Silent: silent,
		Choice: made, Legal: w.WhyNot(n.Side, &made) == engine.Legal}
	threads := mind.Threads
	if n.Stage != engine.StageMove {
		threads = func() []policy.Thread { return mind.Answers(n, -1) }
	}
	d.weigh(mind, threads())
	x.r.Decisions = append(x.r.Decisions, d)
}

// weigh fills in what the threads weigh.
func (d *Decision) weigh(mind *policy.Mind, threads []policy.Thread) {
	scores := make([]int64, len(threads))
	weights := make([]noise.Weight, len(threads))
	for k := range threads {
		scores[k] = threads[k].Score
	}
	mind.Weigh(weights, scores)
	content := mind.B.ThreadContent(&d.Choice)
	for k := range threads {
		c := &threads[k].Choice
		d.Total += uint64(weights[k])
		if acts(c) {
			d.Threads[kindOf(c)]++
			d.By[kindOf(c)] += uint64(weights[k])
		} else {
			d.Hold += uint64(weights[k])
		}
		if threads[k].Content == content {
			d.Weight = uint64(weights[k])
		}
	}
	if d.Weight == 0 || !d.Acted() {
		return
	}
	d.Rank = 1
	for k := range threads {
		if acts(&threads[k].Choice) && uint64(weights[k]) > d.Weight {
			d.Rank++
		}
	}
}

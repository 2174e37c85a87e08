// Package fidelity sets the record beside the model, one step ahead: for every
// recorded decision, given the true past, how much weight the policy gave to
// what was really done. It counts in whole numbers; logarithms and intervals
// are the business of those who read the counts.
package fidelity

import (
	"backchannel/engine"
	"backchannel/engine/noise"
	"backchannel/engine/policy"
	"backchannel/engine/replay"
)

// Decision is one decision of the record, as the policy weighed it beforehand.
type Decision struct {
	Day    engine.Day
	Side   engine.Side
	Stage  engine.Stage
	First  bool // the first of its side's stage in its turn
	Silent bool // no entry stands in the record: it counts as hold
	Choice engine.Choice

	Total  uint64 // weight of all threads
	Hold   uint64 // of doing nothing
	Weight uint64 // of the recorded thread; 0: the policy did not think of it
	Rank   int    // of the recorded thread among those that act, from 1; 0 none
	Acting int    // threads that act
	Kinds  int    // kinds among them
	Legal  bool   // the recorded choice was legal; else it was an intervention
}

// Acted says whether something was done.
func (d *Decision) Acted() bool {
	if d.Choice.Kind == engine.Answer {
		return d.Choice.Answer != engine.Silence
	}
	return d.Choice.Kind != engine.Hold
}

// Record is a record replayed with every decision weighed.
type Record struct {
	Model     *engine.Model
	Forced    *replay.Forced
	Decisions []Decision
}

// Weigh replays the record, choices and events forced, and asks the policy
// before each decision.
func Weigh(m *engine.Model) *Record {
	r := &Record{Model: m}
	w := watcher{r: r}
	r.Forced = replay.ForceWatched(m, w.decide)
	return r
}

type watcher struct {
	r     *Record
	minds [2]*policy.Mind
}

// decide weighs one decision; silent says that the record has no entry for it.
func (x *watcher) decide(w *engine.World, n engine.Need, made engine.Choice, silent bool) {
	if x.minds[0] == nil {
		x.minds = [2]*policy.Mind{policy.New(w, engine.Washington), policy.New(w, engine.Havana)}
	}
	mind := x.minds[n.Side]
	mind.Look(w)
	d := Decision{Day: w.S.Day, Side: n.Side, Stage: n.Stage, First: n.Stage == engine.StageMove && n.Ordinal == 0, Silent: silent,
		Choice: made, Legal: w.WhyNot(n.Side, &made) == engine.Legal}
	var threads []policy.Thread
	if n.Stage == engine.StageMove {
		threads = mind.Threads()
	} else {
		threads = mind.Answers(n, -1)
	}
	d.weigh(mind, threads)
	x.r.Decisions = append(x.r.Decisions, d)
}

// weigh fills in what the threads weigh.
func (d *Decision) weigh(mind *policy.Mind, threads []policy.Thread) {
	scores := make([]int64, len(threads))
	weights := make([]noise.Weight, len(threads))
	for k := range threads {
		scores[k] = threads[k].Score
	}
	noise.WeightsInto(weights, scores, mind.B.Theory.Choice.Tau)
	content := mind.B.ThreadContent(&d.Choice)
	var kinds [engine.KindCount + 8]bool
	better := 0
	for k := range threads {
		c := &threads[k].Choice
		d.Total += uint64(weights[k])
		if c.Kind == engine.Hold || c.Kind == engine.Answer && c.Answer == engine.Silence {
			d.Hold += uint64(weights[k])
		} else {
			d.Acting++
			kinds[kindOf(c)] = true
		}
		if threads[k].Content == content {
			d.Weight = uint64(weights[k])
		}
	}
	for _, seen := range kinds {
		if seen {
			d.Kinds++
		}
	}
	if d.Weight == 0 || !d.Acted() {
		return
	}
	for k := range threads {
		c := &threads[k].Choice
		if c.Kind != engine.Hold && !(c.Kind == engine.Answer && c.Answer == engine.Silence) && uint64(weights[k]) > d.Weight {
			better++
		}
	}
	d.Rank = better + 1
}

// kindOf numbers a choice's kind; answers of different sorts are kinds of
// their own.
func kindOf(c *engine.Choice) int {
	if c.Kind == engine.Answer || c.Kind == engine.Promise {
		return int(engine.KindCount) + int(c.Answer)
	}
	return int(c.Kind)
}

package abduct

import (
	"backchannel/engine"
	"backchannel/engine/noise"
	"backchannel/engine/record"
)

// facts are what came out between the moves. As an [engine.Forced] they make a
// world follow the play-through; as an [engine.Given] they are what a sampled
// world takes over from it.
type facts struct {
	record  bool
	struck  []engine.Struck
	chances *noise.Conditions         // of a game that was played, else nil
	ends    map[engine.Day]engine.Day // of a record's turns that a crisis cut short
	imposed []engine.Struck           // those of struck that the model holds to be impossible
}

// Strikes is how many points of an event's process a day passed.
func (f *facts) Strikes(_ *engine.Model, event int, day engine.Day) int {
	n := 0
	for k := range f.struck {
		if s := &f.struck[k]; int(s.Event) == event && s.Day == day {
			n += int(s.Points)
		}
	}
	return n
}

// Imposed says whether an event struck on a day although the model holds it to
// be impossible.
func (f *facts) Imposed(event int, day engine.Day) bool {
	for k := range f.imposed {
		if s := &f.imposed[k]; int(s.Event) == event && s.Day == day {
			return true
		}
	}
	return false
}

// Imposes says whether anything was imposed on a day of a turn.
func (f *facts) Imposes(from, to engine.Day) bool {
	for k := range f.imposed {
		if day := f.imposed[k].Day; day >= from && day < to {
			return true
		}
	}
	return false
}

// First is who moved first, where the record says so.
func (f *facts) First(m *engine.Model, from, to engine.Day) engine.Side {
	if !f.record {
		return engine.NoSide
	}
	return record.First(m, from, to)
}

// End is the day after the last of a turn.
func (f *facts) End(from, to engine.Day) engine.Day {
	if end, ok := f.ends[from]; ok {
		return min(end, to)
	}
	return to
}

// Rich: in a record nobody lacked the capital for what was done.
func (f *facts) Rich() bool { return f.record }

// Chance is whether a chance came true, as far as it was drawn.
func (f *facts) Chance(slot noise.Slot, content uint64) (came, known bool) {
	if f.chances == nil {
		return false, false
	}
	winner, seen := f.chances.Winner(slot)
	return winner == content, seen
}

// about is what an answer or a promise is about, whatever its number is.
type about struct {
	stage        engine.Stage
	kind         engine.Kind
	from         engine.Side
	channel      int8
	issue, rung  int8
	heard        engine.Package
	sent, signed engine.Day
}

// aboutOf reads what a need is about.
func aboutOf(w *engine.World, n engine.Need) about {
	switch n.Stage {
	case engine.StageAnswer:
		for k := range w.S.Items {
			if it := &w.S.Items[k]; it.Status != engine.NoItem && it.Serial == n.Item {
				return about{stage: n.Stage, kind: it.Kind, from: it.From, channel: it.Channel, issue: it.Issue, heard: it.Heard, sent: it.Sent}
			}
		}
	case engine.StagePromise:
		for k := range w.S.Pledges {
			if p := &w.S.Pledges[k]; p.Serial == n.Item {
				return about{stage: n.Stage, from: p.Debtor, issue: p.Issue, rung: p.Rung, signed: p.Signed}
			}
		}
	}
	return about{stage: n.Stage}
}

// Addresses says whether a decision is about a message or a promise: by its
// number, if there is one, else by an issue, −1 for any.
func (p *Past) Addresses(d *Decision, number int32, issue int8) bool {
	if number > 0 {
		return d.Need.Item == number
	}
	if issue < 0 || d.about.issue == issue {
		return true
	}
	return d.about.kind == engine.Offer && d.about.heard.Names(issue)
}

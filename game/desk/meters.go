package desk

import (
	"strings"

	"backchannel/engine"
	"backchannel/engine/expr"
)

// MostMeters is how many numbers the desk shows beside the capital.
const MostMeters = 6

// Meter is one number of the desk.
type Meter struct {
	Quantity int
	Key      string // what one types to ask about it
	Title    string
	Value    int64 // whole points or units
	Unit     string
	Word     string // "raids and replies"
	Change   engine.Milli
	Changed  string // "up 3"
	Why      []WhyLine
	Counter  bool
}

// Moved says whether it has changed by as much as half a point or unit.
func (m *Meter) Moved() bool { return size(m.Change) >= engine.Point/2 }

var standardKeys = [engine.QStandardCount]string{
	engine.QTension: "meter.tension", engine.QTrustW: "meter.trust_w", engine.QTrustH: "meter.trust_h",
	engine.QStandingW: "meter.standing_w", engine.QStandingH: "meter.standing_h", engine.QHawksW: "meter.hawks_w",
	engine.QHawksH: "meter.hawks_h", engine.QCongress: "meter.congress", engine.QPatron: "meter.patron",
	engine.QHardship: "meter.hardship", engine.QExit: "meter.exit", engine.QCapitalW: "meter.capital", engine.QCapitalH: "meter.capital",
	engine.QStories: "meter.stories", engine.QDebtW: "meter.debt_w", engine.QDebtH: "meter.debt_h", engine.QOwedW: "meter.owed_w",
	engine.QOwedH: "meter.owed_h", engine.QPressureW: "meter.pressure_w", engine.QPressureH: "meter.pressure_h",
	engine.QCoverW: "meter.cover_w", engine.QCoverH: "meter.cover_h", engine.QPreparedW: "meter.prepared_w",
	engine.QPreparedH: "meter.prepared_h", engine.QBroken: "meter.broken", engine.QProgress: "meter.progress",
	engine.QSurge: "meter.surge",
}

// QuantityTitle is a quantity's name on the screen.
func (r *Reader) QuantityTitle(q int) string {
	if q < engine.QStandardCount {
		return r.C.T(standardKeys[q])
	}
	return r.M.Quantities[q].Title
}

// shown are the quantities of the desk: what one's goals read, tension,
// standing, trust, and the side's own worry, as far as they are known.
func (r *Reader) shown(o *engine.Observation) []int {
	i := int(r.side)
	want := append([]int{engine.QTension, engine.QStandingW + i}, r.flowing(o)...)
	want = append(want, engine.QTrustW+1-i)
	for _, g := range r.G.Briefing().Goals {
		for _, p := range g.Parts {
			if p.Test == nil && p.Issue < 0 && p.Quantity >= 0 {
				want = append(want, int(p.Quantity))
			}
			want = append(want, readBy(p.Test)...)
		}
	}
	if r.side == engine.Washington {
		want = append(want, engine.QCongress)
	} else {
		want = append(want, engine.QPatron, engine.QHardship)
	}
	want = append(want, engine.QHawksW+i, engine.QTrustW+i)
	for q := engine.QStandardCount; q < len(r.M.Quantities); q++ {
		if r.M.Quantities[q].Counter {
			want = append(want, q)
		}
	}
	var out []int
	seen := map[int]bool{}
	for _, q := range want {
		if !seen[q] && o.Known[q] && len(out) < MostMeters {
			seen[q] = true
			out = append(out, q)
		}
	}
	return out
}

// readBy are the quantities that a condition reads, also as a counter's peak.
func readBy(test *expr.Prog) (out []int) {
	if test == nil {
		return nil
	}
	for _, r := range test.Refs() {
		switch r &^ 0xffff {
		case engine.RefQuantity, engine.RefHighestQ, engine.RefLowestQ:
			out = append(out, int(r&0xffff))
		}
	}
	return out
}

// Flowed says of each counter into which people flow how many came since the
// last commit, where they were many.
func (r *Reader) Flowed() (out []string) {
	o := r.G.Observe()
	for _, q := range r.flowing(o) {
		if m := r.Meter(q); m.Change >= manyPeople*engine.Point {
			out = append(out, r.C.T("meter.flowed", "Title", m.Title, "N", m.Change/engine.Point, "Unit", m.Unit))
		}
	}
	return out
}

// manyPeople is how many arrivals between two commits are worth a line.
const manyPeople = 100

// flowing are the counters into which people flow, of those flows that run by
// word of mouth: the first that each fills whatever happens.
func (r *Reader) flowing(o *engine.Observation) (out []int) {
	for k := range r.M.Flows {
		f := &r.M.Flows[k]
		if !f.SeenBy[r.side] || !r.M.Theory.Flows[f.Kind].Press {
			continue
		}
		for _, to := range f.Fills {
			if to.Also && to.When == nil {
				out = append(out, int(to.Counter))
				break
			}
		}
	}
	return out
}

func (r *Reader) meters(o *engine.Observation) []Meter {
	var out []Meter
	for _, q := range r.shown(o) {
		out = append(out, r.Meter(q))
	}
	return out
}

// Meter is one quantity as the desk shows it.
func (r *Reader) Meter(q int) Meter {
	spec, now := &r.M.Quantities[q], r.G.W.S.Q[q]
	m := Meter{Quantity: q, Key: r.meterKey(q, spec.Name), Title: r.QuantityTitle(q), Value: now / engine.Point, Unit: spec.Unit, Counter: spec.Counter, Why: r.whyLines(q)}
	if !spec.Counter {
		m.Unit, m.Word = "", r.step(spec, m.Value)
	}
	for _, l := range m.Why {
		m.Change += l.Amount
	}
	m.Changed = r.change(m.Change)
	return m
}

// meterKey is a quantity's name without its side.
func (r *Reader) meterKey(q int, name string) string {
	switch q {
	case engine.QStandingW + int(r.side.Other()):
		return "hold" // the other's
	case engine.QTrustW + int(r.side.Other()):
		return "theirs"
	}
	if at := strings.IndexByte(name, '.'); at > 0 {
		return name[:at]
	}
	return name
}

var levelKeys = [...]string{"level.w0", "level.w1", "level.w2", "level.w3", "level.w4"}

// step is the word for a meter's level: the era's own, else a plain one.
func (r *Reader) step(q *engine.Quantity, value int64) string {
	word := ""
	for _, w := range q.Words {
		if value >= int64(w.From) {
			word = w.Text
		}
	}
	if word == "" {
		word = r.C.T(levelKeys[min(max(value/20, 0), 4)])
	}
	return word
}

// change is a change in words, to the tenth of a point.
func (r *Reader) change(m engine.Milli) string {
	n := Points(size(m))
	switch {
	case n == "0":
		return r.C.T("meter.same")
	case m > 0:
		return r.C.T("meter.up", "N", n)
	}
	return r.C.T("meter.down", "N", n)
}

// WhyText is a line of a meter's "why?".
func (r *Reader) WhyText(l WhyLine) string {
	return upper(r.C.T("cause.line", "Cause", l.Text, "Amount", r.change(l.Amount)))
}

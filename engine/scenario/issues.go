package scenario

import (
	"backchannel/engine"
	"backchannel/engine/expr"
)

// issueTables fills the issues, and what each side feels about them.
func (l *loader) issueTables() {
	readBy := map[int]bool{}
	for k := range l.src.Issues {
		t := &l.src.Issues[k]
		is := engine.Issue{ID: t.ID.text, Title: t.Title.text, Days: l.days(t.Days, "carrying out"), HiddenFrom: l.sideSet(t.HiddenFrom),
			Reads: -1, ThirdLand: t.ThirdLand.on, Grand: t.Grand.on, Visible: t.Visible.on, Law: l.law(t), Source: l.from(t.Source, t.Note)}
		if len(t.Rungs) < 2 && len(l.src.Issues) > 0 && t.Rungs != nil {
			l.add(t.At, "a ladder needs at least 2 rungs")
		}
		for _, w := range t.Rungs {
			is.Rungs = append(is.Rungs, engine.Rung{Text: w.text})
		}
		is.Start = max(l.rung(k, t.Start), 0)
		l.movers(&is, t)
		l.reading(&is, t, readBy)
		l.needs(k, &is, t)
		l.m.Issues = append(l.m.Issues, is)
		l.stance(k, engine.Washington, &t.Washington)
		l.stance(k, engine.Havana, &t.Havana)
		for j := range t.CareWhen {
			l.careRule(k, &t.CareWhen[j])
		}
	}
}

// law reads when Congress takes the ladder into its hands.
func (l *loader) law(t *issueTable) *expr.Prog {
	if !t.Law.set {
		return nil
	}
	for _, w := range t.MovedBy {
		if w.text == "washington" {
			return l.condition(t.Law)
		}
	}
	l.add(t.Law.at, "a law takes nothing from a President who cannot move the issue %q", t.ID.text)
	return nil
}

// movers reads who can move an issue.
func (l *loader) movers(is *engine.Issue, t *issueTable) {
	for _, w := range t.MovedBy {
		switch {
		case !w.set:
		case w.text == "congress":
			is.Congress = true
		case w.text == "washington" || w.text == "havana":
			is.MovedBy[sideNames.index[w.text]] = true
		case !goodID(w.text):
			l.add(w.at, "the id %q must be lower case letters and digits with single hyphens between", w.text)
		case is.Third != "":
			l.add(w.at, "only one third party can hold an issue, here %q already does", is.Third)
		default:
			is.Third = w.text
			l.mistakenSide(w)
		}
	}
	if t.MovedBy != nil && !is.MovedBy[0] && !is.MovedBy[1] && !is.Congress && is.Third == "" {
		l.add(t.At, "nobody can move the issue %q", is.ID)
	}
}

// needs reads what single rungs need.
func (l *loader) needs(issue int, is *engine.Issue, t *issueTable) {
	for _, e := range t.Needs {
		r := l.rung(issue, e.key)
		if r < 0 {
			continue
		}
		n := &is.Rungs[r].Needs
		for _, w := range e.value {
			switch {
			case !w.set:
			case w.text == "agreement":
				n.Agreement = true
			case w.text == "congress":
				n.Congress = true
			case !goodID(w.text):
				l.add(w.at, "the id %q must be lower case letters and digits with single hyphens between", w.text)
			case n.Third != "":
				l.add(w.at, "only one third party can hold a rung, here %q already does", n.Third)
			default:
				n.Third = w.text
				l.mistakenSide(w)
			}
		}
	}
}

// mistakenSide warns of a third party that is nearly the name of a side.
func (l *loader) mistakenSide(w word) {
	if near := suggestion(w.text, "washington", "havana", "congress"); near != "" {
		l.warn(w.at, "%q is taken for a third party%s", w.text, near)
	}
}

// reading reads from which quantity a rung is read.
func (l *loader) reading(is *engine.Issue, t *issueTable, readBy map[int]bool) {
	if !t.Reads.set {
		if len(t.Levels) > 0 {
			l.add(t.Levels[0].at, `only an issue that reads a quantity has "at"`)
		}
		return
	}
	q, ok := l.find(l.quantities, t.Reads, "quantity")
	if !ok {
		return
	}
	if readBy[q] {
		l.add(t.Reads.at, "another issue reads %q already", t.Reads.text)
		return
	}
	readBy[q] = true
	is.Reads = int16(q)
	if len(t.Levels) != len(is.Rungs) {
		l.add(t.Reads.at, `"at" must give the value of %q at each of the %d rungs, not %d values`, t.Reads.text, len(is.Rungs), len(t.Levels))
		return
	}
	rising := true
	for k, w := range t.Levels {
		is.Rungs[k].At = l.amount(w.n, w.at, "the value")
		if k > 0 && w.set && w.n <= t.Levels[k-1].n {
			l.add(w.at, "the values must rise from rung to rung")
			rising = false
		}
	}
	if !rising || len(is.Rungs) == 0 {
		return
	}
	if start := engine.RungAt(is.Rungs, l.m.Quantities[q].Start); t.Start.set && is.Start != start {
		l.add(t.Start.at, "%q opens at %d, which is the rung %q", t.Reads.text, l.m.Quantities[q].Start/engine.Point, is.Rungs[start].Text)
	}
}

// stance reads what an issue is worth to a side.
func (l *loader) stance(issue int, side engine.Side, t *stanceTable) {
	if t.At == (place{}) {
		return
	}
	l.judged(t.At, "what an issue is worth to a side", t.Source, t.Note)
	sm := &l.m.Sides[side]
	sm.Cares[issue] = l.step(t.Cares, 0, 4, "the care")
	rungs := len(l.m.Issues[issue].Rungs)
	if t.Values != nil && len(t.Values) != rungs {
		at := t.At
		if len(t.Values) > 0 {
			at = t.Values[0].at
		}
		l.add(at, "the ladder has %d rungs, but %d values stand here", rungs, len(t.Values))
		return
	}
	l.deeds(issue, side, t)
	best, count := int8(-1), 0
	for k, w := range t.Values {
		v := l.step(w, 0, 4, "a value")
		sm.Values[issue][k] = v
		switch {
		case v > best:
			best, count = v, 1
		case v == best:
			count++
		}
	}
	switch {
	case count == len(t.Values) && count > 1 && sm.Cares[issue] > 0:
		l.add(t.Values[0].at, "no rung is the best for %s: all have the same value", side)
	case count > 1 && count < len(t.Values):
		l.warn(t.Values[0].at, "%d rungs are equally good for %s; one should be the best", count, side)
	}
}

// deeds reads what a side that can move an issue does for each rung.
func (l *loader) deeds(issue int, side engine.Side, t *stanceTable) {
	is := &l.m.Issues[issue]
	switch {
	case !is.MovedBy[side] && t.Deeds != nil:
		l.add(t.Deeds[0].at, "%s cannot move the issue %q, so it has no deeds", side, is.ID)
	case is.MovedBy[side] && len(t.Deeds) != len(is.Rungs):
		at := t.At
		if len(t.Deeds) > 0 {
			at = t.Deeds[0].at
		}
		l.add(at, "%s can move the issue %q: deeds must say what it does for each of the %d rungs, not %d", side, is.ID, len(is.Rungs), len(t.Deeds))
	case is.MovedBy[side]:
		for k, w := range t.Deeds {
			is.Rungs[k].Deed[side] = w.text
		}
	}
}

// careRule reads a condition that raises or lowers a care.
func (l *loader) careRule(issue int, t *careWhenTable) {
	side := l.side(t.Side)
	rule := engine.CareRule{Issue: int8(issue), Add: l.step(t.Add, -4, 4, "what is added to a care"), When: l.condition(t.When)}
	l.from(t.Source, t.Note)
	l.m.Sides[side].CareRules = append(l.m.Sides[side].CareRules, rule)
}

// channelTables fills the channels.
func (l *loader) channelTables() {
	for k := range l.src.Channels {
		t := &l.src.Channels[k]
		l.m.Channels = append(l.m.Channels, engine.Channel{
			ID: t.ID.text, Title: t.Title.text, Name: t.Name.text,
			Trusted:       [2]int8{l.step(t.Trusted.Washington, 0, 4, "trust"), l.step(t.Trusted.Havana, 0, 4, "trust")},
			Leaks:         l.step(t.Leaks, 0, 4, "leaks"),
			Fidelity:      l.step(t.Fidelity, 0, 4, "fidelity"),
			Delay:         l.days(t.Delay, "the delay"),
			Carries:       l.step(t.Carries, 0, engine.MaxTerms, "what a channel carries"),
			Authority:     l.sideSet(t.Authority),
			AuthorityWhen: [2]*expr.Prog{l.condition(t.AuthorityWhen.Washington), l.condition(t.AuthorityWhen.Havana)},
			OpenAtStart:   t.Open.on,
			Warmth:        l.step(t.Warmth, 0, 4, "warmth"),
			Line:          t.Line.on,
			When:          l.condition(t.When),
			Source:        l.judged(t.At, "a channel", t.Source, t.Note),
		})
	}
}

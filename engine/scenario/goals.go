package scenario

import (
	"backchannel/engine"
	"backchannel/engine/expr"
)

// goalTables fills a side's goals.
func (l *loader) goalTables(side engine.Side, t *sideTable, sm *engine.SideModel) {
	for k := range t.Goals {
		x := &t.Goals[k]
		g := engine.Goal{ID: x.ID.text, Letter: string(rune('A' + k)), Title: x.Title.text, Text: x.Text.text,
			Weight: l.step(x.Weight, 1, 4, "the weight")}
		if n := len(x.Parts); x.Parts != nil && (n < 1 || n > engine.MaxParts) {
			l.add(x.At, "a goal has 1 to %d parts, here stand %d", engine.MaxParts, n)
			x.Parts = x.Parts[:min(n, engine.MaxParts)]
		}
		for j := range x.Parts {
			p := l.part(&x.Parts[j])
			if p.Quantity >= 0 { // what a side wants to bring about it has estimates of
				l.m.Quantities[p.Quantity].SeenBy[side] = true
			}
			g.Parts = append(g.Parts, p)
		}
		sm.Goals = append(sm.Goals, g)
	}
	if t.Goals != nil && len(t.Goals) != engine.MaxGoals {
		l.add(t.At, "a side has exactly %d goals, %s has %d", engine.MaxGoals, side, len(t.Goals))
	}
}

// part reads one part of a goal: a quantity or an issue with a level, or a
// condition without.
func (l *loader) part(t *partTable) engine.GoalPart {
	p := engine.GoalPart{Quantity: -1, Issue: -1, Keep: t.Keep.given, Text: t.Text.text, Unit: t.Unit.text}
	p.Shows = l.compile(t.Shows, expr.Int)
	if t.Shows.given != t.Unit.given {
		l.add(t.At, `"shows" and "unit" stand together: a number, and what it counts`)
	}
	of := t.Reach
	if t.Keep.given {
		of = t.Keep
	}
	if t.Keep.given == t.Reach.given {
		l.add(t.At, `a part of a goal has either "reach" or "keep"`)
		return p
	}
	if !t.Level.given {
		p.Test = l.condition(of)
		return p
	}
	if !t.Level.set || !of.set {
		return p
	}
	if k, ok := l.quantities.index[of.text]; ok {
		p.Quantity = int16(k)
		if !t.Level.number.set {
			l.add(t.Level.at, "the level of a quantity must be a whole number")
			return p
		}
		p.Level = l.value(l.counts(k), t.Level.number)
		return p
	}
	if k, ok := l.issues.index[of.text]; ok {
		p.Issue = int8(k)
		if !t.Level.rung.set {
			l.add(t.Level.at, "the level of an issue must be the words of a rung")
			return p
		}
		p.Level = int64(max(l.rung(k, t.Level.rung), 0)) * engine.Point
		return p
	}
	known := append(append([]string(nil), l.issues.list...), l.quantities.list...)
	l.add(of.at, "%q is neither a quantity nor an issue%s; a condition has no level", of.text, expr.Suggest(of.text, known))
	return p
}

var kindNames = newNames(engine.KindNames[:]...)

// adviserTables fills a side's advisers.
func (l *loader) adviserTables(side engine.Side, t *sideTable, sm *engine.SideModel) {
	desk := 0
	for k := range t.Advisers {
		x := &t.Advisers[k]
		a := engine.Adviser{ID: x.ID.text, Name: x.Name.text, Office: x.Office.text, AtDesk: x.Desk.on, When: l.condition(x.When),
			Believes: sm.Believes, TrustBias: l.step(x.Trusts, -4, 4, "trusts"), LeakBias: l.step(x.Leaks, -4, 4, "leaks"),
			Record: x.Record.text, Unaware: l.condition(x.Unaware)}
		l.judged(x.At, "an adviser", x.Source, x.Note)
		for _, e := range x.Believes {
			l.from(e.value.Source, e.value.Note)
			l.belief(e, &a.Believes)
		}
		l.interest(side, &x.Wants, &a.Interest)
		if x.Desk.on {
			desk++
		}
		sm.Advisers = append(sm.Advisers, a)
	}
	switch {
	case t.Advisers == nil:
	case desk == 0:
		l.add(t.At, "%s has no adviser at the desk", side)
	case desk < 3:
		l.warn(t.At, "three advisers should sit at %s's desk, not %d", side, desk)
	}
}

// interest reads what an adviser wants.
func (l *loader) interest(side engine.Side, t *wantsTable, in *engine.Interest) {
	for _, e := range t.Goals {
		if k, ok := l.find(l.goals[side], e.key, "goal of "+side.String()); ok {
			in.Goals[k] = l.step(e.value, -4, 4, "the interest in a goal")
		}
	}
	for _, p := range t.Quantities {
		k, ok := l.find(l.quantities, p.key, "quantity")
		if n, isNumber := l.number(p.val); ok && isNumber {
			in.Quantities[k] = l.step(wholeAt(n, p.val.at), -4, 4, "the interest in a quantity")
		}
	}
	l.perIssue(t.Issues, -4, 4, "what is added to a care", &in.Issues)
	for _, e := range t.Kinds {
		if k, ok := l.find(kindNames, e.key, "kind of move"); ok {
			in.Kinds[k] = l.step(e.value, -4, 4, "the taste for a kind of move")
		}
	}
	for _, e := range t.Moves {
		if k, ok := l.find(l.moves, e.key, "move"); ok {
			in.Moves[k] = l.step(e.value, -4, 4, "the taste for a move")
		}
	}
}

package scenario

import (
	"cmp"
	"errors"
	"slices"

	"backchannel/engine"
	"backchannel/engine/expr"
)

var precisions = newNames("day", "about", "week")

// recordTables fills the record and what the model is measured against.
func (l *loader) recordTables() {
	r := &l.src.Record
	for k := range r.Moves {
		l.recordMove(&r.Moves[k])
	}
	for k := range r.Events {
		l.recordEvent(&r.Events[k])
	}
	for k := range r.Weeks {
		t := &r.Weeks[k]
		if t.From.set && t.To.set && t.To.day < t.From.day {
			l.add(t.To.at, "%s lies before %s", t.To.day, t.From.day)
		}
		l.within(t.From)
		l.m.Record.Weeks = append(l.m.Record.Weeks, engine.RecordWeek{From: t.From.day, To: t.To.day, Text: t.Text.text,
			Source: l.from(t.Source, word{})})
	}
	slices.SortStableFunc(l.m.Record.Moves, func(a, b engine.RecordMove) int { return cmp.Compare(a.On, b.On) })
	slices.SortStableFunc(l.m.Record.Events, func(a, b engine.RecordEvent) int { return cmp.Compare(a.On, b.On) })
	slices.SortStableFunc(l.m.Record.Weeks, func(a, b engine.RecordWeek) int { return cmp.Compare(a.From, b.From) })
	l.curves()
	l.checkpoints()
	l.expectations()
	for k := range l.src.LeftOut {
		t := &l.src.LeftOut[k]
		l.m.LeftOut = append(l.m.LeftOut, engine.LeftOut{What: t.What.text, Why: t.Why.text})
	}
}

// curves reads the sourced series.
func (l *loader) curves() {
	ids := newNames()
	for k := range l.src.Record.Series {
		t := &l.src.Record.Series[k]
		if !ids.put(t.ID.text) && t.ID.set {
			l.add(t.ID.at, "a second series %q", t.ID.text)
		}
		c := engine.RecordSeries{ID: t.ID.text, Title: t.Title.text, Unit: t.Unit.text, PerDay: t.PerDay.on, Source: l.from(t.Source, word{})}
		q, ok := l.find(l.quantities, t.Of, "quantity")
		if ok && t.Of.set {
			c.Quantity = int16(q)
			if t.PerDay.on && !l.counts(q) {
				l.add(t.Of.at, "%q is a meter; a series per day stands beside a counter", t.Of.text)
			}
		}
		for _, p := range t.Points {
			day, err := engine.ParseDay(p.key.text)
			n, isNumber := l.number(p.val)
			switch {
			case err != nil:
				l.add(p.key.at, "%v", err)
			case isNumber:
				c.Points = append(c.Points, engine.RecordPoint{On: day, Value: l.amount(n, p.val.at, "the value")})
			}
		}
		slices.SortStableFunc(c.Points, func(a, b engine.RecordPoint) int { return cmp.Compare(a.On, b.On) })
		l.m.Record.Series = append(l.m.Record.Series, c)
	}
}

// within warns of a day that no cut holds.
func (l *loader) within(w date) {
	if w.set && !l.inSomeCut(w.day) {
		l.warn(w.at, "%s lies in no cut", w.day)
	}
}

func (l *loader) recordMove(t *recordMoveTable) {
	l.within(t.On)
	m := engine.RecordMove{On: t.On.day, Precision: "day", Side: l.side(t.Side), Text: t.Text.text, Source: l.from(t.Source, word{})}
	if t.Precision.set {
		l.find(precisions, t.Precision, "precision")
		m.Precision = t.Precision.text
	}
	if t.Move.set {
		choice, match, err := engine.ParseChoice(l.m, m.Side, t.Move.text)
		m.Choice = choice
		var bad *engine.GrammarError
		switch {
		case errors.As(err, &bad):
			l.add(t.Move.rune(bad.Column), "%s", bad.Message)
		case match >= 0:
			m.Match = l.m.Issues[match].ID
		case choice.Item != 0:
			l.add(t.Move.at, "the record names an issue, not a number")
		}
	}
	l.m.Record.Moves = append(l.m.Record.Moves, m)
}

func (l *loader) recordEvent(t *recordEventTable) {
	l.within(t.On)
	e := engine.RecordEvent{On: t.On.day, Text: t.Text.text, Source: l.from(t.Source, word{})}
	if t.Event.set {
		if k, ok := l.find(l.events, t.Event, "event"); ok {
			e.Event = int8(k)
			l.checkRecordEvent(t, &l.src.Events[k])
		}
	}
	l.m.Record.Events = append(l.m.Record.Events, e)
}

// checkRecordEvent checks that the record and the event agree.
func (l *loader) checkRecordEvent(t *recordEventTable, e *eventTable) {
	if e.On.set && t.On.set && e.On.day != t.On.day {
		l.add(t.On.at, "the event %q is on %s, not on %s", t.Event.text, e.On.day, t.On.day)
	}
	if e.Feared.on {
		l.add(t.Event.at, "the event %q was feared and never struck", t.Event.text)
	}
}

func (l *loader) checkpoints() {
	for k := range l.src.Checkpoints {
		t := &l.src.Checkpoints[k]
		l.within(t.On)
		c := engine.Checkpoint{On: t.On.day, What: t.What.text, Value: l.compile(t.Value, expr.Int),
			Want: l.amount(t.Want.n, t.Want.at, "what is wanted"), Tolerance: l.amount(t.Tolerance.n, t.Tolerance.at, "the tolerance"),
			When: l.condition(t.When), Source: l.from(t.Source, word{}), FrozenWrong: t.FrozenWrong.on}
		if t.Tolerance.n < 0 {
			l.add(t.Tolerance.at, "the tolerance cannot be negative")
		}
		l.m.Checkpoints = append(l.m.Checkpoints, c)
	}
}

var directions = newNames("up", "down", "same")

func (l *loader) expectations() {
	for k := range l.src.Expectations {
		t := &l.src.Expectations[k]
		if t.Move.set {
			l.find(l.moves, t.Move, "move")
		}
		_, isIssue := l.issues.index[t.Quantity.text]
		if t.Quantity.set && !isIssue {
			l.find(l.quantities, t.Quantity, "quantity")
		}
		if t.Direction.set {
			l.find(directions, t.Direction, "direction")
		}
		l.within(t.On)
		l.m.Expectations = append(l.m.Expectations, engine.Expectation{Move: t.Move.text, On: t.On.day, Who: t.Who.text,
			Quantity: t.Quantity.text, Direction: t.Direction.text, Horizon: t.Horizon.text, Source: l.from(t.Source, word{})})
	}
}

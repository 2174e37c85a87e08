package scenario

import "backchannel/engine"

// checkMove checks that a move has what its kind needs and nothing that it
// cannot use.
func (l *loader) checkMove(m *engine.Move, t *moveTable) {
	if m.Kind == engine.Hold {
		return // the kind is missing or unknown
	}
	rungs := m.Kind == engine.Gesture || m.Kind == engine.Pressure
	switch {
	case t.Rung.set && !rungs:
		l.add(t.Rung.at, "only a gesture or a pressure moves a rung; another kind does so by its effects")
	case t.Rung.set && !t.Issue.given:
		l.add(t.Rung.at, `a rung needs an "issue"`)
	case t.Issue.set && !t.Rung.given && rungs:
		l.add(t.Issue.at, `a %s on an issue needs the "rung" to which it moves`, m.Kind)
	}
	if m.Rung >= 0 {
		l.checkRungMove(m, t)
	}
	l.checkOrderMove(m, t)
	carries := m.Kind == engine.Open || m.Kind == engine.Close
	if carries && !t.Channel.given {
		l.add(t.At, `a move of kind %q needs a "channel"`, m.Kind)
	}
	if t.Channel.set && !carries && m.Kind != engine.ThirdParty {
		l.add(t.Channel.at, "a move of kind %q has no channel", m.Kind)
	}
	if t.Reveals.set && m.Kind != engine.Disclosure {
		l.add(t.Reveals.at, "only a disclosure reveals")
	}
	if t.Once.on && t.Every.set {
		l.add(t.Every.at, `a move has either "once" or "every"`)
	}
	if t.When.set && !t.WhyNot.given {
		l.warn(t.When.at, `a condition needs "why_not": what is said when it does not hold`)
	}
	l.checkWhyNot(m, &t.WhyNot)
}

// checkWhyNot checks that a list of reasons has one for each clause of the
// condition, in short words.
func (l *loader) checkWhyNot(m *engine.Move, t *wordList) {
	if !t.many {
		return
	}
	clauses := 0
	if m.When != nil {
		clauses = m.When.Clauses()
	}
	if len(t.list) != clauses {
		l.add(t.at, `"why_not" has %d texts for %d clauses of "when": one text for each, or one for all`, len(t.list), clauses)
	}
	for _, w := range t.list {
		if w.set && w.text == "" {
			l.add(w.at, "a reason is empty")
		}
		l.short(w, 14, "reason")
	}
}

// checkRungMove checks that a side can move the rung, and in which direction.
func (l *loader) checkRungMove(m *engine.Move, t *moveTable) {
	is := &l.m.Issues[m.Issue]
	if !is.MovedBy[m.Side] {
		l.add(t.Issue.at, "%s cannot move the issue %q", m.Side, is.ID)
	}
	own, far := int8(0), int8(len(is.Rungs)-1)
	if m.Side == engine.Havana {
		own, far = far, own
	}
	if m.Kind == engine.Gesture && m.Rung == own {
		l.add(t.Rung.at, "a gesture moves towards the other side, but this rung is %s's own end", m.Side)
	}
	if m.Kind == engine.Pressure && m.Rung == far {
		l.add(t.Rung.at, "a pressure moves away from the other side, but this rung is %s's end", m.Side.Other())
	}
}

// checkOrderMove checks what starts or recalls a standing order.
func (l *loader) checkOrderMove(m *engine.Move, t *moveTable) {
	if m.Kind != engine.Order {
		if t.Order.set {
			l.add(t.Order.at, "only a move of kind \"order\" starts or recalls a standing order")
		}
		if t.Run.set {
			l.add(t.Run.at, "only a move of kind \"order\" runs anything")
		}
		return
	}
	if !t.Order.given {
		l.add(t.At, `a move of kind "order" needs an "order"`)
	}
	if !t.Run.given {
		l.add(t.At, `a move of kind "order" needs run = true or false`)
	}
	if m.Order >= 0 && l.m.Orders[m.Order].Side != m.Side {
		l.add(t.Order.at, "the standing order %q is %s's, not %s's", t.Order.text, m.Side.Other(), m.Side)
	}
}

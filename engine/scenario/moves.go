package scenario

import "backchannel/engine"

// authored are the kinds of move that a scenario writes.
var authored = newNames("gesture", "pressure", "order", "speech", "disclosure", "cover", "open", "close", "third-party", "work", "ratify")

// moveTables fills the moves.
func (l *loader) moveTables() {
	for k := range l.src.Moves {
		t := &l.src.Moves[k]
		m := engine.Move{ID: t.ID.text, Title: t.Title.text, Detail: t.Detail.text, Side: l.side(t.Side), Issue: -1, Rung: -1, Order: -1,
			Channel: -1, Reveals: -1, Run: t.Run.on, Price: l.step(t.Price, 0, 4, "the price"), When: l.condition(t.When),
			WhyNot: t.WhyNot.texts(), Effects: l.effects(t.Effects), Exposes: t.Exposes.on, Once: t.Once.on, Every: l.days(t.Every, "every"),
			Documented: t.Documented.on, IfSecret: t.IfSecret.text, IfLeaked: t.IfLeaked.text, Considered: t.Considered.text}
		if t.Kind.set {
			if _, ok := l.find(authored, t.Kind, "kind of move"); ok {
				m.Kind = engine.Kind(kindNames.index[t.Kind.text])
			}
		}
		m.Public = t.Public.on
		if !t.Public.set {
			m.Public = m.Kind == engine.Speech || m.Kind == engine.Pressure || m.Kind == engine.Disclosure
		}
		l.moveTargets(&m, t)
		l.checkMove(&m, t)
		l.moveTexts(&m, t)
		for _, w := range t.Touches {
			if e, ok := l.find(l.events, w, "event"); ok && w.set {
				m.Touches = append(m.Touches, int8(e))
			}
		}
		l.m.Moves = append(l.m.Moves, m)
	}
}

// moveTargets reads the issue, order and channel that a move touches.
func (l *loader) moveTargets(m *engine.Move, t *moveTable) {
	if t.Issue.set {
		if k, ok := l.find(l.issues, t.Issue, "issue"); ok {
			m.Issue = int8(k)
			m.Rung = l.rung(k, t.Rung)
		}
	}
	if t.Order.set {
		if k, ok := l.find(l.orders, t.Order, "standing order"); ok {
			m.Order = int8(k)
		}
	}
	if t.Channel.set {
		if k, ok := l.find(l.channels, t.Channel, "channel"); ok {
			m.Channel = int8(k)
		}
	}
	if t.Reveals.set {
		if k, ok := l.find(l.orders, t.Reveals, "standing order"); ok {
			m.Reveals = int8(k)
		}
	}
}

// moveTexts reads a move's texts and where they come from.
func (l *loader) moveTexts(m *engine.Move, t *moveTable) {
	l.short(t.Title, 25, "card")
	m.Cable = [2]string{t.Cable.Washington.text, t.Cable.Havana.text}
	l.short(t.Cable.Washington, 60, "cable")
	l.short(t.Cable.Havana, 60, "cable")
	m.Again = l.again(&t.Again, &t.Cable)
	if t.Again.given && t.Once.on {
		l.add(t.Again.at, `a move with "once" is not made again`)
	}
	if !t.Documented.on {
		m.Source = l.judged(t.At, "a move", t.Source, t.Note)
		if t.Considered.set {
			l.add(t.Considered.at, `only a move with documented = true has "considered"`)
		}
		return
	}
	if !t.Source.given {
		l.add(t.Documented.at, "a documented alternative needs a source")
	}
	if !t.Considered.given {
		l.warn(t.Documented.at, `a documented alternative needs "considered": who proposed it, when, and why it was rejected`)
	}
	m.Source = l.from(t.Source, t.Note)
}

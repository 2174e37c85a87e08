package scenario

import (
	"backchannel/engine"
	"backchannel/engine/expr"
)

var classes = newNames("exogenous", "stochastic", "triggered")

// eventTables fills the events.
func (l *loader) eventTables() {
	for k := range l.src.Events {
		t := &l.src.Events[k]
		e := engine.Event{ID: t.ID.text, Title: t.Title.text, On: t.On.day, Person: t.Person.on, Kind: -1,
			Rate: l.step(t.Rate, 0, 4, "the rate"), Most: l.step(t.Most, 0, 100, "most"), Pause: l.days(t.Pause, "the pause"),
			When: l.condition(t.When), Effects: l.effects(t.Effects), KnownTo: l.sideSet(t.KnownTo),
			Text:    [2]string{t.Text.Washington.text, t.Text.Havana.text},
			Warning: [2]string{t.Warning.Washington.text, t.Warning.Havana.text},
			Eve:     [2]string{t.Eve.Washington.text, t.Eve.Havana.text},
			Feared:  t.Feared.on, Third: t.Third.text, Public: t.Public.on, Stopper: t.Stopper.text,
			Source: l.judged(t.At, "an event", t.Source, t.Note)}
		if t.Hazard.set && !l.broken {
			e.Kind = l.hazard(t.Hazard)
		}
		if t.Kind.set {
			class, ok := l.find(classes, t.Kind, "kind of event")
			e.Class = engine.EventClass(class)
			if ok {
				l.checkClass(e.Class, t)
			}
		}
		for _, w := range []word{t.Text.Washington, t.Text.Havana, t.Warning.Washington, t.Warning.Havana, t.Eve.Washington, t.Eve.Havana} {
			l.short(w, 60, "cable")
		}
		e.Again = l.again(&t.Again, &t.Text)
		if t.Again.given && (t.Most.set && t.Most.n == 1 || t.Kind.text == "exogenous" && !t.Person.on) {
			l.add(t.Again.at, "an event that strikes once does not strike again")
		}
		l.short(t.Title, 25, "card")
		if t.Third.set && !goodID(t.Third.text) {
			l.add(t.Third.at, "the id %q must be lower case letters and digits with single hyphens between", t.Third.text)
		}
		l.m.Events = append(l.m.Events, e)
	}
}

// again reads what is said from the second time on, to the sides that were
// told the first time.
func (l *loader) again(t *textPairs, first *sideTexts) [][2]string {
	var out [][2]string
	for k := range t.list {
		p := &t.list[k]
		for _, side := range []struct {
			name      string
			now, once word
		}{{"washington", p.Washington, first.Washington}, {"havana", p.Havana, first.Havana}} {
			l.short(side.now, 60, "cable")
			if side.now.given != side.once.given {
				l.add(p.At, "what is said again must have a text for %s if, and only if, the first time has one", side.name)
			}
		}
		out = append(out, [2]string{p.Washington.text, p.Havana.text})
	}
	return out
}

// hazard reads a kind of hazard; −1 if the theory has none of that name.
func (l *loader) hazard(w word) engine.HazardKind {
	k, ok := l.hazards.index[w.text]
	if !ok {
		l.add(w.at, "the theory has no hazard %q%s", w.text, expr.Suggest(w.text, l.hazards.list))
		return -1
	}
	return engine.HazardKind(k)
}

// checkClass checks that an event has what its class needs and nothing that it
// cannot use.
func (l *loader) checkClass(class engine.EventClass, t *eventTable) {
	clock := class == engine.Stochastic || t.Person.on
	if class == engine.Exogenous && !t.On.given {
		l.add(t.At, "an exogenous event needs its day: on = 2030-12-31")
	}
	if class != engine.Exogenous && t.On.set {
		l.add(t.On.at, "only an exogenous event has a day")
	}
	if class != engine.Exogenous && t.Person.on {
		l.add(t.Person.at, "only an exogenous event can be the shock of a person")
	}
	if clock && !t.Hazard.given {
		l.add(t.At, `%s needs the "hazard" whose kind it is`, clockWords(t))
	}
	if clock && !t.Rate.given {
		l.add(t.At, `%s needs a "rate"`, clockWords(t))
	}
	if t.Rate.set && !clock {
		l.add(t.Rate.at, "only a stochastic event has a rate, or the shock of a person")
	}
	if class == engine.Triggered && !t.When.given {
		l.add(t.At, `a triggered event needs its condition: when = '…'`)
	}
	if class == engine.Exogenous && t.When.set && !t.Person.on {
		l.add(t.When.at, "an exogenous event happens whatever anyone does: it has no condition")
	}
	if class == engine.Exogenous && t.On.set && !l.inSomeCut(t.On.day) {
		l.warn(t.On.at, "%s lies in no cut", t.On.day)
	}
}

func clockWords(t *eventTable) string {
	if t.Person.on {
		return "the shock of a person"
	}
	return "a stochastic event"
}

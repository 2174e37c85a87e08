package scenario

import (
	"backchannel/engine"
	"backchannel/engine/expr"
)

// flowTables fills the flows.
func (l *loader) flowTables() {
	for k := range l.src.Flows {
		t := &l.src.Flows[k]
		f := engine.Flow{ID: t.ID.text, Title: t.Title.text, Unit: t.Unit.text, From: -1, Lost: -1,
			Gate: l.compile(t.Gate, expr.Int), Pull: l.compile(t.Pull, expr.Int), Halted: l.condition(t.Halted),
			Willing: l.amount(t.Willing.n, t.Willing.at, "how many are willing"), Start: l.amount(t.Start.n, t.Start.at, "the start"),
			Toll: l.step(t.Toll, 0, 4, "the toll"), SeenBy: all, Source: l.judged(t.At, "a flow", t.Source, t.Note)}
		if t.SeenBy != nil {
			f.SeenBy = l.sideSet(t.SeenBy)
		}
		if n, ok := l.kind(l.flowKinds, t.Kind, "kind of flow"); ok {
			f.Kind = int8(n)
		}
		if t.From.set {
			f.From = l.counter(t.From)
		}
		if t.Lost.set {
			f.Lost = l.counter(t.Lost)
		}
		if t.From.given == t.Willing.given {
			l.add(t.At, `a flow has either "willing" or the counter "from" that it empties`)
		}
		if len(t.To) > engine.MaxFills {
			l.add(t.To[engine.MaxFills].At, "a flow fills at most %d counters", engine.MaxFills)
			t.To = t.To[:engine.MaxFills]
		}
		for i := range t.To {
			x := &t.To[i]
			f.Fills = append(f.Fills, engine.Fill{Counter: l.counter(x.Counter), When: l.condition(x.When), Also: x.Also.on,
				Burden: l.step(x.Burden, 0, 4, "the burden")})
		}
		l.m.Flows = append(l.m.Flows, f)
	}
}

// kind finds a kind that the theory has; without a theory nothing is checked.
func (l *loader) kind(n *names, w word, what string) (int, bool) {
	if l.broken || !w.set {
		return 0, false
	}
	return l.find(n, w, what)
}

// counter is the number of a counter, 0 after a mistake.
func (l *loader) counter(w word) int16 {
	k, ok := l.find(l.quantities, w, "counter")
	if !ok || !w.set {
		return 0
	}
	if !l.counts(k) {
		l.add(w.at, "%q is a meter; this must be a counter", w.text)
	}
	return int16(k)
}

// ownRuleTables fills the rules of quantities that the scenario adds.
func (l *loader) ownRuleTables() {
	if n := len(l.src.Rules); n > engine.MaxRules {
		l.add(l.src.Rules[engine.MaxRules].At, "more than %d rules", engine.MaxRules)
		l.src.Rules = l.src.Rules[:engine.MaxRules]
	}
	for k := range l.src.Rules {
		t := &l.src.Rules[k]
		r := engine.OwnRule{From: -1, Step: 2, When: l.condition(t.When), Note: l.judged(t.At, "a rule", t.Source, t.Note)}
		if t.Step.given {
			r.Step = l.step(t.Step, 0, 4, "the step")
		}
		if of, ok := l.find(l.quantities, t.Of, "quantity"); ok && t.Of.set {
			r.Of = int16(of)
			if of < engine.QStandardCount {
				l.add(t.Of.at, "%q is moved by the theory alone; a scenario's rule moves a quantity of its own", t.Of.text)
			}
		}
		n, ok := l.kind(l.ruleKinds, t.Kind, "kind of rule")
		if !ok {
			l.m.Rules = append(l.m.Rules, r)
			continue
		}
		r.Kind = int8(n)
		l.ruleFrom(&r, t)
		l.m.Rules = append(l.m.Rules, r)
	}
}

// ruleFrom reads what a rule reads.
func (l *loader) ruleFrom(r *engine.OwnRule, t *ruleTable) {
	shape := l.theory.Rules[r.Kind].Shape
	reads := shape == engine.FormMeter || shape == engine.FormGain
	if reads != t.From.given {
		l.add(t.At, "a rule of the kind %q %s", t.Kind.text, map[bool]string{true: `needs a "from"`, false: `reads nothing: leave "from" out`}[reads])
		return
	}
	if !reads {
		return
	}
	from, ok := l.find(l.quantities, t.From, "quantity")
	if !ok || !t.From.set {
		return
	}
	r.From = int16(from)
	if l.counts(from) != (shape == engine.FormGain) {
		l.add(t.From.at, "a rule of the kind %q reads a %s, and %q is none", t.Kind.text, map[bool]string{true: "counter", false: "meter"}[shape == engine.FormGain], t.From.text)
	}
	if shape == engine.FormGain {
		if _, ok := l.series(from); !ok {
			l.add(t.From.at, "the last days of more than %d counters are read", engine.MaxSeries)
		}
	}
}

// crisisTables fills the situations that quicken the pace.
func (l *loader) crisisTables() {
	for k := range l.src.Crises {
		t := &l.src.Crises[k]
		l.m.Crises = append(l.m.Crises, engine.Crisis{ID: t.ID.text, Title: t.Title.text, Begins: l.condition(t.Begins), Ends: l.condition(t.Ends), Alarm: t.Alarm.on})
	}
}

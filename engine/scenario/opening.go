package scenario

import (
	"strings"

	"backchannel/engine"
	"backchannel/engine/expr"
	"backchannel/engine/record"
)

// openCut lets a cut that begins inside its era open from the record, and puts
// in what the cut says of its opening.
func (l *loader) openCut() {
	if l.cut == nil {
		return
	}
	first, pace := l.m.Cut.First, l.m.Cut.Pace
	for k := range l.m.Cuts {
		if c := &l.m.Cuts[k]; c.First < first {
			first, pace = c.First, l.pace(l.src.Cuts[k].Pace)
		}
	}
	if first < l.m.Cut.First {
		l.m.OpenFrom(record.Before(l.m, first, pace))
	}
	l.m.OpenWith(l.opening)
	l.m.KeepRecord()
}

// openings reads what every cut says of its opening and keeps it of the one
// that is compiled.
func (l *loader) openings() {
	for k := range l.src.Cuts {
		c := &l.src.Cuts[k]
		seen := map[string]bool{}
		for j := range c.Start {
			t := &c.Start[j]
			l.judged(t.At, "an opening of a cut", t.Source, t.Note)
			for _, p := range t.Set {
				if seen[p.key.text] {
					l.add(p.key.at, "a second opening of %q", p.key.text)
				}
				seen[p.key.text] = true
				if s, ok := l.setting(p); ok && c == l.cut {
					l.opening = append(l.opening, s)
				}
			}
		}
	}
}

// setting reads one value: absolute amounts, else as an effect writes it.
func (l *loader) setting(p pair) (engine.Setting, bool) {
	if k, ok := l.quantities.index[p.key.text]; ok {
		n, isNumber := l.number(p.val)
		if !isNumber {
			return engine.Setting{}, false
		}
		return engine.Setting{Kind: engine.AddQuantity, Index: int16(k), Amount: l.value(l.counts(k), wholeAt(n, p.val.at))}, true
	}
	sort, name, _ := strings.Cut(p.key.text, ".")
	target := word{text: name, at: p.key.at, set: true}
	switch sort {
	case "flow":
		k, ok := l.find(l.flows, target, "flow")
		n, isNumber := l.number(p.val)
		return engine.Setting{Flow: true, Index: int16(k), Amount: l.amount(n, p.val.at, "the rate")}, ok && isNumber
	case "warmth":
		k, ok := l.find(l.channels, target, "channel")
		n, isNumber := l.number(p.val)
		if !ok || !isNumber {
			return engine.Setting{}, false
		}
		return engine.Setting{Kind: engine.AddWarmth, Index: int16(k), Amount: int64(l.step(wholeAt(n, p.val.at), 0, 4, "warmth"))}, true
	case "believes":
		l.believed(name, p, nil) // cutBeliefs has put it into the side's
		return engine.Setting{}, false
	case "rung", "order", "leader", "channel":
		e, ok := l.effect(p)
		return engine.Setting{Kind: e.Kind, Side: e.Side, Index: e.Index, Amount: e.Amount}, ok
	}
	l.add(p.key.at, "unknown part of an opening %q%s", p.key.text, expr.Suggest(p.key.text, l.targets()))
	return engine.Setting{}, false
}

// believed reads "SIDE.ISSUE" and what that side takes the other to want there
// at the cut's opening: a number is the care, a text the furthest rung.
func (l *loader) believed(name string, p pair, into *[engine.MaxIssues]engine.Belief) {
	who, what, _ := strings.Cut(name, ".")
	_, known := l.find(sideNames, word{text: who, at: p.key.at, set: true}, "side")
	issue, ok := l.find(l.issues, word{text: what, at: p.key.at, set: true}, "issue")
	if !known || !ok {
		return
	}
	var none [engine.MaxIssues]engine.Belief
	if into == nil {
		into = &none
	}
	if p.val.word.set {
		into[issue].Furthest = max(l.rung(issue, p.val.word), 0)
	} else if n, isNumber := l.number(p.val); isNumber {
		into[issue].Care = l.step(wholeAt(n, p.val.at), 0, 4, "the care")
	}
}

// cutBeliefs puts in what a side believes at the opening of the cut that is
// compiled, where that is other than on the era's first day.
func (l *loader) cutBeliefs(side engine.Side, sm *engine.SideModel) {
	if l.cut == nil {
		return
	}
	for k := range l.cut.Start {
		for _, p := range l.cut.Start[k].Set {
			if name, ok := strings.CutPrefix(p.key.text, "believes."); ok && strings.HasPrefix(name, side.String()+".") {
				l.believed(name, p, &sm.Believes)
			}
		}
	}
}

// opensAt is the rung on which the cut that is compiled opens an issue, as far
// as the file says so.
func (l *loader) opensAt(issue int) int8 {
	is := &l.m.Issues[issue]
	if l.cut == nil {
		return is.Start
	}
	for k := range l.cut.Start {
		for _, p := range l.cut.Start[k].Set {
			if p.key.text == "rung."+is.ID && p.val.word.set {
				if r, ok := l.rungs[issue].index[p.val.word.text]; ok {
					return int8(r)
				}
			}
		}
	}
	return is.Start
}

// cutBriefing is what a side reads at the opening of the cut that is compiled.
func (l *loader) cutBriefing(side engine.Side) word {
	if l.cut == nil {
		return word{}
	}
	return [2]word{l.cut.Briefing.Washington, l.cut.Briefing.Havana}[side]
}

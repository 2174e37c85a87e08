package scenario

import (
	"strings"

	"backchannel/engine"
)

// headline fills the era's question and the yes/no outcomes beside it.
func (l *loader) headline() {
	t := &l.src.Headline
	l.m.Headline = engine.Headline{Question: t.Question.text, Historical: -1}
	ids, at := idsOf(t.Outcomes, func(t *outcomeTable) (word, place) { return t.ID, t.At })
	n := newNames()
	t.Outcomes = t.Outcomes[:l.declare(n, "outcome", ids, at, 6)]
	for k := range t.Outcomes {
		o := &t.Outcomes[k]
		last := k == len(t.Outcomes)-1
		l.m.Headline.Outcomes = append(l.m.Headline.Outcomes, engine.Outcome{ID: o.ID.text, Title: o.Title.text, When: l.condition(o.When),
			Historical: o.ID.text == t.Historical.text})
		always := strings.TrimSpace(o.When.text) == "true"
		if last && o.When.set && !always {
			l.add(o.When.at, `the last outcome must hold whenever no other does: when = "true"`)
		}
		if !last && always {
			l.add(o.When.at, "no outcome after this one can ever come out")
		}
	}
	if t.Outcomes != nil && len(t.Outcomes) < 3 {
		l.add(t.At, "a headline has 3 to 6 outcomes, here stand %d", len(t.Outcomes))
	}
	if t.Historical.set {
		if k, ok := l.find(n, t.Historical, "outcome"); ok {
			l.m.Headline.Historical = int8(k)
		}
	}
	ids, at = idsOf(l.src.YesNo, func(t *yesNoTable) (word, place) { return t.ID, t.At })
	l.src.YesNo = l.src.YesNo[:l.declare(n, "outcome", ids, at, 64)]
	for k := range l.src.YesNo {
		y := &l.src.YesNo[k]
		l.m.YesNo = append(l.m.YesNo, engine.Outcome{ID: y.ID.text, Title: y.Title.text, When: l.condition(y.When), Historical: y.Historical.on})
	}
}

// endingTables fills the endings.
func (l *loader) endingTables() {
	outcomes := newNames()
	for k := range l.m.Headline.Outcomes {
		outcomes.put(l.m.Headline.Outcomes[k].ID)
	}
	elsewhere := map[string]bool{}
	for k := range l.src.Other {
		for _, o := range l.src.Other[k].Outcomes {
			elsewhere[o.ID.text] = true
		}
	}
	closed := make(map[[2]int]bool) // an ending without a condition has been read
	for k := range l.src.Endings {
		t := &l.src.Endings[k]
		if _, here := outcomes.index[t.Outcome.text]; !here && elsewhere[t.Outcome.text] {
			continue
		}
		e := engine.Ending{Side: l.side(t.Side), When: l.condition(t.When), Text: t.Text.text}
		if words := len(strings.Fields(t.Text.text)); t.Text.set && (words < 80 || words > 150) {
			l.warn(t.Text.at, "an ending has 80 to 150 words, this one has %d", words)
		}
		if len(outcomes.list) > 0 {
			if o, ok := l.find(outcomes, t.Outcome, "outcome"); ok {
				e.Outcome = int8(o)
				at := [2]int{o, int(e.Side)}
				if closed[at] {
					l.warn(t.At, "an ending of %q for %s without a condition stands before this one", t.Outcome.text, e.Side)
				}
				closed[at] = closed[at] || !t.When.set
			}
		}
		l.m.Endings = append(l.m.Endings, e)
	}
	for k := range l.src.Headline.Outcomes {
		for _, side := range sides {
			if o := &l.src.Headline.Outcomes[k]; o.ID.set && !closed[[2]int{outcomes.index[o.ID.text], int(side)}] {
				l.warn(o.ID.at, "the outcome %q has no ending for %s that always fits", o.ID.text, side)
			}
		}
	}
}

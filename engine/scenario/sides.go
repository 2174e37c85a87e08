package scenario

import "backchannel/engine"

// sideTables fills what the scenario says of each side.
func (l *loader) sideTables() {
	for _, side := range sides {
		t, sm := l.sideTable(side), &l.m.Sides[side]
		if t.At == (place{}) {
			continue
		}
		sm.Name, sm.Chair, sm.Briefing = t.Name.text, t.Chair.text, t.Briefing.text
		sm.SilenceText = [2]word{l.src.Silence.Washington, l.src.Silence.Havana}[side].text
		l.short(t.Briefing, 200, "briefing")
		if w := l.cutBriefing(side); w.set {
			sm.Briefing = w.text
			l.short(w, 200, "briefing")
		}
		l.leaderTables(side, t, sm)
		l.constituencyTables(side, t, sm)
		l.beliefs(side, t, sm)
		l.goalTables(side, t, sm)
		l.typeTables(side, t, sm)
		l.adviserTables(side, t, sm)
		l.history(side, t, sm)
	}
}

// history reads which type and goals were really a side's.
func (l *loader) history(side engine.Side, t *sideTable, sm *engine.SideModel) {
	if t.History.set {
		if k, ok := l.find(l.types[side], t.History, "type of "+side.String()); ok {
			sm.HistoryType = int8(k)
		}
	}
	if t.HistoryGoals != nil {
		sm.HistoryGoals = l.twoGoals(side, t.HistoryGoals, t.At)
	}
}

// twoGoals reads a pair of goals.
func (l *loader) twoGoals(side engine.Side, list []word, at place) (goals [2]int8) {
	if len(list) != 2 {
		l.add(at, "a side plays for two goals, here stand %d", len(list))
		return goals
	}
	for k, w := range list {
		if !w.set {
			continue
		}
		g, _ := l.find(l.goals[side], w, "goal of "+side.String())
		goals[k] = int8(g)
	}
	if list[0].text == list[1].text && list[0].set {
		l.add(list[1].at, "the two goals must be different")
	}
	return goals
}

// leaderTables fills a side's leaders; the first governs at the opening.
func (l *loader) leaderTables(side engine.Side, t *sideTable, sm *engine.SideModel) {
	for k := range t.Leaders {
		x := &t.Leaders[k]
		leader := engine.Leader{ID: x.ID.text, Name: x.Name.text, Pride: l.step(x.Pride, 0, 4, "pride"),
			Patience: l.step(x.Patience, 0, 4, "patience"), Audience: l.step(x.Audience, -4, 4, "audience"),
			Term: l.step(x.Term, 0, 2, "the term"), Takes: [2]string{x.Takes.Washington.text, x.Takes.Havana.text}, Source: l.judged(x.At, "a leader", x.Source, x.Note)}
		l.perIssue(x.Cares, -4, 4, "what is added to a care", &leader.Cares)
		l.short(x.Takes.Washington, 60, "cable")
		l.short(x.Takes.Havana, 60, "cable")
		sm.Leaders = append(sm.Leaders, leader)
	}
	if len(t.Leaders) > 0 {
		sm.StartLeader = t.Leaders[0].ID.text
	}
}

// perIssue reads a table of numbers by issue.
func (l *loader) perIssue(list keyed[whole], least, most int64, what string, into *[engine.MaxIssues]int8) {
	for _, e := range list {
		if k, ok := l.find(l.issues, e.key, "issue"); ok {
			into[k] = l.step(e.value, least, most, what)
		}
	}
}

func (l *loader) constituencyTables(side engine.Side, t *sideTable, sm *engine.SideModel) {
	for k := range t.Constituencies {
		x := &t.Constituencies[k]
		c := engine.Constituency{ID: x.ID.text, Name: x.Name.text, Influence: l.step(x.Influence, 0, 4, "influence"),
			Moves: int16(engine.QHawksW + int(side)), RedLine: l.condition(x.RedLine), Veto: x.Veto.on, Text: x.Text.text}
		l.judged(x.At, "a constituency", x.Source, x.Note)
		l.perIssue(x.Minds, 0, 4, "how much it minds", &c.Cares)
		own := "hawks." + side.String()
		switch {
		case !x.Moves.set || x.Moves.text == own:
		case x.Moves.text == "congress":
			c.Moves = engine.QCongress
		default:
			l.add(x.Moves.at, "anger moves %q or \"congress\", not %q%s", own, x.Moves.text, suggestion(x.Moves.text, own, "congress"))
		}
		if c.Veto && !x.RedLine.given {
			l.add(x.Veto.at, "a constituency can veto only what crosses its red line, and it has none")
		}
		if x.RedLine.set && !x.Text.given {
			l.add(x.RedLine.at, `a red line needs a "text": what %s says when it is crossed`, x.Name.text)
		}
		l.short(x.Text, 60, "cable")
		sm.Constituencies = append(sm.Constituencies, c)
	}
}

// beliefs reads what a side takes the other to want. Of what it says nothing,
// it believes a care of 2 and that the other goes no further than today, and
// is sure of neither.
func (l *loader) beliefs(side engine.Side, t *sideTable, sm *engine.SideModel) {
	for k := range l.m.Issues {
		sm.Believes[k] = engine.Belief{Care: 2, Furthest: l.opensAt(k)}
	}
	for _, e := range t.Believes {
		l.judged(e.key.at, "a belief", e.value.Source, e.value.Note)
		l.belief(e, &sm.Believes)
	}
	l.cutBeliefs(side, sm)
}

func (l *loader) belief(e entry[beliefTable], into *[engine.MaxIssues]engine.Belief) {
	k, ok := l.find(l.issues, e.key, "issue")
	if !ok {
		return
	}
	b, t := &into[k], &e.value
	if t.Care.set {
		b.Care = l.step(t.Care, 0, 4, "the care")
	}
	if rung := l.rung(k, t.Furthest); rung >= 0 {
		b.Furthest = rung
	}
	if t.Confidence.set {
		b.Confidence = l.step(t.Confidence, 0, 3, "confidence")
	}
}

func (l *loader) typeTables(side engine.Side, t *sideTable, sm *engine.SideModel) {
	for k := range t.Types {
		x := &t.Types[k]
		ty := engine.Type{ID: x.ID.text, Name: x.Name.text, Text: x.Text.text, Weight: l.step(x.Weight, 1, 4, "the weight"),
			Cares: sm.Cares, Values: sm.Values, NoFee: x.NoFee.on, NoOpen: x.NoOpen.on, Patience: l.step(x.Patience, 0, 4, "patience")}
		l.judged(x.At, "a type", x.Source, x.Note)
		l.short(x.Text, 60, "type's text")
		l.perIssue(x.Cares, 0, 4, "the care", &ty.Cares)
		for issue := range l.m.Issues {
			ty.Furthest[issue] = l.farthest(side, issue, &ty)
		}
		for _, e := range x.Furthest {
			issue, ok := l.find(l.issues, e.key, "issue")
			if !ok {
				continue
			}
			if rung := l.rung(issue, e.value); rung >= 0 {
				ty.Furthest[issue] = rung
			}
		}
		if x.Goals != nil {
			ty.Goals = l.twoGoals(side, x.Goals, x.At)
		}
		sm.Types = append(sm.Types, ty)
	}
	if t.Types != nil && len(t.Types) == 0 {
		l.add(t.At, "%s has no type", side)
	}
}

// farthest is how far a type goes unless it says so: to its best rung or
// today's, whichever is farther from the side's own end.
func (l *loader) farthest(side engine.Side, issue int, ty *engine.Type) int8 {
	is := &l.m.Issues[issue]
	best := int8(0)
	for k := range is.Rungs {
		best = max(best, ty.Values[issue][k])
	}
	far := l.opensAt(issue)
	for k := range is.Rungs {
		if ty.Values[issue][k] == best && engine.Concedes(side, far, int8(k)) > 0 {
			far = int8(k)
		}
	}
	return far
}

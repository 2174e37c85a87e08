package scenario

import (
	"backchannel/engine"
	"backchannel/engine/expr"
)

var paceNames = newNames(engine.PaceNames[:]...)

// cutTables fills the cuts and picks one, the default if want is "".
func (l *loader) cutTables(want string) {
	l.cuts = newNames()
	ids, at := idsOf(l.src.Cuts, func(t *cutTable) (word, place) { return t.ID, t.At })
	l.declare(l.cuts, "cut", ids, at, 16)
	chosen, defaults := -1, 0
	for k := range l.src.Cuts {
		t := &l.src.Cuts[k]
		l.m.Cuts = append(l.m.Cuts, engine.CutInfo{ID: t.ID.text, Title: t.Title.text, Blurb: t.Blurb.text,
			First: t.First.day, Last: t.Last.day, Default: t.Default.on || len(ids) == 1})
		l.checkSpan(t)
		if t.Default.on {
			defaults++
		}
		if defaults == 2 && t.Default.on {
			l.add(t.Default.at, "a second default cut")
		}
		if t.ID.text == want || want == "" && l.m.Cuts[k].Default {
			chosen = k
		}
	}
	switch {
	case len(ids) == 0: // the key is reported as missing
	case defaults == 0 && len(ids) > 1:
		l.add(at[0], "one of the cuts must be the default: default = true")
	case chosen < 0:
		l.add(at[0], "unknown cut %q%s", want, expr.Suggest(want, l.cuts.list))
	default:
		l.cut = &l.src.Cuts[chosen]
		l.m.Cut = engine.Cut{CutInfo: l.m.Cuts[chosen], Pace: l.pace(l.cut.Pace), Fixed: l.cut.Fixed.on}
	}
}

// ofCut says whether a table that may name cuts belongs to the one that is
// compiled.
func (l *loader) ofCut(cuts []word) bool {
	if cuts == nil {
		return true
	}
	here := false
	for _, w := range cuts {
		k, ok := l.find(l.cuts, w, "cut")
		here = here || ok && l.cut != nil && l.cuts.list[k] == l.cut.ID.text
	}
	return here
}

// only keeps the tables of the cut that is compiled.
func only[T any](l *loader, tables []T, cuts func(*T) []word) []T {
	var kept []T
	for k := range tables {
		if l.ofCut(cuts(&tables[k])) {
			kept = append(kept, tables[k])
		}
	}
	return kept
}

// choose leaves the goals, outcomes and checkpoints of the cut that is compiled.
func (l *loader) choose() {
	s := l.src
	for _, side := range sides {
		t := l.sideTable(side)
		t.Goals = only(l, t.Goals, func(g *goalTable) []word { return g.Cuts })
	}
	s.YesNo = only(l, s.YesNo, func(t *yesNoTable) []word { return t.Cuts })
	for k := range s.Checkpoints {
		l.from(s.Checkpoints[k].Source, word{}) // also of another cut's
	}
	s.Checkpoints = only(l, s.Checkpoints, func(t *checkpointTable) []word { return t.Cuts })
	if l.cut != nil && l.cut.Headline != nil {
		s.Headline, s.Other = *l.cut.Headline, append(s.Other, s.Headline)
	}
	for k := range s.Cuts {
		if h := s.Cuts[k].Headline; h != nil && h != l.headlineOf() {
			s.Other = append(s.Other, *h)
		}
	}
}

func (l *loader) headlineOf() *headlineTable {
	if l.cut == nil {
		return nil
	}
	return l.cut.Headline
}

func (l *loader) pace(w word) engine.Pace {
	return engine.Pace(max(paceNames.index[w.text], 0))
}

// checkSpan checks a cut's days against each other and the grid of its pace.
func (l *loader) checkSpan(t *cutTable) {
	known := true
	if t.Pace.set {
		_, known = l.find(paceNames, t.Pace, "pace")
	}
	if !t.First.set || !t.Last.set {
		return
	}
	if t.First.day >= t.Last.day {
		l.add(t.Last.at, "the cut ends on %s, before it has begun on %s", t.Last.day, t.First.day)
		return
	}
	if t.Last.day-t.First.day > 60*366 {
		l.add(t.Last.at, "the cut is longer than 60 years")
	}
	if !known || !t.Pace.set {
		return
	}
	pace := l.pace(t.Pace)
	if t.Fixed.on && !pace.OnGrid(t.First.day) {
		l.add(t.First.at, "%s is not on the grid of the pace %q: a turn begins %s", t.First.day, t.Pace.text, gridWords[pace])
	}
	if !t.Fixed.on {
		return // a crisis may change the pace; a first turn may be short
	}
	if !pace.OnGrid(t.Last.day + 1) {
		l.warn(t.Last.at, "the last turn is cut short: %s is not the eve of a new one (turns begin %s)", t.Last.day, gridWords[pace])
	}
}

var gridWords = [engine.PaceCount]string{"on any day", "on Mondays and Thursdays", "on Mondays", "on the 1st and the 16th",
	"on the 1st", "on the 1st of January, April, July and October", "on the 1st of January and July"}

// inSomeCut says whether any cut holds a day.
func (l *loader) inSomeCut(day engine.Day) bool {
	for k := range l.m.Cuts {
		if day >= l.m.Cuts[k].First && day <= l.m.Cuts[k].Last {
			return true
		}
	}
	return false
}

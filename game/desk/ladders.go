package desk

import (
	"strings"

	"backchannel/engine"
)

// Ladder is one issue: its rungs and where everybody stands on it.
type Ladder struct {
	Index   int8
	Title   string
	Rungs   []RungView
	Today   int8
	Opening int8
	Mine    int8 // one's best
	Limit   int8 // as far as one would go
	Theirs  int8 // as far as the other would go, it is thought
	Wanted  int8 // what the other is known to like best, −1 if not known
	Sure    string
	Notes   []string // who moves it, and how long it takes
}

// RungView is a rung with what stands there, in words.
type RungView struct {
	Text  string
	Marks []string
}

var sureKeys = [...]string{"sure.w0", "sure.w1", "sure.w2", "sure.w3"}

func (r *Reader) ladders(o *engine.Observation) []Ladder {
	ty := &r.G.Briefing().Type
	var out []Ladder
	for i := range r.M.Issues {
		is, b := &r.M.Issues[i], o.Beliefs[i]
		l := Ladder{Index: int8(i), Title: is.Title, Today: o.Rungs[i], Opening: o.OpenRung[i], Mine: engine.BestRung(ty.Values[i][:len(is.Rungs)]),
			Limit: ty.Furthest[i], Theirs: b.Furthest, Wanted: b.Best, Sure: r.C.T(sureKeys[min(max(b.Confidence, 0), 3)]), Notes: r.ladderNotes(is, o.Laws&(1<<i) != 0)}
		for k := range is.Rungs {
			l.Rungs = append(l.Rungs, RungView{is.Rungs[k].Text, r.marks(&l, int8(k))})
		}
		out = append(out, l)
	}
	return out
}

func (r *Reader) marks(l *Ladder, k int8) []string {
	var out []string
	if k == l.Today {
		out = append(out, r.C.T("ladder.today"))
	}
	if k == l.Mine {
		out = append(out, r.C.T("ladder.mine"))
	}
	if k == l.Limit && r.M.Issues[l.Index].MovedBy[r.side] {
		out = append(out, r.C.T("ladder.limit"))
	}
	by := &r.M.Issues[l.Index].MovedBy
	if k == l.Theirs && by[r.side.Other()] && !by[r.side] {
		out = append(out, r.C.T("ladder.theirs", "Side", r.other(), "Sure", l.Sure))
	}
	if k == l.Wanted {
		out = append(out, r.C.T("ladder.wanted", "Side", r.other(), "Sure", l.Sure))
	}
	if k == l.Opening && l.Opening != l.Today {
		out = append(out, r.C.T("ladder.opening"))
	}
	return out
}

func (r *Reader) ladderNotes(is *engine.Issue, law bool) []string {
	var who []string
	for s := engine.Washington; s <= engine.Havana; s++ {
		if is.MovedBy[s] {
			who = append(who, r.SideName(s))
		}
	}
	out := []string{r.C.T("ladder.moved", "Who", r.list(who))}
	if is.Congress || law {
		out = append(out, r.C.T("ladder.congress"))
	}
	if is.Third != "" {
		out = append(out, r.C.T("ladder.third", "Who", party(is.Third)))
	}
	for _, rung := range is.Rungs {
		if what := r.needs(rung.Needs); what != "" {
			out = append(out, r.C.T("ladder.needs", "Rung", rung.Text, "What", what))
		}
	}
	if is.Days > 0 {
		out = append(out, r.C.T("ladder.takes", "Days", r.days(int(is.Days))))
	}
	return out
}

// party is a third party's name: "Costa Rica" for costa-rica.
func party(id string) string {
	words := strings.Split(id, "-")
	for k := range words {
		words[k] = upper(words[k])
	}
	return strings.Join(words, " ")
}

// needs is what a single rung needs, in words.
func (r *Reader) needs(n engine.Needs) string {
	if n == (engine.Needs{}) {
		return ""
	}
	var what []string
	if n.Agreement {
		what = append(what, r.C.T("ladder.needs_agreement"))
	}
	if n.Congress {
		what = append(what, r.C.T("ladder.needs_congress"))
	}
	if n.Third != "" {
		what = append(what, r.C.T("ladder.needs_third", "Who", party(n.Third)))
	}
	return r.list(what)
}

// Note is what a ladder's small print says, as one line.
func (l *Ladder) Note() string { return strings.Join(l.Notes, " ") }

// GoalView is one of the two things the person wants.
type GoalView struct {
	Title, Text string
	Share       int64 // 0–100
	Points      int64 // of the score of 100, when reached in full
	Parts       []string
}

func (r *Reader) goals() []GoalView {
	var out []GoalView
	for _, g := range r.G.W.GoalsOf(r.side) {
		goal := &r.M.Sides[r.side].Goals[g]
		v := GoalView{Title: goal.Title, Text: goal.Text, Share: r.G.W.GoalShare(r.side, g) / 10, Points: r.G.W.Points(r.side, g)}
		for k, p := range goal.Parts {
			v.Parts = append(v.Parts, r.part(&p, r.G.W.PartShare(r.side, g, k)/10))
		}
		out = append(out, v)
	}
	return out
}

// part is how far a part of a goal has come, with its number if it shows one.
func (r *Reader) part(p *engine.GoalPart, share int64) string {
	if p.Shows == nil {
		return r.C.T("goal.reach", "Text", upper(p.Text), "N", share)
	}
	now := p.Shows.Eval(&r.G.W.S)
	return r.C.T("goal.shows", "Text", upper(p.Text), "N", share, "Now", Thousands(now), "Unit", counted(now, p.Unit))
}

// counted is a unit, given in the plural, for a number of it: the last s falls
// for one.
func counted(n int64, unit string) string {
	if n == 1 {
		return strings.TrimSuffix(unit, "s")
	}
	return unit
}

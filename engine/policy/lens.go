package policy

import "backchannel/engine"

// lens is how somebody looks at the same desk: what they care about, what
// they believe of the other side, what they take a quantity to be worth. The
// side itself has one; each adviser has one of their own.
type lens struct {
	cares   [engine.MaxIssues]int8
	beliefs [engine.MaxIssues]engine.BeliefState
	goals   [engine.MaxGoals]weighted
	nGoals  int
	aims    [engine.MaxQuantities]bool  // quantities that a goal reads
	means   [engine.MaxQuantities]int64 // thousandths of score for a point
	taste   [engine.KindCount]int64     // score added to a kind
	moves   *[engine.MaxMoves]int8      // an adviser's taste for single moves, nil for the side itself
	trust   int64                       // own trust of the other, thousandths of a point
	hope    int64                       // an adviser's bias, as worth added to every believed acceptance
	leaks   int64                       // share of the known leak odds, thousandths
	channel int64                       // worth of an open channel
	warmth  int64
	hidden  int64
}

type weighted struct {
	goal  *engine.Goal
	index int8
	share int64 // of all weights, thousandths
}

// own is the side's own lens.
func (m *Mind) own() *lens {
	b, o, l := m.B, &m.O, &m.lens
	m.memo.forget()
	l.cares, l.beliefs, l.nGoals = o.Cares, o.Beliefs, 0
	total := int64(0)
	for _, g := range b.Goals {
		total += int64(g.Weight)
	}
	for k := range b.Goals {
		l.goals[l.nGoals] = weighted{&b.Goals[k], b.GoalIndex[k], 1000 * int64(b.Goals[k].Weight) / max(total, 1)}
		l.nGoals++
	}
	m.aim(l)
	l.taste, l.moves = [engine.KindCount]int64{}, nil
	l.hope = 0
	l.trust, l.leaks = o.Q[engine.QTrustW+int(b.Side)], 1000
	m.theoryMeans(l)
	return l
}

// aim notes which quantities the goals read.
func (m *Mind) aim(l *lens) {
	l.aims = [engine.MaxQuantities]bool{}
	for k := range l.goals[:l.nGoals] {
		for p := range l.goals[k].goal.Parts {
			if part := &l.goals[k].goal.Parts[p]; part.Test == nil && part.Issue < 0 {
				l.aims[part.Quantity] = true
			}
		}
	}
}

// theoryMeans is what the theory says that meters are worth as means.
func (m *Mind) theoryMeans(l *lens) {
	t, s := &m.B.Theory.Means, m.B.Side
	i, other := int(s), int(s.Other())
	l.means = [engine.MaxQuantities]int64{}
	l.means[engine.QTrustW+other] = t.Trust[i]
	l.means[engine.QStandingW+i] = t.Standing[i]
	l.means[engine.QStandingW+other] = t.Rival[i]
	l.means[engine.QHawksW+i] = t.Hawks[i]
	l.means[engine.QHawksW+other] = t.Hawks[i] / 2
	l.means[engine.QTension] = t.Tension[i]
	l.means[engine.QCongress] = t.Congress[i]
	l.means[engine.QPatron] = t.Patron[i]
	l.means[engine.QHardship] = t.Hardship[i]
	l.means[engine.QExit] = t.Exit[i]
	l.means[engine.QSurge] = t.Surge[i]
	l.means[engine.QPreparedW+i] = t.Prepared[i]
	l.means[engine.QCoverW+other] = t.Cover[i]
	l.means[engine.QStories] = t.Stories[i]
	l.means[engine.QCapitalW+i] = m.B.Theory.Capital.Unit
	l.means[engine.QDebtW+i] = -t.Standing[i] / 2
	l.channel, l.warmth, l.hidden = t.Channel[i], t.Warmth[i], t.Hidden[i]
}

// adviser is the lens of one adviser: other beliefs, another interest.
func (m *Mind) adviser(a *engine.Adviser) *lens {
	l := m.own()
	for k := range a.Believes {
		if b := a.Believes[k]; b.Confidence > 0 || b.Care > 0 {
			l.beliefs[k] = m.shiftBelief(k, b)
		}
	}
	total := int64(0)
	for _, w := range a.Interest.Goals {
		total += int64(w)
	}
	if total > 0 {
		l.nGoals = 0
		for k := range m.B.AllGoals {
			if w := int64(a.Interest.Goals[k]); w > 0 {
				l.goals[l.nGoals] = weighted{&m.B.AllGoals[k], int8(k), 1000 * w / total}
				l.nGoals++
			}
		}
		m.aim(l)
	}
	for q, w := range a.Interest.Quantities {
		l.means[q] += int64(w) * interestStep
	}
	for k, w := range a.Interest.Issues {
		l.cares[k] = min(max(l.cares[k]+w, 0), 4)
	}
	for k, w := range a.Interest.Kinds {
		l.taste[k] = int64(w) * tasteStep
	}
	l.moves = &a.Interest.Moves
	l.trust = min(max(l.trust+int64(a.TrustBias)*10*engine.Point, 0), 100*engine.Point)
	l.hope = int64(a.TrustBias) * m.B.Theory.Belief.Hope
	l.leaks = max(1000+500*int64(a.LeakBias), 200)
	return l
}

// An adviser's step of interest in a quantity, and of taste for a kind of
// move, as score in thousandths.
const (
	interestStep = 60
	tasteStep    = 700
)

// shiftBelief keeps what the desk has learned since the opening: the adviser's
// own opening belief moves as the side's has moved.
func (m *Mind) shiftBelief(issue int, b engine.Belief) engine.BeliefState {
	now, open := m.O.Beliefs[issue], m.B.Believes[issue]
	care := min(max(int16(b.Care)*1000+now.Care-int16(open.Care)*1000, 0), 4000)
	top := int8(len(m.B.Issues[issue].Rungs) - 1)
	furthest := min(max(b.Furthest+now.Furthest-open.Furthest, 0), top)
	if now.Confidence == 3 && open.Confidence < 3 { // told outright
		return now
	}
	return engine.BeliefState{Care: care, Best: now.Best, Furthest: furthest, Confidence: now.Confidence}
}

package phenomena

import "backchannel/engine"

// standingLost is what Washington's standing lost by a concession, in thousandths,
// some turns later: made in the open or in secret, and made known or not.
func (s *Stage) standingLost(public, leaked bool, change func(m *engine.Model)) engine.Milli {
	x := &s.Premises.Concession
	m := s.era(x.Era, "", as)
	change(m)
	free(m, x.Gives).Public = public
	free(m, x.Tells).Exposes = true
	havana := scripted{}
	if leaked {
		havana[3] = x.Tells
	}
	with := after(m, 4, scripted{1: x.Gives}, havana)
	without := after(m, 4, scripted{}, havana)
	return without.Q[engine.QStandingW] - with.Q[engine.QStandingW]
}

// asItIs changes nothing.
func asItIs(*engine.Model) {}

// Elections far off, near, and far off in a second term.
func farOff(m *engine.Model) { m.Elections = []engine.Day{m.Cut.Last + 700} }
func near(m *engine.Model)   { m.Elections = []engine.Day{m.Cut.First + 30} }
func secondTerm(m *engine.Model) {
	farOff(m)
	m.Sides[engine.Washington].Leaders[0].Term = 2
}

// trustGained is what a gesture of Washington's gains in trust, in thousandths, if
// Havana answers with one or does not: Havana's trust, and what Washington trusts
// more because Havana's answered one of its own.
func (s *Stage) trustGained(answered bool, change func(t *engine.Theory)) engine.Milli {
	x := &s.Premises.Concession
	m := s.era(x.Era, "", change)
	free(m, x.Gives)
	free(m, x.Answers)
	havana := scripted{}
	if answered {
		havana[2] = x.Answers
	}
	with := after(m, 3, scripted{1: x.Gives}, havana)
	without := after(m, 3, scripted{}, havana)
	gain := func(q int) engine.Milli { return with.Q[q] - without.Q[q] }
	return gain(engine.QTrustH) + gain(engine.QTrustW)
}

package phenomena

import (
	"testing"

	"backchannel/engine"
	"backchannel/engine/scenario"
	"backchannel/scenarios"
)

// What the theory must show, each with its sign, its least size, and the
// parameter without which it is gone.

// shipped is the stage of the shipped theory and eras.
func shipped(t testing.TB) *Stage {
	t.Helper()
	p, err := Read(scenarios.FS)
	if err != nil {
		t.Fatal(err)
	}
	s := &Stage{Premises: p, Part: 100, Load: func(era, cut string) (*engine.Model, error) {
		m, problems := scenario.LoadFS(scenarios.FS, era, cut)
		return m, problems.Err()
	}}
	if testing.Short() {
		s.Part = 50
	}
	return s
}

// TestSecretPublicLeaked: the same concession costs more at home in public than
// in secret, and most of all when a secret one leaks (Fearon 1994; Wanis-St.
// John 2006).
func TestSecretPublicLeaked(t *testing.T) {
	s := shipped(t)
	lost := func(change func(m *engine.Model)) (secret, public, leaked int64) {
		return s.standingLost(false, false, change) / engine.Point, s.standingLost(true, false, change) / engine.Point, s.standingLost(false, true, change) / engine.Point
	}
	secret, public, leaked := lost(asItIs)
	t.Logf("standing lost: %d in secret, %d in public, %d when it leaks", secret, public, leaked)
	if public < secret+3 || leaked < public+1 {
		t.Errorf("standing lost: %d in secret, %d in public, %d when it leaks", secret, public, leaked)
	}
	a, b, c := lost(func(m *engine.Model) {
		m.Theory.Home.Secret, m.Theory.Home.Debt, m.Theory.Home.Surprise = 1000, 0, 0
	})
	if max(a, b, c)-min(a, b, c) > 1 {
		t.Errorf("without the mechanism: %d, %d, %d", a, b, c)
	}
}

// TestElectionAndSecondTerm: a concession costs more close to an election, and
// less to a second-term leader (Gaubatz 1991).
func TestElectionAndSecondTerm(t *testing.T) {
	s := shipped(t)
	cost := func(change func(m *engine.Model)) int64 { return s.standingLost(true, false, change) / engine.Point }
	far, close, second := cost(farOff), cost(near), cost(secondTerm)
	t.Logf("standing lost: %d far from an election, %d near one, %d in a second term", far, close, second)
	if close < far+3 || second > far-3 {
		t.Errorf("standing lost: %d far from an election, %d near one, %d in a second term", far, close, second)
	}
	if off := cost(func(m *engine.Model) { near(m); m.Theory.Home.Election = 0 }); off != far {
		t.Errorf("without the mechanism %d near an election, %d far from it", off, far)
	}
}

// TestReciprocity: answered gestures build trust further than as many gestures
// of one side alone (Osgood 1962; Lindskold 1978).
func TestReciprocity(t *testing.T) {
	s := shipped(t)
	const tenth = engine.Point / 10
	alone, both := s.trustGained(false, as)/tenth, s.trustGained(true, as)/tenth
	t.Logf("trust gained, tenths of a point: %d unanswered, %d answered", alone, both)
	if both < alone+3 {
		t.Errorf("trust gained: %d unanswered, %d answered", alone, both)
	}
	if off := s.trustGained(true, func(t *engine.Theory) { t.Trust.Matched = 0 }) / tenth; off > alone+1 {
		t.Errorf("without the mechanism: %d unanswered, %d answered", alone, off)
	}
}

// TestEntryFee: a demand set before all talk is accepted less than the same
// demand on the agenda (LeoGrande and Kornbluh 2014).
func TestEntryFee(t *testing.T) {
	s := shipped(t)
	on, off := s.feeTakes(true, as), s.feeTakes(false, noFee)
	t.Logf("an entry fee takes up to %d points of acceptance; %d without the mechanism", on, off)
	if on < off+20 || off > 5 { // a demand that was a fee can be countered without it: that remains
		t.Errorf("an entry fee takes %d points of acceptance; %d without the mechanism", on, off)
	}
}

// TestSpoilers: raids come more often when talks visibly progress (Stedman 1997).
func TestSpoilers(t *testing.T) {
	s := shipped(t)
	const talks = 60 * engine.Point
	few, many := s.raids(0, as), s.raids(talks, as)
	t.Logf("exile raids in %d of 1,000 worlds, in %d where talks are seen to progress", few, many)
	if many < few+50 {
		t.Errorf("exile raids in %d of 1,000 worlds, in %d where talks are seen to progress", few, many)
	}
	blind := func(t *engine.Theory) {
		for k := range t.Hazards {
			for j := range t.Hazards[k].Coeffs {
				if c := &t.Hazards[k].Coeffs[j]; int(c.Index) == engine.QProgress {
					c.Each = 0
				}
			}
		}
	}
	if off := s.raids(talks, blind); off != s.raids(0, blind) {
		t.Errorf("without the mechanism progress still matters: %d", off)
	}
}

// TestSabotageBesideTheTalks: a bureaucracy that runs sabotage beside the talks
// sinks them in five worlds of a hundred at least (Allison 1971; the record of
// Flora and the Rex). Where its raids do no harm it sinks none.
func TestSabotageBesideTheTalks(t *testing.T) {
	s := shipped(t)
	quiet, raided := s.talked(false, true), s.talked(true, true)
	t.Logf("an agenda in %d of 1,000 worlds, in %d with sabotage beside it", quiet, raided)
	if raided > quiet-50 {
		t.Errorf("an agenda in %d of 1,000 worlds, in %d with sabotage beside it", quiet, raided)
	}
	if a, b := s.talked(false, false), s.talked(true, false); b <= a-50 {
		t.Errorf("without the harm of raids %d and %d", a, b)
	}
}

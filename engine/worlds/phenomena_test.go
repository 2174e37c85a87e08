package worlds_test

import (
	"testing"

	"backchannel/engine"
	"backchannel/engine/noise"
	"backchannel/engine/policy"
	"backchannel/engine/worlds"
)

// What the theory must show, each with its sign, its least size, and the
// parameter without which it is gone. Steps are scripted: the same moves in the
// same world, one thing changed.

// scripted makes a move on each of some turns and else does nothing.
type scripted map[int16]string

func (s scripted) Decide(w *engine.World, n engine.Need) (engine.Choice, [2]engine.Reason) {
	if id, ok := s[w.S.Turn]; ok && n.Stage == engine.StageMove && n.Ordinal == 0 {
		for k := range w.M.Moves {
			if mv := &w.M.Moves[k]; mv.ID == id && mv.Side == n.Side {
				return engine.Choice{Kind: mv.Kind, Move: int16(k), Issue: -1, Channel: -1}, [2]engine.Reason{}
			}
		}
	}
	return worlds.Silence(n), [2]engine.Reason{}
}

// free lets a move be made at any time and price, so that its rule stands alone.
func free(t *testing.T, m *engine.Model, id string, change func(mv *engine.Move)) {
	t.Helper()
	for k := range m.Moves {
		if mv := &m.Moves[k]; mv.ID == id {
			mv.When, mv.Price, mv.Once, mv.Every, mv.Effects = nil, 0, false, 0, nil
			if change != nil {
				change(mv)
			}
			return
		}
	}
	t.Fatalf("no move %q", id)
}

// after plays scripts to the end of a turn and gives the state.
func after(t *testing.T, m *engine.Model, turn int16, washington, havana scripted) engine.State {
	t.Helper()
	w := engine.NewWorld(m, engine.FreeSetup(4))
	players := [2]worlds.Player{washington, havana}
	for {
		n := w.Next()
		if n.Over || w.S.Turn > turn {
			return w.S
		}
		c, why := players[n.Side].Decide(w, n)
		if bad := w.Choose(c, why); bad != engine.Legal {
			t.Fatalf("turn %d: %s is refused (%d)", w.S.Turn, engine.FormatChoice(m, n.Side, c), bad)
		}
	}
}

// standingLost is what Washington's standing lost by a halt of the U-2, in points,
// some turns later.
func standingLost(t *testing.T, m *engine.Model, public, leaked bool) int64 {
	free(t, m, "halt-u2", func(mv *engine.Move) { mv.Public = public })
	free(t, m, "reveal-line", func(mv *engine.Move) { mv.Exposes = true })
	havana := scripted{}
	if leaked {
		havana[3] = "reveal-line"
	}
	with := after(t, m, 4, scripted{1: "halt-u2"}, havana)
	without := after(t, m, 4, scripted{}, havana)
	return (without.Q[engine.QStandingW] - with.Q[engine.QStandingW]) / engine.Point
}

// TestSecretPublicLeaked: the same concession costs more at home in public than
// in secret, and most of all when a secret one leaks (Fearon 1994; Wanis-St.
// John 2006).
func TestSecretPublicLeaked(t *testing.T) {
	m := load(t)
	secret, public, leaked := standingLost(t, m, false, false), standingLost(t, m, true, false), standingLost(t, m, false, true)
	t.Logf("standing lost: %d in secret, %d in public, %d when it leaks", secret, public, leaked)
	if public < secret+3 || leaked < public+1 {
		t.Errorf("standing lost: %d in secret, %d in public, %d when it leaks", secret, public, leaked)
	}
	off := load(t)
	off.Theory.Home.Secret, off.Theory.Home.Debt, off.Theory.Home.Surprise = 1000, 0, 0
	if a, b, c := standingLost(t, off, false, false), standingLost(t, off, true, false), standingLost(t, off, false, true); max(a, b, c)-min(a, b, c) > 1 {
		t.Errorf("without the mechanism: %d, %d, %d", a, b, c)
	}
}

// TestElectionAndSecondTerm: a concession costs more close to an election, and
// less to a second-term leader (Gaubatz 1991).
func TestElectionAndSecondTerm(t *testing.T) {
	cost := func(change func(m *engine.Model)) int64 {
		m := load(t)
		change(m)
		return standingLost(t, m, true, false)
	}
	far := cost(func(m *engine.Model) { m.Elections = []engine.Day{m.Cut.Last + 700} })
	near := cost(func(m *engine.Model) { m.Elections = []engine.Day{m.Cut.First + 30} })
	second := cost(func(m *engine.Model) {
		m.Elections = []engine.Day{m.Cut.Last + 700}
		m.Sides[engine.Washington].Leaders[0].Term = 2
	})
	t.Logf("standing lost: %d far from an election, %d near one, %d in a second term", far, near, second)
	if near < far+3 || second > far-3 {
		t.Errorf("standing lost: %d far from an election, %d near one, %d in a second term", far, near, second)
	}
	off := cost(func(m *engine.Model) {
		m.Elections, m.Theory.Home.Election = []engine.Day{m.Cut.First + 30}, 0
	})
	if off != far {
		t.Errorf("without the mechanism %d near an election, %d far from it", off, far)
	}
}

// TestReciprocity: answered gestures build trust further than as many gestures
// of one side alone (Osgood 1962; Lindskold 1978).
func TestReciprocity(t *testing.T) {
	trust := func(matched int64, answered bool) int64 {
		m := load(t)
		m.Theory.Trust.Matched = matched
		free(t, m, "halt-u2", nil)
		free(t, m, "talk-compensation", nil)
		havana := scripted{}
		if answered {
			havana[2] = "talk-compensation"
		}
		with := after(t, m, 3, scripted{1: "halt-u2"}, havana)
		without := after(t, m, 3, scripted{}, havana)
		other := with.Q[engine.QTrustW] - without.Q[engine.QTrustW] // what Washington trusts more because Havana's answered one of its own
		return (with.Q[engine.QTrustH] - without.Q[engine.QTrustH] + other) / (engine.Point / 10)
	}
	alone, both := trust(load(t).Theory.Trust.Matched, false), trust(load(t).Theory.Trust.Matched, true)
	t.Logf("trust gained, tenths of a point: %d unanswered, %d answered", alone, both)
	if both < alone+3 {
		t.Errorf("trust gained: %d unanswered, %d answered", alone, both)
	}
	if off := trust(0, true); off > alone+1 {
		t.Errorf("without the mechanism: %d unanswered, %d answered", alone, off)
	}
}

// TestEntryFee: a demand set before all talk is accepted less than the same
// demand on the agenda (LeoGrande and Kornbluh 2014).
func TestEntryFee(t *testing.T) {
	gap := func(fee int64, noFee bool) int64 {
		m := load(t)
		m.Theory.Belief.Fee = fee
		worst := int64(0)
		for kind := range m.Sides[engine.Havana].Types {
			ty := &m.Sides[engine.Havana].Types[kind]
			ty.NoFee = ty.NoFee && noFee
			w := engine.NewWorld(m, engine.Setup{Seed: 1, Types: [2]int8{-1, int8(kind)}, Goals: engine.FreeSetup(1).Goals})
			upTo(w, engine.Havana)
			mind := policy.New(w, engine.Havana)
			mind.Look(w)
			for _, ask := range terms(m, engine.Havana, &w.S) {
				for _, give := range terms(m, engine.Washington, &w.S) {
					if give.Issue == ask.Issue {
						continue
					}
					p := engine.Package{NAsk: 1, NGive: 1}
					p.Ask[0], p.Give[0] = ask, give
					agenda := accepted(mind, swiss(m), p)
					p.Ask[0].Fee = true
					worst = max(worst, agenda-accepted(mind, swiss(m), p))
				}
			}
		}
		return worst
	}
	m := load(t)
	on, off := gap(m.Theory.Belief.Fee, true), gap(0, false)
	t.Logf("an entry fee takes up to %d points of acceptance; %d without the mechanism", on, off)
	if on < off+20 || off > 5 { // a demand that was a fee can be countered without it: that remains
		t.Errorf("an entry fee takes %d points of acceptance; %d without the mechanism", on, off)
	}
}

// swiss is the channel that is open at once to formal notes.
func swiss(m *engine.Model) int8 {
	for k := range m.Channels {
		if m.Channels[k].OpenAtStart && m.Channels[k].Authority == [2]bool{true, true} {
			return int8(k)
		}
	}
	return -1
}

// TestSpoilers: raids come more often when talks visibly progress (Stedman 1997).
func TestSpoilers(t *testing.T) {
	raids := func(progress engine.Milli, on bool) int {
		m := load(t)
		m.SetOpening(engine.QProgress, progress)
		for k := range m.Theory.Rests {
			if int(m.Theory.Rests[k].Index) == engine.QProgress {
				m.Theory.Rests[k].Share = 0 // it lasts
			}
		}
		for k := range m.Theory.Hazards {
			for j := range m.Theory.Hazards[k].Coeffs {
				if c := &m.Theory.Hazards[k].Coeffs[j]; int(c.Index) == engine.QProgress && !on {
					c.Each = 0
				}
			}
		}
		w := engine.NewWorld(m, engine.FreeSetup(0))
		n := 0
		for seed := uint64(0); seed < 1000; seed++ {
			w.Reset(engine.FreeSetup(seed), noise.Free(seed))
			worlds.Run(w, [2]worlds.Player{holds{}, holds{}})
			for k := range m.Events {
				if m.Events[k].ID == "raid-exile" && w.S.Events[k].Struck > 0 {
					n++
				}
			}
		}
		return n
	}
	quiet, talks := raids(0, true), raids(60*engine.Point, true)
	t.Logf("exile raids in %d of 1,000 worlds, in %d where talks are seen to progress", quiet, talks)
	if talks < quiet+50 {
		t.Errorf("exile raids in %d of 1,000 worlds, in %d where talks are seen to progress", quiet, talks)
	}
	if off := raids(60*engine.Point, false); off != raids(0, false) {
		t.Errorf("without the mechanism progress still matters: %d", off)
	}
}

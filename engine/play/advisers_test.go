package play_test

import (
	"testing"

	"backchannel/engine"
	"backchannel/engine/play"
	"backchannel/engine/scenario"
	"backchannel/scenarios"
)

func load(t testing.TB) *engine.Model {
	t.Helper()
	m, problems := scenario.LoadFS(scenarios.FS, "accommodation", "")
	if m == nil {
		t.Fatalf("loading the era: %v", problems)
	}
	return m
}

// deskTurns plays the first card of each hand over some seeds and shows every
// desk to look.
func deskTurns(m *engine.Model, side engine.Side, seeds uint64, look func(g *play.Game)) {
	for seed := uint64(0); seed < seeds; seed++ {
		g := play.New(m, play.Settings{Seed: seed, Side: side, Goals: [2]int8{-1, -1}})
		for turn := 0; !g.Over; turn++ {
			look(g)
			hand := g.Hand()
			g.Plan(hand[(turn+int(seed))%len(hand)].Choice)
			g.Commit()
		}
	}
}

// TestAdvisersDiffer: at the same desk two advisers' estimates of the same
// offer or question lie ten points or more apart in half of the turns.
func TestAdvisersDiffer(t *testing.T) {
	m := load(t)
	for side := engine.Washington; side <= engine.Havana; side++ {
		turns, apart := 0, 0
		deskTurns(m, side, 20, func(g *play.Game) {
			turns++
			if widest(g) >= 100 {
				apart++
			}
		})
		t.Logf("%v: ten points apart in %d of %d turns", side, apart, turns)
		if 2*apart < turns {
			t.Errorf("%v: estimates lie ten points apart in %d of %d turns only", side, apart, turns)
		}
	}
}

// widest is the largest gap between two advisers' odds on anything in the hand.
func widest(g *play.Game) int64 {
	gap := int64(0)
	for _, c := range g.Hand() {
		for _, a := range c.Estimates {
			for _, b := range c.Estimates {
				if a.Odds >= 0 && b.Odds >= 0 {
					gap = max(gap, a.Odds-b.Odds)
				}
			}
		}
	}
	return gap
}

// TestAdvisersSwap: swapping the beliefs and interests behind two names swaps
// the cards that they urge.
func TestAdvisersSwap(t *testing.T) {
	for side := engine.Washington; side <= engine.Havana; side++ {
		m, n := load(t), load(t)
		desk := play.New(m, play.Settings{Seed: 3, Side: side, Goals: [2]int8{-1, -1}}).AtDesk()
		a, b := &n.Sides[side].Advisers[desk[0]], &n.Sides[side].Advisers[desk[1]]
		a.Believes, b.Believes = b.Believes, a.Believes
		a.Interest, b.Interest = b.Interest, a.Interest
		a.TrustBias, b.TrustBias = b.TrustBias, a.TrustBias
		a.LeakBias, b.LeakBias = b.LeakBias, a.LeakBias
		for seed := uint64(0); seed < 10; seed++ {
			set := play.Settings{Seed: seed, Side: side, Goals: [2]int8{-1, -1}}
			g, h := play.New(m, set), play.New(n, set)
			if x, y := urges(g, desk[0]), urges(h, desk[1]); x != y {
				t.Errorf("%v, seed %d: %+v urges %v; with the names swapped %v", side, seed, m.Sides[side].Advisers[desk[0]].Name, x, y)
			}
		}
	}
}

// urges is an adviser's best thread, whatever the others have taken.
func urges(g *play.Game, adviser int) engine.Choice {
	g.Observe()
	best := play.Thread{}
	found := false
	for _, t := range g.Mind().ThreadsOf(adviser) {
		if t.Choice.Kind != engine.Hold && (!found || t.Score > best.Score) {
			best, found = t, true
		}
	}
	return best.Choice
}

// TestHand: a hand has five to eight cards where that many can be had, silence
// always among them, no two the same, each legal or saying why not, and is a
// function of the observation alone: asked twice it is the same.
func TestHand(t *testing.T) {
	m := load(t)
	for side := engine.Washington; side <= engine.Havana; side++ {
		short, desks := 0, 0
		deskTurns(m, side, 20, func(g *play.Game) {
			desks++
			hand := g.Hand()
			if len(hand) > 8 {
				t.Fatalf("%d cards", len(hand))
			}
			if len(hand) < 5 {
				short++
			}
			seen := map[engine.Choice]bool{}
			for _, c := range hand {
				if seen[c.Choice] {
					t.Fatalf("two cards are the same: %+v", c.Choice)
				}
				seen[c.Choice] = true
			}
			if !seen[engine.HoldChoice] {
				t.Fatal("silence is missing")
			}
			again := g.Hand()
			for k := range hand {
				if hand[k].Choice != again[k].Choice {
					t.Fatal("the hand changed by being looked at")
				}
			}
		})
		if short*10 > desks {
			t.Errorf("%v: fewer than five cards at %d of %d desks", side, short, desks)
		}
	}
}

// TestUndo: what was planned can be taken back until the commit, and leaves
// the same desk.
func TestUndo(t *testing.T) {
	m := load(t)
	g := play.New(m, play.Settings{Seed: 5, Side: engine.Washington, Goals: [2]int8{-1, -1}})
	before := *g.Observe()
	planned := 0
	for _, c := range g.Hand() {
		if c.Kind != play.CardSilence && g.Plan(c.Choice) == engine.Legal {
			planned++
		}
	}
	if planned == 0 {
		t.Fatal("nothing could be planned")
	}
	if *g.Observe() == before {
		t.Fatal("planning changed nothing that can be seen")
	}
	for g.Undo() {
	}
	g.Observe()
	after := *g.Observe()
	after.Moved = before.Moved
	if after != before {
		t.Error("after taking everything back the desk is another")
	}
}

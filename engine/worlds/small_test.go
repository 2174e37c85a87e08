package worlds_test

import (
	"os"
	"testing"

	"backchannel/engine"
	"backchannel/engine/scenario"
	"backchannel/engine/worlds"
)

func small(t testing.TB) *engine.Model {
	t.Helper()
	m, problems := scenario.LoadFS(os.DirFS("../scenario/testdata"), "small", "")
	if m == nil {
		t.Fatalf("loading the small scenario: %v", problems)
	}
	return m
}

// TestCongressRatifies: a promise on a ladder that Congress holds goes to
// Congress when it is kept; a hostile Congress loses it at a positive rate, a
// willing one hardly ever (Putnam 1988).
func TestCongressRatifies(t *testing.T) {
	lost := func(room engine.Milli) int {
		m := small(t)
		m.SetOpening(engine.QCongress, room)
		m.SetOpening(engine.QCapitalW, 9*engine.Point)
		issue := congressIssue(t, m)
		n := 0
		for seed := uint64(0); seed < 200; seed++ {
			w := engine.NewWorld(m, engine.FreeSetup(seed))
			if signedAndLost(t, w, issue) {
				n++
			}
		}
		return n
	}
	hostile, willing := lost(10*engine.Point), lost(95*engine.Point)
	if hostile < 40 || willing > hostile/3 {
		t.Errorf("lost after signature: %d of 200 with a hostile Congress, %d with a willing one", hostile, willing)
	}
}

func congressIssue(t *testing.T, m *engine.Model) int8 {
	for k := range m.Issues {
		if m.Issues[k].Congress {
			return int8(k)
		}
	}
	t.Fatal("the small scenario has no ladder that Congress holds")
	return -1
}

// signedAndLost has Washington offer a rung of Congress's ladder, Havana
// accept, and Washington keep its word; it says whether Congress refused.
func signedAndLost(t *testing.T, w *engine.World, issue int8) bool {
	offered, kept := false, false
	for {
		n := w.Next()
		if n.Over {
			if !kept {
				t.Fatal("the promise never came due")
			}
			return w.S.Denied[engine.Washington] > 0
		}
		c := worlds.Silence(n)
		switch {
		case n.Stage == engine.StagePromise:
			c.Answer = engine.Keep
			kept = true
		case n.Stage == engine.StageAnswer:
			c.Answer = engine.Accept
		case n.Side == engine.Washington && !offered:
			p := engine.Package{NGive: 1, Due: 7}
			p.Give[0] = engine.Term{Issue: issue, Rung: w.S.Rungs[issue] + 1}
			c = engine.Choice{Kind: engine.Offer, Move: -1, Issue: -1, Channel: -1, Package: p}
			offered = true
		}
		if why := w.Choose(c, [2]engine.Reason{}); why != engine.Legal {
			t.Fatalf("day %v, %+v: not legal: %d", w.S.Day, c, why)
		}
	}
}

// TestVetoStopsAPackage: a constituency with a veto makes it illegal to accept
// what would cross its red line, and the side that has to answer sees so; what
// stops short of the line can be accepted.
func TestVetoStopsAPackage(t *testing.T) {
	m := small(t)
	issue := int8(-1)
	for k := range m.Issues {
		if m.Issues[k].ID == "venezuela" {
			issue = int8(k)
		}
	}
	for rung := int8(0); rung < 2; rung++ {
		w := engine.NewWorld(m, engine.FreeSetup(1))
		veto, legal := asked(t, w, issue, rung)
		if crosses := rung == 0; veto != crosses || legal == crosses {
			t.Errorf("rung %d: veto %v, legal to accept %v", rung, veto, legal)
		}
	}
}

// asked has Washington ask openly for a rung, and says whether somebody in
// Havana stops it and whether accepting is legal.
func asked(t *testing.T, w *engine.World, issue, rung int8) (veto, legal bool) {
	var o engine.Observation
	sent := false
	for {
		n := w.Next()
		if n.Over {
			t.Fatal("the offer never came")
		}
		c := worlds.Silence(n)
		if n.Side == engine.Havana && n.Stage == engine.StageAnswer && sent {
			w.Observe(engine.Havana, &o)
			c.Answer = engine.Accept
			return o.Vetoes[0] >= 0, w.WhyNot(engine.Havana, &c) == engine.Legal
		}
		if n.Side == engine.Washington && n.Stage == engine.StageMove && !sent {
			p := engine.Package{NAsk: 1}
			p.Ask[0] = engine.Term{Issue: issue, Rung: rung}
			c = engine.Choice{Kind: engine.Offer, Move: -1, Issue: -1, Channel: -1, Package: p}
			sent = true
		}
		if why := w.Choose(c, [2]engine.Reason{}); why != engine.Legal {
			t.Fatalf("not legal: %d", why)
		}
	}
}

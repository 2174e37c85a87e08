package worlds_test

import (
	"testing"

	"backchannel/engine"
)

// ripe is in how many of a thousand worlds of the summer of 1994 both sides give
// way to each other by agreement: where the stalemate hurts both or neither, and
// where somebody can carry an offer or nobody can.
func ripe(t *testing.T, hurts, way bool, change func(b *engine.TheoryBelief)) int {
	m := era(t, "balseros", "")
	change(&m.Theory.Belief)
	level := 30 * engine.Point
	if hurts {
		level = 75 * engine.Point
	}
	m.SetOpening(engine.QTension, level)
	m.SetOpening(engine.QHardship, level)
	for k := range m.Channels {
		if !way {
			m.Channels[k].Carries = 0
		}
	}
	return share(m, 200, settled)
}

// settled says whether each side has given way to the other by agreement.
func settled(w *engine.World) bool {
	var by [2]bool
	for i := range w.M.Issues {
		if w.S.Bargained[i] > 0 {
			by[w.S.Agreed[i].By] = true
		}
	}
	return by[engine.Washington] && by[engine.Havana]
}

// TestRipeness: a stalemate that hurts both and a way out make a settlement
// likelier by five points than either alone, by more than the two add up to;
// hurt alone moves nothing (Zartman 1985, 2000). Without the pull of hurt a way
// out is all; where an offer may as well be shouted, hurt alone settles as well.
func TestRipeness(t *testing.T) {
	as := func(*engine.TheoryBelief) {}
	neither, hurt := ripe(t, false, false, as), ripe(t, true, false, as)
	way, both := ripe(t, false, true, as), ripe(t, true, true, as)
	t.Logf("settled in %d of 1,000 worlds with neither, %d where it hurts, %d with a way out, %d with both", neither, hurt, way, both)
	if hurt > neither+50 || both < way+50 || both < hurt+50 || both-way < hurt-neither+50 {
		t.Errorf("settled in %d of 1,000 worlds with neither, %d where it hurts, %d with a way out, %d with both", neither, hurt, way, both)
	}
	if both < 500 || way >= 500 {
		t.Errorf("likely is more than half: %d with both, %d with a way out alone", both, way)
	}
	numb := func(b *engine.TheoryBelief) { b.Hurt = 0 }
	if a, b := ripe(t, false, true, numb), ripe(t, true, true, numb); b > a+50 {
		t.Errorf("without the pull of hurt %d, and %d where it hurts", a, b)
	}
	loud := func(b *engine.TheoryBelief) { b.WayOut = 1000 }
	if a, b := ripe(t, false, false, loud), ripe(t, true, false, loud); b < a+50 {
		t.Errorf("where an offer may be shouted %d, and %d where it hurts", a, b)
	}
}

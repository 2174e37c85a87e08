package worlds_test

import (
	"testing"

	"backchannel/engine"
)

// closed is in how many of a thousand worlds of an era's default cut, with
// little trust on both sides, the sides give way to each other by agreement on
// what is small and technical, and in how many on what is grand; grandAny
// counts the worlds in which either gives way on a grand ladder.
func closed(t *testing.T, id string, change func(b *engine.TheoryBelief)) (small, grand, grandAny int) {
	m := era(t, id, "")
	m.SetOpening(engine.QTrustW, 10*engine.Point)
	m.SetOpening(engine.QTrustH, 10*engine.Point)
	change(&m.Theory.Belief)
	const n = 200
	each(m, n, asTheyAre, func(w *engine.World) {
		small += one(bothWays(w, false))
		grand += one(bothWays(w, true))
		grandAny += one(conceded(w, engine.Washington) || conceded(w, engine.Havana))
	})
	played := int(enough(n))
	return small * 1000 / played, grand * 1000 / played, grandAny * 1000 / played
}

// bothWays says whether each side has given way by agreement on a ladder that is
// grand, or on one that is not.
func bothWays(w *engine.World, grand bool) bool {
	var by [2]bool
	for i := range w.M.Issues {
		if w.S.Bargained[i] > 0 && w.M.Issues[i].Grand == grand {
			by[w.S.Agreed[i].By] = true
		}
	}
	return by[engine.Washington] && by[engine.Havana]
}

// TestSmallDealsUnderDistrust: at a trust of ten, small reciprocal deals close in
// five worlds of a hundred at least more than grand bargains, which close in
// fewer than five (hijacking in 1973, migration in 1984 and 1994). What keeps the grand
// ones from closing is distrust: without it grand ladders move by agreement in
// five worlds of a hundred at least more.
func TestSmallDealsUnderDistrust(t *testing.T) {
	for _, id := range []string{"mariel", "balseros", "accommodation"} {
		small, grand, some := closed(t, id, func(*engine.TheoryBelief) {})
		_, _, off := closed(t, id, func(b *engine.TheoryBelief) { b.Mistrust, b.Leap, b.Unofficial, b.Distrust = 0, 0, 0, 1000 })
		t.Logf("%s: small deals in %d of 1,000 worlds, grand bargains in %d; a grand ladder moves in %d, in %d without distrust", id, small, grand, some, off)
		if grand >= 50 || small < grand+50 {
			t.Errorf("%s: small deals in %d of 1,000 worlds, grand bargains in %d", id, small, grand)
		}
		if off < some+50 {
			t.Errorf("%s: a grand ladder moves in %d of 1,000 worlds, in %d without distrust", id, some, off)
		}
	}
}

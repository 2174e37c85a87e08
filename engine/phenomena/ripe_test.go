package phenomena

import (
	"testing"

	"backchannel/engine"
)

// TestRipeness: a stalemate that hurts both and a way out make a settlement
// likelier by five points than either alone, by more than the two add up to;
// hurt alone moves nothing (Zartman 1985, 2000). Without the pull of hurt a way
// out is all; where an offer may as well be shouted, hurt alone settles as well.
func TestRipeness(t *testing.T) {
	s := shipped(t)
	neither, hurt := s.ripe(false, false, as), s.ripe(true, false, as)
	way, both := s.ripe(false, true, as), s.ripe(true, true, as)
	t.Logf("settled in %d of 1,000 worlds with neither, %d where it hurts, %d with a way out, %d with both", neither, hurt, way, both)
	if hurt > neither+50 || both < way+50 || both < hurt+50 || both-way < hurt-neither+50 {
		t.Errorf("settled in %d of 1,000 worlds with neither, %d where it hurts, %d with a way out, %d with both", neither, hurt, way, both)
	}
	if both < 500 || way >= 500 {
		t.Errorf("likely is more than half: %d with both, %d with a way out alone", both, way)
	}
	numb := func(t *engine.Theory) { t.Belief.Hurt = 0 }
	if a, b := s.ripe(false, true, numb), s.ripe(true, true, numb); b > a+50 {
		t.Errorf("without the pull of hurt %d, and %d where it hurts", a, b)
	}
	loud := func(t *engine.Theory) { t.Belief.WayOut = 1000 }
	if a, b := s.ripe(false, false, loud), s.ripe(true, false, loud); b < a+50 {
		t.Errorf("where an offer may be shouted %d, and %d where it hurts", a, b)
	}
}

// TestSmallDealsUnderDistrust: at a trust of ten, small reciprocal deals close in
// five worlds of a hundred at least more than grand bargains, which close in
// fewer than five (hijacking in 1973, migration in 1984 and 1994). What keeps the grand
// ones from closing is distrust: without it grand ladders move by agreement in
// five worlds of a hundred at least more.
func TestSmallDealsUnderDistrust(t *testing.T) {
	s := shipped(t)
	for _, id := range s.Premises.Small.Eras {
		little, large, some := s.smallDeals(id, as)
		_, _, off := s.smallDeals(id, func(t *engine.Theory) {
			b := &t.Belief
			b.Mistrust, b.Leap, b.Unofficial, b.Distrust = 0, 0, 0, 1000
		})
		t.Logf("%s: small deals in %d of 1,000 worlds, grand bargains in %d; a grand ladder moves in %d, in %d without distrust", id, little, large, some, off)
		if large >= 50 || little < large+50 {
			t.Errorf("%s: small deals in %d of 1,000 worlds, grand bargains in %d", id, little, large)
		}
		if off < some+50 {
			t.Errorf("%s: a grand ladder moves in %d of 1,000 worlds, in %d without distrust", id, some, off)
		}
	}
}

package phenomena

import (
	"testing"

	"backchannel/engine"
)

// TestLinkageShrinksTheZone: a demand on a third country shrinks the zone of
// agreement: of what Havana would accept in 1980 at least five of a hundred are
// lost if a word on Africa is asked as well, and some packages lose twenty points
// and more only because Africa is not the two sides' own affair (Tollison and
// Willett 1979; Sebenius 1983).
func TestLinkageShrinksTheZone(t *testing.T) {
	s := shipped(t)
	bare, with, free := s.linked(false, as), s.linked(true, as), s.linked(true, func(t *engine.Theory) { t.Belief.Link = 0 })
	zone, left, most := sum(bare), sum(with), int64(0)
	for k := range free {
		most = max(most, free[k]-with[k])
	}
	t.Logf("%d of 100 of the zone are left; linkage itself takes up to %d points", 100*left/zone, most)
	if 100*left/zone > 95 || most < 20 {
		t.Errorf("%d of 100 of the zone are left; linkage itself takes up to %d points", 100*left/zone, most)
	}
}

// TestAllyBehindWhoseBack: what was settled behind an ally's back is lost in its
// execution in five cases of a hundred at least more than what was settled in
// the open, and that more than what needs no ally, which is never lost.
func TestAllyBehindWhoseBack(t *testing.T) {
	s := shipped(t)
	told, left := s.lostAfterSigning(false, as), s.lostAfterSigning(true, as)
	off := s.lostAfterSigning(true, func(t *engine.Theory) { t.Promises.Behind = 0 })
	t.Logf("lost in %d of 1,000 if the ally was told, in %d if he was left out, in %d where he does not mind", told, left, off)
	if told < 50 || left < told+50 || off > told+50 {
		t.Errorf("lost in %d of 1,000 if the ally was told, in %d if he was left out, in %d where he does not mind", told, left, off)
	}
}

// TestAllyLeftOutSpoils: an ally who was left out of a settlement spoils its
// execution: Havana's word fails in five worlds of a hundred at least more than
// where Moscow goes along with whatever was signed, and in five more again where
// Moscow has been estranged than where it is close.
func TestAllyLeftOutSpoils(t *testing.T) {
	s := shipped(t)
	x := &s.Premises.Ally
	goes := func(t *engine.Theory) { t.Promises.Ally, t.Promises.AllyStep, t.Promises.Behind = 1000, 0, 0 }
	far, near, along := s.spoiled(x.Far, as), s.spoiled(x.Near, as), s.spoiled(x.Far, goes)
	t.Logf("Havana's word fails in %d of 1,000 worlds with an estranged ally, %d with a close one, %d with one who goes along", far, near, along)
	if far < along+50 || far < near+50 {
		t.Errorf("Havana's word fails in %d of 1,000 worlds with an estranged ally, %d with a close one, %d with one who goes along", far, near, along)
	}
	if a, b := along, s.spoiled(x.Near, goes); a > b+50 {
		t.Errorf("without the mechanism %d and %d", a, b)
	}
}

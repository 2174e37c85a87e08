package phenomena

import (
	"testing"

	"backchannel/engine"
)

// TestShockEndsTalks: the death of a President ends talks whatever was played
// before it: in five worlds of a hundred at least no offer is made any more, and
// none is closed, where one would have been had he lived (Wolford 2007 on new
// leaders). It does not where a new leader is like one long there.
func TestShockEndsTalks(t *testing.T) {
	s := shipped(t)
	offers, deals := s.afterDeath(false, as)
	fewer, lost := s.afterDeath(true, as)
	t.Logf("after that day an offer in %d of 1,000 worlds and a deal in %d; had he lived in %d and %d", fewer, lost, offers, deals)
	if fewer > offers-50 || lost > deals-50 {
		t.Errorf("after that day an offer in %d of 1,000 worlds and a deal in %d; had he lived in %d and %d", fewer, lost, offers, deals)
	}
	if off, same := s.afterDeath(true, func(t *engine.Theory) { t.Belief.New = 0 }); off < offers-50 || same < deals-50 {
		t.Errorf("without the mechanism in %d and %d", off, same)
	}
}

// TestShockOpensTalks: a patron's collapse, which nobody in the Straits chose,
// opens talks: in five worlds of a hundred at least a deal is closed after it
// that else would not have been. No shipped era has the year 1991; the hurricane of
// October 1963 is given its effects. Without the pull of hurt it opens nothing.
func TestShockOpensTalks(t *testing.T) {
	s := shipped(t)
	before, after := s.afterCollapse(false, as), s.afterCollapse(true, as)
	t.Logf("a deal in %d of 1,000 worlds with a patron, in %d once he has collapsed", before, after)
	if after < before+50 {
		t.Errorf("a deal in %d of 1,000 worlds with a patron, in %d once he has collapsed", before, after)
	}
	numb := func(t *engine.Theory) { t.Belief.Hurt = 0 }
	if a, b := s.afterCollapse(false, numb), s.afterCollapse(true, numb); b > a+50 {
		t.Errorf("without the mechanism in %d and in %d", a, b)
	}
}

// TestShockOfAfghanistan: the invasion of December 1979 should end talks in five
// worlds of a hundred at least.
func TestShockOfAfghanistan(t *testing.T) {
	t.Skip("not shown: its effects in the era are of a step or two, and no leader changes; deals follow it in 53 worlds of 100, without it in 52")
	s := shipped(t)
	_, with := s.shock("mariel", "afghanistan", true, as)
	if _, without := s.shock("mariel", "afghanistan", false, as); with > without-50 {
		t.Errorf("a deal in %d of 1,000 worlds after it, in %d had it not come", with, without)
	}
}

package phenomena

import (
	"testing"

	"backchannel/engine"
)

// TestTrustedChannelsCarryMore: channels that both trust, each for one term and
// nobody's official, close deals in five worlds of a hundred at least more than
// grand ones, for three terms and with all authority, that neither trusts (Kydd
// 2003). Where trust in the carrier counts for nothing they do not.
func TestTrustedChannelsCarryMore(t *testing.T) {
	s := shipped(t)
	humble, large := s.carried(3, 1, false, as), s.carried(0, 3, true, as)
	t.Logf("a deal in %d of 1,000 worlds by channels that both trust, in %d by grand ones", humble, large)
	if humble < large+50 {
		t.Errorf("a deal in %d of 1,000 worlds by channels that both trust, in %d by grand ones", humble, large)
	}
	off := func(t *engine.Theory) { t.Messages.Carriage = 0 }
	if a, b := s.carried(3, 1, false, off), s.carried(0, 3, true, off); a > b {
		t.Errorf("without the mechanism in %d and %d", a, b)
	}
}

// TestBurnedChannelsAreMissed: what a burned line would have carried nobody else
// carries for long: five worlds of a hundred at least fewer settle. Where a
// burned one can be opened again within the week, hardly fewer do.
func TestBurnedChannelsAreMissed(t *testing.T) {
	s := shipped(t)
	whole, gone, soon := s.burnt(false, as), s.burnt(true, as), s.burnt(true, func(t *engine.Theory) { t.Messages.BurnDays = 7 })
	t.Logf("settled in %d of 1,000 worlds, in %d with the lines burned, in %d where burned ones heal in a week", whole, gone, soon)
	if gone > whole-50 {
		t.Errorf("settled in %d of 1,000 worlds, in %d with the lines burned", whole, gone)
	}
	if soon < gone+50 {
		t.Errorf("settled in %d of 1,000 worlds with the lines burned, in %d where they heal in a week", gone, soon)
	}
}

// TestLawKeepsALadder: a ladder that the President may move is moved less often
// once a law holds it, by five points at least, and as often as ever where laws
// bind nobody (LeoGrande and Kornbluh 2014 on 1992 and 1996).
func TestLawKeepsALadder(t *testing.T) {
	s := shipped(t)
	free, held := s.loosened(false, as), s.loosened(true, as)
	t.Logf("the ladder is moved in %d of 1,000 worlds by a free President, in %d under a law", free, held)
	if held > free-50 {
		t.Errorf("the ladder is moved in %d of 1,000 worlds by a free President, in %d under a law", free, held)
	}
	if off := s.loosened(true, func(t *engine.Theory) { t.Home.Law = 0 }); off != free {
		t.Errorf("a law that binds nobody changes %d of 1,000 worlds to %d", free, off)
	}
}

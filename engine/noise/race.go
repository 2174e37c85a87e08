package noise

import "math/bits"

// Source gives the noise of one world. Without conditions it is free noise. Copy
// it as you like.
type Source struct {
	Seed uint64
	cond *Conditions
	cut  bool
}

// Free is the unconditioned noise of a seed.
func Free(seed uint64) Source {
	return Source{Seed: seed}
}

// Draw is the noise of the option with a content hash in a slot: a unit
// exponential. Under conditions it is sampled given who won the slot, if the
// slot was observed and the option raced in it; else it is free noise under the
// seed of the sample.
func (s *Source) Draw(slot Slot, content uint64) Exp {
	h := s.heat(slot)
	return h.draw(content)
}

// Race returns the index of the winner, the option with the smallest E/λ. A tie
// goes to the lower content hash, so that the order of the options does not
// matter. Contents are distinct, and weights has their length. Without options
// there is no winner: −1.
func (s *Source) Race(slot Slot, contents []uint64, weights []Weight) int {
	if len(weights) != len(contents) {
		panic("noise: Race: contents and weights differ in length")
	}
	if s.cut {
		return s.raceCut(slot, contents, weights)
	}
	h := s.heat(slot)
	winner := -1
	var leastE, leastW, leastC uint64 // noise, weight and content of the winner
	for i, c := range contents {
		e, w := uint64(h.draw(c)), uint64(max(weights[i], 1))
		if winner >= 0 {
			mineHi, mineLo := bits.Mul64(e, leastW)
			bestHi, bestLo := bits.Mul64(leastE, w)
			switch {
			case mineHi != bestHi:
				if mineHi > bestHi {
					continue
				}
			case mineLo != bestLo:
				if mineLo > bestLo {
					continue
				}
			case c > leastC:
				continue
			}
		}
		winner, leastE, leastW, leastC = i, e, w, c
	}
	return winner
}

// heat is what all options of one slot share.
type heat struct {
	key      uint64
	observed *observedRace // nil if the slot is not conditioned
	options  []observedOption
	time     uint64 // time of the observed winner, in units of 2^-observed.shift
	next     int    // where among options the next content is likely to be
}

func (s *Source) heat(slot Slot) heat {
	h := heat{key: Mix(s.Seed, uint64(slot))}
	if s.cond != nil {
		s.cond.prepare(&h, slot)
	}
	return h
}

func (h *heat) draw(content uint64) Exp {
	fresh := ExpFrom(Mix(h.key, content))
	if h.observed == nil {
		return fresh
	}
	return h.given(content, fresh)
}

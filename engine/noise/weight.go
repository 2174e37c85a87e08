package noise

import "math/bits"

// Weight is λ relative to the best option of a slot, in Q31: at least 1, at most
// 1<<31. A weight of 0 counts as 1.
type Weight uint32

// best is the weight of the option with the highest score.
const best = 1 << 31

// WeightsInto fills dst[i] from scores[i]: λ = exp((score − highest score)/tau),
// to six parts in 10⁸ before rounding to Q31. Scores and tau have the same unit,
// whatever it is, and tau is positive. dst has the length of scores.
func WeightsInto(dst []Weight, scores []int64, tau int64) {
	if len(dst) != len(scores) {
		panic("noise: WeightsInto: dst and scores differ in length")
	}
	if len(scores) == 0 {
		return
	}
	top := scores[0]
	for _, score := range scores {
		top = max(top, score)
	}
	d := newDecay(tau)
	for i, score := range scores {
		// The difference of two int64 fits in a uint64.
		dst[i] = Weight(max(1, d.at(uint64(top)-uint64(score))))
	}
}

// Odds is the share 1/(1+exp(−x/tau)) in Q16, from 0 to 65536, of the first of
// two options that is x better than the second. x and tau have the same unit, and
// tau is positive. Odds(x, tau) + Odds(−x, tau) = 65536.
func Odds(x, tau int64) int64 {
	s := SpreadOf(tau)
	return s.Odds(x)
}

// Spread is a tau made ready, for odds that share it.
type Spread struct{ d decay }

// SpreadOf makes a tau ready; it is positive.
func SpreadOf(tau int64) Spread { return Spread{newDecay(tau)} }

// Odds is [Odds] under the spread's tau.
func (s *Spread) Odds(x int64) int64 {
	size := uint64(x)
	if x < 0 {
		size = -size
	}
	sum := best + s.d.at(size)
	share := int64((best<<16 + sum/2) / sum)
	if x < 0 {
		return 1<<16 - share
	}
	return share
}

// ExpNeg is exp(−x/tau) in Q16, from 0 to 65536, for x ≥ 0; a negative x counts
// as 0. x and tau have the same unit, and tau is positive.
func ExpNeg(x, tau int64) int64 {
	d := newDecay(tau)
	return int64((d.at(uint64(max(x, 0))) + 1<<14) >> 15)
}

// decay computes exp(−x/tau) for one tau.
type decay struct {
	cut   uint64 // beyond it the result is 0
	scale uint64 // x·scale>>shift is x/tau·log2(e) in Q42
	shift uint
}

func newDecay(tau int64) decay {
	if tau <= 0 {
		panic("noise: tau is not positive")
	}
	// exp(−22) is 0.6 in Q31.
	over, cut := bits.Mul64(uint64(tau), 22)
	if over != 0 {
		cut = 1<<64 - 1
	}
	// With tau shifted up to 64 bits, log2(e)·2⁶² is below it, and the quotient
	// is log2(e)·2¹²⁶⁻ᶻ/tau with 62 significant bits or more.
	zeros := uint(bits.LeadingZeros64(uint64(tau)))
	scale, _ := bits.Div64(log2e, 0, uint64(tau)<<zeros)
	return decay{cut: cut, scale: scale, shift: 126 - 42 - zeros}
}

// at is exp(−x/tau) in Q31, from 0 to 1<<31.
func (d *decay) at(x uint64) uint64 {
	if x > d.cut {
		return 0
	}
	hi, lo := bits.Mul64(x, d.scale)
	// A shift by 64 or more, as the negative counts become, gives 0.
	y := hi<<(64-d.shift) | hi>>(d.shift-64) | lo>>d.shift
	whole, cell, rest := y>>42, y>>32&1023, y&(1<<32-1)
	left, right := uint64(powTable[cell]), uint64(powTable[cell+1])
	z := left - (left-right)*rest>>32
	return (z + 1<<whole>>1) >> whole
}

package noise

import "math/bits"

// Cut is the same source under the second coupling: in each slot one uniform
// number decides, cut by the weights added up in the order of the contents. The
// shares of the winners are those of the race; which winner under other weights
// goes with which is not. Clocks are as before.
func (s Source) Cut() Source {
	s.cut = true
	return s
}

// raceCut is Race under the second coupling. The winner is the option on whose
// stretch of the line from 0 to Λ the slot's number falls.
func (s *Source) raceCut(slot Slot, contents []uint64, weights []Weight) int {
	var sum uint64
	for _, w := range weights {
		sum += uint64(max(w, 1))
	}
	at, _ := bits.Mul64(s.uniform(slot), sum)
	for i := range contents {
		if below := lower(contents, weights, i); at >= below && at-below < uint64(max(weights[i], 1)) {
			return i
		}
	}
	return -1 // without options
}

// lower is the weight of all options with lower contents than that of one.
func lower(contents []uint64, weights []Weight, of int) uint64 {
	var sum uint64
	for i, c := range contents {
		if c < contents[of] {
			sum += uint64(max(weights[i], 1))
		}
	}
	return sum
}

// uniform is a slot's number, of 2⁶⁴; where the slot was observed it lies on the
// winner's stretch.
func (s *Source) uniform(slot Slot) uint64 {
	fresh := Mix(Mix(s.Seed, uint64(slot)), domainCut)
	if s.cond == nil {
		return fresh
	}
	i, seen := s.cond.slots.get(uint64(slot))
	if !seen {
		return fresh
	}
	r := &s.cond.races[i]
	if r.length == 0 { // the winner raced alone
		return fresh
	}
	into, _ := bits.Mul64(fresh, r.length)
	return r.from + into
}

// stretch is where the numbers lie with which an option wins: the first of them
// and how many there are, of 2⁶⁴. Rounding both ends up makes every one of them
// fall on the option again: u·Λ/2⁶⁴ is at least its lower end and below its
// upper. A length of 0 stands for all 2⁶⁴.
func stretch(contents []uint64, weights []Weight, of int) (from, length uint64) {
	var sum uint64
	for _, w := range weights {
		sum += uint64(max(w, 1))
	}
	below := lower(contents, weights, of)
	from = upward(below, sum)
	return from, upward(below+uint64(max(weights[of], 1)), sum) - from
}

// upward is ⌈x·2⁶⁴/sum⌉, 0 where that is 2⁶⁴.
func upward(x, sum uint64) uint64 {
	if x >= sum {
		return 0
	}
	q, rest := bits.Div64(x, 0, sum)
	if rest > 0 {
		q++
	}
	return q
}

package noise

import "math/bits"

// Point is the position of the k-th occurrence of an event, counted from 1, on
// the event's clock: in Q32, from 0 at the start of the clock. It never falls
// as k grows. Free positions are sums of unit exponentials, so that a clock that
// moved by x passed Poisson(x) occurrences. For k < 1 it is 0.
//
// Under conditions, a stretch of the clock that was observed holds as many
// points as it held then, spread uniformly, and what lies beyond the end of the
// observation is free. Positions are on the clock: in a world where the clock
// runs at another speed they fall on other days.
func (s *Source) Point(event uint64, k int) uint64 {
	if k < 1 {
		return 0
	}
	var at uint64
	first := 1
	if s.cond != nil {
		if c := s.cond.clock(event); c != nil {
			if k <= c.points {
				return s.inside(event, s.cond.segment(c, k), k)
			}
			at, first = c.end, c.points+1
		}
	}
	key := Mix(s.Seed^domainClock, event)
	for j := first; j <= k; j++ {
		at += uint64(ExpFrom(Mix(key, uint64(j))))
	}
	return at
}

// inside is the position of the k-th point of an event, which lies in seg. The
// order statistics of n uniform variates are the partial sums of n+1 exponentials
// over their sum (Devroye 1986, ch. V.3), which needs no sorting.
func (s *Source) inside(event uint64, seg *segment, k int) uint64 {
	key := Mix(Mix(s.Seed^domainSegment, event), uint64(seg.before))
	var sum, mine uint64
	for j := 1; j <= seg.points+1; j++ {
		sum += uint64(ExpFrom(Mix(key, uint64(j))))
		if seg.before+j == k {
			mine = sum
		}
	}
	// 0 < mine < sum, so the quotient rounded up is from 1 to the length.
	hi, lo := bits.Mul64(seg.to-seg.from, mine)
	lo, carry := bits.Add64(lo, sum-1, 0)
	offset, _ := bits.Div64(hi+carry, lo, sum)
	return seg.from + offset
}

package noise

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

const one = 1 << 32 // on a clock

// passed counts the points of an event up to a position.
func passed(s *Source, event, to uint64) int {
	n := 0
	for s.Point(event, n+1) <= to {
		n++
	}
	return n
}

// checkPoisson fails if counts[k] is not how often Poisson(mean) gives k. The
// last cell holds all that is more.
func checkPoisson(t *testing.T, what string, counts []int, mean float64) {
	t.Helper()
	n := 0
	for _, c := range counts {
		n += c
	}
	want := make([]float64, len(counts))
	p, rest := math.Exp(-mean), 1.0
	for k := range want {
		want[k] = p * float64(n)
		rest -= p
		p *= mean / float64(k+1)
	}
	want[len(want)-1] += rest * float64(n)
	checkChiSquare(t, what, counts, want)
}

func TestPointsArePoisson(t *testing.T) {
	for _, mean := range []float64{0.1, 1.5, 6} {
		cells := 4 + int(2*mean)
		counts := make([]int, cells)
		for seed := range uint64(200000) {
			s := Free(seed)
			counts[min(passed(&s, 11, uint64(mean*one)), cells-1)]++
		}
		checkPoisson(t, "count", counts, mean)
	}
}

// TestConditionedPointsArePoisson observes a world in three segments and samples
// it again: over all worlds the samples are a Poisson process as well, also across
// the borders of the observation.
func TestConditionedPointsArePoisson(t *testing.T) {
	borders := []uint64{0, one / 2, one, 5 * one / 2}
	windows := [][2]float64{{0, 1.0 / 3}, {0.4, 0.7}, {0.9, 2}, {2.2, 3}, {0, 3}}
	counts := make([][]int, len(windows))
	for i, w := range windows {
		counts[i] = make([]int, 5+int(2*(w[1]-w[0])))
	}
	var trace Trace
	for seed := range uint64(150000) {
		world := Free(seed)
		trace.Reset()
		trace.Clock(12, 0, 0, 0)
		for i := 1; i < len(borders); i++ {
			trace.Clock(11, borders[i-1], borders[i], passed(&world, 11, borders[i])-passed(&world, 11, borders[i-1]))
			trace.Clock(12, borders[i-1], borders[i], 1)
		}
		s := Condition(&trace).Sample(seed + 1<<40)
		for i, w := range windows {
			n := passed(&s, 11, uint64(w[1]*one)) - passed(&s, 11, uint64(w[0]*one))
			counts[i][min(n, len(counts[i])-1)]++
		}
	}
	for i, w := range windows {
		checkPoisson(t, "window", counts[i], w[1]-w[0])
	}
}

// TestConditionedPointsAreUniform pools the positions of one point each.
func TestConditionedPointsAreUniform(t *testing.T) {
	const cells, n, points = 64, 100000, 3
	var trace Trace
	trace.Clock(11, 0, one, 2)
	trace.Clock(11, one, 4*one, points)
	c := Condition(&trace)
	var pooled [cells]int
	smallest := make([]int, 8)
	for seed := range uint64(n) {
		s := c.Sample(seed)
		for k := 3; k <= 2+points; k++ {
			at := float64(s.Point(11, k)-one-1) / (3 * one)
			pooled[int(at*cells)]++
			if k == 3 { // 1−(1−x)³ is uniform
				smallest[int(8*(1-math.Pow(1-at, points)))]++
			}
		}
	}
	checkChiSquare(t, "pooled", pooled[:], scale(equal(cells), n*points))
	checkChiSquare(t, "smallest", smallest, scale(equal(len(smallest)), n))
}

func TestSegmentsKeepTheirPoints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		type entry struct {
			from, to uint64
			points   int
		}
		var trace Trace
		history := map[uint64][]entry{}
		at := map[uint64]uint64{}
		for range rapid.IntRange(0, 40).Draw(t, "entries") {
			event := rapid.Uint64Range(0, 4).Draw(t, "event")
			e := entry{from: at[event]}
			e.to = e.from + rapid.Uint64Range(0, 1<<36).Draw(t, "length")
			if e.to > e.from {
				e.points = max(0, rapid.IntRange(-3, 5).Draw(t, "points"))
			}
			at[event] = e.to
			history[event] = append(history[event], e)
			trace.Clock(event, e.from, e.to, e.points)
		}
		s := Condition(&trace).Sample(rapid.Uint64().Draw(t, "seed"))
		for event, entries := range history {
			if got := s.Point(event, 0); got != 0 {
				t.Fatalf("point 0 of event %d is at %d", event, got)
			}
			k, last := 0, uint64(0)
			for _, e := range entries {
				for range e.points {
					k++
					p := s.Point(event, k)
					if p <= e.from || p > e.to || p < last {
						t.Fatalf("event %d: point %d at %d after %d, observed in (%d, %d]", event, k, p, last, e.from, e.to)
					}
					last = p
				}
			}
			if p := s.Point(event, k+1); p <= at[event] {
				t.Fatalf("event %d: point %d at %d, observed none up to %d", event, k+1, p, at[event])
			}
		}
	})
}

func TestPointsBeyondTheObservationAreFree(t *testing.T) {
	const n, cells = 100000, 32
	var trace Trace
	trace.Clock(11, 0, one, 1)
	trace.Clock(11, one, 2*one, 0)
	c := Condition(&trace)
	var first, second, other [cells]int
	for seed := range uint64(n) {
		s := c.Sample(seed)
		first[quantile(Exp(s.Point(11, 2)-2*one), cells)]++
		second[quantile(Exp(s.Point(11, 3)-s.Point(11, 2)), cells)]++
		free := Free(seed)
		if s.Point(12, 2) != free.Point(12, 2) {
			t.Fatal("an event that was not observed is not free")
		}
		other[quantile(Exp(s.Point(12, 1)), cells)]++
	}
	for name, counts := range map[string][]int{"first": first[:], "second": second[:], "unobserved": other[:]} {
		checkChiSquare(t, name, counts, scale(equal(cells), n))
	}
}

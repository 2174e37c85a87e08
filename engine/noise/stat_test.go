package noise

import (
	"math"
	"testing"
)

// The statistics of these tests are of fixed seeds, so they do not flicker; the
// limits are those that a right implementation exceeds once in some 10⁵ seeds.

const sigmas = 4.3

// checkChiSquare fails if counts are not drawn with the expected frequencies.
func checkChiSquare(t *testing.T, what string, counts []int, want []float64) {
	t.Helper()
	var sum float64
	for i, n := range counts {
		if want[i] < 5 {
			t.Fatalf("%s: cell %d expects only %.1f", what, i, want[i])
		}
		d := float64(n) - want[i]
		sum += d * d / want[i]
	}
	checkChi(t, what, sum, len(counts)-1, counts, want)
}

// checkSame fails if two rows of counts are not drawn from one distribution.
func checkSame(t *testing.T, what string, a, b []int) {
	t.Helper()
	var totalA, totalB, sum float64
	for i := range a {
		totalA += float64(a[i])
		totalB += float64(b[i])
	}
	cells := 0
	for i := range a {
		x, y := float64(a[i]), float64(b[i])
		if x+y < 10 {
			continue
		}
		cells++
		d := x*math.Sqrt(totalB/totalA) - y*math.Sqrt(totalA/totalB)
		sum += d * d / (x + y)
	}
	checkChi(t, what, sum, max(cells-1, 1), a, b)
}

// checkChi compares a chi-square sum to its limit by the cube root of Wilson and
// Hilferty.
func checkChi(t *testing.T, what string, sum float64, freedom int, got, want any) {
	t.Helper()
	k := 2 / (9 * float64(freedom))
	if z := (math.Cbrt(sum/float64(freedom)) - (1 - k)) / math.Sqrt(k); z > sigmas {
		t.Errorf("%s: chi-square %.1f with %d degrees of freedom\n got %v\nwant %v", what, sum, freedom, got, want)
	}
}

func scale(shares []float64, n int) []float64 {
	out := make([]float64, len(shares))
	for i, p := range shares {
		out[i] = p * float64(n)
	}
	return out
}

func equal(cells int) []float64 {
	shares := make([]float64, cells)
	for i := range shares {
		shares[i] = 1 / float64(cells)
	}
	return shares
}

// quantile is the cell of a unit exponential among cells of equal share.
func quantile(e Exp, cells int) int {
	return int(float64(cells) * -math.Expm1(-float64(e)/(1<<32)))
}

// stream is plain input for tests, independent of the keys of the package.
type stream uint64

func (s *stream) next() uint64 {
	*s += 0x9e3779b97f4a7c15 // splitmix64
	z := uint64(*s)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

package noise

import (
	"math"
	"testing"
)

func TestExpFromAgainstLog(t *testing.T) {
	check := func(u uint64) {
		t.Helper()
		v := u | 1
		want := -math.Log(float64(v) / (1 << 64))
		if v > 1<<63 { // without losing what is lost in the quotient
			want = -math.Log1p(-float64(-v) / (1 << 64))
		}
		got := ExpFrom(u)
		diff := math.Abs(float64(got)/(1<<32) - want)
		if got < 1 || diff > 1.3e-7 || diff > 2.5e-4*want+2.0/(1<<32) {
			t.Errorf("ExpFrom(%#x) = %v, want %v", u, float64(got)/(1<<32), want)
		}
	}
	for shift := range 64 {
		for _, u := range []uint64{1 << shift, 1<<shift - 1, 1<<shift + 1, -(1 << shift), 3 << shift} {
			check(u)
		}
	}
	s := stream(1)
	for range 300000 {
		u := s.next()
		check(u >> (s.next() % 64))
		check(-(u >> (s.next() % 64)))
	}
	if e := ExpFrom(math.MaxUint64); e != 1 {
		t.Errorf("the least is %d, want 1", e)
	}
	if e := float64(ExpFrom(0)) / (1 << 32); e < 44.3 || e > 44.4 {
		t.Errorf("the greatest is %v, want 44.36", e)
	}
}

func TestExpFromFalls(t *testing.T) {
	s := stream(2)
	for range 300000 {
		u := s.next() >> (s.next() % 64)
		v := u + 1<<(s.next()%64)
		if v > u && ExpFrom(v) > ExpFrom(u) {
			t.Fatalf("ExpFrom(%#x) > ExpFrom(%#x)", v, u)
		}
	}
}

// TestDrawIsExponential looks at draws under keys as close to each other as those
// of a game: 256 quantiles, and a tail to one in 2·10⁵ at either end.
func TestDrawIsExponential(t *testing.T) {
	const days, options, seeds = 200, 64, 160
	const n = days * options * seeds
	var body [256]int
	tails := []float64{7, 8, 9, 10, 11, 12}
	far, near := make([]int, len(tails)), make([]int, len(tails))
	for seed := range uint64(seeds) {
		s := Free(seed)
		for day := range int32(days) {
			slot := SlotOf(day, 0, 0, 0)
			for content := range uint64(options) {
				e := s.Draw(slot, content)
				body[quantile(e, len(body))]++
				for i, x := range tails {
					if float64(e) > x*(1<<32) {
						far[i]++
					}
					if float64(e) < math.Exp(-x)*(1<<32) {
						near[i]++
					}
				}
			}
		}
	}
	checkChiSquare(t, "body", body[:], scale(equal(len(body)), n))
	for i, x := range tails {
		for name, c := range map[string]struct {
			got  int
			want float64
		}{
			"longer than x":        {far[i], n * math.Exp(-x)},
			"shorter than exp(-x)": {near[i], n * -math.Expm1(-math.Exp(-x))},
		} {
			if z := (float64(c.got) - c.want) / math.Sqrt(c.want); math.Abs(z) > sigmas {
				t.Errorf("%s for x = %v: %d of %d, want %.1f", name, x, c.got, n, c.want)
			}
		}
	}
}

// TestDrawsAreIndependent looks at neighbours in each part of the key.
func TestDrawsAreIndependent(t *testing.T) {
	const n, cells = 300000, 8
	s := Free(3)
	neighbours := map[string]func(i uint64) Exp{
		"content": func(i uint64) Exp { return s.Draw(SlotOf(int32(i), 0, 0, 0), 1) },
		"stage":   func(i uint64) Exp { return s.Draw(SlotOf(int32(i), 0, 1, 0), 0) },
		"day":     func(i uint64) Exp { return s.Draw(SlotOf(int32(i)+1, 0, 0, 0), 0) },
		"after":   func(i uint64) Exp { return s.Draw(SlotOf(int32(i), 0, 0, 0).After(0), 0) },
		"seed":    func(i uint64) Exp { s := Free(4); return s.Draw(SlotOf(int32(i), 0, 0, 0), 0) },
	}
	for name, other := range neighbours {
		var joint [cells * cells]int
		for i := range uint64(n) {
			e := s.Draw(SlotOf(int32(i), 0, 0, 0), 0)
			joint[quantile(e, cells)*cells+quantile(other(i), cells)]++
		}
		checkChiSquare(t, name, joint[:], scale(equal(len(joint)), n))
	}
}

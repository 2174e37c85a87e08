package noise

import (
	"math"
	"testing"
)

func TestWeightsInto(t *testing.T) {
	s := stream(5)
	scores, weights := make([]int64, 16), make([]Weight, 16)
	for range 30000 {
		tau := int64(s.next()>>(1+s.next()%63)) | 1
		spread := s.next() % 32 // in tau
		top := int64(s.next())
		for i := range scores {
			down := math.Min(float64(tau)*float64(spread)*float64(s.next()>>11)/(1<<53), 1<<62)
			scores[i] = top - int64(down)
			if scores[i] > top { // wrapped
				scores[i] = math.MinInt64
			}
		}
		scores[s.next()%16] = top
		WeightsInto(weights, scores, tau)
		for i, w := range weights {
			want := math.Max(1, (1<<31)*math.Exp(-float64(uint64(top)-uint64(scores[i]))/float64(tau)))
			if w < 1 || math.Abs(float64(w)-want) > 0.51+6.1e-8*want {
				t.Fatalf("scores %v, tau %d: weight %d is %d, want %.2f", scores, tau, i, w, want)
			}
		}
	}
}

func TestWeightsIntoAtTheEnds(t *testing.T) {
	for _, c := range []struct {
		scores []int64
		tau    int64
		want   []Weight
	}{
		{nil, 1, nil},
		{[]int64{-5}, 1, []Weight{1 << 31}},
		{[]int64{math.MinInt64, math.MaxInt64}, 1, []Weight{1, 1 << 31}},
		{[]int64{math.MaxInt64, math.MinInt64}, math.MaxInt64, []Weight{1 << 31, 290630323}}, // exp(-2), 5e-8 too heavy by interpolation
		{[]int64{0, -21, -22, -23}, 1, []Weight{1 << 31, 2, 1, 1}},
	} {
		got := make([]Weight, len(c.want))
		WeightsInto(got, c.scores, c.tau)
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("scores %v, tau %d: weights %v, want %v", c.scores, c.tau, got, c.want)
				break
			}
		}
	}
}

func TestOddsAndExpNeg(t *testing.T) {
	s := stream(6)
	for range 100000 {
		tau := int64(s.next()>>(1+s.next()%63)) | 1
		x := int64(s.next()) >> (s.next() % 64)
		ratio := float64(x) / float64(tau)
		if got, want := Odds(x, tau), 65536/(1+math.Exp(-ratio)); math.Abs(float64(got)-want) > 0.51 {
			t.Fatalf("Odds(%d, %d) = %d, want %.2f", x, tau, got, want)
		}
		if got, want := ExpNeg(x, tau), math.Min(65536, 65536*math.Exp(-ratio)); math.Abs(float64(got)-want) > 0.51 {
			t.Fatalf("ExpNeg(%d, %d) = %d, want %.2f", x, tau, got, want)
		}
		if x != math.MinInt64 && Odds(x, tau)+Odds(-x, tau) != 65536 {
			t.Fatalf("Odds(±%d, %d) do not add up", x, tau)
		}
	}
	for _, x := range []int64{math.MinInt64, math.MaxInt64} {
		if got, want := Odds(x, 1), int64(65536&^(x>>63)); got != want {
			t.Errorf("Odds(%d, 1) = %d, want %d", x, got, want)
		}
	}
}

func TestTauMustBePositive(t *testing.T) {
	for _, tau := range []int64{0, -1} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("Odds(1, %d) did not panic", tau)
				}
			}()
			Odds(1, tau)
		}()
	}
}

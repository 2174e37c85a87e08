package noise

import (
	"math/big"
	"testing"
)

// ids are plain content hashes for the options of a test.
var ids = [16]uint64{3, 1, 4, 15, 9, 2, 6, 5, 35, 8, 97, 93, 23, 84, 62, 64}

func shares(weights []Weight) []float64 {
	var sum float64
	out := make([]float64, len(weights))
	for _, w := range weights {
		sum += float64(w)
	}
	for i, w := range weights {
		out[i] = float64(w) / sum
	}
	return out
}

func TestRaceSharesAreLogit(t *testing.T) {
	for _, scores := range [][]int64{
		{0, 0},
		{0, -100, -200, -300, -1000},
		{0, -1000, -1200},      // in units of tau: −10, −12
		{0, -1100, -1, -2, -3}, // −11
		{0, -10, -20, -30, -40, -50, -60, -70, -80, -90, -100, -110, -120, -130, -140, -150},
	} {
		n := 2000000
		if len(scores) > 5 {
			n = 1000000
		}
		weights := make([]Weight, len(scores))
		WeightsInto(weights, scores, 100)
		counts := make([]int, len(scores))
		s := Free(7)
		for i := range n {
			counts[s.Race(SlotOf(int32(i), 0, 0, 0), ids[:len(scores)], weights)]++
		}
		checkChiSquare(t, "shares", counts, scale(shares(weights), n))
	}
}

func TestRaceComparesExactly(t *testing.T) {
	s := stream(8)
	for i := range uint64(20000) {
		source := Free(i)
		n := 1 + int(s.next()%6)
		contents, weights := make([]uint64, n), make([]Weight, n)
		for j := range contents {
			contents[j] = s.next()
			weights[j] = Weight(s.next() >> (33 + s.next()%32))
		}
		want := -1
		var least *big.Rat
		for j := range contents {
			e := new(big.Int).SetUint64(uint64(source.Draw(1, contents[j])))
			time := new(big.Rat).SetFrac(e, big.NewInt(int64(max(weights[j], 1))))
			if want < 0 || time.Cmp(least) < 0 {
				want, least = j, time
			}
		}
		if got := source.Race(1, contents, weights); got != want {
			t.Fatalf("weights %v: %d wins, want %d", weights, got, want)
		}
	}
}

func TestRaceTiesGoToTheLowerContent(t *testing.T) {
	// Two contents with one noise: a pair of weights cannot tell them apart.
	s := Free(9)
	seen := map[Exp]uint64{}
	for c := uint64(0); ; c++ {
		e := s.Draw(1, c)
		other, ok := seen[e]
		if !ok {
			seen[e] = c
			continue
		}
		w := []Weight{77, 77}
		if got := s.Race(1, []uint64{other, c}, w); got != 0 {
			t.Errorf("lower first: %d wins", got)
		}
		if got := s.Race(1, []uint64{c, other}, w); got != 1 {
			t.Errorf("lower last: %d wins", got)
		}
		return
	}
}

func TestRaceOfNone(t *testing.T) {
	s := Free(1)
	if got := s.Race(1, nil, nil); got != -1 {
		t.Errorf("got %d, want -1", got)
	}
}

func TestNothingAllocates(t *testing.T) {
	weights := testWeights()
	var trace Trace
	record := func() {
		trace.Race(1, ids[:], weights, 3)
		trace.Clock(1, 0, 1<<32, 4)
	}
	record()
	conditions := Condition(&trace)
	scores := make([]int64, len(ids))
	for name, source := range map[string]Source{"free": Free(1), "given": conditions.Sample(1)} {
		for what, f := range map[string]func(){
			"Race":        func() { source.Race(1, ids[:], weights) },
			"Draw":        func() { source.Draw(1, 4) },
			"Point":       func() { source.Point(1, 6) },
			"SlotOf":      func() { sinkSlot = SlotOf(1, 2, 3, 4).After(5) },
			"WeightsInto": func() { WeightsInto(weights, scores, 5) },
			"Odds":        func() { Odds(3, 5) },
			"Sample":      func() { s := conditions.Sample(2); s.Draw(1, 3) },
			"Trace":       func() { trace.Reset(); record() },
		} {
			if n := testing.AllocsPerRun(100, f); n != 0 {
				t.Errorf("%s, %s: %v allocations", name, what, n)
			}
		}
	}
}

func testWeights() []Weight {
	scores, weights := make([]int64, len(ids)), make([]Weight, len(ids))
	for i := range scores {
		scores[i] = int64(-20 * i)
	}
	WeightsInto(weights, scores, 100)
	return weights
}

func BenchmarkRace16(b *testing.B) {
	weights := testWeights()
	s := Free(1)
	slot := Slot(0)
	for b.Loop() {
		s.Race(slot, ids[:], weights)
		slot++
	}
}

func BenchmarkWeights16(b *testing.B) {
	scores, weights := make([]int64, len(ids)), make([]Weight, len(ids))
	for i := range scores {
		scores[i] = int64(-20 * i)
	}
	for b.Loop() {
		WeightsInto(weights, scores, 100)
	}
}

var sinkSlot Slot // keeps a result from being optimised away

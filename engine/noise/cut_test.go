package noise

import "testing"

// TestCutSharesAreLogit: under the second coupling too each option wins with its
// share of the weights, whatever the order in which the options come.
func TestCutSharesAreLogit(t *testing.T) {
	const n = 300000
	weights := make([]Weight, 5)
	WeightsInto(weights, []int64{0, -100, -200, -30, -600}, 100)
	for _, order := range [][5]int{{0, 1, 2, 3, 4}, {4, 2, 0, 1, 3}} {
		contents, mine := make([]uint64, 5), make([]Weight, 5)
		for i, j := range order {
			contents[i], mine[i] = ids[j], weights[j]
		}
		counts := make([]int, 5)
		s := Free(7).Cut()
		for i := range n {
			counts[s.Race(SlotOf(int32(i), 0, 0, 0), contents, mine)]++
		}
		checkChiSquare(t, "shares", counts, scale(shares(mine), n))
	}
}

// TestCutIsAnotherCoupling: where one option loses its weight the race moves only
// the worlds that it had won; the cut moves more.
func TestCutIsAnotherCoupling(t *testing.T) {
	before, after := []Weight{1 << 30, 1 << 30, 1 << 30}, []Weight{1 << 30, 1 << 30, 1}
	stays, races := 0, 0
	for i := range uint64(3000) {
		s := Free(i)
		cut := s.Cut()
		if cut.Race(1, ids[:3], before) == cut.Race(1, ids[:3], after) {
			stays++
		}
		if s.Race(1, ids[:3], before) == s.Race(1, ids[:3], after) {
			races++
		}
	}
	// The race moves only the third that has lost its weight. Of the line's
	// numbers, a third as well, and those that the other stretches grow over.
	if races < 1900 || races > 2100 || stays >= races-100 {
		t.Errorf("the winner stays in %d of 3000 by the race, in %d by the cut", races, stays)
	}
}

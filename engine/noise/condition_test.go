package noise

import (
	"testing"

	"pgregory.net/rapid"
)

// oddWeight is often at an end of its range.
func oddWeight(s *stream) Weight {
	switch s.next() % 4 {
	case 0:
		return 1
	case 1:
		return 1 << 31
	case 2:
		return Weight(s.next() % 4)
	}
	return Weight(1 + s.next()>>(33+s.next()%31))
}

// TestObservedWinnerWinsAgain is the promise that the record with nothing changed
// reproduces itself: two million odd decisions, most of which the winner could
// never have won.
func TestObservedWinnerWinsAgain(t *testing.T) {
	const rounds, slots = 500, 4000
	in := stream(10)
	contents, weights := make([]uint64, 0, 8), make([]Weight, 0, 8)
	var trace Trace
	type decision struct{ first, n, winner int }
	decisions := make([]decision, slots)
	for round := range rounds {
		if round%50 == 0 {
			trace.Reset()
			for slot := range decisions {
				contents, weights = contents[:0], weights[:0]
				for range 1 + in.next()%8 {
					contents = append(contents, in.next())
					weights = append(weights, oddWeight(&in))
				}
				winner := int(in.next() % uint64(len(contents)))
				decisions[slot] = decision{len(trace.contents), len(contents), winner}
				trace.Race(Slot(slot), contents, weights, winner)
			}
		}
		s := Condition(&trace).Sample(in.next())
		for slot, d := range decisions {
			c, w := trace.contents[d.first:d.first+d.n], trace.weights[d.first:d.first+d.n]
			if got := s.Race(Slot(slot), c, w); got != d.winner {
				t.Fatalf("weights %v: %d wins, observed %d", w, got, d.winner)
			}
			if cut := s.Cut(); cut.Race(Slot(slot), c, w) != d.winner {
				t.Fatalf("weights %v: another than the observed %d wins under the second coupling", w, d.winner)
			}
			if e := s.Draw(Slot(slot), c[d.winner]); e < 1 {
				t.Fatalf("weights %v: the noise of winner %d is 0", w, d.winner)
			}
		}
	}
}

// TestSampleUnderOtherWeights compares with rejection: of free worlds, keep those
// with the observed winner, and race them again under other weights, with one
// option gone and one new. Under both couplings.
func TestSampleUnderOtherWeights(t *testing.T) {
	underOtherWeights(t, func(s Source) Source { return s })
	underOtherWeights(t, Source.Cut)
}

func underOtherWeights(t *testing.T, coupling func(Source) Source) {
	t.Helper()
	const n = 400000
	before, after := make([]Weight, 4), make([]Weight, 4)
	WeightsInto(before, []int64{0, -50, -120, -200}, 100)
	WeightsInto(after, []int64{-90, -100, 0, -50}, 100)
	contentsBefore, contentsAfter := ids[:4], []uint64{ids[4], ids[2], ids[0], ids[3]} // ids[1] gone

	rejected := make([][]int, 4)
	for w := range rejected {
		rejected[w] = make([]int, 4)
	}
	for i := range n {
		s, slot := coupling(Free(11)), SlotOf(int32(i), 0, 0, 0)
		w := s.Race(slot, contentsBefore, before)
		rejected[w][s.Race(slot, contentsAfter, after)]++
	}
	for w := range rejected {
		var trace Trace
		trace.Race(5, contentsBefore, before, w)
		c := Condition(&trace)
		sampled := make([]int, 4)
		for seed := range uint64(n / 4) {
			s := coupling(c.Sample(seed))
			sampled[s.Race(5, contentsAfter, after)]++
		}
		checkSame(t, "rejection and sample", rejected[w], sampled)
	}
}

// TestConditionedNoiseIsExponential averages over worlds: sampling given what a
// free world brought out gives free noise back, one by one and in pairs.
func TestConditionedNoiseIsExponential(t *testing.T) {
	const n, cells, side = 300000, 128, 8
	weights := make([]Weight, 3)
	WeightsInto(weights, []int64{0, -70, -150}, 100)
	var alone [3][cells]int
	var pairs [3][side * side]int
	var trace Trace
	for seed := range uint64(n) {
		world := Free(seed)
		trace.Reset()
		trace.Race(5, ids[:3], weights, world.Race(5, ids[:3], weights))
		s := Condition(&trace).Sample(seed + 1<<40)
		var e [3]Exp
		for i := range e {
			e[i] = s.Draw(5, ids[i])
			alone[i][quantile(e[i], cells)]++
		}
		for i := range e {
			pairs[i][quantile(e[i], side)*side+quantile(e[(i+1)%3], side)]++
		}
	}
	for i := range alone {
		checkChiSquare(t, "alone", alone[i][:], scale(equal(cells), n))
		checkChiSquare(t, "pair", pairs[i][:], scale(equal(side*side), n))
	}
}

// TestCounterfactualStability: an option whose weight did not grow relative to the
// winner's cannot replace it (Oberst and Sontag 2019), in free worlds and samples.
func TestCounterfactualStability(t *testing.T) {
	weight := rapid.OneOf(
		rapid.Uint32Range(1, 1<<31),
		rapid.Uint32Range(1, 8),
		rapid.Just(uint32(1<<31)))
	rapid.Check(t, func(t *rapid.T) {
		contents := rapid.SliceOfNDistinct(rapid.Uint64(), 2, 8, rapid.ID).Draw(t, "contents")
		draw := func(label string) []Weight {
			weights := make([]Weight, len(contents))
			for i := range weights {
				weights[i] = Weight(weight.Draw(t, label))
			}
			return weights
		}
		before, after := draw("before"), draw("after")
		// Of the races alone: the second coupling is not stable.
		worlds := map[string]Source{"free": Free(rapid.Uint64().Draw(t, "seed"))}
		var trace Trace
		trace.Race(1, contents, before, rapid.IntRange(0, len(contents)-1).Draw(t, "winner"))
		conditions := Condition(&trace)
		worlds["given"] = conditions.Sample(rapid.Uint64().Draw(t, "sample"))
		for name, s := range worlds {
			w, v := s.Race(1, contents, before), s.Race(1, contents, after)
			if w != v && uint64(after[v])*uint64(before[w]) <= uint64(after[w])*uint64(before[v]) {
				t.Fatalf("%s: %d replaced %d, weights %v to %v", name, v, w, before, after)
			}
		}
	})
}

func TestOrderOfOptionsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		contents := rapid.SliceOfNDistinct(rapid.Uint64Range(0, 30), 1, 12, rapid.ID).Draw(t, "contents")
		weights := make([]Weight, len(contents))
		for i := range weights {
			weights[i] = Weight(rapid.Uint32Range(1, 9).Draw(t, "weight"))
		}
		var trace Trace
		trace.Race(1, ids[:], testWeights(), 3)
		s := Condition(&trace).Sample(rapid.Uint64().Draw(t, "seed"))
		want := contents[s.Race(1, contents, weights)]
		order := make([]int, len(contents))
		for i := range order {
			order[i] = i
		}
		order = rapid.Permutation(order).Draw(t, "order")
		c, w := make([]uint64, len(order)), make([]Weight, len(order))
		for i, j := range order {
			c[i], w[i] = contents[j], weights[j]
		}
		if got := c[s.Race(1, c, w)]; got != want {
			t.Fatalf("%d wins, in another order %d", want, got)
		}
	})
}

func TestUnobservedIsFree(t *testing.T) {
	var trace Trace
	trace.Race(1, ids[:2], []Weight{5, 6}, 1)
	s, free := Condition(&trace).Sample(3), Free(3)
	if s.Draw(2, ids[0]) != free.Draw(2, ids[0]) {
		t.Error("a slot that was not observed is not free")
	}
	if s.Draw(1, ids[2]) != free.Draw(1, ids[2]) {
		t.Error("an option that did not race is not free")
	}
	if s.Draw(1, ids[0]) == free.Draw(1, ids[0]) {
		t.Error("an option that lost is free")
	}
	none := Condition(&Trace{}).Sample(3)
	if none.Draw(1, 1) != free.Draw(1, 1) || none.Point(1, 1) != free.Point(1, 1) {
		t.Error("the empty trace conditions")
	}
}

func TestConditionBefore(t *testing.T) {
	var trace Trace
	trace.Race(1, ids[:2], []Weight{1, 1 << 31}, 0)
	trace.Clock(1, 0, one, 3)
	races, clocks := trace.Len()
	trace.Race(2, ids[:2], []Weight{1, 1 << 31}, 0)
	trace.Race(1, ids[:2], []Weight{1, 1 << 31}, 1) // again: the first holds
	trace.Clock(1, one, 2*one, 2)

	free := Free(4)
	some, all := ConditionBefore(&trace, races, clocks).Sample(4), Condition(&trace).Sample(4)
	if some.Draw(2, ids[0]) != free.Draw(2, ids[0]) {
		t.Error("a later race conditions")
	}
	if some.Point(1, 3) > one || some.Point(1, 3) != all.Point(1, 3) {
		t.Error("an earlier segment does not condition")
	}
	var first Trace
	first.Clock(1, 0, one, 3)
	if short := Condition(&first).Sample(4); some.Point(1, 4) != short.Point(1, 4) {
		t.Error("a later segment conditions")
	}
	for name, s := range map[string]Source{"some": some, "all": all} {
		if got := s.Race(1, ids[:2], []Weight{1, 1 << 31}); got != 0 {
			t.Errorf("%s: %d wins the race recorded twice, want 0", name, got)
		}
	}
	if got := all.Race(2, ids[:2], []Weight{1, 1 << 31}); got != 0 {
		t.Errorf("%d wins the later race, want 0", got)
	}
	trace.Reset()
	if r, c := trace.Len(); r != 0 || c != 0 {
		t.Errorf("%d races, %d segments after Reset", r, c)
	}
	if got := all.Race(2, ids[:2], []Weight{1, 1 << 31}); got != 0 {
		t.Error("conditions change with the trace")
	}
}

func TestRaceWithoutOptionsIsNotRecorded(t *testing.T) {
	var trace Trace
	trace.Race(1, nil, nil, -1)
	if n, _ := trace.Len(); n != 0 {
		t.Errorf("%d races", n)
	}
}

func BenchmarkCondition16(b *testing.B) {
	weights := testWeights()
	var trace Trace
	for slot := range Slot(256) {
		trace.Race(slot, ids[:], weights, int(slot)%len(ids))
	}
	s := Condition(&trace).Sample(1)
	slot := Slot(0)
	for b.Loop() {
		s.Race(slot%256, ids[:], weights)
		slot++
	}
}

package noise

import (
	"math/bits"
	"testing"
)

func TestMixAvalanche(t *testing.T) {
	const rounds = 4000
	inputs := map[string]func(i uint64) (a, b uint64){
		"small":  func(i uint64) (uint64, uint64) { return i % 63, i / 63 },
		"random": func(i uint64) (uint64, uint64) { s := stream(i); return s.next(), s.next() },
	}
	for name, input := range inputs {
		for flip := range 128 {
			var flipped [64]int
			for i := range uint64(rounds) {
				a, b := input(i)
				before := Mix(a, b)
				if flip < 64 {
					a ^= 1 << flip
				} else {
					b ^= 1 << (flip - 64)
				}
				for d := before ^ Mix(a, b); d != 0; d &= d - 1 {
					flipped[bits.TrailingZeros64(d)]++
				}
			}
			for out, n := range flipped {
				// 4000 throws have a deviation of 32; 8192 pairs are looked at.
				if n < rounds/2-190 || n > rounds/2+190 {
					t.Errorf("%s: bit %d flips bit %d in %d of %d", name, flip, out, n, rounds)
				}
			}
		}
	}
}

func TestSlotsAreDistinct(t *testing.T) {
	seen := map[Slot]bool{}
	n := 0
	add := func(s Slot) { seen[s] = true; n++ }
	for _, day := range []int32{-1 << 31, -1, 0, 1, 255, 256, 65536, 1<<31 - 1} {
		for side := range uint8(4) {
			for stage := range uint8(6) {
				for _, ordinal := range []uint8{0, 1, 2, 255} {
					slot := SlotOf(day, side, stage, ordinal)
					add(slot)
					add(slot.After(1))
					add(slot.After(2))
					add(slot.After(1).After(2))
					add(slot.After(2).After(1))
				}
			}
		}
	}
	if len(seen) != n {
		t.Errorf("%d slots of %d are distinct", len(seen), n)
	}
}

func TestHashString(t *testing.T) {
	texts := []string{"", "\x00", "\x00\x00", "a", "b", "ab", "ba", "abcdefg", "abcdefgh", "abcdefghi", "abcdefgh\x00", "ibcdefgha", "12345678abcdefgh", "abcdefgh12345678"}
	seen := map[uint64]string{}
	for _, s := range texts {
		h := HashString(s)
		if other, ok := seen[h]; ok {
			t.Errorf("HashString(%q) = HashString(%q)", s, other)
		}
		seen[h] = s
	}
}

// TestGolden pins the keys: a replay of yesterday must run the same tomorrow, on
// every platform.
func TestGolden(t *testing.T) {
	slot := SlotOf(-3, 1, 2, 3)
	free := Free(42)
	var trace Trace
	contents, weights := []uint64{7, 8, 9}, []Weight{1 << 31, 1 << 29, 1}
	trace.Race(slot, contents, weights, 1)
	trace.Clock(5, 0, 3<<32, 2)
	given := Condition(&trace).Sample(42)
	for _, c := range []struct {
		name      string
		got, want uint64
	}{
		{"Mix", Mix(1, 2), 3566264466477798420},
		{"HashString", HashString("back channel"), 15725918141488295026},
		{"SlotOf", uint64(slot), 14069303005858519948},
		{"After", uint64(slot.After(7)), 7564065418679487373},
		{"Draw", uint64(free.Draw(slot, 7)), 1182440923},
		{"Draw after", uint64(free.Draw(slot.After(7), 8)), 460801515},
		{"Point", free.Point(5, 3), 9393579988},
		{"winner", uint64(given.Draw(slot, 8)), 176980974},
		{"loser", uint64(given.Draw(slot, 7)), 1890364821},
		{"light loser", uint64(given.Draw(slot, 9)), 16033878938},
		{"point inside", given.Point(5, 2), 11320000937},
		{"point beyond", given.Point(5, 3), 19021313526},
	} {
		if c.got != c.want {
			t.Errorf("%s = %d, want %d", c.name, c.got, c.want)
		}
	}
}

package tally

import (
	"context"
	"sync"

	"backchannel/engine"
)

// Duel compares two ways of playing one chair, seed by seed: same seed, same
// types, same goals, the policy in the other chair.
type Duel struct {
	Worlds, Higher, Lower int64 // seeds; in how many the first way scores higher, or lower
	Sum                   [2]int64
}

// Share is how often the first way scores higher, ties counting half.
func (d *Duel) Share() float64 {
	if d.Worlds == 0 {
		return 0
	}
	return (float64(d.Higher) + float64(d.Worlds-d.Higher-d.Lower)/2) / float64(d.Worlds)
}

// Mean is the mean score of either way, 0–100.
func (d *Duel) Mean() [2]float64 {
	n := 1000 * float64(max(d.Worlds, 1))
	return [2]float64{float64(d.Sum[0]) / n, float64(d.Sum[1]) / n}
}

// Against sets one way of playing a side's chair against another.
func Against(ctx context.Context, m *engine.Model, o Options, side engine.Side, first, second Chair) Duel {
	var total Duel
	var lock sync.Mutex
	each(ctx, m, o, func() worker {
		t, own := newTable(m), Duel{}
		score := func(seed uint64, c Chair) int64 {
			set := o
			set.Chairs[side] = c
			return t.play(&set, seed).Score(side)
		}
		return worker{
			play: func(seed uint64) {
				a, b := score(seed, first), score(seed, second)
				own.Worlds++
				own.Higher += one(a > b)
				own.Lower += one(a < b)
				own.Sum[0] += a
				own.Sum[1] += b
			},
			done: func() {
				lock.Lock()
				defer lock.Unlock()
				total.Worlds += own.Worlds
				total.Higher += own.Higher
				total.Lower += own.Lower
				total.Sum[0] += own.Sum[0]
				total.Sum[1] += own.Sum[1]
			},
		}
	})
	return total
}

func one(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

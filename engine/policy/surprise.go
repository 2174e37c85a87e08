package policy

import (
	"math/bits"

	"backchannel/engine"
	"backchannel/engine/noise"
)

// unthought is the surprise, in Q32, of a choice that the policy does not
// think of: ln 1000.
const unthought = 29668377393

// Surprise is −ln of the odds that the policy gives to a choice that was made,
// its thread, terms and carriage together, in Q32. The world is as it was
// before the choice; it does not change.
func (m *Mind) Surprise(w *engine.World, n engine.Need, made engine.Choice) uint64 {
	m.judging, m.loss = true, 0
	m.decide(w, n, &made, true)
	m.judging = false
	return m.loss
}

// judge adds the surprise of one small race.
func (m *Mind) judge(weights []noise.Weight, index int, made bool) int {
	if !made {
		return 0
	}
	if index < 0 {
		m.loss += unthought
		return 0
	}
	var sum uint64
	for _, w := range weights {
		sum += uint64(max(w, 1))
	}
	if w := uint64(max(weights[index], 1)); w < sum {
		share, _ := bits.Div64(w, 0, sum)
		m.loss += uint64(noise.ExpFrom(share))
	}
	return index
}

// Weights are the odds of threads against each other, in the form that a race
// takes.
func (m *Mind) Weights(threads []Thread) []noise.Weight {
	scores := make([]int64, len(threads))
	for k := range threads {
		scores[k] = threads[k].Score
	}
	weights := make([]noise.Weight, len(threads))
	m.Weigh(weights, scores)
	return weights
}

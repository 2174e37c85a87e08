package tally

import (
	"context"

	"backchannel/engine"
)

// ByType plays the same seeds with a side of each of its types, and counts
// each: what a side really is must show in what comes of it.
func ByType(ctx context.Context, m *engine.Model, o Options, side engine.Side) []Counts {
	out := make([]Counts, len(m.Sides[side].Types))
	for k := range out {
		set := o
		set.Types[side] = int8(k)
		out[k] = Run(ctx, m, set).Counts
	}
	return out
}

// Agency is how far the headline's shares move when one side plays otherwise
// under the same noise, as total variation, 0–1.
type Agency struct {
	OtherGoals float64 `json:"other_goals"`
	Holds      float64 `json:"holds"`
}

// Shift is the total variation between the headline's shares in two counts.
func Shift(a, b *Counts) float64 {
	sum := 0.0
	for k := range a.Outcomes {
		d := a.share(a.Outcomes[k]) - b.share(b.Outcomes[k])
		sum += max(d, -d)
	}
	return sum / 2
}

// Widest is the largest shift between any two of several counts.
func Widest(all []Counts) float64 {
	widest := 0.0
	for a := range all {
		for b := range a {
			widest = max(widest, Shift(&all[a], &all[b]))
		}
	}
	return widest
}

package stats

import "slices"

// Jitter says how far the figures move when all judged values of a scenario move
// a step up or down.
type Jitter struct {
	Draws    int    `json:"draws"`
	Values   int    `json:"values"` // that are moved
	When     Spread `json:"when"`
	What     Spread `json:"what"`     // the skill
	Headline Spread `json:"headline"` // share of free worlds with the headline of history
}

// HeldOut says how an era fares under a theory whose table of choice was fitted to
// the other eras alone.
type HeldOut struct {
	When  float64 `json:"when"`
	What  float64 `json:"what"`  // the skill
	Moved int     `json:"moved"` // parameters that the fit moved
	Of    int     `json:"of"`
}

// Spread is a figure over draws.
type Spread struct {
	Own    float64 `json:"own"` // with the values as they stand
	Low    float64 `json:"low"` // of the middle 80 % of the draws
	Median float64 `json:"median"`
	High   float64 `json:"high"`
}

// SpreadOf is the spread of a figure, own being its value as things stand.
func SpreadOf(own float64, drawn []float64) Spread {
	n := len(drawn)
	if n == 0 {
		return Spread{Own: own}
	}
	drawn = slices.Clone(drawn)
	slices.Sort(drawn)
	return Spread{Own: own, Low: drawn[n/10], Median: drawn[n/2], High: drawn[n-1-n/10]}
}

package stats

import (
	"math"

	"backchannel/game/lab"
)

// Expectations says how often the model moves a quantity the way that somebody
// expected of a documented alternative.
type Expectations struct {
	N             int           `json:"n"` // rows that can be asked
	Right         int           `json:"right"`
	Share         float64       `json:"share"`
	P             float64       `json:"p"`               // odds of as many right or more, were each the toss of a coin
	CannotBeAsked int           `json:"cannot_be_asked"` // rows whose move is not legal on its day
	Rows          []Expectation `json:"rows"`
}

// Expectation is one row.
type Expectation struct {
	Scenario  string  `json:"scenario"`
	On        string  `json:"on"`
	Move      string  `json:"move"`
	Who       string  `json:"who"`
	Quantity  string  `json:"quantity"`
	Direction string  `json:"direction"`
	Horizon   string  `json:"horizon"`
	Why       string  `json:"cannot_be_asked,omitempty"`
	Says      string  `json:"says,omitempty"` // up or down beyond two standard errors, else same
	Right     bool    `json:"right"`
	Effect    float64 `json:"effect"` // mean difference that the move makes
	Error     float64 `json:"error"`
	Without   float64 `json:"without"` // mean height without it
	Worlds    int     `json:"worlds"`
}

func (e *Expectations) add(scenario string, rows []lab.Expected) {
	for k := range rows {
		x := &rows[k]
		e.Rows = append(e.Rows, Expectation{Scenario: scenario, On: x.On.String(), Move: x.Move, Who: x.Who, Quantity: x.Quantity,
			Direction: x.Direction, Horizon: x.Horizon, Why: x.Why, Says: x.Says, Right: x.Right, Effect: x.Effect, Error: x.Error,
			Without: x.Without, Worlds: x.Worlds})
		switch {
		case !x.Asked:
			e.CannotBeAsked++
			continue
		case x.Right:
			e.Right++
		}
		e.N++
	}
	if e.N > 0 {
		e.Share, e.P = float64(e.Right)/float64(e.N), atLeast(e.Right, e.N)
	}
}

// atLeast is the odds of so many heads or more in n tosses.
func atLeast(heads, n int) (p float64) {
	lg := func(k int) float64 { v, _ := math.Lgamma(float64(k) + 1); return v }
	for k := heads; k <= n; k++ {
		p += math.Exp(lg(n) - lg(k) - lg(n-k) - float64(n)*math.Ln2)
	}
	return math.Min(p, 1)
}

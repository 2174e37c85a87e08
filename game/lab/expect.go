package lab

import (
	"context"
	"math"
	"strings"

	"backchannel/engine"
	"backchannel/engine/abduct"
	"backchannel/engine/whatif"
)

// Expected is what somebody expected of a documented alternative beside what the
// model says of it, in points of a meter, units of a counter, rungs of a ladder.
type Expected struct {
	engine.Expectation
	Asked   bool
	Why     string // why it cannot be asked
	Worlds  int
	Without float64 // mean height at the end of the span without the move
	With    float64
	Effect  float64 // mean difference of the pairs
	Error   float64 // its standard error
	Says    string  // up or down where the effect exceeds two standard errors, else same
	Small   bool    // below the least size that counts as a change
	Right   bool    // as they expected; of same also where the effect is small
}

// Spans of what the sources call weeks, months and a year, fixed before any run;
// anything else is taken for months.
const (
	weeks  = 28
	months = 120
	year   = 365
)

func span(horizon string) engine.Day {
	switch {
	case strings.Contains(horizon, "week"):
		return weeks
	case strings.Contains(horizon, "year"), strings.Contains(horizon, "12 months"):
		return year
	}
	return months
}

// Expect asks what came of each documented alternative of a record, by the end of
// the span that the row names: pairs of worlds of fresh luck, with the move made
// on its day and without it. Rows of days outside the cut are left out.
func Expect(ctx context.Context, p *abduct.Past, seed uint64, o Options) []Expected {
	var out []Expected
	forks := map[int]*abduct.Fork{}
	for _, row := range p.M.Expectations {
		if row.On < p.M.Cut.First || row.On > p.M.Cut.Last || ctx.Err() != nil {
			continue
		}
		x := Expected{Expectation: row}
		if e, why := effectOf(p, forks, &row, seed); e != nil {
			x.Asked = true
			x.ask(ctx, p.M, e, o)
		} else {
			x.Why = why
		}
		out = append(out, x)
	}
	return out
}

// effectOf finds the first decision of the turn at which the move is legal.
func effectOf(p *abduct.Past, forks map[int]*abduct.Fork, row *engine.Expectation, seed uint64) (*whatif.Effect, string) {
	move := -1
	for k := range p.M.Moves {
		if p.M.Moves[k].ID == row.Move {
			move = k
		}
	}
	of, rung := quantityOf(p.M, row.Quantity)
	if move < 0 || of < 0 {
		return nil, "the scenario has no such move or quantity"
	}
	c := engine.Choice{Kind: p.M.Moves[move].Kind, Move: int16(move), Issue: -1, Channel: -1}
	said := "its side had no turn"
	for k := range p.Decisions {
		d := &p.Decisions[k]
		if d.Need.Side != p.M.Moves[move].Side || d.Need.Stage != engine.StageMove || row.On < d.Day || row.On >= d.Next {
			continue
		}
		if forks[k] == nil {
			forks[k] = p.Fork(k)
		}
		e, why := whatif.NewEffect(forks[k], c, of, rung, row.On+span(row.Horizon), seed)
		if why == engine.Legal {
			return e, ""
		}
		if said == "its side had no turn" {
			said = "not legal on its day"
		}
	}
	return nil, said
}

func quantityOf(m *engine.Model, name string) (of int, rung bool) {
	for k := range m.Issues {
		if m.Issues[k].ID == name {
			return k, true
		}
	}
	for k := range m.Quantities {
		if m.Quantities[k].Name == name {
			return k, false
		}
	}
	return -1, false
}

// ask plays the pairs and says what they say.
func (x *Expected) ask(ctx context.Context, m *engine.Model, e *whatif.Effect, o Options) {
	type pair struct {
		without, with engine.Milli
		played        bool
	}
	pairs := make([]pair, o.Worlds)
	jobs(ctx, o, 1, func() worker {
		actor := abduct.NewActor(m)
		return worker{
			play: func(_ int, k int64) {
				pairs[k].without, pairs[k].with = e.Pair(actor, k)
				pairs[k].played = true
			},
			done: func() {},
		}
	})
	var n, sum, squares float64
	for _, p := range pairs {
		if !p.played {
			continue
		}
		d := float64(p.with-p.without) / float64(engine.Point)
		n, sum, squares = n+1, sum+d, squares+d*d
		x.Without += float64(p.without) / float64(engine.Point)
		x.With += float64(p.with) / float64(engine.Point)
	}
	if x.Worlds = int(n); n == 0 {
		return
	}
	x.Without, x.With, x.Effect = x.Without/n, x.With/n, sum/n
	x.Error = math.Sqrt(max(squares/n-x.Effect*x.Effect, 0) / max(n-1, 1))
	x.judge(m, float64(e.Opening())/float64(engine.Point))
}

// judge holds the effect against the row. The least size of a change is three
// points of a meter, a tenth of a rung, and a tenth of what a counter changes
// without the move, at least a hundredth of it.
func (x *Expected) judge(m *engine.Model, opening float64) {
	x.Says = [...]string{"down", "same", "up"}[1+effect{x.Effect, x.Error}.speaks()]
	of, rung := quantityOf(m, x.Quantity)
	least := 3.0
	switch {
	case rung:
		least = 0.1
	case m.Quantities[of].Counter:
		least = max(math.Abs(x.Without-opening)/10, math.Abs(x.Without)/100)
	}
	x.Small = math.Abs(x.Effect) < least
	x.Right = x.Says == x.Direction || x.Direction == "same" && x.Small
}

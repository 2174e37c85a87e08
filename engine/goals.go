package engine

// Score is how far a side has come with its two goals, 0–100,000: the weight
// of each times the share of the way covered, the parts of a goal being equal.
func (w *World) Score(side Side) int64 {
	goals := w.GoalsOf(side)
	sum, weights := int64(0), int64(0)
	for _, g := range goals {
		goal := &w.M.Sides[side].Goals[g]
		sum += int64(goal.Weight) * w.GoalShare(side, g)
		weights += int64(goal.Weight)
	}
	return sum * 100 / max(weights, 1)
}

// Points is how much of the score of 100 a goal of two makes when it is reached
// in full.
func (w *World) Points(side Side, goal int8) int64 {
	weights := int64(0)
	for _, g := range w.GoalsOf(side) {
		weights += int64(w.M.Sides[side].Goals[g].Weight)
	}
	return (int64(w.M.Sides[side].Goals[goal].Weight)*200 + weights) / (2 * max(weights, 1))
}

// GoalShare is the share of one goal's way that is covered, in thousandths.
func (w *World) GoalShare(side Side, goal int8) int64 {
	g := &w.M.Sides[side].Goals[goal]
	sum := int64(0)
	for k := range g.Parts {
		sum += w.PartShare(side, goal, k)
	}
	return sum / int64(max(len(g.Parts), 1))
}

// PartShare is the share of one part's way, in thousandths.
func (w *World) PartShare(side Side, goal int8, part int) int64 {
	p := &w.M.Sides[side].Goals[goal].Parts[part]
	if p.Test != nil {
		if p.Keep {
			return 1000 * truth(w.S.Failed[side]&partBit(goal, part) == 0 && p.Test.True(&w.S))
		}
		return 1000 * p.Test.Eval(&w.S)
	}
	now, lo, hi, open, top := w.measure(p)
	if p.Keep {
		return KeepShare(open, p.Level, lo, hi, top)
	}
	return ReachShare(open, p.Level, now)
}

// measure is what a part reads: now, lowest, highest, at the opening, and the
// end of its scale.
func (w *World) measure(p *GoalPart) (now, lo, hi, open, top Milli) {
	s := &w.S
	if p.Issue >= 0 {
		i := p.Issue
		return Milli(s.Rungs[i]) * Point, Milli(s.LoRung[i]) * Point, Milli(s.HiRung[i]) * Point,
			Milli(s.OpenRung[i]) * Point, Milli(len(w.M.Issues[i].Rungs)-1) * Point
	}
	q := p.Quantity
	top = 100 * Point
	if w.M.Quantities[q].Counter {
		top = max(2*p.Level, 2*w.opening.Q[q], 10*Point)
	}
	return s.Q[q], s.Lo[q], s.Hi[q], w.opening.Q[q], top
}

// ReachShare is the share of the way from the opening to a level, in thousandths.
func ReachShare(open, level, now Milli) int64 {
	if open == level {
		return 1000 * truth(now >= level)
	}
	return min(max(1000*(now-open)/(level-open), 0), 1000)
}

// KeepShare is 1000 if a level held throughout, else less the share of the
// way, at its worst, to the end of the scale.
func KeepShare(open, level, lo, hi, top Milli) int64 {
	if open >= level {
		return 1000 - min(max(1000*(level-lo)/max(level, 1), 0), 1000)
	}
	return 1000 - min(max(1000*(hi-level)/max(top-level, 1), 0), 1000)
}

func partBit(goal int8, part int) uint16 { return 1 << (int(goal)*MaxParts + part) }

// keepTests notes which conditions to be kept have failed.
func (w *World) keepTests() {
	for side := Washington; side <= Havana; side++ {
		for g := range w.M.Sides[side].Goals {
			for k := range w.M.Sides[side].Goals[g].Parts {
				p := &w.M.Sides[side].Goals[g].Parts[k]
				if p.Test != nil && p.Keep && !p.Test.True(&w.S) {
					w.S.Failed[side] |= partBit(int8(g), k)
				}
			}
		}
	}
}

// Outcome is the headline's outcome in the state as it is.
func (w *World) Outcome() int {
	for k := range w.M.Headline.Outcomes {
		o := &w.M.Headline.Outcomes[k]
		if o.When == nil || o.When.True(&w.S) {
			return k
		}
	}
	return len(w.M.Headline.Outcomes) - 1
}

// Ending is the text that a side reads at the end.
func (w *World) Ending(side Side) *Ending {
	o := int8(w.Outcome())
	for k := range w.M.Endings {
		e := &w.M.Endings[k]
		if e.Outcome == o && e.Side == side && (e.When == nil || e.When.True(&w.S)) {
			return e
		}
	}
	return nil
}

package engine

// concession is what a move towards the other side costs at home.
type concession struct {
	side     Side
	issue    int
	from, to int8
	public   bool
	answered bool // the other gave something for it
}

// AudienceCost is what a concession of a side costs it in standing once it is
// known, in thousandths of a point: each constituency's loss times its
// influence, times nearness of the election, leader, surprise and what came
// in return (Putnam 1988; Fearon 1994).
func (w *World) AudienceCost(side Side, issue int, from, to int8, public, answered bool) Milli {
	t, sm := &w.M.Theory.Home, &w.M.Sides[side]
	rungs := Concedes(side, from, to)
	if rungs <= 0 {
		return 0
	}
	loss := int64(0)
	for k := range sm.Constituencies {
		c := &sm.Constituencies[k]
		loss += int64(c.Influence) * int64(c.Cares[issue])
	}
	return loss * rungs * t.Audience / 16 * w.exposure(side, public, answered) / 1000
}

// exposure is the multiplier of every audience cost of a side, in thousandths.
func (w *World) exposure(side Side, public, answered bool) int64 {
	t, s := &w.M.Theory.Home, &w.S
	l := &w.M.Sides[side].Leaders[s.Leader[side]]
	x := 1000 + int64(l.Audience)*t.Leader
	if side == Washington {
		x += t.Election * w.electionNear() / 1000
	}
	if !answered {
		x += t.Unanswered
	}
	if public {
		x += t.Surprise * (100*Point - s.Q[QPreparedW+int(side)]) / (100 * Point)
	}
	x -= 500 * s.Q[QCoverW+int(side)] / (100 * Point)
	if l.Term == 2 {
		x = x * t.SecondTerm / 1000
	}
	return max(x, 0)
}

// electionNear is 1000 on the day of Washington's next election and falls to
// nothing over the theory's span before it.
func (w *World) electionNear() int64 {
	for _, day := range w.M.Elections {
		if day < w.S.Day {
			continue
		}
		span := w.M.Theory.Home.ElectionSpan
		return max(0, 1000*(span-int64(day-w.S.Day))/max(span, 1))
	}
	return 0
}

// newness is 1000 on the day on which a side's leader takes over and falls to
// nothing while he settles in.
func (w *World) newness(side Side) int64 {
	span := w.M.Theory.Belief.NewDays
	if w.S.Took[side] == 0 || span <= 0 {
		return 0
	}
	return max(0, 1000*(span-int64(w.S.Day-w.S.Took[side]))/span)
}

// Concedes is by how many rungs a move goes from a side's own end, negative
// if it comes nearer.
func Concedes(side Side, from, to int8) int64 {
	if side == Washington {
		return int64(to - from)
	}
	return int64(from - to)
}

// bear makes a side pay for a concession: in standing, in the weight of its
// hard men, or as a debt that waits for the day on which it is known.
func (w *World) bear(c concession) Milli {
	cost := w.AudienceCost(c.side, c.issue, c.from, c.to, c.public, c.answered)
	if cost == 0 {
		return 0
	}
	t := &w.M.Theory.Home
	cause := Cause{Rule: RuleAudience, Side: c.side, Index: int16(c.issue), Input: cost}
	felt := cost
	if !c.public {
		felt = cost * t.Secret / 1000
		w.add(QDebtW+int(c.side), cost*t.Debt/1000, cause)
	}
	w.add(QStandingW+int(c.side), -felt, cause)
	w.anger(c.side, c.issue, felt, cause)
	return felt
}

// anger moves what each constituency moves, by its part in the cost.
func (w *World) anger(side Side, issue int, cost Milli, cause Cause) {
	sm := &w.M.Sides[side]
	total := int64(0)
	for k := range sm.Constituencies {
		total += int64(sm.Constituencies[k].Influence) * int64(sm.Constituencies[k].Cares[issue])
	}
	for k := range sm.Constituencies {
		c := &sm.Constituencies[k]
		part := int64(c.Influence) * int64(c.Cares[issue])
		if part == 0 || c.Moves < 0 {
			continue
		}
		amount := cost * w.M.Theory.Home.Anger / 1000 * part / total
		if int(c.Moves) == QCongress {
			amount = -amount
		}
		w.add(int(c.Moves), amount, cause)
	}
}

// payDebt makes a side pay, with a surcharge, for what it conceded in secret.
func (w *World) payDebt(side Side) {
	q := QDebtW + int(side)
	debt := w.S.Q[q]
	if debt == 0 {
		return
	}
	cause := Cause{Rule: RuleDebt, Side: side, Input: debt}
	cost := debt * w.M.Theory.Home.Surcharge / 1000
	w.add(q, -debt, cause)
	w.add(QStandingW+int(side), -cost, cause)
	w.add(QHawksW+int(side), cost*w.M.Theory.Home.Anger/1000, cause)
	if side == Washington {
		w.add(QCongress, -cost*w.M.Theory.Home.Anger/1000, cause)
	}
}

// redLines lets constituencies speak whose red line has just been crossed.
func (w *World) redLines(side Side) {
	sm := &w.M.Sides[side]
	for k := range sm.Constituencies {
		c := &sm.Constituencies[k]
		if c.RedLine == nil {
			continue
		}
		crossed := c.RedLine.True(&w.S)
		bit := uint16(1) << k
		if crossed && w.S.Crossed[side]&bit == 0 {
			w.S.Crossed[side] |= bit
			cost := int64(c.Influence) * w.M.Theory.Home.Audience / 2
			cause := Cause{Rule: RuleRedLine, Side: side, Index: int16(k), Input: cost}
			w.add(QStandingW+int(side), -cost, cause)
			w.add(QHawksW+int(side), cost, cause)
			w.news(News{Kind: NewsRedLine, To: only(side), Side: side, Index: int16(k)})
		} else if !crossed {
			w.S.Crossed[side] &^= bit
		}
	}
}

// Vetoed says which constituency of a side stops a package, or −1: one that
// holds a veto and whose red line the package would cross.
func (w *World) Vetoed(side Side, p *Package) int {
	sm := &w.M.Sides[side]
	for k := range sm.Constituencies {
		if c := &sm.Constituencies[k]; c.Veto && c.RedLine != nil && w.wouldCross(c, p) {
			return k
		}
	}
	return -1
}

func (w *World) wouldCross(c *Constituency, p *Package) bool {
	w.scratch = w.S
	for k := int8(0); k < p.NGive; k++ {
		w.scratch.Rungs[p.Give[k].Issue] = p.Give[k].Rung
	}
	for k := int8(0); k < p.NAsk; k++ {
		w.scratch.Rungs[p.Ask[k].Issue] = p.Ask[k].Rung
	}
	return c.RedLine.True(&w.scratch) && !c.RedLine.True(&w.S)
}

package engine

// drift couples quantities over a day, draws others back to where they rest,
// and lets standing orders work.
func (w *World) drift() {
	t := &w.M.Theory
	w.scratch.Q = w.S.Q // couplings read the day's values, whatever their order
	for k := range t.Drifts {
		r := &t.Drifts[k]
		over := w.scratch.Q[r.FromIndex] - r.Above*Point
		if over < 0 && !r.Both {
			continue
		}
		w.daily(dailyDrift+k, int(r.OfIndex), over*r.Each/(10*Point*30), Cause{Rule: RuleDrift, Index: r.FromIndex, Input: over})
	}
	for k := range t.Rests {
		r := &t.Rests[k]
		level := r.Level * Point
		if r.Opening {
			level = w.opening.Q[r.Index]
		}
		gap := level - w.scratch.Q[r.Index]
		w.daily(dailyRest+k, int(r.Index), gap*r.Share/(1000*30), Cause{Rule: RuleRest, Index: r.Index, Input: gap})
	}
	w.replace()
	for k := range w.M.Orders {
		w.orderDay(k)
	}
}

// orderDay is a standing order's work on a day.
func (w *World) orderDay(k int) {
	o := &w.M.Orders[k]
	if !w.S.Orders[k].Running {
		return
	}
	for i := range o.Effects {
		e := &o.Effects[i]
		if e.Kind == AddQuantity && i < mostOrderEffects {
			w.daily(dailyOrder+k*mostOrderEffects+i, int(e.Index), e.Amount/30, Cause{Rule: RuleOrder, Side: o.Side, Index: int16(k)})
		}
	}
}

// orderEnds carries out what an agency has let wait.
func (w *World) orderEnds() {
	for k := range w.M.Orders {
		o, s := &w.M.Orders[k], &w.S.Orders[k]
		if s.Ends != 0 && s.Ends < w.S.Next {
			w.news(News{Kind: NewsOrderLate, To: only(o.Side), Side: o.Side, Index: int16(k)})
			w.runOrder(k, false)
		}
	}
}

// slights: a gesture that nobody answered costs its maker at home.
func (w *World) slights() {
	for side := Washington; side <= Havana; side++ {
		q := QOwedW + int(side)
		if w.S.Q[q] == 0 || w.S.Day-w.S.OwedSince[side] < 45 {
			continue
		}
		c := Cause{Rule: RuleSlight, Side: side, Input: w.S.Q[q]}
		w.add(QStandingW+int(side.Other()), -w.S.Q[q]*w.M.Theory.Trust.Slight/1000, c)
		w.add(q, -w.S.Q[q], c)
	}
}

// cool: a channel that nobody uses loses warmth, a burned one heals.
func (w *World) cool() {
	for k := range w.S.Channels {
		c := &w.S.Channels[k]
		if c.Status == Burned && c.Until <= w.S.Next {
			c.Status = Closed
		}
		if c.Status == Opened && c.Warmth > 0 && w.S.Next-c.LastUse >= Day(w.M.Theory.Messages.Cool) {
			c.Warmth--
			c.LastUse = w.S.Next
		}
	}
}

// income is what a turn brings each side to spend.
func (w *World) income(days Day) {
	t := &w.M.Theory.Capital
	for side := Washington; side <= Havana; side++ {
		q := QCapitalW + int(side)
		month := t.Month
		if w.alarmed() {
			month += t.Crisis
		}
		amount := min(month*Point*int64(days)/30, t.Cap*Point-w.S.Q[q])
		for k := range w.M.Orders {
			if o := &w.M.Orders[k]; o.Side == side && w.S.Orders[k].Running {
				amount -= int64(o.Price) * Point * int64(days) / 30
			}
		}
		w.add(q, amount, Cause{Rule: RuleIncome, Side: side})
	}
}

// alarmed says whether a crisis is on at which everyone looks.
func (w *World) alarmed() bool {
	for k := range w.M.Crises {
		if w.M.Crises[k].Alarm && w.S.Crises&(1<<k) != 0 {
			return true
		}
	}
	return false
}

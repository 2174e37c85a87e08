package engine

import "backchannel/engine/expr"

// flow lets a day's people go: those who put to sea, those who fly with a visa.
func (w *World) flow() {
	for k := range w.M.Flows {
		w.flowDay(k)
	}
	w.surge()
}

// target is how many a day would go, in thousandths, if word had reached
// everyone: the kind's rate for the gate, by the pull, by exit pressure.
func (w *World) target(k int) Milli {
	f := &w.M.Flows[k]
	t := &w.M.Theory.Flows[f.Kind]
	willing := max(f.Willing-w.S.Flows[k].Gone, 0)
	if f.From >= 0 {
		willing = w.S.Q[f.From]
	}
	n := willing / Point * t.Gates[stepOf(f.Gate, &w.S, 0)] / 1000
	n = n * t.Pulls[stepOf(f.Pull, &w.S, 4)] / 1000
	if t.Exit {
		n = n * w.S.Q[QExit] / (100 * Point)
	}
	return n
}

// stepOf is a step 0–4 that an expression gives.
func stepOf(p *expr.Prog, s *State, none int64) int64 {
	if p == nil {
		return none
	}
	return min(max(p.Eval(s), 0), 4)
}

// flowDay is one flow on one day. It grows by word of mouth: who has arrived is
// what brings the next (logistic diffusion, Bass 1969; Greenhill 2010 on 1980
// and 1994), and stops fast where the way is shut.
func (w *World) flowDay(k int) {
	f, s := &w.M.Flows[k], &w.S.Flows[k]
	t := &w.M.Theory.Flows[f.Kind]
	target := w.target(k)
	halted := f.Halted != nil && f.Halted.True(&w.S)
	switch {
	case target < s.Rate:
		s.Rate -= (s.Rate - target) * t.Stop / 1000
	case target > s.Rate && !halted:
		from := max(s.Rate, target*t.Seed/1000)
		s.Rate = min(from+from*t.Spread/1000*(target-from)/target, target)
	}
	s.Rest += s.Rate
	if halted {
		s.Rest -= s.Rate * (1000 - t.Storm) / 1000
	}
	n := s.Rest / Point
	s.Rest -= n * Point
	if n > 0 {
		w.carryAcross(k, n)
	}
}

// carryAcross books people who have gone: where they arrive, who did not, what
// weighs on Washington and what is taken from the pressure to leave.
func (w *World) carryAcross(k int, n int64) {
	f, q := &w.M.Flows[k], &w.S.Q
	t := &w.M.Theory.Flows[f.Kind]
	line := dailyFlow + k*flowLines
	c := Cause{Rule: RuleFlow, Index: int16(k), Input: n * Point}
	w.S.Flows[k].Gone += n * Point
	if f.From >= 0 {
		n = min(n, q[f.From]/Point)
		w.daily(line, int(f.From), -n*Point, c)
	}
	if f.Lost >= 0 {
		lost := n * t.Tolls[f.Toll] / 10 // thousandths of a person
		w.daily(line+1, int(f.Lost), lost, c)
		n -= lost / Point
	}
	placed := false
	for i := range f.Fills {
		to := &f.Fills[i]
		if !to.Also && placed || to.When != nil && !to.When.True(&w.S) {
			continue
		}
		placed = placed || !to.Also
		w.daily(line+2+i, int(to.Counter), n*Point, c)
		w.daily(line+2+MaxFills, QStandingW, -n*w.M.Theory.Surge.Burden[to.Burden]/1000, c)
	}
	if f.Willing > 0 {
		w.daily(line+3+MaxFills, QExit, -q[QExit]*t.Relief/1000*n/(f.Willing/Point), c)
	}
}

// surge follows how many arrive a day.
func (w *World) surge() {
	t := &w.M.Theory
	if t.Surge.Flood <= 0 {
		return
	}
	rate := Milli(0)
	for k := range w.M.Flows {
		if t.Flows[w.M.Flows[k].Kind].Press {
			rate += w.S.Flows[k].Rate
		}
	}
	level := min(rate*100/t.Surge.Flood, 100*Point)
	w.daily(dailyFlow+4+MaxFills, QSurge, (level-w.S.Q[QSurge])*t.Surge.Follow/1000, Cause{Rule: RuleFlow, Input: rate})
}

// ownRules moves what a scenario added, by rules of the theory's kinds.
func (w *World) ownRules() {
	for k := range w.M.Rules {
		r := &w.M.Rules[k]
		if r.When != nil && !r.When.True(&w.S) {
			continue
		}
		t := &w.M.Theory.Rules[r.Kind]
		each := t.Each * t.Steps[r.Step] / 1000
		amount, q := Milli(0), w.S.Q[r.Of]
		switch t.Shape {
		case FormSettle:
			amount = (w.opening.Q[r.Of] - q) * each / (1000 * 30)
		case FormMeter:
			amount = max(w.S.Q[r.From]-t.Above*Point, 0) * each / (10 * Point * 30)
		case FormGain:
			amount = w.gainedToday(r.From) * each / (1000 * Point)
		case FormEmpty:
			amount = -q * each / (1000 * 30)
		}
		w.daily(dailyOwn+k, int(r.Of), amount, Cause{Rule: RuleOwn, Index: int16(k), Input: amount})
	}
}

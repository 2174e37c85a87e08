package engine

// step is the value of a move on a ladder to a side's type, in steps of a
// rung times the care in thousandths of four.
func (w *World) step(side Side, issue int, from, to int8) int64 {
	ty := &w.M.Sides[side].Types[w.S.Type[side]]
	care := w.M.Theory.Worth.Care[w.care(side, issue)]
	return int64(ty.Values[issue][to]-ty.Values[issue][from]) * care
}

// care is how much a side cares for an issue today: its type's step, raised
// or lowered by its leader and by conditions.
func (w *World) care(side Side, issue int) int8 {
	sm := &w.M.Sides[side]
	care := sm.Types[w.S.Type[side]].Cares[issue] + sm.Leaders[w.S.Leader[side]].Cares[issue]
	for k := range sm.CareRules {
		r := &sm.CareRules[k]
		if int(r.Issue) == issue && r.When.True(&w.S) {
			care += r.Add
		}
	}
	return min(max(care, 0), 4)
}

// accept carries out a package: what its movers can do by order at once, the
// rest as promises.
func (w *World) accept(it *Item) {
	p := &it.Heard
	giver := it.From
	w.S.Accepted[giver.Other()]++
	t := &w.M.Theory
	c := Cause{Rule: RuleAnswer, Side: giver.Other(), Input: t.Trust.Accepted}
	w.add(QTrustW, t.Trust.Accepted, c)
	w.add(QTrustH, t.Trust.Accepted, c)
	due := w.S.Day + Day(p.Due)
	if p.Due == 0 {
		due = w.S.Day + Day(t.Choice.Due)
	}
	mutual := p.NGive > 0 && p.NAsk > 0
	public := it.Channel < 0
	official := w.official(it.Channel, giver)
	seen := t.Home.Progress
	if !public {
		seen = seen * t.Home.Glimpse / 1000
	}
	w.add(QProgress, seen, Cause{Rule: RuleAnswer, Side: giver.Other()})
	for k := int8(0); k < p.NGive; k++ {
		w.carryOut(giver, p.Give[k], due, mutual, public, official)
	}
	for k := int8(0); k < p.NAsk; k++ {
		w.carryOut(giver.Other(), p.Ask[k], due, mutual, public, official)
	}
	day := w.S.Day
	if w.phase == phaseSecond { // the sender reads of it with the answer
		day = max(day, it.Arrives)
	}
	w.news(News{Day: day, Kind: NewsDeal, To: both, Side: giver.Other(), Item: *it})
	w.redLines(Washington)
	w.redLines(Havana)
}

// official says whether what a side sends by a channel can bind it.
func (w *World) official(channel int8, side Side) bool {
	if channel < 0 {
		return true
	}
	ch := &w.M.Channels[channel]
	when := ch.AuthorityWhen[side]
	return ch.Authority[side] || when != nil && when.True(&w.S)
}

// carryOut does one term of an accepted package: what its mover can do by
// order at once, if somebody with authority carried it; else it is a promise.
func (w *World) carryOut(debtor Side, term Term, due Day, mutual, public, official bool) {
	is := &w.M.Issues[term.Issue]
	if w.S.Rungs[term.Issue] == term.Rung { // done before it was agreed: now it is agreed as well
		w.S.Agreed[term.Issue] = Agreed{w.S.Day, debtor, term.Rung}
		return
	}
	if need := w.needs(term.Issue, term.Rung); official && is.Days == 0 && !need.Congress && need.Third == "" {
		w.moveRung(debtor, int(term.Issue), term.Rung, mutual, public)
		return
	}
	w.promise(debtor, term, max(due, w.S.Day+Day(is.Days)), mutual, public)
}

// moveRung is one rung moved under an accepted package.
func (w *World) moveRung(mover Side, issue int, rung int8, mutual, public bool) {
	from := w.S.Rungs[issue]
	if from == rung {
		return
	}
	w.setRung(issue, rung, Cause{Rule: RuleDeal, Side: mover, Index: int16(issue), Input: Milli(rung - from)})
	w.S.Bargained[issue] += max(rung, from) - min(rung, from)
	w.S.Agreed[issue] = Agreed{w.S.Day, mover, rung}
	w.news(News{Kind: NewsRung, To: both, Side: mover, Index: int16(issue), From: from, At: rung})
	public = public || w.M.Issues[issue].Visible
	w.bear(concession{side: mover, issue: issue, from: from, to: rung, public: public, answered: mutual})
	if w.M.Issues[issue].MovedBy[mover.Other()] { // both have moved
		w.bear(concession{side: mover.Other(), issue: issue, from: from, to: rung, public: public, answered: mutual})
	}
	if n := Concedes(mover, from, rung); n > 0 && public {
		other := mover.Other()
		w.add(QStandingW+int(other), n*w.M.Theory.Home.Victory, Cause{Rule: RuleVictory, Side: other, Index: int16(issue), Input: n})
	}
}

func (w *World) promise(debtor Side, term Term, due Day, mutual, public bool) {
	if w.pledged(debtor, term) {
		return
	}
	for k := range w.S.Pledges {
		p := &w.S.Pledges[k]
		if p.Serial != 0 {
			continue
		}
		w.S.Serial++
		*p = Pledge{Serial: w.S.Serial, Debtor: debtor, Issue: term.Issue, Rung: term.Rung, From: w.S.Rungs[term.Issue],
			Signed: w.S.Day, Due: due, Answered: mutual, Public: public}
		return
	}
}

// overtaken says whether a promise has been done by other means: its ladder
// stands at the rung, or beyond it in the promised direction.
func (w *World) overtaken(p *Pledge) bool {
	now := w.S.Rungs[p.Issue]
	if p.Rung > p.From {
		return now >= p.Rung
	}
	return now <= p.Rung
}

// settle is the debtor's answer to a promise that is due.
func (w *World) settle(p *Pledge, a AnswerKind, slot slotKey) {
	t := &w.M.Theory
	creditor := p.Debtor.Other()
	cause := Cause{Rule: RulePromise, Side: p.Debtor, Index: int16(p.Issue)}
	switch a {
	case Keep:
		if !w.canKeep(p, slot) {
			w.news(News{Kind: NewsPromiseLost, To: both, Side: p.Debtor, Pledge: *p})
			w.breakPromise(p, cause)
			return
		}
		w.S.Kept[p.Debtor]++
		w.moveRung(p.Debtor, int(p.Issue), p.Rung, p.Answered, p.Public)
		w.add(QTrustW+int(creditor), t.Trust.Kept, cause)
		w.redLines(p.Debtor)
	case Delay:
		p.Delays++
		p.Due = w.S.Day + Day(t.Promises.Days)
		w.add(QTrustW+int(creditor), -t.Trust.Delayed, cause)
		w.news(News{Kind: NewsPromise, To: both, Side: p.Debtor, Pledge: *p, Answer: Delay})
		return
	default:
		w.breakPromise(p, cause)
	}
	w.news(News{Kind: NewsPromise, To: both, Side: p.Debtor, Pledge: *p, Answer: a})
	p.Serial = 0
}

func (w *World) breakPromise(p *Pledge, cause Cause) {
	w.S.Denied[p.Debtor]++
	w.Seen.Mark(MechBroken)
	w.add(QBroken, Point, cause)
	w.add(QTrustW+int(p.Debtor.Other()), -w.M.Theory.Trust.Denied, cause)
	p.Serial = 0
}

// takesBack makes a side that goes back on an agreement pay as for a broken
// promise: what was done at once was promised to last (Fearon 1998).
func (w *World) takesBack(side Side, issue int, rung int8, cause Cause) {
	a := &w.S.Agreed[issue]
	if a.Day == 0 || a.By != side || Concedes(side, a.Rung, rung) >= 0 {
		return
	}
	w.news(News{Kind: NewsTakenBack, To: both, Side: side, Index: int16(issue), From: a.Rung, At: rung})
	cause.Rule = RulePromise
	w.S.Denied[side]++
	w.Seen.Mark(MechBroken)
	w.add(QBroken, Point, cause)
	w.add(QTrustW+int(side.Other()), -w.M.Theory.Trust.Denied, cause)
	*a = Agreed{}
}

// canKeep is whether an ally and Congress go along with a promise kept: two
// draws of their own (Putnam 1988 on involuntary defection).
func (w *World) canKeep(p *Pledge, slot slotKey) bool {
	need, t := w.needs(p.Issue, p.Rung), &w.M.Theory
	if need.Third != "" && (p.Debtor == Havana || w.M.Issues[p.Issue].Third == "") {
		odds := t.Promises.Ally
		if !p.Public {
			odds -= t.Promises.Behind * (100*Point - w.S.Q[QPreparedW+int(p.Debtor)]) / (100 * Point)
		}
		if w.M.Issues[p.Issue].Third != "" { // the patron, whose support is known
			odds += t.Promises.AllyStep * (w.S.Q[QPatron] - 50*Point) / (10 * Point)
		}
		if !w.chance(slot, contentAlly, odds) {
			return false
		}
	}
	if need.Congress && p.Debtor == Washington {
		w.Seen.Mark(MechRatify)
		score := t.Home.Ratify + t.Home.RatifyRoom*(w.S.Q[QCongress]-50*Point)/Point
		if !p.Public {
			score -= t.Home.RatifySecret * (100*Point - w.S.Q[QPreparedW]) / (100 * Point)
		}
		return w.chance(slot, contentRatify, permille(score, t.Choice.Tau))
	}
	return true
}

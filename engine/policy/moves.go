package policy

import "backchannel/engine"

// scoreMove is the expected change that an authored move brings: its effects
// by what they are worth, and what the theory adds to its kind.
func (m *Mind) scoreMove(l *lens, index int, t *tally) {
	mv := &m.B.Moves[index]
	for k := range mv.Effects {
		e := mv.Effects[k]
		if mv.Kind == engine.Pressure && mv.Rung >= 0 && mv.Side == engine.Washington && e.Kind == engine.AddQuantity && e.Index == engine.QHardship && e.Amount > 0 {
			e.Amount = engine.Withholds(e.Amount, m.O.Replaced[mv.Issue])
		}
		m.scoreEffect(l, &e, t)
	}
	switch {
	case mv.Kind == engine.Gesture && mv.Rung >= 0:
		m.scoreGesture(l, mv, t)
	case mv.Kind == engine.Pressure:
		m.scorePressure(l, mv, t)
	}
	if mv.Order >= 0 {
		m.scoreOrder(l, mv, t)
	}
	if mv.Channel >= 0 && mv.Kind == engine.Open {
		t.add(engine.BecauseMeans, -1, l.channel+int64(m.B.Channels[mv.Channel].Trusted[m.B.Side.Other()])*l.warmth/2)
	}
	if mv.Channel >= 0 && mv.Kind == engine.Close {
		t.add(engine.BecauseMeans, -1, -l.channel)
	}
	if mv.Reveals >= 0 {
		t.add(engine.BecauseMeans, -1, l.hidden)
	}
	if mv.Exposes {
		m.scoreExposure(l, t)
	}
	t.add(engine.BecauseGoal, -1, m.turns(l, m.O.Foresight.Done[index]))
	t.add(engine.BecauseMeans, -1, l.taste[mv.Kind])
	t.add(engine.BecauseFresh, -1, m.B.Theory.Choice.Fresh*m.O.Fresh[index]/1000)
	if l.moves != nil {
		t.add(engine.BecauseMeans, -1, int64(l.moves[index])*tasteStep)
	}
	t.add(engine.BecauseCost, -1, -int64(mv.Price)*m.B.Theory.Capital.Unit)
}

func (m *Mind) scoreEffect(l *lens, e *engine.Effect, t *tally) {
	share := int64(2)
	if e.When != nil {
		share = 1 // may hold or not: half
	}
	switch e.Kind {
	case engine.AddQuantity:
		t.add(reasonFor(e.Index), -1, m.quantityWorth(l, e.Index, e.Amount)*share/2)
	case engine.SetRung:
		i := int8(e.Index)
		t.add(engine.BecauseGain, i, m.rungWorth(l, i, m.O.Rungs[i], int8(e.Amount))*share/2)
	case engine.SetChannel:
		open := m.O.Channels[e.Index].Status == engine.Opened
		if (e.Amount == 1) != open {
			t.add(engine.BecauseMeans, -1, l.channel*(2*(e.Amount&1)-1)*share/2)
		}
	case engine.AddWarmth:
		t.add(engine.BecauseMeans, -1, l.warmth*e.Amount*share/2)
	case engine.SetOrder:
		m.orderWorth(l, int(e.Index), e.Amount != 0, t)
	}
}

func reasonFor(q int16) engine.ReasonKind {
	switch q {
	case engine.QTrustW, engine.QTrustH:
		return engine.BecauseTrust
	case engine.QStandingW, engine.QStandingH, engine.QHawksW, engine.QHawksH, engine.QCongress, engine.QDebtW, engine.QDebtH:
		return engine.BecauseHome
	}
	return engine.BecauseMeans
}

// scoreGesture: what the rung costs oneself and at home, and the trust that
// it is believed to buy.
func (m *Mind) scoreGesture(l *lens, mv *engine.Move, t *tally) {
	th, s := m.B.Theory, m.B.Side
	from := m.O.Rungs[mv.Issue]
	t.add(engine.BecauseLoss, mv.Issue, m.rungWorth(l, mv.Issue, from, mv.Rung))
	t.add(engine.BecauseTooFar, mv.Issue, -m.beyond(mv.Issue, from, mv.Rung))
	owed := m.O.Q[engine.QOwedW+int(s)]
	t.add(engine.BecauseHome, mv.Issue, m.homeCost(l, mv.Issue, from, mv.Rung, mv.Public, owed > 0, 100))
	worth := m.theirs(l, mv.Issue, from, mv.Rung) * 1000 / max(th.Worth.Rung, 1)
	if worth <= 0 {
		return
	}
	gain := th.Trust.Gesture * worth / 1000 * (th.Trust.Floor + (1000-th.Trust.Floor)/2) / 1000
	if owed > 0 {
		gain += gain * th.Trust.Matched / 1000
	}
	t.add(engine.BecauseTrust, mv.Issue, l.means[engine.QTrustW+int(s.Other())]*gain/engine.Point)
	t.add(engine.BecauseMeans, -1, m.quantityWorth(l, engine.QTension, -th.Pressure.Relief*worth/1000))
}

// scorePressure: the rung gained, against tension, distrust and their hard men.
func (m *Mind) scorePressure(l *lens, mv *engine.Move, t *tally) {
	th, s := m.B.Theory, m.B.Side
	loss := int64(1000)
	if mv.Rung >= 0 {
		from := m.O.Rungs[mv.Issue]
		t.add(engine.BecauseGain, mv.Issue, m.rungWorth(l, mv.Issue, from, mv.Rung))
		loss = max(-m.theirs(l, mv.Issue, from, mv.Rung)*1000/max(th.Worth.Rung, 1), 0)
	}
	other := int(s.Other())
	if a := &m.O.Agreed; mv.Rung >= 0 && a[mv.Issue].Day != 0 && a[mv.Issue].By == s && engine.Concedes(s, a[mv.Issue].Rung, mv.Rung) < 0 {
		t.add(engine.BecauseTrust, mv.Issue, -th.Promises.Honour-l.means[engine.QTrustW+other]*th.Trust.Denied/engine.Point)
	}
	t.add(engine.BecauseTrust, mv.Issue, -l.means[engine.QTrustW+other]*th.Trust.Pressure*loss/1000/engine.Point)
	t.add(engine.BecauseMeans, -1, m.quantityWorth(l, engine.QTension, th.Pressure.Tension*loss/1000))
	t.add(engine.BecauseMeans, -1, l.means[engine.QHawksW+other]*th.Pressure.Hawks*loss/1000/engine.Point)
	if mv.Public {
		pleased := th.Pressure.Pleased * m.O.Q[engine.QHawksW+int(s)] / (100 * engine.Point)
		t.add(engine.BecauseHome, -1, m.quantityWorth(l, int16(engine.QStandingW+int(s)), pleased))
	}
	if s == engine.Washington {
		t.add(engine.BecauseMeans, -1, m.quantityWorth(l, engine.QPatron, th.Pressure.Patron*loss/1000*min(m.O.Q[engine.QPatron], 50*engine.Point)/(50*engine.Point)))
	}
}

func (m *Mind) scoreOrder(l *lens, mv *engine.Move, t *tally) {
	m.orderWorth(l, int(mv.Order), mv.Run, t)
}

// orderWorth is two months of a standing order's work, gained or given up.
func (m *Mind) orderWorth(l *lens, order int, run bool, t *tally) {
	o := &m.B.Orders[order]
	sum := int64(0)
	for k := range o.Effects {
		if e := &o.Effects[k]; e.Kind == engine.AddQuantity {
			sum += m.quantityWorth(l, e.Index, 2*e.Amount)
		}
	}
	sum -= 2 * int64(o.Price) * m.B.Theory.Capital.Unit
	if !run {
		sum = -sum
	}
	t.add(engine.BecauseMeans, -1, sum)
	if m.O.Orders[order].Running != run {
		t.add(engine.BecauseGoal, -1, m.turns(l, m.O.Foresight.Orders[order]))
	}
}

// scoreExposure: the line becomes known by one's own hand.
func (m *Mind) scoreExposure(l *lens, t *tally) {
	s := int(m.B.Side)
	cost := m.B.Theory.Messages.LeakCost + m.O.Q[engine.QDebtW+s]*m.B.Theory.Home.Surcharge/1000
	t.add(engine.BecauseLeak, -1, m.quantityWorth(l, int16(engine.QStandingW+s), -cost)+l.means[engine.QStories]+m.storyGoal(l))
}

// Worth is what effects are worth to the side, by its goals and as means, in
// thousandths of a point of its score.
func (m *Mind) Worth(effects []engine.Effect) int64 {
	var t tally
	l := m.own()
	for k := range effects {
		m.scoreEffect(l, &effects[k], &t)
	}
	return t.total
}

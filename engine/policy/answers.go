package policy

import "backchannel/engine"

// answers are the options for something that waits: an offer, a question, or
// a promise that is due.
func (m *Mind) answers(l *lens, n engine.Need) {
	m.n = 0
	if n.Stage == engine.StagePromise {
		m.promiseAnswers(l, n.Item)
		return
	}
	it, veto := m.waiting(n.Item)
	if it == nil {
		return
	}
	if it.Kind == engine.Probe {
		m.questionAnswers(l, it)
		return
	}
	against := [2]engine.Reason{{Kind: engine.BecauseRedLine, Issue: -1, Amount: -1}}
	if veto < 0 {
		var t tally
		m.appraise(l, it, &t)
		m.option(it.Serial, engine.Accept, &t)
		against = t.con
	}
	var refuse, silence tally
	refuse.add(engine.BecauseMeans, -1, m.B.Theory.Belief.Refuse)
	refuse.why = against // a refusal says what spoke against the offer
	m.option(it.Serial, engine.Refuse, &refuse)
	silence.add(engine.BecauseMeans, -1, m.silenceScore(l, it))
	m.option(it.Serial, engine.Silence, &silence)
	m.counterAnswer(l, it, against)
}

// waiting finds the item and the constituency that stops it, or −1.
func (m *Mind) waiting(serial int32) (*engine.ItemView, int8) {
	for k := int8(0); k < m.O.NItems; k++ {
		if m.O.Items[k].Serial == serial && !m.O.Items[k].Mine {
			return &m.O.Items[k], m.O.Vetoes[k]
		}
	}
	return nil, -1
}

func (m *Mind) option(serial int32, a engine.AnswerKind, t *tally) {
	c := engine.Choice{Kind: engine.Answer, Move: -1, Issue: -1, Channel: -1, Item: serial, Answer: a}
	if a == engine.Keep || a == engine.Delay || a == engine.Deny {
		c.Kind = engine.Promise
	}
	m.put(Thread{Option{Choice: c, Content: m.B.ThreadContent(&c), Score: t.total, Why: t.why}, -1})
}

// silenceScore: letting it lie costs trust when it lapses; before that it
// keeps the answer open.
func (m *Mind) silenceScore(l *lens, it *engine.ItemView) int64 {
	s := m.B.Theory.Choice.Silence
	if it.Lapses < m.O.Next {
		s -= l.means[engine.QTrustW+int(m.B.Side.Other())] * m.B.Theory.Trust.Silence / engine.Point
	}
	return s
}

// questionAnswers: a frank answer is given where there is trust and the
// channel is safe; it makes the other side's next offer fit.
func (m *Mind) questionAnswers(l *lens, it *engine.ItemView) {
	th := m.B.Theory
	var frank, aside, silence tally
	frank.add(engine.BecauseTrust, it.Issue, th.Belief.Frank+th.Belief.FrankStep*(l.trust-50*engine.Point)/(10*engine.Point))
	frank.add(engine.BecauseGain, it.Issue, l.means[engine.QTrustW+int(m.B.Side.Other())]*th.Trust.Frank/engine.Point)
	frank.add(engine.BecauseLeak, it.Issue, m.leakCost(l, it.Channel)/2)
	m.option(it.Serial, engine.Accept, &frank)
	aside.add(engine.BecauseMeans, -1, th.Belief.Refuse)
	aside.why = frank.con
	m.option(it.Serial, engine.Refuse, &aside)
	silence.add(engine.BecauseMeans, -1, m.silenceScore(l, it))
	m.option(it.Serial, engine.Silence, &silence)
}

// counterAnswer is the best package that answers the offer: without the fee,
// a rung less, or for something in return.
func (m *Mind) counterAnswer(l *lens, it *engine.ItemView, against [2]engine.Reason) {
	var best tally
	var pack engine.Package
	found := false
	for variant := 0; variant < 3; variant++ {
		p, ok := m.counterPackage(l, it, variant)
		if !ok || !m.carries(it.Channel, &p) {
			continue
		}
		var t tally
		m.scoreOffer(l, &p, it.Channel, &t)
		t.add(engine.BecauseMeans, -1, -m.B.Theory.Belief.Counter)
		if !found || t.total > best.total {
			best, pack, found = t, p, true
		}
	}
	if !found {
		return
	}
	c := engine.Choice{Kind: engine.Answer, Move: -1, Issue: -1, Channel: it.Channel, Item: it.Serial, Answer: engine.Counter, Package: pack}
	m.put(Thread{Option{Choice: c, Content: m.B.ThreadContent(&c), Score: best.total, Why: against}, -1})
}

// counterPackage turns an offer round: what was asked of me is given, what
// was given is asked.
func (m *Mind) counterPackage(l *lens, it *engine.ItemView, variant int) (engine.Package, bool) {
	in := &it.Package
	p := engine.Package{NGive: in.NAsk, NAsk: in.NGive, Due: in.Due}
	for k := int8(0); k < in.NAsk; k++ {
		p.Give[k] = engine.Term{Issue: in.Ask[k].Issue, Rung: in.Ask[k].Rung}
	}
	for k := int8(0); k < in.NGive; k++ {
		p.Ask[k] = engine.Term{Issue: in.Give[k].Issue, Rung: in.Give[k].Rung}
	}
	switch variant {
	case 0: // the same without its fee
		return p, in.NAsk > 0 && in.Ask[0].Fee && m.valid(&p)
	case 1: // a rung less
		if p.NGive == 0 {
			return p, false
		}
		p.Give[0].Rung = toward(m.B.Side, p.Give[0].Rung)
		return p, m.valid(&p)
	}
	if p.NAsk >= engine.MaxTerms {
		return p, false
	}
	issue, rung := m.wanted(l, &p)
	if issue < 0 {
		return p, false
	}
	p.Ask[p.NAsk] = engine.Term{Issue: issue, Rung: rung}
	p.NAsk++
	return p, m.valid(&p)
}

// wanted is the issue, not yet in the package, on which a rung is worth most
// to me against what it is believed to cost the other side.
func (m *Mind) wanted(l *lens, p *engine.Package) (issue, rung int8) {
	issue, best := -1, int64(0)
	for i := range m.B.Issues {
		if !m.B.Issues[i].MovedBy[m.B.Side.Other()] || names(p, int8(i)) || m.settled(int8(i)) {
			continue
		}
		near, _ := m.asks(l, int8(i))
		if near < 0 {
			continue
		}
		now := m.O.Rungs[i]
		if s := m.rungWorth(l, int8(i), now, near) + m.theirs(l, int8(i), now, near); issue < 0 || s > best {
			issue, rung, best = int8(i), near, s
		}
	}
	return issue, rung
}

func names(p *engine.Package, issue int8) bool {
	for k := int8(0); k < p.NGive; k++ {
		if p.Give[k].Issue == issue {
			return true
		}
	}
	for k := int8(0); k < p.NAsk; k++ {
		if p.Ask[k].Issue == issue {
			return true
		}
	}
	return false
}

func toward(side engine.Side, rung int8) int8 {
	if side == engine.Washington {
		return rung - 1
	}
	return rung + 1
}

// valid says whether every term of a package of mine can be moved.
func (m *Mind) valid(p *engine.Package) bool {
	if p.NGive == 0 && p.NAsk == 0 {
		return false
	}
	for k := int8(0); k < p.NGive; k++ {
		if !m.validTerm(m.B.Side, p.Give[k]) {
			return false
		}
	}
	for k := int8(0); k < p.NAsk; k++ {
		if !m.validTerm(m.B.Side.Other(), p.Ask[k]) {
			return false
		}
	}
	return true
}

func (m *Mind) validTerm(giver engine.Side, t engine.Term) bool {
	is := &m.B.Issues[t.Issue]
	now := m.O.Rungs[t.Issue]
	if t.Rung < 0 || int(t.Rung) >= len(is.Rungs) || t.Rung == now || !is.MovedBy[giver] || m.settled(t.Issue) {
		return false
	}
	return is.MovedBy[giver.Other()] || engine.Concedes(giver, now, t.Rung) >= 0
}

// promiseAnswers: keep, delay or deny.
func (m *Mind) promiseAnswers(l *lens, serial int32) {
	th := m.B.Theory
	trust := l.means[engine.QTrustW+int(m.B.Side.Other())]
	for k := int8(0); k < m.O.NPledges; k++ {
		p := &m.O.Pledges[k]
		if p.Serial != serial {
			continue
		}
		now := m.O.Rungs[p.Issue]
		var keep, delay, deny tally
		keep.add(engine.BecauseTrust, -1, th.Promises.Honour+trust*th.Trust.Kept/engine.Point)
		keep.add(engine.BecauseLoss, p.Issue, m.rungWorth(l, p.Issue, now, p.Rung)-m.beyond(p.Issue, now, p.Rung))
		keep.add(engine.BecauseHome, p.Issue, m.homeCost(l, p.Issue, now, p.Rung, p.Public, p.Answered, 100))
		m.option(serial, engine.Keep, &keep)
		if p.Delays < 2 {
			delay.add(engine.BecauseTrust, -1, th.Promises.Delay-trust*th.Trust.Delayed/engine.Point)
			m.option(serial, engine.Delay, &delay)
		}
		deny.add(engine.BecauseTrust, -1, th.Promises.Deny-trust*th.Trust.Denied/engine.Point)
		m.option(serial, engine.Deny, &deny)
	}
}

// Answers scores the answers to something that waits, through the side's own
// eyes or an adviser's (adviser −1: one's own).
func (m *Mind) Answers(n engine.Need, adviser int) []Thread {
	l := m.own()
	if adviser >= 0 {
		l = m.adviser(&m.B.Advisers[adviser])
	}
	m.answers(l, n)
	return m.threads[:m.n]
}

// Forecast is an adviser's odds, in thousandths, that an offer is accepted or
// a question answered, and that the message leaks.
func (m *Mind) Forecast(adviser int, c *engine.Choice) (odds, leak int64) {
	l := m.adviser(&m.B.Advisers[adviser])
	if c.Kind == engine.Offer {
		odds = m.odds(m.quote(l, &c.Package), c.Channel) * 1000 >> 16
	} else {
		th := &m.B.Theory.Belief
		odds = 500 + (l.trust-50*engine.Point)*5/engine.Point + th.Frank*100/max(m.B.Theory.Choice.Tau, 1)
	}
	return min(max(odds, 5), 995), m.leak(l, c.Channel)
}

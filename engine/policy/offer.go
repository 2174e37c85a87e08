package policy

import (
	"backchannel/engine"
	"backchannel/engine/noise"
)

// gain is what an offer of one's own brings if it is accepted.
func (m *Mind) gain(l *lens, p *engine.Package, channel int8, t *tally) {
	trust := believed(&m.B.Theory.Belief, l.trust)
	leak := m.leak(l, channel)
	for k := int8(0); k < p.NAsk; k++ {
		a := p.Ask[k]
		w := m.rungWorth(l, a.Issue, m.O.Rungs[a.Issue], a.Rung)
		if m.promised(a.Issue) && w > 0 {
			w = w * trust / 1000
		}
		t.add(engine.BecauseGain, a.Issue, w)
	}
	for k := int8(0); k < p.NGive; k++ {
		g := p.Give[k]
		from := m.O.Rungs[g.Issue]
		t.addRung(g.Issue, m.rungWorth(l, g.Issue, from, g.Rung))
		t.add(engine.BecauseTooFar, g.Issue, -m.beyond(g.Issue, from, g.Rung))
		t.add(engine.BecauseHome, g.Issue, m.homeCost(l, g.Issue, from, g.Rung, channel < 0, p.NAsk > 0, leak))
	}
	t.add(engine.BecauseTrust, -1, l.means[engine.QTrustW+int(m.B.Side.Other())]*m.B.Theory.Trust.Accepted/engine.Point)
}

// odds is how likely the other side is believed to accept, in Q16.
func (m *Mind) odds(l *lens, p *engine.Package, channel int8) int64 {
	t := &m.B.Theory.Belief
	other := m.B.Side.Other()
	doubt, terms := int64(0), int64(0)
	u := int64(0)
	for k := int8(0); k < p.NGive; k++ {
		g := p.Give[k]
		w := m.theirs(l, g.Issue, m.O.Rungs[g.Issue], g.Rung)
		if m.promised(g.Issue) && w > 0 {
			w = w * believed(t, l.trust) / 1000
		}
		u += w - m.leap(l, g)
		doubt += int64(3 - l.beliefs[g.Issue].Confidence)
		terms++
	}
	for k := int8(0); k < p.NAsk; k++ {
		a := p.Ask[k]
		u += m.theirs(l, a.Issue, m.O.Rungs[a.Issue], a.Rung) - m.leap(l, a)
		if a.Fee {
			u -= t.Fee
		}
		if m.B.Issues[a.Issue].ThirdLand {
			u -= t.Link
		}
		doubt += int64(3 - l.beliefs[a.Issue].Confidence)
		terms++
	}
	u -= t.Pressed * m.O.Q[engine.QPressureW+int(m.B.Side)] / (10 * engine.Point)
	u -= reserve(t, m.hurt(other), l.trust, 2, m.grand(p))
	if channel >= 0 {
		ch := &m.B.Channels[channel]
		u += m.B.Theory.Messages.Carriage * (int64(ch.Trusted[other]) - 2 + int64(m.O.Channels[channel].Warmth)/2)
	}
	return noise.Odds(u, t.OddsTau+t.Doubt*doubt/max(terms, 1))
}

// leak is how likely a message leaks, in thousandths, as the lens sees it.
func (m *Mind) leak(l *lens, channel int8) int64 {
	if channel < 0 {
		return 1000
	}
	return min(m.O.LeakOdds[channel]*l.leaks/1000, 900)
}

// leakCost is what a leak of one message is expected to cost, as score.
func (m *Mind) leakCost(l *lens, channel int8) int64 {
	if channel < 0 {
		return 0
	}
	cost := m.B.Theory.Messages.LeakCost
	if !m.B.Channels[channel].Line {
		cost /= 3
	}
	s := int(m.B.Side)
	worth := m.quantityWorth(l, int16(engine.QStandingW+s), -cost) + l.means[engine.QStories]
	debt := m.O.Q[engine.QDebtW+s] * m.B.Theory.Home.Surcharge / 1000
	worth += m.quantityWorth(l, int16(engine.QStandingW+s), -debt) + m.storyGoal(l)
	return min(worth, 0) * m.leak(l, channel) / 1000
}

// storyGoal is what one's goals lose when a story names the line.
func (m *Mind) storyGoal(l *lens) int64 {
	return m.quantityWorth(l, engine.QStories, engine.Point) - l.means[engine.QStories]
}

// scoreOffer is the expected gain of an offer by a channel.
func (m *Mind) scoreOffer(l *lens, p *engine.Package, channel int8, t *tally) {
	var g tally
	m.gain(l, p, channel, &g)
	odds := m.odds(l, p, channel)
	for _, r := range g.why {
		if r.Kind != engine.NoReason {
			t.add(r.Kind, r.Issue, r.Amount*odds>>16)
			g.total -= r.Amount
		}
	}
	t.add(engine.BecauseMeans, -1, g.total*odds>>16)
	t.add(engine.BecauseLeak, -1, m.leakCost(l, channel))
	t.add(engine.BecauseAsk, p.Subject(), m.information(l, p.Subject())/2)
	if channel >= 0 {
		t.add(engine.BecauseMeans, -1, l.warmth/2+m.ease(channel))
	}
	c := engine.Choice{Kind: engine.Offer, Move: -1, Issue: -1, Channel: channel, Package: *p}
	t.add(engine.BecauseCost, -1, -m.B.Price(&c)*m.B.Theory.Capital.Unit)
}

// information is what learning more of an issue is worth.
func (m *Mind) information(l *lens, issue int8) int64 {
	b := &l.beliefs[issue]
	return m.B.Theory.Belief.Info * int64(3-b.Confidence) * int64(l.cares[issue]+1) / 5
}

// ease is what one's own trust in a channel adds to using it.
func (m *Mind) ease(channel int8) int64 {
	return m.B.Theory.Messages.Carriage * (int64(m.B.Channels[channel].Trusted[m.B.Side]) - 2)
}

// scoreProbe is the worth of a question by a channel.
func (m *Mind) scoreProbe(l *lens, issue, channel int8, t *tally) {
	trusted := int64(m.B.Channels[channel].Trusted[m.B.Side.Other()])
	t.add(engine.BecauseAsk, issue, m.information(l, issue)*(2+trusted)/4)
	t.add(engine.BecauseLeak, -1, m.leakCost(l, channel)/2)
	t.add(engine.BecauseMeans, -1, l.warmth/2+m.ease(channel))
	c := engine.Choice{Kind: engine.Probe, Move: -1, Issue: issue, Channel: channel}
	t.add(engine.BecauseCost, -1, -m.B.Price(&c)*m.B.Theory.Capital.Unit)
}

// appraise is the score of accepting an offer that waits: what it is worth to
// one's type and at home, less distrust, pride and the reserve.
func (m *Mind) appraise(l *lens, it *engine.ItemView, t *tally) {
	th := m.B.Theory
	p := &it.Package
	trust := believed(&th.Belief, l.trust)
	leak := m.leak(l, it.Channel)
	for k := int8(0); k < p.NGive; k++ {
		g := p.Give[k]
		w := m.rungWorth(l, g.Issue, m.O.Rungs[g.Issue], g.Rung)
		t.add(engine.BecauseGain, g.Issue, w)
		if m.promised(g.Issue) && w > 0 {
			t.add(engine.BecauseDistrust, g.Issue, -w*(1000-trust)/1000)
		}
	}
	for k := int8(0); k < p.NAsk; k++ {
		m.appraiseAsk(l, it, p.Ask[k], leak, t)
	}
	for k := int8(0); k < p.NGive; k++ {
		t.add(engine.BecauseWary, p.Give[k].Issue, -m.leap(l, p.Give[k]))
	}
	m.appraiseWhole(l, it, t)
}

// leap is the wariness of a great step where there is little trust: for each
// rung that a term skips.
func (m *Mind) leap(l *lens, term engine.Term) int64 {
	skipped := int64(gap(m.O.Rungs[term.Issue], term.Rung)) - 1
	if skipped <= 0 {
		return 0
	}
	return skipped * m.B.Theory.Belief.Leap * (100*engine.Point - l.trust) / (100 * engine.Point)
}

func (m *Mind) appraiseAsk(l *lens, it *engine.ItemView, a engine.Term, leak int64, t *tally) {
	th := m.B.Theory
	from := m.O.Rungs[a.Issue]
	t.addRung(a.Issue, m.rungWorth(l, a.Issue, from, a.Rung))
	t.add(engine.BecauseTooFar, a.Issue, -m.beyond(a.Issue, from, a.Rung))
	t.add(engine.BecauseHome, a.Issue, m.homeCost(l, a.Issue, from, a.Rung, it.Channel < 0, it.Package.NGive > 0, leak))
	t.add(engine.BecauseWary, a.Issue, -m.leap(l, a))
	if m.B.Issues[a.Issue].ThirdLand {
		t.add(engine.BecauseLink, a.Issue, -th.Belief.Link)
	}
	if !a.Fee {
		return
	}
	pride := int64(m.B.Leaders[m.O.Leader].Pride)
	t.add(engine.BecauseFee, a.Issue, -th.Belief.Fee*pride/2)
	if m.B.Type.NoFee {
		t.add(engine.BecauseRedLine, a.Issue, -th.Worth.RedLine)
	}
}

func (m *Mind) appraiseWhole(l *lens, it *engine.ItemView, t *tally) {
	th, s := m.B.Theory, m.B.Side
	if n := int64(it.Package.NAsk); n > 0 {
		t.add(engine.BecausePressed, -1, -th.Belief.Pressed*m.O.Q[engine.QPressureW+int(s.Other())]/(10*engine.Point))
	}
	if m.B.Type.NoOpen && (it.Channel < 0 || m.B.Channels[it.Channel].Leaks >= 3) {
		t.add(engine.BecauseRedLine, -1, -th.Worth.RedLine)
	}
	patience := (m.B.Type.Patience + m.B.Leaders[m.O.Leader].Patience) / 2
	r := reserve(&th.Belief, m.hurt(s), l.trust, patience, m.grand(&it.Package))
	if r < 0 {
		t.add(engine.BecauseHurt, -1, -r)
	} else {
		t.add(engine.BecauseWary, -1, -r)
	}
	if it.Channel >= 0 {
		ch := &m.B.Channels[it.Channel]
		t.add(engine.BecauseTrust, -1, th.Messages.Carriage*(int64(ch.Trusted[s])-2+int64(m.O.Channels[it.Channel].Warmth)/2))
	}
	t.add(engine.BecauseTrust, -1, l.means[engine.QTrustW+int(s.Other())]*th.Trust.Accepted/engine.Point)
}

package policy

import "backchannel/engine"

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
	c := &m.memo.leaks[channel]
	if c.round != m.memo.round {
		*c = cell{m.memo.round, m.weighLeak(l, channel)}
	}
	return c.value
}

func (m *Mind) weighLeak(l *lens, channel int8) int64 {
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

// fresh is how wary a leader is who has just taken over, in worth.
func (m *Mind) fresh(side engine.Side) int64 {
	return m.B.Theory.Belief.New * m.O.New[side] / 1000
}

// mutual says whether an issue moves only if both sides move.
func (m *Mind) mutual(issue int8) bool {
	by := &m.B.Issues[issue].MovedBy
	return by[engine.Washington] && by[engine.Havana]
}

// gossips says whether what goes by a channel is as good as printed.
func (m *Mind) gossips(channel int8) bool { return channel < 0 || m.B.Channels[channel].Leaks >= 3 }

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
	official := m.official(it.Channel, m.B.Side.Other())
	for k := int8(0); k < p.NGive; k++ {
		g := p.Give[k]
		w := m.rungWorth(l, g.Issue, m.O.Rungs[g.Issue], g.Rung)
		t.add(engine.BecauseGain, g.Issue, w)
		held := w
		if m.promised(g, official) && w > 0 {
			held = credited(w, trust, gap(m.O.Rungs[g.Issue], g.Rung))
			t.add(engine.BecauseDistrust, g.Issue, held-w)
		}
		t.add(engine.BecauseWary, g.Issue, m.given(l, g, held)-held)
		if m.mutual(g.Issue) {
			t.add(engine.BecauseHome, g.Issue, m.homeCost(l, g.Issue, m.O.Rungs[g.Issue], g.Rung, it.Channel < 0, p.NAsk > 0, leak))
		}
	}
	t.add(engine.BecauseUnofficial, -1, -m.loose(p, official))
	for k := int8(0); k < p.NAsk; k++ {
		m.appraiseAsk(l, it, p.Ask[k], leak, t)
	}
	m.appraiseWhole(l, it, t)
}

// given is what a gift is worth after the wariness of a great step: never less
// than nothing if it was worth something, so that giving more cannot make an
// offer worse.
func (m *Mind) given(l *lens, g engine.Term, worth int64) int64 {
	if worth <= 0 {
		return worth
	}
	return max(worth-m.leap(l, g), 0)
}

// rebuffed is what a fresh refusal tells: what was turned down lately will be
// turned down again, unless less is asked.
func (m *Mind) rebuffed(p *engine.Package) int64 {
	sum := int64(0)
	for k := int8(0); k < p.NAsk; k++ {
		a, r := p.Ask[k], &m.O.Rebuffs[p.Ask[k].Issue]
		age := int64(m.O.Day - r.Day)
		if r.Day == 0 || age >= rebuffDays || engine.Concedes(m.B.Side.Other(), r.Rung, a.Rung) < 0 {
			continue
		}
		sum += m.B.Theory.Belief.Rebuff * (rebuffDays - age) / rebuffDays
	}
	return sum
}

// rebuffDays is how long a refusal is remembered.
const rebuffDays = 56

// leap is the wariness of a great step where there is little trust: a second
// skipped rung is feared twice as much as the first, a third three times.
func (m *Mind) leap(l *lens, term engine.Term) int64 {
	skipped := int64(gap(m.O.Rungs[term.Issue], term.Rung)) - 1
	if skipped <= 0 {
		return 0
	}
	return skipped * (skipped + 1) / 2 * m.B.Theory.Belief.Leap * (100*engine.Point - l.trust) / (100 * engine.Point)
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
	if m.B.Type.NoOpen && m.gossips(it.Channel) {
		t.add(engine.BecauseRedLine, -1, -th.Worth.RedLine)
	}
	patience := (m.B.Type.Patience + m.B.Leaders[m.O.Leader].Patience) / 2
	r := int64(0)
	if !m.isGift(&it.Package) {
		r = reserve(&th.Belief, m.hurt(s), l.trust, patience, m.grand(&it.Package), it.Channel >= 0) + m.fresh(s)
	}
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

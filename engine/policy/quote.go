package policy

import (
	"backchannel/engine"
	"backchannel/engine/noise"
)

// quote is what can be said of a package of one's own whatever channel carries
// it, so that each of the channels need only be held against it.
type quote struct {
	gains [mostGains]gain // if it is accepted, in the order of their reasons
	n     int

	merits [2]merit // of the gains that do not hang on the channel: unofficial, official
	homes  [2 * engine.MaxTerms]int8
	nHomes int

	believed [2]int64 // worth to the other side: from one who cannot bind, from one who can
	reserve  [2]int64 // what it must exceed: openly, by somebody who carries it
	spread   noise.Spread

	subject int8
	info    int64 // what its answer would tell
	aloud   int64 // what offering it in the open costs at home
	price   int64
}

// mostGains is how many reasons the terms of a package give: two an ask, three a
// gift, and trust.
const mostGains = 5*engine.MaxTerms + 1

// gain is one part of what an accepted package brings: an amount that hangs on
// whether its carrier can bind, or what a rung costs at home, which hangs on the
// channel.
type gain struct {
	kind        engine.ReasonKind
	issue, rung int8
	home        bool
	answered    bool
	amount      [2]int64
}

// rank is an amount that stands among others by its size, of equal ones the
// earlier first, so that the two weightiest are found without a branch.
type rank int64

func rankOf(amount int64, place int) rank {
	if amount < 0 {
		return rank(-amount<<5 | int64(mostGains-1-place)<<1 | 1)
	}
	return rank(amount<<5 | int64(mostGains-1-place)<<1)
}

func (r rank) amount() int64 {
	if r&1 != 0 {
		return -int64(r >> 5)
	}
	return int64(r >> 5)
}

// merit is the sum of amounts and the two weightiest of them.
type merit struct {
	sum           int64
	first, second rank
}

func (m *merit) add(amount int64, place int) {
	r := rankOf(amount, place)
	m.sum += amount
	m.second = max(m.second, min(m.first, r))
	m.first = max(m.first, r)
}

func (q *quote) add(kind engine.ReasonKind, issue int8, loose, official int64) {
	q.gains[q.n] = gain{kind: kind, issue: issue, amount: [2]int64{loose, official}}
	q.merits[0].add(loose, q.n)
	q.merits[1].add(official, q.n)
	q.n++
}

func (q *quote) addHome(t engine.Term, answered bool) {
	q.gains[q.n] = gain{kind: engine.BecauseHome, issue: t.Issue, rung: t.Rung, home: true, answered: answered}
	q.homes[q.nHomes] = int8(q.n)
	q.nHomes++
	q.n++
}

// quote says of a package what does not hang on its channel.
func (m *Mind) quote(l *lens, p *engine.Package) *quote {
	q := &m.quoted
	q.n, q.nHomes, q.subject = 0, 0, p.Subject()
	q.merits = [2]merit{}
	m.quoteGains(l, p, q)
	m.quoteOdds(l, p, q)
	q.info = m.information(l, q.subject) * 2
	q.aloud = m.aloud(l, p)
	q.price = m.B.Theory.Capital.Prices.Package(p)
	return q
}

// quoteGains is what an offer of one's own brings if it is accepted.
func (m *Mind) quoteGains(l *lens, p *engine.Package, q *quote) {
	trust := believed(&m.B.Theory.Belief, l.trust)
	for k := int8(0); k < p.NAsk; k++ {
		a := p.Ask[k]
		from := m.O.Rungs[a.Issue]
		w := m.rungWorth(l, a.Issue, from, a.Rung)
		loose, official := w, w
		if w > 0 {
			loose = credited(w, trust, gap(from, a.Rung))
			if m.promised(a, true) {
				official = loose
			}
		}
		q.add(engine.BecauseGain, a.Issue, loose, official)
		if m.mutual(a.Issue) {
			q.addHome(a, p.NGive > 0)
		}
	}
	for k := int8(0); k < p.NGive; k++ {
		g := p.Give[k]
		from := m.O.Rungs[g.Issue]
		w := m.rungWorth(l, g.Issue, from, g.Rung)
		kind := engine.BecauseGain
		if w < 0 {
			kind = engine.BecauseLoss
		}
		q.add(kind, g.Issue, w, w)
		beyond := -m.beyond(g.Issue, from, g.Rung)
		q.add(engine.BecauseTooFar, g.Issue, beyond, beyond)
		q.addHome(g, p.NAsk > 0)
	}
	w := l.means[engine.QTrustW+int(m.B.Side.Other())] * m.B.Theory.Trust.Accepted / engine.Point
	q.add(engine.BecauseTrust, -1, w, w)
}

// quoteOdds is what bears on how likely the other side is believed to accept.
func (m *Mind) quoteOdds(l *lens, p *engine.Package, q *quote) {
	t := &m.B.Theory.Belief
	doubt, terms := int64(0), int64(0)
	loose, official := l.hope-m.loose(p, false), l.hope
	for k := int8(0); k < p.NGive; k++ {
		g := p.Give[k]
		w := m.theirs(l, g.Issue, m.O.Rungs[g.Issue], g.Rung)
		promise := w
		if w > 0 {
			promise = credited(w, believed(t, l.trust), gap(m.O.Rungs[g.Issue], g.Rung))
		}
		loose += m.given(l, g, promise)
		if m.promised(g, true) {
			w = promise
		}
		official += m.given(l, g, w)
	}
	u := int64(0)
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
	u -= m.rebuffed(p)
	q.believed = [2]int64{loose + u, official + u}
	q.reserve = [2]int64{}
	if !m.isGift(p) {
		q.reserve = m.theirReserve(l, m.grand(p))
	}
	q.spread = m.spread(t.OddsTau + t.Doubt*doubt/max(terms, 1))
}

// theirReserve is what an offer must be worth to the other side, openly and
// carried. Of its patience nothing is known.
func (m *Mind) theirReserve(l *lens, grand bool) [2]int64 {
	k := 0
	if grand {
		k = 1
	}
	c := &m.memo.reserves[k]
	if c.round != m.memo.round {
		t, other := &m.B.Theory.Belief, m.B.Side.Other()
		c.round = m.memo.round
		for carried := range c.value {
			c.value[carried] = reserve(t, m.hurt(other), l.trust, 0, grand, carried == 1) + m.fresh(other)
		}
	}
	return c.value
}

// spread makes a tau ready, if it was not the last.
func (m *Mind) spread(tau int64) noise.Spread {
	if o := &m.memo; o.tau != tau {
		o.tau, o.spread = tau, noise.SpreadOf(tau)
	}
	return m.memo.spread
}

// aloud is what offering concessions in the open costs at home, whatever
// becomes of them.
func (m *Mind) aloud(l *lens, p *engine.Package) int64 {
	sum := int64(0)
	for k := int8(0); k < p.NGive; k++ {
		sum += m.home(l, p.Give[k].Issue, p.Give[k].Rung, -1, false)
	}
	return sum * m.B.Theory.Home.Aloud / 1000
}

// binds is 1 where what a side sends by a channel can bind it.
func (m *Mind) binds(channel int8) int {
	if m.official(channel, m.B.Side) {
		return 1
	}
	return 0
}

// odds is how likely the other side is believed to accept a package by a
// channel, in Q16.
func (m *Mind) odds(q *quote, channel int8) int64 {
	u := q.believed[m.binds(channel)]
	if channel < 0 {
		return q.spread.Odds(u - q.reserve[0])
	}
	return q.spread.Odds(u + m.carriage(channel) - q.reserve[1])
}

// carriage is what the other side's trust in a channel adds to being believed.
func (m *Mind) carriage(channel int8) int64 {
	trusted := int64(m.B.Channels[channel].Trusted[m.B.Side.Other()])
	return m.B.Theory.Messages.Carriage * (trusted - 2 + int64(m.O.Channels[channel].Warmth)/2)
}

// gain is what a package brings by a channel if it is accepted, with the two
// weightiest reasons.
func (m *Mind) gain(l *lens, q *quote, channel int8, binds int) (total int64, why [2]engine.Reason) {
	for k := range q.gains[:q.n] {
		g := &q.gains[k]
		amount := g.amount[binds]
		if g.home {
			amount = m.home(l, g.issue, g.rung, channel, g.answered)
		}
		total += amount
		weightiest(&why, engine.Reason{Kind: g.kind, Issue: g.issue, Amount: amount})
	}
	return total, why
}

// way is what every offer by a channel has in common, or every open one.
type way struct {
	channel  int8
	carries  int8 // terms each way at most
	binds    int
	carriage int64 // what the other side's trust in it adds to being believed
	fixed    int64 // score, whatever is offered and answered
}

// lines are the ways that are open, openly first, worked out once a desk.
func (m *Mind) lines(l *lens) []way {
	o := &m.memo
	if o.linesOf == o.round {
		return o.lines[:o.nLines]
	}
	o.linesOf, o.nLines = o.round, 0
	for ch := int8(-1); int(ch) < len(m.B.Channels); ch++ {
		if ch >= 0 && !m.O.Channels[ch].Usable {
			continue
		}
		w := way{channel: ch, carries: engine.MaxTerms, binds: m.binds(ch), fixed: m.leakCost(l, ch) - m.fresh(m.B.Side)}
		if ch >= 0 {
			w.carries, w.carriage = m.B.Channels[ch].Carries, m.carriage(ch)
			w.fixed += l.warmth/2 + m.ease(ch)
		}
		if m.B.Type.NoOpen && m.gossips(ch) {
			w.fixed -= m.B.Theory.Worth.RedLine
		}
		o.lines[o.nLines] = w
		o.nLines++
	}
	return o.lines[:o.nLines]
}

// total is what scoreQuote adds up to, without the reasons: most packages are
// only held against each other.
func (m *Mind) total(l *lens, q *quote, w *way) int64 {
	g := q.merits[w.binds]
	for _, k := range q.homes[:q.nHomes] {
		h := &q.gains[k]
		g.add(m.home(l, h.issue, h.rung, w.channel, h.answered), int(k))
	}
	face, reserve, own := m.B.Theory.Choice.Face, q.reserve[1], int64(0)
	if w.channel < 0 {
		face, reserve, own = face*m.B.Theory.Choice.Loud/1000, q.reserve[0], q.aloud
	}
	odds := q.spread.Odds(q.believed[w.binds] - reserve + w.carriage)
	first, second := g.first.amount(), g.second.amount()
	return first*odds>>16 + second*odds>>16 + (g.sum-first-second)*odds>>16 + -face*(65536-odds)>>16 + q.info*(odds*(65536-odds)>>16)>>16 +
		w.fixed + own - q.price*m.B.Theory.Capital.Unit
}

// scoreOffer is the expected gain of an offer by a channel.
func (m *Mind) scoreOffer(l *lens, p *engine.Package, channel int8, t *tally) {
	m.scoreQuote(l, m.quote(l, p), channel, t)
}

// scoreQuote is scoreOffer of a package that has been quoted.
func (m *Mind) scoreQuote(l *lens, q *quote, channel int8, t *tally) {
	rest, why := m.gain(l, q, channel, m.binds(channel))
	odds := m.odds(q, channel)
	for k := range why {
		r := &why[k]
		t.add(r.Kind, r.Issue, r.Amount*odds>>16)
		rest -= r.Amount
	}
	t.add(engine.BecauseMeans, -1, rest*odds>>16)
	face := m.B.Theory.Choice.Face
	if channel < 0 {
		face = face * m.B.Theory.Choice.Loud / 1000
	}
	t.add(engine.BecauseRefusal, -1, -face*(65536-odds)>>16)
	t.add(engine.BecauseLeak, -1, m.leakCost(l, channel))
	// an offer whose answer is certain tells nothing
	t.add(engine.BecauseAsk, q.subject, q.info*(odds*(65536-odds)>>16)>>16)
	if channel >= 0 {
		t.add(engine.BecauseMeans, -1, l.warmth/2+m.ease(channel))
	} else {
		t.add(engine.BecauseHome, -1, q.aloud)
	}
	if m.B.Type.NoOpen && m.gossips(channel) {
		t.add(engine.BecauseRedLine, -1, -m.B.Theory.Worth.RedLine)
	}
	t.add(engine.BecauseWary, -1, -m.fresh(m.B.Side))
	t.add(engine.BecauseCost, -1, -q.price*m.B.Theory.Capital.Unit)
}

// Believed is how likely the side itself takes it to be that an offer of its
// own is accepted, in thousandths.
func (m *Mind) Believed(c *engine.Choice) int64 {
	return m.odds(m.quote(m.own(), &c.Package), c.Channel) * 1000 >> 16
}

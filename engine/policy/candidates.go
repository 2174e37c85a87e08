package policy

import "backchannel/engine"

// Threads generates and scores the candidates of a moving stage through the
// side's own eyes: hold, the questions that would tell most, every authored
// move that is legal, and for each issue that the other side can move a few
// packages. The best are kept.
func (m *Mind) Threads() []Thread {
	return m.threadsThrough(m.own())
}

// ThreadsOf is Threads through an adviser's eyes.
func (m *Mind) ThreadsOf(adviser int) []Thread {
	return m.threadsThrough(m.adviser(&m.B.Advisers[adviser]))
}

func (m *Mind) threadsThrough(l *lens) []Thread {
	m.weighThreads(l)
	m.explain(l)
	return m.threads[:m.n]
}

// explain adds their reasons to the threads, which are weighed without.
func (m *Mind) explain(l *lens) {
	for k := range m.threads[:m.n] {
		m.threads[k].Why = m.reasons(l, &m.threads[k].Choice)
	}
}

func (m *Mind) reasons(l *lens, c *engine.Choice) [2]engine.Reason {
	var t tally
	m.score(l, c, &t)
	return t.why
}

func (m *Mind) weighThreads(l *lens) {
	m.n = 0
	m.putPlain(l, &engine.HoldChoice)
	m.questions(l)
	for k := range m.B.Moves {
		if m.O.Moves[k] != engine.Legal || m.B.Moves[k].ID == "" || m.B.Moves[k].Side != m.B.Side {
			continue
		}
		c := engine.Choice{Kind: m.B.Moves[k].Kind, Move: int16(k), Issue: -1, Channel: -1}
		m.putPlain(l, &c)
	}
	if m.affords(engine.Offer) {
		for i := range m.B.Issues {
			m.offerThread(l, int8(i))
		}
	}
	m.keepBest()
}

// putPlain puts a choice among the threads, without its reasons.
func (m *Mind) putPlain(l *lens, c *engine.Choice) {
	t := tally{plain: true}
	issue := m.score(l, c, &t)
	m.put(Thread{Option{Choice: *c, Content: m.B.ThreadContent(c), Score: t.total}, issue})
}

func (m *Mind) put(t Thread) {
	if m.n < len(m.threads) {
		m.threads[m.n] = t
		m.n++
	}
}

func (m *Mind) affords(k engine.Kind) bool {
	p := &m.B.Theory.Capital.Prices
	price := p.Offer
	if k == engine.Probe {
		price = p.Probe
	}
	return price*engine.Point <= m.O.Q[engine.QCapitalW+int(m.B.Side)]
}

// mostOfKind is how many questions and offers a race holds: a desk is not
// flooded with either.
const (
	mostProbes = 3
	mostOffers = 7
)

// keepBest leaves hold and the best of the rest, in a fixed order, few of the
// kinds that the rule makes by the dozen.
func (m *Mind) keepBest() {
	var order [maxRaw]int16
	for i := 1; i < m.n; i++ {
		at := i
		for ; at > 1 && before(&m.threads[i], &m.threads[order[at-1]]); at-- {
			order[at] = order[at-1]
		}
		order[at] = int16(i)
	}
	kept, probes, offers := 0, 0, 0
	for i := 0; i < m.n && kept < MaxThreads; i++ {
		t := &m.threads[order[i]]
		switch t.Choice.Kind {
		case engine.Probe:
			if probes++; probes > mostProbes {
				continue
			}
		case engine.Offer:
			if offers++; offers > mostOffers {
				continue
			}
		}
		m.kept[kept] = *t
		kept++
	}
	m.n = copy(m.threads[:], m.kept[:kept])
}

func before(a, b *Thread) bool {
	return a.Score > b.Score || a.Score == b.Score && a.Content < b.Content
}

// questions are the four that would tell most, each by its best channel.
func (m *Mind) questions(l *lens) {
	if !m.affords(engine.Probe) {
		return
	}
	first := m.n
	for i := range m.B.Issues {
		if m.asking(int8(i)) || l.beliefs[i].Confidence >= 3 {
			continue
		}
		by, best := int8(-1), int64(0)
		for ch := range m.B.Channels {
			if !m.O.Channels[ch].Usable {
				continue
			}
			t := tally{plain: true}
			if m.scoreProbe(l, int8(i), int8(ch), &t); by < 0 || t.total > best {
				by, best = int8(ch), t.total
			}
		}
		if by >= 0 {
			c := engine.Choice{Kind: engine.Probe, Move: -1, Issue: int8(i), Channel: by}
			m.put(Thread{Option{Choice: c, Content: m.B.ThreadContent(&c), Score: best + m.routine(engine.Probe)}, int8(i)})
		}
	}
	for i := first + 1; i < m.n; i++ {
		for j := i; j > first && before(&m.threads[j], &m.threads[j-1]); j-- {
			m.threads[j], m.threads[j-1] = m.threads[j-1], m.threads[j]
		}
	}
	m.n = min(m.n, first+4)
}

// asking says whether a question on the issue is already under way.
func (m *Mind) asking(issue int8) bool {
	for k := int8(0); k < m.O.NItems; k++ {
		if it := &m.O.Items[k]; it.Mine && it.Kind == engine.Probe && it.Issue == issue {
			return true
		}
	}
	return false
}

// offering says whether an offer of mine about the issue still waits.
func (m *Mind) offering(issue int8) bool {
	for k := int8(0); k < m.O.NItems; k++ {
		it := &m.O.Items[k]
		if it.Mine && it.Kind == engine.Offer && it.Package.Subject() == issue {
			return true
		}
	}
	return false
}

// settled says whether a promise on the issue is still to be kept by either side:
// until then nobody bargains over it again.
func (m *Mind) settled(issue int8) bool {
	for k := int8(0); k < m.O.NPledges; k++ {
		if m.O.Pledges[k].Issue == issue {
			return true
		}
	}
	return false
}

// offerThread is the best package that asks for something on an issue.
func (m *Mind) offerThread(l *lens, issue int8) {
	if !m.B.Issues[issue].MovedBy[m.B.Side.Other()] || m.offering(issue) || m.settled(issue) {
		return
	}
	m.packages(l, issue, true)
	if m.nPacks == 0 {
		return
	}
	best := 0
	for k := 1; k < m.nPacks; k++ {
		if m.packs[k].Score > m.packs[best].Score {
			best = k
		}
	}
	t := Thread{m.packs[best], issue}
	t.Content = m.B.ThreadContent(&t.Choice)
	m.put(t)
}

// packages are the few ways in which an issue is asked for: the next rung
// towards me and the furthest believed acceptable, each bare, with one gift,
// with two, and the first as an entry fee.
func (m *Mind) packages(l *lens, issue int8, ask bool) {
	m.nPacks = 0
	near, far := m.asks(l, issue)
	if near < 0 || !ask {
		return
	}
	var gifts [2]engine.Term
	n := m.gifts(l, issue, &gifts)
	for _, rung := range [2]int8{near, far} {
		if rung < 0 || rung == near && rung == far && m.nPacks > 0 {
			continue
		}
		p := engine.Package{NAsk: 1}
		p.Ask[0] = engine.Term{Issue: issue, Rung: rung}
		m.pack(l, &p)
		for g := 0; g < n; g++ {
			p.Give[g] = gifts[g]
			p.NGive++
			m.pack(l, &p)
		}
	}
	p := engine.Package{NAsk: 1}
	p.Ask[0] = engine.Term{Issue: issue, Rung: near, Fee: true}
	m.pack(l, &p)
}

// pack scores a package by its best channel, if any can carry it.
func (m *Mind) pack(l *lens, p *engine.Package) {
	o, ok := m.bestWay(l, p)
	if !ok || m.nPacks >= len(m.packs) {
		return
	}
	o.Content = m.B.TermsContent(p)
	m.packs[m.nPacks] = o
	m.nPacks++
}

// bestWay is a package by the channel that suits it best. Its reasons are left
// out: they are worked out for the few that need them.
func (m *Mind) bestWay(l *lens, p *engine.Package) (Option, bool) {
	q := m.quote(l, p)
	if q.price*engine.Point > m.O.Q[engine.QCapitalW+int(m.B.Side)] {
		return Option{}, false
	}
	lines := m.lines(l)
	by, best := int8(-1), m.total(l, q, &lines[0]) // the open word carries everything
	for k := range lines[1:] {
		w := &lines[k+1]
		if p.NGive > w.carries || p.NAsk > w.carries {
			continue
		}
		if s := m.total(l, q, w); s > best {
			by, best = w.channel, s
		}
	}
	c := engine.Choice{Kind: engine.Offer, Move: -1, Issue: -1, Channel: by, Package: *p}
	return Option{Choice: c, Score: best + l.taste[engine.Offer] + m.routine(engine.Offer)}, true
}

func (m *Mind) carries(ch int8, p *engine.Package) bool {
	if ch < 0 {
		return true
	}
	return m.O.Channels[ch].Usable && p.NGive <= m.B.Channels[ch].Carries && p.NAsk <= m.B.Channels[ch].Carries
}

// asks finds the next rung that is worth more to me, and the one furthest
// towards me that the other side is believed to accept.
func (m *Mind) asks(l *lens, issue int8) (near, far int8) {
	near, far = -1, -1
	now, other := m.O.Rungs[issue], m.B.Side.Other()
	bestFar := int64(0)
	for r := range m.B.Issues[issue].Rungs {
		rung := int8(r)
		if rung == now || !m.B.Issues[issue].MovedBy[m.B.Side] && engine.Concedes(other, now, rung) < 0 {
			continue
		}
		w := m.rungWorth(l, issue, now, rung)
		if w <= 0 {
			continue
		}
		if near < 0 || gap(now, rung) < gap(now, near) || gap(now, rung) == gap(now, near) && w > m.rungWorth(l, issue, now, near) {
			near = rung
		}
		if engine.Concedes(other, l.beliefs[issue].Furthest, rung) <= 0 && w > bestFar {
			far, bestFar = rung, w
		}
	}
	return near, far
}

func gap(a, b int8) int8 { return max(a-b, b-a) }

// gifts are the two rungs that the other side is believed to want most for
// what they cost me.
func (m *Mind) gifts(l *lens, ask int8, out *[2]engine.Term) int {
	n := 0
	var scores [2]int64
	for i := range m.B.Issues {
		issue := int8(i)
		if issue == ask || !m.B.Issues[i].MovedBy[m.B.Side] || m.settled(issue) {
			continue
		}
		rung, s := m.gift(l, issue)
		if rung < 0 {
			continue
		}
		switch {
		case n == 0 || s > scores[0]:
			out[1], scores[1] = out[0], scores[0]
			out[0], scores[0] = engine.Term{Issue: issue, Rung: rung}, s
			n = min(n+1, 2)
		case n == 1 || s > scores[1]:
			out[1], scores[1] = engine.Term{Issue: issue, Rung: rung}, s
			n = 2
		}
	}
	return n
}

// gift is bestGift, kept.
func (m *Mind) gift(l *lens, issue int8) (rung int8, score int64) {
	c := &m.memo.gifts[issue]
	if c.round != m.memo.round {
		c.round = m.memo.round
		c.rung, c.value = m.bestGift(l, issue)
	}
	return c.rung, c.value
}

// bestGift is the rung of an issue that is best to give: the next one towards the
// other side, or, of what is small, technical and mine alone to give, one further on that it is
// believed to want so much more that it is worth its price to me, as far as I
// would go.
func (m *Mind) bestGift(l *lens, issue int8) (best int8, score int64) {
	best = -1
	from := m.O.Rungs[issue]
	for r := range m.B.Issues[issue].Rungs {
		rung := int8(r)
		if engine.Concedes(m.B.Side, from, rung) <= 0 || best >= 0 && m.beyond(issue, from, rung) > 0 {
			continue
		}
		term := engine.Term{Issue: issue, Rung: rung}
		theirs := m.theirs(l, issue, from, rung)
		if theirs <= 0 || (m.B.Issues[issue].Grand || m.mutual(issue)) && gap(from, rung) > 1 {
			continue
		}
		theirs = m.given(l, term, theirs)
		cost := m.rungWorth(l, issue, from, rung) - m.beyond(issue, from, rung) + m.homeCost(l, issue, from, rung, false, true, 100)
		if s := theirs + cost; best < 0 || s > score || gap(from, rung) < gap(from, best) && s == score {
			best, score = rung, s
		}
	}
	return best, score
}

// carriages are the channels by which a choice can go.
func (m *Mind) carriages(l *lens, o *Option) {
	m.nWays = 0
	for ch := int8(-1); int(ch) < len(m.B.Channels); ch++ {
		c := o.Choice
		c.Channel = ch
		if c.Kind == engine.Probe && (ch < 0 || !m.O.Channels[ch].Usable) || c.Kind == engine.Offer && !m.carries(ch, &c.Package) {
			continue
		}
		m.way(l, &c)
	}
}

func (m *Mind) way(l *lens, c *engine.Choice) {
	t := m.scoreChoice(l, c)
	t.Content = m.B.CarriageContent(c.Channel)
	m.ways[m.nWays] = t.Option
	m.nWays++
}

func (m *Mind) joinPackage(l *lens, c *engine.Choice) {
	if m.packIndex(c, true) >= 0 {
		return
	}
	if m.nPacks == len(m.packs) {
		m.nPacks--
	}
	t := m.scoreChoice(l, c)
	t.Content = m.B.TermsContent(&c.Package)
	m.packs[m.nPacks] = t.Option
	m.nPacks++
}

func (m *Mind) joinWay(l *lens, c *engine.Choice) {
	if m.wayIndex(c, true) < 0 {
		m.way(l, c)
	}
}

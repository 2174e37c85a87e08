package policy

import "backchannel/engine"

// tally adds up a score and remembers its two weightiest reasons.
type tally struct {
	total int64
	plain bool // the score alone is wanted
	why   [2]engine.Reason
	con   [2]engine.Reason // the two that weighed most against it
}

func (t *tally) add(kind engine.ReasonKind, issue int8, amount int64) {
	t.total += amount
	if !t.plain {
		t.note(engine.Reason{Kind: kind, Issue: issue, Amount: amount})
	}
}

func (t *tally) note(r engine.Reason) {
	weightiest(&t.why, r)
	if r.Amount < 0 {
		weightiest(&t.con, r)
	}
}

// weightiest puts a reason among two, if it weighs more than one of them.
func weightiest(among *[2]engine.Reason, r engine.Reason) {
	size := abs(r.Amount)
	switch {
	case size > abs(among[0].Amount):
		among[1], among[0] = among[0], r
	case size > abs(among[1].Amount):
		among[1] = r
	}
}

// addRung adds what a rung is worth, as a gain or as a loss.
func (t *tally) addRung(issue int8, amount int64) {
	kind := engine.BecauseGain
	if amount < 0 {
		kind = engine.BecauseLoss
	}
	t.add(kind, issue, amount)
}

func abs(x int64) int64 { return max(x, -x) }

// rungWorth is what going from today's rung to another is worth to oneself: by
// value and care, and by what one's goals say of the issue.
func (m *Mind) rungWorth(l *lens, issue int8, from, to int8) int64 {
	c := &m.memo.worth[issue][to]
	if c.round != m.memo.round {
		*c = cell{m.memo.round, m.weighRung(l, issue, from, to)}
	}
	return c.value
}

func (m *Mind) weighRung(l *lens, issue int8, from, to int8) int64 {
	t, ty := &m.B.Theory.Worth, &m.B.Type
	steps := int64(ty.Values[issue][to] - ty.Values[issue][from])
	return steps*t.Care[l.cares[issue]]*t.Rung/1000 + m.goalRung(l, issue, to) + m.flowWorth(l, issue, from, to)
}

// flowWorth is what the flows bring that depend on a rung: within the theory's
// horizon so many more or fewer go and arrive, press on Washington and take from
// the pressure to leave.
func (m *Mind) flowWorth(l *lens, issue int8, from, to int8) int64 {
	sum := int64(0)
	for k := range m.B.Flows {
		at := &m.O.Foresight.Flows[k][issue]
		if at.Known && (at.Target[from] != at.Target[to] || at.Fill[from] != at.Fill[to]) {
			sum += m.weighFlow(l, k, at, to) - m.weighFlow(l, k, at, from)
		}
	}
	return sum
}

func (m *Mind) weighFlow(l *lens, flow int, at *engine.FlowAt, rung int8) int64 {
	f, t := &m.B.Flows[flow], &m.B.Theory.Surge
	kind := &m.B.Theory.Flows[f.Kind]
	rate := at.Target[rung]
	people := rate * t.Horizon * t.Doubt / 1000 // in thousandths
	sum := int64(0)
	if f.Willing > 0 {
		people = min(people, f.Willing)
		exit := m.O.Q[engine.QExit] * kind.Relief / 1000 * (people / engine.Point) / (f.Willing / engine.Point)
		sum += m.quantityWorth(l, engine.QExit, -exit)
	}
	if kind.Press && t.Flood > 0 {
		level := min(rate*100/t.Flood, 100*engine.Point)
		sum += m.quantityWorth(l, engine.QSurge, (level-m.O.Q[engine.QSurge])*t.Doubt/1000)
	}
	for i := range f.Fills {
		to := &f.Fills[i]
		if !to.Also && int8(i) != at.Fill[rung] {
			continue
		}
		sum += m.quantityWorth(l, to.Counter, people)
		burden := people / engine.Point * t.Burden[to.Burden] / 1000
		sum += m.quantityWorth(l, engine.QStandingW, -burden)
	}
	if f.Lost >= 0 {
		sum += m.quantityWorth(l, f.Lost, people/engine.Point*kind.Tolls[f.Toll]/10)
	}
	return sum
}

// goalRung is what moving an issue to a rung brings towards the goals.
func (m *Mind) goalRung(l *lens, issue, to int8) int64 {
	sum := int64(0)
	for k := 0; k < l.nGoals; k++ {
		g := &l.goals[k]
		for p := range g.goal.Parts {
			part := &g.goal.Parts[p]
			if bit := partBit(g, p); part.Test != nil && m.O.Foresight.Reads[issue]&bit != 0 && (m.O.Foresight.Rungs[issue][to]^m.O.Tests)&bit != 0 {
				sum += m.turned(g, p)
			}
			if part.Test != nil || part.Issue != issue {
				continue
			}
			now, open := engine.Milli(m.O.Rungs[issue])*engine.Point, engine.Milli(m.O.OpenRung[issue])*engine.Point
			lo, hi := engine.Milli(m.O.LoRung[issue])*engine.Point, engine.Milli(m.O.HiRung[issue])*engine.Point
			top := engine.Milli(len(m.B.Issues[issue].Rungs)-1) * engine.Point
			sum += m.partGain(g, part, now, engine.Milli(to)*engine.Point, lo, hi, open, top)
		}
	}
	return sum
}

func partBit(g *weighted, part int) uint16 { return 1 << (int(g.index)*engine.MaxParts + part) }

// turned is the score gained or lost when a condition among the goals turns.
func (m *Mind) turned(g *weighted, part int) int64 {
	p, bit := &g.goal.Parts[part], partBit(g, part)
	full := 100 * g.share / int64(len(g.goal.Parts))
	switch holds := m.O.Tests&bit != 0; {
	case p.Keep && m.O.Failed&bit != 0:
		return 0 // lost already
	case holds:
		return -full
	case p.Keep:
		return full
	default:
		return full * m.urgency() / 1000
	}
}

// urgency is the share of what reaching a goal is worth that counts today: what
// can still be had later is not pressing, at the end it is now or never (Roth,
// Murnighan and Schoumaker 1988 on deadlines).
func (m *Mind) urgency() int64 {
	early := m.B.Theory.Choice.Early
	gone, all := int64(m.O.Elapsed), int64(m.O.Span)
	return early + (1000-early)*gone/max(all, 1)
}

// turns is what a change brings that would turn some conditions of the goals.
func (m *Mind) turns(l *lens, bits uint16) int64 {
	if bits == 0 {
		return 0
	}
	sum := int64(0)
	for k := 0; k < l.nGoals; k++ {
		g := &l.goals[k]
		for p := range g.goal.Parts {
			if bits&partBit(g, p) != 0 {
				sum += m.turned(g, p)
			}
		}
	}
	return sum
}

// partGain is the score that a part of a goal gains when what it reads goes
// from now to then.
func (m *Mind) partGain(g *weighted, part *engine.GoalPart, now, then, lo, hi, open, top engine.Milli) int64 {
	var before, after int64
	if part.Keep {
		before = engine.KeepShare(open, part.Level, lo, hi, top)
		after = engine.KeepShare(open, part.Level, min(lo, then), max(hi, then), top)
	} else {
		before, after = engine.ReachShare(open, part.Level, now), engine.ReachShare(open, part.Level, then)
	}
	gain := (after - before) * 100 * g.share / 1000 / int64(len(g.goal.Parts))
	if !part.Keep {
		gain = gain * m.urgency() / 1000
	}
	return gain
}

// quantityWorth is what a change of a quantity is worth: as a means, and by
// what the goals say of it.
func (m *Mind) quantityWorth(l *lens, q int16, amount engine.Milli) int64 {
	worth := l.means[q] * amount / engine.Point
	if q == engine.QStories && amount > 0 {
		worth += m.turns(l, m.O.Foresight.Story)
	}
	if !l.aims[q] || !m.O.Known[q] {
		return worth
	}
	for k := 0; k < l.nGoals; k++ {
		g := &l.goals[k]
		for p := range g.goal.Parts {
			part := &g.goal.Parts[p]
			if part.Test != nil || part.Quantity != q || part.Issue >= 0 {
				continue
			}
			now := m.O.Q[q]
			top := 100 * engine.Point
			if m.B.Quantities[q].Counter {
				top = max(2*part.Level, 2*m.O.Open[q], 10*engine.Point)
			}
			worth += m.partGain(g, part, now, max(now+amount, 0), m.O.Lo[q], m.O.Hi[q], m.O.Open[q], top)
		}
	}
	return worth
}

// beyond is what lies past the furthest rung to which one's type will go.
func (m *Mind) beyond(issue, from, to int8) int64 {
	past := engine.Concedes(m.B.Side, m.B.Type.Furthest[issue], to)
	if past <= 0 || engine.Concedes(m.B.Side, from, to) <= 0 {
		return 0
	}
	return past * m.B.Theory.Worth.Beyond
}

// home is homeCost by a channel, answered or not: kept, since many packages share
// their gifts.
func (m *Mind) home(l *lens, issue, to, channel int8, answered bool) int64 {
	k := 0
	if answered {
		k = 1
	}
	c := &m.memo.homes[issue][to][k][channel+1]
	if c.round != m.memo.round {
		*c = cell{m.memo.round, m.homeCost(l, issue, m.O.Rungs[issue], to, channel < 0, answered, m.leak(l, channel))}
	}
	return c.value
}

// homeCost is what conceding a rung is taken to cost at home, as score; odds
// is the share of the public price that will be paid, in thousandths.
func (m *Mind) homeCost(l *lens, issue, from, to int8, public bool, answered bool, leak int64) int64 {
	rungs := engine.Concedes(m.B.Side, from, to)
	if rungs <= 0 {
		return 0
	}
	h := &m.B.Theory.Home
	loss := m.B.Minding[issue]
	public = public || m.B.Issues[issue].Visible
	pub, ans := 0, 0
	if public {
		pub = 1
	}
	if answered {
		ans = 1
	}
	cost := loss * rungs * h.Audience / 16 * m.O.Exposure[pub][ans] / 1000
	if !public {
		cost = cost*h.Secret/1000 + cost*h.Debt/1000*h.Surcharge/1000*leak/1000
	}
	s := int(m.B.Side)
	worth := m.quantityWorth(l, int16(engine.QStandingW+s), -cost)
	return worth + l.means[engine.QHawksW+s]*cost*h.Anger/1000/engine.Point
}

// theirs is what a rung is believed to be worth to the other side: its care
// as believed, along the ladder towards its own end, less what lies past the
// furthest rung that it is believed to accept.
func (m *Mind) theirs(l *lens, issue, from, to int8) int64 {
	c := &m.memo.their[issue][to]
	if c.round != m.memo.round {
		*c = cell{m.memo.round, m.guessTheirs(l, issue, from, to)}
	}
	return c.value
}

func (m *Mind) guessTheirs(l *lens, issue, from, to int8) int64 {
	b, t := &l.beliefs[issue], &m.B.Theory.Worth
	other := m.B.Side.Other()
	n := int64(len(m.B.Issues[issue].Rungs) - 1)
	concedes := engine.Concedes(other, from, to)
	best := b.Best
	if best < 0 { // its own end
		best = int8(n) * int8(other)
	}
	worth := int64(gap(from, best)-gap(to, best)) * 4 * careOf(t, b.Care) * t.Rung / 1000 / max(n, 1)
	if past := engine.Concedes(other, b.Furthest, to); past > 0 && concedes > 0 {
		worth -= past * t.Beyond
	}
	return worth
}

// careOf is the weight of a believed care, between the theory's steps.
func careOf(t *engine.TheoryWorth, care int16) int64 {
	step := care / 1000
	if step >= 4 {
		return t.Care[4]
	}
	return t.Care[step] + (t.Care[step+1]-t.Care[step])*int64(care%1000)/1000
}

// promised says whether a term would be a promise rather than done at once.
func (m *Mind) promised(t engine.Term, official bool) bool {
	is := &m.B.Issues[t.Issue]
	need := is.Needs(t.Rung)
	law := m.O.Laws&(1<<t.Issue) != 0
	return !official || is.Days > 0 || law || need.Congress || need.Third != ""
}

// official says whether what a side sends by a channel can bind it.
func (m *Mind) official(channel int8, from engine.Side) bool {
	return channel < 0 || m.O.Channels[channel].Official[from]
}

// loose is the wariness of grand terms that somebody without authority carries.
func (m *Mind) loose(p *engine.Package, official bool) int64 {
	if official || !m.grand(p) {
		return 0
	}
	return m.B.Theory.Belief.Unofficial
}

// reserve is the worth below which a side accepts nothing: it falls as the
// stalemate hurts, given a way out, which is somebody who carries the offer
// (Zartman 1985), and rises with distrust
// where much is at stake.
func reserve(t *engine.TheoryBelief, hurt, trust engine.Milli, patience int8, grand, carried bool) int64 {
	r := t.Reserve + int64(patience)*t.Patience
	if over := hurt - 40*engine.Point; over > 0 {
		pull := t.Hurt * over / (10 * engine.Point)
		if !carried {
			pull = pull * t.WayOut / 1000
		}
		r -= pull
	}
	if under := 50*engine.Point - trust; grand && under > 0 {
		r += t.Mistrust * under / (10 * engine.Point)
	}
	return r
}

// credited is what a promise is worth to one who believes a share of it, in
// thousandths: every rung must be believed for itself, so that great promises
// are believed least (Osgood 1962).
func credited(worth, share int64, rungs int8) int64 {
	for ; rungs > 0; rungs-- {
		worth = worth * share / 1000
	}
	return worth
}

// believed is the share of a mere promise of one rung that is believed.
func believed(t *engine.TheoryBelief, trust engine.Milli) int64 {
	return t.Distrust + (1000-t.Distrust)*trust/(100*engine.Point)
}

// hurt is how much the stalemate hurts a side, as far as one sees.
func (m *Mind) hurt(side engine.Side) engine.Milli {
	h := m.O.Q[engine.QTension]
	if side == engine.Havana {
		return max(h, m.O.Q[engine.QHardship])
	}
	return max(h, m.O.Q[engine.QSurge])
}

// grand says whether a package asks for something that is not small and
// technical. What is only given does not make it so: a gift is no risk.
func (m *Mind) grand(p *engine.Package) bool {
	for k := int8(0); k < p.NAsk; k++ {
		if m.B.Issues[p.Ask[k].Issue].Grand {
			return true
		}
	}
	return false
}

// isGift says whether a package asks nothing of its receiver: neither a demand
// nor a step on a ladder that both must move.
func (m *Mind) isGift(p *engine.Package) bool {
	for k := int8(0); k < p.NGive; k++ {
		if m.mutual(p.Give[k].Issue) {
			return false
		}
	}
	return p.NAsk == 0
}

package engine

// WhyNot is why a choice is not legal.
type WhyNot uint8

// The reasons for which a choice can be refused.
const (
	Legal WhyNot = iota
	NotYours
	NoCapital
	WindowShut // the move's own condition
	AlreadyDone
	TooSoon
	ChannelShut
	ChannelSmall
	NotThere   // the rung or order is already so
	NotMovable // nobody asked can move it
	NothingAsked
	SameTwice
	NotWaiting
	BoxFull
	Unfit // answers nothing, or not this
)

// Price is what a choice costs, in units of capital.
func (m *Model) Price(c *Choice) int64 {
	t := &m.Theory.Capital.Prices
	switch {
	case c.Kind == Probe:
		return t.Probe
	case c.Kind == Offer:
		return t.Package(&c.Package)
	case c.Move >= 0:
		return int64(m.Moves[c.Move].Price)
	}
	return 0
}

// Package is what offering a package costs.
func (p *PriceMap) Package(of *Package) int64 {
	extra := int64(of.NGive+of.NAsk) - 2
	return p.Offer + max(extra, 0)*p.Term
}

// WhyNot says whether a side may make a choice now.
func (w *World) WhyNot(side Side, c *Choice) WhyNot {
	if c.Kind == Hold {
		return Legal
	}
	if c.Kind == Answer || c.Kind == Promise {
		return w.whyNotAnswer(side, c)
	}
	why := w.whyNotFree(side, c)
	if why == Legal && !w.rich() && w.M.Price(c)*Point > w.S.Q[QCapitalW+int(side)] {
		return NoCapital
	}
	return why
}

// whyNotFree is WhyNot for a side that need not look at the price.
func (w *World) whyNotFree(side Side, c *Choice) WhyNot {
	if c.Move >= 0 {
		return w.whyNotMove(side, &w.M.Moves[c.Move], int(c.Move))
	}
	if c.Kind != Probe && c.Kind != Offer {
		return Unfit
	}
	if why := w.whyNotChannel(c); why != Legal {
		return why
	}
	if w.freeItem() == nil {
		return BoxFull
	}
	if c.Kind == Probe {
		if c.Channel < 0 || c.Issue < 0 || int(c.Issue) >= len(w.M.Issues) {
			return Unfit
		}
		return w.asksAgain(side, c.Issue)
	}
	return w.whyNotPackage(side, &c.Package)
}

// asksAgain refuses a question while the same one is under way.
func (w *World) asksAgain(side Side, issue int8) WhyNot {
	for k := range w.S.Items {
		if it := &w.S.Items[k]; it.Status != NoItem && it.Kind == Probe && it.From == side && it.Issue == issue {
			return AlreadyDone
		}
	}
	return Legal
}

func (w *World) whyNotMove(side Side, m *Move, index int) WhyNot {
	s := &w.S
	switch {
	case m.Side != side:
		return NotYours
	case m.Once && s.Done[index] > 0:
		return AlreadyDone
	case m.Rung >= 0 && s.Rungs[m.Issue] == m.Rung:
		return NotThere
	case w.forbidden(side, m):
		return NotMovable
	case m.Rung >= 0 && m.Kind == Gesture && Concedes(side, s.Rungs[m.Issue], m.Rung) <= 0:
		return NotThere
	case m.Rung >= 0 && m.Kind == Pressure && Concedes(side, s.Rungs[m.Issue], m.Rung) >= 0:
		return NotThere
	case m.Order >= 0 && s.Orders[m.Order].Running == m.Run:
		return NotThere
	case m.Kind == Open && m.Channel >= 0 && s.Channels[m.Channel].Status != Closed:
		return NotThere
	case m.Kind == Close && m.Channel >= 0 && s.Channels[m.Channel].Status != Opened:
		return NotThere
	case s.Done[index] > 0 && s.Day-s.LastDone[index] < max(Day(m.Every), 1):
		return TooSoon
	case m.When != nil && !m.When.True(s):
		return WindowShut
	}
	return Legal
}

func (w *World) whyNotChannel(c *Choice) WhyNot {
	if c.Channel < 0 {
		return Legal
	}
	if int(c.Channel) >= len(w.M.Channels) {
		return Unfit
	}
	ch := &w.M.Channels[c.Channel]
	if w.S.Channels[c.Channel].Status != Opened || ch.When != nil && !ch.When.True(&w.S) {
		return ChannelShut
	}
	if c.Kind == Offer && (c.Package.NGive > ch.Carries || c.Package.NAsk > ch.Carries) {
		return ChannelSmall
	}
	return Legal
}

func (w *World) whyNotPackage(side Side, p *Package) WhyNot {
	if p.NAsk <= 0 && p.NGive <= 0 || p.NAsk > MaxTerms || p.NGive > MaxTerms || p.NAsk < 0 || p.NGive < 0 {
		return NothingAsked
	}
	seen := uint32(0)
	for k := int8(0); k < p.NGive; k++ {
		if why := w.whyNotTerm(side, p.Give[k], &seen, true); why != Legal {
			return why
		}
	}
	for k := int8(0); k < p.NAsk; k++ {
		if why := w.whyNotTerm(side.Other(), p.Ask[k], &seen, false); why != Legal {
			return why
		}
	}
	return Legal
}

// whyNotTerm: the giver must be able to move the issue, and towards the other.
func (w *World) whyNotTerm(giver Side, t Term, seen *uint32, give bool) WhyNot {
	if t.Issue < 0 || int(t.Issue) >= len(w.M.Issues) || t.Rung < 0 || int(t.Rung) >= len(w.M.Issues[t.Issue].Rungs) || give && t.Fee {
		return Unfit
	}
	is := &w.M.Issues[t.Issue]
	if *seen&(1<<t.Issue) != 0 {
		return SameTwice
	}
	*seen |= 1 << t.Issue
	if !is.MovedBy[giver] {
		return NotMovable
	}
	if t.Rung == w.S.Rungs[t.Issue] || w.pledged(giver, t) {
		return NotThere
	}
	if !is.MovedBy[giver.Other()] && Concedes(giver, w.S.Rungs[t.Issue], t.Rung) < 0 {
		return NotMovable
	}
	return Legal
}

// pledged says whether a term has been promised already: it cannot be sold twice.
func (w *World) pledged(giver Side, t Term) bool {
	for k := range w.S.Pledges {
		if p := &w.S.Pledges[k]; p.Serial != 0 && p.Debtor == giver && p.Issue == t.Issue && p.Rung == t.Rung {
			return true
		}
	}
	return false
}

func (w *World) whyNotAnswer(side Side, c *Choice) WhyNot {
	if c.Kind == Promise {
		if c.Answer != Keep && c.Answer != Delay && c.Answer != Deny {
			return Unfit
		}
		p := w.pledge(c.Item)
		if p == nil || p.Debtor != side || p.Due >= w.S.Next {
			return NotWaiting
		}
		if c.Answer == Delay && p.Delays >= 2 {
			return AlreadyDone
		}
		return Legal
	}
	it := w.item(c.Item)
	if it == nil || it.Status != Waiting || it.From == side {
		return NotWaiting
	}
	switch c.Answer {
	case Refuse, Silence:
		return Legal
	case Accept:
		if it.Kind == Offer && w.Vetoed(side, &it.Heard) >= 0 {
			return WindowShut
		}
		return Legal
	case Counter:
		if it.Kind != Offer {
			return Unfit
		}
		counter := Choice{Kind: Offer, Move: -1, Channel: it.Channel, Package: c.Package}
		if why := w.whyNotChannel(&counter); why != Legal {
			return why
		}
		return w.whyNotPackage(side, &c.Package)
	}
	return Unfit
}

func (w *World) item(serial int32) *Item {
	for k := range w.S.Items {
		if it := &w.S.Items[k]; it.Status != NoItem && it.Serial == serial {
			return it
		}
	}
	return nil
}

func (w *World) pledge(serial int32) *Pledge {
	for k := range w.S.Pledges {
		if p := &w.S.Pledges[k]; p.Serial != 0 && p.Serial == serial {
			return p
		}
	}
	return nil
}

// make carries out an authored move.
func (w *World) make(side Side, index int, slot slotKey) {
	m := &w.M.Moves[index]
	s := &w.S
	s.Done[index]++
	s.LastDone[index] = s.Day
	w.Seen.Mark(Mechanism(m.Kind))
	cause := Cause{Rule: RuleMove, Side: side, Index: int16(index)}
	known := only(side)
	if m.Public || m.Kind == Gesture || m.Kind == Open && m.Channel >= 0 || m.Kind == ThirdParty || m.Kind == Cover {
		known = both
	}
	w.news(News{Kind: NewsMove, To: known, Side: side, Index: int16(index), Count: s.Done[index]})
	switch {
	case m.Kind == Gesture && m.Rung >= 0:
		w.gesture(side, m, cause)
	case m.Kind == Pressure && m.Rung >= 0:
		w.press(side, m, cause)
	case m.Kind == Pressure:
		w.pressOther(side, m, 1000)
	}
	if m.Order >= 0 {
		w.command(int(m.Order), m.Run, slot)
	}
	if m.Channel >= 0 && m.Kind == Open {
		w.setChannel(int(m.Channel), Opened)
	}
	if m.Channel >= 0 && m.Kind == Close {
		w.setChannel(int(m.Channel), Closed)
	}
	if m.Kind == Pressure && m.Rung >= 0 && side == Washington {
		w.withhold(m, cause)
	} else {
		w.apply(m.Effects, cause)
	}
	if m.Reveals >= 0 {
		w.reveal(int(m.Reveals), side.Other())
	}
	if m.Exposes {
		w.expose(cause)
	}
	w.redLines(side)
}

// gesture moves a rung towards the other side and lets it judge: by what the
// rung is worth to it, by how far it trusts, and by what it cost (Osgood 1962;
// Kydd 2005; Fearon 1997).
func (w *World) gesture(side Side, m *Move, cause Cause) {
	t := &w.M.Theory.Trust
	other := side.Other()
	from := w.S.Rungs[m.Issue]
	worth := w.step(other, int(m.Issue), from, m.Rung) // steps × thousandths
	w.setRung(int(m.Issue), m.Rung, cause)
	w.news(News{Kind: NewsRung, To: both, Side: side, Index: int16(m.Issue), From: from, At: m.Rung})
	owed := w.S.Q[QOwedW+int(side)]
	cost := w.bear(concession{side: side, issue: int(m.Issue), from: from, to: m.Rung, public: m.Public, answered: owed > 0})
	if worth <= 0 {
		return
	}
	gain := t.Gesture*worth/1000 + cost*t.Costly/1000
	believed := t.Floor + (1000-t.Floor)*w.S.Q[QTrustW+int(other)]/(100*Point)
	c := Cause{Rule: RuleGesture, Side: side, Index: int16(m.Issue), Input: worth}
	w.add(QTrustW+int(other), gain*believed/1000, c)
	w.add(QTension, -w.M.Theory.Pressure.Relief*worth/1000, c)
	if owed > 0 {
		c.Rule = RuleReciprocity
		w.add(QTrustW+int(other), gain*t.Matched/1000, c)
		w.add(QOwedW+int(side), -owed, c)
		return
	}
	w.add(QOwedW+int(other), gain*t.Owed/1000, c)
	w.S.OwedSince[other] = w.S.Day
}

// press moves a rung away from the other side.
func (w *World) press(side Side, m *Move, cause Cause) {
	from := w.S.Rungs[m.Issue]
	loss := -w.step(side.Other(), int(m.Issue), from, m.Rung)
	w.setRung(int(m.Issue), m.Rung, cause)
	w.takesBack(side, int(m.Issue), m.Rung, Cause{Side: side, Index: int16(m.Issue)})
	w.news(News{Kind: NewsRung, To: both, Side: side, Index: int16(m.Issue), From: from, At: m.Rung})
	w.pressOther(side, m, max(loss, 0))
}

// pressOther is what every pressure does: tension, distrust, the other's hard
// men, one's own applause, and the patron drawn closer (Jervis 1976).
func (w *World) pressOther(side Side, m *Move, loss int64) {
	t := &w.M.Theory
	other := side.Other()
	c := Cause{Rule: RulePressed, Side: side, Index: int16(m.Issue), Input: loss}
	w.add(QTension, t.Pressure.Tension*loss/1000, c)
	w.add(QTrustW+int(other), -t.Trust.Pressure*loss/1000, c)
	w.add(QHawksW+int(other), t.Pressure.Hawks*loss/1000, c)
	if m.Public {
		w.add(QPressureW+int(side), t.Pressure.Fresh, c)
		w.add(QStandingW+int(side), t.Pressure.Pleased*w.S.Q[QHawksW+int(side)]/(100*Point), c)
	}
	if side == Washington {
		c.Rule = RulePatron
		w.add(QPatron, w.closer(t.Pressure.Patron*loss/1000), c)
	}
}

// command starts or recalls a standing order; the agency may be late.
func (w *World) command(order int, run bool, slot slotKey) {
	o := &w.M.Orders[order]
	t := &w.M.Theory.Promises
	if !run && w.chance(slot, contentAgency, t.Agency[o.Autonomy]) {
		w.S.Orders[order].Ends = w.S.Day + Day(t.AgencyDays)
		w.Seen.Mark(MechAgency)
		return
	}
	w.runOrder(order, run)
}

func (w *World) reveal(order int, to Side) {
	k := &w.S.Orders[order].Known
	k[Washington], k[Havana] = true, true
	w.news(News{Kind: NewsRevealed, To: both, Side: to, Index: int16(order)})
}

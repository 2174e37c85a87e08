package engine

// send puts an offer or a question on its way: it may be late, arrive
// changed, or leak, each a draw of its own.
func (w *World) send(side Side, c Choice, slot slotKey, counters bool) {
	it := w.freeItem()
	if it == nil {
		return
	}
	t := &w.M.Theory
	w.S.Serial++
	*it = Item{Serial: w.S.Serial, Status: Going, Kind: Offer, From: side, Channel: c.Channel, Issue: -1, Sent: w.S.Day,
		Package: c.Package, Heard: c.Package, Counters: counters}
	if c.Kind == Probe {
		it.Kind, it.Issue = Probe, c.Issue
		it.Package, it.Heard = Package{}, Package{}
	}
	w.S.Asked[side]++
	it.Arrives = w.S.Day
	open := int64(c.Package.Open)
	if open == 0 {
		open = t.Choice.Window
	}
	if c.Channel >= 0 {
		w.carry(it, slot)
	} else if it.Kind == Offer {
		w.add(QPressureW+int(side), t.Pressure.Fresh/2, Cause{Rule: RulePressed, Side: side})
		w.sayAloud(side, &it.Package)
	}
	it.Lapses = it.Arrives + Day(open)
	w.news(News{Kind: NewsSent, To: only(side), Side: side, Item: *it})
}

// sayAloud makes a side pay at home for a concession that it has offered in
// the open, whatever becomes of it.
func (w *World) sayAloud(side Side, p *Package) {
	for k := int8(0); k < p.NGive; k++ {
		g := p.Give[k]
		cost := w.AudienceCost(side, int(g.Issue), w.S.Rungs[g.Issue], g.Rung, true, false)
		w.add(QStandingW+int(side), -cost*w.M.Theory.Home.Aloud/1000, Cause{Rule: RuleAudience, Side: side, Index: int16(g.Issue), Input: cost})
	}
}

func (w *World) freeItem() *Item {
	for k := range w.S.Items {
		if w.S.Items[k].Status == NoItem {
			return &w.S.Items[k]
		}
	}
	return nil
}

func (w *World) carry(it *Item, slot slotKey) {
	t, ch, cs := &w.M.Theory.Messages, &w.M.Channels[it.Channel], &w.S.Channels[it.Channel]
	cs.LastUse = w.S.Day
	cs.Exchanges++
	if t.Warm > 0 && int64(cs.Exchanges)%t.Warm == 0 && cs.Warmth < 4 {
		cs.Warmth++
	}
	if !w.rich() { // the record itself dates what was answered
		it.Arrives += Day(ch.Delay)
	}
	if w.chance(slot, contentLate, t.Late[ch.Fidelity]) {
		it.Arrives += Day(t.LateDays)
		w.Seen.Mark(MechLate)
	}
	if it.Kind == Offer {
		w.distort(it, slot, t.Distort[ch.Fidelity])
	}
	if w.chance(slot, contentLeak, w.leakOdds(int(it.Channel), it.From)) {
		it.Leaked = true
	}
}

// LeakOdds is how likely a message of a side by a channel leaks, in thousandths.
func (w *World) leakOdds(channel int, side Side) int64 {
	t := &w.M.Theory.Messages
	odds := t.Leak[w.M.Channels[channel].Leaks]
	if odds == 0 {
		return 0
	}
	return max(odds+t.Hawks*(w.S.Q[QHawksW+int(side)]-50*Point)/(10*Point), odds/2)
}

// distort changes what arrives: a demand heard as an entry fee, a rung off,
// or what was given in return lost.
func (w *World) distort(it *Item, slot slotKey, odds int64) {
	if !w.chance(slot, contentDistort, odds) {
		return
	}
	w.Seen.Mark(MechDistorted)
	it.Changed = true
	h := &it.Heard
	switch {
	case h.NAsk > 0 && !h.Ask[0].Fee && w.chance(slot, contentHeardFee, 400):
		h.Ask[0].Fee = true
	case h.NGive > 0 && w.chance(slot, contentLost, 400):
		h.NGive--
		h.Give[h.NGive] = Term{}
	case h.NAsk > 0:
		w.offByOne(&h.Ask[0], it.From)
	default:
		w.offByOne(&h.Give[0], it.From)
	}
}

// offByOne hears a term one rung nearer to what its sender would like.
func (w *World) offByOne(t *Term, from Side) {
	top := int8(len(w.M.Issues[t.Issue].Rungs) - 1)
	if from == Washington {
		t.Rung = max(t.Rung-1, 0)
	} else {
		t.Rung = min(t.Rung+1, top)
	}
}

// deliver brings in what has arrived for a side by the end of this turn, and
// lets leaks come out.
func (w *World) deliver(to Side) {
	for k := range w.S.Items {
		it := &w.S.Items[k]
		if it.Status != Going || it.From == to || it.Arrives >= w.S.Next {
			continue
		}
		it.Status = Waiting
		w.news(News{Kind: NewsArrived, To: only(to), Day: w.S.Day, Side: it.From, Item: *it})
		if it.Leaked {
			w.leak(int(it.Channel))
		}
	}
}

// overtake ends offers of which one half, all that is given or all that is asked,
// has been done or promised since: nobody pays for what he has.
func (w *World) overtake() {
	for k := range w.S.Items {
		it := &w.S.Items[k]
		if it.Status != Waiting || it.Kind != Offer || !w.moot(it) {
			continue
		}
		w.news(News{Kind: NewsMoot, To: both, Side: it.From, Item: *it})
		it.Status = NoItem
	}
}

func (w *World) moot(it *Item) bool {
	p := &it.Heard
	gives, asks := int8(0), int8(0)
	for k := int8(0); k < p.NGive; k++ {
		if w.S.Rungs[p.Give[k].Issue] == p.Give[k].Rung || w.pledged(it.From, p.Give[k]) {
			gives++
		}
	}
	for k := int8(0); k < p.NAsk; k++ {
		if w.S.Rungs[p.Ask[k].Issue] == p.Ask[k].Rung || w.pledged(it.From.Other(), p.Ask[k]) {
			asks++
		}
	}
	return gives == p.NGive && p.NGive > 0 || asks == p.NAsk && p.NAsk > 0
}

// lapse ends what nobody answered in time.
func (w *World) lapse() {
	for k := range w.S.Items {
		it := &w.S.Items[k]
		if it.Status != Waiting || it.Lapses >= w.S.Next {
			continue
		}
		w.add(QTrustW+int(it.From), -w.M.Theory.Trust.Silence, Cause{Rule: RuleSilence, Side: it.From.Other()})
		w.news(News{Kind: NewsLapsed, To: both, Side: it.From.Other(), Item: *it})
		it.Status = NoItem
	}
}

// leak makes a channel's traffic known: debts fall due, trust falls, the
// channel may burn.
func (w *World) leak(channel int) {
	t, ch := &w.M.Theory, &w.M.Channels[channel]
	w.Seen.Mark(MechLeak)
	w.news(News{Kind: NewsLeak, To: both, Index: int16(channel)})
	c := Cause{Rule: RuleLeak, Index: int16(channel)}
	if ch.Line {
		w.expose(c)
	}
	w.add(QTrustW, -t.Trust.Leaked, c)
	w.add(QTrustH, -t.Trust.Leaked, c)
	slot := w.slot(Washington, StageLeak, uint8(channel))
	if w.chance(slot, contentBurn, t.Messages.Burn) {
		w.setChannel(channel, Burned)
	}
}

// expose makes the line itself known: a story names it, and both sides pay.
func (w *World) expose(c Cause) {
	w.add(QStories, Point, c)
	w.payDebt(Washington)
	w.payDebt(Havana)
	cost := w.M.Theory.Messages.LeakCost
	w.add(QStandingW, -cost*w.exposure(Washington, true, false)/1000, c)
	w.add(QHawksW, cost, c)
	w.add(QHawksH, cost, c)
	w.add(QStandingH, -cost/2, c)
}

// answer is what a side says to an item that waits for it.
func (w *World) answer(side Side, it *Item, c Choice, slot slotKey, why [2]Reason) {
	day := w.S.Day
	if w.phase == phaseSecond { // the sender reads it next turn
		day = max(day, it.Arrives)
	}
	w.news(News{Day: day, Kind: NewsAnswer, To: both, Side: side, Item: *it, Answer: c.Answer, Reasons: why})
	switch c.Answer {
	case Silence:
		return
	case Accept:
		w.learn(it.From, it, true)
		if it.Kind == Probe {
			w.frank(side, it)
		} else {
			w.accept(it)
		}
	case Refuse:
		if it.Kind == Offer {
			w.S.Refused[side]++
			rebuff := w.M.Theory.Home.Rebuff
			if it.Channel < 0 {
				rebuff = rebuff * w.M.Theory.Choice.Loud / 1000
			}
			w.add(QHawksW+int(it.From), rebuff, Cause{Rule: RuleRebuff, Side: it.From, Index: int16(it.Package.Subject())})
			w.learn(it.From, it, false)
		} else {
			w.aside(it)
		}
	case Counter:
		w.Seen.Mark(MechCounter)
		w.learn(it.From, it, false)
		w.send(side, Choice{Kind: Offer, Move: -1, Issue: -1, Channel: it.Channel, Package: c.Package}, slot, true)
	}
	w.feesHurt(side, it)
	it.Status = NoItem
}

// feesHurt: an entry fee costs trust whatever is answered.
func (w *World) feesHurt(side Side, it *Item) {
	for k := int8(0); k < it.Heard.NAsk; k++ {
		if it.Heard.Ask[k].Fee {
			w.add(QTrustW+int(side), -w.M.Theory.Trust.Fee, Cause{Rule: RuleFee, Side: side, Index: int16(it.Heard.Ask[k].Issue)})
		}
	}
}

// frank is an answer to a question: it tells what the side would really do.
func (w *World) frank(side Side, it *Item) {
	asker := it.From
	b := &w.S.Beliefs[asker][it.Issue]
	ty := &w.M.Sides[side].Types[w.S.Type[side]]
	b.Care = int16(w.care(side, int(it.Issue))) * 1000
	b.Furthest, b.Best = ty.Furthest[it.Issue], BestRung(ty.Values[it.Issue][:len(w.M.Issues[it.Issue].Rungs)])
	b.Confidence = 3
	c := Cause{Rule: RuleAnswer, Side: side, Index: int16(it.Issue)}
	w.add(QTrustW+int(asker), w.M.Theory.Trust.Frank, c)
}

// BestRung is the rung of the highest value, the lowest such rung of equals.
func BestRung(values []int8) int8 {
	best := 0
	for k, v := range values {
		if v > values[best] {
			best = k
		}
	}
	return int8(best)
}

// aside is a question turned aside: that too tells something, a little.
func (w *World) aside(it *Item) {
	b := &w.S.Beliefs[it.From][it.Issue]
	b.Care = min(b.Care+int16(w.M.Theory.Belief.Step/2), 4000)
	b.Confidence = max(b.Confidence, min(b.Confidence+1, 2))
}

// learn changes a side's beliefs by how its offer was answered: what was
// taken is acceptable, what was refused lies too far or matters more.
func (w *World) learn(side Side, it *Item, taken bool) {
	p := &it.Package
	for k := int8(0); k < p.NGive && taken; k++ { // what both must move was agreed to as well
		if g := p.Give[k]; w.M.Issues[g.Issue].MovedBy[side.Other()] {
			b := &w.S.Beliefs[side][g.Issue]
			if Concedes(side.Other(), b.Furthest, g.Rung) > 0 {
				b.Furthest = g.Rung
			}
		}
	}
	for k := int8(0); k < p.NAsk; k++ {
		issue, rung := p.Ask[k].Issue, p.Ask[k].Rung
		w.S.Rebuffs[side][issue] = Rebuff{}
		if !taken {
			w.S.Rebuffs[side][issue] = Rebuff{w.S.Day, rung}
		}
		b := &w.S.Beliefs[side][issue]
		if taken {
			if Concedes(side.Other(), b.Furthest, rung) > 0 {
				b.Furthest = rung
			}
			b.Confidence = min(b.Confidence+1, 3)
			continue
		}
		step := w.M.Theory.Belief.Step / int64(1+b.Confidence)
		b.Care = min(b.Care+int16(step/int64(p.NAsk)), 4000)
		if Concedes(side.Other(), rung, b.Furthest) >= 0 && b.Confidence < 3 {
			b.Furthest = w.nearer(side.Other(), issue, rung)
		}
	}
}

// nearer is one rung nearer to a side's own end of a ladder.
func (w *World) nearer(side Side, issue, rung int8) int8 {
	if side == Washington {
		return max(rung-1, 0)
	}
	return min(rung+1, int8(len(w.M.Issues[issue].Rungs)-1))
}

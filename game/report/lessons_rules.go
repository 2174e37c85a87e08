package report

import (
	"slices"

	"backchannel/engine"
	"backchannel/game/desk"
)

// hostile: pressure raised a tension that was high, and the side that was pressed still
// answered a message within weeks.
func hostile(p *Play) *lesson {
	pressed := p.entries(func(e *engine.Entry) bool {
		return !e.Rung && e.Index == engine.QTension && e.Amount >= leastPoints/2 && e.Cause.Rule == engine.RulePressed
	})
	slices.SortStableFunc(pressed, func(a, b *engine.Entry) int { return int(b.Amount - a.Amount) })
	for _, e := range pressed {
		for _, kind := range []engine.AnswerKind{engine.Accept, engine.Counter} {
			for _, n := range p.answers(kind, false) {
				if n.Side == e.Cause.Side.Other() && n.Day > e.Day && n.Day <= e.Day+soon && valueOn(p.Game.W, engine.QTension, e.Day) >= 50*engine.Point {
					return &lesson{title: "lesson.hostile", here: "lesson.hostile_here", with: []any{"Side", p.r.SideName(n.Side), "Count", int(n.Day - e.Day)}, evidence: []evidence{p.line(e), p.heard(n)}}
				}
			}
		}
	}
	return nil
}

// home: what was made of concessions at home cost a side its standing, or
// stopped an offer.
func home(p *Play) *lesson {
	costs := p.entries(func(e *engine.Entry) bool {
		return standing(e) && e.Amount < 0 && (e.Cause.Rule == engine.RuleAudience || e.Cause.Rule == engine.RuleDebt)
	})
	sum := engine.Milli(0)
	for _, e := range costs {
		sum -= e.Amount
	}
	if sum < leastHome {
		return nil
	}
	l := &lesson{title: "lesson.home", here: "lesson.home_here", with: []any{"N", desk.Points(sum)}, evidence: p.weightiest(costs, 3)}
	for _, n := range p.answers(engine.Refuse, true) {
		if because(n, engine.BecauseHome, engine.BecauseRedLine) {
			l.evidence = append(l.evidence, p.heard(n))
			break
		}
	}
	return l
}

// system: Havana refused what touched its system or its allies, and settled
// something concrete.
func system(p *Play) *lesson {
	asks := func(n *engine.News) bool {
		for _, t := range n.Item.Heard.Ask[:n.Item.Heard.NAsk] {
			if is := &p.Model.Issues[t.Issue]; is.Grand || is.ThirdLand {
				return true
			}
		}
		return false
	}
	var refused, settled []evidence
	for _, n := range p.answers(engine.Refuse, true) {
		if n.Side == engine.Havana && asks(n) {
			refused = append(refused, p.heard(n))
		}
	}
	for _, e := range p.entries(func(e *engine.Entry) bool {
		return e.Rung && (e.Cause.Rule == engine.RuleDeal || e.Cause.Rule == engine.RulePromise) && e.Cause.Side == engine.Havana &&
			!p.Model.Issues[e.Index].Grand && !p.Model.Issues[e.Index].ThirdLand
	}) {
		settled = append(settled, p.line(e))
	}
	if len(refused) == 0 || len(settled) == 0 {
		return nil
	}
	return &lesson{title: "lesson.system", here: "lesson.system_here", with: []any{"Side", p.r.SideName(engine.Havana)}, evidence: append(refused[:min(2, len(refused))], settled[:min(2, len(settled))]...)}
}

// fees: a demand put before all talk cost trust, and was refused.
func fees(p *Play) *lesson {
	lines := p.entries(func(e *engine.Entry) bool { return trust(e) && e.Cause.Rule == engine.RuleFee && e.Amount < 0 })
	refused := p.news(engine.NewsAnswer, func(n *engine.News) bool {
		h := &n.Item.Heard
		return n.Answer == engine.Refuse && slices.ContainsFunc(h.Ask[:h.NAsk], func(t engine.Term) bool { return t.Fee })
	})
	if len(lines) == 0 || len(refused) == 0 {
		return nil
	}
	l := &lesson{title: "lesson.fee", here: "lesson.fee_here", with: []any{"Count", len(refused)}, evidence: p.weightiest(lines, 2)}
	for _, n := range refused[:min(2, len(refused))] {
		l.evidence = append(l.evidence, p.heard(n))
	}
	return l
}

// gestures: one that nobody answered cost its maker at home.
func gestures(p *Play) *lesson {
	lines := p.entries(func(e *engine.Entry) bool {
		return standing(e) && e.Cause.Rule == engine.RuleSlight && e.Amount <= -leastPoints/2
	})
	if len(lines) == 0 {
		return nil
	}
	l := &lesson{title: "lesson.gesture", here: "lesson.gesture_here", evidence: p.weightiest(lines, 2)}
	made := p.entries(func(e *engine.Entry) bool {
		return trust(e) && e.Cause.Rule == engine.RuleGesture && e.Day < lines[0].Day
	})
	if len(made) > 0 {
		l.evidence = append(l.evidence, p.line(made[len(made)-1]))
	}
	return l
}

// carriedOn: one agreement built trust, and another followed.
func carriedOn(p *Play) *lesson {
	deals := p.deals()
	if len(deals) < 2 || deals[len(deals)-1].Day == deals[0].Day {
		return nil
	}
	from, to := deals[0], deals[len(deals)-1]
	built := p.entries(func(e *engine.Entry) bool {
		return trust(e) && e.Amount > 0 && e.Day >= from.Day && e.Day <= to.Day && (e.Cause.Rule == engine.RuleAnswer || e.Cause.Rule == engine.RulePromise || e.Cause.Rule == engine.RuleReciprocity)
	})
	if len(built) == 0 {
		return nil
	}
	sum := engine.Milli(0)
	for _, e := range built {
		sum += e.Amount
	}
	return &lesson{title: "lesson.carried", here: "lesson.carried_here", with: []any{"N", desk.Points(sum), "Count", len(deals)}, evidence: append(p.weightiest(built, 2), p.agreed(from), p.agreed(to))}
}

// dropped: after an agreement nobody sent anything more.
func dropped(p *Play) *lesson {
	deals := p.deals()
	if len(deals) == 0 {
		return nil
	}
	last := deals[len(deals)-1]
	sent := p.news(engine.NewsSent, func(n *engine.News) bool { return n.Day > last.Day })
	if len(sent) > 0 || p.Model.Cut.Last-last.Day < silentAfter {
		return nil
	}
	return &lesson{title: "lesson.dropped", here: "lesson.dropped_here", with: []any{"Count", int(p.Model.Cut.Last - last.Day)}, evidence: []evidence{p.agreed(last)}}
}

// agreed quotes an agreement by the ladders that it moved or will move.
func (p *Play) agreed(n *engine.News) evidence {
	return evidence{n.Day, p.say("report.agreed", "By", p.r.By(n.Item.Channel)), capital(p.r.Sentence(&n.Item.Heard, n.Item.From))}
}

// unofficial says whether a message of a side by a channel cannot bind it.
func (p *Play) unofficial(it *engine.Item) bool {
	if it.Channel < 0 {
		return false
	}
	ch := &p.Model.Channels[it.Channel]
	return !ch.Authority[it.From] && ch.AuthorityWhen[it.From] == nil
}

// official: somebody without authority carried the first word, and one with
// authority the first agreement; or an offer failed because nobody with authority said it.
func official(p *Play) *lesson {
	first := p.news(engine.NewsArrived, func(n *engine.News) bool { return true })
	for _, n := range p.answers(engine.Refuse, true) {
		if because(n, engine.BecauseUnofficial) {
			return &lesson{title: "lesson.official", here: "lesson.official_here", evidence: []evidence{p.heard(n)}}
		}
	}
	if len(first) == 0 || !p.unofficial(&first[0].Item) {
		return nil
	}
	deals := p.deals()
	if len(deals) == 0 || p.unofficial(&deals[0].Item) {
		return nil
	}
	it := &first[0].Item
	opened := evidence{first[0].Day, p.say("report.first_word", "Side", p.r.SideName(it.From), "By", p.r.By(it.Channel)), capital(p.r.Subject(it))}
	return &lesson{title: "lesson.official", here: "lesson.official_here", evidence: []evidence{opened, p.agreed(deals[0])}}
}

// stalled: messages were left unanswered, and that cost trust.
func stalled(p *Play) *lesson {
	lines := p.entries(func(e *engine.Entry) bool { return trust(e) && e.Cause.Rule == engine.RuleSilence && e.Amount < 0 })
	if len(lines) < 2 {
		return nil
	}
	sum := engine.Milli(0)
	for _, e := range lines {
		sum -= e.Amount
	}
	return &lesson{title: "lesson.stall", here: "lesson.stall_here", with: []any{"Count", len(lines), "N", desk.Points(sum)}, evidence: p.weightiest(lines, 3)}
}

// bold: one package of three terms or more was accepted.
func bold(p *Play) *lesson {
	for _, n := range p.deals() {
		if h := &n.Item.Heard; h.NGive+h.NAsk >= 3 {
			return &lesson{title: "lesson.bold", here: "lesson.bold_here", with: []any{"Count", int(h.NGive + h.NAsk)}, evidence: []evidence{p.agreed(n)}}
		}
	}
	return nil
}

// apart says whether a line of the ledger moved the two sides apart.
func apart(e *engine.Entry) bool {
	if e.Rung {
		return false
	}
	switch e.Index {
	case engine.QTension, engine.QHawksW, engine.QHawksH:
		return e.Amount >= leastPoints
	case engine.QTrustW, engine.QTrustH, engine.QCongress:
		return e.Amount <= -leastPoints
	}
	return false
}

// third: a third country moved something between the two, or stopped an offer.
func third(p *Play) *lesson {
	lines := p.entries(func(e *engine.Entry) bool {
		return e.Cause.Rule == engine.RuleEvent && p.Model.Events[e.Cause.Index].Third != "" && apart(e)
	})
	l := &lesson{title: "lesson.third", here: "lesson.third_here", evidence: p.weightiest(lines, 3)}
	for _, n := range p.answers(engine.Refuse, true) {
		if because(n, engine.BecauseLink) {
			l.evidence = append(l.evidence, p.heard(n))
			break
		}
	}
	return l
}

// spoilers are the theory's kinds of event by which somebody who has no seat
// at the table strikes at it.
var spoilers = []string{"raid", "provocation", "hijack", "hostage", "retaliation"}

// provoked: such a strike raised the tension or cost trust.
func provoked(p *Play) *lesson {
	lines := p.entries(func(e *engine.Entry) bool {
		if e.Rung || e.Cause.Rule != engine.RuleEvent {
			return false
		}
		ev := &p.Model.Events[e.Cause.Index]
		if ev.Class != engine.Stochastic || ev.Kind < 0 || !slices.Contains(spoilers, p.Model.Theory.Hazards[ev.Kind].Name) {
			return false
		}
		return e.Index == engine.QTension && e.Amount >= leastPoints || trust(e) && e.Amount <= -leastPoints
	})
	days := map[engine.Day]bool{}
	for _, e := range lines {
		days[e.Day] = true
	}
	return &lesson{title: "lesson.provoked", here: "lesson.provoked_here", with: []any{"Count", len(days)}, evidence: p.weightiest(lines, 3)}
}

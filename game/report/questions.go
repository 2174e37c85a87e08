package report

import (
	"backchannel/engine"
)

// Most questions of each kind.
const mostAsked = 2

// questions are for discussion; each is about something that happened in this
// play: a turning point, an offer that was refused or left lying, what was
// done out of sight.
func (p *Play) questions() []block {
	b := block{Numbered: true}
	ask := func(s string) { b.Items = append(b.Items, item{Text: s}) }
	for _, t := range p.weightiestTurning() {
		ask(p.say("report.ask_turning", "Date", t.Date, "Head", t.Head, "Changes", p.r.List(t.Sub)))
	}
	for _, s := range p.askRefused() {
		ask(s)
	}
	for _, s := range p.askLapsed() {
		ask(s)
	}
	if u := p.debrief.Unseen; len(u) > 0 {
		ask(p.say("report.ask_unseen", "What", u[0]))
	}
	m := p.Model
	historical := m.Headline.Outcomes[m.Headline.Historical].Title
	if p.outcome() == int(m.Headline.Historical) {
		ask(p.say("report.ask_same", "Title", historical))
	} else {
		ask(p.say("report.ask_other", "Yours", p.debrief.Title, "Title", historical))
	}
	ask(p.say("report.ask_rival"))
	return []block{note(p.say("report.questions_note")), b}
}

// weightiestTurning are the turning points that are asked about: the first and
// the last in time.
func (p *Play) weightiestTurning() (out []item) {
	all := p.debrief.Turning
	if len(all) == 0 {
		return nil
	}
	out = append(out, item{Date: all[0].Date, Head: all[0].Cause, Sub: all[0].Changes})
	if n := len(all) - 1; n > 0 {
		out = append(out, item{Date: all[n].Date, Head: all[n].Cause, Sub: all[n].Changes})
	}
	return out
}

// askRefused asks about offers that were refused, by the other side and by
// oneself.
func (p *Play) askRefused() (out []string) {
	var count [2]int
	for _, n := range p.answers(engine.Refuse, true) {
		key := "report.ask_refused"
		if n.Side == p.side() {
			key = "report.ask_refused_mine"
		}
		if count[n.Side]++; count[n.Side] > mostAsked {
			continue
		}
		out = append(out, p.say(key, "Date", p.r.Day(n.Day), "Side", p.r.SideName(p.side().Other()),
			"Sentence", p.r.Sentence(&n.Item.Heard, n.Item.From), "Reasons", p.r.Reasons(n.Reasons, false)))
	}
	return out
}

// askLapsed asks about the first message that the person left unanswered.
func (p *Play) askLapsed() []string {
	for _, n := range p.news(engine.NewsLapsed, func(n *engine.News) bool { return n.Side == p.side() }) {
		return []string{p.say("report.ask_lapsed", "Date", p.r.Day(n.Day), "Side", p.r.SideName(n.Item.From), "Issue", p.r.Subject(&n.Item))}
	}
	return nil
}

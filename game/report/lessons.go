package report

import (
	"slices"

	"backchannel/engine"
)

// A lesson is one that historians draw and that this play-through bears out:
// its mechanism worked in the ledger, and the evidence says when, by what
// cause, and how much.
type lesson struct {
	title    string // keys of the catalogue
	here     string
	with     []any // of its sentence
	evidence []evidence
}

// evidence is a line of the ledger, or a piece of news, as it is quoted.
type evidence struct {
	day           engine.Day
	cause, amount string
}

// lessonRules are the conditions, each on the ledger of this play.
var lessonRules = [...]func(*Play) *lesson{
	hostile, home, system, fees, gestures, carriedOn, dropped, official, stalled, bold, third, provoked,
}

// Least amounts that a lesson may rest on.
const (
	leastPoints = engine.Point     // of a single line
	leastHome   = 3 * engine.Point // of what home cost in all
	soon        = 45               // days in which an answer to pressure still counts as one
	silentAfter = 28               // days without a message after which nobody carried on
)

func (p *Play) lessons() (out []lesson) {
	for _, rule := range lessonRules {
		if l := rule(p); l != nil && len(l.evidence) > 0 {
			slices.SortStableFunc(l.evidence, func(a, b evidence) int { return int(a.day - b.day) })
			out = append(out, *l)
		}
	}
	return out
}

// lessonBlocks are the lessons as the page shows them.
func (p *Play) lessonBlocks() []block {
	found := p.lessons()
	if len(found) == 0 {
		return []block{text(p.say("report.no_lessons"))}
	}
	out := []block{note(p.say("report.lessons_note"))}
	for _, l := range found {
		t := &table{Caption: p.say("report.evidence"), Head: []string{p.say("report.when"), p.say("report.cause"), p.say("report.amount")}}
		for _, e := range l.evidence {
			t.Rows = append(t.Rows, []string{p.r.Day(e.day), e.cause, e.amount})
		}
		out = append(out, block{Heading: p.say(l.title)}, text(p.say(l.here, l.with...)), block{Table: t})
	}
	return out
}

// line quotes a line of the ledger.
func (p *Play) line(e *engine.Entry) evidence {
	cause := p.r.Cause(e.Cause)
	if who := p.redLine(e); who != "" {
		cause = p.say("report.red_line", "Who", who)
	}
	if c := e.Cause; c.Rule == engine.RulePressed && c.Index >= 0 {
		cause = p.say("report.pressed", "Side", p.r.SideName(c.Side), "Issue", p.r.Issue(int8(c.Index)))
	}
	return evidence{e.Day, capital(cause), capital(p.r.EntryText(e))}
}

// redLine is the constituency whose red line made a line of the ledger, if
// one did: its place stands where an issue's stands otherwise.
func (p *Play) redLine(e *engine.Entry) string {
	if e.Cause.Rule != engine.RuleAudience {
		return ""
	}
	for k := range p.Game.W.Audit.News {
		n := &p.Game.W.Audit.News[k]
		if n.Kind != engine.NewsRedLine || n.Side != e.Cause.Side || n.Index != e.Cause.Index || n.Day != e.Day {
			continue
		}
		who := &p.Model.Sides[n.Side].Constituencies[n.Index]
		if e.Cause.Input == int64(who.Influence)*p.Model.Theory.Home.Audience/2 {
			return who.Name
		}
	}
	return ""
}

// heard quotes an answer to a message.
func (p *Play) heard(n *engine.News) evidence {
	keys := map[engine.AnswerKind]string{engine.Accept: "report.accepted", engine.Refuse: "report.refused", engine.Counter: "report.countered"}
	e := evidence{day: n.Day, cause: p.say(keys[n.Answer], "Side", p.r.SideName(n.Side), "Issue", p.r.Subject(&n.Item), "By", p.r.By(n.Item.Channel))}
	e.amount = p.r.Reasons(n.Reasons, n.Answer == engine.Accept)
	if e.amount == "" {
		e.amount = p.say("report.tension_then", "N", valueOn(p.Game.W, engine.QTension, n.Day)/engine.Point)
	}
	return e
}

// entries are the lines of the ledger that fit.
func (p *Play) entries(fits func(*engine.Entry) bool) (out []*engine.Entry) {
	for k := range p.Game.W.Audit.Ledger {
		if e := &p.Game.W.Audit.Ledger[k]; fits(e) {
			out = append(out, e)
		}
	}
	return out
}

// news is what happened, of one kind.
func (p *Play) news(kind engine.NewsKind, fits func(*engine.News) bool) (out []*engine.News) {
	for k := range p.Game.W.Audit.News {
		if n := &p.Game.W.Audit.News[k]; n.Kind == kind && fits(n) {
			out = append(out, n)
		}
	}
	return out
}

// answers are the answers of a kind to offers, or to any message.
func (p *Play) answers(kind engine.AnswerKind, offers bool) []*engine.News {
	return p.news(engine.NewsAnswer, func(n *engine.News) bool {
		return n.Answer == kind && (!offers || n.Item.Kind == engine.Offer)
	})
}

func (p *Play) deals() []*engine.News {
	return p.news(engine.NewsDeal, func(*engine.News) bool { return true })
}

// weightiest are the n lines that changed most.
func (p *Play) weightiest(lines []*engine.Entry, n int) (out []evidence) {
	lines = slices.Clone(lines)
	slices.SortStableFunc(lines, func(a, b *engine.Entry) int { return int(size(b.Amount) - size(a.Amount)) })
	for _, e := range lines[:min(n, len(lines))] {
		out = append(out, p.line(e))
	}
	return out
}

func size(m engine.Milli) engine.Milli { return max(m, -m) }

// because says whether an answer gave one of some reasons, against it.
func because(n *engine.News, kinds ...engine.ReasonKind) bool {
	return slices.ContainsFunc(n.Reasons[:], func(r engine.Reason) bool { return r.Amount < 0 && slices.Contains(kinds, r.Kind) })
}

func standing(e *engine.Entry) bool {
	return !e.Rung && (e.Index == engine.QStandingW || e.Index == engine.QStandingH)
}

func trust(e *engine.Entry) bool {
	return !e.Rung && (e.Index == engine.QTrustW || e.Index == engine.QTrustH)
}

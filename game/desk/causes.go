package desk

import "backchannel/engine"

// WhyLine is one cause of a change, with what it added or took.
type WhyLine struct {
	Rule   string // in files
	Text   string
	Amount engine.Milli
}

var causeKeys = [engine.RuleCount]string{
	engine.RuleOpening: "cause.opening", engine.RuleMove: "cause.move", engine.RuleOrder: "cause.order", engine.RuleEvent: "cause.event",
	engine.RuleDeal: "cause.deal", engine.RuleAudience: "cause.audience_mine", engine.RuleDebt: "cause.debt",
	engine.RuleVictory: "cause.victory", engine.RuleGesture: "cause.gesture", engine.RuleReciprocity: "cause.reciprocity",
	engine.RuleSlight: "cause.slight", engine.RulePressed: "cause.pressed", engine.RulePatron: "cause.patron",
	engine.RuleAnswer: "cause.answer", engine.RuleSilence: "cause.silence", engine.RuleFee: "cause.fee", engine.RuleLeak: "cause.leak",
	engine.RulePromise: "cause.promise", engine.RuleDrift: "cause.drift", engine.RuleRest: "cause.rest",
	engine.RuleIncome: "cause.income", engine.RulePrice: "cause.price", engine.RuleBelief: "cause.belief",
	engine.RuleLeader: "cause.leader", engine.RuleReads: "cause.reads", engine.RuleRebuff: "cause.rebuff",
	engine.RuleFlow: "cause.flow", engine.RuleOwn: "cause.own", engine.RuleRedLine: "cause.red_line",
	engine.RuleReplaced: "cause.replaced",
}

// Cause is a cause in words. What the person's side cannot know stays unsaid
// until the game is over.
func (r *Reader) Cause(c engine.Cause) string {
	what := r.causeWhat(c)
	if what == "" && (c.Rule == engine.RuleMove || c.Rule == engine.RuleEvent || c.Rule == engine.RuleOrder) {
		return r.C.T("cause.unseen")
	}
	key := causeKeys[c.Rule]
	if what == "" && (c.Rule == engine.RuleOwn || c.Rule == engine.RuleFlow) {
		key = causeKeys[engine.RuleRest]
	}
	if c.Rule == engine.RuleAudience && c.Side != r.side {
		key = "cause.audience_theirs"
	}
	return r.C.T(key, "What", what, "Issue", r.causeIssue(c), "Place", r.other(), "Channel", r.channel(int8(c.Index)))
}

// causeWhat is the title of the move, order or event behind a change, "" where
// it is hidden.
func (r *Reader) causeWhat(c engine.Cause) string {
	all := r.G.Over
	switch c.Rule {
	case engine.RuleMove:
		if all || c.Side == r.side || r.told(engine.NewsMove, c.Index) {
			return trimDot(r.M.Moves[c.Index].Title)
		}
	case engine.RuleEvent:
		if all || r.told(engine.NewsEvent, c.Index) {
			return r.Article(r.M.Events[c.Index].Title)
		}
	case engine.RuleRedLine:
		return r.M.Sides[c.Side].Constituencies[c.Index].Name
	case engine.RuleFlow:
		if f := &r.M.Flows[c.Index]; all || f.SeenBy[r.side] {
			return r.Article(f.Title)
		}
	case engine.RuleOwn:
		if from := r.M.Rules[c.Index].From; from >= 0 {
			return r.QuantityTitle(int(from))
		}
	case engine.RuleOrder:
		if all || r.M.Orders[c.Index].Side == r.side || r.G.W.S.Orders[c.Index].Known[r.side] {
			return r.Article(r.M.Orders[c.Index].Title)
		}
	}
	return ""
}

// told says whether the person's side has ever had that news.
func (r *Reader) told(kind engine.NewsKind, index int16) bool {
	for k := range r.G.W.Audit.News {
		if n := &r.G.W.Audit.News[k]; n.Kind == kind && n.Index == index && n.To[r.side] {
			return true
		}
	}
	return false
}

func (r *Reader) causeIssue(c engine.Cause) string {
	switch c.Rule {
	case engine.RuleDeal, engine.RuleAudience, engine.RuleVictory, engine.RuleGesture, engine.RuleReciprocity, engine.RuleFee, engine.RulePromise, engine.RuleRebuff:
		return r.issue(int8(c.Index))
	}
	return ""
}

// whyLines are the causes of a quantity's change since the last commit, the
// same cause once, the weightiest first.
func (r *Reader) whyLines(q int) []WhyLine {
	var out []WhyLine
	ledger := r.G.W.Audit.Ledger
	for k := min(r.mark, len(ledger)); k < len(ledger); k++ {
		e := &ledger[k]
		if e.Rung || int(e.Index) != q {
			continue
		}
		out = addLine(out, WhyLine{engine.RuleNames[e.Cause.Rule], r.Cause(e.Cause), e.Amount})
	}
	for i := 1; i < len(out); i++ {
		for j := i; j > 0 && size(out[j].Amount) > size(out[j-1].Amount); j-- {
			out[j], out[j-1] = out[j-1], out[j]
		}
	}
	return out
}

func addLine(lines []WhyLine, l WhyLine) []WhyLine {
	for k := range lines {
		if lines[k].Text == l.Text {
			lines[k].Amount += l.Amount
			return lines
		}
	}
	return append(lines, l)
}

func size(m engine.Milli) engine.Milli { return max(m, -m) }

func trimDot(s string) string {
	for len(s) > 0 && s[len(s)-1] == '.' {
		s = s[:len(s)-1]
	}
	return s
}

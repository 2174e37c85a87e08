package desk

import (
	"slices"
	"strings"

	"backchannel/engine"
	"backchannel/engine/play"
)

// Costs is what a choice may cost: if it stays secret, and if it leaks.
func (r *Reader) Costs(c *engine.Choice) (secret, leaked string) {
	switch {
	case c.Move >= 0:
		mv := &r.M.Moves[c.Move]
		return r.ifSecret(strings.TrimSpace(r.breaks(mv) + " " + r.effectsText(c) + " " + mv.IfSecret)), r.ifLeaked(mv.IfLeaked)
	case c.Kind == engine.Probe:
		return r.ifSecret(r.C.T("cost.ask_secret", "Side", r.other())), r.ifLeaked(r.lineCost(c.Channel))
	case c.Kind == engine.Offer:
		return r.offerCosts(c)
	}
	return "", ""
}

// breaks warns of a move that goes back on what one's own side has agreed.
func (r *Reader) breaks(mv *engine.Move) string {
	back := func(issue int, rung int8) bool {
		a := r.G.Observe().Agreed[issue]
		return a.Day != 0 && a.By == r.side && engine.Concedes(r.side, a.Rung, rung) < 0
	}
	if mv.Kind == engine.Pressure && mv.Rung >= 0 && back(int(mv.Issue), mv.Rung) {
		return r.C.T("cost.breaks", "Issue", r.issue(mv.Issue))
	}
	for _, e := range mv.Effects {
		if e.Kind == engine.SetRung && back(int(e.Index), int8(e.Amount)) {
			return r.C.T("cost.breaks", "Issue", r.issue(int8(e.Index)))
		}
	}
	return ""
}

func (r *Reader) ifSecret(s string) string {
	if s == "" {
		return ""
	}
	return r.C.T("card.if_secret", "Text", s)
}

func (r *Reader) ifLeaked(s string) string {
	if s == "" {
		return ""
	}
	return r.C.T("card.if_leaked", "Text", s)
}

// lineCost is what a leak does to the channel itself.
func (r *Reader) lineCost(channel int8) string {
	if channel < 0 {
		return ""
	}
	if r.M.Channels[channel].Line {
		return r.C.T("cost.ask_line")
	}
	return upper(r.C.T("cost.ask_leaked", "Channel", r.channel(channel)))
}

func (r *Reader) offerCosts(c *engine.Choice) (secret, leaked string) {
	steps := r.ownSteps(c.Package.Give[:c.Package.NGive], c.Package.Ask[:c.Package.NAsk])
	if c.Channel < 0 {
		b := r.bill(steps, true, c.Package.NAsk > 0)
		if b.now == 0 {
			return r.ifSecret(r.forFree(&c.Package)), ""
		}
		return r.C.T("cost.gives_open", "All", r.points(b.now), "Who", b.who), ""
	}
	b := r.bill(steps, false, c.Package.NAsk > 0)
	if b.now+b.debt == 0 {
		return r.ifSecret(r.forFree(&c.Package)), r.ifLeaked(r.lineCost(c.Channel))
	}
	leaked = r.C.T("cost.gives_leaked", "All", r.points(b.now+b.debt*r.M.Theory.Home.Surcharge/1000))
	return r.ifSecret(r.billText(b)), r.ifLeaked(leaked)
}

// forFree is why an offer costs nothing at home.
func (r *Reader) forFree(p *engine.Package) string {
	if p.NGive > 0 {
		return r.C.T("cost.gives_free")
	}
	return r.C.T("cost.gives_nothing")
}

// ownSteps are the steps that one's own side takes: what it gives, and what it
// gets on ladders that both must move.
func (r *Reader) ownSteps(gives, gets []engine.Term) []engine.Term {
	out := append([]engine.Term(nil), gives...)
	for _, t := range gets {
		if r.M.Issues[t.Issue].MovedBy[r.side] {
			out = append(out, t)
		}
	}
	return out
}

// bill is what steps cost at home: standing now, and what waits for the day on
// which they are known.
type bill struct {
	now, debt engine.Milli
	who       string // who minds most
}

func (r *Reader) bill(steps []engine.Term, public, answered bool) bill {
	var b bill
	h := &r.M.Theory.Home
	top := int64(0)
	for _, t := range steps {
		from := r.G.W.S.Rungs[t.Issue]
		seen := public || r.M.Issues[t.Issue].Visible
		cost := r.G.W.AudienceCost(r.side, int(t.Issue), from, t.Rung, seen, answered)
		if seen {
			b.now += cost
		} else {
			b.now += cost * h.Secret / 1000
			b.debt += cost * h.Debt / 1000
		}
		if engine.Concedes(r.side, from, t.Rung) <= 0 {
			continue
		}
		for _, c := range r.M.Sides[r.side].Constituencies {
			if n := int64(c.Influence) * int64(c.Cares[t.Issue]); n > top {
				top, b.who = n, c.Name
			}
		}
	}
	return b
}

func (r *Reader) billText(b bill) string {
	if b.debt == 0 {
		return r.C.T("cost.gives_seen", "Now", r.points(b.now), "Who", b.who)
	}
	return r.C.T("cost.gives_secret", "Now", r.points(b.now), "Debt", r.points(b.debt), "Who", b.who)
}

func (r *Reader) points(m engine.Milli) string { return r.C.T("cost.points", "N", Points(m)) }

// EstimatesText is what the advisers expect: the first says what is asked, the
// others only how many in 100.
func (r *Reader) EstimatesText(es []play.Estimate, c *play.Card) []string {
	if len(es) > 0 && es[0].Odds < 0 {
		return r.counsel(es, c)
	}
	var out []string
	for k, e := range es {
		if k == 0 {
			out = append(out, r.Estimate(e, c))
			continue
		}
		key := "estimate.brief_leak"
		if c.Choice.Channel < 0 {
			key = "estimate.brief"
		}
		out = append(out, r.C.T(key, "Who", r.adviser(e.Adviser), "N", (e.Odds+5)/10, "Leak", (e.Leak+5)/10))
	}
	return out
}

// Estimate is what one adviser expects, in words and a number.
func (r *Reader) Estimate(e play.Estimate, c *play.Card) string {
	who := r.adviser(e.Adviser)
	key := "estimate.accept"
	if c.Choice.Kind == engine.Probe {
		key = "estimate.reply"
	}
	said := r.C.T(key, "Who", who, "N", (e.Odds+5)/10)
	if c.Choice.Channel < 0 {
		return said
	}
	return r.C.T("estimate.leak", "Said", said, "N", (e.Leak+5)/10)
}

// counsel is who would answer what, those of one mind together.
func (r *Reader) counsel(es []play.Estimate, c *play.Card) []string {
	var out []string
	for k, e := range es {
		if slices.ContainsFunc(es[:k], func(o play.Estimate) bool { return o.Answer == e.Answer }) {
			continue
		}
		var who []string
		for _, o := range es[k:] {
			if o.Answer == e.Answer {
				who = append(who, r.adviser(o.Adviser))
			}
		}
		out = append(out, r.wouldSay(r.list(who), e.Answer, c.Item.Kind == engine.Probe))
	}
	return out
}

var wouldKeys = map[engine.AnswerKind][2]string{
	engine.Accept: {"estimate.would_accept", "estimate.would_frank"}, engine.Refuse: {"estimate.would_refuse", "estimate.would_aside"},
	engine.Counter: {"estimate.would_counter", "estimate.would_counter"},
}

func (r *Reader) wouldSay(who string, a engine.AnswerKind, question bool) string {
	keys, ok := wouldKeys[a]
	switch {
	case !ok:
		return r.C.T("estimate.would_wait", "Who", who)
	case question:
		return r.C.T(keys[1], "Who", who)
	}
	return r.C.T(keys[0], "Who", who)
}

// Advisers says how each adviser's forecasts have done so far.
func (r *Reader) Advisers() []string {
	var out []string
	here := map[int]bool{}
	for _, k := range r.G.AtDesk() {
		here[k] = true
	}
	for k := range r.M.Sides[r.side].Advisers {
		n, brier := r.G.Record(k)
		if !here[k] && n == 0 {
			continue
		}
		out = append(out, r.adviserRecord(k, n, brier))
	}
	return out
}

func (r *Reader) adviserRecord(k, n int, brier int64) string {
	key := "estimate.record_none"
	switch {
	case n == 0:
	case brier < 120:
		key = "estimate.record_right"
	case brier < 200: // a coin's is 250
		key = "estimate.record_some"
	case brier <= 300:
		key = "estimate.record_even"
	default:
		key = "estimate.record_wrong"
	}
	a := &r.M.Sides[r.side].Advisers[k]
	miss := int64(0)
	for miss*miss < brier*10 {
		miss++
	}
	return r.C.T(key, "Who", a.Name, "Office", a.Office, "Count", n, "Miss", miss)
}

package desk

import "backchannel/engine"

// Sentence is an offer in words: what its giver would put, if the other did.
func (r *Reader) Sentence(p *engine.Package, giver engine.Side) string {
	gives, asks := r.terms(p.Give[:p.NGive]), r.terms(p.Ask[:p.NAsk])
	who, asked := r.SideName(giver), r.SideName(giver.Other())
	switch {
	case p.NGive == 0 && p.NAsk == 0:
		return r.C.T("offer.empty")
	case p.NAsk == 0:
		return r.C.T("offer.gives", "Giver", who, "Gives", gives)
	case p.NGive == 0:
		return r.C.T("offer.asks", "Giver", who, "Asked", asked, "Asks", asks)
	}
	s := r.C.T("offer.both", "Giver", who, "Gives", gives, "Asked", asked, "Asks", asks)
	if Words(s) > 46 {
		return r.C.T("offer.brief", "Giver", who, "Gives", r.rungs(p.Give[:p.NGive]), "Asked", asked, "Asks", r.rungs(p.Ask[:p.NAsk]))
	}
	return s
}

func (r *Reader) terms(ts []engine.Term) string {
	var out []string
	for _, t := range ts {
		key := "term.at"
		if t.Fee {
			key = "term.fee"
		}
		out = append(out, r.C.T(key, "Issue", r.issue(t.Issue), "Rung", r.rung(t.Issue, t.Rung)))
	}
	return r.list(out)
}

// rungs are the terms by their rungs alone, where words are short.
func (r *Reader) rungs(ts []engine.Term) string {
	var out []string
	for _, t := range ts {
		out = append(out, "“"+r.rung(t.Issue, t.Rung)+"”")
	}
	return r.list(out)
}

// issuesOf are the issues that a package names.
func (r *Reader) issuesOf(p *engine.Package) string {
	var out []string
	for _, ts := range [2][]engine.Term{p.Give[:p.NGive], p.Ask[:p.NAsk]} {
		for _, t := range ts {
			out = append(out, r.issue(t.Issue))
		}
	}
	return r.list(out)
}

// subject is what a message is about, in words.
func (r *Reader) subject(kind engine.Kind, issue int8, p *engine.Package) string {
	if kind == engine.Probe {
		return r.issue(issue)
	}
	if p.NAsk+p.NGive == 0 {
		return r.C.T("text.none")
	}
	return r.issue(p.Subject())
}

// item finds a message that lies on the desk.
func (r *Reader) item(serial int32) (engine.ItemView, bool) {
	o := r.G.Observe()
	for k := int8(0); k < o.NItems; k++ {
		if o.Items[k].Serial == serial {
			return o.Items[k], true
		}
	}
	for _, n := range r.G.W.Audit.News { // answered already in the plan
		if it := n.Item; it.Serial == serial && (it.From == r.side || n.To[r.side]) {
			v := engine.ItemView{Serial: serial, Kind: it.Kind, Mine: it.From == r.side, Channel: it.Channel, Issue: it.Issue, Lapses: it.Lapses, Package: it.Heard}
			return v, true
		}
	}
	return engine.ItemView{}, false
}

var planKeys = map[engine.AnswerKind][2]string{
	engine.Accept: {"plan.accept", "plan.frank"}, engine.Refuse: {"plan.refuse", "plan.aside"},
	engine.Silence: {"plan.silence", "plan.silence"},
}

var pledgeKeys = map[engine.AnswerKind]string{engine.Keep: "plan.keep", engine.Delay: "plan.delay", engine.Deny: "plan.deny"}

// ChoiceText is a choice in words, as the plan lists it.
func (r *Reader) ChoiceText(c engine.Choice) string {
	switch {
	case c.Kind == engine.Answer:
		return r.answerText(c)
	case c.Kind == engine.Promise:
		return r.C.T(pledgeKeys[c.Answer], "Issue", r.issue(r.pledgeIssue(c.Item)))
	case c.Move >= 0:
		return r.M.Moves[c.Move].Title
	case c.Kind == engine.Probe:
		return r.C.T("card.ask", "Side", r.other(), "Channel", r.channel(c.Channel), "Issue", r.issue(c.Issue))
	case c.Kind == engine.Offer:
		return r.C.T("card.offer", "By", r.by(c.Channel), "Sentence", r.Sentence(&c.Package, r.side))
	}
	return r.C.T("plan.hold")
}

func (r *Reader) answerText(c engine.Choice) string {
	if c.Answer == engine.Counter {
		return r.C.T("plan.counter", "Sentence", r.Sentence(&c.Package, r.side))
	}
	it, _ := r.item(c.Item)
	key := planKeys[c.Answer][0]
	if it.Kind == engine.Probe {
		key = planKeys[c.Answer][1]
	}
	return r.C.T(key, "Side", r.other(), "Issue", r.subject(it.Kind, it.Issue, &it.Package))
}

// pledgeIssue is the issue of a promise, also of one that the plan settles.
func (r *Reader) pledgeIssue(serial int32) int8 {
	for k := range r.G.W.S.Pledges {
		if p := &r.G.W.S.Pledges[k]; p.Serial == serial {
			return p.Issue
		}
	}
	for _, n := range r.G.W.Audit.News {
		if n.Pledge.Serial == serial {
			return n.Pledge.Issue
		}
	}
	return -1
}

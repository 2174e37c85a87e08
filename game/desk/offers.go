package desk

import (
	"strings"

	"backchannel/engine"
)

// Sentence is an offer in words: what its giver will do, if the other will do
// what is asked.
func (r *Reader) Sentence(p *engine.Package, giver engine.Side) string {
	gives, asks := r.deeds(p.Give[:p.NGive], giver), r.deeds(p.Ask[:p.NAsk], giver.Other())
	keys := [...]string{"offer.both", "offer.gives", "offer.asks"}
	if giver == r.side {
		keys = [...]string{"offer.both_mine", "offer.gives_mine", "offer.asks_mine"}
	}
	key := keys[0]
	switch {
	case p.NGive == 0 && p.NAsk == 0:
		return r.C.T("offer.empty")
	case p.NAsk == 0:
		key = keys[1]
	case p.NGive == 0:
		key = keys[2]
	}
	return r.C.T(key, "Side", r.other(), "Gives", gives, "Asks", asks)
}

// deed is what a side does to bring a rung about, as "free the Americans".
func (r *Reader) deed(i, rung int8, who engine.Side) string {
	rungs := r.M.Issues[i].Rungs
	return rungs[min(max(int(rung), 0), len(rungs)-1)].Deed[who]
}

// deeds are the terms as what a side would do.
func (r *Reader) deeds(ts []engine.Term, who engine.Side) string {
	var out []string
	for _, t := range ts {
		s := r.deed(t.Issue, t.Rung, who)
		if t.Fee {
			s = r.C.T("term.deed_fee", "Deed", s)
		}
		out = append(out, s)
	}
	return r.deedList(out)
}

// deedList joins deeds, which may hold an "and" of their own.
func (r *Reader) deedList(deeds []string) string {
	switch len(deeds) {
	case 0:
		return r.C.T("text.none")
	case 1:
		return deeds[0]
	}
	last := len(deeds) - 1
	return r.C.T("text.list_deeds", "Rest", strings.Join(deeds[:last], "; "), "Last", deeds[last])
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
		return r.C.T(pledgeKeys[c.Answer], "Deed", r.pledgeDeed(c.Item))
	case c.Move >= 0:
		return r.M.Moves[c.Move].Title
	case c.Kind == engine.Probe:
		key := "card.ask"
		if !r.M.Issues[c.Issue].MovedBy[r.side.Other()] {
			key = "card.ask_worth"
		}
		return r.C.T(key, "Side", r.other(), "Channel", r.channel(c.Channel), "Issue", r.issue(c.Issue))
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

// pledgeDeed is what was promised, also of a promise that the plan settles.
func (r *Reader) pledgeDeed(serial int32) string {
	for k := range r.G.W.S.Pledges {
		if p := &r.G.W.S.Pledges[k]; p.Serial == serial {
			return r.promised(p)
		}
	}
	for k := range r.G.W.Audit.News {
		if p := &r.G.W.Audit.News[k].Pledge; p.Serial == serial {
			return r.promised(p)
		}
	}
	return r.C.T("text.none")
}

// promised is a promise as what its debtor does.
func (r *Reader) promised(p *engine.Pledge) string { return r.deed(p.Issue, p.Rung, p.Debtor) }

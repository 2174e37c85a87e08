package desk

import "backchannel/engine"

// reasonKeys are the words for a reason that speaks for a choice, and for one
// that speaks against it. An empty key is not worth saying.
var reasonKeys = [engine.ReasonCount][2]string{
	engine.BecauseGain:       {"because.gain_up", "because.gain_down"},
	engine.BecauseLoss:       {"because.loss_up", "because.loss_down"},
	engine.BecauseTooFar:     {"", "because.toofar"},
	engine.BecauseHome:       {"because.home_up", "because.home_down"},
	engine.BecauseFee:        {"", "because.fee"},
	engine.BecausePressed:    {"", "because.pressed"},
	engine.BecauseDistrust:   {"", "because.distrust"},
	engine.BecauseGoal:       {"because.goal_up", "because.goal_down"},
	engine.BecauseHurt:       {"because.hurt", ""},
	engine.BecauseWary:       {"", "because.wary"},
	engine.BecauseLink:       {"", "because.link"},
	engine.BecauseRedLine:    {"", "because.redline"},
	engine.BecauseLeak:       {"", "because.leak_down"},
	engine.BecauseAsk:        {"because.ask", ""},
	engine.BecauseTrust:      {"because.trust_up", "because.trust_down"},
	engine.BecauseUnofficial: {"", "because.unofficial"},
	engine.BecauseFresh:      {"because.fresh", ""},
}

// ownKeys are the words for reasons in an adviser's mouth, where they differ.
var ownKeys = map[string]string{"because.gain_down": "urge.gain_down", "because.loss_up": "urge.loss_up", "because.loss_down": "urge.loss_down",
	"because.toofar": "urge.toofar", "because.home_down": "urge.home_down", "because.goal_up": "urge.goal_up",
	"because.goal_down": "urge.goal_down", "because.wary": "urge.wary", "because.distrust": "urge.distrust"}

// urging is why an adviser urges a card, as one sentence.
func (r *Reader) urging(why [2]engine.Reason) string {
	r.own = true
	defer func() { r.own = false }()
	for _, w := range why {
		if w.Amount > 0 && r.reason(w) != "" { // what only speaks against it is said by the costs
			return r.reasons(why, true)
		}
	}
	return ""
}

// reason is one reason in words, or nothing.
func (r *Reader) reason(why engine.Reason) string {
	down := 0
	if why.Amount < 0 {
		down = 1
	}
	key := reasonKeys[why.Kind][down]
	if key == "" {
		return ""
	}
	if why.Kind == engine.BecauseGain && why.Issue < 0 {
		key = "because.goal_up"
		if down == 1 {
			key = "because.goal_down"
		}
	}
	if why.Kind == engine.BecauseAsk && why.Issue < 0 {
		key = "because.ask_any"
	}
	if own, ok := ownKeys[key]; ok && r.own {
		key = own
	}
	return r.C.T(key, "Issue", r.issue(why.Issue))
}

// Why is why a side chose what it chose: what speaks for a deed, or against what
// was declined, put off or left alone.
func (r *Reader) Why(c engine.Choice, why [2]engine.Reason) string {
	forIt := c.Kind != engine.Hold
	if c.Kind == engine.Answer || c.Kind == engine.Promise {
		forIt = c.Answer == engine.Accept || c.Answer == engine.Counter || c.Answer == engine.Keep
	}
	return r.reasons(why, forIt)
}

// reasons are two reasons as one sentence; those that speak for the choice
// come first. forIt says whether the choice was made because of what is good
// in it (an acceptance, a move) or of what is bad (a refusal).
func (r *Reader) reasons(why [2]engine.Reason, forIt bool) string {
	if why[0].Kind == why[1].Kind && why[0].Issue >= 0 && why[1].Issue >= 0 && why[0].Issue != why[1].Issue && why[0].Amount > 0 == (why[1].Amount > 0) {
		if s := r.twice(why, forIt); s != "" {
			return s
		}
	}
	if a, b := why[0], why[1]; a.Issue >= 0 && a.Issue == b.Issue && a.Amount < 0 && b.Amount < 0 {
		why[1] = engine.Reason{} // the same objection twice
	}
	var pro, con []string
	for _, w := range why {
		s := r.reason(w)
		if s == "" || w.Kind == engine.BecauseMeans {
			continue
		}
		if w.Amount > 0 == forIt {
			pro = append(pro, s)
		} else {
			con = append(con, s)
		}
	}
	switch {
	case len(pro) >= 2 && pro[0] != pro[1]:
		return r.C.T("because.given_two", "First", pro[0], "Second", pro[1])
	case len(pro) >= 1 && len(con) == 1:
		return r.C.T("because.mixed", "First", pro[0], "Second", con[0])
	case len(pro) >= 1:
		return r.C.T("because.given", "First", pro[0])
	}
	return "" // what only speaks against a deed explains nothing
}

// twice is one reason that holds on two issues.
func (r *Reader) twice(why [2]engine.Reason, forIt bool) string {
	key := ""
	switch {
	case why[0].Kind == engine.BecauseGain && why[0].Amount > 0:
		key = "because.gain_both"
	case why[0].Kind == engine.BecauseLoss && why[0].Amount < 0:
		key = "because.loss_both"
	default:
		return ""
	}
	said := r.C.T(key, "First", r.issue(why[0].Issue), "Second", r.issue(why[1].Issue))
	if why[0].Amount > 0 == forIt {
		return r.C.T("because.given", "First", said)
	}
	return r.C.T("because.though", "First", said)
}

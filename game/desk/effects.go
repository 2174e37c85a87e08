package desk

import (
	"strings"

	"backchannel/engine"
)

// effectsText is what a move changes at once, and an order each month, as far as
// its maker can know: in few words, for a card.
func (r *Reader) effectsText(c *engine.Choice) string {
	if c.Move < 0 {
		return ""
	}
	mv := &r.M.Moves[c.Move]
	var out []string
	out = append(out, r.changes(mv.Effects)...)
	if mv.Kind == engine.Gesture && mv.Rung >= 0 {
		out = append(out, r.gestureText(mv)...)
	}
	if mv.Order >= 0 {
		if s := r.orderText(mv); s != "" {
			out = append(out, s)
		}
	}
	if len(out) == 0 {
		return ""
	}
	return upper(strings.Join(out, ", ")) + "."
}

// changes are effects on quantities, that always hold.
func (r *Reader) changes(effects []engine.Effect) []string {
	var out []string
	for k := range effects {
		e := &effects[k]
		if e.Kind != engine.AddQuantity || e.When != nil {
			continue
		}
		out = append(out, r.C.T("debrief.change", "Title", r.shortTitle(int(e.Index)), "Change", r.change(e.Amount)))
	}
	return out
}

// gestureText is what a step towards the other side costs at home.
func (r *Reader) gestureText(mv *engine.Move) []string {
	o := r.G.Observe()
	answered := o.Q[engine.QOwedW+int(r.side)] > 0
	b := r.bill([]engine.Term{{Issue: mv.Issue, Rung: mv.Rung}}, mv.Public, answered)
	var out []string
	if b.now > 0 {
		out = append(out, r.C.T("debrief.change", "Title", r.shortTitle(engine.QStandingW+int(r.side)), "Change", r.change(-b.now)))
	}
	if b.debt > 0 {
		out = append(out, r.C.T("effect.debt", "N", r.points(b.debt)))
	}
	return append(out, r.C.T("effect.trust"))
}

// orderText is what a standing order does each month, or no longer does.
func (r *Reader) orderText(mv *engine.Move) string {
	changes := r.changes(r.M.Orders[mv.Order].Effects)
	if len(changes) == 0 {
		return ""
	}
	key := "effect.monthly"
	if !mv.Run {
		key = "effect.ends"
	}
	return r.C.T(key, "List", strings.Join(changes, ", "))
}

// shortKeys are short names for what moves often.
var shortKeys = map[int]string{engine.QTension: "short.tension", engine.QCongress: "short.congress", engine.QPatron: "short.patron",
	engine.QHardship: "short.hardship", engine.QExit: "short.exit", engine.QStories: "short.stories"}

// shortTitle is a quantity's name on a card, seen from one's own side.
func (r *Reader) shortTitle(q int) string {
	if key, ok := shortKeys[q]; ok {
		return r.C.T(key)
	}
	mine, theirs := int(r.side), int(r.side.Other())
	switch q {
	case engine.QStandingW + mine:
		return r.C.T("short.standing")
	case engine.QStandingW + theirs:
		return r.C.T("short.standing_theirs")
	case engine.QHawksW + mine:
		return r.C.T("short.hawks")
	case engine.QHawksW + theirs:
		return r.C.T("short.hawks_theirs")
	case engine.QTrustW + mine:
		return r.C.T("short.trust")
	case engine.QTrustW + theirs:
		return r.C.T("short.trust_theirs")
	case engine.QPreparedW + mine:
		return r.C.T("short.prepared")
	}
	return r.Inside(r.QuantityTitle(q))
}

package desk

import "backchannel/engine"

// priced are the quantities that a play-through may have been paid with, and
// whether more of them is worse.
var priced = [...]struct {
	washington, havana int // quantity, by side
	worse              bool
}{
	{engine.QStandingW, engine.QStandingH, false},
	{engine.QHawksW, engine.QHawksH, true},
	{engine.QTrustH, engine.QTrustW, false},
	{engine.QTension, engine.QTension, true},
	{engine.QCongress, engine.QPatron, false},
	{engine.QDebtW, engine.QDebtH, true},
}

// leastPrice is the change that is worth naming.
const leastPrice = 4 * engine.Point

// pricePaid is what the play-through cost the person's side: what is worse than at
// the opening, stories that named the line, promises broken.
func (r *Reader) pricePaid() string {
	s, open := &r.G.W.S, r.G.W.Opening()
	var out []string
	for _, p := range priced {
		q := p.washington
		if r.side == engine.Havana {
			q = p.havana
		}
		change := s.Q[q] - open.Q[q]
		if p.worse && change >= leastPrice || !p.worse && change <= -leastPrice {
			out = append(out, r.C.T("debrief.paid", "Title", r.Inside(r.QuantityTitle(q)), "From", open.Q[q]/engine.Point, "To", s.Q[q]/engine.Point))
		}
	}
	if n := s.Q[engine.QStories] / engine.Point; n > 0 {
		out = append(out, r.C.T("debrief.stories", "Count", n))
	}
	if n := s.Denied[r.side]; n > 0 {
		out = append(out, r.C.T("debrief.broken", "Count", int(n)))
	}
	if len(out) == 0 {
		return ""
	}
	return r.C.T("debrief.price", "List", r.list(out))
}

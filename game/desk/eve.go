package desk

import "backchannel/engine"

// Eve is what the desk says before a shock that everyone who plays knows and
// nobody who is played does: what is signed, what is only said, and who knows
// of the line. It is nil at any other time, and where the future is unknown.
func (r *Reader) eve(o *engine.Observation) []string {
	if r.G.Settings.UnknownFuture || r.HideHistory {
		return nil
	}
	for k := range r.M.Events {
		e := &r.M.Events[k]
		if !e.Person || e.Class != engine.Exogenous || e.Eve[r.side] == "" || e.On < o.Day || e.On >= o.Next {
			continue
		}
		return []string{
			e.Eve[r.side],
			r.C.T("eve.signed", "List", r.signed(o)),
			r.C.T("eve.said", "List", r.onlySaid(o)),
			r.C.T("eve.knows", "List", r.whoKnows(o)),
		}
	}
	return nil
}

// signed is every promise that has not yet been kept.
func (r *Reader) signed(o *engine.Observation) string {
	var out []string
	for k := int8(0); k < o.NPledges; k++ {
		p := &o.Pledges[k]
		out = append(out, r.C.T("eve.promise", "Side", r.SideName(p.Debtor), "Deed", r.promised(p)))
	}
	return r.deedList(out)
}

// onlySaid is every message without an answer.
func (r *Reader) onlySaid(o *engine.Observation) string {
	var out []string
	for k := int8(0); k < o.NItems; k++ {
		it := &o.Items[k]
		from := r.me()
		if !it.Mine {
			from = r.other()
		}
		key := "eve.offer"
		if it.Kind == engine.Probe {
			key = "eve.question"
		}
		out = append(out, r.C.T(key, "Side", from, "Issue", r.subject(it.Kind, it.Issue, &it.Package)))
	}
	return r.list(out)
}

// whoKnows are the official lines that are open, or the press.
func (r *Reader) whoKnows(o *engine.Observation) string {
	if o.Q[engine.QStories] > 0 {
		return r.C.T("eve.press")
	}
	var out []string
	for k := range r.M.Channels {
		if r.M.Channels[k].Line && o.Channels[k].Status == engine.Opened {
			out = append(out, r.M.Channels[k].Name)
		}
	}
	return r.list(out)
}

package desk

import "backchannel/engine"

// EntryText is what a line of the ledger changed: "tension up 3", or an issue
// with the rung that it came to.
func (r *Reader) EntryText(e *engine.Entry) string {
	if e.Rung {
		return r.C.T("term.at", "Issue", r.issue(int8(e.Index)), "Rung", r.rung(int8(e.Index), int8(e.Standing)))
	}
	return r.C.T("debrief.change", "Title", r.Inside(r.QuantityTitle(int(e.Index))), "Change", r.change(e.Amount))
}

// Shown are the quantities that the desk shows.
func (r *Reader) Shown() []int { return r.shown(r.G.Observe()) }

// Issue is an issue's title inside a sentence.
func (r *Reader) Issue(i int8) string { return r.issue(i) }

// By is how a message travels: "by Howard", "in the open".
func (r *Reader) By(channel int8) string { return r.by(channel) }

// Subject is what a message is about, inside a sentence.
func (r *Reader) Subject(it *engine.Item) string { return r.subject(it.Kind, it.Issue, &it.Heard) }

// Reasons are the two reasons of an answer as a sentence; forIt says that they
// speak for an acceptance.
func (r *Reader) Reasons(why [2]engine.Reason, forIt bool) string { return r.reasons(why, forIt) }

// List joins words with commas and an "and".
func (r *Reader) List(words []string) string { return r.list(words) }

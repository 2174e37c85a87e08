package desk

import (
	"strings"

	"backchannel/engine"
)

// InHistory is what the record tells of the days since the last commit.
func (r *Reader) InHistory() []string { return r.RecordOf(r.from, r.G.W.S.Day-1) }

// RecordOf is what the record tells of a span: the weeks that end in it, or
// where none does its decisions and events, five at most.
func (r *Reader) RecordOf(from, to engine.Day) []string {
	var out []string
	for k := range r.M.Record.Weeks {
		if w := &r.M.Record.Weeks[k]; w.From <= to && w.To >= from && w.To <= to {
			out = append(out, w.Text)
		}
	}
	if len(out) > 0 {
		return out
	}
	extra := 0
	add := func(on engine.Day, text string) {
		if on < from || on > to || text == "" || extra >= 5 {
			return
		}
		extra++
		out = append(out, r.Short(on)+": "+text)
	}
	for _, m := range r.M.Record.Moves {
		add(m.On, m.Text)
	}
	for _, e := range r.M.Record.Events {
		add(e.On, e.Text)
	}
	return out
}

// Digest is the same as one text.
func (r *Reader) Digest() string { return strings.Join(r.InHistory(), "\n") }

package desk

import (
	"slices"
	"strings"

	"backchannel/engine"
)

// InHistory is what the record tells of the days since the last commit.
func (r *Reader) InHistory() []string { return r.RecordOf(r.from, r.G.W.S.Day-1) }

// RecordOf is what the record tells of a span: its texts for those days, or
// where it has none its decisions and events, five at most.
func (r *Reader) RecordOf(from, to engine.Day) []string {
	if out := r.weeksOf(from, to); len(out) > 0 {
		return out
	}
	type entry struct {
		on   engine.Day
		text string
	}
	var all []entry
	add := func(on engine.Day, text string) {
		if on >= from && on <= to && text != "" {
			all = append(all, entry{on, r.Short(on) + ": " + text})
		}
	}
	for _, m := range r.M.Record.Moves {
		add(m.On, m.Text)
	}
	for _, e := range r.M.Record.Events {
		add(e.On, e.Text)
	}
	slices.SortStableFunc(all, func(a, b entry) int { return int(a.on - b.on) })
	var out []string
	for _, e := range all[:min(len(all), mostEntries)] {
		out = append(out, e.text)
	}
	return out
}

const (
	mostEntries = 5 // of the record, where it has no text for a span
	ragged      = 3 // days by which a text may begin before the span
)

// weeksOf are the record's texts for a span: those that lie in it, of two that
// tell of the same days the longer; else those that end in it.
func (r *Reader) weeksOf(from, to engine.Day) []string {
	weeks := r.M.Record.Weeks
	inside := func(w *engine.RecordWeek) bool { return w.From >= from-ragged && w.To >= from && w.To <= to }
	var in, late []string
	for k := range weeks {
		w := &weeks[k]
		told := slices.ContainsFunc(weeks, func(o engine.RecordWeek) bool {
			return inside(&o) && o.From <= w.From && o.To >= w.To && o.To-o.From > w.To-w.From
		})
		switch {
		case inside(w) && !told:
			in = append(in, w.Text)
		case w.To >= from && w.To <= to:
			late = append(late, w.Text)
		}
	}
	if len(in) > 0 {
		return in
	}
	return late
}

// Digest is the same as one text.
func (r *Reader) Digest() string { return strings.Join(r.InHistory(), "\n") }

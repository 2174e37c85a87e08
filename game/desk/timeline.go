package desk

import (
	"fmt"
	"strings"

	"backchannel/engine"
	"backchannel/engine/scenario"
)

// Span is an era on a timeline: all its days, and those of its default cut.
type Span struct {
	Title             string
	First, Last       engine.Day
	CutFirst, CutLast engine.Day
}

// SpanOf is a scenario on a timeline.
func SpanOf(info scenario.Info) Span {
	cut := info.Default()
	return Span{Title: info.Title, First: info.First, Last: info.Last, CutFirst: cut.First, CutLast: cut.Last}
}

// Timeline draws spans below an axis of years, a line each, at most so many
// columns wide: "─" for the era, "█" for its default cut. A single era needs none.
func Timeline(spans []Span, columns int) []string {
	if len(spans) < 2 {
		return nil
	}
	names, from, to := 0, 0, 0
	for k, s := range spans {
		names = max(names, len([]rune(s.Title)))
		first, _, _ := s.First.Civil()
		last, _, _ := s.Last.Civil()
		if k == 0 || first < from {
			from = first
		}
		to = max(to, last+1)
	}
	width := max(columns-names-2, 20)
	begin, end := engine.Date(from, 1, 1), engine.Date(to, 1, 1)
	at := func(day engine.Day) int { return int(day-begin) * (width - 1) / int(end-begin) }
	out := []string{strings.Repeat(" ", names+2) + axis(from, to, width, at)}
	for _, s := range spans {
		line := []rune(strings.Repeat("·", width))
		for x := at(s.First); x <= at(s.Last); x++ {
			line[x] = '─'
		}
		for x := at(s.CutFirst); x <= at(s.CutLast); x++ {
			line[x] = '█'
		}
		out = append(out, fmt.Sprintf("%-*s  %s", names, s.Title, string(line)))
	}
	return out
}

// axis is the years, every fifth or tenth where they fit.
func axis(from, to, width int, at func(engine.Day) int) string {
	line := []rune(strings.Repeat(" ", width))
	every := 5
	if to-from > 30 {
		every = 10
	}
	for year := (from + every - 1) / every * every; year <= to; year += every {
		for k, r := range fmt.Sprint(year) {
			if x := at(engine.Date(year, 1, 1)) + k; x < width {
				line[x] = r
			}
		}
	}
	return strings.TrimRight(string(line), " ")
}

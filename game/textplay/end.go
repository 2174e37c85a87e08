package textplay

import (
	"fmt"
	"strings"

	"backchannel/game/desk"
)

// debrief is what one reads when the game is over.
func (s *session) debrief() {
	d := s.r.Debrief()
	s.head("head.ending")
	if branch := s.r.Branch(); branch != "" {
		s.say0(branch)
	}
	s.strong(0, d.Outcome)
	s.say0(d.History)
	if d.Ending != "" {
		s.gap()
		s.say0(d.Ending)
	}
	s.showGoals(d.Goals, s.r.View().Score)
	s.say0(d.Score)
	if d.Price != "" {
		s.say0(d.Price)
	}
	if d.Open != "" {
		s.say0(d.Open)
	}
	if len(d.Turning) > 0 {
		s.head("head.turning")
	}
	for _, t := range d.Turning {
		s.item(2, t.Date+". "+t.Cause+": "+strings.Join(t.Changes, "; ")+".")
	}
	var lines []string
	for _, c := range d.Checkpoints {
		lines = append(lines, c.Line)
	}
	s.list("head.beside", lines)
	for _, c := range s.r.Curves() {
		s.curve(&c)
	}
	s.list("head.forecasts", d.Advisers)
	var own []string
	for _, f := range d.Own.Foretold {
		own = append(own, f.Line)
	}
	s.list("head.own_forecasts", append(own, d.Own.Lines()...))
	s.list("head.across", []string{d.Other, d.Reading})
	s.list("head.unseen", d.Unseen)
	s.list("head.stopped", d.Stoppers)
}

// curve is a sourced series beside one's own, turn by turn, in words and bars.
func (s *session) curve(c *desk.Curve) {
	title := c.Title
	if c.Unit != "" {
		title = s.c.T("end.curve", "Title", c.Title, "Unit", c.Unit)
	}
	s.heading(title)
	most := int64(1)
	for _, span := range c.Spans {
		most = max(most, span.Yours, span.Theirs)
	}
	for _, span := range c.Spans {
		theirs := s.c.T("end.curve_unknown")
		if span.Known {
			theirs = s.c.T("end.curve_theirs", "N", span.Theirs)
		}
		bar := []rune(strings.Repeat("▇", int(span.Yours*20/most)))
		if h := int(span.Theirs * 20 / most); span.Known && h >= len(bar) {
			bar = append(bar, []rune(strings.Repeat("·", h-len(bar))+"|")...)
		} else if span.Known {
			bar[h] = '|'
		}
		s.plain(strings.TrimRight(fmt.Sprintf("%-14s %8d  %-18s %s", s.r.Short(span.From), span.Yours, theirs, string(bar)), " "))
	}
	s.say("end.curve_note")
	s.say("end.source_line", "Source", c.Source)
}

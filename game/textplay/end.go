package textplay

import "strings"

// debrief is what one reads when the game is over.
func (s *session) debrief() {
	d := s.r.Debrief()
	s.head("head.ending")
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
	s.list("head.forecasts", d.Advisers)
	s.list("head.across", []string{d.Other, d.Reading})
	s.list("head.unseen", d.Unseen)
	s.list("head.stopped", d.Stoppers)
}

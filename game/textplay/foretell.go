package textplay

import (
	"strconv"
	"strings"
)

// foretell says how likely a thing is, takes it back, or lists what can be
// foretold.
func (s *session) foretell(rest string) {
	list := s.r.Foretell()
	if len(list) == 0 {
		s.say("foretold.nothing")
		return
	}
	parts := strings.Fields(rest)
	if len(parts) == 0 {
		s.listForetell()
		return
	}
	n, err := strconv.Atoi(parts[0])
	if err != nil || n < 1 || n > len(list) {
		s.say("foretold.no_number", "Input", parts[0], "Last", len(list))
		return
	}
	v := &list[n-1]
	odds, ok := percent(parts[1:])
	switch {
	case v.Fixed:
		s.say("foretold.fixed", "What", v.Title, "N", v.Odds)
	case !ok || !s.g.Foretell(v.Thing, odds):
		s.say("foretold.wrong", "N", n)
	case odds < 0:
		s.say("foretold.taken_back", "What", v.Title)
	default:
		s.say("foretold.said", "What", v.Title, "N", odds)
	}
}

// percent reads a whole number of 100; a dash is −1.
func percent(parts []string) (int64, bool) {
	if len(parts) != 1 {
		return 0, false
	}
	if parts[0] == "-" {
		return -1, true
	}
	n, err := strconv.ParseInt(strings.TrimSuffix(parts[0], "%"), 10, 64)
	return n, err == nil && n >= 0 && n <= 100
}

func (s *session) listForetell() {
	s.head("head.foretell")
	for k, v := range s.r.Foretell() {
		text := s.c.T("turn.card", "N", k+1, "Title", v.Title)
		if v.Odds >= 0 {
			text = s.c.T("foretold.so_far", "Text", text, "N", v.Odds)
		}
		s.item(3, text)
	}
	s.gap()
	s.say("foretold.how")
}

// saidNow is what was foretold in this turn.
func (s *session) saidNow() []string {
	var out []string
	for _, v := range s.r.Foretell() {
		if v.Odds >= 0 && !v.Fixed {
			out = append(out, s.c.T("foretold.so_far", "Text", v.Title, "N", v.Odds))
		}
	}
	return out
}

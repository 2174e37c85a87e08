package textplay

import (
	"slices"
	"strconv"
	"strings"
)

// foretell says how likely a thing is and why, takes it back, or lists what can
// be foretold.
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
	if v.Fixed {
		s.say("foretold.fixed", "What", v.Title, "N", v.Odds)
		return
	}
	said, reason, because := reasoned(parts[1:])
	odds, ok := percent(said)
	if because && len(said) == 0 { // only the reason is new
		if odds, ok = v.Odds, true; odds < 0 {
			s.say("foretold.reason_of_nothing", "N", n)
			return
		}
	}
	if bad := s.r.NoReason(reason); bad != "" {
		s.para(0, bad)
		return
	}
	if !ok || because && odds < 0 || !s.g.Foretell(v.Thing, odds) {
		s.say("foretold.wrong", "N", n)
		return
	}
	if because {
		s.g.Because(v.Thing, reason)
	}
	s.foretoldNow(n-1, v.Title)
}

// foretoldNow says what now stands of number k of the list.
func (s *session) foretoldNow(k int, title string) {
	v := &s.r.Foretell()[k]
	if v.Odds < 0 {
		s.say("foretold.taken_back", "What", title)
		return
	}
	s.say("foretold.said", "Said", s.r.Said(v, title))
}

// reasoned parts what was typed at the word that begins a reason; because says
// whether it is there.
func reasoned(parts []string) (said []string, reason string, because bool) {
	k := slices.IndexFunc(parts, func(w string) bool { return strings.EqualFold(w, "because") })
	if k < 0 {
		return parts, "", false
	}
	return parts[:k], strings.Join(parts[k+1:], " "), true
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
		s.item(3, s.r.Said(&v, s.c.T("turn.card", "N", k+1, "Title", v.Title)))
	}
	s.gap()
	s.say("foretold.how")
}

// saidNow is what was foretold in this turn.
func (s *session) saidNow() []string {
	var out []string
	for _, v := range s.r.Foretell() {
		if v.Odds >= 0 && !v.Fixed {
			out = append(out, s.r.Said(&v, v.Title))
		}
	}
	return out
}

package textplay

import (
	"strconv"
	"strings"

	"backchannel/game/desk"
)

func (s *session) openDrawer(search string) {
	s.drawer = s.r.Drawer(search)
	if len(s.drawer) == 0 {
		s.say("turn.drawer_none", "Search", search)
		return
	}
	s.head("head.drawer")
	for _, c := range s.drawer {
		text := s.c.T("turn.card", "N", c.Number, "Title", c.Title)
		switch {
		case c.Can && c.Price != "":
			text += " (" + c.Price + ")"
		case !c.Can:
			text += " " + s.c.T("turn.cannot", "Why", c.CanNot)
		}
		s.item(4, text)
	}
	s.gap()
	s.say("turn.drawer_more")
}

func (s *session) playDrawer(rest string) error {
	c := s.drawerCard(rest)
	if c == nil {
		s.say("turn.drawer_first")
		return nil
	}
	_, err := s.playView(c)
	return err
}

func (s *session) drawerCard(rest string) *desk.CardView {
	n, err := strconv.Atoi(rest)
	if err != nil || n < 1 || n > len(s.drawer) {
		return nil
	}
	return &s.drawer[n-1]
}

// why explains a card or a number.
func (s *session) why(v *desk.Desk, what string) {
	if n, err := strconv.Atoi(what); err == nil {
		if n < 1 || n > len(s.hand) {
			s.say("turn.no_card", "N", n, "Last", len(s.hand))
			return
		}
		s.wholeCard(&s.hand[n-1])
		return
	}
	if number, ok := strings.CutPrefix(what, "p "); ok {
		if c := s.drawerCard(number); c != nil {
			s.wholeCard(c)
			return
		}
	}
	if strings.HasPrefix(what, "brew") {
		for _, b := range v.Brewing {
			s.item(2, s.c.T("turn.odds", "Title", b.Title, "Odds", b.Odds, "Number", b.Number, "Latest", b.Latest))
		}
		return
	}
	if m := meterNamed(v, what); m != nil {
		s.whyMeter(m)
		return
	}
	s.say("turn.why_what", "Keys", strings.Join(meterKeys(v), ", "))
}

func (s *session) wholeCard(c *desk.CardView) {
	s.strong(0, c.Title)
	for _, t := range c.Detail {
		s.para(2, t)
	}
	s.cardLines(c, 2)
}

func (s *session) whyMeter(m *desk.Meter) {
	value := m.Word
	if m.Counter {
		value = desk.Thousands(m.Value)
	}
	s.head("head.why", "Title", m.Title, "Value", value)
	if len(m.Why) == 0 {
		s.say("turn.why_none")
	}
	for _, l := range m.Why {
		s.item(2, s.r.WhyText(l))
	}
}

func meterNamed(v *desk.Desk, what string) *desk.Meter {
	what = strings.ToLower(what)
	if what == "" {
		return nil
	}
	for k := range v.Meters {
		if m := &v.Meters[k]; strings.HasPrefix(m.Key, what) || strings.Contains(strings.ToLower(m.Title), what) {
			return m
		}
	}
	return nil
}

func meterKeys(v *desk.Desk) []string {
	var out []string
	for _, m := range v.Meters {
		out = append(out, m.Key)
	}
	return out
}

func (s *session) showLadders(v *desk.Desk) {
	s.head("head.ladders")
	for _, l := range v.Ladders {
		s.gap()
		s.strong(2, l.Title+". "+l.Note())
		for k, rung := range l.Rungs {
			text := s.c.T("turn.card", "N", k+1, "Title", rung.Text)
			if len(rung.Marks) > 0 {
				text += ": " + strings.Join(rung.Marks, ", ")
			}
			s.item(3, text)
		}
	}
}

func (s *session) showChannels(v *desk.Desk) {
	s.head("head.channels")
	for _, c := range v.Channels {
		s.item(2, c.Title+".")
		s.para(2, c.Line)
	}
}

func (s *session) showGoals(goals []desk.GoalView, score int64) {
	s.head("head.goals")
	for _, g := range goals {
		s.strong(2, g.Title+": "+s.c.T("goal.share", "N", g.Share, "Points", g.Points))
		for _, p := range g.Parts {
			s.para(2, p)
		}
	}
	s.say("goal.total", "N", score)
}

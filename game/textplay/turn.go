package textplay

import (
	"slices"
	"strings"

	"backchannel/engine"
	"backchannel/engine/play"
	"backchannel/game/desk"
)

// turn shows the desk and reads commands until the turn is committed.
func (s *session) turn() error {
	v := s.r.View()
	s.showTop(&v)
	s.showCables(v.Cables)
	s.showPapers(&v)
	s.showHand(&v)
	for {
		line, err := s.ask()
		if err != nil {
			return err
		}
		done, err := s.command(line)
		if done || err != nil {
			return err
		}
	}
}

func (s *session) showTop(v *desk.Desk) {
	s.heading(v.Date)
	if v.Branch != "" {
		s.say0(v.Branch)
	}
	s.say0(v.Turn + ". " + v.Capital)
	if v.Pace != "" {
		s.say0(v.Pace)
	}
	for _, m := range v.Meters {
		s.item(2, s.meter(&m))
	}
}

// meter is one number, and how it has changed if it has.
func (s *session) meter(m *desk.Meter) string {
	text := s.c.T("turn.meter", "Title", m.Title, "Value", m.Value, "Word", m.Word)
	if m.Counter {
		text = s.c.T("turn.counter", "Title", m.Title, "Value", desk.Thousands(m.Value), "Unit", m.Unit)
	}
	if m.Moved() {
		text = s.c.T("turn.moved", "Meter", text, "Changed", m.Changed)
	}
	return text + "."
}

// showCables shows what came; what one did oneself was told at the commit.
func (s *session) showCables(cables []desk.Cable) {
	shown := false
	for _, c := range cables {
		if c.Mine {
			continue
		}
		if !shown {
			s.head("head.cables")
			shown = true
		}
		s.cable(&c)
	}
}

func (s *session) cable(c *desk.Cable) {
	s.say("turn.cable", "From", c.From, "To", c.To, "Date", c.Date)
	s.para(2, c.Text)
}

func (s *session) showPapers(v *desk.Desk) {
	s.showBrewing(v)
	s.list("head.eve", v.Eve)
	s.list("head.promised", v.Promises)
	s.list("head.waiting", v.Waiting)
}

// showBrewing tells what may strike: its story once, afterwards its odds alone.
func (s *session) showBrewing(v *desk.Desk) {
	if len(v.Brewing) == 0 {
		return
	}
	s.head("head.brewing")
	told := map[int16]bool{}
	for _, b := range v.Brewing {
		text := s.c.T("turn.brew", "Title", b.Title, "Odds", b.Odds, "Latest", b.Latest)
		if !s.told[b.Event] {
			text += " " + b.Text
		}
		if len(b.Touches) > 0 {
			text += " " + s.c.T("brew.touched", "List", s.touching(v, &b))
		}
		s.item(2, text)
		told[b.Event] = true
	}
	s.told = told
}

// touching are the moves that touch what brews: the numbers of those in the
// hand, the titles of the others.
func (s *session) touching(v *desk.Desk, b *desk.BrewView) string {
	out := slices.Clone(b.Touches)
	for k, move := range b.Moves {
		for _, c := range v.Cards {
			if c.Card.Choice.Move == move && c.Kind != play.CardSilence {
				out[k] = s.c.T("brew.card", "N", c.Number)
			}
		}
	}
	return strings.Join(out, "; ")
}

func (s *session) list(head string, items []string) {
	if len(items) == 0 {
		return
	}
	s.head(head)
	for _, t := range items {
		s.item(2, t)
	}
}

func (s *session) showHand(v *desk.Desk) {
	s.hand = v.Cards
	s.head("head.hand")
	for _, c := range v.Cards {
		if c.Kind == play.CardSilence {
			s.strong(3, s.c.T("turn.silence", "N", c.Number, "Title", c.Title))
			continue
		}
		s.strong(3, s.c.T("turn.card", "N", c.Number, "Title", c.Title))
		s.cardLines(&c, 3)
	}
	s.list("head.unread", v.Unread)
	s.list("head.planned", v.Planned)
	s.list("head.said", s.saidNow())
	s.gap()
}

// cardLines are what stands under a card's title.
func (s *session) cardLines(c *desk.CardView, indent int) {
	if c.Label != "" && c.Title != "" {
		s.para(indent, strings.TrimSpace(s.joined(c.Label, c.Price)+" "+c.Why))
	}
	switch {
	case c.Kind == play.CardAnswer && len(c.Estimates) > 0:
		s.para(indent, s.c.T("turn.counsel", "List", strings.Join(c.Estimates, "; ")))
	case len(c.Forecasts) > 0:
		s.para(indent, s.odds(c))
	}
	for _, t := range []string{c.Secret, c.Leaked} {
		if t != "" {
			s.para(indent, t)
		}
	}
	if !c.Can {
		s.para(indent, s.c.T("turn.cannot", "Why", c.CanNot))
	}
}

// odds is what the advisers expect of an offer or a question, in one line.
func (s *session) odds(c *desk.CardView) string {
	var who []string
	low, high := int64(100), int64(0)
	for _, f := range c.Forecasts {
		who = append(who, s.c.T("turn.forecast", "Who", f.Who, "N", f.N))
		low, high = min(low, f.Leak), max(high, f.Leak)
	}
	key := "turn.odds_accept"
	if c.Card.Choice.Kind == engine.Probe {
		key = "turn.odds_reply"
	}
	text := s.c.T(key, "List", strings.Join(who, ", "))
	if c.Card.Choice.Channel >= 0 {
		text += " " + s.c.T("turn.odds_leak", "Low", low, "High", high)
	}
	return text
}

func (s *session) joined(label, price string) string {
	if price == "" {
		return label + "."
	}
	return label + "; " + price + "."
}

func upperFirst(t string) string {
	if t == "" {
		return t
	}
	return strings.ToUpper(t[:1]) + t[1:]
}

// commit ends the turn and tells what came of it.
func (s *session) commit() error {
	s.drawer = nil
	s.r.Commit()
	v := s.r.View()
	s.showDone(&v)
	if v.Over {
		s.showCables(v.Cables)
	}
	if !s.opts.HideHistory {
		s.showHistory()
	}
	if s.opts.Saver != nil {
		if err := s.opts.Saver(s.g); err != nil {
			s.say("turn.save_failed", "Error", err)
		}
	}
	return s.err
}

// showDone tells what one's own plan did, and what quiet time ran by.
func (s *session) showDone(v *desk.Desk) {
	var done []string
	for _, c := range v.Cables {
		if c.Mine {
			done = append(done, c.Text)
		}
	}
	if v.Skipped > 0 {
		done = append(done, s.c.T("turn.skipped", "Count", v.Skipped))
	}
	flows := s.r.Flowed()
	done = append(done, flows...)
	if len(v.Cables) == 0 && v.Skipped == 0 && len(flows) == 0 {
		done = append(done, s.c.T("turn.quiet"))
	}
	if len(done) > 0 {
		s.head("head.happened")
	}
	for _, t := range done {
		s.para(2, t)
	}
}

func (s *session) showHistory() {
	s.heading(s.r.HistoryHead(s.r.Since()))
	weeks := s.r.InHistory()
	if len(weeks) == 0 {
		s.say("turn.no_history")
	}
	for _, w := range weeks {
		s.para(2, w)
	}
}

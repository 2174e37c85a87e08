package textplay

import (
	"strconv"
	"strings"

	"backchannel/engine"
	"backchannel/engine/play"
	"backchannel/game/desk"
)

// command carries out one line; done says that the turn is over.
func (s *session) command(line string) (done bool, err error) {
	if n, err := strconv.Atoi(line); err == nil {
		return s.playCard(n)
	}
	word, typed, _ := strings.Cut(line, " ")
	word, rest := strings.ToLower(word), strings.TrimSpace(strings.ToLower(typed))
	switch word {
	case "", "n", "next":
		return s.next()
	case "w", "wait":
		return true, s.wait()
	case "u", "undo":
		s.undo()
	case "o", "offer":
		return false, s.compose(s.r.Compose(), "head.compose")
	case "q", "ask":
		return false, s.question()
	case "p", "play":
		return false, s.playDrawer(rest)
	case "f", "forecast":
		s.foretell(typed) // a reason keeps its capitals
	case "s", "save":
		s.save()
	case "exit":
		return true, errEnd
	default:
		if !s.look(word, rest) {
			s.say("turn.unknown", "Input", line)
		}
	}
	return false, nil
}

// look is the commands that only show something.
func (s *session) look(word, rest string) bool {
	v := s.r.View()
	switch word {
	case "hand", "r":
		s.showHand(&v)
	case "d", "drawer":
		s.openDrawer(rest)
	case "why":
		s.why(&v, rest)
	case "l", "ladders":
		s.showLadders(&v)
	case "c", "channels":
		s.showChannels(&v)
	case "a", "advisers":
		s.list("head.advisers", s.r.Advisers())
	case "g", "goals":
		s.showGoals(v.Goals, v.Score)
	case "h", "history":
		s.list("head.so_far", s.r.SoFar())
	case "b", "briefing":
		s.head("head.who")
		s.say0(s.m.Sides[s.g.Settings.Side].Briefing)
		s.gap()
		s.say0(s.g.Briefing().Type.Text)
	case "?", "help":
		s.help()
	default:
		return false
	}
	s.gap()
	return true
}

var helpKeys = [...]string{"help.l01", "help.l02", "help.l03", "help.l04", "help.l05", "help.l06", "help.l12", "help.l07", "help.l08", "help.l09", "help.l10", "help.l11"}

func (s *session) help() {
	s.head("head.help")
	for _, k := range helpKeys {
		s.item(2, s.c.T(k))
	}
}

// next ends the turn; with nothing planned it says what silence means and
// asks once.
func (s *session) next() (bool, error) {
	if len(s.g.Planned()) == 0 {
		s.say("turn.confirm", "Silence", s.r.View().Silence)
		line, err := s.ask()
		if err != nil {
			return false, err
		}
		if line != "" && line != "n" && line != "y" {
			s.say("turn.stays")
			return s.command(line)
		}
	}
	return true, s.commit()
}

// mostWaiting is how many turns one can let pass at once.
const mostWaiting = 26

// wait lets turns pass until something waits for an answer, falls due, or was
// answered.
func (s *session) wait() error {
	s.say("turn.waits")
	for k := 0; k < mostWaiting && !s.g.Over; k++ {
		if err := s.commit(); err != nil {
			return err
		}
		if s.g.Over || s.g.Pressing() {
			return nil
		}
		if v := s.r.View(); !v.Over {
			s.heading(v.Date)
			s.showCables(v.Cables)
		}
	}
	return nil
}

func (s *session) undo() {
	if s.g.Undo() {
		s.say("turn.undone")
		return
	}
	s.say("turn.nothing_undone")
}

func (s *session) save() {
	if s.opts.Saver == nil {
		s.say("turn.no_saver")
		return
	}
	if err := s.opts.Saver(s.g); err != nil {
		s.say("turn.save_failed", "Error", err)
		return
	}
	s.say("turn.saved")
}

// plan plans a choice and says so, or why not.
func (s *session) plan(c engine.Choice) {
	price := c
	if why := s.g.Plan(c); why != engine.Legal {
		s.say("turn.refused", "Why", s.r.WhyNot(why, &price))
		return
	}
	s.say("turn.planned", "Text", s.r.ChoiceText(c))
	s.say("turn.planned_next", "Units", s.r.View().Units)
}

func (s *session) playCard(n int) (bool, error) {
	if n < 1 || n > len(s.hand) {
		s.say("turn.no_card", "N", n, "Last", len(s.hand))
		return false, nil
	}
	return s.playView(&s.hand[n-1])
}

func (s *session) playView(c *desk.CardView) (bool, error) {
	switch c.Kind {
	case play.CardAnswer:
		return false, s.answer(c)
	case play.CardPromise:
		return false, s.promise(c)
	case play.CardSilence:
		return s.next()
	}
	s.plan(c.Card.Choice)
	return false, nil
}

// answer shows what waits and asks what to say to it.
func (s *session) answer(c *desk.CardView) error {
	for _, t := range c.Detail {
		s.item(2, t)
	}
	if len(c.Estimates) > 0 {
		s.item(2, strings.Join(c.Estimates, "; ")+".")
	}
	key, letters := "answer.ask", "arcs"
	if c.Card.Item.Kind == engine.Probe {
		key, letters = "answer.ask_question", "ars"
	}
	by, err := s.oneOf(key, letters)
	if err != nil || by == 0 {
		return err
	}
	if by == 'c' {
		return s.compose(s.r.Counter(c.Card.Item), "head.counter")
	}
	choice := c.Card.Choice
	choice.Answer = map[byte]engine.AnswerKind{'a': engine.Accept, 'r': engine.Refuse, 's': engine.Silence}[by]
	s.plan(choice)
	return nil
}

func (s *session) promise(c *desk.CardView) error {
	for _, t := range c.Detail {
		s.item(2, t)
	}
	by, err := s.oneOf("answer.ask_promise", "kdn")
	if err != nil || by == 0 {
		return err
	}
	choice := c.Card.Choice
	choice.Answer = map[byte]engine.AnswerKind{'k': engine.Keep, 'd': engine.Delay, 'n': engine.Deny}[by]
	s.plan(choice)
	return nil
}

// oneOf reads one of some letters; 0 means none.
func (s *session) oneOf(key, letters string) (byte, error) {
	s.say(key)
	for {
		line, err := s.ask()
		if err != nil || line == "" {
			return 0, err
		}
		if by := strings.ToLower(line)[0]; strings.IndexByte(letters, by) >= 0 {
			return by, nil
		}
		s.say("answer.wrong", "Letters", strings.Join(strings.Split(letters, ""), ", "))
	}
}

package textplay

import (
	"strconv"
	"strings"

	"backchannel/engine"
	"backchannel/game/desk"
)

// compose plans an offer that one writes.
func (s *session) compose(k *desk.Composer, head string) error {
	written, err := s.draw(k, head)
	if written && err == nil {
		s.plan(k.Choice())
	}
	return err
}

// draw leads through the slots of an offer, then lets it be changed until it is
// taken or put away; it says whether it is taken.
func (s *session) draw(k *desk.Composer, head string) (bool, error) {
	s.head(head)
	counter := k.Choice().Kind == engine.Answer
	if least := k.Least(); !counter && least > s.r.View().Units {
		s.say("compose.dear", "Price", least)
		return false, nil
	}
	s.say("compose.intro")
	if counter {
		return s.change(k)
	}
	if err := s.gives(k); err != nil {
		return false, err
	}
	if err := s.asks(k); err != nil {
		return false, err
	}
	return s.change(k)
}

func (s *session) gives(k *desk.Composer) error {
	return s.terms(k, "compose.give", k.Givable(), k.GiveRungs, func(i, rung int8) (bool, error) { return k.AddGive(i, rung), nil })
}

func (s *session) asks(k *desk.Composer) error {
	return s.terms(k, "compose.ask", k.Askable(), k.AskRungs, func(i, rung int8) (bool, error) {
		fee, err := s.yes("compose.fee")
		return k.AddAsk(i, rung, fee), err
	})
}

// change shows the offer and takes what is to be changed, until it is taken or put
// away.
func (s *session) change(k *desk.Composer) (bool, error) {
	key, letters := "compose.change", "ygaxrt"
	if k.Choice().Kind == engine.Answer {
		key, letters = "compose.change_counter", "ygax"
	}
	for {
		s.draft(k)
		by, err := s.oneOf(key, letters)
		if err != nil {
			return false, err
		}
		switch by {
		case 0:
			s.say("compose.dropped")
			return false, nil
		case 'y':
			if k.Draft().Can {
				return true, nil
			}
		case 'g':
			err = s.gives(k)
		case 'a':
			err = s.asks(k)
		case 'x':
			err = s.takeOut(k)
		case 'r':
			err = s.road(k)
		case 't':
			err = s.times(k)
		}
		if err != nil {
			return false, err
		}
	}
}

// takeOut drops one term of the offer.
func (s *session) takeOut(k *desk.Composer) error {
	terms := k.Terms()
	s.say("compose.out")
	n, err := s.pick(terms)
	if err == nil && n >= 0 {
		k.Drop(n)
	}
	return err
}

// terms fills the slots of one direction.
func (s *session) terms(k *desk.Composer, key string, issues []desk.Option, rungs func(int8) []desk.Option, add func(i, rung int8) (bool, error)) error {
	for {
		s.say(key)
		i, err := s.pick(issues)
		if err != nil || i < 0 {
			return err
		}
		s.say("compose.rung", "Title", issues[i].Text)
		steps := rungs(issues[i].Index)
		n, err := s.pick(steps)
		if err != nil {
			return err
		}
		if n < 0 {
			continue
		}
		room, err := add(issues[i].Index, steps[n].Index)
		if err != nil {
			return err
		}
		if !room {
			s.say("compose.full")
			return nil
		}
		s.say0(k.Draft().Sentence)
	}
}

// pick reads one of the options, −1 for none.
func (s *session) pick(options []desk.Option) (int, error) {
	for k, o := range options {
		key := "compose.option"
		if o.Note != "" {
			key = "compose.option_note"
		}
		s.item(4, s.c.T(key, "N", k+1, "Text", o.Text, "Note", o.Note))
	}
	n, err := s.number(1, len(options), true)
	return n - 1, err
}

func (s *session) yes(key string) (bool, error) {
	s.say(key)
	line, err := s.ask()
	return strings.HasPrefix(strings.ToLower(line), "y"), err
}

// road asks for the channel.
func (s *session) road(k *desk.Composer) error {
	s.say("compose.channel", "Channel", k.Draft().Channel)
	ways := k.Channels()
	n, err := s.pick(ways)
	if n >= 0 {
		k.SetChannel(ways[n].Index)
	}
	return err
}

// times asks how long the offer stands and when promises fall due.
func (s *session) times(k *desk.Composer) error {
	open, err := s.dayCount("compose.open")
	if err != nil {
		return err
	}
	k.SetOpen(open)
	due, err := s.dayCount("compose.due")
	k.SetDue(due)
	return err
}

// daysOf is a number of days in words, 0 as is usual.
func (s *session) daysOf(n int16) string {
	if n == 0 {
		return s.c.T("compose.usual")
	}
	return s.c.T("unit.days", "Count", int(n))
}

func (s *session) dayCount(key string) (int16, error) {
	s.say(key)
	for {
		line, err := s.ask()
		if err != nil || line == "" {
			return 0, err
		}
		if n, err := strconv.Atoi(line); err == nil && n > 0 && n <= 365 {
			return int16(n), nil
		}
		s.say("compose.number")
	}
}

// draft shows the offer with its price, its costs and what is expected of it.
func (s *session) draft(k *desk.Composer) {
	d := k.Draft()
	s.gap()
	s.strong(0, d.Sentence)
	s.say0(upperFirst(d.Channel) + "; " + d.Price + ".")
	if d.Open != 0 || d.Due != 0 {
		s.say("compose.times", "Open", s.daysOf(d.Open), "Due", s.daysOf(d.Due))
	}
	if len(d.Estimates) > 0 {
		s.say("turn.estimate", "List", strings.Join(d.Estimates, "; "))
	}
	for _, t := range []string{d.Secret, d.Leaked} {
		if t != "" {
			s.say0(t)
		}
	}
	if !d.Can {
		s.say("turn.refused", "Why", d.CanNot)
	}
}

// question asks what and through whom.
func (s *session) question() error {
	issues, ways := s.r.Askables()
	s.say("question.issue")
	i, err := s.pick(issues)
	if err != nil || i < 0 {
		return err
	}
	s.say("question.channel")
	n, err := s.pick(ways)
	if err != nil || n < 0 {
		return err
	}
	s.plan(engine.Choice{Kind: engine.Probe, Move: -1, Issue: issues[i].Index, Channel: ways[n].Index})
	return nil
}

package textplay

import (
	"fmt"
	"strconv"
	"strings"

	"backchannel/engine"
	"backchannel/engine/play"
	"backchannel/game/desk"
)

// begin asks what a new game needs and opens it.
func (s *session) begin() error {
	s.head("head.title")
	s.say("start.hello")
	if err := s.chooseEra(); err != nil {
		return err
	}
	set := play.Settings{Side: s.opts.Side, Seed: s.opts.Seed, Goals: [2]int8{-1, -1}, UnknownFuture: s.opts.UnknownFuture, NoQuiet: s.opts.NoQuiet}
	if err := s.chooseChair(&set); err != nil || set.Side == engine.NoSide {
		return err
	}
	if err := s.chooseSeed(&set); err != nil {
		return err
	}
	if err := s.chooseGoals(&set); err != nil {
		return err
	}
	s.open(play.New(s.m, set))
	s.say("start.brief")
	if s.opts.Begun != nil {
		return s.opts.Begun(s.g)
	}
	return nil
}

func (s *session) chooseEra() error {
	s.m = s.opts.Model
	if s.m == nil {
		e, err := s.era()
		if err != nil {
			return err
		}
		cut, err := s.cut(e)
		if err != nil {
			return err
		}
		if s.m, err = e.Load(cut); err != nil {
			return fmt.Errorf("loading %s: %w", e.Info.ID, err)
		}
	}
	s.gap()
	s.say("start.era", "Title", s.m.Title, "Blurb", s.m.Cut.Blurb)
	s.say0(s.m.Headline.Question)
	return nil
}

// era is the one to play, asked for where there are several.
func (s *session) era() (Era, error) {
	all := s.opts.Eras
	if all == nil {
		all = eras()
	}
	if len(all) == 1 {
		return all[0], nil
	}
	var spans []desk.Span
	for k := range all {
		spans = append(spans, desk.SpanOf(all[k].Info))
	}
	s.gap()
	for _, line := range desk.Timeline(spans, width) {
		s.plain(line)
	}
	s.gap()
	for k, e := range all {
		s.item(3, s.c.T("start.era_option", "N", k+1, "Title", e.Info.Title, "First", s.year(e.Info.First), "Last", s.year(e.Info.Last), "Blurb", e.Info.Default().Blurb))
	}
	s.say("start.era_ask")
	n, err := s.number(1, len(all), false)
	return all[max(n, 1)-1], err
}

// cut is how much of an era to play, asked for where there are several cuts;
// an empty line is the default one.
func (s *session) cut(e Era) (string, error) {
	cuts := e.Info.Cuts
	if len(cuts) < 2 {
		return "", nil
	}
	s.gap()
	r := desk.Reader{C: s.c}
	for k, c := range cuts {
		s.item(3, s.c.T("start.cut_option", "N", k+1, "Title", c.Title, "First", r.Day(c.First), "Last", r.Day(c.Last), "Blurb", c.Blurb))
	}
	s.say("start.cut_ask", "Title", e.Info.Default().Title)
	n, err := s.number(1, len(cuts), true)
	if n == 0 {
		return "", err
	}
	return cuts[n-1].ID, err
}

func (s *session) year(day engine.Day) int {
	year, _, _ := day.Civil()
	return year
}

func (s *session) say0(text string) { s.para(0, text) }

func (s *session) chooseChair(set *play.Settings) error {
	if s.opts.Chosen {
		return nil
	}
	s.gap()
	for side := engine.Washington; side <= engine.Havana; side++ {
		sm := &s.m.Sides[side]
		s.item(3, s.c.T("start.chair", "N", int(side)+1, "Chair", sm.Chair, "Place", sm.Name))
	}
	s.item(3, s.c.T("start.chair_lab"))
	s.say("start.chair_ask")
	n, err := s.number(1, 3, false)
	if set.Side = engine.Side(n - 1); n == 3 {
		set.Side = engine.NoSide
	}
	return err
}

// number reads a number between two others; where it may be left out, an
// empty line gives 0.
func (s *session) number(from, to int, optional bool) (int, error) {
	for {
		line, err := s.ask()
		if err != nil {
			return 0, err
		}
		if line == "" && optional {
			return 0, nil
		}
		if n, err := strconv.Atoi(line); err == nil && n >= from && n <= to {
			return n, nil
		}
		s.say("compose.number")
	}
}

func (s *session) chooseSeed(set *play.Settings) error {
	if s.opts.Seeded {
		return nil
	}
	s.say("start.seed_ask")
	for {
		line, err := s.ask()
		if err != nil {
			return err
		}
		if line == "" {
			set.Seed = anySeed()
			s.say("start.seed", "Seed", set.Seed)
			return nil
		}
		if set.Seed, err = strconv.ParseUint(line, 10, 64); err == nil {
			return nil
		}
		s.say("start.seed_wrong")
	}
}

// chooseGoals says who one is and lets two goals of four be picked.
func (s *session) chooseGoals(set *play.Settings) error {
	sm := &s.m.Sides[set.Side]
	ty := &sm.Types[engine.NewWorld(s.m, engine.FreeSetup(set.Seed)).S.Type[set.Side]]
	s.head("head.who")
	first, _, _ := strings.Cut(sm.Briefing, "\n\n") // the rest with b
	s.say0(first)
	s.gap()
	s.say0(ty.Text)
	s.head("head.wants")
	for k := range sm.Goals {
		s.item(3, s.c.T("start.goal", "Letter", letter(k), "Title", sm.Goals[k].Title, "Text", sm.Goals[k].Text))
	}
	first, second := letter(int(ty.Goals[0])), letter(int(ty.Goals[1]))
	s.say("start.goals_ask", "First", first, "Second", second)
	for {
		line, err := s.ask()
		if err != nil {
			return err
		}
		if line == "" {
			return nil
		}
		if g, ok := pair(line, len(sm.Goals)); ok {
			set.Goals = g
			return nil
		}
		s.say("start.goals_wrong", "First", first, "Second", second)
	}
}

func letter(k int) string { return string(rune('a' + k)) }

// pair reads two different letters.
func pair(line string, goals int) (out [2]int8, ok bool) {
	var got []int8
	for _, c := range strings.ToLower(line) {
		if k := int(c - 'a'); k >= 0 && k < goals {
			got = append(got, int8(k))
		} else if !strings.ContainsRune(" ,+&", c) {
			return out, false
		}
	}
	if len(got) != 2 || got[0] == got[1] {
		return out, false
	}
	return [2]int8{got[0], got[1]}, true
}

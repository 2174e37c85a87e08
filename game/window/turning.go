//go:build !headless

package window

import (
	"fmt"

	"backchannel/game/desk"
	"backchannel/game/lab"
	"backchannel/game/ui"
)

// search begins to look for the turning points.
func (s *labScene) search() ui.Command {
	s.seek = s.v.Search(lab.Options{Worlds: searchWorlds, Cores: spareCores()})
	return ui.Command{Wake: labWake, Focus: "enough"}
}

// look reads how far the search has come. The order that is shown stays as it is
// until it is asked for anew, so that nothing moves under the player's hand.
func (s *labScene) look() ui.Command {
	if s.seek == nil {
		return ui.Command{}
	}
	over := s.seek.Over()
	if s.ranks == nil {
		s.rankAnew()
	}
	if over {
		return ui.Command{}
	}
	return ui.Command{Wake: labWake}
}

// rankAnew shows the turning points as far as the search has come.
func (s *labScene) rankAnew() {
	if s.seek != nil {
		s.ranks = s.seek.Found()
	}
}

// turning are the turning points on a line of time and in words; before they are
// looked for, one says where one expects them.
func (s *labScene) turning(*ui.Context) ui.Node {
	if s.seek == nil {
		return s.before()
	}
	out := ui.Column{Gap: ui.Even, Children: []ui.Node{s.searching()}}
	if s.ranks == nil || len(s.ranks.Points) == 0 {
		return out
	}
	t := s.a.t
	out.Children = append(out.Children, fine(t("labtext.turning_note", "Outcome", s.v.Outcome(), "Count", s.ranks.Worlds)))
	if text := s.guessed(); text != "" {
		out.Children = append(out.Children, ui.Text{Spans: []ui.Span{{Text: text, Bold: true}}, Family: ui.Book})
	}
	shown := s.ranks.Points[:min(lab.MostNamed, len(s.ranks.Points))]
	out.Children = append(out.Children, fine(t("window.lab.stems")), s.stems(shown))
	var cards []ui.Node
	for k := range shown {
		cards = append(cards, s.point(k, &shown[k]))
	}
	out.Children = append(out.Children, ui.Grid{Min: chairMin + cardMin/2, Most: 2, Gap: ui.Even, Children: cards})
	return out
}

// before asks where one expects the turning points, and says what it takes to
// look for them.
func (s *labScene) before() ui.Node {
	t := s.a.t
	chip := ui.Chip{ID: "guess", Label: t("window.lab.turn"), Index: s.guess + 1, Empty: t("window.lab.guess_empty"), Options: []string{t("window.lab.guess_none")}}
	for k := range s.v.Stops {
		chip.Options = append(chip.Options, s.v.Stops[k].Title)
	}
	seek := ui.Button{ID: "seek", Text: t("window.lab.seek"), Kind: ui.Primary}
	if s.guess == unsaid {
		seek.Disabled = t("window.lab.seek_not")
	}
	cost := int64(len(s.v.Past.Decisions)*searchWorlds) / 100 * 100
	return ui.Column{Gap: ui.Roomy, Children: []ui.Node{book(t("window.lab.turning_expect")), ui.Flow{Gap: ui.Even, Children: []ui.Node{chip}},
		buttons(seek), fine(t("window.lab.seek_cost", "N", desk.Thousands(max(cost, searchWorlds))))}}
}

// searching is how far the search has come; it stays in its place when that is
// over.
func (s *labScene) searching() ui.Node {
	t := s.a.t
	done, all := s.seek.Done()
	enough, anew := ui.Button{ID: "enough", Text: t("window.lab.enough")}, ui.Button{ID: "anew", Text: t("window.lab.anew")}
	key := "window.lab.seek_running"
	if s.seek.Over() {
		key, enough.Disabled = "window.lab.seek_done", t("window.lab.enough_done")
		if done < all {
			key, enough.Disabled = "window.lab.seek_stopped", t("window.lab.enough_stopped")
		}
		anew.Kind = ui.Primary
	}
	shown := t("window.lab.seek_none")
	if s.ranks != nil {
		shown = t("window.lab.seek_shown", "Count", s.ranks.Worlds)
	}
	if newest := s.seek.Found(); newest == s.ranks {
		anew.Disabled, anew.Kind = t("window.lab.anew_not"), ui.Ordinary
	}
	text := t(key, "Done", desk.Thousands(done), "All", desk.Thousands(all)) + " " + shown
	return column(ui.Progress{Text: text, Share: float64(done) / float64(max(all, 1))}, buttons(enough, anew))
}

// guessed holds what one expected against what was found.
func (s *labScene) guessed() string {
	if s.guess < 0 {
		return ""
	}
	st := &s.v.Stops[s.guess]
	for k := range s.ranks.Points {
		if s.ranks.Points[k].Stop.Day == st.Day {
			return s.a.t("labtext.turning_guess", "Title", st.Title, "Rank", k+1, "Of", len(s.ranks.Points))
		}
	}
	return s.a.t("labtext.turning_nothing", "Title", st.Title)
}

// stems are the turning points on a line of dates, as high as their weight,
// beside where one expected them.
func (s *labScene) stems(points []lab.TurningPoint) ui.Node {
	cut := s.m.Cut
	n := ui.Stems{Min: float64(cut.First), Max: float64(cut.Last), Ticks: dates(s.v.Reader(), cut.First, cut.Last), Top: stemsTop}
	for k := range points {
		weight := 100 * points[k].Leverage
		for n.Top < weight {
			n.Top += stemsTop
		}
		n.Stems = append(n.Stems, ui.Stem{At: float64(points[k].Stop.Day), High: weight, Mark: fmt.Sprint(k + 1)})
	}
	for v := 0.0; v <= n.Top; v += n.Top / 5 {
		n.Scale = append(n.Scale, ui.Mark{At: v, Text: fmt.Sprint(int(v))})
	}
	if s.guess >= 0 {
		n.Event = ui.Mark{At: float64(s.v.Stops[s.guess].Day), Text: s.a.t("window.lab.guess_mark")}
	}
	return n
}

// point is one turning point as a card that opens its decision.
func (s *labScene) point(k int, p *lab.TurningPoint) ui.Node {
	t := s.a.t
	card := ui.Card{ID: fmt.Sprintf("deed/%d", p.Decision), Key: fmt.Sprint(k + 1), Label: p.Stop.Title, Title: s.who(p.Deed.Side) + ": " + p.Deed.Text,
		Odds: &ui.Odds{Low: p.Leverage, High: p.Leverage, Text: t("window.lab.weight", "N", int(100*p.Leverage+0.5))}}
	for _, o := range p.Options {
		if o.Text != "" {
			card.Notes = append(card.Notes, ui.Note{Head: o.Text, Text: t("window.lab.turn_note", "Averted", o.Averted, "Worlds", o.Worlds, "Outcome", o.Outcome, "Then", o.Then, "Now", o.Now)})
		}
	}
	return card
}

//go:build !headless

package window

import (
	"fmt"

	"backchannel/game/desk"
	"backchannel/game/ui"
)

// endingScene is the verdict of a later historian.
type endingScene struct {
	a    *app
	r    *desk.Reader
	v    desk.Debrief
	tab  int
	help bool
}

func newEnding(a *app, r *desk.Reader) *endingScene {
	return &endingScene{a: a, r: r, v: r.Debrief()}
}

// Update turns the pages or begins again.
func (s *endingScene) Update(events []ui.Event) (ui.Scene, ui.Command) {
	for _, e := range events {
		switch {
		case isHelp(e):
			s.help = true
			return s, ui.Command{Focus: helpClose}
		case e.Kind == ui.Dismiss || e.Kind == ui.Activate && e.ID == helpClose:
			s.help = false
			return s, ui.Command{Focus: "again"}
		case e.Kind == ui.Resize:
			s.a.resized(e)
		case e.Kind == ui.Choose:
			s.tab = e.Index
		case e.Kind == ui.Activate && e.ID == "quit":
			return s, ui.Command{Quit: true}
		case e.Kind == ui.Activate && e.ID == "again" && s.a.opts.Model != nil:
			s.a.opts.Seed = s.r.G.Settings.Seed + 1
			s.a.opts.Side = s.r.G.Settings.Side
			if t, err := newTitle(s.a); err == nil {
				return t, ui.Command{Focus: "start"}
			}
		}
	}
	return s, ui.Command{}
}

// View shows the sheet.
func (s *endingScene) View(c *ui.Context) ui.Node {
	t := s.a.t
	sheet := ui.Column{Gap: ui.Even, Children: []ui.Node{s.verdict(), ui.Tabs{ID: "debrief", Index: s.tab,
		Names: []string{t("window.end.tab_history"), t("window.end.tab_turning"), t("window.end.tab_unseen"), t("window.end.tab_people")},
		Child: []func() ui.Node{s.beside, s.turning, s.unseen, s.people}[s.tab]()}}}
	again := ui.Button{ID: "again", Text: t("window.end.again"), Kind: ui.Primary}
	if s.a.opts.Model == nil {
		again.Disabled = t("window.end.no_again")
	}
	foot := ui.Paper{Snug: true, Child: buttons(again, ui.Button{ID: "quit", Text: t("window.title.quit")})}
	out := ui.Layers{reading(fmt.Sprint("ending", s.tab), t("window.end.title"), sheet, foot)}
	if s.help {
		out = append(out, s.a.helpSheet())
	}
	return out
}

func (s *endingScene) verdict() ui.Node {
	t := s.a.t
	left := ui.Stack(ui.Text{Spans: []ui.Span{{Text: s.v.Outcome, Bold: true}}, Size: ui.Lead}, typed(s.v.History))
	if s.v.Ending != "" {
		left.Children = append(left.Children, book(s.v.Ending))
	}
	right := ui.Column{Gap: ui.Even, Children: []ui.Node{ui.Text{Spans: []ui.Span{{Text: s.v.Score, Bold: true}}}}}
	for _, g := range s.v.Goals {
		right.Children = append(right.Children, goalNode(s.a, g))
	}
	return ui.Paper{Holes: true, Stamp: t("window.end.stamp"), Head: ui.Text{Spans: []ui.Span{{Text: t("window.end.title")}}, Family: ui.Worn, Size: ui.Title},
		Child: ui.Row{Gap: ui.Broad, Stack: stackBelow, Children: []ui.Node{ui.Grow(1.3, left), ui.Grow(1, right)}}}
}

// beside sets one's own numbers beside those of history.
func (s *endingScene) beside() ui.Node {
	t := s.a.t
	var out []ui.Node
	for _, k := range s.v.Checkpoints {
		most := float64(max(k.Yours, k.Theirs, 1))
		if most <= 100 && most > 1 {
			most = 100
		}
		out = append(out, ui.Column{Gap: ui.Tight, Children: []ui.Node{said(k.What+".", k.Date), ui.Bars{Items: []ui.Bar{
			{Label: t("window.end.yours"), Value: float64(k.Yours) / most, Text: desk.Thousands(k.Yours)},
			{Label: t("window.end.theirs"), Value: float64(k.Theirs) / most, Text: desk.Thousands(k.Theirs), Mark: true},
		}}}})
	}
	if len(out) == 0 {
		return fine(t("window.end.no_checkpoints"))
	}
	return ui.Grid{Min: chairMin + cardMin/2, Most: 2, Gap: ui.Roomy, Children: out}
}

func (s *endingScene) turning() ui.Node {
	out := column(fine(s.a.t("window.end.turning_note")))
	for _, k := range s.v.Turning {
		out.Children = append(out.Children, label(k.Date), book(k.Cause))
		for _, n := range k.Changes {
			out.Children = append(out.Children, ui.Pad{X: ui.Even, Child: fine(n)})
		}
	}
	return out
}

func (s *endingScene) unseen() ui.Node {
	out := column(book(s.v.Other), book(s.v.Reading))
	for _, k := range []struct {
		title string
		lines []string
	}{{s.a.t("window.end.unseen"), s.v.Unseen}, {s.a.t("window.end.stoppers"), s.v.Stoppers}} {
		if len(k.lines) == 0 {
			continue
		}
		out.Children = append(out.Children, label(k.title))
		for _, l := range k.lines {
			out.Children = append(out.Children, book(l))
		}
	}
	return out
}

func (s *endingScene) people() ui.Node {
	out := column(fine(s.a.t("window.end.people_note")))
	for _, l := range s.v.Advisers {
		out.Children = append(out.Children, book(l))
	}
	return out
}

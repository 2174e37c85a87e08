//go:build !headless

package window

import (
	"slices"
	"strings"

	"backchannel/game/desk"
	"backchannel/game/ui"
)

// briefingScene is the typed sheet that a player reads once.
type briefingScene struct {
	a    *app
	r    *desk.Reader
	help bool
}

func newBriefing(a *app, r *desk.Reader) *briefingScene { return &briefingScene{a: a, r: r} }

// Update goes on to the desk.
func (s *briefingScene) Update(events []ui.Event) (ui.Scene, ui.Command) {
	for _, e := range events {
		switch {
		case isHelp(e) || e.Kind == ui.Activate && e.ID == "help":
			s.help = true
			return s, ui.Command{Focus: helpClose}
		case e.Kind == ui.Dismiss || e.Kind == ui.Activate && e.ID == helpClose:
			s.help = false
			return s, ui.Command{Focus: "begin"}
		case e.Kind == ui.Resize:
			s.a.resized(e)
		case e.Kind == ui.Activate && e.ID == "begin", e.Kind == ui.KeyIn && e.Key == ui.KeyEnter:
			return newDesk(s.a, s.r), ui.Command{Focus: "card/1"}
		case e.Kind == ui.Activate && e.ID == "back", e.Kind == ui.KeyIn && e.Key == ui.KeyEscape:
			return s.a.title, ui.Command{Focus: "start"}
		}
	}
	return s, ui.Command{}
}

// View shows the sheet.
func (s *briefingScene) View(c *ui.Context) ui.Node {
	t := s.a.t
	g := s.r.G
	sm := &g.W.M.Sides[g.Settings.Side]
	you := ui.Stack(label(t("window.briefing.you")), said(g.Briefing().Type.Name+".", g.Briefing().Type.Text), book(sm.Briefing))
	body := ui.Row{Gap: ui.Broad, Stack: stackBelow, Children: []ui.Node{ui.Grow(1.2, you), ui.Grow(1, ui.Column{Gap: ui.Roomy, Children: []ui.Node{s.goals(), s.them()}})}}
	sheet := ui.Paper{Holes: true, Stamp: t("window.briefing.stamp"), Head: ui.Stack(fine(t("window.briefing.for", "Chair", sm.Chair)),
		ui.Text{Spans: []ui.Span{{Text: t("window.briefing.title", "Place", sm.Name)}}, Family: ui.Worn, Size: ui.Heading}),
		Child: ui.Stack(ui.Rule{Double: true}, body)}
	foot := ui.Paper{Snug: true, Child: buttons(ui.Button{ID: "begin", Text: t("window.briefing.begin"), Kind: ui.Primary, Key: "Enter"},
		ui.Button{ID: "help", Text: t("window.help.open"), Key: "F1"}, ui.Button{ID: "back", Text: t("window.briefing.back"), Kind: ui.Quiet})}
	out := ui.Layers{reading("briefing", t("window.briefing.title", "Place", sm.Name), sheet, foot)}
	if s.help {
		out = append(out, s.a.helpSheet())
	}
	return out
}

// reading is a sheet in the middle of the desk that scrolls, with a foot that
// always shows.
func reading(id, label string, sheet, foot ui.Node) ui.Node {
	return ui.Desk{Dim: dimmed, Child: ui.Pad{X: ui.Broad, Y: ui.Even, Child: centred{ui.Column{Gap: ui.Even, Children: []ui.Node{
		ui.Fill(ui.Scroll{ID: id, Label: label, Fill: true, Child: ui.Pad{X: ui.Snug, Y: ui.Snug, Child: sheet}}),
		ui.Pad{X: ui.Snug, Child: foot}}}}}}
}

func (s *briefingScene) goals() ui.Node {
	out := column(label(s.a.t("window.briefing.goals")))
	for _, g := range s.r.G.Briefing().Goals {
		out.Children = append(out.Children, said(g.Title+".", g.Text))
	}
	return out
}

// them is what is believed of the other side: the issues that it is thought to
// care for most.
func (s *briefingScene) them() ui.Node {
	r := s.r
	b := r.G.Briefing()
	other := r.SideName(b.Side.Other())
	ladders := r.View().Ladders
	slices.SortStableFunc(ladders, func(x, y desk.Ladder) int { return int(b.Believes[y.Index].Care) - int(b.Believes[x.Index].Care) })
	out := column(label(s.a.t("window.briefing.them", "Side", strings.ToUpper(other))))
	for _, l := range ladders[:min(len(ladders), 4)] {
		out.Children = append(out.Children, said(l.Title+":", s.a.t("window.briefing.goes_to", "Rung", l.Rungs[l.Theirs].Text, "Sure", l.Sure)))
	}
	out.Children = append(out.Children, fine(s.a.t("window.briefing.wrong")))
	return out
}

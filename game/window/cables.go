//go:build !headless

package window

import (
	"fmt"
	"strings"

	"backchannel/engine"
	"backchannel/game/desk"
	"backchannel/game/ui"
)

// cablesScene is the one sheet after a commit: what happened, and what
// happened in history.
type cablesScene struct {
	a       *app
	r       *desk.Reader
	cables  []desk.Cable
	head    string     // over what happened in history
	history []string   // nil where that is hidden
	since   engine.Day // what was committed first
	passed  int        // quiet turns that ran by
	desk    desk.Desk
	problem string
	help    bool
}

func newCables(a *app, r *desk.Reader) *cablesScene { return &cablesScene{a: a, r: r} }

// pass ends the turn and gathers what came of it.
func (s *cablesScene) pass() {
	first := s.r.G.W.S.Day
	s.r.Commit()
	s.problem = s.a.save(s.r.G)
	s.cables = append(s.cables, s.r.Cables()...)
	if !s.r.HideHistory {
		s.history = append(s.history, s.r.InHistory()...)
	}
	if s.since == 0 {
		s.since = first
	}
	s.head = s.r.HistoryHead(s.since)
	s.passed += len(s.r.G.Skips)
	s.desk = s.r.View()
}

// Update goes on to the next desk or the verdict.
func (s *cablesScene) Update(events []ui.Event) (ui.Scene, ui.Command) {
	for _, e := range events {
		switch {
		case isHelp(e):
			s.help = true
			return s, ui.Command{Focus: helpClose}
		case e.Kind == ui.Dismiss || e.Kind == ui.Activate && e.ID == helpClose:
			s.help = false
			return s, ui.Command{Focus: "on"}
		case e.Kind == ui.Resize:
			s.a.resized(e)
		case e.Kind == ui.Activate && e.ID == "on", e.Kind == ui.KeyIn && (e.Key == ui.KeyEnter || e.Key == ui.KeyEscape):
			if s.r.G.Over {
				return newEnding(s.a, s.r), ui.Command{Focus: endingText}
			}
			return newDesk(s.a, s.r), ui.Command{Focus: "card/1"}
		}
	}
	return s, ui.Command{}
}

// View shows the sheet.
func (s *cablesScene) View(c *ui.Context) ui.Node {
	t := s.a.t
	title := t("window.cables.title", "Date", s.r.Day(s.r.G.W.S.Day))
	if s.r.G.Over {
		title = t("window.cables.last")
	}
	sheet := ui.Paper{Holes: true, Stamp: t("window.cables.stamp"), Head: ui.Stack(fine(t("window.cables.head")),
		ui.Text{Spans: []ui.Span{{Text: title}}, Family: ui.Worn, Size: ui.Heading}),
		Child: ui.Stack(ui.Rule{Double: true}, ui.Row{Gap: ui.Broad, Stack: stackBelow, Children: []ui.Node{ui.Grow(1.7, s.happened()), ui.Grow(1, ui.Column{Gap: ui.Roomy, Children: s.beside()})}})}
	on := t("window.cables.on")
	if s.r.G.Over {
		on = t("window.cables.verdict")
	}
	foot := column()
	if s.problem != "" {
		foot.Children = append(foot.Children, ui.Text{Spans: []ui.Span{{Text: s.problem, Bold: true}}, Colour: ui.RedPencil})
	}
	foot.Children = append(foot.Children, buttons(ui.Button{ID: "on", Text: on, Kind: ui.Primary, Key: "Enter"}))
	out := ui.Layers{reading("cables"+title, title, sheet, ui.Paper{Snug: true, Child: foot})}
	if s.help {
		out = append(out, s.a.helpSheet())
	}
	return out
}

// happened is the story by day; a heading once for the same day and sender.
func (s *cablesScene) happened() ui.Node {
	t := s.a.t
	out := ui.Column{Gap: ui.Roomy}
	if s.passed > 0 {
		out.Children = append(out.Children, fine(t("window.cables.passed", "Count", s.passed)))
	}
	if s.desk.PaceNew && !s.r.G.Over {
		out.Children = append(out.Children, ui.Text{Spans: []ui.Span{{Text: s.desk.Pace, Bold: true}}, Family: ui.Book, Colour: ui.RedPencil})
	}
	if len(s.cables) == 0 {
		out.Children = append(out.Children, large(t("window.cables.none")))
	}
	head := ""
	for _, k := range s.cables {
		h := t("window.cables.from", "Date", s.r.Short(k.Day), "From", k.From)
		if k.Mine {
			h = t("window.cables.mine", "Date", s.r.Short(k.Day))
		}
		text := large(k.Text)
		if h == head {
			out.Children = append(out.Children, text)
			continue
		}
		head = h
		out.Children = append(out.Children, ui.Column{Gap: ui.Thin, Children: []ui.Node{label(h), text}})
	}
	return out
}

// large is running text with room around it.
func large(s string) ui.Text {
	return ui.Text{Spans: []ui.Span{{Text: s}}, Family: ui.Book, Size: ui.Lead}
}

// beside is what stands next to the story: history, what moved, what is open.
func (s *cablesScene) beside() []ui.Node {
	var out []ui.Node
	if !s.r.HideHistory {
		out = append(out, s.inHistory())
	}
	var moved []ui.Node
	for k, m := range s.desk.Meters {
		if arrow(m) != "" {
			moved = append(moved, s.a.gauge(s.r, fmt.Sprintf("moved/%d", k), m))
		}
	}
	if len(moved) > 0 {
		out = append(out, section(s.a.t("window.cables.moved"), moved))
	}
	var open []ui.Node
	for _, v := range s.desk.Cards {
		if waits(v) {
			open = append(open, fine(v.Label+". "+v.Title))
		}
	}
	for _, l := range s.desk.Waiting {
		open = append(open, fine(l))
	}
	if len(open) > 0 {
		out = append(out, section(s.a.t("window.cables.open"), open))
	}
	return out
}

func (s *cablesScene) inHistory() ui.Node {
	out := column(label(strings.ToUpper(s.head)))
	for _, h := range s.history {
		out.Children = append(out.Children, ui.Text{Spans: []ui.Span{{Text: h, Italic: true}}, Family: ui.Book})
	}
	if len(s.history) == 0 {
		out.Children = append(out.Children, fine(s.a.t("window.cables.no_history")))
	}
	return ui.Paper{Ground: ui.Index, Snug: true, Child: out}
}

//go:build !headless

package window

import (
	"fmt"
	"slices"
	"strings"

	"backchannel/engine/play"
	"backchannel/game/desk"
	"backchannel/game/ui"
)

// endingScene is the verdict of a later historian.
type endingScene struct {
	a *app
	r *desk.Reader
	v desk.Debrief

	curves []desk.Curve
	help   bool
}

// endingText is what one reads; it has the focus, so that the arrow keys turn
// the page and Enter does not throw the verdict away.
const endingText = "ending"

func newEnding(a *app, r *desk.Reader) *endingScene {
	return &endingScene{a: a, r: r, v: r.Debrief(), curves: r.Curves()}
}

// Update begins again or quits.
func (s *endingScene) Update(events []ui.Event) (ui.Scene, ui.Command) {
	for _, e := range events {
		switch {
		case isHelp(e):
			s.help = true
			return s, ui.Command{Focus: helpClose}
		case e.Kind == ui.Dismiss || e.Kind == ui.Activate && e.ID == helpClose:
			s.help = false
			return s, ui.Command{Focus: endingText}
		case e.Kind == ui.Resize:
			s.a.resized(e)
		case e.Kind == ui.Activate && e.ID == "quit":
			return s, ui.Command{Quit: true}
		case e.Kind == ui.Activate && e.ID == "lab-back" && s.a.branched(s.r.G):
			return s.a.toLab()
		case e.Kind == ui.Activate && e.ID == "lab":
			return openLab(s.a, s.r.M, s.r.G, s)
		case e.Kind == ui.Activate && e.ID == "lab-record":
			return openLab(s.a, s.r.M, nil, s)
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

// View shows the sheet: the verdict first, then what it rests on.
func (s *endingScene) View(c *ui.Context) ui.Node {
	t := s.a.t
	kicker, headline := s.v.Question, s.v.Title
	if headline == "" {
		headline = s.v.Outcome
	}
	parts := ui.Column{Gap: ui.Roomy, Children: []ui.Node{ui.Rule{Double: true}, s.verdict(),
		s.part("window.end.history", s.history()), s.part("window.end.turning", s.turning()),
		ui.Row{Gap: ui.Broad, Stack: stackBelow, Children: []ui.Node{
			ui.Grow(1.4, s.part("window.end.did_not_see", s.unseen())), ui.Grow(1, s.part("window.end.believe", s.people()))}}}}
	if len(s.v.Own.Foretold) > 0 {
		parts.Children = append(parts.Children, s.part("head.own_forecasts", s.foretold()))
	}
	sheet := ui.Paper{Holes: true, Stamp: t("window.end.stamp"), Head: ui.Column{Gap: ui.Tight, Children: []ui.Node{
		fine(t("window.end.title")), book(kicker), ui.Text{Spans: []ui.Span{{Text: headline}}, Family: ui.Worn, Size: ui.Title}}},
		Child: parts}
	again := ui.Button{ID: "again", Text: t("window.end.again"), Kind: ui.Primary}
	if s.a.opts.Model == nil {
		again.Disabled = t("window.end.no_again")
	}
	own := ui.Button{ID: "lab", Text: t("window.end.lab"), Tip: t("labtext.offer")}
	if s.r.G.Settings.Branch.From == play.FromRecord {
		own.Disabled = t("window.end.lab_branch")
	}
	foot := buttons(own, ui.Button{ID: "lab-record", Text: t("window.end.lab_record")}, again, ui.Button{ID: "quit", Text: t("window.title.quit")})
	if s.a.branched(s.r.G) {
		again.Kind = ui.Ordinary
		foot = buttons(ui.Button{ID: "lab-back", Text: t("window.lab.to_lab"), Kind: ui.Primary}, own, again, ui.Button{ID: "quit", Text: t("window.title.quit")})
	}
	out := ui.Layers{reading(endingText, t("window.end.title"), sheet, ui.Paper{Snug: true, Child: foot})}
	if s.help {
		out = append(out, s.a.helpSheet())
	}
	return out
}

// part is a part of the verdict under its heading.
func (s *endingScene) part(key string, child ui.Node) ui.Node { return part(s.a, key, child) }

// part is a part of a sheet under its heading.
func part(a *app, key string, child ui.Node) ui.Node {
	return ui.Column{Gap: ui.Snug, Children: []ui.Node{ui.Text{Spans: []ui.Span{{Text: a.t(key)}}, Family: ui.Worn, Size: ui.Heading}, ui.Rule{}, child}}
}

// verdict is how it ended, beside how far the goals were reached.
func (s *endingScene) verdict() ui.Node {
	left := ui.Stack()
	if branch := s.r.Branch(); branch != "" {
		left.Children = append(left.Children, ui.Text{Spans: []ui.Span{{Text: branch, Bold: true}}, Family: ui.Book, Colour: ui.RedPencil})
	}
	if s.v.Ending != "" {
		left.Children = append(left.Children, large(s.v.Ending))
	}
	left.Children = append(left.Children, ui.Text{Spans: []ui.Span{{Text: s.v.History, Italic: true}}, Family: ui.Book})
	for _, line := range []string{s.v.Price, s.v.Open} {
		if line != "" {
			left.Children = append(left.Children, book(line))
		}
	}
	right := ui.Column{Gap: ui.Even, Children: []ui.Node{ui.Text{Spans: []ui.Span{{Text: s.v.Score, Bold: true}}, Family: ui.Book, Size: ui.Lead}}}
	for _, g := range s.v.Goals {
		right.Children = append(right.Children, goalNode(s.a, g))
	}
	return ui.Row{Gap: ui.Broad, Stack: stackBelow, Children: []ui.Node{ui.Grow(1.3, left), ui.Grow(1, right)}}
}

// history sets one's own checkpoints and curves beside those of history.
func (s *endingScene) history() ui.Node {
	if len(s.curves) == 0 {
		return s.beside()
	}
	return ui.Column{Gap: ui.Roomy, Children: []ui.Node{s.charts(), s.beside()}}
}

// beside sets one's own numbers beside those of history; those that are alike
// are told in a line.
func (s *endingScene) beside() ui.Node {
	t := s.a.t
	var out []ui.Node
	var alike []string
	for _, k := range s.v.Checkpoints {
		if k.Yours == k.Theirs {
			alike = append(alike, t("window.end.alike_one", "What", k.What, "N", desk.Thousands(k.Yours)))
			continue
		}
		yours := k.Yours
		if k.Never {
			yours = 0
		}
		most, said := float64(max(yours, k.Theirs, 1)), k.Said
		if said == "" {
			said = desk.Thousands(k.Yours)
		}
		out = append(out, ui.Column{Gap: ui.Tight, Children: []ui.Node{
			ui.Text{Spans: []ui.Span{{Text: k.What, Bold: true}}, Family: ui.Book}, fine(k.Date), ui.Bars{Items: []ui.Bar{
				{Label: t("window.end.yours"), Value: float64(yours) / most, Text: said},
				{Label: t("window.end.theirs"), Value: float64(k.Theirs) / most, Text: desk.Thousands(k.Theirs), Mark: true},
			}}}})
	}
	all := ui.Column{Gap: ui.Even}
	if len(out) > 0 {
		all.Children = append(all.Children, ui.Grid{Min: chairMin + cardMin/2, Most: 2, Gap: ui.Roomy, Children: out})
	}
	switch {
	case len(alike) > 0:
		all.Children = append(all.Children, said(t("window.end.alike"), strings.Join(alike, "; ")+"."))
	case len(out) == 0:
		return fine(t("window.end.no_checkpoints"))
	}
	return all
}

// turning are the turning points on a line of dates, and what each changed.
func (s *endingScene) turning() ui.Node {
	points := slices.Clone(s.v.Turning)
	slices.SortStableFunc(points, func(a, b desk.Turning) int { return int(a.Day - b.Day) })
	cut := s.r.M.Cut
	line := ui.Timeline{Min: float64(cut.First), Max: float64(cut.Last), Ticks: dates(s.r, cut.First, cut.Last)}
	var told []ui.Node
	for k, p := range points {
		mark := fmt.Sprint(k + 1)
		line.Flags = append(line.Flags, ui.Flag{At: float64(p.Day), Mark: mark, Text: p.Cause})
		one := ui.Column{Gap: ui.Thin, Children: []ui.Node{fine(mark + "  " + p.Date), ui.Text{Spans: []ui.Span{{Text: p.Cause, Bold: true}}, Family: ui.Book}}}
		for _, n := range p.Changes {
			one.Children = append(one.Children, fine(capital(n)))
		}
		told = append(told, one)
	}
	return ui.Column{Gap: ui.Even, Children: []ui.Node{fine(s.a.t("window.end.turning_note")), line, ui.Grid{Min: chairMin + cardMin/2, Most: 2, Gap: ui.Even, Children: told}}}
}

// unseen is who the other side was, and what happened out of sight.
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

// foretold is what the player estimated, why, and what came of it, then how well
// that was done.
func (s *endingScene) foretold() ui.Node {
	var each []ui.Node
	for _, f := range s.v.Own.Foretold {
		odds, came := float64(f.Odds)/100, "window.end.foretold_open"
		switch {
		case f.Came:
			came = "window.end.foretold_came"
		case f.Decided:
			came = "window.end.foretold_not"
		}
		one := ui.Column{Gap: ui.Tight, Children: []ui.Node{fine(s.r.Short(f.Day)), ui.Text{Spans: []ui.Span{{Text: f.What, Bold: true}}, Family: ui.Book},
			ui.Odds{Low: odds, High: odds, Text: s.a.t(came, "N", f.Odds)}}}
		if f.Reason != "" {
			one.Children = append(one.Children, ui.Text{Spans: []ui.Span{{Text: "“" + f.Reason + "”", Italic: true}}, Family: ui.Book})
		}
		each = append(each, one)
	}
	out := ui.Column{Gap: ui.Even, Children: []ui.Node{ui.Grid{Min: chairMin + cardMin/2, Most: 2, Gap: ui.Roomy, Children: each}}}
	for _, l := range s.v.Own.Lines() {
		out.Children = append(out.Children, book(l))
	}
	return out
}

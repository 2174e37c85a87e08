//go:build !headless

package window

import (
	"fmt"
	"strings"

	"backchannel/game/desk"
	"backchannel/game/ui"
)

// folder is what is known: news, ladders, people, goals; scroll names what its
// page scrolls in, "" for none.
func (d *deskScene) folder(scroll string) ui.Node {
	t := d.a.t
	names := []string{t("window.desk.tab_news"), t("window.desk.tab_ladders"), t("window.desk.tab_people"), t("window.desk.tab_goals")}
	pages := []func() ui.Node{d.news, d.ladders, d.people, d.goals}
	return ui.Tabs{ID: "folder", Names: names, Index: d.tab, Child: pages[d.tab](), Scroll: scroll}
}

// section is a heading with lines, nothing if there are none.
func section(title string, lines []ui.Node) ui.Node {
	return column(append([]ui.Node{label(title)}, lines...)...)
}

// news is what brews, what was promised, what waits and what came last.
func (d *deskScene) news() ui.Node {
	t := d.a.t
	out := ui.Column{Gap: ui.Even}
	if len(d.v.Eve) > 0 {
		var eve []ui.Node
		for _, l := range d.v.Eve {
			eve = append(eve, fine(l))
		}
		out.Children = append(out.Children, section(t("window.desk.eve"), eve))
	}
	var brews []ui.Node
	for k, b := range d.v.Brewing {
		brews = append(brews, d.brew(k, b))
	}
	if len(brews) == 0 {
		brews = append(brews, fine(t("window.desk.no_brew")))
	}
	out.Children = append(out.Children, section(t("window.desk.brewing"), brews))
	for _, s := range []struct {
		title string
		lines []string
	}{{t("window.desk.unread"), d.v.Unread}, {t("window.desk.promises"), d.v.Promises}, {t("window.desk.waiting"), d.v.Waiting}} {
		var lines []ui.Node
		for _, l := range s.lines {
			lines = append(lines, fine(l))
		}
		if len(lines) > 0 {
			out.Children = append(out.Children, section(s.title, lines))
		}
	}
	var cables []ui.Node
	for _, k := range d.v.Cables {
		if !k.Mine {
			cables = append(cables, ui.Text{Spans: []ui.Span{{Text: d.r.Short(k.Day) + ". ", Bold: true}, {Text: k.Text}}, Size: ui.Fine, Family: ui.Book})
		}
	}
	if len(cables) == 0 {
		none := "window.desk.no_word"
		if d.r.G.W.S.Day == d.r.M.Cut.First {
			none = "window.desk.no_cables"
		}
		cables = append(cables, fine(t(none)))
	}
	out.Children = append(out.Children, section(t("window.desk.cables"), cables))
	return out
}

// brew is something that may strike: what, how likely and until when, and what
// of one's own touches it, to be pressed. The figure is its own "why?", and beside
// the title stands one's own estimate.
func (d *deskScene) brew(k int, b desk.BrewView) ui.Node {
	chance := float64(b.Chance) / 100
	head := ui.Row{Gap: ui.Snug, Center: true, Stack: cardMin / 2, Children: []ui.Node{ui.Grow(1, ui.Text{Spans: []ui.Span{{Text: b.Title, Bold: true}}, Family: ui.Book})}}
	if guess := d.guess(k, b.Event); guess != nil {
		head.Children = append(head.Children, guess)
	}
	lines := ui.Column{Gap: ui.Thin, Children: []ui.Node{head,
		ui.Why{ID: fmt.Sprintf("brew/%d", k), Label: b.Title, Tip: d.a.t("window.desk.odds", "Number", b.Number, "Latest", b.Latest),
			Child: ui.Odds{Low: chance, High: chance, Text: b.Odds + ", " + b.Latest}},
		fine(b.Text),
	}}
	refs := ui.Flow{Gap: ui.Tight}
	for j, s := range b.Touches {
		text := d.a.t("window.desk.touch_move", "Title", s)
		if n := d.inHand(b.Moves[j]); n > 0 {
			text = d.a.t("window.desk.touch_card", "N", n, "Title", s)
		}
		refs.Children = append(refs.Children, ui.Button{ID: fmt.Sprintf("touch/%d/%d", k, j), Text: text, Label: s, Kind: ui.Quiet, Small: true})
	}
	if len(refs.Children) > 0 {
		lines.Children = append(lines.Children, refs)
	}
	return lines
}

// inHand is the number of the card that is a move, 0 for none.
func (d *deskScene) inHand(move int16) int {
	for _, v := range d.v.Cards {
		if v.Card.Choice.Move == move {
			return v.Number
		}
	}
	return 0
}

// ladders are the things bargained over; one at a time shows its rungs.
func (d *deskScene) ladders() ui.Node {
	out := column(fine(d.a.t("window.desk.ladders_note")))
	for _, l := range d.v.Ladders {
		out.Children = append(out.Children, ui.Button{ID: fmt.Sprintf("ladder/%d", l.Index), Text: l.Title, Wide: true})
		if l.Index != d.ladder {
			out.Children = append(out.Children, fine(l.Rungs[l.Today].Text))
			continue
		}
		out.Children = append(out.Children, rungs(l)...)
	}
	return out
}

// rungs are all steps of a ladder with who stands where.
func rungs(l desk.Ladder) []ui.Node {
	var out []ui.Node
	for k, g := range l.Rungs {
		spans := []ui.Span{{Text: fmt.Sprintf("%d. %s", k+1, g.Text), Bold: int8(k) == l.Today, Underline: int8(k) == l.Today}}
		for _, m := range g.Marks {
			spans = append(spans, ui.Span{Text: " · " + m, Italic: true})
		}
		out = append(out, ui.Pad{X: ui.Snug, Child: ui.Text{Spans: spans, Size: ui.Fine, Family: ui.Book}})
	}
	return append(out, ui.Pad{X: ui.Snug, Child: ui.Text{Spans: []ui.Span{{Text: l.Note()}}, Size: ui.Fine, Family: ui.Book}})
}

// people are the advisers with how their forecasts did, and the ways by which
// messages go.
func (d *deskScene) people() ui.Node {
	var who, ways []ui.Node
	for _, s := range d.r.Advisers() {
		who = append(who, named(s, ", "))
	}
	for _, w := range d.v.Channels {
		ways = append(ways, named(w.Line, ": "))
	}
	return ui.Column{Gap: ui.Even, Children: []ui.Node{section(d.a.t("window.desk.advisers"), who), section(d.a.t("window.desk.ways"), ways)}}
}

// named is a line whose name, up to a mark, is bold.
func named(s, mark string) ui.Node {
	name, _, ok := strings.Cut(s, mark)
	if !ok {
		return fine(s)
	}
	return ui.Text{Spans: []ui.Span{{Text: name, Bold: true}, {Text: s[len(name):]}}, Size: ui.Fine, Family: ui.Book}
}

// goals are the two things wanted and how far they are.
func (d *deskScene) goals() ui.Node {
	g := d.v.Goals
	out := column(said(d.a.t("window.desk.score", "N", d.v.Score), d.a.t("window.desk.score_note",
		"First", g[0].Title, "One", g[0].Points, "Second", g[1].Title, "Two", g[1].Points)))
	for _, g := range d.v.Goals {
		out.Children = append(out.Children, goalNode(d.a, g))
	}
	return out
}

// goalNode is a goal with its share as a bar and its parts in words.
func goalNode(a *app, g desk.GoalView) ui.Node {
	out := ui.Column{Gap: ui.Tight, Children: []ui.Node{said(g.Title+".", g.Text),
		ui.Bars{Items: []ui.Bar{{Label: a.t("window.desk.way"), Value: float64(g.Share) / 100, Text: a.t("window.desk.of_100", "N", g.Share)}}}}}
	for _, p := range g.Parts {
		out.Children = append(out.Children, fine(p))
	}
	return out
}

//go:build !headless

package window

import (
	"strings"

	"backchannel/engine"
	"backchannel/engine/play"
	"backchannel/game/desk"
	"backchannel/game/lab"
	"backchannel/game/lang"
	"backchannel/game/ui"
)

// app is what all scenes share.
type app struct {
	opts  Options
	c     *lang.Catalog
	scale float64     // of type, as last chosen
	title *titleScene // with what was chosen there, to come back to
	lab   *labScene   // from which the branch was begun, to come back to
	begun *play.Game  // the branch that was begun last
	last  *play.Game  // that was saved since the window opened; nil if none was
}

// t says a sentence of the catalogue.
func (a *app) t(key string, with ...any) string { return a.c.T(key, with...) }

// resume shows a game where it stands.
func resume(a *app, g *play.Game) ui.Scene {
	r := a.reader(g)
	if g.Over {
		return newEnding(a, r)
	}
	return newDesk(a, r)
}

// reader reads a game as the player has asked for.
func (a *app) reader(g *play.Game) *desk.Reader {
	r := desk.New(g, g.W.M, a.c)
	r.HideHistory = a.opts.HideHistory
	return r
}

// save keeps the game; what goes wrong is said in words.
func (a *app) save(g *play.Game) string {
	if a.opts.Autosave == nil {
		return ""
	}
	if err := a.opts.Autosave(g); err != nil {
		return a.t("window.save_failed", "Why", err.Error())
	}
	a.last = g
	return ""
}

// branched tells whether a game is the branch that was begun in a laboratory to
// which one can go back.
func (a *app) branched(g *play.Game) bool {
	return g == a.begun && a.lab != nil
}

// toLab goes back to the laboratory with its notebook.
func (a *app) toLab() (ui.Scene, ui.Command) { return a.lab, a.lab.again() }

// goOn opens the game that was saved last: one of this sitting, without what was
// only planned, else the newest of those kept.
func (a *app) goOn() (*play.Game, error) {
	if a.last == nil {
		return a.opts.LoadLast()
	}
	for a.last.Undo() {
	}
	return a.last, nil
}

// theories loads the versions of the theory under which the laboratory asks, nil
// for none beside the era's own.
func (a *app) theories(m *engine.Model) func() ([]lab.Version, error) {
	if a.opts.Theories == nil {
		return nil
	}
	return func() ([]lab.Version, error) { return a.opts.Theories(m) }
}

// typed is a paragraph from the typewriter, its letters as they are.
func typed(s string) ui.Text { return ui.Text{Spans: []ui.Span{{Text: s}}} }

// book is a paragraph of running text.
func book(s string) ui.Text { return ui.Text{Spans: []ui.Span{{Text: s}}, Family: ui.Book} }

// fine is small type.
func fine(s string) ui.Text {
	return ui.Text{Spans: []ui.Span{{Text: s}}, Size: ui.Fine, Family: ui.Book}
}

// label is a small heading within a sheet.
func label(s string) ui.Text {
	return ui.Text{Spans: []ui.Span{{Text: s, Bold: true}}, Size: ui.Fine}
}

// said is a paragraph that begins with a bold word.
func said(head, text string) ui.Text {
	return ui.Text{Spans: []ui.Span{{Text: head, Bold: true}, {Text: " " + text}}, Family: ui.Book}
}

// column is a column with a small gap.
func column(children ...ui.Node) ui.Column { return ui.Column{Gap: ui.Snug, Children: children} }

// buttons are buttons in a line that wraps.
func buttons(children ...ui.Node) ui.Flow { return ui.Flow{Gap: ui.Even, Children: children} }

// page is a whole window that scrolls, on the desk.
func page(id, label string, dim float64, child ui.Node) ui.Node {
	return ui.Desk{Dim: dim, Child: ui.Pad{X: ui.Broad, Y: ui.Even, Child: ui.Scroll{ID: id, Label: label, Fill: true,
		Child: ui.Pad{X: ui.Snug, Y: ui.Even, Child: child}}}}
}

// atMost keeps what can scroll from being higher than a share of the window.
type atMost struct {
	share float64
	child ui.Node
}

// Measure returns the child's size, cut off.
func (n atMost) Measure(c *ui.Context, w float64) ui.Extent {
	e := n.child.Measure(c, w)
	return ui.Extent{W: e.W, H: min(e.H, float64(int(c.H*n.share)))}
}

// Place sets the child.
func (n atMost) Place(c *ui.Context, r ui.Rect) { n.child.Place(c, r) }

// pips are as many dots as there are units, and hollow ones up to most.
func pips(have, most int64) string {
	have = max(have, 0)
	return strings.TrimSpace(strings.Repeat("• ", int(have)) + strings.Repeat("· ", int(max(0, most-have))))
}

// isHelp tells whether an event asks for help.
func isHelp(e ui.Event) bool {
	return e.Kind == ui.KeyIn && e.Key == ui.KeyF1 || e.Kind == ui.RuneIn && e.Rune == '?'
}

// centred keeps what fills the window from being wider than can be read, and
// sets it in the middle at full height.
type centred struct{ child ui.Node }

// Measure returns the child's size.
func (n centred) Measure(c *ui.Context, w float64) ui.Extent {
	return ui.Limit{Width: readingWidth, Align: ui.Right, Child: n.child}.Measure(c, w)
}

// Place sets the child.
func (n centred) Place(c *ui.Context, r ui.Rect) {
	w := ui.Limit{Width: readingWidth, Child: wide{}}.Measure(c, r.W).W
	n.child.Place(c, ui.Rect{X: r.X + float64(int((r.W-w)/2)), Y: r.Y, W: w, H: r.H})
}

// wide takes all the width that there is.
type wide struct{}

// Measure returns the whole width.
func (wide) Measure(_ *ui.Context, w float64) ui.Extent { return ui.Extent{W: w} }

// Place draws nothing.
func (wide) Place(*ui.Context, ui.Rect) {}

// short tells whether the window is too low, at this size of type, for lists
// beside each other between a head and a foot.
func short(c *ui.Context) bool {
	return ui.Limit{Width: shortBelow, Child: wide{}}.Measure(c, c.H).W >= c.H
}

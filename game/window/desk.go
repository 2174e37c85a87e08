//go:build !headless

package window

import (
	"fmt"
	"strings"

	"backchannel/engine"
	"backchannel/engine/play"
	"backchannel/game/desk"
	"backchannel/game/ui"
)

// deskScene is a turn: the hand, what is known, and the plan.
type deskScene struct {
	a      *app
	r      *desk.Reader
	v      desk.Desk
	over   sheet  // what lies over the desk, or nil
	from   string // the control that opened it
	tab    int
	ladder int8
	note   string // what could not be done
	stop   string // changes with each turn, so that lists begin at their top

	foretell []desk.ForetellView   // what can be foretold, and what was
	drafts   map[play.Thing]string // reasons as they were typed, in this turn
}

// A sheet lies over the desk and takes the player's hand until it is left.
type sheet interface {
	// node is the sheet itself, an overlay.
	node(d *deskScene, c *ui.Context) ui.Node
	// press takes an event; the scene is another one where it ends the desk.
	press(d *deskScene, e ui.Event) (ui.Scene, ui.Command)
}

func newDesk(a *app, r *desk.Reader) *deskScene {
	d := &deskScene{a: a, r: r, drafts: map[play.Thing]string{}}
	d.look()
	return d
}

// look reads the desk anew. Drafts go, since the messages of another plan have
// other numbers; what was foretold keeps its reason.
func (d *deskScene) look() {
	clear(d.drafts)
	d.v, d.foretell = d.r.View(), d.r.Foretell()
	d.stop = fmt.Sprint(d.r.G.W.S.Day)
}

// Update takes what the player does.
func (d *deskScene) Update(events []ui.Event) (ui.Scene, ui.Command) {
	for _, e := range events {
		if e.Kind == ui.Resize {
			d.a.resized(e)
			continue
		}
		if next, cmd := d.take(e); next != nil {
			return next, cmd
		}
	}
	return d, ui.Command{}
}

func (d *deskScene) take(e ui.Event) (ui.Scene, ui.Command) {
	if e.Kind == ui.KeyIn && e.Key == ui.KeyF1 {
		return d.open(helpOver{})
	}
	if d.over != nil {
		if e.Kind == ui.Dismiss || e.Kind == ui.Activate && e.ID == "back" {
			return d.close()
		}
		return d.over.press(d, e)
	}
	switch e.Kind {
	case ui.Activate:
		d.from = e.ID
		return d.press(e.ID)
	case ui.Choose:
		d.tab = e.Index
	case ui.RuneIn:
		return d.letter(e.Rune)
	case ui.KeyIn:
		switch {
		case e.Key == ui.KeyEnter && e.Mods&ui.Ctrl != 0:
			return d.commit()
		case e.Key == ui.KeyEscape:
			return d.open(menuOver{})
		case e.Key == ui.KeyZ && e.Mods&ui.Ctrl != 0:
			return d.press("undo")
		}
	}
	return d, ui.Command{}
}

// keysOf are the letters that do what a button does.
var keysOf = map[rune]string{'d': "drawer", 'o': "offer", 'u': "undo", 'c': "commit", 'w': "wait", 'e': "estimate", '?': "help"}

// tabKeys are the letters of the tabs.
const tabKeys = "ntpg"

func (d *deskScene) letter(r rune) (ui.Scene, ui.Command) {
	r = []rune(strings.ToLower(string(r)))[0]
	if r >= '1' && r <= '9' {
		d.from = fmt.Sprintf("card/%c", r)
		return d.press(d.from)
	}
	if at := strings.IndexRune(tabKeys, r); at >= 0 {
		d.tab = at
		return d, ui.Command{}
	}
	d.from = keysOf[r]
	return d.press(d.from)
}

func (d *deskScene) press(id string) (ui.Scene, ui.Command) {
	var n int
	if _, err := fmt.Sscanf(id, "card/%d", &n); err == nil {
		return d.openCard(n)
	}
	if _, err := fmt.Sscanf(id, "ladder/%d", &n); err == nil {
		if d.ladder == int8(n) {
			n = -1
		}
		d.ladder = int8(n)
		return d, ui.Command{}
	}
	var k int
	if _, err := fmt.Sscanf(id, "touch/%d/%d", &k, &n); err == nil {
		return d.openMove(d.v.Brewing[k].Moves[n])
	}
	if scan(id, "guess/%d", &n) {
		return d.estimate(nil, brewThing(d.v.Brewing[n].Event))
	}
	switch id {
	case "drawer":
		return d.open(&drawerOver{scroll: fmt.Sprint("moves", d.stop, len(d.v.Planned))})
	case "offer":
		return d.open(newComposer(d, d.r.Compose()))
	case "undo":
		d.r.G.Undo()
		d.note = ""
		d.look()
	case "commit":
		return d.open(commitOver{})
	case "wait":
		return d.wait()
	case "estimate":
		return d.estimate(nil, play.Thing{})
	case "help":
		return d.open(helpOver{})
	case "menu":
		return d.open(menuOver{})
	}
	return d, ui.Command{}
}

// first is an overlay whose first control is not "go".
type first interface{ first() string }

func (d *deskScene) open(s sheet) (ui.Scene, ui.Command) {
	d.over, d.note = s, ""
	focus := "go"
	if f, ok := s.(first); ok {
		focus = f.first()
	}
	return d, ui.Command{Focus: focus}
}

// close leaves a sheet, for the drawer if it was opened there.
func (d *deskScene) close() (ui.Scene, ui.Command) {
	if o, ok := d.over.(cardOver); ok && o.from != nil {
		return d.open(o.from)
	}
	if o, ok := d.over.(*estimateOver); ok && o.from != nil {
		return d.open(o.from)
	}
	d.over = nil
	return d, ui.Command{Focus: d.from}
}

// plan adds a choice to the turn and goes back to the desk.
func (d *deskScene) plan(c engine.Choice) (ui.Scene, ui.Command) {
	if why := d.r.G.Plan(c); why != engine.Legal {
		d.note = d.r.WhyNot(why, &c)
		return d, ui.Command{}
	}
	d.note, d.from, d.over = "", "card/1", nil
	d.look()
	return d.close()
}

// commit ends the turn.
func (d *deskScene) commit() (ui.Scene, ui.Command) {
	s := newCables(d.a, d.r)
	s.pass()
	return s, ui.Command{Focus: "on"}
}

// wait lets time pass until something needs the player.
func (d *deskScene) wait() (ui.Scene, ui.Command) {
	if d.needed() || len(d.v.Planned) > 0 {
		return d, ui.Command{}
	}
	s := newCables(d.a, d.r)
	for s.pass(); !d.r.G.Over && !d.r.G.Pressing(); {
		s.pass()
	}
	return s, ui.Command{Focus: "on"}
}

// needed tells whether a message or a promise waits for the player.
func (d *deskScene) needed() bool { return len(d.v.Cards) > 0 && waits(d.v.Cards[0]) }

// View shows the desk.
func (d *deskScene) View(c *ui.Context) ui.Node {
	var body ui.Node
	if c.Class() == ui.Compact || short(c) {
		body = ui.Column{Gap: ui.Snug, Children: []ui.Node{
			ui.Fill(ui.Scroll{ID: "desk" + d.stop, Label: d.v.Date, Child: ui.Pad{X: ui.Snug, Y: ui.Snug, Child: ui.Column{Gap: ui.Even,
				Children: []ui.Node{d.header(), d.hand(true), d.folder("")}}}}), d.foot()}}
	} else {
		side := 1.0
		if c.Class() == ui.Regular {
			side = folderShare
		}
		body = ui.Column{Gap: ui.Snug, Children: []ui.Node{d.header(), ui.Fill(ui.Row{Gap: ui.Even, Children: []ui.Node{
			ui.Grow(handShare, d.hands()),
			ui.Grow(side, ui.Pad{X: ui.Tight, Child: d.folder(fmt.Sprint("folder", d.tab, d.stop))}),
		}}), d.foot()}}
	}
	out := ui.Layers{ui.Desk{Dim: dimmed, Child: ui.Pad{X: ui.Even, Y: ui.Snug, Child: body}}}
	if d.over != nil {
		out = append(out, d.over.node(d, c))
	}
	return out
}

// hands is the hand under a line that says what to do with it.
func (d *deskScene) hands() ui.Node {
	return ui.Column{Gap: ui.Snug, Children: []ui.Node{
		ui.Pad{X: ui.Tight, Child: ui.Text{Spans: []ui.Span{{Text: d.a.t("window.desk.choose"), Bold: true}}, Size: ui.Fine, Family: ui.Book, Colour: ui.Chalk}},
		ui.Fill(handView{"hand" + d.stop, d.a.t("window.desk.hand"), d.hand(false)})}}
}

// header is the turn, what can be spent, and the few numbers of the desk.
func (d *deskScene) header() ui.Node {
	t := d.a.t
	m := d.r.Meter(engine.QCapitalW + int(d.r.G.Settings.Side))
	top := ui.Flow{Gap: ui.Roomy, Children: []ui.Node{
		ui.Text{Spans: []ui.Span{{Text: d.v.Date}}, Family: ui.Worn, Size: ui.Heading},
		d.turn(),
		ui.Why{ID: "influence", Label: m.Title, Tip: t("window.desk.influence_tip", "Line", d.v.Capital) + "\n" + d.a.why(d.r, m), Child: ui.Text{Spans: []ui.Span{
			{Text: m.Title + "  "}, {Text: pips(d.v.Units, 0) + "  ", Bold: true, Colour: ui.RedPencil}, {Text: fmt.Sprint(d.v.Units), Bold: true}}, Family: ui.Book}},
	}}
	if d.v.Branch != "" {
		top.Children = append(top.Children, ui.Text{Spans: []ui.Span{{Text: d.v.Branch, Bold: true}}, Size: ui.Fine, Family: ui.Book, Colour: ui.RedPencil})
	}
	if d.v.PaceNew {
		top.Children = append(top.Children, ui.Text{Spans: []ui.Span{{Text: d.v.Pace, Bold: true}}, Size: ui.Fine, Family: ui.Book, Colour: ui.RedPencil})
	}
	gauges := ui.Grid{Min: gaugeMin, Most: 3, Gap: ui.Tight}
	for k, m := range d.v.Meters {
		gauges.Children = append(gauges.Children, d.a.gauge(d.r, fmt.Sprintf("gauge/%d", k), m))
	}
	away := ui.Flow{Gap: ui.Snug, Children: []ui.Node{ui.Button{ID: "help", Text: t("window.help.open"), Kind: ui.Quiet, Key: "?"},
		ui.Button{ID: "menu", Text: t("window.menu.open"), Kind: ui.Quiet, Key: "Esc"}}}
	return ui.Paper{Snug: true, Slim: true, Child: ui.Column{Gap: ui.Tight, Children: []ui.Node{ui.Row{Gap: ui.Even, Stack: stackBelow, Children: []ui.Node{ui.Grow(1, top), away}}, gauges}}}
}

// turn says which turn it is, and while a crisis goes on why turns are short.
func (d *deskScene) turn() ui.Node {
	text := ui.Text{Spans: []ui.Span{{Text: d.v.Turn}}, Family: ui.Book}
	if d.v.Pace == "" || d.v.PaceNew {
		return text
	}
	return ui.Why{ID: "turn", Label: d.v.Turn, Tip: d.v.Pace, Child: text}
}

// foot is the plan and what can be done with it.
func (d *deskScene) foot() ui.Node {
	t := d.a.t
	undo := ui.Button{ID: "undo", Text: t("window.desk.undo"), Key: "U"}
	wait := ui.Button{ID: "wait", Text: t("window.desk.wait"), Key: "W", Tip: t("window.desk.wait_tip")}
	if len(d.v.Planned) == 0 {
		undo.Disabled = t("window.desk.nothing_planned")
	} else {
		wait.Disabled = t("window.desk.wait_planned")
	}
	if d.needed() {
		wait.Disabled = t("window.desk.wait_needed")
	}
	commit := ui.Button{ID: "commit", Text: t("window.desk.commit", "Count", len(d.v.Planned)), Kind: ui.Primary, Key: "C"}
	if len(d.v.Planned) == 0 {
		commit.Text, commit.Kind = t("window.desk.pass"), ui.Ordinary
	}
	return ui.Paper{Ground: ui.Manila, Snug: true, Slim: true, Child: ui.Column{Gap: ui.Snug, Children: []ui.Node{
		atMost{footShare, ui.Scroll{ID: "plan", Label: t("window.desk.plan"), Child: d.planned()}},
		buttons(commit, undo, wait, ui.Button{ID: "offer", Text: t("window.desk.offer"), Key: "O"}, ui.Button{ID: "drawer", Text: t("window.desk.drawer"), Key: "D"}, d.estimateButton("estimate")),
	}}}
}

// planned is the list of what will be done, or that there is nothing; what
// silence means stands on its card.
func (d *deskScene) planned() ui.Node {
	if len(d.v.Planned) == 0 {
		return ui.Text{Spans: []ui.Span{{Text: d.a.t("window.desk.plan_empty"), Bold: true}}, Size: ui.Fine, Family: ui.Book}
	}
	spans := []ui.Span{{Text: d.a.t("window.desk.plan_list"), Bold: true}}
	for k, s := range d.v.Planned {
		spans = append(spans, ui.Span{Text: fmt.Sprintf("  %d. ", k+1), Bold: true}, ui.Span{Text: s})
	}
	return ui.Text{Spans: spans, Size: ui.Fine, Family: ui.Book}
}

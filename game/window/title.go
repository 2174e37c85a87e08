//go:build !headless

package window

import (
	"fmt"
	"strconv"
	"strings"

	"backchannel/engine"
	"backchannel/engine/play"
	"backchannel/game/desk"
	"backchannel/game/ui"
)

// titleScene is the first sheet: which era, which chair, which goals.
type titleScene struct {
	a       *app
	m       *engine.Model
	era     int // of the eras on offer
	cut     int // of m.Cuts
	side    engine.Side
	pair    int // 0: as the briefing says, else one of pairs
	unknown bool
	every   bool // stop at every turn
	seed    string
	options bool
	help    bool
	problem string
}

// eraMin is how wide an era's card is at least.
const eraMin = 172

// pairs are the two of four goals that can be chosen, after "as the briefing
// says".
var pairs = [...][2]int8{{-1, -1}, {0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}}

func newTitle(a *app) (*titleScene, error) {
	s := &titleScene{a: a, side: max(a.opts.Side, engine.Washington), unknown: a.opts.UnknownFuture, every: a.opts.EveryTurn,
		seed: strconv.FormatUint(max(a.opts.Seed, 1), 10)}
	a.title = s
	for k, e := range a.opts.Eras {
		if e.ID == a.opts.Era {
			s.era = k
		}
	}
	return s, s.load(a.opts.Cut)
}

// id is the era's that is chosen, "" where only one is on offer.
func (s *titleScene) id() string {
	if s.era < len(s.a.opts.Eras) {
		return s.a.opts.Eras[s.era].ID
	}
	return s.a.opts.Era
}

func (s *titleScene) load(cut string) error {
	m, err := s.a.opts.Model(s.id(), cut)
	if err != nil {
		return err
	}
	s.m = m
	for k := range m.Cuts {
		if m.Cuts[k].ID == m.Cut.ID {
			s.cut = k
		}
	}
	return nil
}

// Update takes what the player does.
func (s *titleScene) Update(events []ui.Event) (ui.Scene, ui.Command) {
	for _, e := range events {
		switch {
		case isHelp(e):
			s.help = true
			return s, ui.Command{Focus: helpClose}
		case e.Kind == ui.Dismiss || e.Kind == ui.Activate && e.ID == helpClose:
			s.help = false
			return s, ui.Command{Focus: "start"}
		case e.Kind == ui.Resize:
			s.a.resized(e)
		case e.Kind == ui.Activate:
			return s.press(e.ID)
		case e.Kind == ui.KeyIn && e.Key == ui.KeyEnter && !s.help:
			return s.start()
		case e.Kind == ui.Choose:
			return s.choose(e)
		case e.Kind == ui.Change:
			s.typeSeed(e.Text)
		}
	}
	return s, ui.Command{}
}

func (s *titleScene) typeSeed(text string) {
	digits := ""
	for _, r := range text {
		if r >= '0' && r <= '9' && len(digits) < 18 {
			digits += string(r)
		}
	}
	s.seed = digits
}

func (s *titleScene) press(id string) (ui.Scene, ui.Command) {
	if k, ok := strings.CutPrefix(id, "era/"); ok {
		n, _ := strconv.Atoi(k)
		return s.chooseEra(n)
	}
	switch id {
	case "chair/0", "chair/1":
		if side := engine.Side(id[len(id)-1] - '0'); side != s.side {
			s.side, s.pair = side, 0
		}
	case "options":
		s.options = !s.options
	case "lab":
		return openLab(s.a, s.m, nil, s)
	case "help":
		s.help = true
		return s, ui.Command{Focus: helpClose}
	case "start", "seed":
		return s.start()
	case "load":
		g, err := s.a.goOn()
		if err != nil {
			s.problem = s.a.t("window.title.load_failed", "Why", err.Error())
			return s, ui.Command{}
		}
		return resume(s.a, g), ui.Command{}
	case "quit":
		return s, ui.Command{Quit: true}
	}
	return s, ui.Command{}
}

func (s *titleScene) chooseEra(k int) (ui.Scene, ui.Command) {
	before := s.era
	if k >= 0 && k < len(s.a.opts.Eras) {
		s.era = k
	}
	if err := s.load(""); err != nil {
		s.era, s.problem = before, err.Error()
		return s, ui.Command{}
	}
	s.pair, s.problem = 0, ""
	return s, ui.Command{}
}

func (s *titleScene) choose(e ui.Event) (ui.Scene, ui.Command) {
	switch e.ID {
	case "goals":
		s.pair = e.Index
	case "years":
		return s.chooseEra(e.Index)
	case "future":
		s.unknown = e.Index == 1
	case "told":
		s.a.opts.HideHistory = e.Index == 1
	case "stops":
		s.every = e.Index == 1
	case "cut":
		if err := s.load(s.m.Cuts[e.Index].ID); err != nil {
			s.problem = err.Error()
		}
	case "size":
		s.a.scale = scales[e.Index]
		return s, ui.Command{TextScale: s.a.scale}
	}
	return s, ui.Command{}
}

func (s *titleScene) start() (ui.Scene, ui.Command) {
	seed, err := strconv.ParseUint(s.seed, 10, 63)
	if err != nil || seed == 0 {
		s.options, s.problem = true, s.a.t("window.title.seed_wrong")
		return s, ui.Command{Focus: "seed"}
	}
	o := &s.a.opts // what a title that is opened again begins with
	o.Era, o.Cut, o.Side, o.UnknownFuture, o.EveryTurn = s.id(), s.m.Cut.ID, s.side, s.unknown, s.every
	g := play.New(s.m, play.Settings{Seed: seed, Side: s.side, Goals: pairs[s.pair], UnknownFuture: s.unknown, NoQuiet: s.every})
	return newBriefing(s.a, s.a.reader(g)), ui.Command{Focus: "begin"}
}

// View shows the sheet.
func (s *titleScene) View(c *ui.Context) ui.Node {
	t := s.a.t
	var body ui.Node
	if narrow(c) { // what is to be chosen first, and beside the name nothing
		body = ui.Column{Gap: ui.Even, Children: []ui.Node{s.name(ui.Title, ui.Body), s.timeline(), s.choices(), s.sheet()}}
	} else {
		left := ui.Column{Gap: ui.Even, Children: []ui.Node{s.name(ui.Display, ui.Lead), ui.Air(ui.Vast), s.timeline(), s.sheet(), ui.Grow(1, ui.Air(ui.NoSpace))}}
		body = ui.Row{Gap: ui.Broad, Children: []ui.Node{ui.Grow(1, left), ui.Grow(1.15, ui.Column{Children: []ui.Node{s.choices(), ui.Grow(1, ui.Air(ui.NoSpace))}})}}
	}
	out := ui.Layers{page("title", t("window.name"), 0, body)}
	if s.help {
		out = append(out, s.a.helpSheet())
	}
	return out
}

// narrow tells whether the window is too narrow, at this size of type, for two
// columns.
func narrow(c *ui.Context) bool {
	return ui.Limit{Width: titleBelow, Child: wide{}}.Measure(c, c.W).W >= c.W
}

// name is the name of the game and its motto on the chart.
func (s *titleScene) name(size, motto ui.TypeSize) ui.Node {
	return ui.Veil{Child: ui.Column{Gap: ui.Snug, Children: []ui.Node{
		ui.Text{Markup: s.a.t("window.title.name"), Family: ui.Worn, Size: size, Colour: ui.Chalk},
		ui.Text{Markup: s.a.t("window.title.motto"), Size: motto, Colour: ui.Brass},
	}}}
}

// timeline shows where the eras lie; nothing where there is only one.
func (s *titleScene) timeline() ui.Node {
	eras := s.a.opts.Eras
	if len(eras) < 2 {
		return ui.Air(ui.NoSpace)
	}
	t := ui.EraLine{ID: "years", Ink: ui.Chalk}
	for k := range eras {
		e := &eras[k]
		cut := e.Default()
		if k == s.era {
			cut = s.m.Cut.CutInfo
		}
		t.Spans = append(t.Spans, ui.EraSpan{Name: e.Title, First: years(e.First), Last: years(e.Last), CutFirst: years(cut.First), CutLast: years(cut.Last), Chosen: k == s.era, Tip: cut.Blurb})
		first, _, _ := e.First.Civil()
		last, _, _ := e.Last.Civil()
		if k == 0 || first < t.From {
			t.From = first
		}
		t.To = max(t.To, last+1)
	}
	return ui.Veil{Child: t}
}

// years is a day as a number of years.
func years(day engine.Day) float64 {
	y, _, _ := day.Civil()
	return float64(y) + float64(day-engine.Date(y, 1, 1))/365.25
}

// eras are the cards of the eras.
func (s *titleScene) eras() ui.Node {
	var cards []ui.Node
	for k := range s.a.opts.Eras {
		e := &s.a.opts.Eras[k]
		first, _, _ := e.First.Civil()
		last, _, _ := e.Last.Civil()
		label := fmt.Sprint(first)
		if last != first {
			label = s.a.t("window.title.years", "First", first, "Last", last)
		}
		cards = append(cards, ui.Card{ID: fmt.Sprintf("era/%d", k), Title: e.Title, Label: label, Chosen: k == s.era, Mark: s.a.t("window.title.this_era"),
			Tip: e.Default().Blurb})
	}
	return ui.Grid{Min: eraMin, Most: 3, Gap: ui.Even, Children: cards}
}

// cuts is how much of the era is played; nothing where there is no choice.
func (s *titleScene) cuts() ui.Node {
	if len(s.m.Cuts) < 2 {
		return ui.Air(ui.NoSpace)
	}
	r := desk.Reader{C: s.a.c}
	var cuts []string
	for _, k := range s.m.Cuts {
		cuts = append(cuts, s.a.t("window.title.cut", "Title", k.Title, "Span", r.Months(k.First, k.Last)))
	}
	return ui.Sentence(s.a.t("window.title.span"), ui.Chip{ID: "cut", Label: s.a.t("window.title.span"), Options: cuts, Index: s.cut})
}

// sheet says what the game is about.
func (s *titleScene) sheet() ui.Node {
	t, k := s.a.t, s.m.Cut
	r := desk.Reader{C: s.a.c}
	return ui.Paper{Clip: true, Stamp: t("window.title.stamp"), Head: ui.HeadText(k.Title), Child: ui.Stack(
		fine(t("window.title.dates", "First", r.Day(k.First), "Last", r.Day(k.Last))+" "+r.Length(s.m)),
		book(k.Blurb),
		book(t("window.title.play", "Question", s.m.Headline.Question)),
	)}
}

// step is a numbered heading: what is chosen one after the other.
func step(number, text string) ui.Node {
	return ui.Text{Spans: []ui.Span{{Text: number + "  " + text}}, Family: ui.Worn, Size: ui.Heading}
}

// choices is the sheet with chair, goals and what begins the game.
func (s *titleScene) choices() ui.Node {
	t := s.a.t
	body := ui.Column{Gap: ui.Roomy}
	add := func(what string, rest ...ui.Node) {
		number := strconv.Itoa(len(body.Children) + 1)
		body.Children = append(body.Children, column(append([]ui.Node{step(number, t(what))}, rest...)...))
	}
	if len(s.a.opts.Eras) > 1 {
		add("window.title.era", s.eras(), s.cuts())
	}
	add("window.title.chair", ui.Grid{Min: chairMin, Most: 2, Gap: ui.Even, Children: []ui.Node{s.chair(engine.Washington), s.chair(engine.Havana)}})
	add("window.title.goals", ui.Sentence(t("window.title.want"), ui.Chip{ID: "goals", Label: t("window.title.goals"), Options: s.goalPairs(), Index: s.pair}),
		s.goalTexts())
	add("window.title.begin", s.beginning())
	if s.options {
		body.Children = append(body.Children, s.more())
	}
	return ui.Paper{Child: body}
}

// beginning are the buttons that begin or leave.
func (s *titleScene) beginning() ui.Node {
	t := s.a.t
	load := ui.Button{ID: "load", Text: t("window.title.load")}
	if s.a.opts.LoadLast == nil && s.a.last == nil {
		load.Disabled = t("window.title.no_save")
	}
	out := column(buttons(ui.Button{ID: "start", Text: t("window.title.start"), Kind: ui.Primary}, load,
		ui.Button{ID: "lab", Text: t("window.title.lab"), Tip: t("window.title.lab_tip")}))
	if s.problem != "" {
		out.Children = append(out.Children, ui.Text{Spans: []ui.Span{{Text: s.problem, Bold: true}}, Family: ui.Book, Colour: ui.RedPencil})
	}
	out.Children = append(out.Children, buttons(ui.Button{ID: "options", Text: t("window.title.options"), Kind: ui.Quiet},
		ui.Button{ID: "help", Text: t("window.help.open"), Kind: ui.Quiet, Key: "F1"},
		ui.Button{ID: "quit", Text: t("window.title.quit"), Kind: ui.Quiet}))
	return out
}

func (s *titleScene) chair(side engine.Side) ui.Node {
	sm := &s.m.Sides[side]
	return ui.Card{ID: fmt.Sprintf("chair/%d", side), Title: sm.Name, Body: s.a.t("window.title.you_are", "Chair", sm.Chair),
		Chosen: s.side == side, Mark: s.a.t("window.title.your_chair")}
}

func (s *titleScene) goalPairs() []string {
	out := []string{s.a.t("window.title.as_briefed")}
	g := s.m.Sides[s.side].Goals
	for _, p := range pairs[1:] {
		if int(max(p[0], p[1])) < len(g) {
			out = append(out, s.a.t("window.title.pair", "First", g[p[0]].Title, "Second", g[p[1]].Title))
		}
	}
	return out
}

func (s *titleScene) goalTexts() ui.Node {
	if s.pair == 0 {
		return fine(s.a.t("window.title.briefed_note"))
	}
	g := s.m.Sides[s.side].Goals
	p := pairs[s.pair]
	return column(fine(g[p[0]].Title+": "+g[p[0]].Text), fine(g[p[1]].Title+": "+g[p[1]].Text))
}

// scales are the sizes of type on offer.
var scales = []float64{0.8, 1, 1.25, 1.6, 2}

func (s *titleScene) more() ui.Node {
	t := s.a.t
	var sizes []string
	at := -1
	for k, v := range scales {
		sizes = append(sizes, t("window.title.size_n", "N", int(v*100)))
		if v == s.a.scale {
			at = k
		}
	}
	return column(ui.Rule{}, ui.Sentence(t("window.title.future_is"), ui.Chip{ID: "future", Label: t("window.title.future"), Index: b2i(s.unknown),
		Options: []string{t("window.title.future_known"), t("window.title.future_unknown")}, Tip: t("window.title.future_tip")}),
		ui.Sentence(t("window.title.told_is"), ui.Chip{ID: "told", Label: t("window.title.told_label"), Index: b2i(s.a.opts.HideHistory),
			Options: []string{t("window.title.told"), t("window.title.told_end")}, Tip: t("window.title.told_tip")}),
		ui.Sentence(t("window.title.stops_is"), ui.Chip{ID: "stops", Label: t("window.title.stops_label"), Index: b2i(s.every),
			Options: []string{t("window.title.stops"), t("window.title.stops_every")}, Tip: t("window.title.stops_tip")}),
		ui.Sentence(t("window.title.size"), ui.Chip{ID: "size", Label: t("window.title.size"), Options: sizes, Index: at, Empty: t("window.title.size_own")}),
		ui.Field{ID: "seed", Label: t("window.title.seed"), Hint: t("window.title.seed_hint"), Value: s.seed},
		fine(t("window.title.seed_note")))
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

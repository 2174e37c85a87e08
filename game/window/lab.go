//go:build !headless

package window

import (
	"fmt"
	"sync"
	"time"

	"backchannel/engine"
	"backchannel/engine/abduct"
	"backchannel/engine/play"
	"backchannel/game/lab"
	"backchannel/game/ui"
)

const (
	labWorlds    = 100                    // under each version of the theory
	searchWorlds = 10                     // under each alternative, where all are tried
	labWake      = 120 * time.Millisecond // between two looks at what runs
	labScroll    = "lab"                  // what one reads in the laboratory
)

// labScene is the laboratory: a walk through what was done, with what could have
// been done instead.
type labScene struct {
	a     *app
	m     *engine.Model
	g     *play.Game // that is over; nil: the record
	back  ui.Scene   // where one came from
	v     *lab.Visit // nil while it opens
	tab   int
	at    int      // the stop that is read
	over  labSheet // what lies over it, or nil
	from  string   // the control that opened it
	help  bool
	note  string // what could not be done
	kept  string // where the notebook lies
	guess int    // the stop where one expects most to hang, noGuess or unsaid
	seek  *lab.Search
	ranks *lab.Ranking // as shown; the search may have come further

	opened   int                           // answers so far
	theories func() ([]lab.Version, error) // read once; nil for none
}

// What is guessed of the turning points beside a stop.
const (
	noGuess = -1 // one would not say
	unsaid  = -2 // one was not asked yet
)

// A labSheet lies over the laboratory until it is left.
type labSheet interface {
	node(s *labScene, c *ui.Context) ui.Node
	press(s *labScene, e ui.Event) (ui.Scene, ui.Command)
	focus() string
}

// opened is what the work beside the game hands over: the visit.
type opened struct {
	v       *lab.Visit
	trouble string // why what was asked earlier could not be read; "" if it could
}

// openLab opens the laboratory on a game that is over, or on the record of its
// era where g is nil. Weighing the play-through takes a while and goes on beside
// the window.
func openLab(a *app, m *engine.Model, g *play.Game, back ui.Scene) (ui.Scene, ui.Command) {
	s := newLab(a, m, g, back)
	return s, ui.Command{Focus: labScroll, Go: func() any { return visit(a, m, g) }}
}

// visiting is the laboratory with its papers laid out.
func visiting(a *app, m *engine.Model, g *play.Game, back ui.Scene) *labScene {
	s := newLab(a, m, g, back)
	o := visit(a, m, g)
	s.v, s.kept = o.v, o.trouble
	return s
}

// newLab is the laboratory before its papers are laid out. The versions of the
// theory are read meanwhile, so that the first question does not wait for them.
func newLab(a *app, m *engine.Model, g *play.Game, back ui.Scene) *labScene {
	s := &labScene{a: a, m: m, g: g, back: back, guess: unsaid}
	if read := a.theories(m); read != nil {
		s.theories = sync.OnceValues(read)
		go s.theories()
	}
	return s
}

// visit lays the papers out, with what was asked earlier.
func visit(a *app, m *engine.Model, g *play.Game) (o opened) {
	p := abduct.Record
	if g != nil {
		p = func(*engine.Model) *abduct.Past { return abduct.Played(g.W, g.Settings.Side) }
	}
	o.v = lab.NewVisit(p(m), a.c)
	if a.opts.Recall != nil {
		if err := a.opts.Recall(g, o.v); err != nil {
			o.trouble = a.t("labtext.not_recalled", "Why", err)
		}
	}
	return o
}

// Update takes what the player does.
func (s *labScene) Update(events []ui.Event) (ui.Scene, ui.Command) {
	for _, e := range events {
		switch e.Kind {
		case ui.Resize:
			s.a.resized(e)
			continue
		case ui.Done:
			if o, ok := e.Value.(opened); ok {
				s.v, s.kept = o.v, o.trouble
				return s, ui.Command{Focus: "stop/0"}
			}
			continue
		case ui.Tick:
			return s, s.look()
		}
		if next, cmd := s.take(e); next != nil {
			return next, cmd
		}
	}
	return s, ui.Command{}
}

func (s *labScene) take(e ui.Event) (ui.Scene, ui.Command) {
	switch {
	case isHelp(e) && s.over == nil:
		s.help = true
		return s, ui.Command{Focus: helpClose}
	case s.help && (e.Kind == ui.Dismiss || e.Kind == ui.Activate && e.ID == helpClose):
		s.help = false
		return s, ui.Command{Focus: s.from}
	case s.over != nil && (e.Kind == ui.Dismiss || e.Kind == ui.Activate && e.ID == "back"):
		s.over = nil
		return s, ui.Command{Focus: s.from}
	case s.over != nil:
		return s.over.press(s, e)
	case s.v == nil:
		if e.Kind == ui.Activate && e.ID == "leave" || e.Kind == ui.KeyIn && e.Key == ui.KeyEscape {
			return s.leave()
		}
	case e.Kind == ui.Activate:
		s.from = e.ID
		return s.press(e.ID)
	case e.Kind == ui.Choose && e.ID == "part":
		s.tab, s.note = e.Index, ""
		s.rankAnew()
	case e.Kind == ui.Choose && e.ID == "turn":
		s.at = e.Index
	case e.Kind == ui.Choose && e.ID == "guess":
		s.guess = e.Index - 1
	case e.Kind == ui.RuneIn && e.Rune >= '1' && e.Rune <= '9':
		return s.number(int(e.Rune - '1'))
	case e.Kind == ui.KeyIn && e.Key == ui.KeyEscape:
		return s.leave()
	}
	return s, ui.Command{}
}

// number opens the card with a number.
func (s *labScene) number(k int) (ui.Scene, ui.Command) {
	var decision int
	switch deeds := s.deeds(&s.v.Stops[s.at]); {
	case s.tab == 0 && k < len(deeds):
		decision = deeds[k].Decision
	case s.tab == 1 && s.ranks != nil && k < min(lab.MostNamed, len(s.ranks.Points)):
		decision = s.ranks.Points[k].Decision
	case s.tab == 2 && k < len(s.v.Tried):
		s.from = fmt.Sprintf("tried/%d", k)
		return s.press(s.from)
	default:
		return s, ui.Command{}
	}
	s.from = fmt.Sprintf("deed/%d", decision)
	return s.press(s.from)
}

// again is what a way back to the laboratory asks for: the control from which one
// left, and a look at what may run there.
func (s *labScene) again() ui.Command { return ui.Command{Focus: s.from, Wake: labWake} }

// leave goes back; where the search still runs it asks first.
func (s *labScene) leave() (ui.Scene, ui.Command) {
	if s.seek != nil && !s.seek.Over() {
		return s.open(stopOver{})
	}
	return s.back, ui.Command{}
}

// stopOver asks whether the search shall be stopped.
type stopOver struct{}

func (stopOver) focus() string { return "stay" }

func (stopOver) press(s *labScene, e ui.Event) (ui.Scene, ui.Command) {
	if e.Kind != ui.Activate {
		return s, ui.Command{}
	}
	s.over = nil
	if e.ID == "stop" {
		s.seek.Stop()
		return s.back, ui.Command{}
	}
	return s, ui.Command{Focus: s.from}
}

func (stopOver) node(s *labScene, _ *ui.Context) ui.Node {
	return stopping(s.a, s.a.t("window.lab.stop_search"), s.a.t("window.lab.leave"))
}

func (s *labScene) press(id string) (ui.Scene, ui.Command) {
	var n int
	switch {
	case id == "leave":
		return s.leave()
	case id == "before":
		s.at = max(s.at-1, 0)
	case id == "after":
		s.at = min(s.at+1, len(s.v.Stops)-1)
	case id == "seek":
		return s, s.search()
	case id == "enough" && s.seek != nil:
		s.seek.Stop()
		return s, ui.Command{Wake: labWake}
	case id == "anew":
		s.rankAnew()
	case scan(id, "stop/%d", &n) && n < len(s.v.Stops):
		s.at = n
	case scan(id, "deed/%d", &n):
		return s.open(newInstead(s, n))
	case scan(id, "tried/%d", &n) && n < len(s.v.Tried):
		return newFound(s, n)
	}
	return s, ui.Command{}
}

func (s *labScene) open(o labSheet) (ui.Scene, ui.Command) {
	s.over, s.note = o, ""
	return s, ui.Command{Focus: o.focus()}
}

// ask begins to answer a question, the last of the notebook from then on.
func (s *labScene) ask(decision int, move engine.Choice, expected lab.Expectation) engine.WhyNot {
	_, why := s.v.Ask(decision, move, expected, s.theories, lab.Options{Worlds: labWorlds, Cores: spareCores()})
	return why
}

// keep keeps the notebook and remembers where, or why not.
func (s *labScene) keep() {
	if s.a.opts.Notes == nil || len(s.v.Tried) == 0 {
		return
	}
	path, err := s.a.opts.Notes(s.g, s.v.Notebook())
	if s.kept = s.a.t("labtext.kept", "Path", path); err != nil {
		s.kept = s.a.t("labtext.not_kept", "Why", err)
	}
}

// View shows the walk.
func (s *labScene) View(c *ui.Context) ui.Node {
	t := s.a.t
	if s.v == nil {
		return reading(labScroll, t("head.lab"), ui.Paper{Head: ui.HeadText(t("head.lab")), Child: book(t("window.lab.opening"))},
			ui.Paper{Snug: true, Child: buttons(ui.Button{ID: "leave", Text: t("window.card.back"), Key: "Esc"})})
	}
	names := []string{t("window.lab.days"), t("head.lab_turning"), t("window.lab.notebook", "Count", len(s.v.Tried))}
	parts := []func(*ui.Context) ui.Node{s.days, s.turning, s.notebook}
	head := ui.Paper{Snug: true, Slim: true, Child: ui.Row{Gap: ui.Roomy, Center: true, Stack: stackBelow, Children: []ui.Node{
		ui.Text{Spans: []ui.Span{{Text: t("head.lab")}}, Family: ui.Worn, Size: ui.Heading}, ui.Grow(1, fine(s.subject())),
		ui.Button{ID: "leave", Text: t("window.lab.leave"), Key: "Esc"}}}}
	body := ui.Tabs{ID: "part", Names: names, Index: s.tab, Child: parts[s.tab](c), Scroll: s.scroll(c)}
	out := ui.Layers{ui.Desk{Dim: dimmed, Child: ui.Pad{X: ui.Broad, Y: ui.Even, Child: centred{ui.Column{Gap: ui.Even, Children: []ui.Node{head, ui.Fill(body)}}}}}}
	if s.over != nil {
		out = append(out, s.over.node(s, c))
	}
	if s.help {
		out = append(out, s.a.labHelp())
	}
	return out
}

// scroll is what a part scrolls by; the days beside each other scroll each by
// themselves.
func (s *labScene) scroll(c *ui.Context) string {
	switch {
	case s.tab > 0:
		return fmt.Sprint(labScroll, s.tab)
	case narrow(c):
		return fmt.Sprint(labScroll, "-", s.at)
	}
	return ""
}

// subject says what is looked at and how it ended.
func (s *labScene) subject() string {
	key := "window.lab.of_record"
	if s.g != nil {
		key = "window.lab.of_game"
	}
	return s.a.t(key, "Title", s.m.Title, "Cut", s.m.Cut.Title, "Outcome", s.v.Outcome())
}

// notebook is what was asked so far.
func (s *labScene) notebook(*ui.Context) ui.Node {
	t := s.a.t
	out := ui.Column{Gap: ui.Even}
	if len(s.v.Tried) == 0 {
		out.Children = append(out.Children, book(t("labtext.notebook_empty")))
	}
	for k := range s.v.Tried {
		out.Children = append(out.Children, s.noted(k))
	}
	if s.kept != "" {
		out.Children = append(out.Children, fine(s.kept))
	}
	return out
}

// noted is one question of the notebook with its answer so far.
func (s *labScene) noted(k int) ui.Node {
	t, tried := s.a.t, &s.v.Tried[k]
	deed := s.v.Deed(tried.Decision)
	card := ui.Card{ID: fmt.Sprintf("tried/%d", k), Key: fmt.Sprint(k + 1), Label: s.v.Stop(tried.Decision).Title, Title: deed.Who + ": " + tried.Text, Body: t("window.lab.note_none", "Said", tried.Expected.Still),
		Notes: []ui.Note{{Head: t("window.lab.instead_of"), Text: deed.Text}}}
	if f := tried.Run.Found(); f != nil {
		card.Body = t("window.lab.note", "Outcome", s.v.Outcome(), "Still", f.Still(), "Said", tried.Expected.Still)
	}
	if tried.Expected.Why != "" {
		card.Notes = append(card.Notes, ui.Note{Text: t("lab.read.expected_why", "Why", tried.Expected.Why)})
	}
	if line := s.standing(tried); line != "" {
		card.Notes = append(card.Notes, ui.Note{Text: line, Danger: true})
	}
	return card
}

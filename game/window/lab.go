//go:build !headless

package window

import (
	"fmt"
	"strings"
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
	guess int    // the stop where one expects most to hang; −1: not asked yet
	seek  *lab.Search
	ranks *lab.Ranking // as last seen
}

// A labSheet lies over the laboratory until it is left.
type labSheet interface {
	node(s *labScene, c *ui.Context) ui.Node
	press(s *labScene, e ui.Event) (ui.Scene, ui.Command)
	focus() string
}

// opened is what the work beside the game hands over: the visit.
type opened struct{ v *lab.Visit }

// openLab opens the laboratory on a game that is over, or on the record of its
// era where g is nil. Weighing the play-through takes a while and goes on beside
// the window.
func openLab(a *app, m *engine.Model, g *play.Game, back ui.Scene) (ui.Scene, ui.Command) {
	s := &labScene{a: a, m: m, g: g, back: back, guess: -1}
	return s, ui.Command{Focus: labScroll, Go: func() any { return opened{visit(a, m, g)} }}
}

// visiting is the laboratory with its papers laid out.
func visiting(a *app, m *engine.Model, g *play.Game, back ui.Scene) *labScene {
	return &labScene{a: a, m: m, g: g, back: back, guess: -1, v: visit(a, m, g)}
}

func visit(a *app, m *engine.Model, g *play.Game) *lab.Visit {
	p := abduct.Record
	if g != nil {
		p = func(*engine.Model) *abduct.Past { return abduct.Played(g.W, g.Settings.Side) }
	}
	v := lab.NewVisit(p(m), a.c)
	if a.opts.Recall != nil {
		if err := a.opts.Recall(g, v); err != nil {
			v.Trouble = a.t("labtext.not_recalled", "Why", err)
		}
	}
	return v
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
				s.v = o.v
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

// look reads how far the search has come.
func (s *labScene) look() ui.Command {
	if s.seek == nil {
		return ui.Command{}
	}
	s.ranks = s.seek.Found()
	if s.seek.Over() {
		return ui.Command{}
	}
	return ui.Command{Wake: labWake}
}

func (s *labScene) take(e ui.Event) (ui.Scene, ui.Command) {
	switch {
	case isHelp(e) && s.over == nil:
		s.help = true
		return s, ui.Command{Focus: helpClose}
	case s.help && (e.Kind == ui.Dismiss || e.Kind == ui.Activate && e.ID == helpClose):
		s.help = false
		return s, ui.Command{Focus: labScroll}
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
	case e.Kind == ui.Choose && e.ID == "turn":
		s.at = e.Index
	case e.Kind == ui.Choose && e.ID == "guess":
		s.guess = e.Index - 1
		return s, s.search()
	case e.Kind == ui.KeyIn && e.Key == ui.KeyEscape:
		return s.leave()
	}
	return s, ui.Command{}
}

// leave stops what runs and goes back.
func (s *labScene) leave() (ui.Scene, ui.Command) {
	if s.seek != nil {
		s.seek.Stop()
	}
	return s.back, ui.Command{}
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
	case id == "enough" && s.seek != nil:
		s.seek.Stop()
	case scan(id, "stop/%d", &n) && n < len(s.v.Stops):
		s.at = n
	case scan(id, "deed/%d", &n):
		return s.open(newInstead(s, n))
	case scan(id, "tried/%d", &n) && n < len(s.v.Tried):
		return newFound(s, &s.v.Tried[n])
	}
	return s, ui.Command{}
}

func (s *labScene) open(o labSheet) (ui.Scene, ui.Command) {
	s.over = o
	return s, ui.Command{Focus: o.focus()}
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

// search begins to look for the turning points.
func (s *labScene) search() ui.Command {
	s.seek = s.v.Search(lab.Options{Worlds: searchWorlds, Cores: spareCores()})
	return ui.Command{Wake: labWake, Focus: "enough"}
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
	body := ui.Tabs{ID: "part", Names: names, Index: s.tab, Child: parts[s.tab](c), Scroll: fmt.Sprint(labScroll, s.tab, s.stop())}
	out := ui.Layers{ui.Desk{Dim: dimmed, Child: ui.Pad{X: ui.Broad, Y: ui.Even, Child: centred{ui.Column{Gap: ui.Even, Children: []ui.Node{head, ui.Fill(body)}}}}}}
	if s.over != nil {
		out = append(out, s.over.node(s, c))
	}
	if s.help {
		out = append(out, s.a.helpSheet())
	}
	return out
}

// stop is what the page scrolls by: another turn begins at its top.
func (s *labScene) stop() string {
	if s.tab == 0 {
		return fmt.Sprint("-", s.at)
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

// days is the walk: all turns beside the one that is read, or where there is
// little room a list to choose from above it.
func (s *labScene) days(c *ui.Context) ui.Node {
	t := s.a.t
	if narrow(c) {
		chip := ui.Chip{ID: "turn", Label: t("window.lab.turn"), Index: s.at}
		for k := range s.v.Stops {
			chip.Options = append(chip.Options, s.v.Stops[k].Title)
		}
		return ui.Column{Gap: ui.Even, Children: []ui.Node{fine(t("window.lab.days_note")), chip, s.step(), s.turn()}}
	}
	list := ui.Column{Gap: ui.Tight, Children: []ui.Node{fine(t("window.lab.days_note"))}}
	for k := range s.v.Stops {
		st := &s.v.Stops[k]
		text := s.v.Short(st) + "  " + gist(st)
		kind := ui.Quiet
		if k == s.at {
			kind = ui.Ordinary
		}
		list.Children = append(list.Children, ui.Button{ID: fmt.Sprintf("stop/%d", k), Text: text, Label: st.Title, Kind: kind, Small: true, Wide: true})
	}
	return ui.Row{Gap: ui.Broad, Children: []ui.Node{ui.Grow(1, list), ui.Grow(1.9, ui.Stack(s.turn(), s.step()))}}
}

// gist is a turn in a line.
func gist(st *lab.Stop) string {
	var out []string
	for k := range st.Deeds {
		if d := &st.Deeds[k]; !d.Nothing {
			out = append(out, d.Text)
		}
	}
	out = append(out, st.Came...)
	if len(out) == 0 {
		return "–"
	}
	return strings.Join(out, " ")
}

// step goes to the turn before or after.
func (s *labScene) step() ui.Node {
	t := s.a.t
	before, after := ui.Button{ID: "before", Text: t("window.lab.before")}, ui.Button{ID: "after", Text: t("window.lab.after")}
	if s.at == 0 {
		before.Disabled = t("window.lab.first")
	}
	if s.at == len(s.v.Stops)-1 {
		after.Disabled = t("window.lab.last")
	}
	return buttons(before, after)
}

// turn is the turn that is read, with each decision to be pressed.
func (s *labScene) turn() ui.Node {
	st := &s.v.Stops[s.at]
	sheet := ui.Column{Gap: ui.Even, Children: []ui.Node{ui.Rule{Double: true}}}
	for _, text := range st.Told {
		sheet.Children = append(sheet.Children, book(text))
	}
	for _, text := range st.Came {
		sheet.Children = append(sheet.Children, ui.Text{Spans: []ui.Span{{Text: text + ".", Bold: true}}, Family: ui.Book})
	}
	sheet.Children = append(sheet.Children, label(s.a.t("window.lab.decided")))
	for k := range st.Deeds {
		d := &st.Deeds[k]
		sheet.Children = append(sheet.Children, ui.Button{ID: fmt.Sprintf("deed/%d", d.Decision), Text: d.Who + ": " + d.Text, Wide: true, Kind: ui.Quiet, Tip: d.Told})
	}
	return ui.Paper{Holes: true, Head: ui.Text{Spans: []ui.Span{{Text: st.Title}}, Family: ui.Worn, Size: ui.Heading}, Child: sheet}
}

// notebook is what was asked so far.
func (s *labScene) notebook(*ui.Context) ui.Node {
	t := s.a.t
	if len(s.v.Tried) == 0 {
		return book(t("labtext.notebook_empty"))
	}
	out := ui.Column{Gap: ui.Even}
	for k := range s.v.Tried {
		tried := &s.v.Tried[k]
		f := tried.Run.Found()
		if f == nil {
			continue
		}
		card := ui.Card{ID: fmt.Sprintf("tried/%d", k), Label: s.v.Stop(tried.Decision).Title, Title: s.v.Deed(tried.Decision).Who + ": " + tried.Text,
			Body: t("window.lab.note", "Outcome", s.v.Outcome(), "Still", f.Still(), "Said", tried.Expected.Still)}
		if tried.Expected.Why != "" {
			card.Notes = []ui.Note{{Text: t("lab.read.expected_why", "Why", tried.Expected.Why)}}
		}
		out.Children = append(out.Children, card)
	}
	if s.kept != "" {
		out.Children = append(out.Children, fine(s.kept))
	}
	return out
}

// turning are the turning points on a line of time and in words; before they are
// looked for, one says where one expects them.
func (s *labScene) turning(*ui.Context) ui.Node {
	t := s.a.t
	if s.seek == nil {
		chip := ui.Chip{ID: "guess", Label: t("window.lab.turn"), Index: -1, Empty: t("window.lab.guess_empty"), Options: []string{t("window.lab.guess_none")}}
		for k := range s.v.Stops {
			chip.Options = append(chip.Options, s.v.Stops[k].Title)
		}
		return ui.Column{Gap: ui.Even, Children: []ui.Node{book(t("window.lab.turning_expect")), chip}}
	}
	out := ui.Column{Gap: ui.Even}
	if done, all := s.seek.Done(); !s.seek.Over() {
		out.Children = append(out.Children, ui.Progress{Text: t("window.lab.running", "Done", done, "All", all), Share: float64(done) / float64(max(all, 1))},
			buttons(ui.Button{ID: "enough", Text: t("window.lab.enough")}))
	}
	if s.ranks == nil || len(s.ranks.Points) == 0 {
		return out
	}
	out.Children = append(out.Children, fine(t("labtext.turning_note", "Outcome", s.v.Outcome(), "Count", s.ranks.Worlds)))
	if text := s.guessed(); text != "" {
		out.Children = append(out.Children, ui.Text{Spans: []ui.Span{{Text: text, Bold: true}}, Family: ui.Book})
	}
	shown := s.ranks.Points[:min(lab.MostNamed, len(s.ranks.Points))]
	out.Children = append(out.Children, s.line(shown))
	var cards []ui.Node
	for k := range shown {
		cards = append(cards, s.point(k, &shown[k]))
	}
	out.Children = append(out.Children, ui.Grid{Min: chairMin + cardMin/2, Most: 2, Gap: ui.Even, Children: cards})
	return out
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

// line is the turning points on a line of dates.
func (s *labScene) line(points []lab.TurningPoint) ui.Node {
	cut := s.m.Cut
	line := ui.Timeline{Min: float64(cut.First), Max: float64(cut.Last), Ticks: dates(s.v.Reader(), cut.First, cut.Last)}
	for day := cut.First; day <= cut.Last; day++ {
		for k := range points {
			if points[k].Stop.Day == day {
				line.Flags = append(line.Flags, ui.Flag{At: float64(day), Mark: fmt.Sprint(k + 1), Text: points[k].Deed.Who})
			}
		}
	}
	return line
}

// point is one turning point as a card that opens its decision.
func (s *labScene) point(k int, p *lab.TurningPoint) ui.Node {
	t := s.a.t
	card := ui.Card{ID: fmt.Sprintf("deed/%d", p.Decision), Key: fmt.Sprint(k + 1), Label: p.Stop.Title, Title: p.Deed.Who + ": " + p.Deed.Text,
		Odds: &ui.Odds{Low: p.Leverage, High: p.Leverage, Text: t("window.lab.weight", "N", int(100*p.Leverage+0.5))}}
	for _, o := range p.Options {
		if o.Text != "" {
			card.Notes = append(card.Notes, ui.Note{Head: o.Text, Text: t("window.lab.turn_note", "Averted", o.Averted, "Worlds", o.Worlds, "Outcome", o.Outcome, "Then", o.Then, "Now", o.Now)})
		}
	}
	return card
}

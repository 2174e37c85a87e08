//go:build !headless

package window

import (
	"runtime"

	"backchannel/engine"
	"backchannel/engine/play"
	"backchannel/game/desk"
	"backchannel/game/lab"
	"backchannel/game/ui"
)

// spareCores is how many cores may play worlds while the window stays awake.
func spareCores() int { return max(1, runtime.GOMAXPROCS(0)-1) }

// foundScene is an answer of the laboratory as it grows.
type foundScene struct {
	s     *labScene
	tried *lab.Tried
	found *lab.Found
	read  lab.Reading
	help  bool
	note  string
}

// foundText is what one reads in an answer.
const foundText = "found"

func newFound(s *labScene, t *lab.Tried) (ui.Scene, ui.Command) {
	f := &foundScene{s: s, tried: t}
	cmd := f.look()
	cmd.Focus = foundText
	return f, cmd
}

// look reads how far the answer has come.
func (f *foundScene) look() ui.Command {
	over := f.tried.Run.Over()
	if now := f.tried.Run.Found(); now != nil && now != f.found {
		f.found, f.read = now, now.Read
	}
	if over {
		f.s.keep()
		if err := f.tried.Run.Err(); err != nil {
			f.note = f.s.a.t("labtext.theories_failed", "Why", err)
		}
		return ui.Command{}
	}
	return ui.Command{Wake: labWake}
}

// Update takes what the player does.
func (f *foundScene) Update(events []ui.Event) (ui.Scene, ui.Command) {
	for _, e := range events {
		switch {
		case isHelp(e):
			f.help = true
			return f, ui.Command{Focus: helpClose}
		case f.help && (e.Kind == ui.Dismiss || e.Kind == ui.Activate && e.ID == helpClose):
			f.help = false
			return f, ui.Command{Focus: foundText}
		case e.Kind == ui.Resize:
			f.s.a.resized(e)
		case e.Kind == ui.Tick:
			return f, f.look()
		case e.Kind == ui.Activate && e.ID == "enough":
			f.tried.Run.Stop()
			return f, ui.Command{Wake: labWake, Focus: foundText}
		case e.Kind == ui.Activate && e.ID == "on":
			return f.playOn()
		case e.Kind == ui.Activate && e.ID == "days", e.Kind == ui.KeyIn && e.Key == ui.KeyEscape:
			f.tried.Run.Stop()
			return f.s, ui.Command{Focus: f.s.from}
		}
	}
	return f, ui.Command{}
}

// playOn puts the play-through on the desk as it was when the decision was to be
// made, with the alternative planned.
func (f *foundScene) playOn() (ui.Scene, ui.Command) {
	s, a := f.s, f.s.a
	d := &s.v.Past.Decisions[f.tried.Decision]
	var g *play.Game
	if s.g == nil {
		g = play.New(s.m, play.Settings{Seed: max(a.opts.Seed, 1), Side: d.Need.Side, Goals: [2]int8{-1, -1}, NoQuiet: a.opts.EveryTurn, Branch: play.Branch{From: play.FromRecord, On: d.Day}})
	} else if g = s.g.Turned(d.Day); g == nil || g.Settings.Side != d.Need.Side {
		f.note = a.t("labtext.branch_failed", "Why", a.t("labtext.no_turn"))
		return f, ui.Command{}
	}
	f.tried.Run.Stop()
	r := a.reader(g)
	note := ""
	for _, c := range s.v.Plan(f.tried.Decision, f.tried.Move) {
		if why := g.Plan(c); why != engine.Legal {
			note = a.t("turn.refused", "Why", r.WhyNot(why, &c))
		}
	}
	desk := newDesk(a, r)
	desk.note = note
	return desk, ui.Command{Focus: "commit"}
}

// View shows the answer: the sentence first, what it rests on last.
func (f *foundScene) View(*ui.Context) ui.Node {
	t := f.s.a.t
	head := ui.Column{Gap: ui.Tight, Children: []ui.Node{fine(f.s.subject()), said(t("window.lab.this"), f.tried.Text), said(t("window.lab.instead_of"), f.s.v.Deed(f.tried.Decision).Text)}}
	body := ui.Column{Gap: ui.Roomy, Children: []ui.Node{ui.Rule{Double: true}}}
	if f.found == nil {
		body.Children = append(body.Children, book(t("window.lab.waiting")))
	} else {
		body.Children = append(body.Children, f.answer()...)
	}
	sheet := ui.Paper{Holes: true, Stamp: t("window.lab.stamp"), Head: head, Child: body}
	out := ui.Layers{reading(foundText, t("lab.read.head_answer"), sheet, f.foot())}
	if f.help {
		out = append(out, f.s.a.helpSheet())
	}
	return out
}

// foot is how far the worlds have come, and what can be done.
func (f *foundScene) foot() ui.Node {
	t := f.s.a.t
	out := column()
	run := f.tried.Run
	on := ui.Button{ID: "on", Text: t("window.lab.play_on"), Tip: t("window.lab.play_on_tip")}
	days := ui.Button{ID: "days", Text: t("window.lab.back"), Kind: ui.Primary, Key: "Esc"}
	if f.note != "" {
		out.Children = append(out.Children, ui.Text{Spans: []ui.Span{{Text: f.note, Bold: true}}, Colour: ui.RedPencil})
	}
	if done, all := run.Done(); !run.Over() {
		out.Children = append(out.Children, ui.Progress{Text: t("window.lab.running", "Done", done, "All", all), Share: float64(done) / float64(max(all, 1))},
			buttons(ui.Button{ID: "enough", Text: t("window.lab.enough")}, days, on))
	} else {
		out.Children = append(out.Children, buttons(days, on))
	}
	return ui.Paper{Snug: true, Child: out}
}

// answer is the answer in words and charts.
func (f *foundScene) answer() []ui.Node {
	t := f.s.a.t
	first := ui.Column{Gap: ui.Snug, Children: []ui.Node{ui.Text{Spans: []ui.Span{{Text: f.read.Answer[0], Bold: true}}, Family: ui.Book, Size: ui.Lead}}}
	for _, line := range f.read.Answer[1:] {
		first.Children = append(first.Children, book(line))
	}
	second := column()
	for _, line := range f.read.Expected {
		second.Children = append(second.Children, book(line))
	}
	out := []ui.Node{ui.Row{Gap: ui.Broad, Stack: stackBelow, Children: []ui.Node{ui.Grow(1.5, first), ui.Grow(1, ui.Paper{Snug: true, Ground: ui.Index, Head: label(t("window.lab.you_said")), Child: second})}}}
	out = append(out, f.shares())
	if len(f.found.Fans) > 0 {
		out = append(out, f.part("head.lab_fans", f.fans()))
	}
	return append(out, f.part("lab.read.head_parting", lines(f.read.Parting)), f.part("lab.read.head_rests", lines(f.read.Rests)))
}

func (f *foundScene) part(key string, child ui.Node) ui.Node { return part(f.s.a, key, child) }

func lines(all []string) ui.Node {
	out := column()
	for _, l := range all {
		out.Children = append(out.Children, book(l))
	}
	return out
}

// shares are the endings under both kinds of luck, side by side, each with what
// it says in words.
func (f *foundScene) shares() ui.Node {
	t := f.s.a.t
	var same, fresh ui.Bars
	for k := range f.read.Shares {
		s := &f.read.Shares[k]
		title := s.Title
		if s.Happened {
			title = t("labtext.happened", "Title", title)
		}
		same.Items = append(same.Items, ui.Bar{Label: title, Value: float64(s.Same) / 100, Text: t("window.lab.of_100", "N", s.Same), Mark: s.Happened})
		fresh.Items = append(fresh.Items, ui.Bar{Label: title, Value: float64(s.Fresh) / 100, Low: float64(min(s.Fresh, s.Then)) / 100, High: float64(max(s.Fresh, s.Then)) / 100,
			Text: t("window.lab.from_to", "Then", s.Then, "N", s.Fresh), Mark: s.Happened})
	}
	side := func(key, note string, bars ui.Node, words []string) ui.Node {
		out := ui.Column{Gap: ui.Snug, Children: []ui.Node{label(t(key)), fine(t(note)), bars}}
		for _, w := range words {
			out.Children = append(out.Children, fine(w))
		}
		return out
	}
	return ui.Row{Gap: ui.Broad, Stack: stackBelow, Children: []ui.Node{
		ui.Grow(1, side("lab.read.head_same", "window.lab.same_note", same, f.read.Same)),
		ui.Grow(1, side("lab.read.head_fresh", "window.lab.fresh_note", fresh, f.read.Fresh))}}
}

// mostFans is how many meters are drawn.
const mostFans = 4

// fans are the meters that move most: where the worlds lie, what was, and in a
// game what was in history.
func (f *foundScene) fans() ui.Node {
	t := f.s.a.t
	var out []ui.Node
	for k := range f.found.Fans[:min(mostFans, len(f.found.Fans))] {
		fan := &f.found.Fans[k]
		out = append(out, ui.Column{Gap: ui.Tight, Children: []ui.Node{ui.Text{Spans: []ui.Span{{Text: fan.Title, Bold: true}}, Family: ui.Book}, f.fan(fan)}})
	}
	note := "window.lab.fans_record"
	if f.s.g != nil {
		note = "window.lab.fans_game"
	}
	return ui.Column{Gap: ui.Even, Children: []ui.Node{fine(t(note)), ui.Grid{Min: chartMin, Most: 2, Gap: ui.Roomy, Children: out}}}
}

func (f *foundScene) fan(fan *lab.Fan) ui.LineChart {
	t, cut := f.s.a.t, f.s.m.Cut
	series := func(name string, points []desk.CurvePoint) ui.Series {
		n := ui.Series{Name: name, Colour: ui.Ink}
		for _, p := range points {
			n.X, n.Y = append(n.X, float64(min(p.Day, cut.Last))), append(n.Y, float64(p.Value))
		}
		return n
	}
	n := ui.LineChart{Height: chartHigh, MinX: float64(cut.First), MaxX: float64(cut.Last), XTicks: dates(f.s.v.Reader(), cut.First, cut.Last)}
	most := int64(1)
	for _, l := range [][]desk.CurvePoint{fan.Was, fan.History, fan.High} {
		for _, p := range l {
			most = max(most, p.Value)
		}
	}
	step := evenStep(most)
	for y := int64(0); y < most+step; y += step {
		n.YTicks, n.MaxY = append(n.YTicks, ui.Mark{At: float64(y), Text: desk.Thousands(y)}), float64(y)
	}
	low, high := series("", fan.Low), series("", fan.High)
	n.Band = ui.Band{X: low.X, Low: low.Y, High: high.Y}
	middle := series(t("window.lab.worlds"), fan.Middle)
	middle.Colour = ui.BlueCarbon
	was := series(t("window.end.yours"), fan.Was)
	was.Rings, was.Colour = true, ui.RedPencil
	if fan.History == nil {
		was = series(t("window.end.rebuilt"), fan.Was)
		was.Dashed = true
		n.Series = []ui.Series{middle, was}
		return n
	}
	history := series(t("window.end.rebuilt"), fan.History)
	history.Dashed, history.Colour = true, ui.Faded
	n.Series = []ui.Series{history, middle, was}
	return n
}

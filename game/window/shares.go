//go:build !headless

package window

import (
	"backchannel/engine"
	"backchannel/game/desk"
	"backchannel/game/lab"
	"backchannel/game/ui"
)

// gapWorthSaying is from how many points on the two kinds of luck are reconciled
// in words.
const gapWorthSaying = 25

// shares are the endings under both kinds of luck, line by line beside each
// other, each with what it says in words.
func (f *foundScene) shares(c *ui.Context) ui.Node {
	t := f.s.a.t
	same, fresh := f.bars()
	same.Beside, fresh.Beside = &fresh, &same
	heads := [2]ui.Node{ui.Text{Spans: []ui.Span{{Text: t("window.lab.same"), Bold: true}}, Size: ui.Lead, Family: ui.Book},
		ui.Text{Spans: []ui.Span{{Text: t("window.lab.fresh"), Bold: true}}, Size: ui.Lead, Family: ui.Book}}
	notes := [2]ui.Node{book(t("window.lab.same_is")), book(t("window.lab.fresh_is"))}
	bars := [2]ui.Node{same, fresh}
	words := [2]ui.Node{small(f.read.Same), small(f.read.Fresh)}
	out := ui.Column{Gap: ui.Snug}
	if narrow(c) {
		for k := range 2 {
			out.Children = append(out.Children, heads[k], notes[k], bars[k], words[k], ui.Air(ui.Snug))
		}
		return f.bridged(out)
	}
	pair := func(of [2]ui.Node) ui.Node {
		return ui.Row{Gap: ui.Broad, Children: []ui.Node{ui.Grow(1, of[0]), ui.Grow(1, of[1])}}
	}
	out.Children = append(out.Children, pair(heads), pair(notes), pair(bars))
	out = f.bridged(out)
	out.Children = append(out.Children, pair(words))
	return out
}

// bars are the endings under the same luck and under fresh luck.
func (f *foundScene) bars() (same, fresh ui.Bars) {
	t := f.s.a.t
	for k := range f.read.Shares {
		s := &f.read.Shares[k]
		title := s.Title
		if s.Happened {
			title = t("labtext.happened", "Title", title)
		}
		with := ui.Bar{Label: title, Mark: s.Happened}
		with.Value, with.Text = float64(s.Same)/100, t("window.lab.with", "N", s.Same)
		same.Items = append(same.Items, with)
		with.Value, with.Text = float64(s.Fresh)/100, t("window.lab.with", "N", s.Fresh)
		with.Was, with.WasText = float64(s.Then)/100, t("window.lab.was", "N", s.Then)
		fresh.Items = append(fresh.Items, with)
	}
	return same, fresh
}

// bridged adds what reconciles the two kinds of luck, where that is needed.
func (f *foundScene) bridged(out ui.Column) ui.Column {
	if text := f.gap(); text != "" {
		out.Children = append(out.Children, ui.Text{Spans: []ui.Span{{Text: text, Italic: true}}, Family: ui.Book})
	}
	return out
}

// gap reconciles the two kinds of luck where they are far apart, "" where not.
func (f *foundScene) gap() string {
	for _, s := range f.read.Shares {
		off := max(s.Same-s.Fresh, s.Fresh-s.Same)
		if s.Happened && off >= gapWorthSaying {
			return f.s.a.t("window.lab.gap", "Outcome", s.Title, "Same", s.Same, "Fresh", s.Fresh)
		}
	}
	return ""
}

// small is a list of lines in small print.
func small(all []string) ui.Node {
	out := column()
	for _, l := range all {
		out.Children = append(out.Children, fine(l))
	}
	return out
}

// mostFans is how many meters are drawn.
const mostFans = 4

// leastMoved is from how many points on a meter is drawn.
const leastMoved = 3

// fans are the meters that move most: where the worlds lie, what was, and in a
// game what was in history.
func (f *foundScene) fans() ui.Node {
	t := f.s.a.t
	note := "window.lab.fans_record"
	if f.s.g != nil {
		note = "window.lab.fans_game"
	}
	var out []ui.Node
	for k := range f.found.Fans {
		fan := &f.found.Fans[k]
		if len(out) == mostFans || fan.Moved < leastMoved {
			break
		}
		out = append(out, ui.Column{Gap: ui.Tight, Children: []ui.Node{ui.Text{Spans: []ui.Span{{Text: fan.Title, Bold: true}}, Family: ui.Book}, f.fan(fan)}})
	}
	if len(out) == 0 {
		return book(t("window.lab.fans_none"))
	}
	all := ui.Column{Gap: ui.Even, Children: []ui.Node{fine(t(note)), ui.Grid{Min: chartMin, Most: 2, Gap: ui.Roomy, Children: out}}}
	if len(out) < min(mostFans, len(f.found.Fans)) {
		all.Children = append(all.Children, fine(t("window.lab.fans_still")))
	}
	return all
}

// series is a line of a chart.
func (f *foundScene) series(name string, points []desk.CurvePoint) ui.Series {
	n := ui.Series{Name: name, Colour: ui.Ink}
	for _, p := range points {
		n.X, n.Y = append(n.X, float64(min(p.Day, f.s.m.Cut.Last))), append(n.Y, float64(p.Value))
	}
	return n
}

// fan is one meter. The worlds begin on the day of the change, at the height of
// the play-through, where a mark stands.
func (f *foundScene) fan(fan *lab.Fan) ui.LineChart {
	t, cut := f.s.a.t, f.s.m.Cut
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
	day := f.s.v.Past.Decisions[f.tried.Decision].Day
	n.Event = ui.Mark{At: float64(day), Text: t("window.lab.change")}
	from := func(l []desk.CurvePoint) []desk.CurvePoint { return begin(l, day, lab.At(fan.Was, day)) }
	low, high := f.series("", from(fan.Low)), f.series("", from(fan.High))
	n.Band = ui.Band{X: low.X, Low: low.Y, High: high.Y}
	middle := f.series(t("window.lab.worlds"), from(fan.Middle))
	middle.Colour = ui.BlueCarbon
	if fan.History == nil {
		was := f.series(t("window.end.rebuilt"), fan.Was)
		was.Dashed = true
		n.Series = []ui.Series{middle, was}
		return n
	}
	was := f.series(t("window.end.yours"), fan.Was)
	was.Rings, was.Colour = true, ui.RedPencil
	history := f.series(t("window.end.rebuilt"), fan.History)
	history.Dashed, history.Colour = true, ui.Faded
	n.Series = []ui.Series{middle, was, history}
	return n
}

// begin lets a line begin on a day at a height, if it begins later.
func begin(line []desk.CurvePoint, day engine.Day, height int64) []desk.CurvePoint {
	if len(line) == 0 || line[0].Day <= day {
		return line
	}
	return append([]desk.CurvePoint{{Day: day, Value: height}}, line...)
}

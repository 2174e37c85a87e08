//go:build !headless

package window

import (
	"fmt"

	"backchannel/engine"
	"backchannel/game/desk"
	"backchannel/game/ui"
)

// charts are the record's series, each with its source: history as counted, a
// solid line with a dot at each count; what the model makes of the record,
// dashed; one's own, thin with rings.
func (s *endingScene) charts() ui.Node {
	t := s.a.t
	var out []ui.Node
	for k := range s.curves {
		c := &s.curves[k]
		title := c.Title
		if c.Unit != "" {
			title = t("end.curve", "Title", c.Title, "Unit", c.Unit)
		}
		out = append(out, ui.Column{Gap: ui.Tight, Children: []ui.Node{ui.Text{Spans: []ui.Span{{Text: title, Bold: true}}, Family: ui.Book},
			s.chart(c), fine(t("end.source_line", "Source", c.Source))}})
	}
	return ui.Column{Gap: ui.Even, Children: []ui.Node{fine(t("window.end.chart_note")), ui.Grid{Min: chartMin, Most: 2, Gap: ui.Roomy, Children: out}}}
}

// chart is one series.
func (s *endingScene) chart(c *desk.Curve) ui.LineChart {
	t, cut := s.a.t, &s.r.M.Cut
	series := func(name string, points []desk.CurvePoint) ui.Series {
		n := ui.Series{Name: name, Colour: ui.Ink}
		for _, p := range points {
			n.X, n.Y = append(n.X, float64(p.Day)), append(n.Y, float64(p.Value))
		}
		return n
	}
	rebuilt := series(t("window.end.rebuilt"), c.Rebuilt)
	rebuilt.Dashed, rebuilt.Colour = true, ui.Faded
	theirs := series(t("window.end.theirs"), c.Theirs)
	theirs.Dots = true
	yours := series(t("window.end.yours"), c.Yours)
	yours.Rings, yours.Colour = true, ui.RedPencil
	n := ui.LineChart{Height: chartHigh, MinX: float64(cut.First), MaxX: float64(cut.Last), XTicks: dates(s.r, cut.First, cut.Last), Series: []ui.Series{rebuilt, theirs, yours}}
	least, most := c.Theirs[0].Value, c.Theirs[0].Value
	for _, line := range n.Series {
		for _, y := range line.Y {
			least, most = min(least, int64(y)), max(most, int64(y))
		}
	}
	step := evenStep(most - min(least, 0))
	if least > 0 && (most-least)*3 < most { // far from nothing: the axis does not begin there
		step = evenStep(most - least)
	} else {
		least = min(least, 0)
	}
	low, high := floor(least, step), floor(most+step-1, step)
	n.MinY, n.MaxY = float64(low), float64(max(high, low+step))
	for y := low; y <= high; y += step {
		n.YTicks = append(n.YTicks, ui.Mark{At: float64(y), Text: desk.Thousands(y)})
	}
	return n
}

// evenStep is a round step that divides a span into about four.
func evenStep(span int64) int64 {
	for step := int64(1); ; step *= 10 {
		for _, k := range [...]int64{1, 2, 5} {
			if k*step*5 >= span {
				return k * step
			}
		}
	}
}

func floor(n, step int64) int64 {
	k := n / step
	if n%step < 0 {
		k--
	}
	return k * step
}

// dates are the first days of months, or of years where a span is long; and its
// own first day where no other is near.
func dates(r *desk.Reader, first, last engine.Day) []ui.Mark {
	long := last-first > yearsAbove
	var out []ui.Mark
	if _, _, d := first.Civil(); !long && d > 1 && d < nearly {
		out = append(out, ui.Mark{At: float64(first), Text: r.Short(first)})
	}
	for day := first; day <= last; day++ {
		y, m, d := day.Civil()
		switch {
		case d != 1 || long && m != 1:
		case long:
			out = append(out, ui.Mark{At: float64(day), Text: fmt.Sprint(y)})
		default:
			out = append(out, ui.Mark{At: float64(day), Text: r.Short(day)})
		}
	}
	return out
}

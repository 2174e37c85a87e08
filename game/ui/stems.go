//go:build !headless

package ui

import (
	"cmp"
	"slices"
)

// A Stem stands on a day of [Stems]; its height says how much.
type Stem struct {
	At   float64
	High float64 // 0 to the chart's Top
	Mark string  // a number, by which it is told of elsewhere
}

// Stems are values on days: upright lines over an axis of dates, each with a
// number in its head, against a scale at the left. Stems that would touch are
// moved aside, and a slanting foot leads to their day.
type Stems struct {
	Min, Max float64
	Ticks    []Mark
	Top      float64 // of the scale, at least 1
	Scale    []Mark
	Stems    []Stem
	// Event draws an upright line with a word at the top; none if Text is empty.
	Event Mark
}

func (n Stems) line(c *Context) float64 { return round(c.size(Fine) * leadBook) }

// Measure returns the whole width and a height that no value changes.
func (n Stems) Measure(c *Context, w float64) Extent {
	return Extent{w, c.ems(stemsHeight) + 2*n.line(c) + c.Px(Snug)}
}

func (Stems) text(s string, k Colour) Text {
	return Text{Spans: []Span{{Text: s}}, Size: Fine, Family: Book, Colour: k}
}

// Place draws scale, axis and stems.
func (n Stems) Place(c *Context, r Rect) {
	left, head := 0.0, c.ems(stemHead)
	for _, m := range n.Scale {
		left = max(left, n.text(m.Text, NoColour).Measure(c, r.W/3).W)
	}
	plot := r.Trim(left+c.Px(Snug), n.line(c)+head, 0, n.line(c)+c.Px(Snug)+head) // a head may stand on the axis
	inner := plot.Trim(head, 0, head, 0)
	x := func(day float64) float64 { return inner.X + round(inner.W*(day-n.Min)/max(1, n.Max-n.Min)) }
	y := func(v float64) float64 { return plot.Bottom() - round(plot.H*min(1, v/max(1, n.Top))) }
	for _, m := range n.Scale {
		c.fill(Rect{plot.X, y(m.At), plot.W, c.Px(Hair)}, c.ink, 0.2)
		t := n.text(m.Text, NoColour)
		h := t.Measure(c, left).H
		t.Align = Right
		t.Place(c, Rect{r.X, round(y(m.At) - h/2), left, h})
	}
	c.fill(Rect{plot.X, plot.Bottom(), plot.W, c.Px(Thin)}, c.ink, 1)
	free := plot.X
	for _, m := range n.Ticks {
		at := x(m.At)
		c.fill(Rect{at, plot.Bottom(), c.Px(Hair), head + c.Px(Snug)}, c.ink, 1)
		t := n.text(m.Text, NoColour)
		e := t.Measure(c, plot.W)
		if at += c.Px(Tight); at >= free && at+e.W <= r.Right() {
			t.Place(c, Rect{at, plot.Bottom() + head + c.Px(Tight), e.W, e.H})
			free = at + e.W + c.Px(Tight)
		}
	}
	if n.Event.Text != "" {
		at := x(n.Event.At)
		c.polyline(strokeOp{pts: []point{{at, r.Y + n.line(c)}, {at, plot.Bottom()}}, width: c.Px(Thin), dash: c.units(3)}, RedPencil, 0.9)
		t := n.text(n.Event.Text, RedPencil)
		e := t.Measure(c, plot.W)
		t.Place(c, Rect{round(max(plot.X, min(at-e.W/2, r.Right()-e.W))), r.Y, e.W, e.H})
	}
	n.stems(c, inner, x, y)
}

// stems draws the stems, the heads last.
func (n Stems) stems(c *Context, inner Rect, x, y func(float64) float64) {
	head := c.ems(stemHead)
	order := slices.Clone(n.Stems)
	slices.SortStableFunc(order, func(a, b Stem) int { return cmp.Compare(a.At, b.At) })
	at := spaced(order, x, 2*head+c.Px(Thin), inner.Right())
	foot := c.units(14)
	for i, s := range order {
		top := y(s.High)
		c.polyline(strokeOp{pts: []point{{x(s.At), y(0)}, {at[i], max(top, y(0)-foot)}, {at[i], top}}, width: c.units(2.4), round: true}, c.ink, 1)
		c.polyline(strokeOp{pts: circle(x(s.At), y(0), c.units(3.5)), closed: true, fill: true}, c.ink, 1)
	}
	for i, s := range order {
		top := y(s.High)
		c.polyline(strokeOp{pts: circle(at[i], top, head), closed: true, fill: true}, Ink, 1)
		c.on(Ink, Light, func() {
			t := Text{Spans: []Span{{Text: s.Mark, Bold: true}}, Size: Fine, Family: Book, Align: Middle}
			h := t.Measure(c, 4*head).H
			t.Place(c, Rect{at[i] - head, round(top - h/2), 2 * head, h})
		})
	}
}

// spaced is where the stems stand, which are in order: at least a gap from each
// other, none beyond the right end.
func spaced(order []Stem, x func(float64) float64, gap, right float64) []float64 {
	at := make([]float64, len(order))
	for i, s := range order {
		if at[i] = x(s.At); i > 0 {
			at[i] = max(at[i], at[i-1]+gap)
		}
	}
	for i := len(at) - 1; i >= 0 && at[i] > right; i-- {
		at[i], right = right, right-gap
	}
	return at
}

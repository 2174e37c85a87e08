//go:build !headless

package ui

import "strconv"

// A Meter is a gauge from 0 to 100 like a ruler, with the word for its step.
type Meter struct {
	ID    string
	Label string
	Word  string // the step in words
	Value int    // 0 to 100
	// Before is where it stood, drawn as a pencil mark; -1 for none.
	Before int
	Tip    string
}

func (n Meter) head() Row {
	return Row{Gap: Snug, Children: []Node{
		Grow(1, Text{Spans: []Span{{Text: n.Label}}}),
		Text{Spans: []Span{{Text: strconv.Itoa(n.Value), Bold: true}}},
	}}
}

func (n Meter) word() Text { return Text{Spans: []Span{{Text: n.Word, Italic: true}}, Family: Book} }

// Measure returns the whole width and the height of words and ruler.
func (n Meter) Measure(c *Context, w float64) Extent {
	return Extent{w, n.head().Measure(c, w).H + c.Px(Even) + c.Px(Tight) + n.word().Measure(c, w).H + c.Px(Tight)}
}

// Place draws label, ruler and word.
func (n Meter) Place(c *Context, r Rect) {
	c.element(Element{ID: n.ID, Role: RoleWhy, Label: n.Label + " " + strconv.Itoa(n.Value) + ", " + n.Word, Rect: r, Tip: n.Tip})
	if c.hot(n.ID) {
		c.fill(r, c.ink, 0.06)
	}
	h := n.head().Measure(c, r.W).H
	n.head().Place(c, Rect{r.X, r.Y, r.W, h})
	bar := Rect{r.X, r.Y + h, r.W, c.Px(Even)}
	c.fill(bar, c.ink, 0.08)
	v := float64(min(100, max(0, n.Value)))
	c.hatch(Rect{bar.X, bar.Y, round(bar.W * v / 100), bar.H})
	for i := range 11 {
		x := bar.X + round((bar.W-c.Px(Hair))*float64(i)/10)
		l := bar.H * 0.35
		if i%5 == 0 {
			l = bar.H * 0.7
		}
		c.fill(Rect{x, bar.Bottom() - l, c.Px(Hair), l}, c.ink, 0.55)
	}
	c.fill(Rect{bar.X, bar.Bottom(), bar.W, c.Px(Hair)}, c.ink, 1)
	x := bar.X + round(bar.W*v/100)
	c.fill(Rect{x - c.Px(Hair), bar.Y - c.Px(Thin), c.units(3), bar.H + c.Px(Tight)}, RedPencil, 1)
	if n.Before >= 0 && n.Before != n.Value {
		bx, s := bar.X+bar.W*float64(n.Before)/100, c.units(4)
		c.polyline(strokeOp{pts: []point{{bx - s, bar.Bottom() + s*1.4}, {bx + s, bar.Bottom() + s*1.4}, {bx, bar.Bottom()}}, closed: true, fill: true}, Faded, 1)
	}
	y := bar.Bottom() + c.Px(Tight)
	n.word().Place(c, Rect{r.X, y, r.W, r.Bottom() - y})
	c.focusOn(n.ID, r)
}

// hatch fills a rectangle with pencil strokes.
func (c *Context) hatch(r Rect) {
	if r.W < 1 {
		return
	}
	c.fill(r, c.ink, 0.25)
	step := c.units(5)
	for x := r.X - r.H; x < r.Right(); x += step {
		a, b := point{x, r.Bottom()}, point{x + r.H, r.Y}
		if a.x < r.X {
			a = point{r.X, r.Bottom() - (r.X - a.x)}
		}
		if b.x > r.Right() {
			b = point{r.Right(), r.Y + (b.x - r.Right())}
		}
		c.polyline(strokeOp{pts: []point{a, b}, width: c.units(1.2)}, c.ink, 0.75)
	}
}

// A Bar is one line of [Bars].
type Bar struct {
	Label string
	Value float64 // 0 to 1
	Low   float64 // the range, drawn as a whisker if High is above Low
	High  float64
	Text  string // the value in words
	// Was is a value to compare with, drawn as a thin hollow bar below the full
	// one; none if WasText, which says what it is, is empty.
	Was     float64
	WasText string
	Mark    bool // the one that happened, set in bold
}

// Bars are horizontal bars with words at both ends.
type Bars struct {
	Items []Bar
	// Beside are other bars with which these line up: as many, as high and as
	// long.
	Beside *Bars
}

// widths returns the room for labels and values: that of both where there are
// others beside.
func (n Bars) widths(c *Context, w float64) (label, value float64) {
	for _, b := range n.Items {
		label = max(label, n.label(b).Measure(c, w*0.42).W)
		value = max(value, n.value(b.Text, b.Mark).Measure(c, w*0.3).W, n.value(b.WasText, b.Mark).Measure(c, w*0.3).W)
	}
	if n.Beside != nil {
		l, v := Bars{Items: n.Beside.Items}.widths(c, w)
		label, value = max(label, l), max(value, v)
	}
	return label, value
}

func (Bars) label(b Bar) Text {
	return Text{Spans: []Span{{Text: b.Label, Bold: b.Mark}}, Family: Book}
}

func (Bars) value(text string, mark bool) Text {
	return Text{Spans: []Span{{Text: text, Bold: mark}}, Family: Book}
}

// height is that of a line, and of the line beside it.
func (n Bars) height(c *Context, i int, w float64) float64 {
	if i >= len(n.Items) {
		return 0
	}
	b := n.Items[i]
	h := max(n.label(b).Measure(c, w*0.42).H, n.value(b.Text, b.Mark).Measure(c, w*0.3).H+n.was(c, b, w), c.Px(Roomy))
	if n.Beside != nil {
		h = max(h, Bars{Items: n.Beside.Items}.height(c, i, w))
	}
	return h
}

// was is how much higher a line is for what it is compared with.
func (n Bars) was(c *Context, b Bar, w float64) float64 {
	if b.WasText == "" {
		return 0
	}
	return n.value(b.WasText, b.Mark).Measure(c, w*0.3).H
}

// Measure returns the whole width and the height of all bars.
func (n Bars) Measure(c *Context, w float64) Extent {
	e := Extent{W: w}
	for i := range n.Items {
		e.H += n.height(c, i, w)
		if i > 0 {
			e.H += c.Px(Tight)
		}
	}
	return e
}

// Place draws the bars, and each value in the middle of its bar's height.
func (n Bars) Place(c *Context, r Rect) {
	lw, vw := n.widths(c, r.W)
	y := r.Y
	for i, b := range n.Items {
		h, second := n.height(c, i, r.W), n.was(c, b, r.W)
		lh := n.label(b).Measure(c, lw).H
		n.label(b).Place(c, Rect{r.X, y + round((h-lh)/2), lw, lh})
		bar := Rect{r.X + lw + c.Px(Even), y, max(0, r.W-lw-vw-2*c.Px(Even)), h}
		vh := n.value(b.Text, b.Mark).Measure(c, vw).H
		top := y + round((h-vh-second)/2)
		n.value(b.Text, b.Mark).Place(c, Rect{r.Right() - vw, top, vw, vh})
		mid := Rect{bar.X, top + round(vh/2-c.Px(Tight)*1.5), bar.W, c.Px(Tight) * 3}
		n.full(c, mid, b)
		if second > 0 {
			n.value(b.WasText, b.Mark).Place(c, Rect{r.Right() - vw, top + vh, vw, second})
			n.hollow(c, Rect{bar.X, top + vh + round(second/2-c.Px(Tight)), bar.W, c.Px(Tight) * 2}, b.Was)
		}
		y += h + c.Px(Tight)
	}
}

// full draws a bar with its range.
func (Bars) full(c *Context, mid Rect, b Bar) {
	c.fill(mid, c.ink, 0.08)
	c.hatch(Rect{mid.X, mid.Y, round(mid.W * min(1, max(0, b.Value))), mid.H})
	c.fill(Rect{mid.X, mid.Y - c.Px(Thin), c.Px(Hair), mid.H + 2*c.Px(Thin)}, c.ink, 1)
	if b.High > b.Low {
		x0, x1, m := mid.X+mid.W*b.Low, mid.X+mid.W*b.High, mid.Y+mid.H/2
		c.fill(Rect{x0, m - c.Px(Hair), x1 - x0, c.Px(Thin)}, RedPencil, 1)
		for _, x := range [...]float64{x0, x1} {
			c.fill(Rect{x - c.Px(Hair), mid.Y - c.Px(Thin), c.Px(Thin), mid.H + c.Px(Tight)}, RedPencil, 1)
		}
	}
}

// hollow draws the bar that is compared with.
func (Bars) hollow(c *Context, r Rect, v float64) {
	c.fill(Rect{r.X, r.Y - c.Px(Thin), c.Px(Hair), r.H + 2*c.Px(Thin)}, c.ink, 1)
	c.fill(Rect{r.X, r.Bottom() - c.Px(Hair), r.W, c.Px(Hair)}, c.ink, 0.2)
	if w := round(r.W * min(1, max(0, v))); w >= 1 {
		c.frameRect(Rect{r.X, r.Y, max(w, c.Px(Thin)), r.H}, c.Px(Hair), c.ink, 1)
	}
}

//go:build !headless

package ui

import "math"

// A Series is one line of a chart.
type Series struct {
	Name   string // stands at the line's end
	Y      []float64
	X      []float64 // same length as Y, rising
	Dashed bool      // reconstructed by the model, not sourced
	Rings  bool      // thin, with a ring at each value: the player's own
	Dots   bool      // a dot at each value: those that are known
	Colour Colour
}

// A Band is the room between two lines, such as where eight of ten cases lie. It
// is hatched, so that it is told from the paper without colour.
type Band struct {
	Name      string // stands in the band's middle; "" for none
	X         []float64
	Low, High []float64 // same length as X
}

// A Mark is a place on an axis.
type Mark struct {
	At   float64
	Text string
}

// A LineChart draws lines as a draughtsman would: thin axes, words at the ends
// of the lines instead of a key.
type LineChart struct {
	Height         float64 // units; 200 if zero
	MinX, MaxX     float64
	MinY, MaxY     float64
	XTicks, YTicks []Mark
	Band           Band // below the lines
	Series         []Series
	// Event draws an upright line with a word at the top; none if Text is
	// empty.
	Event Mark
}

func (n LineChart) height(c *Context) float64 {
	if n.Height == 0 {
		return c.ems(200)
	}
	return c.ems(n.Height)
}

// Measure returns the whole width and the chart's height.
func (n LineChart) Measure(c *Context, w float64) Extent { return Extent{w, n.height(c)} }

func chartText(s string, k Colour) Text {
	return Text{Spans: []Span{{Text: s}}, Size: Fine, Family: Book, Colour: k}
}

// Place draws axes, lines and words.
func (n LineChart) Place(c *Context, r Rect) {
	left, right, wide := 0.0, 0.0, r.W/3
	for _, t := range n.YTicks {
		left = max(left, chartText(t.Text, NoColour).Measure(c, wide).W)
	}
	for _, s := range n.Series {
		right = max(right, chartText(s.Name, s.Colour).Measure(c, wide).W)
	}
	line := c.size(Fine) * leadTyped
	plot := r.Trim(left+c.Px(Snug), round(line*0.6), right+c.Px(Roomy), ceil(line)+c.Px(Snug))
	if n.Event.Text != "" {
		plot = plot.Trim(0, round(line*0.8), 0, 0)
	}
	at := func(x, y float64) point {
		return point{plot.X + plot.W*(x-n.MinX)/(n.MaxX-n.MinX), plot.Bottom() - plot.H*(y-n.MinY)/(n.MaxY-n.MinY)}
	}
	for _, t := range n.YTicks {
		p := at(n.MinX, t.At)
		c.fill(Rect{plot.X, round(p.y), plot.W, c.Px(Hair)}, c.ink, 0.18)
		x := chartText(t.Text, NoColour)
		h := x.Measure(c, wide).H
		Text{Spans: x.Spans, Size: Fine, Family: Book, Align: Right}.Place(c, Rect{r.X, round(p.y - h/2), left, h})
	}
	free := math.Inf(-1)
	for _, t := range n.XTicks {
		p := at(t.At, n.MinY)
		c.fill(Rect{round(p.x), plot.Bottom(), c.Px(Hair), c.Px(Tight)}, c.ink, 1)
		x := chartText(t.Text, NoColour)
		e := x.Measure(c, wide)
		lx := round(max(plot.X, min(p.x, plot.Right()-e.W))) // to the right of its mark
		if lx < free {                                       // too close to the one before: the mark alone
			continue
		}
		x.Place(c, Rect{lx, plot.Bottom() + c.Px(Tight), e.W, e.H})
		free = lx + e.W + c.Px(Tight)
	}
	c.fill(Rect{plot.X, plot.Bottom(), plot.W, c.Px(Hair)}, c.ink, 1)
	c.fill(Rect{plot.X, plot.Y, c.Px(Hair), plot.H}, c.ink, 1)
	n.band(c, at)
	n.event(c, plot, at)
	n.lines(c, r, plot, at, right)
}

// band draws the band: a tint with upright strokes.
func (n LineChart) band(c *Context, at func(x, y float64) point) {
	k := min(len(n.Band.X), len(n.Band.Low), len(n.Band.High))
	if k < 2 {
		return
	}
	for i := 1; i < k; i++ {
		a, b := at(n.Band.X[i-1], n.Band.High[i-1]), at(n.Band.X[i], n.Band.High[i])
		d, e := at(n.Band.X[i-1], n.Band.Low[i-1]), at(n.Band.X[i], n.Band.Low[i])
		c.polyline(strokeOp{pts: []point{a, b, e, d}, closed: true, fill: true}, BlueCarbon, 0.16)
		for x := a.x + c.units(2); x < b.x; x += c.units(5) {
			share := (x - a.x) / (b.x - a.x)
			c.polyline(strokeOp{pts: []point{{x, a.y + (b.y-a.y)*share}, {x, d.y + (e.y-d.y)*share}}, width: c.Px(Hair)}, BlueCarbon, 0.35)
		}
	}
	for _, edge := range [...][]float64{n.Band.Low, n.Band.High} {
		var pts []point
		for i := range k {
			pts = append(pts, at(n.Band.X[i], edge[i]))
		}
		c.polyline(strokeOp{pts: pts, width: c.Px(Hair), round: true}, BlueCarbon, 0.8)
	}
}

func (n LineChart) event(c *Context, plot Rect, at func(x, y float64) point) {
	if n.Event.Text == "" {
		return
	}
	p := at(n.Event.At, n.MaxY)
	c.polyline(strokeOp{pts: []point{{p.x, plot.Y - c.Px(Tight)}, {p.x, plot.Bottom()}}, width: c.Px(Hair), dash: c.units(3)}, RedPencil, 0.9)
	t := chartText(n.Event.Text, RedPencil)
	e := t.Measure(c, plot.W)
	t.Place(c, Rect{round(max(plot.X, min(p.x-e.W/2, plot.Right()-e.W))), plot.Y - c.Px(Tight) - e.H, e.W, e.H})
}

// lines draws the series and their names. Names that would touch are moved
// apart, in the order of the series where the lines end about as high; a thin
// line leads from a name that was moved to its end.
func (n LineChart) lines(c *Context, r, plot Rect, at func(x, y float64) point, right float64) {
	tags := make([]tag, 0, len(n.Series))
	for i, s := range n.Series {
		k := min(len(s.X), len(s.Y))
		if k == 0 {
			continue
		}
		var pts []point
		for j := range k {
			pts = append(pts, at(s.X[j], s.Y[j]))
		}
		n.line(c, s, pts)
		t := tag{series: i, end: pts[k-1], h: chartText(s.Name, s.Colour).Measure(c, r.W/3).H}
		t.y = round(t.end.y - t.h/2)
		j := len(tags)
		for j > 0 && tags[j-1].y > t.y+t.h*alike {
			j--
		}
		tags = append(tags[:j], append([]tag{t}, tags[j:]...)...)
	}
	apart(tags, r.Y, r.Bottom())
	for _, t := range tags {
		s := n.Series[t.series]
		if off := t.y + t.h/2 - t.end.y; math.Abs(off) > t.h/2 && s.Name != "" {
			c.polyline(strokeOp{pts: []point{{t.end.x + c.Px(Tight), t.end.y}, {r.Right() - right - c.Px(Tight), t.y + t.h/2}}, width: c.Px(Hair)}, s.Colour, 0.7)
		}
		chartText(s.Name, s.Colour).Place(c, Rect{r.Right() - right, t.y, right, t.h})
	}
}

// alike is up to how much of a name's height the ends of two lines count as one,
// so that their names keep the order of the series.
const alike = 0.35

// A tag is the name of a series at the end of its line.
type tag struct {
	series int
	end    point
	y, h   float64
}

// apart moves tags, which are in order, until none lies over another: those that
// touch stand about the middle of where they would be.
func apart(tags []tag, top, bottom float64) {
	for from := 0; from < len(tags); {
		to, all, mid := from, 0.0, 0.0
		for y := math.Inf(-1); to < len(tags); to++ { // a run of names that touch
			if to > from && tags[to].y >= y {
				break
			}
			all += tags[to].h
			mid += tags[to].y + tags[to].h/2
			y = mid/float64(to-from+1) + all/2
		}
		y := round(mid/float64(to-from) - all/2)
		for k := from; k < to; k++ {
			tags[k].y = y
			y += tags[k].h
		}
		from = to
	}
	for k := range tags {
		if k > 0 {
			top = tags[k-1].y + tags[k-1].h
		}
		tags[k].y = max(tags[k].y, top)
	}
	for k := len(tags) - 1; k >= 0; k-- {
		tags[k].y = min(tags[k].y, bottom-tags[k].h)
		bottom = tags[k].y
	}
}

// line draws a series.
func (LineChart) line(c *Context, s Series, pts []point) {
	dash, width := 0.0, 2.4
	if s.Dashed {
		dash = c.units(7)
	}
	if s.Dashed || s.Rings {
		width = 1.5
	}
	c.polyline(strokeOp{pts: pts, width: c.units(width), dash: dash, round: true}, s.Colour, 1)
	for j, p := range pts {
		switch {
		case s.Rings:
			c.polyline(strokeOp{pts: circle(p.x, p.y, c.units(4)), closed: true, fill: true}, c.ground, 1)
			c.polyline(strokeOp{pts: circle(p.x, p.y, c.units(3.5)), closed: true, width: c.units(1.5)}, s.Colour, 1)
		case s.Dots || j == len(pts)-1 && !s.Dashed:
			c.polyline(strokeOp{pts: circle(p.x, p.y, c.units(3.5)), closed: true, fill: true}, s.Colour, 1)
		}
	}
}

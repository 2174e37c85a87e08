//go:build !headless

package ui

import "fmt"

// An EraLine is a strip of years with spans on it, drawn as on a wall chart.
// What is chosen stands out by its weight and its name, not by colour alone.
type EraLine struct {
	From, To int // years
	Spans    []EraSpan
	Ink      Colour
}

// An EraSpan is a stretch of an era line, in years and parts of years, and
// within it the stretch that is played.
type EraSpan struct {
	Name              string
	First, Last       float64
	CutFirst, CutLast float64
	Chosen            bool
}

const eraLineRows = 3.4 // lines of fine type

// Measure returns the whole width and three lines of fine type.
func (n EraLine) Measure(c *Context, w float64) Extent {
	return Extent{w, ceil(c.size(Fine) * leadTyped * eraLineRows)}
}

// Place draws the axis, its years, the spans and the name of the chosen one.
func (n EraLine) Place(c *Context, r Rect) {
	line := c.size(Fine) * leadTyped
	axis := round(r.Y + line*1.9)
	at := func(year float64) float64 {
		return r.X + r.W*(year-float64(n.From))/float64(max(n.To-n.From, 1))
	}
	c.fill(Rect{r.X, axis, r.W, c.Px(Hair)}, n.Ink, 0.7)
	every := 5
	if n.To-n.From > 30 {
		every = 10
	}
	for year := n.From; year <= n.To; year++ {
		x := round(at(float64(year)))
		if year%every != 0 {
			c.fill(Rect{x, axis, c.Px(Hair), c.Px(Tight) / 2}, n.Ink, 0.5)
			continue
		}
		c.fill(Rect{x, axis, c.Px(Hair), c.Px(Tight)}, n.Ink, 0.9)
		t := chartText(fmt.Sprint(year), n.Ink)
		e := t.Measure(c, r.W)
		t.Place(c, Rect{round(max(r.X, min(x-e.W/2, r.Right()-e.W))), axis + c.Px(Tight), e.W, e.H})
	}
	for _, s := range n.Spans {
		n.span(c, r, &s, axis, at)
	}
}

func (n EraLine) span(c *Context, r Rect, s *EraSpan, axis float64, at func(float64) float64) {
	high := c.units(7)
	if s.Chosen {
		high = c.units(12)
	}
	x, end := at(s.First), at(s.Last)
	c.frameRect(Rect{round(x), axis - high, max(round(end-x), c.units(3)), high}, c.Px(Hair), n.Ink, 0.9)
	x, end = at(s.CutFirst), at(s.CutLast)
	c.fill(Rect{round(x), axis - high, max(round(end-x), c.units(3)), high}, n.Ink, 0.9)
	if !s.Chosen {
		return
	}
	t := chartText(s.Name, n.Ink)
	e := t.Measure(c, r.W)
	t.Place(c, Rect{round(max(r.X, min((at(s.First)+at(s.Last))/2-e.W/2, r.Right()-e.W))), axis - high - e.H, e.W, e.H})
}

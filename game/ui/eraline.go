//go:build !headless

package ui

import "fmt"

// An EraLine is a strip of years with spans on it, drawn as on a wall chart.
// A span is pressed or reached by key like a tab: choosing one is a [Choose]
// with its index. What is chosen stands out by its height, its mark and its
// name in bold, not by colour alone.
type EraLine struct {
	ID       string
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
	Tip               string
}

// The rows of an era line, in units.
const (
	eraStrip  = 30.0 // what can be pressed above the axis
	eraBar    = 13.0 // a span
	eraChosen = 19.0 // the chosen one
)

// eraAt is where a span lies: its strip, and its name if there is room for it.
type eraAt struct {
	strip Rect
	name  Rect
	named bool
}

// all is what can be pressed.
func (a eraAt) all() Rect {
	if !a.named {
		return a.strip
	}
	return bounds([]Rect{a.strip, a.name})
}

func (n EraLine) label(s *EraSpan) Text {
	return Text{Spans: []Span{{Text: s.Name, Bold: s.Chosen}}, Size: Fine, Family: Book, Colour: n.Ink, Most: 1}
}

func (n EraLine) line(c *Context) float64 { return ceil(c.size(Fine) * leadBook) }

// Measure returns the whole width and the height of names, strip and years.
func (n EraLine) Measure(c *Context, w float64) Extent {
	return Extent{w, 2*n.line(c) + c.units(eraStrip) + c.Px(Snug)}
}

// x is where a year lies in a width.
func (n EraLine) x(r Rect, year float64) float64 {
	return r.X + r.W*(year-float64(n.From))/float64(max(n.To-n.From, 1))
}

// lay sets the strips, no wider than the way to their neighbours, and the
// names that fit: the chosen one's first.
func (n EraLine) lay(c *Context, r Rect) []eraAt {
	at := make([]eraAt, len(n.Spans))
	top := r.Y + n.line(c)
	for i := range n.Spans {
		x, end := n.x(r, n.Spans[i].First), n.x(r, n.Spans[i].Last)
		if wide := c.units(eraStrip); end-x < wide {
			x, end = (x+end-wide)/2, (x+end+wide)/2
		}
		x, end = max(r.X, min(x, r.Right()-(end-x))), min(r.Right(), max(end, r.X+end-x))
		at[i].strip = Rect{round(x), top, round(end) - round(x), c.units(eraStrip)}
	}
	for i := 1; i < len(at); i++ { // in the order of time
		if a, b := &at[i-1].strip, &at[i].strip; a.Right() > b.X {
			mid := round((a.Right() + b.X) / 2)
			a.W, b.W, b.X = mid-a.X, b.Right()-mid, mid
		}
	}
	for _, chosen := range [...]bool{true, false} {
		for i := range n.Spans {
			if n.Spans[i].Chosen == chosen {
				n.name(c, r, at, i)
			}
		}
	}
	return at
}

// name gives span i its name above the strip, if that covers no other's.
func (n EraLine) name(c *Context, r Rect, at []eraAt, i int) {
	e := n.label(&n.Spans[i]).Measure(c, r.W)
	mid, _ := at[i].strip.Mid()
	a := eraAt{strip: at[i].strip, named: true,
		name: Rect{round(max(r.X, min(mid-e.W/2, r.Right()-e.W))), r.Y, e.W, e.H}}
	for j := range at {
		if j != i && !a.all().Inset(-c.Px(Tight)/2).Meet(at[j].all()).Empty() {
			if !n.Spans[i].Chosen {
				return
			}
			a.strip = Rect{} // the name alone, which is not pressed
		}
	}
	at[i].name, at[i].named = a.name, true
}

// Place draws the axis, its years, the spans and their names.
func (n EraLine) Place(c *Context, r Rect) {
	axis := r.Y + n.line(c) + c.units(eraStrip)
	c.fill(Rect{r.X, axis, r.W, c.Px(Thin)}, n.Ink, 0.8)
	every := 5
	if n.To-n.From > 30 {
		every = 10
	}
	for year := n.From; year <= n.To; year++ {
		x := round(n.x(r, float64(year)))
		if year%every != 0 {
			c.fill(Rect{x, axis, c.Px(Hair), c.Px(Tight)}, n.Ink, 0.5)
			continue
		}
		c.fill(Rect{x, axis, c.Px(Hair), c.Px(Snug)}, n.Ink, 0.9)
		t := Text{Spans: []Span{{Text: fmt.Sprint(year)}}, Size: Fine, Family: Book, Colour: n.Ink}
		e := t.Measure(c, r.W)
		t.Place(c, Rect{round(max(r.X, min(x-e.W/2, r.Right()-e.W))), axis + c.Px(Snug), e.W, e.H})
	}
	at := n.lay(c, r)
	for i := range n.Spans {
		n.span(c, r, at, i, axis)
	}
}

func (n EraLine) span(c *Context, r Rect, at []eraAt, i int, axis float64) {
	s, id := &n.Spans[i], optionID(n.ID, i)
	press := at[i].all()
	for j := range at {
		if j != i && !press.Meet(at[j].all()).Empty() {
			press = at[i].strip
		}
	}
	c.element(Element{ID: id, Role: RoleTab, Label: s.Name, Tip: s.Tip, Rect: press, group: n.ID, index: i, count: len(n.Spans)})
	high, ink := c.units(eraBar), n.Ink
	if s.Chosen {
		high, ink = c.units(eraChosen), Brass
	}
	bar := func(first, last float64) Rect {
		x, end := round(n.x(r, first)), round(n.x(r, last))
		return Rect{x, axis - high, max(end-x, c.units(4)), high}
	}
	all := bar(s.First, s.Last)
	shade := 0.22
	if c.hot(id) {
		shade = 0.5
	}
	c.fill(all, ink, shade)
	c.frameRect(all, c.Px(Hair), ink, 0.9)
	c.fill(bar(s.CutFirst, s.CutLast), ink, 1)
	if s.Chosen { // a pointer from the name down to what is played
		played := bar(s.CutFirst, s.CutLast)
		x, _ := played.Mid()
		u := c.units(4)
		c.polyline(strokeOp{pts: []point{{x - u, axis - high - 2*u}, {x + u, axis - high - 2*u}, {x, axis - high - u/2}}, closed: true, fill: true}, ink, 1)
	}
	if at[i].named {
		n.label(s).Place(c, at[i].name)
	}
	c.focusOn(id, press)
}

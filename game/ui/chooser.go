//go:build !headless

package ui

import (
	"strconv"
	"strings"
)

// optionID is the ID of a part of a group: tab or option i of the widget id.
func optionID(id string, i int) string { return id + "/" + strconv.Itoa(i) }

// Tabs are folder tabs over a page; choosing one is a [Choose] with its index.
type Tabs struct {
	ID    string
	Names []string
	Index int
	Child Node
	// Scroll, if set, is the ID under which the page scrolls below the strip.
	Scroll string
}

func (n Tabs) strip(c *Context) Flow {
	f := Flow{Gap: Tight}
	for i, name := range n.Names {
		f.Children = append(f.Children, tab{n, i, name})
	}
	return f
}

// Measure returns the size of the strip and the page.
func (n Tabs) Measure(c *Context, w float64) Extent {
	s := n.strip(c).Measure(c, w)
	p := Paper{Ground: Manila, Snug: true, Child: n.Child}.Measure(c, w)
	return Extent{max(s.W, p.W), s.H + p.H}
}

// Place draws the strip and the page.
func (n Tabs) Place(c *Context, r Rect) {
	h := n.strip(c).Measure(c, r.W).H
	page := r.Trim(0, h, 0, 0)
	var sheet Node = Paper{Ground: Manila, Snug: true, Child: n.Child}
	if n.Scroll != "" {
		sheet = Scroll{ID: n.Scroll, Label: n.Names[n.Index], Fill: true, Child: sheet}
	}
	sheet.Place(c, page)
	n.strip(c).Place(c, Rect{r.X, r.Y, r.W, h})
}

type tab struct {
	of    Tabs
	index int
	name  string
}

func (n tab) text() Text {
	if n.index == n.of.Index {
		return Text{Spans: []Span{{Text: n.name, Bold: true}}}
	}
	return Text{Spans: []Span{{Text: n.name, Underline: true}}, Colour: BlueCarbon}
}

func (n tab) Measure(c *Context, w float64) Extent {
	e := n.text().Measure(c, max(1, w-2*c.Px(Roomy)))
	return Extent{e.W + 2*c.Px(Roomy), max(e.H+2*c.Px(Tight), c.units(minTarget))}
}

func (n tab) Place(c *Context, r Rect) {
	id := optionID(n.of.ID, n.index)
	c.element(Element{ID: id, Role: RoleTab, Label: n.name, Rect: r, group: n.of.ID, index: n.index, count: len(n.of.Names)})
	cut := c.Px(Snug)
	shape := []point{{r.X, r.Bottom()}, {r.X + cut/2, r.Y + cut}, {r.X + cut*1.4, r.Y}, {r.Right() - cut*1.4, r.Y}, {r.Right() - cut/2, r.Y + cut}, {r.Right(), r.Bottom()}}
	ground := Sheet
	if n.index == n.of.Index {
		ground = Manila
	}
	c.polyline(strokeOp{pts: shape, fill: true, closed: true}, ground, 1)
	if n.index != n.of.Index {
		c.polyline(strokeOp{pts: shape, width: c.Px(Hair)}, Edge, 1)
	}
	if c.hot(id) {
		c.fill(Rect{r.X + cut, r.Y + c.Px(Hair), r.W - 2*cut, c.Px(Thin)}, BlueCarbon, 1)
	}
	c.on(ground, Ink, func() {
		h := n.text().Measure(c, r.W-2*c.Px(Roomy)).H
		n.text().Place(c, Rect{r.X + c.Px(Roomy), r.Y + round((r.H-h)/2), r.W - 2*c.Px(Roomy), h})
	})
	c.focusOn(id, r.Inset(c.units(focusWidth)))
}

// A Chip is a blank in a sentence that holds one of several options. It opens
// a list by Enter or a click; left and right go through the options; choosing
// one is a [Choose].
type Chip struct {
	ID      string
	Label   string // what is chosen, for lists of controls
	Options []string
	Index   int    // the chosen option, -1 for none
	Empty   string // shown where none is chosen
	Tip     string
	// Disabled says why it cannot be changed now.
	Disabled string
}

func (n Chip) text() Text {
	s := Span{Text: n.Empty, Italic: true}
	if n.Index >= 0 && n.Index < len(n.Options) {
		s = Span{Text: n.Options[n.Index], Bold: true}
	}
	return Text{Spans: []Span{s}, Colour: BlueCarbon}
}

// Measure returns the size of the chosen option and its margins.
func (n Chip) Measure(c *Context, w float64) Extent {
	e := n.text().Measure(c, max(1, w-2*c.Px(Snug)-c.Px(Roomy)))
	return Extent{e.W + 2*c.Px(Snug) + c.Px(Roomy), max(e.H+2*c.Px(Tight), c.units(minTarget))}
}

// Place draws the blank and, if it is open, the list.
func (n Chip) Place(c *Context, r Rect) {
	c.element(Element{ID: n.ID, Role: RoleChip, Label: n.Label, Rect: r, Tip: n.Tip, Disabled: n.Disabled,
		index: n.Index, count: len(n.Options)})
	c.fill(r, Index, 1)
	line := c.Px(Thin)
	if c.hot(n.ID) {
		line = c.Px(Tight)
	}
	if n.Disabled != "" {
		c.dashedRect(r, c.Px(Hair), Faded)
	} else {
		c.fill(Rect{r.X, r.Bottom() - line, r.W, line}, BlueCarbon, 1)
		x, y, s := r.Right()-c.Px(Roomy)/2-c.Px(Tight), r.Y+r.H/2, c.units(4)
		c.polyline(strokeOp{pts: []point{{x - s, y - s*0.6}, {x + s, y - s*0.6}, {x, y + s*0.8}}, closed: true, fill: true}, BlueCarbon, 1)
	}
	c.on(Index, Ink, func() {
		in := r.Trim(c.Px(Snug), 0, c.Px(Snug)+c.Px(Roomy), 0)
		h := n.text().Measure(c, in.W).H
		n.text().Place(c, Rect{in.X, in.Y + round((in.H-h)/2), in.W, h})
	})
	c.focusOn(n.ID, r)
	if c.state.Open == n.ID {
		c.above(true, func() { n.list(c, r) })
	}
}

// list draws the options on a slip below or above the blank.
func (n Chip) list(c *Context, r Rect) {
	margin := c.Px(Snug)
	w := 0.0
	for i := range n.Options {
		w = max(w, option{n, i}.Measure(c, c.W).W)
	}
	w = min(max(r.W, w+2*margin+c.units(barWidth)+c.Px(Snug)), c.W-2*margin)
	col := Column{Gap: Tight}
	for i := range n.Options {
		col.Children = append(col.Children, option{n, i})
	}
	h := col.Measure(c, w-2*margin).H + 2*margin
	h = min(h, c.ems(minTarget*popupRows)+2*margin, c.H-2*margin)
	at := Rect{min(r.X, c.W-w-margin), r.Bottom() + c.Px(Tight), w, h}
	if at.Bottom() > c.H-margin {
		at.Y = max(margin, r.Y-c.Px(Tight)-h)
		if at.Bottom() > r.Y { // no room on either side: over it
			at.Y = max(margin, c.H-margin-h)
		}
	}
	c.emit(shadowOp{at, c.Px(Roomy)})
	c.emit(paperOp{at, fade(Index, 1), false})
	c.frameRect(at, c.Px(Hair), Ink, 1)
	c.on(Index, Ink, func() {
		Scroll{ID: n.ID + "/list", Label: n.Label, Child: col}.Place(c, at.Inset(margin))
	})
}

type option struct {
	of    Chip
	index int
}

func (n option) text() Text {
	return Text{Spans: []Span{{Text: n.of.Options[n.index], Bold: n.index == n.of.Index}}}
}

func (n option) Measure(c *Context, w float64) Extent {
	e := n.text().Measure(c, max(1, w-c.Px(Snug)-c.Px(Broad)))
	return Extent{e.W + c.Px(Snug) + c.Px(Broad), max(e.H+2*c.Px(Tight), c.units(minTarget))}
}

func (n option) Place(c *Context, r Rect) {
	id := optionID(n.of.ID, n.index)
	c.element(Element{ID: id, Role: RoleOption, Label: n.of.Options[n.index], Rect: r, group: n.of.ID, index: n.index})
	if c.hot(id) {
		c.fill(r, BlueCarbon, 0.1)
	}
	in := r.Trim(c.Px(Broad), 0, c.Px(Snug), 0)
	h := n.text().Measure(c, in.W).H
	if n.index == n.of.Index { // a pencil tick
		x, y, u := r.X+c.Px(Snug), r.Y+r.H/2, c.units(1)
		c.polyline(strokeOp{pts: []point{{x, y}, {x + 4*u, y + 5*u}, {x + 12*u, y - 7*u}}, width: 2.4 * u, round: true}, Ink, 1)
	}
	n.text().Place(c, Rect{in.X, in.Y + round((in.H-h)/2), in.W, h})
	c.focusOn(id, r.Inset(2*c.units(focusWidth)))
}

// Sentence sets words and chips as one wrapping sentence. A string is split
// into words; a [Node], such as a [Chip], stands as it is.
func Sentence(parts ...any) Flow {
	f := Flow{Gap: Snug}
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			for _, w := range strings.Fields(p) {
				f.Children = append(f.Children, Text{Markup: w})
			}
		case Node:
			f.Children = append(f.Children, p)
		}
	}
	return f
}

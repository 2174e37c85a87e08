//go:build !headless

package ui

// A Pad keeps a margin around its child.
type Pad struct {
	X, Y  Space
	Child Node
}

// Measure returns the child's size and the margins.
func (n Pad) Measure(c *Context, w float64) Extent {
	e := n.Child.Measure(c, max(0, w-2*c.Px(n.X)))
	return Extent{e.W + 2*c.Px(n.X), e.H + 2*c.Px(n.Y)}
}

// Place sets the child inside the margins.
func (n Pad) Place(c *Context, r Rect) {
	n.Child.Place(c, r.Trim(c.Px(n.X), c.Px(n.Y), c.Px(n.X), c.Px(n.Y)))
}

// A Limit keeps its child from being wider than Width units of type and sets
// it by Align; with Middle also in the middle of the height.
type Limit struct {
	Width float64
	Align Align
	Child Node
}

// Measure returns the child's size.
func (n Limit) Measure(c *Context, w float64) Extent {
	return n.Child.Measure(c, min(w, c.ems(n.Width)))
}

// Place sets the child.
func (n Limit) Place(c *Context, r Rect) {
	w := min(r.W, c.ems(n.Width))
	at := Rect{r.X + round((r.W-w)/2*float64(n.Align)), r.Y, w, r.H}
	if n.Align == Middle {
		h := min(r.H, n.Child.Measure(c, w).H)
		at.Y, at.H = r.Y+round((r.H-h)/2), h
	}
	n.Child.Place(c, at)
}

// Air is an empty space of a height.
type Air Space

// Measure returns the height.
func (n Air) Measure(c *Context, w float64) Extent { return Extent{0, c.Px(Space(n))} }

// Place draws nothing.
func (n Air) Place(*Context, Rect) {}

// A Rule is a thin line across, as a typist draws with the underscore.
type Rule struct {
	Colour Colour // Edge if NoColour
	Double bool
}

// Measure returns the height of the line with its air.
func (n Rule) Measure(c *Context, w float64) Extent { return Extent{0, c.Px(Snug)} }

// Place draws the line.
func (n Rule) Place(c *Context, r Rect) {
	k := n.Colour
	if k == NoColour {
		k = Edge
	}
	y := round(r.Y + r.H/2)
	c.fill(Rect{r.X, y, r.W, c.Px(Hair)}, k, 1)
	if n.Double {
		c.fill(Rect{r.X, y + c.Px(Thin) + c.Px(Hair), r.W, c.Px(Hair)}, k, 1)
	}
}

// Layers sets its children over each other in the same place; overlays such as
// [Modal] take no room and may stand last.
type Layers []Node

// Measure returns the size that holds every child.
func (n Layers) Measure(c *Context, w float64) Extent {
	var e Extent
	for _, child := range n {
		m := child.Measure(c, w)
		e = Extent{max(e.W, m.W), max(e.H, m.H)}
	}
	return e
}

// Place sets the children.
func (n Layers) Place(c *Context, r Rect) {
	for _, child := range n {
		child.Place(c, r)
	}
}

// A Scroll shows a part of a child that may be higher than its place.
type Scroll struct {
	ID    string
	Label string
	// Fill gives the child at least the whole height, so that it may [Grow].
	Fill  bool
	Child Node
}

// Measure returns the child's own size; give a Scroll less with [Fill].
func (n Scroll) Measure(c *Context, w float64) Extent {
	return n.Child.Measure(c, w)
}

// Place draws what shows of the child, and a bar if that is not all.
func (n Scroll) Place(c *Context, r Rect) {
	e := n.Child.Measure(c, r.W)
	bar := c.units(barWidth)
	inner := r
	if e.H > r.H+1 {
		inner.W -= bar + c.Px(Snug)
		e = n.Child.Measure(c, inner.W)
	}
	most := e.H - r.H
	if most <= 1 { // what is lost to rounding is no reason for a bar
		most = 0
	}
	offset := min(max(0, c.state.Scroll[n.ID]), most)
	c.frame.Regions = append(c.frame.Regions, Region{ID: n.ID, Rect: r.Meet(c.clip), Content: e.H, Offset: offset, Layer: c.layer})
	before := len(c.frame.Elements)
	slack := c.units(focusWidth * 2)
	room := r.Inset(-slack) // a focus frame may stand out
	c.within(room, func() {
		old := c.region
		c.region = n.ID
		at := Rect{inner.X, inner.Y - round(offset), inner.W, e.H}
		if n.Fill {
			at.H = max(e.H, r.H)
		}
		n.Child.Place(c, at)
		c.region = old
	})
	if most == 0 {
		return
	}
	if len(c.frame.Elements) == before { // a long text must be reachable by key
		c.element(Element{ID: n.ID, Role: RoleRegion, Label: n.Label, Rect: r})
		if c.Focused(n.ID) && c.state.Keyboard && c.state.Calm != n.ID {
			c.focusFrame(r.Inset(c.units(focusWidth)))
		}
	}
	track := Rect{r.Right() - bar, r.Y, bar, r.H}
	c.fill(track, Shade, 0.12)
	thumb := max(c.units(minTarget), r.H*r.H/e.H)
	c.fill(Rect{track.X + c.Px(Hair), r.Y + round((r.H-thumb)*offset/most), bar - 2*c.Px(Hair), thumb}, Steel, 1)
	edge := c.Px(Roomy)
	if offset > 0 { // something lies above or below
		c.goesOn(Rect{inner.X, room.Y, inner.W, edge}, track, false)
	}
	if offset < most-1 {
		c.goesOn(Rect{inner.X, room.Bottom() - edge, inner.W, edge}, track, true)
	}
}

// goesOn darkens the strip under which a scrolled text goes on, and points
// there from the track of the bar, where no text is covered.
func (c *Context) goesOn(r, track Rect, below bool) {
	const steps, darkest = 9, 0.5
	h := r.H / steps
	for i := range steps {
		d := float64(i + 1)
		if !below {
			d = steps - float64(i)
		}
		c.fill(Rect{r.X, r.Y + float64(i)*h, r.W, h}, Shade, darkest*d*d/steps/steps)
	}
	u, up := c.units(1), 1.0
	if below {
		up = -1
	}
	_, y := r.Mid()
	x, _ := track.Mid()
	c.polyline(strokeOp{pts: circle(x, y, 9*u), closed: true, fill: true}, Ink, 1)
	c.polyline(strokeOp{pts: []point{{x - 5*u, y + 2.5*u*up}, {x + 5*u, y + 2.5*u*up}, {x, y - 3.5*u*up}}, closed: true, fill: true}, Light, 1)
}

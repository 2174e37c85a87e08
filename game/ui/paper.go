//go:build !headless

package ui

import "math"

// A Paper is a sheet on the desk: typed text lies on it.
type Paper struct {
	// Ground is the kind of paper; Sheet if NoColour.
	Ground Colour
	// Stamp is a rubber stamp at the top right, "" for none.
	Stamp string
	// Head is typed at the top left, beside the stamp.
	Head Node
	// Holes are punched at the left.
	Holes bool
	// Clip is a paper clip at the top.
	Clip bool
	// Snug keeps a smaller margin; Slim the least above and below.
	Snug, Slim bool

	Child Node
}

func (n Paper) margins(c *Context) (left, top, x, y float64) {
	x, y = c.Px(Broad), c.Px(Roomy)
	if n.Snug {
		x, y = c.Px(Roomy), c.Px(Even)
	}
	if n.Slim {
		y = c.Px(Snug)
	}
	left, top = x, y
	if n.Holes {
		left += c.Px(Roomy)
	}
	if n.Clip {
		top = c.units(clipBelow) + c.Px(Tight)
	}
	return left, top, x, y
}

func (n Paper) top(c *Context, w float64) (stamp stamp, head Extent, h float64) {
	if n.Stamp != "" {
		stamp = newStamp(c, n.Stamp)
	}
	if n.Head != nil {
		room := w
		if n.Stamp != "" {
			room -= stamp.turned.W + c.Px(Even)
		}
		if n.Stamp != "" && room < w/3 { // no room beside it: below
			head = n.Head.Measure(c, w)
			return stamp, head, stamp.turned.H + c.Px(Tight) + head.H + c.Px(Snug)
		}
		head = n.Head.Measure(c, room)
	}
	h = max(stamp.turned.H, head.H)
	if h > 0 {
		h += c.Px(Snug)
	}
	return stamp, head, h
}

// Measure returns the child's size and the sheet's margins.
func (n Paper) Measure(c *Context, w float64) Extent {
	left, top, x, y := n.margins(c)
	inner := max(0, w-x-left)
	_, _, h := n.top(c, inner)
	var e Extent
	if n.Child != nil {
		e = n.Child.Measure(c, inner)
	}
	if h > 0 {
		e.W = inner
	}
	return Extent{e.W + x + left, e.H + h + top + y}
}

// Place draws the sheet and what lies on it.
func (n Paper) Place(c *Context, r Rect) {
	ground := n.Ground
	if ground == NoColour {
		ground = Sheet
	}
	c.emit(shadowOp{r, c.Px(Even)})
	c.emit(paperOp{r, fade(ground, 1), false})
	left, top, x, y := n.margins(c)
	if n.Holes {
		n.punch(c, r)
	}
	inner := r.Trim(left, top, x, y)
	c.on(ground, Ink, func() {
		st, head, h := n.top(c, inner.W)
		if n.Head != nil {
			at := Rect{inner.X, inner.Y, inner.W, head.H}
			if n.Stamp != "" {
				at.W -= st.turned.W + c.Px(Even)
				if at.W < inner.W/3 {
					at = Rect{inner.X, inner.Y + st.turned.H + c.Px(Tight), inner.W, head.H}
				}
			}
			n.Head.Place(c, at)
		}
		if n.Stamp != "" {
			st.place(c, inner.Right()-st.turned.W, inner.Y)
		}
		if n.Child != nil {
			n.Child.Place(c, inner.Trim(0, h, 0, 0))
		}
	})
	if n.Clip {
		paperClip(c, r.X+c.Px(Vast), r.Y)
	}
}

// punch draws the filing holes: the desk shows through.
func (n Paper) punch(c *Context, r Rect) {
	d := c.units(6.5)
	for _, at := range [...]float64{0.22, 0.78} {
		cx, cy := r.X+c.Px(Even)+d/2, r.Y+r.H*at
		c.polyline(strokeOp{pts: circle(cx, cy, d), closed: true, fill: true}, Sea, 1)
		c.polyline(strokeOp{pts: circle(cx, cy, d), closed: true, width: c.Px(Hair)}, Edge, 1)
	}
}

// clipBelow is how far a paper clip reaches below the sheet's edge, in units.
const clipBelow = 37

// paperClip draws a bent wire over the upper edge at x.
func paperClip(c *Context, x, y float64) {
	u := c.units(1)
	loop := func(x0, x1, top, bottom float64) []point {
		r := (x1 - x0) / 2
		var pts []point
		for i := 0; i <= 10; i++ {
			a := math.Pi * float64(i) / 10
			pts = append(pts, point{x + (x0+r-r*math.Cos(a))*u, y + (top-r*math.Sin(a))*u})
		}
		pts = append(pts, point{x + x1*u, y + bottom*u})
		return pts
	}
	wire := loop(0, 15, -6, 30)
	for i := 0; i <= 10; i++ {
		a := math.Pi * float64(i) / 10
		wire = append(wire, point{x + (9+6*math.Cos(a))*u, y + (30+6*math.Sin(a))*u})
	}
	wire = append(wire, point{x + 3*u, y + 2*u})
	for i := 0; i <= 10; i++ {
		a := math.Pi * float64(i) / 10
		wire = append(wire, point{x + (7-4*math.Cos(a))*u, y + (0-4*math.Sin(a))*u})
	}
	wire = append(wire, point{x + 11*u, y + 22*u})
	shadow := make([]point, len(wire))
	for i, p := range wire {
		shadow[i] = point{p.x + u, p.y + 1.5*u}
	}
	first := append([]point{{x, y + 22*u}}, wire...)
	c.polyline(strokeOp{pts: append([]point{{x + u, y + 23.5*u}}, shadow...), width: 2 * u, round: true}, Shade, 0.25)
	c.polyline(strokeOp{pts: first, width: 2 * u, round: true}, Steel, 1)
	for i := range first {
		first[i].x -= 0.4 * u
		first[i].y -= 0.4 * u
	}
	c.polyline(strokeOp{pts: first, width: 0.7 * u, round: true}, Light, 0.7)
}

func circle(cx, cy, r float64) []point {
	const n = 28
	pts := make([]point, n)
	for i := range pts {
		a := 2 * math.Pi * float64(i) / n
		pts[i] = point{cx + r*math.Cos(a), cy + r*math.Sin(a)}
	}
	return pts
}

// stamp is a rubber stamp: letters in a double frame, a little askew.
type stamp struct {
	text   string
	px, w  float64
	flat   Extent
	turned Extent // the upright rectangle that holds it
}

func newStamp(c *Context, text string) stamp {
	px := c.size(Lead)
	w := c.type_.width(wornFace, px, text)
	flat := Extent{w + 2*c.Px(Even), px*1.25 + 2*c.Px(Tight)}
	sin, cos := math.Abs(math.Sin(stampAngle)), math.Cos(stampAngle)
	return stamp{text, px, w, flat, Extent{ceil(flat.W*cos + flat.H*sin), ceil(flat.W*sin + flat.H*cos)}}
}

// place stamps at the upright rectangle's left upper corner.
func (s stamp) place(c *Context, x, y float64) {
	cx, cy := x+s.turned.W/2, y+s.turned.H/2
	sin, cos := math.Sin(stampAngle), math.Cos(stampAngle)
	box := func(inset, width float64) {
		w, h := s.flat.W/2-inset, s.flat.H/2-inset
		var pts []point
		for _, p := range []point{{-w, -h}, {w, -h}, {w, h}, {-w, h}} {
			pts = append(pts, point{cx + p.x*cos - p.y*sin, cy + p.x*sin + p.y*cos})
		}
		c.polyline(strokeOp{pts: pts, closed: true, width: width}, RedPencil, 0.85)
	}
	box(c.Px(Thin), c.units(2.2))
	box(c.Px(Tight)+c.Px(Thin), c.Px(Hair))
	m := c.type_.face(wornFace, s.px).Metrics()
	c.emit(textOp{x: cx - s.w/2, y: cy - (m.HAscent+m.HDescent)/2, text: s.text, face: wornFace, px: s.px,
		colour: fade(RedPencil, 0.92), angle: stampAngle, ox: cx, oy: cy})
	c.frame.Texts = append(c.frame.Texts, TextBox{Text: s.text, Lines: []Rect{{x, y, s.turned.W, s.turned.H}}, Clip: c.clip,
		Px: s.px, Ink: RedPencil, Ground: c.ground, Layer: c.layer, Region: c.region})
}

// A Veil dims the chart behind its child with a soft edge, so that words can
// be read over coastlines.
type Veil struct{ Child Node }

// Measure returns the child's size.
func (n Veil) Measure(c *Context, w float64) Extent { return n.Child.Measure(c, w) }

// Place draws the dark and the child over it.
func (n Veil) Place(c *Context, r Rect) {
	dark := Rect{r.X, r.Y, min(r.W, n.Child.Measure(c, r.W).W), r.H}
	c.emit(clipOp{Rect{0, 0, c.W, c.H}}) // so that no edge shows where a scroll ends
	c.emit(shadowOp{dark, c.Px(Vast)})
	c.emit(unclipOp{})
	n.Child.Place(c, r)
}

// A Desk is the table that everything lies on: a chart of the Florida Straits,
// dimmed by Dim (0 as it is, 1 bare) so that papers stand out.
type Desk struct {
	Dim   float64
	Child Node
}

// Measure returns the child's size.
func (n Desk) Measure(c *Context, w float64) Extent { return n.Child.Measure(c, w) }

// Place draws the chart and the child over it.
func (n Desk) Place(c *Context, r Rect) {
	c.emit(chartOp{r, c.unit, n.Dim})
	c.on(Sea, Chalk, func() { n.Child.Place(c, r) })
}

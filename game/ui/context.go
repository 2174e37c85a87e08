//go:build !headless

package ui

import (
	"image/color"
	"math"
)

// A Context is what nodes are laid out in: the window, the scale, the state of
// the host, and the frame being made.
type Context struct {
	// W and H are the window's size in pixels.
	W, H float64

	unit   float64 // pixels of a unit for distances
	em     float64 // pixels of a unit for type
	device float64
	state  *State
	type_  *typesetter
	frame  *Frame

	ground Colour // what lies behind
	ink    Colour // what text is written in where it does not say
	clip   Rect
	layer  int
	region string
	late   []func() // overlays, drawn after everything else
}

// A Class is how much room there is, the text scale considered.
type Class uint8

// The classes.
const (
	Compact Class = iota // one column
	Regular              // a column and a margin
	Wide                 // three columns
)

// Class returns how much room the window has for text.
func (c *Context) Class() Class {
	switch w := c.W / c.em; {
	case w < 760:
		return Compact
	case w < 1150:
		return Regular
	}
	return Wide
}

// Px returns a distance in whole pixels.
func (c *Context) Px(s Space) float64 { return c.units(float64(s)) }

// units turns units of distance into pixels; what is not nothing is at least
// one.
func (c *Context) units(u float64) float64 {
	if u == 0 {
		return 0
	}
	return max(1, round(u*c.unit))
}

// ems turns units of type, which follow the text scale, into pixels.
func (c *Context) ems(u float64) float64 { return max(1, round(u*c.em)) }

// size returns the pixels of a size of type, never below what can be read.
func (c *Context) size(s TypeSize) float64 {
	return max(minType*c.device, math.Round(float64(s)*c.em*2)/2)
}

// Focused tells whether the element has the focus.
func (c *Context) Focused(id string) bool { return id != "" && c.state.Focus == id }

// hot tells whether the pointer is over the element.
func (c *Context) hot(id string) bool { return id != "" && c.state.Hover == id }

// on runs f with another ground and ink.
func (c *Context) on(ground, ink Colour, f func()) {
	g, i := c.ground, c.ink
	c.ground, c.ink = ground, ink
	f()
	c.ground, c.ink = g, i
}

// within runs f with everything outside of r hidden.
func (c *Context) within(r Rect, f func()) {
	old := c.clip
	c.clip = c.clip.Meet(r)
	c.emit(clipOp{c.clip})
	f()
	c.emit(unclipOp{})
	c.clip = old
}

// above runs f after the rest of the screen, on a layer of its own that takes
// the input if it is modal.
func (c *Context) above(modal bool, f func()) {
	c.late = append(c.late, func() {
		clip, region, layer, ground, ink := c.clip, c.region, c.layer, c.ground, c.ink
		c.clip, c.region = Rect{0, 0, c.W, c.H}, ""
		c.frame.layers++
		c.layer = c.frame.layers
		if modal {
			c.frame.Top = c.layer
		}
		f()
		c.clip, c.region, c.layer, c.ground, c.ink = clip, region, layer, ground, ink
	})
}

// element registers something that can be focused.
func (c *Context) element(e Element) {
	e.Layer, e.Region = c.layer, c.region
	e.Seen = e.Rect.Meet(c.clip)
	c.frame.Elements = append(c.frame.Elements, e)
}

// hint registers a part that explains itself to the pointer.
func (c *Context) hint(id, tip string, r Rect) {
	if tip != "" {
		c.frame.Hints = append(c.frame.Hints, Hint{ID: id, Rect: r, Seen: r.Meet(c.clip), Layer: c.layer, Tip: tip})
	}
}

func (c *Context) emit(o op) { c.frame.ops = append(c.frame.ops, o) }

// problem notes what went wrong while laying out.
func (c *Context) problem(kind ProblemKind, what string, r Rect) {
	c.frame.problems = append(c.frame.problems, Problem{kind, what, r})
}

func (c *Context) fill(r Rect, k Colour, alpha float64) {
	if !r.Meet(c.clip).Empty() {
		c.emit(fillOp{r, fade(k, alpha)})
	}
}

// frameRect strokes the inside of a rectangle's edge.
func (c *Context) frameRect(r Rect, width float64, k Colour, alpha float64) {
	c.fill(Rect{r.X, r.Y, r.W, width}, k, alpha)
	c.fill(Rect{r.X, r.Bottom() - width, r.W, width}, k, alpha)
	c.fill(Rect{r.X, r.Y + width, width, r.H - 2*width}, k, alpha)
	c.fill(Rect{r.Right() - width, r.Y + width, width, r.H - 2*width}, k, alpha)
}

// polyline strokes or fills a path.
func (c *Context) polyline(s strokeOp, k Colour, alpha float64) {
	s.colour = fade(k, alpha)
	c.emit(s)
}

// dashedRect strokes a rectangle with dashes.
func (c *Context) dashedRect(r Rect, width float64, k Colour) {
	h := width / 2
	c.polyline(strokeOp{pts: []point{{r.X + h, r.Y + h}, {r.Right() - h, r.Y + h}, {r.Right() - h, r.Bottom() - h}, {r.X + h, r.Bottom() - h}, {r.X + h, r.Y + h}},
		width: width, dash: c.units(5)}, k, 1)
}

// focusFrame draws the focus frame outside of r: brass outside and ink inside,
// so that it stands out on the desk and on paper, and a pointer at the left that
// keeps off the words inside.
func (c *Context) focusFrame(r Rect) {
	w := c.units(focusWidth)
	c.frameRect(r.Inset(-2*w), w, Brass, 1)
	c.frameRect(r.Inset(-w), w, Ink, 1)
	y, s := r.Y+r.H/2, c.units(focusWidth*2)
	c.polyline(strokeOp{fill: true, closed: true, pts: []point{{r.X - 2*w, y - s}, {r.X, y}, {r.X - 2*w, y + s}}}, Ink, 1)
}

func fade(k Colour, alpha float64) color.NRGBA {
	n := k.NRGBA()
	n.A = uint8(math.Round(float64(n.A) * alpha))
	return n
}

func round(v float64) float64 { return math.Round(v) }

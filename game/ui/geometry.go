//go:build !headless

package ui

// A Rect is a rectangle in pixels.
type Rect struct{ X, Y, W, H float64 }

// An Extent is a width and a height in pixels.
type Extent struct{ W, H float64 }

// Right returns the right edge.
func (r Rect) Right() float64 { return r.X + r.W }

// Bottom returns the lower edge.
func (r Rect) Bottom() float64 { return r.Y + r.H }

// Inset returns the rectangle without d at every side.
func (r Rect) Inset(d float64) Rect { return r.Trim(d, d, d, d) }

// Trim returns the rectangle without the given strips.
func (r Rect) Trim(left, top, right, bottom float64) Rect {
	return Rect{r.X + left, r.Y + top, max(0, r.W-left-right), max(0, r.H-top-bottom)}
}

// Meet returns what two rectangles share, empty if nothing.
func (r Rect) Meet(s Rect) Rect {
	x, y := max(r.X, s.X), max(r.Y, s.Y)
	return Rect{x, y, max(0, min(r.Right(), s.Right())-x), max(0, min(r.Bottom(), s.Bottom())-y)}
}

// Empty tells whether nothing is in the rectangle.
func (r Rect) Empty() bool { return r.W <= 0 || r.H <= 0 }

// Has tells whether the point lies in the rectangle.
func (r Rect) Has(x, y float64) bool {
	return x >= r.X && y >= r.Y && x < r.Right() && y < r.Bottom()
}

// Holds tells whether s lies in r, give or take slack.
func (r Rect) Holds(s Rect, slack float64) bool {
	return s.X >= r.X-slack && s.Y >= r.Y-slack && s.Right() <= r.Right()+slack && s.Bottom() <= r.Bottom()+slack
}

// Mid returns the centre.
func (r Rect) Mid() (x, y float64) { return r.X + r.W/2, r.Y + r.H/2 }

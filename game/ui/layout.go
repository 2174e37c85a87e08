//go:build !headless

package ui

import "math"

// A Column sets its children one below the other. Children made with [Grow]
// share the height that is left.
type Column struct {
	Gap      Space
	Children []Node
	// Align places children that are narrower than the column; Left also
	// stretches them over the whole width.
	Align Align
}

// Stack returns a column with an even gap.
func Stack(children ...Node) Column { return Column{Gap: Even, Children: children} }

// Measure returns the width of the widest child and the sum of the heights.
func (n Column) Measure(c *Context, w float64) Extent {
	var e Extent
	for i, child := range n.Children {
		m := child.Measure(c, w)
		e.W = max(e.W, m.W)
		e.H += m.H
		if i > 0 {
			e.H += c.Px(n.Gap)
		}
	}
	return e
}

// Place sets the children from the top.
func (n Column) Place(c *Context, r Rect) {
	sizes := make([]Extent, len(n.Children))
	need, shares := c.Px(n.Gap)*float64(max(0, len(n.Children)-1)), 0.0
	for i, child := range n.Children {
		if g, ok := child.(grow); ok {
			shares += g.share
			if !g.shrinks {
				sizes[i] = child.Measure(c, r.W)
			}
		} else {
			sizes[i] = child.Measure(c, r.W)
		}
		need += sizes[i].H
	}
	if need > r.H+1 && len(n.Children) > 0 {
		c.problem(Clipped, "a column needs more height", r)
	}
	spare, y := max(0, r.H-need), r.Y
	for i, child := range n.Children {
		h := sizes[i].H
		if g, ok := child.(grow); ok && shares > 0 {
			h += spare * g.share / shares
		}
		at := Rect{r.X, round(y), r.W, round(y+h) - round(y)}
		if n.Align != Left {
			at.W = min(sizes[i].W, r.W)
			at.X += round((r.W - at.W) / 2 * float64(n.Align))
		}
		child.Place(c, at)
		y += h + c.Px(n.Gap)
	}
}

type grow struct {
	share   float64
	child   Node
	shrinks bool
}

// Grow returns a child that takes a share of what is left in a [Column] or a
// [Row].
func Grow(share float64, child Node) Node { return grow{share: share, child: child} }

// Fill returns a child that takes what is left and needs nothing for itself,
// such as a [Scroll].
func Fill(child Node) Node { return grow{1, child, true} }

func (n grow) Measure(c *Context, w float64) Extent { return n.child.Measure(c, w) }
func (n grow) Place(c *Context, r Rect)             { n.child.Place(c, r) }

// A Row sets its children side by side. Children made with [Grow] share the
// width that is left; the others take what they measure.
type Row struct {
	Gap      Space
	Children []Node
	// Stack is the width in units of type below which the children are set one
	// below the other; zero means never.
	Stack float64
	// Center sets children in the middle of the height instead of stretching
	// them over it.
	Center bool
}

func (n Row) column() Column { return Column{Gap: n.Gap, Children: n.Children} }

func (n Row) widths(c *Context, w float64) []float64 {
	out := make([]float64, len(n.Children))
	left, shares := w-c.Px(n.Gap)*float64(max(0, len(n.Children)-1)), 0.0
	for i, child := range n.Children {
		if g, ok := child.(grow); ok {
			shares += g.share
			continue
		}
		out[i] = min(child.Measure(c, max(0, left)).W, max(0, left))
		left -= out[i]
	}
	for i, child := range n.Children {
		if g, ok := child.(grow); ok {
			out[i] = max(0, math.Floor(left*g.share/shares)) // whole, so that it wraps as measured
		}
	}
	return out
}

// Measure returns the sum of the widths and the height of the highest child.
func (n Row) Measure(c *Context, w float64) Extent {
	if w < n.Stack*c.em {
		return n.column().Measure(c, w)
	}
	e := Extent{W: c.Px(n.Gap) * float64(max(0, len(n.Children)-1))}
	for i, cw := range n.widths(c, w) {
		m := n.Children[i].Measure(c, cw)
		e.W += m.W
		e.H = max(e.H, m.H)
	}
	return e
}

// Place sets the children from the left.
func (n Row) Place(c *Context, r Rect) {
	if r.W < n.Stack*c.em {
		n.column().Place(c, r)
		return
	}
	x := r.X
	for i, w := range n.widths(c, r.W) {
		at := Rect{round(x), r.Y, round(x+w) - round(x), r.H}
		if n.Center {
			at.H = min(r.H, n.Children[i].Measure(c, w).H)
			at.Y += round((r.H - at.H) / 2)
		}
		n.Children[i].Place(c, at)
		x += w + c.Px(n.Gap)
	}
}

// A Grid sets its children in as many equal columns as fit.
type Grid struct {
	Min      float64 // narrowest column in units of type; zero suits cards
	Most     int     // most columns; zero means any number
	Gap      Space
	Children []Node
}

func (n Grid) columns(c *Context, w float64) int {
	least := n.Min
	if least == 0 {
		least = cardMin
	}
	cols := int((w + c.Px(n.Gap)) / (c.ems(least) + c.Px(n.Gap)))
	if n.Most > 0 {
		cols = min(cols, n.Most)
	}
	return max(1, min(cols, len(n.Children)))
}

func (n Grid) rows(c *Context, w float64) (heights []float64, cols int, cw float64) {
	cols = n.columns(c, w)
	cw = float64(int((w - c.Px(n.Gap)*float64(cols-1)) / float64(cols)))
	for i, child := range n.Children {
		if i%cols == 0 {
			heights = append(heights, 0)
		}
		heights[i/cols] = max(heights[i/cols], child.Measure(c, cw).H)
	}
	return heights, cols, cw
}

// Measure returns the whole width and the height of all rows.
func (n Grid) Measure(c *Context, w float64) Extent {
	hs, _, _ := n.rows(c, w)
	e := Extent{W: w}
	for i, h := range hs {
		e.H += h
		if i > 0 {
			e.H += c.Px(n.Gap)
		}
	}
	return e
}

// Place sets the children row by row.
func (n Grid) Place(c *Context, r Rect) {
	hs, cols, cw := n.rows(c, r.W)
	y := r.Y
	for i, child := range n.Children {
		if i > 0 && i%cols == 0 {
			y += hs[i/cols-1] + c.Px(n.Gap)
		}
		child.Place(c, Rect{r.X + float64(i%cols)*(cw+c.Px(n.Gap)), y, cw, hs[i/cols]})
	}
}

// A Flow sets its children like words in a line, wrapping where the line is
// full.
type Flow struct {
	Gap      Space
	Children []Node
	Align    Align
}

func (n Flow) arrange(c *Context, w float64) (at []Rect, e Extent) {
	at = make([]Rect, len(n.Children))
	x, y, h, start := 0.0, 0.0, 0.0, 0
	finish := func(end int) {
		for i := start; i < end; i++ {
			at[i].Y += round((h - at[i].H) / 2)
			at[i].X += round((w - (x - c.Px(n.Gap))) / 2 * float64(n.Align))
		}
	}
	for i, child := range n.Children {
		m := child.Measure(c, w)
		m.W = min(m.W, w)
		if x > 0 && x+m.W > w {
			finish(i)
			x, y, h, start = 0, y+h+c.Px(n.Gap), 0, i
		}
		at[i] = Rect{x, y, m.W, m.H}
		x += m.W + c.Px(n.Gap)
		h = max(h, m.H)
		e.W = max(e.W, x-c.Px(n.Gap))
	}
	finish(len(n.Children))
	e.H = y + h
	return at, e
}

// Measure returns the width of the widest line and the height of all.
func (n Flow) Measure(c *Context, w float64) Extent {
	_, e := n.arrange(c, w)
	return e
}

// Place sets the children line by line.
func (n Flow) Place(c *Context, r Rect) {
	at, e := n.arrange(c, r.W)
	if e.H > r.H+1 {
		c.problem(Clipped, "a flow needs more height", r)
	}
	for i, child := range n.Children {
		child.Place(c, Rect{r.X + at[i].X, r.Y + at[i].Y, at[i].W, at[i].H})
	}
}

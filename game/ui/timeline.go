//go:build !headless

package ui

// A Flag is a cause on a [Timeline], on a pole at its day.
type Flag struct {
	At   float64
	Mark string // a number, by which it is told of elsewhere
	Text string // cut to two lines
}

// A Timeline is a horizontal axis of dates with flags above it.
type Timeline struct {
	Min, Max float64
	Ticks    []Mark
	Flags    []Flag // in the order of their days
}

// flagAt is where a flag's cloth hangs: from its pole to the right, in a lane
// above the axis.
type flagAt struct {
	x    float64
	lane int
}

func (n Timeline) cloth(c *Context, w float64) float64 { return min(c.ems(flagWidth), w/3) }

func (n Timeline) text(f Flag) Text {
	return Text{Spans: []Span{{Text: f.Mark + "  ", Bold: true}, {Text: f.Text}}, Size: Fine, Family: Book, Most: 2}
}

func (n Timeline) lane(c *Context) float64 { return 2*round(c.size(Fine)*leadBook) + c.Px(Snug) }

// hang gives each flag its lane, from the last to the first: an earlier flag
// that would hang over a later pole goes above that one, so that no pole
// crosses a cloth.
func (n Timeline) hang(c *Context, w float64) (at []flagAt, lanes int) {
	cloth := n.cloth(c, w)
	at = make([]flagAt, len(n.Flags))
	for i := len(n.Flags) - 1; i >= 0; i-- {
		x := round((w - cloth) * (n.Flags[i].At - n.Min) / max(1, n.Max-n.Min))
		lane := 0
		for j := i + 1; j < len(at); j++ {
			if at[j].x < x+cloth+c.Px(Snug) {
				lane = max(lane, at[j].lane+1)
			}
		}
		at[i] = flagAt{x, lane}
		lanes = max(lanes, lane+1)
	}
	return at, lanes
}

// Measure returns the whole width and the height of flags and dates.
func (n Timeline) Measure(c *Context, w float64) Extent {
	_, lanes := n.hang(c, w)
	return Extent{w, float64(lanes)*n.lane(c) + c.Px(Snug) + c.Px(Tight) + round(c.size(Fine)*leadBook)}
}

// Place draws the axis, the dates and the flags.
func (n Timeline) Place(c *Context, r Rect) {
	at, lanes := n.hang(c, r.W)
	axis := r.Y + float64(lanes)*n.lane(c) + c.Px(Snug)
	c.fill(Rect{r.X, axis, r.W, c.Px(Thin)}, c.ink, 1)
	cloth, free := n.cloth(c, r.W), r.X
	for _, t := range n.Ticks {
		x := r.X + round((r.W-cloth)*(t.At-n.Min)/max(1, n.Max-n.Min))
		c.fill(Rect{x, axis, c.Px(Hair), c.Px(Snug)}, c.ink, 1)
		text := Text{Spans: []Span{{Text: t.Text}}, Size: Fine, Family: Book}
		e := text.Measure(c, cloth)
		if x += c.Px(Tight); x >= free && x+e.W <= r.Right() {
			text.Place(c, Rect{x, axis + c.Px(Tight), e.W, e.H})
			free = x + e.W + c.Px(Tight)
		}
	}
	for i, f := range n.Flags {
		x, y := r.X+at[i].x, axis-c.Px(Snug)-float64(at[i].lane+1)*n.lane(c)
		c.fill(Rect{x, y, c.Px(Thin), axis - y}, c.ink, 1)
		c.polyline(strokeOp{pts: circle(x+c.Px(Thin)/2, axis+c.Px(Hair), c.units(4)), closed: true, fill: true}, c.ink, 1)
		n.text(f).Place(c, Rect{x + c.Px(Snug), y, cloth - c.Px(Snug), n.lane(c) - c.Px(Snug)})
	}
}

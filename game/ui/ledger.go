//go:build !headless

package ui

// A LedgerLine is a line of a [Ledger].
type LedgerLine struct {
	ID    string
	Date  string
	Text  string // cut to one line
	Label string // read instead of both
}

// A Ledger is a list of dated lines of which one is open. Each can be pressed;
// the open one lies on a slip with a bar at its left, and its words stand where
// those of the others do.
type Ledger struct {
	Lines []LedgerLine
	Open  int
}

func (Ledger) date(s string) Text {
	return Text{Spans: []Span{{Text: s}}, Size: Fine, Family: Book, Colour: BlueCarbon, Most: 1}
}

func (Ledger) text(s string) Text {
	return Text{Spans: []Span{{Text: s}}, Size: Fine, Family: Book, Most: 1}
}

func (n Ledger) dates(c *Context, w float64) (out float64) {
	for _, l := range n.Lines {
		out = max(out, n.date(l.Date).Measure(c, w/2).W)
	}
	return out
}

func (n Ledger) height(c *Context) float64 {
	return max(c.units(minTarget), round(c.size(Fine)*leadBook)+2*c.Px(Tight))
}

// Measure returns the whole width and the height of all lines.
func (n Ledger) Measure(c *Context, w float64) Extent {
	return Extent{w, n.height(c) * float64(len(n.Lines))}
}

// Place draws the lines.
func (n Ledger) Place(c *Context, r Rect) {
	h, dates := n.height(c), n.dates(c, r.W)
	for k, l := range n.Lines {
		at := Rect{r.X, r.Y + float64(k)*h, r.W, h}
		c.element(Element{ID: l.ID, Role: RoleButton, Label: l.Label, Rect: at})
		ground := c.ground
		if k == n.Open {
			ground = Index
			c.emit(shadowOp{at, c.Px(Tight)})
			c.emit(paperOp{at, fade(ground, 1), true})
			c.fill(Rect{at.X, at.Y, c.units(4), at.H}, BlueCarbon, 1)
		}
		if c.hot(l.ID) {
			c.fill(at, BlueCarbon, 0.1)
		}
		c.on(ground, Ink, func() {
			in := at.Trim(c.Px(Even), 0, c.Px(Snug), 0)
			d, t := n.date(l.Date), n.text(l.Text)
			dh, th := d.Measure(c, dates).H, t.Measure(c, max(1, in.W-dates-c.Px(Even))).H
			d.Place(c, Rect{in.X, in.Y + round((h-dh)/2), dates, dh})
			t.Place(c, Rect{in.X + dates + c.Px(Even), in.Y + round((h-th)/2), max(1, in.W-dates-c.Px(Even)), th})
		})
		if k != n.Open && k+1 != n.Open && k+1 < len(n.Lines) {
			c.fill(Rect{at.X + c.Px(Even), at.Bottom() - c.Px(Hair), at.W - c.Px(Even), c.Px(Hair)}, Edge, 0.5)
		}
		c.focusOn(l.ID, at)
	}
}

//go:build !headless

package ui

// A Progress is how far something long has come: a hatched strip with words
// above it.
type Progress struct {
	ID    string
	Text  string
	Share float64 // 0 to 1
}

func (n Progress) text() Text { return Text{Spans: []Span{{Text: n.Text}}, Family: Book} }

// Measure returns the whole width and the height of words and strip.
func (n Progress) Measure(c *Context, w float64) Extent {
	return Extent{w, n.text().Measure(c, w).H + c.Px(Tight) + c.Px(Even)}
}

// Place draws words and strip.
func (n Progress) Place(c *Context, r Rect) {
	h := n.text().Measure(c, r.W).H
	n.text().Place(c, Rect{r.X, r.Y, r.W, h})
	bar := Rect{r.X, r.Y + h + c.Px(Tight), r.W, c.Px(Even)}
	c.fill(bar, c.ink, 0.08)
	c.hatch(Rect{bar.X, bar.Y, round(bar.W * min(1, max(0, n.Share))), bar.H})
	c.frameRect(bar, c.Px(Hair), c.ink, 0.6)
}

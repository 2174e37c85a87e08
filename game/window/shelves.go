//go:build !headless

package window

import "backchannel/game/ui"

// shelves sets cards of different heights in equal columns, each card where
// there is most room, so that as many as can be seen at once are seen.
type shelves struct {
	min   float64 // narrowest column, in units of type
	cards []ui.Node
}

// arrange returns where each card goes, as if at 0, 0, and the height of all.
func (n shelves) arrange(c *ui.Context, w float64) (at []ui.Rect, height float64) {
	gap := c.Px(ui.Even)
	least := ui.Limit{Width: n.min, Child: wide{}}.Measure(c, w).W
	cols := max(1, min(int((w+gap)/(least+gap)), len(n.cards)))
	cw := float64(int((w - gap*float64(cols-1)) / float64(cols)))
	ends := make([]float64, cols)
	for _, card := range n.cards {
		k := 0
		for i := range ends {
			if ends[i] < ends[k] {
				k = i
			}
		}
		h := card.Measure(c, cw).H
		at = append(at, ui.Rect{X: float64(k) * (cw + gap), Y: ends[k], W: cw, H: h})
		height = max(height, ends[k]+h)
		ends[k] += h + gap
	}
	return at, height
}

// Measure returns the whole width and the height of the highest column.
func (n shelves) Measure(c *ui.Context, w float64) ui.Extent {
	_, h := n.arrange(c, w)
	return ui.Extent{W: w, H: h}
}

// Place sets the cards in their order, which is that of the Tab key.
func (n shelves) Place(c *ui.Context, r ui.Rect) {
	at, _ := n.arrange(c, r.W)
	for k, card := range n.cards {
		card.Place(c, ui.Rect{X: r.X + at[k].X, Y: r.Y + at[k].Y, W: at[k].W, H: at[k].H})
	}
}

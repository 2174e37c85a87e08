//go:build !headless

package ui

import "math"

// Unset is the value of a [Scale] that has not been set.
const Unset = -1

// A Scale is a ruler from 0 to 100 with a cursor to be set, like that of a
// slide rule. One sets it by a click, by drawing the cursor along with pointer
// or finger, by the arrow keys (by fives; with Shift one by one), by Page up
// and down (by twenties), Home and End, or by typing the number; Backspace
// takes it back. Each is a [Set] with the value as Index.
type Scale struct {
	ID    string
	Label string // what is set, for lists of controls
	Value int    // 0 to 100, or Unset
	Text  string // the value in words
	Low   string // what 0 means
	High  string // what 100 means
	Tip   string
	// Disabled says why it cannot be set now.
	Disabled string
}

func (n Scale) words() (low, text, high Text) {
	end := func(s string, a Align) Text {
		return Text{Spans: []Span{{Text: s}}, Size: Fine, Family: Book, Align: a}
	}
	return end(n.Low, Left), Text{Spans: []Span{{Text: n.Text, Bold: n.Value >= 0, Italic: n.Value < 0}}, Family: Book, Align: Middle}, end(n.High, Right)
}

// beside tells whether the three words fit in one line.
func (n Scale) beside(c *Context, w float64) bool {
	low, text, high := n.words()
	side := max(low.Measure(c, w).W, high.Measure(c, w).W)
	return text.Measure(c, w).W+2*(side+c.Px(Even)) <= w
}

// Measure returns the whole width and the height of ruler and words.
func (n Scale) Measure(c *Context, w float64) Extent {
	low, text, high := n.words()
	h, half := text.Measure(c, w).H, w/2-c.Px(Snug)
	ends := max(low.Measure(c, half).H, high.Measure(c, half).H)
	if n.beside(c, w) {
		return Extent{w, c.units(scaleHeight) + c.Px(Snug) + max(h, ends)}
	}
	return Extent{w, c.units(scaleHeight) + c.Px(Snug) + ends + h}
}

// Place draws the ruler with its cursor, and the words below.
func (n Scale) Place(c *Context, r Rect) {
	track := Rect{r.X, r.Y, r.W, c.units(scaleHeight)}
	rule := track.Trim(c.units(cursorWidth/2), c.Px(Tight), c.units(cursorWidth/2), c.Px(Tight))
	label := n.Label + ": " + n.Text
	c.element(Element{ID: n.ID, Role: RoleScale, Label: label, Rect: track, Tip: n.Tip, Disabled: n.Disabled, index: n.Value,
		stops: []point{{rule.X, rule.Y}, {rule.Right(), rule.Y}}})
	n.rule(c, rule)
	if n.Value >= 0 {
		n.cursor(c, track, rule)
	}
	below := r.Trim(0, track.H+c.Px(Snug), 0, 0)
	low, text, high := n.words()
	half := round(below.W/2 - c.Px(Snug))
	if n.beside(c, r.W) {
		h := text.Measure(c, r.W).H
		text.Place(c, Rect{below.X, below.Y, below.W, h})
		for _, t := range [...]Text{low, high} {
			w := t.Measure(c, below.W)
			at := Rect{below.X, below.Y + round((h-w.H)/2), w.W, w.H}
			if t.Align == Right {
				at.X = below.Right() - w.W
			}
			t.Place(c, at)
		}
	} else {
		h := max(low.Measure(c, half).H, high.Measure(c, half).H)
		low.Place(c, Rect{below.X, below.Y, half, h})
		high.Place(c, Rect{below.Right() - half, below.Y, half, h})
		text.Place(c, below.Trim(0, h, 0, 0))
	}
	c.focusOn(n.ID, track)
}

// rule draws the ruler, hatched up to the value; one that is not set is blank.
func (n Scale) rule(c *Context, r Rect) {
	c.fill(r, Index, 1)
	if n.Value > 0 {
		c.on(Index, Ink, func() { c.hatch(Rect{r.X, r.Y, round(r.W * float64(n.Value) / 100), r.H}) })
	}
	if n.Disabled != "" {
		c.dashedRect(r, c.Px(Hair), Faded)
	} else {
		c.frameRect(r, c.Px(Hair), Ink, 1)
	}
	for i := 1; i < 20; i++ {
		l := r.H * 0.2
		switch {
		case i == 10:
			l = r.H * 0.7
		case i%2 == 0:
			l = r.H * 0.4
		}
		c.fill(Rect{r.X + round((r.W-c.Px(Hair))*float64(i)/20), r.Bottom() - l, c.Px(Hair), l}, Ink, 0.7)
	}
}

// cursor draws the frame with the hair line that is drawn along the ruler.
func (n Scale) cursor(c *Context, track, rule Rect) {
	k, x, w := BlueCarbon, rule.X+round(rule.W*float64(n.Value)/100), c.units(cursorWidth)
	if n.Disabled != "" {
		k = Faded
	}
	at := Rect{round(x - w/2), track.Y, w, track.H}
	c.fill(at, Light, 0.55)
	line := c.Px(Thin)
	if c.hot(n.ID) && n.Disabled == "" {
		line = c.Px(Tight)
	}
	c.frameRect(at, line, k, 1)
	c.fill(Rect{round(x - c.Px(Thin)/2), track.Y, c.Px(Thin), track.H}, k, 1)
}

// valueAt is what a scale shows under a place of the pointer.
func valueAt(e Element, x float64) int {
	from, to := e.stops[0].x, e.stops[1].x
	return int(math.Round(100 * min(1, max(0, (x-from)/max(1, to-from)))))
}

// draw sets the scale that is held to where the pointer is.
func (h *Host) draw(x float64) []Event {
	e, ok := h.Frame().Find(h.drawn)
	if !ok || e.Role != RoleScale {
		return nil
	}
	return h.set(e, valueAt(e, x))
}

// set makes a value of a scale known, if it is another.
func (h *Host) set(e Element, v int) []Event {
	if e.Disabled != "" {
		h.state.Tip, h.dirty = e.ID, true
		return nil
	}
	if v == e.index {
		return nil
	}
	h.dirty = true
	return []Event{{Kind: Set, ID: e.ID, Index: v}}
}

// slide gives a key to a scale; used tells whether it took it. One that is not
// set begins in the middle.
func (h *Host) slide(e Element, k Event) (out []Event, used bool) {
	h.digits = 0
	step := 5
	if k.Mods&Shift != 0 {
		step = 1
	}
	v := e.index
	switch k.Key {
	case KeyHome:
		return h.set(e, 0), true
	case KeyEnd:
		return h.set(e, 100), true
	case KeyBackspace, KeyDelete:
		return h.set(e, Unset), true
	case KeyLeft:
		v -= step
	case KeyRight:
		v += step
	case KeyPageDown:
		v -= 4 * step
	case KeyPageUp:
		v += 4 * step
	case KeyEnter, KeySpace:
		return []Event{{Kind: Activate, ID: e.ID}}, true
	default:
		return nil, false
	}
	if e.index < 0 {
		v = 50
	}
	return h.set(e, min(100, max(0, v))), true
}

// typeDigit types a number on a scale: a digit goes on from those just before.
func (h *Host) typeDigit(e Element, digit int) []Event {
	v := digit
	if n := 10*e.index + digit; h.digits > 0 && n <= 100 {
		v = n
	}
	h.digits++
	return h.set(e, v)
}

//go:build !headless

package ui

// A ButtonKind is how much a button asks to be pressed.
type ButtonKind uint8

// The kinds of buttons.
const (
	Ordinary ButtonKind = iota // a typed label in a frame
	Primary                    // black, for what goes on
	Quiet                      // only underlined
)

// A Button is pressed by Enter, the space bar, a click or a tap.
type Button struct {
	ID   string
	Text string
	Kind ButtonKind
	// Key is the name of a key that does the same, shown after the text.
	Key string
	Tip string
	// Disabled says why the button cannot be pressed now; empty if it can.
	Disabled string
	// Label is read instead of Text where that says too little.
	Label string
	// Small is one line of small print, cut short if need be.
	Small bool
	// Wide takes all the width that it is given, for lists.
	Wide bool
}

func (n Button) text() Text {
	t := Text{Markup: n.Text, Align: Middle, Size: Body}
	if n.Wide {
		t.Align = Left
	}
	t.Spans = []Span{{Text: n.Text, Bold: n.Kind != Quiet, Underline: n.Kind == Quiet && n.Disabled == ""}}
	if n.Small {
		t.Size, t.Family, t.Most = Fine, Book, 1
	}
	if n.Key != "" {
		t.Spans = append(t.Spans, Span{Text: "  [" + n.Key + "]"})
	}
	return t
}

func (n Button) pads(c *Context) (x, y float64) {
	if n.Kind == Quiet {
		return c.Px(Tight), c.Px(Tight)
	}
	return c.Px(Roomy), c.Px(Snug)
}

// Measure returns the label's size and its margins.
func (n Button) Measure(c *Context, w float64) Extent {
	x, y := n.pads(c)
	e := n.text().Measure(c, max(1, w-2*x))
	if n.Wide {
		return Extent{w, max(e.H+2*y, c.units(minTarget))}
	}
	return Extent{e.W + 2*x, max(e.H+2*y, c.units(minTarget))}
}

// Place draws the button.
func (n Button) Place(c *Context, r Rect) {
	label := n.Label
	if label == "" {
		label = n.Text
	}
	c.element(Element{ID: n.ID, Role: RoleButton, Label: label, Rect: r, Tip: n.Tip, Disabled: n.Disabled})
	ground, ink := Index, Ink
	hot := c.hot(n.ID) && n.Disabled == ""
	switch {
	case n.Kind == Quiet:
		ground, ink = c.ground, c.pressable()
		if n.Disabled != "" && ink == BlueCarbon { // what is blue can be pressed
			ink = Faded
		}
	case n.Disabled != "":
		ground, ink = Sheet, Faded
		c.fill(r, ground, 1)
		c.dashedRect(r, c.Px(Hair), Faded)
	case n.Kind == Primary:
		ground, ink = Ink, Light
		c.emit(shadowOp{r, c.Px(Tight)})
		c.fill(r, ground, 1)
		c.frameRect(r.Inset(c.Px(Tight)), c.Px(Hair), Light, 0.5)
		if hot {
			c.frameRect(r.Inset(c.Px(Tight)), c.Px(Thin), Brass, 1)
		}
	default:
		c.emit(shadowOp{r, c.Px(Tight)})
		c.emit(paperOp{r, fade(ground, 1), true})
		c.frameRect(r.Inset(c.Px(Hair)), c.Px(Hair), Ink, 1)
		if hot {
			c.frameRect(r.Inset(c.Px(Hair)), c.Px(Thin), BlueCarbon, 1)
		}
	}
	if n.Kind == Quiet && hot {
		c.fill(r, ink, 0.08)
	}
	x, _ := n.pads(c)
	c.on(ground, ink, func() {
		h := n.text().Measure(c, max(1, r.W-2*x)).H
		t := n.text()
		t.Place(c, Rect{r.X + x, r.Y + round((r.H-h)/2), r.W - 2*x, h})
	})
	c.focusOn(n.ID, r)
}

// focusOn draws the focus frame if the element has the focus by keyboard.
func (c *Context) focusOn(id string, r Rect) {
	if c.Focused(id) && c.state.Keyboard {
		c.focusFrame(r)
	}
}

// pressable is the ink of words that can be pressed: blue on paper.
func (c *Context) pressable() Colour {
	if c.ground == Sea || c.ground == Ink {
		return c.ink
	}
	return BlueCarbon
}

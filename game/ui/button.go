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
	// Wide takes all the width that it is given, for lists.
	Wide bool
}

func (n Button) text() Text {
	t := Text{Markup: n.Text, Align: Middle, Size: Body}
	if n.Wide {
		t.Align = Left
	}
	t.Spans = []Span{{Text: n.Text, Bold: n.Kind != Quiet, Underline: n.Kind == Quiet}}
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
		ground, ink = c.ground, c.ink
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

// A Card is an index card that can be played.
type Card struct {
	ID    string
	Title string
	// Body says what it does, in markup.
	Body string
	// Cost names what it takes, in markup; empty for none.
	Cost string
	// Price is a short mark at the top right, such as "3 cap."
	Price string
	// Adviser and Quote are who recommends it and what he says.
	Adviser, Quote string
	Tip            string
	// Disabled says why the card cannot be played now; empty if it can.
	Disabled string
	// Chosen marks a card that lies ready, with Mark typed over its edge.
	Chosen bool
	Mark   string
}

func (n Card) content(c *Context) Column {
	head := Row{Gap: Snug, Children: []Node{Grow(1, Text{Spans: []Span{{Text: n.Title, Bold: true}}, Size: Lead})}}
	if n.Price != "" {
		head.Children = append(head.Children, Text{Spans: []Span{{Text: n.Price, Bold: true}}, Colour: RedPencil, Size: Body})
	}
	col := Column{Gap: Tight, Children: []Node{head, Rule{Colour: RuleRed}}}
	if n.Body != "" {
		col.Children = append(col.Children, Text{Markup: n.Body, Family: Book})
	}
	if n.Cost != "" {
		col.Children = append(col.Children, Text{Markup: n.Cost, Size: Fine, Colour: RedPencil})
	}
	if n.Adviser != "" || n.Quote != "" {
		spans := []Span{{Text: n.Adviser, Bold: true}}
		if n.Quote != "" {
			spans = append(spans, Span{Text: " "}, Span{Text: n.Quote, Italic: true})
		}
		col.Children = append(col.Children, Grow(1, Air(Hair)), Text{Spans: spans, Size: Fine, Colour: BlueCarbon})
	}
	if n.Disabled != "" {
		col.Children = append(col.Children, Text{Spans: []Span{{Text: n.Disabled, Italic: true}}, Size: Fine, Colour: Faded})
	}
	if n.Chosen && n.Mark != "" {
		col.Children = append(col.Children, Text{Spans: []Span{{Text: n.Mark, Bold: true, Underline: true}}, Size: Fine, Colour: RedPencil})
	}
	return col
}

// Measure returns the size of the text and the margins.
func (n Card) Measure(c *Context, w float64) Extent {
	x, y := c.Px(Roomy), c.Px(Even)
	e := n.content(c).Measure(c, max(1, w-2*x))
	return Extent{w, e.H + 2*y}
}

// Place draws the card.
func (n Card) Place(c *Context, r Rect) {
	label := n.Title
	if n.Price != "" {
		label += ", " + n.Price
	}
	c.element(Element{ID: n.ID, Role: RoleCard, Label: label, Rect: r, Tip: n.Tip, Disabled: n.Disabled})
	ground, depth := Index, Snug
	hot := c.hot(n.ID) && n.Disabled == ""
	if n.Disabled != "" {
		ground, depth = Sheet, Tight
	}
	if hot {
		depth = Roomy
	}
	c.emit(shadowOp{r, c.Px(depth)})
	c.emit(paperOp{r, fade(ground, 1), false})
	switch {
	case n.Chosen:
		c.frameRect(r.Inset(c.Px(Tight)), c.units(2.5), RedPencil, 1)
	case n.Disabled != "":
		c.dashedRect(r.Inset(c.Px(Hair)), c.Px(Hair), Faded)
	case hot:
		c.frameRect(r.Inset(c.Px(Hair)), c.Px(Thin), BlueCarbon, 1)
	}
	c.on(ground, Ink, func() {
		n.content(c).Place(c, r.Trim(c.Px(Roomy), c.Px(Even), c.Px(Roomy), c.Px(Even)))
	})
	c.focusOn(n.ID, r)
}

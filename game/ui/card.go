//go:build !headless

package ui

// A Card is an index card that can be pressed. It is made to be read in a
// glance: who speaks for it, what it is, what it costs and what may come of it,
// each on a line of its own. What is cut short stands whole where it opens.
type Card struct {
	ID string
	// Key is the name of the key that opens it, on a tab at the left.
	Key string
	// Label stands over the title: who speaks for it.
	Label string
	// Urgent says that the label warns.
	Urgent bool
	Title  string
	// Body says what it does, in markup; empty for none.
	Body string
	// Price is a short mark at the top right, such as "• 1 influence"; Free says
	// that it takes nothing, and need not warn.
	Price string
	Free  bool
	// Odds is what is expected of it; nil for nothing.
	Odds *Odds
	// Notes are lines below, such as what it costs if it leaks.
	Notes []Note
	Tip   string
	// Disabled says why the card cannot be played now; empty if it can.
	Disabled string
	// Chosen marks a card that lies ready, with Mark typed below; a card that is
	// not keeps the room for it, so that nothing moves when it is chosen.
	Chosen bool
	Mark   string
	// TitleLines and NoteLines are the most lines of title and of each note;
	// zero means any number. Terse keeps the odds to one line as well.
	TitleLines, NoteLines int
	Terse                 bool
}

// A Note is a line that begins with what it is about.
type Note struct {
	Head, Text string
	Danger     bool // warns, in red
}

// Odds are a span of likelihood as a bar, with the figures in words beside it.
type Odds struct {
	Low, High float64 // 0 to 1
	Text      string
	// Short takes the place of Text on one line where there is little room.
	Short string
	// ID and Tip let the bar explain itself where the pointer rests on it; in a
	// card the ID is the card's.
	ID, Tip string
	short   bool
}

// Measure returns the size of bar and words.
func (n Odds) Measure(c *Context, w float64) Extent {
	e := n.text().Measure(c, max(1, w-n.bar(c)))
	return Extent{e.W + n.bar(c), e.H}
}

func (n Odds) bar(c *Context) float64 { return c.ems(oddsWidth) + c.Px(Snug) }

func (n Odds) text() Text {
	if n.short && n.Short != "" {
		return Text{Spans: []Span{{Text: n.Short}}, Size: Fine, Family: Book, Most: 1}
	}
	return Text{Spans: []Span{{Text: n.Text}}, Size: Fine, Family: Book}
}

// Place draws a bar, full up to the lowest estimate and hatched up to the
// highest, and the words.
func (n Odds) Place(c *Context, r Rect) {
	line := round(c.size(Fine) * leadBook)
	bar := Rect{r.X, r.Y + round(line/2-c.units(oddsHeight)/2), c.ems(oddsWidth), c.units(oddsHeight)}
	c.fill(bar, c.ink, 0.1)
	low, high := round(bar.W*min(1, n.Low)), round(bar.W*min(1, n.High))
	c.fill(Rect{bar.X, bar.Y, high, bar.H}, c.ink, 0.3)
	c.fill(Rect{bar.X, bar.Y, low, bar.H}, c.ink, 0.85)
	c.frameRect(bar, c.Px(Hair), c.ink, 0.55)
	c.fill(Rect{bar.X + round(bar.W/2), bar.Y - c.Px(Thin), c.Px(Hair), bar.H + 2*c.Px(Thin)}, c.ink, 0.55)
	n.text().Place(c, r.Trim(n.bar(c), 0, 0, 0))
	c.hint(n.ID, n.Tip, r)
}

// top is the line of who speaks for it, and the price.
func (n Card) top() Node {
	var row Row
	row.Gap = Snug
	label := Text{Spans: []Span{{Text: n.Label, Bold: n.Urgent}}, Size: Fine, Family: Book, Colour: Faded}
	if n.Urgent {
		label.Colour = RedPencil
	}
	row.Children = append(row.Children, Grow(1, label))
	if n.Price != "" {
		k := RedPencil
		if n.Free {
			k = Faded
		}
		row.Children = append(row.Children, Text{Spans: []Span{{Text: n.Price, Bold: true}}, Size: Fine, Family: Book, Colour: k})
	}
	return row
}

func (n Card) content() Column {
	col := Column{Gap: Thin}
	if n.Label != "" || n.Price != "" {
		col.Children = append(col.Children, n.top())
	}
	col.Children = append(col.Children, Text{Spans: []Span{{Text: n.Title, Bold: true}}, Family: Book, Most: n.TitleLines})
	if n.Body != "" {
		col.Children = append(col.Children, Text{Markup: n.Body, Family: Book})
	}
	if n.Odds != nil {
		odds := *n.Odds
		odds.short, odds.ID = n.Terse, n.ID+"/odds"
		col.Children = append(col.Children, odds)
	}
	for _, k := range n.Notes {
		head := Span{Text: k.Head, Bold: true}
		if k.Danger {
			head.Colour = RedPencil
		}
		col.Children = append(col.Children, Text{Spans: []Span{head, {Text: " " + k.Text}}, Size: Fine, Family: Book, Most: n.NoteLines})
	}
	if n.Disabled != "" {
		col.Children = append(col.Children, Text{Spans: []Span{{Text: n.Disabled, Italic: true}}, Size: Fine, Family: Book, Colour: Faded})
	}
	if mark := (Text{Spans: []Span{{Text: n.Mark, Bold: true, Underline: true}}, Size: Fine, Colour: BlueCarbon}); n.Mark != "" && n.Chosen {
		col.Children = append(col.Children, mark)
	} else if n.Mark != "" {
		col.Children = append(col.Children, room{mark})
	}
	return col
}

// room is as large as a node and shows nothing.
type room struct{ of Node }

// Measure returns the node's size.
func (n room) Measure(c *Context, w float64) Extent { return n.of.Measure(c, w) }

// Place draws nothing.
func (n room) Place(*Context, Rect) {}

// tab is the width of the strip with the key.
func (n Card) tab(c *Context) float64 {
	if n.Key == "" {
		return 0
	}
	return c.ems(tabWidth)
}

// inside is where the text lies.
func (n Card) inside(c *Context, r Rect) Rect {
	return r.Trim(n.tab(c)+c.Px(Even), c.Px(Snug), c.Px(Even), c.Px(Snug))
}

// Measure returns the size of the text and the margins.
func (n Card) Measure(c *Context, w float64) Extent {
	e := n.content().Measure(c, max(1, n.inside(c, Rect{W: w}).W))
	return Extent{w, e.H + 2*c.Px(Snug)}
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
	n.drawTab(c, r, ground, hot)
	switch {
	case n.Chosen:
		c.frameRect(r.Inset(c.Px(Thin)), c.units(2.5), BlueCarbon, 1)
	case n.Disabled != "":
		c.dashedRect(r.Inset(c.Px(Hair)), c.Px(Hair), Faded)
	case hot:
		c.frameRect(r, c.Px(Thin), BlueCarbon, 1)
	}
	c.on(ground, Ink, func() { n.content().Place(c, n.inside(c, r)) })
	c.focusOn(n.ID, r)
}

// drawTab draws the strip with the key, blue as all that can be pressed.
func (n Card) drawTab(c *Context, r Rect, ground Colour, hot bool) {
	w := n.tab(c)
	if w == 0 {
		return
	}
	strip := Rect{r.X, r.Y, w, r.H}
	alpha := 0.1
	if hot {
		alpha = 0.2
	}
	c.fill(strip, BlueCarbon, alpha)
	c.fill(Rect{r.X, r.Y, c.units(3), r.H}, BlueCarbon, 1)
	t := Text{Spans: []Span{{Text: n.Key, Bold: true}}, Size: Lead, Family: Book, Align: Middle, Colour: BlueCarbon}
	c.on(ground, Ink, func() { t.Place(c, Rect{r.X, r.Y + c.Px(Tight), w, t.Measure(c, w).H}) })
}

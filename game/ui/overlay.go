//go:build !headless

package ui

// A Why makes what it holds explain itself: it can be focused and shows Tip
// where the pointer rests or the keyboard focus stands.
type Why struct {
	ID    string
	Label string
	Tip   string
	Child Node
}

// Measure returns the child's size.
func (n Why) Measure(c *Context, w float64) Extent { return n.Child.Measure(c, w) }

// Place draws the child with a dotted line below it.
func (n Why) Place(c *Context, r Rect) {
	e := n.Child.Measure(c, r.W)
	r.W, r.H = min(r.W, e.W), min(r.H, e.H)
	c.element(Element{ID: n.ID, Role: RoleWhy, Label: n.Label, Rect: r, Tip: n.Tip})
	if c.hot(n.ID) {
		c.fill(r, c.ink, 0.07)
	}
	n.Child.Place(c, r)
	y := r.Bottom() - c.Px(Hair)/2
	c.polyline(strokeOp{pts: []point{{r.X, y}, {r.Right(), y}}, width: c.Px(Hair), dash: c.units(2)}, c.ink, 0.6)
	c.focusOn(n.ID, r)
}

// placeTip draws the tooltip that the state names, beside its element.
func placeTip(c *Context) {
	e, ok := c.frame.Find(c.state.Tip)
	for _, k := range c.frame.Hints {
		if k.ID == c.state.Tip && c.state.Tip != "" {
			e, ok = Element{Tip: k.Tip, Seen: k.Seen, Layer: k.Layer}, true
		}
	}
	if !ok || e.Layer != c.frame.Top || e.Seen.Empty() {
		return
	}
	text := e.Tip
	if e.Disabled != "" {
		text = e.Disabled
		if e.Tip != "" {
			text += "\n" + e.Tip
		}
	}
	if text == "" {
		return
	}
	t := Text{Markup: text, Size: Fine, Family: Book}
	mx, my := c.Px(Even), c.Px(Snug)
	room := min(c.ems(tipWidth), c.W-2*c.Px(Snug)-2*mx)
	s := t.Measure(c, room)
	at := Rect{e.Seen.X, e.Seen.Bottom() + c.Px(Even), s.W + 2*mx, s.H + 2*my}
	if at.Bottom() > c.H-c.Px(Tight) {
		at.Y = e.Seen.Y - c.Px(Even) - at.H
	}
	if at.Y < c.Px(Tight) {
		at.Y = c.Px(Tight)
		if e.Seen.Right()+c.Px(Even)+at.W < c.W {
			at.X = e.Seen.Right() + c.Px(Even)
		}
	}
	at.X = round(max(c.Px(Snug), min(at.X, c.W-at.W-c.Px(Snug))))
	at.Y = round(at.Y)
	c.frame.layers++
	c.layer, c.region, c.clip = c.frame.layers, "", Rect{0, 0, c.W, c.H}
	c.emit(shadowOp{at, c.Px(Snug)})
	c.emit(paperOp{at, fade(Slip, 1), true})
	c.frameRect(at, c.Px(Hair), Ink, 0.5)
	c.on(Slip, Ink, func() { t.Place(c, Rect{at.X + mx, at.Y + my, s.W + 1, s.H}) })
}

// A Modal is a sheet over everything that has to be answered; Escape is a
// [Dismiss] with its ID. It takes no room in a layout.
type Modal struct {
	ID    string
	Title string
	Stamp string
	// Ground and Clip are those of its Paper.
	Ground Colour
	Clip   bool
	Child  Node
	// Foot, such as a row of buttons, always shows; the child scrolls.
	Foot Node
}

// Measure returns nothing.
func (Modal) Measure(*Context, float64) Extent { return Extent{} }

// Place draws the sheet in the middle of the window.
func (n Modal) Place(c *Context, _ Rect) {
	c.above(true, func() {
		c.frame.dialogs = append(c.frame.dialogs, n.ID)
		c.fill(c.clip, Shade, 0.6)
		body := Column{Gap: Even, Children: []Node{Fill(Scroll{ID: n.ID + "/text", Label: n.Title, Child: n.Child})}}
		need := n.Child
		full := Column{Gap: Even, Children: []Node{need}}
		if n.Foot != nil {
			body.Children = append(body.Children, n.Foot)
			full.Children = append(full.Children, n.Foot)
		}
		head := HeadText(n.Title)
		w := min(c.ems(dialogWidth), c.W-2*c.Px(Roomy))
		sheet := Paper{Ground: n.Ground, Clip: n.Clip, Stamp: n.Stamp, Head: head, Child: full}
		h := min(sheet.Measure(c, w).H, c.H-2*c.Px(Roomy))
		sheet.Child = body
		sheet.Place(c, Rect{round((c.W - w) / 2), round((c.H - h) / 2), w, h})
	})
}

// A Drawer is a folder pulled out over the right of the window; Escape is a
// [Dismiss] with its ID. It takes no room in a layout.
type Drawer struct {
	ID    string
	Title string
	Child Node // use [Fill] and [Scroll] for what is long
}

// Measure returns nothing.
func (Drawer) Measure(*Context, float64) Extent { return Extent{} }

// Place draws the folder.
func (n Drawer) Place(c *Context, _ Rect) {
	c.above(true, func() {
		c.frame.dialogs = append(c.frame.dialogs, n.ID)
		c.fill(c.clip, Shade, 0.45)
		w := min(c.ems(drawerWidth), c.W-2*c.Px(Even))
		Paper{Ground: Manila, Snug: true, Head: HeadText(n.Title), Child: n.Child}.Place(c,
			Rect{c.W - w, c.Px(Even), w, c.H - 2*c.Px(Even)})
	})
}

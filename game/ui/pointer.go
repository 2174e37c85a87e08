//go:build !headless

package ui

func (h *Host) pointer(e Event) []Event {
	h.pointerX, h.pointerY = e.X, e.Y
	switch e.Kind {
	case Move:
		return h.hover(e)
	case Rest:
		if k, ok := h.hintAt(e.X, e.Y); ok {
			h.state.Tip, h.dirty = k.ID, true
			return nil
		}
		if el, ok := h.at(e.X, e.Y); ok && (el.Tip != "" || el.Disabled != "") && h.state.Tip != el.ID {
			h.state.Tip, h.dirty = el.ID, true
		}
	case Wheel:
		if r := h.regionAt(e.X, e.Y); r != nil {
			h.scroll(r, r.Offset-e.DY*wheelStep*h.Device)
		}
		return nil
	case Down:
		return h.down(e)
	case Up:
		return h.up(e)
	}
	return nil
}

func (h *Host) hover(e Event) []Event {
	if h.dragged != "" {
		h.drag(e.Y)
		return nil
	}
	if h.drawn != "" {
		return h.draw(e.X)
	}
	if k, ok := h.hint(h.state.Tip); ok && !k.Seen.Has(e.X, e.Y) {
		h.state.Tip, h.dirty = "", true
	}
	el, _ := h.at(e.X, e.Y)
	if h.state.Hover != el.ID {
		h.state.Hover, h.dirty = el.ID, true
		h.state.Tip = ""
	}
	return nil
}

func (h *Host) down(e Event) []Event {
	h.state.Keyboard, h.dirty = false, true
	f := h.Frame()
	for i := range f.Regions {
		r := &f.Regions[i]
		if r.Layer == f.Top && r.Content > r.Rect.H+1 && r.Rect.Has(e.X, e.Y) && e.X > r.Rect.Right()-h.grip() {
			h.dragged = r.ID
			h.drag(e.Y)
			return nil
		}
	}
	el, ok := h.at(e.X, e.Y)
	if !ok {
		h.pressed = ""
		if h.state.Open != "" { // a click beside the options closes them
			h.state.Open = ""
		}
		return nil
	}
	h.pressed = el.ID
	if el.Role == RoleField {
		h.clickField(el, e.X, e.Y)
	}
	h.focus(el.ID)
	if el.Role == RoleScale {
		h.drawn = el.ID
		return h.set(el, valueAt(el, e.X))
	}
	return nil
}

func (h *Host) up(e Event) []Event {
	h.dirty = true
	if h.dragged != "" || h.drawn != "" {
		h.dragged, h.drawn, h.pressed = "", "", ""
		return nil
	}
	el, ok := h.at(e.X, e.Y)
	was := h.pressed
	h.pressed = ""
	if !ok || el.ID != was {
		return nil
	}
	return h.press(el)
}

// grip is how wide the scroll bar is to the pointer.
func (h *Host) grip() float64 { return h.Device * barWidth * 1.6 }

// drag moves the held scroll bar's thumb under the pointer.
func (h *Host) drag(y float64) {
	if r := h.Frame().region(h.dragged); r != nil {
		h.scroll(r, (y-r.Rect.Y)/r.Rect.H*r.Content-r.Rect.H/2)
	}
}

// at returns the element under a point.
func (h *Host) at(x, y float64) (Element, bool) {
	live := h.Frame().live()
	for i := len(live) - 1; i >= 0; i-- {
		if e := live[i]; e.Seen.Has(x, y) {
			return e, true
		}
	}
	return Element{}, false
}

// hintAt returns the part under a point that explains itself.
func (h *Host) hintAt(x, y float64) (Hint, bool) {
	f := h.Frame()
	for _, k := range f.Hints {
		if k.Layer == f.Top && k.Seen.Has(x, y) {
			return k, true
		}
	}
	return Hint{}, false
}

// hint returns the part with an ID.
func (h *Host) hint(id string) (Hint, bool) {
	if id != "" {
		for _, k := range h.Frame().Hints {
			if k.ID == id {
				return k, true
			}
		}
	}
	return Hint{}, false
}

// regionAt returns the innermost scroll region under a point.
func (h *Host) regionAt(x, y float64) *Region {
	f := h.Frame()
	for i := len(f.Regions) - 1; i >= 0; i-- {
		if r := &f.Regions[i]; r.Layer == f.Top && r.Rect.Has(x, y) {
			return r
		}
	}
	return nil
}

// Click presses the element with an ID, as a pointer would; it reports false
// if there is none or if it cannot be reached.
func (h *Host) Click(id string) (Command, bool) {
	h.focus(id)
	e, ok := h.Frame().Find(id)
	if !ok || e.Seen.Empty() || e.Layer != h.frame.Top {
		return Command{}, false
	}
	x, y := e.Seen.Mid()
	return h.Feed(Event{Kind: Down, X: x, Y: y}, Event{Kind: Up, X: x, Y: y}), true
}

// Press gives a key with its modifiers.
func (h *Host) Press(k Key, mods Mods) Command {
	return h.Feed(Event{Kind: KeyIn, Key: k, Mods: mods})
}

// Write gives letters.
func (h *Host) Write(s string) Command {
	var last Command
	for _, r := range s {
		last = h.Feed(Event{Kind: RuneIn, Rune: r})
	}
	return last
}

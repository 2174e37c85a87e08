//go:build !headless

package ui

import "math"

// Feed takes raw input, moves focus and scroll positions, and hands the scene
// what is left together with the events of widgets, one after the other, so
// that each is judged by what the one before has changed. It returns what the
// scene asks for, taken together.
func (h *Host) Feed(events ...Event) Command {
	var all Command
	for _, e := range events {
		if out := h.handle(e); len(out) > 0 {
			all = all.and(h.deliver(out))
		}
	}
	return all
}

func (h *Host) deliver(events []Event) Command {
	next, cmd := h.scene.Update(events)
	if next != nil && next != h.scene {
		h.scene = next
		h.state.Open, h.state.Tip, h.state.Hover = "", "", ""
	}
	h.dirty = true
	if cmd.TextScale != 0 {
		h.SetTextScale(cmd.TextScale)
	}
	if cmd.Focus != "" {
		h.focus(cmd.Focus)
		if e, ok := h.Frame().Find(cmd.Focus); ok && e.Role == RoleRegion { // one did not go there
			h.state.Calm, h.dirty = cmd.Focus, true
		}
	}
	return cmd
}

func (h *Host) handle(e Event) []Event {
	switch e.Kind {
	case KeyIn, Down, Up:
		// What follows may lay out a frame and change the state after that.
		defer h.Touch()
	}
	switch e.Kind {
	case KeyIn:
		h.state.Keyboard, h.state.Hover = true, ""
		h.dirty = true
		return h.key(e)
	case RuneIn:
		return h.rune(e)
	case Move, Rest, Down, Up, Wheel:
		return h.pointer(e)
	}
	return []Event{e}
}

// focus moves the focus and scrolls it into sight.
func (h *Host) focus(id string) {
	h.state.Focus, h.state.Tip, h.state.Calm, h.state.Selected = id, "", "", ""
	h.digits = 0
	h.dirty = true
	f := h.Frame()
	e, ok := f.Find(id)
	if !ok {
		return
	}
	if h.state.Keyboard && (e.Tip != "" || e.Disabled != "") {
		h.state.Tip = id
	}
	if r := f.region(e.Region); r != nil && e.Role != RoleRegion {
		margin := h.Device * focusWidth * 3
		switch {
		case e.Rect.Y-margin < r.Rect.Y:
			h.scroll(r, r.Offset+e.Rect.Y-margin-r.Rect.Y)
		case e.Rect.Bottom()+margin > r.Rect.Bottom():
			down := e.Rect.Bottom() + margin - r.Rect.Bottom()
			h.scroll(r, r.Offset+min(down, e.Rect.Y-margin-r.Rect.Y))
		}
	}
	h.dirty = true
}

func (h *Host) scroll(r *Region, to float64) {
	h.state.Scroll[r.ID] = math.Round(min(max(0, to), max(0, r.Content-r.Rect.H)))
	h.dirty = true
}

// focused returns the focused element if it can take input.
func (h *Host) focused() (Element, bool) {
	f := h.Frame()
	e, ok := f.Find(h.state.Focus)
	return e, ok && e.Layer == f.Top
}

func (h *Host) key(e Event) []Event {
	f := h.Frame()
	el, ok := h.focused()
	if ok {
		if out, used := h.keyOn(el, e); used {
			return out
		}
	}
	switch e.Key {
	case KeyTab:
		h.step(1 - 2*b2i(e.Mods&Shift != 0))
	case KeyEscape:
		return h.escape(f, e)
	case KeyUp, KeyDown, KeyLeft, KeyRight:
		if !ok {
			h.step(1)
		} else {
			h.arrow(el, e.Key)
		}
	case KeyPageUp, KeyPageDown, KeyHome, KeyEnd:
		if r := h.pageRegion(el); r != nil {
			h.page(r, e.Key)
			return nil
		}
		return []Event{e}
	case KeyPlus, KeyMinus, KeyZero:
		if e.Mods&Ctrl == 0 {
			return []Event{e}
		}
		step := map[Key]float64{KeyPlus: h.TextScale + textStep, KeyMinus: h.TextScale - textStep, KeyZero: 1}[e.Key]
		h.SetTextScale(step)
		return []Event{{Kind: Resize, Value: h.TextScale}}
	default:
		return []Event{e}
	}
	return nil
}

// escape closes what lies on top: a tooltip, the options of a chip, a dialog.
func (h *Host) escape(f *Frame, e Event) []Event {
	switch {
	case h.state.Open != "":
		h.state.Focus, h.state.Open = h.state.Open, ""
	case len(f.dialogs) > 0:
		h.state.Tip = ""
		return []Event{{Kind: Dismiss, ID: f.dialogs[len(f.dialogs)-1]}}
	case h.state.Tip != "":
		h.state.Tip = ""
	default:
		return []Event{e}
	}
	return nil
}

// step moves the focus along the order of the elements.
func (h *Host) step(by int) {
	live := h.Frame().live()
	if len(live) == 0 {
		return
	}
	at := -1
	for i, e := range live {
		if e.ID == h.state.Focus {
			at = i
		}
	}
	if at < 0 && by < 0 {
		at = 0
	}
	h.focus(live[(at+by+len(live))%len(live)].ID)
}

// arrow moves the focus to the nearest element in a direction: one that lies
// wholly on that side if there is any, else one whose middle does.
func (h *Host) arrow(from Element, k Key) {
	for _, whole := range [...]bool{true, false} {
		best, cost := "", math.Inf(1)
		for _, e := range h.Frame().live() {
			if c, ok := way(from.Rect, e.Rect, k, whole); ok && e.ID != from.ID && c < cost {
				best, cost = e.ID, c
			}
		}
		if best != "" {
			h.focus(best)
			return
		}
	}
}

// way is how far it is from a to b in the direction of an arrow key.
func way(a, b Rect, k Key, whole bool) (cost float64, ok bool) {
	const slack, askew, middles = 2, 3, 0.05
	ax, ay := a.Mid()
	bx, by := b.Mid()
	edge, mid, across := b.X-a.Right(), bx-ax, gap(a.Y, a.Bottom(), b.Y, b.Bottom())
	switch k {
	case KeyLeft:
		edge, mid = a.X-b.Right(), ax-bx
	case KeyDown:
		edge, mid, across = b.Y-a.Bottom(), by-ay, gap(a.X, a.Right(), b.X, b.Right())
	case KeyUp:
		edge, mid, across = a.Y-b.Bottom(), ay-by, gap(a.X, a.Right(), b.X, b.Right())
	}
	if mid < slack || whole && edge < -slack {
		return 0, false
	}
	return max(0, edge) + askew*across + middles*(math.Abs(bx-ax)+math.Abs(by-ay)), true
}

// gap is the distance of two spans, zero where they overlap.
func gap(a0, a1, b0, b1 float64) float64 { return max(0, max(b0-a1, a0-b1)) }

// pageRegion is the region that page keys move: the focus's own, else the one
// under the pointer, else the largest.
func (h *Host) pageRegion(e Element) *Region {
	f := h.Frame()
	if e.Role == RoleRegion {
		return f.region(e.ID)
	}
	if r := f.region(e.Region); r != nil {
		return r
	}
	if r := h.regionAt(h.pointerX, h.pointerY); r != nil {
		return r
	}
	var best *Region
	for i := range f.Regions {
		if r := &f.Regions[i]; r.Layer == f.Top && (best == nil || r.Rect.W*r.Rect.H > best.Rect.W*best.Rect.H) {
			best = r
		}
	}
	return best
}

func (h *Host) page(r *Region, k Key) {
	switch k {
	case KeyPageUp:
		h.scroll(r, r.Offset-r.Rect.H*0.9)
	case KeyPageDown:
		h.scroll(r, r.Offset+r.Rect.H*0.9)
	case KeyHome:
		h.scroll(r, 0)
	case KeyEnd:
		h.scroll(r, r.Content)
	}
}

// keyOn gives a key to the focused element; used tells whether it took it.
func (h *Host) keyOn(e Element, k Event) (out []Event, used bool) {
	press := (k.Key == KeyEnter || k.Key == KeySpace) && k.Mods&Ctrl == 0 // with Ctrl it is the scene's
	switch e.Role {
	case RoleField:
		return h.edit(e, k)
	case RoleScale:
		return h.slide(e, k)
	case RoleRegion:
		r := h.Frame().region(e.ID)
		switch k.Key {
		case KeyUp, KeyDown:
			to := r.Offset + wheelStep*h.Device*float64(b2i(k.Key == KeyDown)*2-1)
			if to > -wheelStep*h.Device && to < r.Content-r.Rect.H+wheelStep*h.Device {
				h.scroll(r, to)
				return nil, true
			}
		}
		return nil, false
	case RoleTab, RoleChip:
		if k.Key == KeyLeft || k.Key == KeyRight {
			return h.turn(e, b2i(k.Key == KeyRight)*2-1), true
		}
	}
	if press {
		return h.press(e), true
	}
	return nil, false
}

// turn chooses the neighbour of a tab, or the next option of a chip.
func (h *Host) turn(e Element, by int) []Event {
	if e.Disabled != "" || e.count == 0 {
		return nil
	}
	i := e.index + by
	if e.Role == RoleTab {
		i = (i + e.count) % e.count
		h.state.Focus = optionID(e.group, i)
		return []Event{{Kind: Choose, ID: e.group, Index: i}}
	}
	if e.index < 0 && by < 0 {
		i = e.count - 1
	}
	return []Event{{Kind: Choose, ID: e.ID, Index: (i + e.count) % e.count}}
}

// press does what a click or Enter does.
func (h *Host) press(e Element) []Event {
	if e.Disabled != "" {
		h.state.Tip = e.ID
		return nil
	}
	switch e.Role {
	case RoleButton, RoleCard:
		return []Event{{Kind: Activate, ID: e.ID}}
	case RoleTab:
		return []Event{{Kind: Choose, ID: e.group, Index: e.index}}
	case RoleChip:
		h.state.Open, h.state.Tip = e.ID, ""
		h.dirty = true
		h.focus(optionID(e.ID, max(0, e.index)))
	case RoleOption:
		h.state.Open, h.state.Focus = "", e.group
		return []Event{{Kind: Choose, ID: e.group, Index: e.index}}
	case RoleWhy:
		h.state.Tip = e.ID
	}
	return nil
}

// rune types a letter into the focused field, a digit on the focused scale, or
// hands it to the scene.
func (h *Host) rune(e Event) []Event {
	el, ok := h.focused()
	if ok && el.Role == RoleScale && e.Rune >= '0' && e.Rune <= '9' {
		return h.typeDigit(el, int(e.Rune-'0'))
	}
	if !ok || el.Role != RoleField {
		if e.Rune == '?' && ok && el.Tip != "" {
			h.state.Tip, h.dirty = el.ID, true
			return nil
		}
		return []Event{e}
	}
	return h.typeLetter(el, e.Rune)
}

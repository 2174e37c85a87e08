//go:build !headless

package ui

import "math"

// A finger is a touch as it becomes events: a tap is a click, a slide scrolls,
// and a slide along what can be drawn, such as the cursor of a scale, draws it.
type finger struct {
	x, y           float64
	startX, startY float64
	does           touchKind
}

// A touchKind is what a finger turns out to do.
type touchKind uint8

const (
	touchTap touchKind = iota // it has not moved
	touchScroll
	touchDraw
)

// fingerDown begins a touch.
func fingerDown(x, y float64) finger { return finger{x: x, y: y, startX: x, startY: y} }

// move takes the finger on. What it does is settled by the way that it first
// goes; draws tells whether something at a place can be drawn sideways.
func (f *finger) move(x, y, device float64, draws func(x, y float64) bool) (events []Event) {
	dx, dy := math.Abs(x-f.startX), math.Abs(y-f.startY)
	if far := focusWidth * 3 * device; f.does == touchTap {
		switch {
		case dx > far && dx > dy && draws(f.startX, f.startY):
			f.does = touchDraw
			events = append(events, Event{Kind: Down, X: f.startX, Y: f.startY})
		case dy > far:
			f.does = touchScroll
		}
	}
	switch {
	case f.does == touchDraw && x != f.x:
		events = append(events, Event{Kind: Move, X: x, Y: y})
	case f.does == touchScroll && y != f.y:
		events = append(events, Event{Kind: Wheel, X: f.x, Y: f.y, DY: (y - f.y) / wheelStep / device})
	}
	f.x, f.y = x, y
	return events
}

// up ends the touch.
func (f *finger) up() []Event {
	switch f.does {
	case touchTap:
		return []Event{{Kind: Down, X: f.x, Y: f.y}, {Kind: Up, X: f.x, Y: f.y}}
	case touchDraw:
		return []Event{{Kind: Up, X: f.x, Y: f.y}}
	}
	return nil
}

// draws tells whether a finger that goes sideways from a place draws something
// along.
func (h *Host) draws(x, y float64) bool {
	e, ok := h.at(x, y)
	return ok && e.Role == RoleScale && e.Disabled == ""
}

//go:build !headless

package ui

import "math"

// State is what the host keeps of the player's hands between two frames, by
// element or region ID. Everything else lies in the scene.
type State struct {
	Focus    string             // the focused element
	Hover    string             // the element under the pointer
	Tip      string             // the element whose tooltip shows
	Open     string             // the chip whose options show
	Calm     string             // the text that got the focus unasked, and shows no frame
	Selected string             // the field of which all is selected
	Keyboard bool               // the last input was a key, so the focus shows
	Scroll   map[string]float64 // offsets of scroll regions in pixels
	Caret    map[string]int     // caret of fields, in letters
}

// A Host runs a scene: it turns raw input into focus moves, scrolling and
// events of widgets, and lays out frames.
type Host struct {
	W, H      float64 // pixels of the window
	Device    float64 // pixels of a point of the device
	TextScale float64 // the player's choice, 0.8 to 2

	scene Scene
	state State
	type_ *typesetter
	frame *Frame
	dirty bool

	pointerX, pointerY float64
	pressed            string // element on which the pointer went down
	dragged            string // scroll region whose bar is held
	drawn              string // scale whose cursor is held
	digits             int    // typed on the focused scale, one after the other
}

// NewHost returns a host that shows the scene in a window of w by h pixels.
func NewHost(scene Scene, w, h float64) *Host {
	return &Host{W: w, H: h, Device: 1, TextScale: 1, scene: scene, type_: newTypesetter(), dirty: true,
		pointerX: -1, pointerY: -1,
		state: State{Scroll: map[string]float64{}, Caret: map[string]int{}}}
}

// Scene returns the present scene.
func (h *Host) Scene() Scene { return h.scene }

// State returns a copy of the host's state.
func (h *Host) State() State { return h.state }

// Dirty tells whether something changed since the last Frame.
func (h *Host) Dirty() bool { return h.dirty }

// Touch asks for a new frame.
func (h *Host) Touch() { h.dirty = true }

// Resize sets the window's size and device scale.
func (h *Host) Resize(w, ht, device float64) {
	if h.W != w || h.H != ht || h.Device != device {
		h.W, h.H, h.Device = w, ht, device
		h.dirty = true
	}
}

// SetTextScale sets the player's text scale, kept within 0.8 to 2.
func (h *Host) SetTextScale(s float64) {
	h.TextScale = min(maxTextScale, max(minTextScale, math.Round(s*100)/100))
	h.dirty = true
}

// Frame lays the scene out if something changed and returns it.
func (h *Host) Frame() *Frame {
	if !h.dirty && h.frame != nil {
		return h.frame
	}
	h.frame = Layout(h.scene, h.W, h.H, h.Device, h.TextScale, &h.state, h.type_)
	h.dirty = false
	return h.frame
}

// Layout lays a scene out: the frame depends on the arguments alone. The
// typesetter only remembers measurements and may be nil.
func Layout(s Scene, w, ht, device, textScale float64, state *State, t *typesetter) *Frame {
	if t == nil {
		t = newTypesetter()
	}
	points := min(w/device/baseWidth, ht/device/baseHeight)
	fit := min(maxFit, max(minFit, points))
	c := &Context{W: w, H: ht, device: device, unit: device * fit * math.Sqrt(textScale), em: device * fit * textScale,
		state: state, type_: t, frame: &Frame{Size: Extent{w, ht}}, ground: Sea, ink: Chalk, clip: Rect{0, 0, w, ht}}
	c.fill(c.clip, Sea, 1)
	s.View(c).Place(c, c.clip)
	for len(c.late) > 0 {
		next := c.late[0]
		c.late = c.late[1:]
		next()
	}
	placeTip(c)
	return c.frame
}

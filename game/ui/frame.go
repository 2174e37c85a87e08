//go:build !headless

package ui

import "image/color"

// A Role says what kind of control an element is.
type Role uint8

// The roles.
const (
	RoleButton Role = iota + 1
	RoleCard
	RoleTab
	RoleChip
	RoleOption
	RoleField
	RoleScale
	RoleRegion // a scrolled text without controls of its own
	RoleWhy    // something that only explains itself
)

// An Element is something that can be focused.
type Element struct {
	ID    string
	Role  Role
	Label string // what it is, in words
	Rect  Rect   // where, in pixels
	Seen  Rect   // the part of it that shows
	Layer int
	// Region is the scroll region that it lies in.
	Region string
	// Tip is what it says when asked why.
	Tip string
	// Disabled says why it cannot be used now; empty if it can.
	Disabled string

	group string // the tabs or chip that it belongs to
	index int
	count int
	value string
	most  int     // letters that a field may hold, 0 for any number
	stops []point // top of the caret before each letter of a field and after the last; left and right end of a scale
}

// A Hint explains a part of something that can be focused, such as a bar on a
// card, where the pointer rests on it. The keyboard finds the same told where
// the whole opens.
type Hint struct {
	ID    string
	Rect  Rect
	Seen  Rect
	Layer int
	Tip   string
}

// A TextBox is a text as it lies on the screen.
type TextBox struct {
	Text   string
	Lines  []Rect // one rectangle for each line, from capitals to descenders
	Clip   Rect   // outside of it nothing shows
	Px     float64
	Ink    Colour
	Ground Colour
	Layer  int
	Region string
	// Over tells that the text needed more room than it was given.
	Over bool
}

// A Region is something that scrolls.
type Region struct {
	ID      string
	Rect    Rect
	Content float64 // height of what is in it
	Offset  float64
	Layer   int
}

// A Frame is one screen, laid out.
type Frame struct {
	Size     Extent
	Texts    []TextBox
	Elements []Element
	Hints    []Hint
	Regions  []Region
	// Top is the layer that takes input; layers below it are only seen.
	Top int

	ops      []op
	dialogs  []string // what Escape leaves, the last first
	problems []Problem
	layers   int // layers made so far
}

// Find returns the element with an ID.
func (f *Frame) Find(id string) (Element, bool) {
	for _, e := range f.Elements {
		if e.ID == id {
			return e, true
		}
	}
	return Element{}, false
}

func (f *Frame) region(id string) *Region {
	for i := range f.Regions {
		if f.Regions[i].ID == id {
			return &f.Regions[i]
		}
	}
	return nil
}

// live returns the elements that can take the focus, in order.
func (f *Frame) live() []Element {
	var out []Element
	for _, e := range f.Elements {
		if e.Layer == f.Top {
			out = append(out, e)
		}
	}
	return out
}

// An op is something to paint; only paint.go looks inside.
type op any

type (
	fillOp struct {
		r      Rect
		colour color.NRGBA
	}
	strokeOp struct {
		pts    []point
		closed bool
		fill   bool
		width  float64
		dash   float64 // length of dashes, 0 for a solid line
		colour color.NRGBA
		round  bool
	}
	textOp struct {
		x, y   float64 // left end and top of the line
		text   string
		face   face
		px     float64
		colour color.NRGBA
		angle  float64 // turned about the point ox, oy
		ox, oy float64
	}
	paperOp struct {
		r      Rect
		colour color.NRGBA
		flat   bool
	}
	shadowOp struct {
		r     Rect
		depth float64
	}
	chartOp struct {
		r     Rect
		scale float64
		dim   float64
	}
	clipOp   struct{ r Rect }
	unclipOp struct{}
)

type point struct{ x, y float64 }

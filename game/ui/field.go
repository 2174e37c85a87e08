//go:build !headless

package ui

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Field is something to type on: one line of text, which may be shown on
// several. Each letter is a [Change] with the new text, Enter an [Activate].
// A click sets the caret, Ctrl+A selects all, Ctrl with an arrow goes by words.
// What is no letter, digit, mark or blank, such as a control character, is not
// taken.
type Field struct {
	ID    string
	Label string // before the line, or above lines
	Hint  string // shown while it is empty
	Value string
	// Most is the largest number of letters, zero means any number. What is
	// typed beyond it is not taken; say in Note how much room is left.
	Most int
	// Lines, if more than one, lets the text wrap: the field is as high as the
	// text needs, and at least so many lines.
	Lines int
	// Note is small print below.
	Note string
}

func (n Field) label() Text { return Text{Spans: []Span{{Text: n.Label, Bold: true}}} }
func (n Field) note() Text  { return Text{Spans: []Span{{Text: n.Note}}, Size: Fine, Family: Book} }

// box is where one types, within the place of the whole.
func (n Field) box(c *Context, r Rect) Rect {
	if n.Note != "" {
		r.H -= n.note().Measure(c, r.W).H + c.Px(Snug)
	}
	if n.Lines > 1 {
		return r.Trim(0, n.label().Measure(c, r.W).H+c.Px(Snug), 0, 0)
	}
	return r.Trim(n.label().Measure(c, r.W/2).W+c.Px(Snug), 0, 0, 0)
}

// Measure returns the whole width and the height of all lines.
func (n Field) Measure(c *Context, w float64) Extent {
	h := max(n.label().Measure(c, w/2).H+2*c.Px(Snug), c.units(minTarget))
	if n.Lines > 1 {
		s := n.set(c, w)
		h = max(float64(max(len(s.starts), n.Lines))*s.leading+2*c.Px(Snug), c.units(minTarget)) + n.label().Measure(c, w).H + c.Px(Snug)
	}
	if n.Note != "" {
		h += n.note().Measure(c, w).H + c.Px(Snug)
	}
	return Extent{w, h}
}

// Place draws the label, the lines with the caret, and the note.
func (n Field) Place(c *Context, r Rect) {
	box := n.box(c, r)
	lw := n.label().Measure(c, r.W)
	if n.Lines > 1 {
		n.label().Place(c, Rect{r.X, r.Y, r.W, lw.H})
	} else {
		lw = n.label().Measure(c, r.W/2)
		n.label().Place(c, Rect{r.X, r.Y + round((box.H-lw.H)/2), lw.W, lw.H})
	}
	if n.Note != "" {
		n.note().Place(c, Rect{r.X, box.Bottom() + c.Px(Snug), r.W, r.Bottom() - box.Bottom() - c.Px(Snug)})
	}
	c.fill(box, Index, 1)
	if n.Lines > 1 {
		c.frameRect(box, c.Px(Hair), Edge, 1)
	}
	c.fill(Rect{box.X, box.Bottom() - c.Px(Thin), box.W, c.Px(Thin)}, Ink, 1)
	s := n.set(c, box.W)
	c.on(Index, Ink, func() { s.place(c, box) })
	label := n.Label
	if n.Value != "" {
		label += ": " + n.Value
	}
	c.element(Element{ID: n.ID, Role: RoleField, Label: label, Rect: box, value: n.Value, most: n.Most, stops: s.stops(c, box)})
	c.focusOn(n.ID, box)
}

func (n Field) caret(c *Context) int {
	most := utf8.RuneCountInString(n.Value)
	if at, ok := c.state.Caret[n.ID]; ok {
		return min(at, most)
	}
	return most
}

// setField is a field's text broken into the lines that show.
type setField struct {
	of      Field
	letters []rune
	starts  []int // first letter of each line
	px      float64
	leading float64
	room    float64
	caret   int
}

// set breaks the text for a box of a width. A text of one line runs out at the
// left where the caret would not show.
func (n Field) set(c *Context, w float64) setField {
	px := c.size(Body)
	s := setField{of: n, letters: []rune(n.Value), px: px, leading: round(px * leadTyped), room: max(1, w-2*c.Px(Snug)-c.Px(Thin)), caret: n.caret(c)}
	if n.Lines > 1 {
		for at := 0; at < len(s.letters) || at == 0; at = s.end(c, at) {
			s.starts = append(s.starts, at)
			if len(s.letters) == 0 {
				break
			}
		}
		return s
	}
	first := 0
	for first < s.caret && s.width(c, first, s.caret) > s.room {
		first++
	}
	s.starts = []int{first}
	return s
}

// end is where the line ends that begins with a letter: after the blanks that
// follow its last word.
func (s *setField) end(c *Context, from int) int {
	to := from
	for to < len(s.letters) && s.width(c, from, to+1) <= s.room {
		to++
	}
	to = max(to, from+1)
	if to >= len(s.letters) {
		return len(s.letters)
	}
	for k := to; k > from; k-- {
		if s.letters[k] == ' ' || s.letters[k-1] == ' ' {
			to = k
			break
		}
	}
	for to < len(s.letters) && s.letters[to] == ' ' {
		to++
	}
	return to
}

func (s *setField) width(c *Context, from, to int) float64 {
	return c.type_.width(typedFace, s.px, string(s.letters[from:to]))
}

// line is what shows of a line, without the blanks at its end.
func (s *setField) line(c *Context, k int) (from, to int) {
	from, to = s.starts[k], len(s.letters)
	if k+1 < len(s.starts) {
		to = s.starts[k+1]
	}
	for to > from && (s.letters[to-1] == ' ' || s.width(c, from, to) > s.room) {
		to--
	}
	return from, to
}

// top is the upper left corner of a line.
func (s *setField) top(c *Context, box Rect, k int) point {
	if s.of.Lines > 1 {
		return point{box.X + c.Px(Snug), box.Y + c.Px(Snug) + float64(k)*s.leading}
	}
	return point{box.X + c.Px(Snug), box.Y + round((box.H-s.leading)/2)}
}

// stops is where the caret can stand: before each letter and after the last.
func (s *setField) stops(c *Context, box Rect) []point {
	out := make([]point, 0, len(s.letters)+1)
	line := 0
	for k := 0; k <= len(s.letters); k++ {
		for line+1 < len(s.starts) && k >= s.starts[line+1] {
			line++
		}
		at, x := s.top(c, box, line), 0.0
		if k >= s.starts[line] {
			x = min(s.width(c, s.starts[line], k), s.room)
		}
		out = append(out, point{round(at.x + x), at.y})
	}
	return out
}

// place writes the lines, with what is selected and the caret.
func (s *setField) place(c *Context, box Rect) {
	if len(s.letters) == 0 && s.of.Hint != "" {
		at := s.top(c, box, 0)
		Text{Spans: []Span{{Text: s.of.Hint, Italic: true}}, Colour: Faded, Most: 1}.Place(c, Rect{at.x, at.y, s.room + 1, s.leading})
	}
	for k := range s.starts {
		from, to := s.line(c, k)
		for from < to && s.letters[from] == ' ' { // a line begins with a word, as it is set
			from++
		}
		if from == to {
			continue
		}
		at := s.top(c, box, k)
		at.x += s.width(c, s.starts[k], from)
		text := string(s.letters[from:to])
		w := s.width(c, from, to)
		if c.state.Selected == s.of.ID {
			c.fill(Rect{at.x, at.y, w, s.leading}, BlueCarbon, 0.22)
		}
		Text{Spans: []Span{{Text: text}}}.Place(c, Rect{at.x, at.y, w + c.Px(Thin), s.leading})
	}
	if c.Focused(s.of.ID) {
		at := s.stops(c, box)[s.caret]
		c.fill(Rect{at.x, at.y, c.Px(Thin), s.leading}, BlueCarbon, 1)
	}
}

// nearest is the place of the caret that is nearest to a point: first by the
// line, then along it.
func nearest(stops []point, x, y float64) int {
	best, row, along := 0, math.Inf(1), math.Inf(1)
	for k, p := range stops {
		r, a := math.Abs(p.y-y), math.Abs(p.x-x)
		if r < row || r == row && a < along {
			best, row, along = k, r, a
		}
	}
	return best
}

// clickField sets the caret where the pointer is.
func (h *Host) clickField(e Element, x, y float64) {
	if len(e.stops) > 0 {
		h.state.Caret[e.ID] = nearest(e.stops, x, y-round(h.lineOf(e)/2))
	}
}

// lineOf is how far the lines of a field lie apart, or its height if it has one.
func (h *Host) lineOf(e Element) float64 {
	for _, p := range e.stops {
		if p.y > e.stops[0].y {
			return p.y - e.stops[0].y
		}
	}
	return e.Rect.Bottom() - e.stops[0].y
}

// typeLetter puts a letter into a field.
func (h *Host) typeLetter(e Element, r rune) []Event {
	if !unicode.IsGraphic(r) {
		return nil
	}
	at, letters := h.caret(e), []rune(e.value)
	if h.state.Selected == e.ID { // what is typed takes its place
		letters, at, h.state.Selected = nil, 0, ""
	}
	if e.most > 0 && len(letters) >= e.most {
		return nil
	}
	return h.write(e, string(letters[:at])+string(r)+string(letters[at:]), at+1)
}

// write gives a field a text, with the caret before a letter.
func (h *Host) write(e Element, text string, caret int) []Event {
	h.state.Caret[e.ID] = caret
	return []Event{{Kind: Change, ID: e.ID, Text: text}}
}

func (h *Host) caret(e Element) int {
	n := utf8.RuneCountInString(e.value)
	if at, ok := h.state.Caret[e.ID]; ok {
		return min(at, n)
	}
	return n
}

// edit gives a key to a field; used tells whether it took it.
func (h *Host) edit(e Element, k Event) (out []Event, used bool) {
	letters, at := []rune(e.value), h.caret(e)
	all := h.state.Selected == e.ID
	h.state.Selected = ""
	switch k.Key {
	case KeyBackspace, KeyDelete:
		return h.rubOut(e, k, all), true
	case KeyEnter:
		return []Event{{Kind: Activate, ID: e.ID}}, true
	case KeySpace: // arrives as a letter as well
		return nil, true
	case KeyA:
		if k.Mods&Ctrl == 0 || len(letters) == 0 {
			return nil, true
		}
		h.state.Selected, at = e.ID, len(letters)
	case KeyUp, KeyDown:
		to, ok := otherLine(e.stops, at, k.Key == KeyDown)
		if !ok {
			return nil, false
		}
		at = to
	case KeyLeft, KeyRight, KeyHome, KeyEnd:
		at = moved(letters, at, k)
	default:
		return nil, false
	}
	h.state.Caret[e.ID] = at
	return nil, true
}

// rubOut takes letters out of a field: all that is selected, else the one, or
// with Ctrl the word, on the caret's one side.
func (h *Host) rubOut(e Element, k Event, all bool) []Event {
	letters, at := []rune(e.value), h.caret(e)
	from, to := at, at
	switch {
	case all:
		from, to = 0, len(letters)
	case k.Key == KeyBackspace:
		from = moved(letters, at, Event{Key: KeyLeft, Mods: k.Mods})
	default:
		to = moved(letters, at, Event{Key: KeyRight, Mods: k.Mods})
	}
	if from == to {
		return nil
	}
	return h.write(e, string(letters[:from])+string(letters[to:]), from)
}

// moved is where a key takes the caret along the text.
func moved(letters []rune, at int, k Event) int {
	switch k.Key {
	case KeyHome:
		return 0
	case KeyEnd:
		return len(letters)
	case KeyLeft:
		if k.Mods&Ctrl == 0 {
			return max(0, at-1)
		}
		before := strings.TrimRight(string(letters[:at]), " ")
		return utf8.RuneCountInString(before[:strings.LastIndexByte(before, ' ')+1])
	}
	if k.Mods&Ctrl == 0 {
		return min(len(letters), at+1)
	}
	for at < len(letters) && letters[at] == ' ' {
		at++
	}
	for at < len(letters) && letters[at] != ' ' {
		at++
	}
	return at
}

// otherLine is where the caret stands a line above or below, if there is one.
func otherLine(stops []point, at int, below bool) (int, bool) {
	if at >= len(stops) {
		return 0, false
	}
	here, row := stops[at], math.Inf(1)
	for _, p := range stops {
		if d := p.y - here.y; (d > 0) == below && d != 0 {
			row = min(row, math.Abs(d))
		}
	}
	if math.IsInf(row, 1) {
		return 0, false
	}
	if !below {
		row = -row
	}
	return nearest(stops, here.x, here.y+row), true
}

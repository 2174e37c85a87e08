//go:build !headless

package ui

import "strings"

// A Text is a paragraph that wraps.
type Text struct {
	// Markup is the text, see [Markup]; Spans, if any, take its place.
	Markup string
	Spans  []Span
	Family Family
	Size   TypeSize // Body if zero
	Colour Colour   // the ink of where it lies if NoColour
	Align  Align
	// Most is the largest number of lines; what does not fit ends in an
	// ellipsis. Zero means any number. Use it only where the whole text can be
	// read elsewhere.
	Most int
}

// An Align is a place in the width.
type Align uint8

// The alignments.
const (
	Left Align = iota
	Middle
	Right
)

// TypedText returns a paragraph from the typewriter.
func TypedText(markup string) Text { return Text{Markup: markup} }

// BookText returns a paragraph of running text.
func BookText(markup string) Text { return Text{Markup: markup, Family: Book} }

// HeadText returns a heading.
func HeadText(markup string) Text { return Text{Markup: markup, Family: Worn, Size: Heading} }

func (t Text) set(c *Context, w float64) *block {
	spans := t.Spans
	if spans == nil {
		spans = Markup(t.Markup)
	}
	b := c.type_.set(spans, t.Family, c.size(t.size()), w)
	if t.Most > 0 && len(b.lines) > t.Most {
		return c.type_.cut(b, t.Most, w)
	}
	return b
}

func (t Text) size() TypeSize {
	if t.Size == 0 {
		return Body
	}
	return t.Size
}

// Measure returns the size of the wrapped paragraph.
func (t Text) Measure(c *Context, w float64) Extent {
	b := t.set(c, w)
	return Extent{ceil(b.w), b.height()}
}

// Place writes the paragraph.
func (t Text) Place(c *Context, r Rect) {
	b := t.set(c, r.W)
	colour := t.Colour
	if colour == NoColour {
		colour = c.ink
	}
	box := TextBox{Clip: c.clip, Px: b.px, Ink: colour, Ground: c.ground, Layer: c.layer, Region: c.region,
		Over: b.height() > r.H+1 || b.w > r.W+1}
	var words []string
	for i, l := range b.lines {
		x := r.X
		switch t.Align {
		case Middle:
			x += round((r.W - l.w) / 2)
		case Right:
			x += round(r.W - l.w)
		}
		top := r.Y + float64(i)*b.leading
		base := round(top + b.leading/2 + b.px*baseBelowMiddle)
		at := Rect{x, base - b.px*inkAbove, l.w, b.px * (inkAbove + inkBelow)}
		var said strings.Builder
		for _, run := range l.runs {
			said.WriteString(run.span.Text)
			k := run.span.Colour
			if k == NoColour {
				k = colour
			}
			if ratio(k, c.ground) < ratio(box.Ink, c.ground) {
				box.Ink = k
			}
			if at.Meet(c.clip).Empty() {
				continue
			}
			c.emit(textOp{x: x + run.x, y: base - b.ascent, text: run.span.Text, face: run.face, px: b.px, colour: fade(k, 1)})
			if run.span.Underline {
				c.fill(Rect{round(x + run.x), base + c.units(2), ceil(run.w), c.units(1.2)}, k, 1)
			}
		}
		words = append(words, said.String())
		if l.w > 0 {
			box.Lines = append(box.Lines, at)
		}
	}
	box.Text = strings.Join(words, "\n")
	if len(box.Lines) > 0 {
		c.frame.Texts = append(c.frame.Texts, box)
	}
}

func ceil(v float64) float64 {
	if n := float64(int(v)); n < v {
		return n + 1
	}
	return v
}

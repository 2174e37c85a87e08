//go:build !headless

package ui

import (
	"fmt"
	"math"
	"unicode/utf8"
)

// A ProblemKind is a kind of fault of a layout.
type ProblemKind string

// The kinds of faults.
const (
	Clipped    ProblemKind = "clipped"    // text that does not show whole
	Overlap    ProblemKind = "overlap"    // texts or controls over each other
	TooSmall   ProblemKind = "too small"  // type or a control too small
	LowInk     ProblemKind = "contrast"   // ink too close to its ground
	Unlabelled ProblemKind = "unlabelled" // a control without words
	Twice      ProblemKind = "twice"      // two controls with one ID
	NoGlyph    ProblemKind = "no glyph"   // a letter that no typeface holds
)

// A Problem is a fault of a layout.
type Problem struct {
	Kind ProblemKind
	What string
	Rect Rect
}

// String tells the problem in a line.
func (p Problem) String() string {
	return fmt.Sprintf("%s: %s at %.0f,%.0f %.0f×%.0f", p.Kind, p.What, p.Rect.X, p.Rect.Y, p.Rect.W, p.Rect.H)
}

// Audit checks a laid-out frame: no text clipped, nothing over anything else,
// type and controls large enough, contrast by WCAG AA, every control with an
// ID of its own and words. What is scrolled out of sight is not clipped.
func Audit(f *Frame) []Problem {
	out := append([]Problem(nil), f.problems...)
	for i, t := range f.Texts {
		out = append(out, auditText(f, t)...)
		for _, u := range f.Texts[i+1:] {
			if u.Layer == t.Layer {
				if at, ok := collide(t, u); ok {
					out = append(out, Problem{Overlap, fmt.Sprintf("%q and %q", clip(t.Text), clip(u.Text)), at})
				}
			}
		}
	}
	return append(out, auditControls(f)...)
}

func auditText(f *Frame, t TextBox) (out []Problem) {
	all := bounds(t.Lines)
	if t.Over {
		out = append(out, Problem{Clipped, fmt.Sprintf("%q needs more room", clip(t.Text)), all})
	}
	for _, l := range t.Lines {
		seen := t.Clip.Meet(Rect{0, 0, f.Size.W, f.Size.H})
		if t.Region != "" { // up and down it can be scrolled into sight
			seen.Y, seen.H = math.Inf(-1), math.Inf(1)
			l.Y, l.H = 0, 0
			if l.X < seen.X-1 || l.Right() > seen.Right()+1 {
				out = append(out, Problem{Clipped, fmt.Sprintf("%q at the side", clip(t.Text)), all})
				break
			}
		} else if !seen.Holds(l, 1) {
			out = append(out, Problem{Clipped, fmt.Sprintf("%q", clip(t.Text)), l})
			break
		}
	}
	if t.Px < minType {
		out = append(out, Problem{TooSmall, fmt.Sprintf("%q is %.1f pixels", clip(t.Text), t.Px), all})
	}
	if r := ratio(t.Ink, t.Ground); r < contrast {
		out = append(out, Problem{LowInk, fmt.Sprintf("%q has %.1f to 1", clip(t.Text), r), all})
	}
	if !HasGlyphs(Typed, withoutBreaks(t.Text)) {
		out = append(out, Problem{NoGlyph, fmt.Sprintf("%q", clip(t.Text)), all})
	}
	return out
}

func auditControls(f *Frame) (out []Problem) {
	ids := map[string]bool{}
	for i, e := range f.Elements {
		if ids[e.ID] || e.ID == "" {
			out = append(out, Problem{Twice, fmt.Sprintf("ID %q", e.ID), e.Rect})
		}
		ids[e.ID] = true
		if e.Label == "" {
			out = append(out, Problem{Unlabelled, fmt.Sprintf("ID %q", e.ID), e.Rect})
		}
		if e.Region == "" && !(Rect{0, 0, f.Size.W, f.Size.H}).Holds(e.Rect, 1) {
			out = append(out, Problem{Clipped, fmt.Sprintf("control %q", e.ID), e.Rect})
		}
		if e.Role != RoleWhy && e.Rect.H < minTarget*minFit*minTextScale {
			out = append(out, Problem{TooSmall, fmt.Sprintf("control %q", e.ID), e.Rect})
		}
		for _, g := range f.Elements[i+1:] {
			if g.Layer == e.Layer && e.Role != RoleRegion && g.Role != RoleRegion && visiblyMeet(e.Seen, g.Seen) {
				out = append(out, Problem{Overlap, fmt.Sprintf("controls %q and %q", e.ID, g.ID), e.Rect.Meet(g.Rect)})
			}
		}
		for _, t := range f.Texts {
			for _, l := range t.Lines {
				s := l.Meet(t.Clip)
				if t.Layer == e.Layer && t.Region == e.Region && e.Role != RoleRegion && visiblyMeet(s, e.Seen) && !e.Rect.Holds(s, 2) {
					out = append(out, Problem{Overlap, fmt.Sprintf("%q lies half over control %q", clip(t.Text), e.ID), s})
				}
			}
		}
	}
	return out
}

// collide tells whether lines of two texts lie over each other.
func collide(t, u TextBox) (Rect, bool) {
	for _, a := range t.Lines {
		for _, b := range u.Lines {
			if a, b := a.Meet(t.Clip), b.Meet(u.Clip); visiblyMeet(a, b) {
				return a.Meet(b), true
			}
		}
	}
	return Rect{}, false
}

// visiblyMeet allows for the air that a face keeps above and below its letters.
func visiblyMeet(a, b Rect) bool {
	m := a.Meet(b)
	return m.W > 1.5 && m.H > 1.5 && m.H > 0.16*min(a.H, b.H)
}

func bounds(rs []Rect) Rect {
	if len(rs) == 0 {
		return Rect{}
	}
	out := rs[0]
	for _, r := range rs[1:] {
		x, y := min(out.X, r.X), min(out.Y, r.Y)
		out = Rect{x, y, max(out.Right(), r.Right()) - x, max(out.Bottom(), r.Bottom()) - y}
	}
	return out
}

// ratio is the contrast of two colours by WCAG 2.
func ratio(a, b Colour) float64 {
	x, y := luminance(a), luminance(b)
	if x < y {
		x, y = y, x
	}
	return (x + 0.05) / (y + 0.05)
}

func luminance(k Colour) float64 {
	n := k.NRGBA()
	lin := func(v uint8) float64 {
		f := float64(v) / 255
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(n.R) + 0.7152*lin(n.G) + 0.0722*lin(n.B)
}

// clip shortens a text for a message.
func clip(s string) string {
	const most = 40
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}

func withoutBreaks(s string) string {
	b := []rune(s)
	out := b[:0]
	for _, r := range b {
		if r != '\n' {
			out = append(out, r)
		}
	}
	return string(out)
}

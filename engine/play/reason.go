package play

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxReason is the most letters of a reason that a person gives for a forecast.
const MaxReason = 200

// Unfit says why a text is no reason.
type Unfit uint8

// What can be wrong with a reason.
const (
	Fit         Unfit = iota
	TooLong           // more than MaxReason letters
	NotOneLine        // a control character, a break of the line, or what has no shape
	BlankAtEdge       // it begins or ends with a blank
)

// FitReason says whether a text can be a reason: one line of letters, digits,
// marks and blanks. No reason, the empty text, is fit.
func FitReason(s string) Unfit {
	switch {
	case !utf8.ValidString(s) || strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsGraphic(r) }):
		return NotOneLine
	case utf8.RuneCountInString(s) > MaxReason:
		return TooLong
	case strings.TrimSpace(s) != s:
		return BlankAtEdge
	}
	return Fit
}

// Because gives the reason for what was foretold in this turn, or takes it away
// where it is empty. It says whether it was kept: where nothing was foretold of
// the thing, or the text is no reason, nothing changes. A reason moves nothing
// in the world, and no one in it reads it.
func (g *Game) Because(t Thing, reason string) bool {
	k := slices.IndexFunc(g.says, func(s said) bool { return s.Thing == t })
	if k < 0 || FitReason(reason) != Fit {
		return false
	}
	g.says[k].reason = reason
	return true
}

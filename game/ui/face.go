//go:build !headless

package ui

import (
	"bytes"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/hajimehoshi/ebiten/v2/text/v2"

	"backchannel/assets"
)

// A Family is a typeface.
type Family uint8

// The families: the typewriter, the printed book, the worn machine of titles
// and stamps.
const (
	Typed Family = iota
	Book
	Worn
)

// face is a family in one of its cuts.
type face uint8

const (
	typedFace face = iota
	typedBold
	typedItalic
	bookFace
	bookBold
	bookItalic
	wornFace
	faceCount
)

// cut returns the face of a family for bold or italic type; the worn machine
// has only one.
func cut(f Family, bold, italic bool) face {
	switch {
	case f == Worn:
		return wornFace
	case bold:
		return typedBold + 3*face(f)
	case italic:
		return typedItalic + 3*face(f)
	}
	return typedFace + 3*face(f)
}

// sources parses the embedded typefaces once.
var sources = sync.OnceValue(func() [faceCount]*text.GoTextFaceSource {
	var out [faceCount]*text.GoTextFaceSource
	for f, data := range [faceCount][]byte{
		typedFace: assets.CourierPrime, typedBold: assets.CourierPrimeBold, typedItalic: assets.CourierPrimeItalic,
		bookFace: assets.PlexSerif, bookBold: assets.PlexSerifBold, bookItalic: assets.PlexSerifItalic,
		wornFace: assets.SpecialElite,
	} {
		s, err := text.NewGoTextFaceSource(bytes.NewReader(data))
		if err != nil {
			panic("ui: an embedded typeface does not parse: " + err.Error())
		}
		out[f] = s
	}
	return out
})

// shaper returns what shapes a face at a size, falling back to the typewriter
// and the worn machine for letters that the face lacks.
func shaper(f face, px float64) text.Face {
	s := sources()
	first := &text.GoTextFace{Source: s[f], Size: px}
	second := &text.GoTextFace{Source: s[typedFace], Size: px}
	if f <= typedItalic {
		second = &text.GoTextFace{Source: s[bookFace], Size: px}
	}
	m, err := text.NewMultiFace(first, second)
	if err != nil {
		return first
	}
	return m
}

// HasGlyphs tells whether the family, or its fallback, can write all of s.
func HasGlyphs(f Family, s string) bool {
	src := sources()
	for _, r := range s {
		if !has(src[cut(f, false, false)], r) && !has(src[typedFace], r) && !has(src[bookFace], r) {
			return false
		}
	}
	return true
}

// has tells whether a typeface holds a letter.
func has(s *text.GoTextFaceSource, r rune) bool {
	f, ok := s.UnsafeInternal().(*font.Face)
	if !ok {
		return false
	}
	_, ok = f.NominalGlyph(r)
	return ok
}

//go:build !headless

package ui

import (
	"strings"

	"github.com/hajimehoshi/ebiten/v2/text/v2"
)

// A Span is a piece of a paragraph in one style.
type Span struct {
	Text      string
	Bold      bool
	Italic    bool
	Underline bool
	Colour    Colour // NoColour: the paragraph's own
}

// Markup reads **bold**, __underlined__, //italic// and !!red pencil!! into
// spans. Marks may be nested; a mark without its partner stays a mark to the
// end of the text.
func Markup(s string) []Span {
	var out []Span
	var now Span
	start := 0
	flush := func(end int) {
		if end > start {
			now.Text = s[start:end]
			out = append(out, now)
		}
	}
	for i := 0; i+1 < len(s); i++ {
		if s[i] != s[i+1] || !strings.ContainsRune("*_/!", rune(s[i])) || s[i] == '/' && i > 0 && s[i-1] == ':' {
			continue
		}
		flush(i)
		switch s[i] {
		case '*':
			now.Bold = !now.Bold
		case '_':
			now.Underline = !now.Underline
		case '/':
			now.Italic = !now.Italic
		case '!':
			if now.Colour == RedPencil {
				now.Colour = NoColour
			} else {
				now.Colour = RedPencil
			}
		}
		i++
		start = i + 1
	}
	flush(len(s))
	return out
}

// A run is a stretch of a line in one style.
type run struct {
	span Span
	face face
	x, w float64
}

// A line is a line of a set paragraph.
type line struct {
	runs []run
	w    float64
}

// A block is a paragraph broken into lines.
type block struct {
	lines   []line
	px      float64
	leading float64 // from line to line
	ascent  float64 // from the top of the faces to the baseline
	w       float64 // the widest line
}

func (b *block) height() float64 { return float64(len(b.lines)) * b.leading }

// typesetter measures and breaks text; it remembers what it has measured.
type typesetter struct {
	faces  map[faceKey]text.Face
	widths map[widthKey]float64
	blocks map[blockKey]*block
}

type faceKey struct {
	face face
	px   float64
}

type widthKey struct {
	faceKey
	text string
}

type blockKey struct {
	text   string
	family Family
	px, w  float64
}

// remembered bounds what a typesetter keeps before it starts afresh.
const remembered = 20000

func newTypesetter() *typesetter {
	return &typesetter{map[faceKey]text.Face{}, map[widthKey]float64{}, map[blockKey]*block{}}
}

func (t *typesetter) face(f face, px float64) text.Face {
	k := faceKey{f, px}
	got, ok := t.faces[k]
	if !ok {
		got = shaper(f, px)
		t.faces[k] = got
	}
	return got
}

func (t *typesetter) width(f face, px float64, s string) float64 {
	k := widthKey{faceKey{f, px}, s}
	w, ok := t.widths[k]
	if !ok {
		if len(t.widths) > remembered {
			clear(t.widths)
		}
		w = text.AdvanceAt(s, len(s), t.face(f, px))
		t.widths[k] = w
	}
	return w
}

// set breaks a paragraph to a width.
func (t *typesetter) set(spans []Span, family Family, px, w float64) *block {
	var key strings.Builder
	for _, s := range spans {
		key.WriteByte(byte(b2i(s.Bold) + 2*b2i(s.Italic) + 4*b2i(s.Underline)))
		key.WriteByte(byte(s.Colour))
		key.WriteString(s.Text)
		key.WriteByte(0xff)
	}
	k := blockKey{key.String(), family, px, w}
	if b, ok := t.blocks[k]; ok {
		return b
	}
	if len(t.blocks) > remembered/10 {
		clear(t.blocks)
	}
	m := t.face(cut(family, false, false), px).Metrics()
	lead := leadTyped
	if family == Book {
		lead = leadBook
	}
	b := &block{px: px, leading: round(px * lead), ascent: m.HAscent}
	br := breaker{t: t, px: px, max: w, block: b}
	for _, s := range spans {
		br.span(s, cut(family, s.Bold, s.Italic))
	}
	br.end()
	t.blocks[k] = b
	return b
}

// cut returns the first lines of a block, the last of them ending in an
// ellipsis within the width.
func (t *typesetter) cut(b *block, most int, w float64) *block {
	out := *b
	out.lines = append([]line(nil), b.lines[:most]...)
	last := &out.lines[most-1]
	last.runs = append([]run(nil), last.runs...)
	for n := len(last.runs); n > 0; n-- {
		r := &last.runs[n-1]
		s := strings.TrimRight(r.span.Text, " .,;:")
		for s != "" && r.x+t.width(r.face, b.px, s+ellipsis) > w {
			s = s[:max(0, strings.LastIndexByte(s, ' '))]
			s = strings.TrimRight(s, " .,;:")
		}
		if s == "" && n > 1 {
			continue
		}
		last.runs = last.runs[:n]
		r.span.Text = s + ellipsis
		r.w = t.width(r.face, b.px, r.span.Text)
		last.w = r.x + r.w
		break
	}
	out.w = 0
	for _, l := range out.lines {
		out.w = max(out.w, l.w)
	}
	return &out
}

// ellipsis ends a text that goes on elsewhere.
const ellipsis = "…"

// breaker fills lines greedily, word by word.
type breaker struct {
	t     *typesetter
	px    float64
	max   float64
	block *block
	now   line
	word  []run // the word being gathered, which may cross spans
	wordW float64
}

func (br *breaker) span(s Span, f face) {
	for s.Text != "" {
		i := strings.IndexAny(s.Text, " \n")
		switch {
		case i < 0:
			br.add(s, f, s.Text)
			return
		case i > 0:
			br.add(s, f, s.Text[:i])
		}
		br.flush()
		if s.Text[i] == '\n' {
			br.end()
		} else if len(br.now.runs) > 0 {
			br.push(s, f, " ")
		}
		s.Text = s.Text[i+1:]
	}
}

// add puts text without spaces to the word, breaking after dashes.
func (br *breaker) add(s Span, f face, word string) {
	for _, part := range strings.SplitAfter(word, "—") {
		if part == "" {
			continue
		}
		p := s
		p.Text = part
		w := br.t.width(f, br.px, part)
		br.word = append(br.word, run{span: p, face: f, w: w})
		br.wordW += w
		if strings.HasSuffix(part, "—") {
			br.flush()
		}
	}
}

// flush puts the gathered word on the line, or on a new one.
func (br *breaker) flush() {
	if len(br.word) == 0 {
		return
	}
	if br.now.w+br.wordW > br.max && len(br.now.runs) > 0 {
		br.wrap()
	}
	for _, r := range br.word {
		if br.now.w+r.w > br.max && br.wordW > br.max {
			br.split(r)
			continue
		}
		br.push(r.span, r.face, r.span.Text)
	}
	br.word, br.wordW = br.word[:0], 0
}

// split breaks a word that is longer than a line between letters.
func (br *breaker) split(r run) {
	for _, c := range r.span.Text {
		w := br.t.width(r.face, br.px, string(c))
		if br.now.w+w > br.max && len(br.now.runs) > 0 {
			br.wrap()
		}
		br.push(r.span, r.face, string(c))
	}
}

// push appends text to the line, merging it with a run of the same style.
func (br *breaker) push(s Span, f face, text string) {
	s.Text = text
	if n := len(br.now.runs); n > 0 {
		last := &br.now.runs[n-1]
		same := last.span
		same.Text = text
		if same == s && last.face == f {
			last.span.Text += text
			last.w = br.t.width(f, br.px, last.span.Text)
			br.now.w = last.x + last.w
			return
		}
	}
	w := br.t.width(f, br.px, text)
	br.now.runs = append(br.now.runs, run{span: s, face: f, x: br.now.w, w: w})
	br.now.w += w
}

// wrap ends the line where the text goes on.
func (br *breaker) wrap() {
	if n := len(br.now.runs); n > 0 { // a space at the end takes no room
		last := &br.now.runs[n-1]
		last.span.Text = strings.TrimRight(last.span.Text, " ")
		last.w = br.t.width(last.face, br.px, last.span.Text)
		br.now.w = last.x + last.w
	}
	br.block.lines = append(br.block.lines, br.now)
	br.block.w = max(br.block.w, br.now.w)
	br.now = line{}
}

// end ends the paragraph or a forced line.
func (br *breaker) end() {
	br.flush()
	br.wrap()
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

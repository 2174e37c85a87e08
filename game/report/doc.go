// Package report writes the debrief of saved plays as one self-contained HTML
// page, and as rows for a spreadsheet. Every number on it is the debrief's or
// the ledger's; the page loads nothing and needs no script.
package report

import (
	"html/template"
	"strings"

	"backchannel/game/desk"
)

// page is what the template shows: words and numbers only.
type page struct {
	Lang     string
	Title    string // of the document
	Stamp    string
	Kicker   string
	Head     string
	Facts    []string // who played what, under which rules
	Skip     string   // the link past the head
	Contents string
	Sections []section
	Foot     []string
	Style    template.CSS
}

// section is a part of the page under a heading of its own.
type section struct {
	ID, Title string
	Apart     bool // begins a sheet of its own on paper
	Blocks    []block
}

// block is one thing in a section; one of its fields is filled.
type block struct {
	Lead     string // a sentence that stands out
	Text     string
	Note     string // a sentence in small type
	Heading  string
	Items    []item
	Numbered bool // of Items
	Small    bool // likewise
	Table    *table
	Figures  []figure
	Cables   []desk.Cable
	Sources  []source
}

// item is one of a list.
type item struct {
	Date, Head, Text string
	Sub              []string
}

// table is rows under headings; the first cell of a row names it.
type table struct {
	Caption string
	Head    []string
	Rows    [][]string
	Wide    bool // scrolls by itself on a narrow screen
}

// figure is a chart with its legend and, behind it, its numbers.
type figure struct {
	ID, Title, Desc string
	SVG             template.HTML
	Keys            []key
	Source          string
	Numbers         string // the words that open the table
	Table           table
}

// key is a line of a chart's legend.
type key struct {
	Sample template.HTML
	Text   string
}

// source is where a fact comes from.
type source struct{ Text, Address string }

func text(s string) block { return block{Text: s} }
func note(s string) block { return block{Note: s} }

// texts are paragraphs; those without words are left out.
func texts(all ...string) (out []block) {
	for _, s := range all {
		if s != "" {
			out = append(out, text(s))
		}
	}
	return out
}

// list is plain sentences as a list, nil if there are none.
func list(heading string, lines []string) []block {
	if len(lines) == 0 {
		return nil
	}
	b := block{}
	for _, l := range lines {
		b.Items = append(b.Items, item{Text: l})
	}
	if heading == "" {
		return []block{b}
	}
	return []block{{Heading: heading}, b}
}

// splitLines are the lines of a table's cell.
func splitLines(s string) []string { return strings.Split(s, "\n") }

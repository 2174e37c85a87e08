//go:build !headless

package ui_test

import (
	"strings"
	"testing"

	"backchannel/game/ui"
	"backchannel/game/ui/uitest"
)

const reason = "the Swiss are slow and nobody in Havana reads a letter on a Sunday"

// written shows a field of some lines that holds what is typed.
func written(t *testing.T, lines, most int, text string) (*ui.Host, *sheet) {
	t.Helper()
	s := &sheet{text: text, node: func(s *sheet) ui.Node {
		return ui.Column{Gap: ui.Even, Children: []ui.Node{ui.Button{ID: "above", Text: "Above"},
			ui.Field{ID: "why", Label: "Why", Hint: "one line", Value: s.text, Lines: lines, Most: most, Note: "Room for more."},
			ui.Button{ID: "below", Text: "Below"}}}
	}}
	h := ui.NewHost(s, 420, 400)
	uitest.Click(t, h, "why")
	h.Press(ui.KeyEnd, 0)
	return h, s
}

// TestAFieldTakesLettersAlone: what is no letter is not taken, nor what is too
// much.
func TestAFieldTakesLettersAlone(t *testing.T) {
	h, s := written(t, 3, 12, "")
	h.Write("a\x1b\x07\n\tñ—\u202e\u2028 “5”\u200b")
	if s.text != "añ— “5”" {
		t.Errorf("it holds %q", s.text)
	}
	h.Write("abcdefghij")
	if s.text != "añ— “5”abcde" {
		t.Errorf("of twelve letters it holds %q", s.text)
	}
	h.Press(ui.KeyA, ui.Ctrl)
	h.Write("x")
	if s.text != "x" {
		t.Errorf("what is typed does not take the place of all: %q", s.text)
	}
}

// TestAFieldIsWrittenByKey: the caret goes by letters, words and lines, and the
// arrow keys leave the field at its ends alone.
func TestAFieldIsWrittenByKey(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(h *ui.Host)
		want string // what is written there
	}{
		{"at the end", func(*ui.Host) {}, reason + "*"},
		{"home", func(h *ui.Host) { h.Press(ui.KeyHome, 0) }, "*" + reason},
		{"a word back", func(h *ui.Host) { h.Press(ui.KeyLeft, ui.Ctrl) }, strings.Replace(reason, "Sunday", "*Sunday", 1)},
		{"a word on", func(h *ui.Host) { h.Press(ui.KeyHome, 0); h.Press(ui.KeyRight, ui.Ctrl) }, strings.Replace(reason, "the", "the*", 1)},
		{"a letter", func(h *ui.Host) { h.Press(ui.KeyLeft, 0); h.Press(ui.KeyDelete, 0) }, strings.TrimSuffix(reason, "y") + "*"},
		{"a word less", func(h *ui.Host) { h.Press(ui.KeyBackspace, ui.Ctrl) }, strings.TrimSuffix(reason, "Sunday") + "*"},
		{"the first line", func(h *ui.Host) { h.Press(ui.KeyHome, 0); h.Press(ui.KeyDown, 0); h.Press(ui.KeyUp, 0) }, "*" + reason},
	} {
		h, s := written(t, 2, 0, reason)
		c.do(h)
		h.Write("*")
		if s.text != c.want {
			t.Errorf("%s: %q, want %q", c.name, s.text, c.want)
		}
	}
	h, s := written(t, 2, 0, reason)
	h.Press(ui.KeyHome, 0)
	h.Press(ui.KeyDown, 0)
	h.Write("*")
	if at := strings.Index(s.text, "*"); at < 10 || s.text[at-1] != ' ' || h.State().Focus != "why" {
		t.Errorf("a line down it writes %q, focus %q", s.text, h.State().Focus)
	}
	h.Press(ui.KeyHome, 0)
	for range 9 {
		h.Press(ui.KeyDown, 0)
	}
	if f := h.State().Focus; f != "below" {
		t.Errorf("after the last line the focus is on %q", f)
	}
	h.Press(ui.KeyUp, 0)
	h.Press(ui.KeyHome, 0)
	h.Press(ui.KeyUp, 0)
	if f := h.State().Focus; f != "above" {
		t.Errorf("above the first line the focus is on %q", f)
	}
}

// TestAClickSetsTheCaret: on a line that wraps, where the pointer is.
func TestAClickSetsTheCaret(t *testing.T) {
	h, s := written(t, 2, 0, reason)
	e, _ := h.Frame().Find("why")
	for _, at := range []struct{ x, y float64 }{{e.Rect.X + 1, e.Rect.Y + 10}, {e.Rect.Right() - 1, e.Rect.Bottom() - 10}} {
		h.Feed(ui.Event{Kind: ui.Down, X: at.x, Y: at.y}, ui.Event{Kind: ui.Up, X: at.x, Y: at.y})
		h.Write("|")
	}
	if s.text != "|"+reason+"|" {
		t.Errorf("it holds %q", s.text)
	}
	h.Feed(ui.Event{Kind: ui.Down, X: e.Rect.X + 1, Y: e.Rect.Bottom() - 10}, ui.Event{Kind: ui.Up})
	h.Write("|")
	if n := strings.Count(s.text, " |"); n != 1 {
		t.Errorf("a click at the left of the last line writes %q", s.text)
	}
}

// TestAFieldShowsAllOfItsLines: however long a text is and however large the
// type, nothing of it is lost, and the field grows with it.
func TestAFieldShowsAllOfItsLines(t *testing.T) {
	for _, text := range []string{"", "x", reason, strings.Repeat("w", 200), strings.Repeat("a  ", 60), "  led  by  blanks" + strings.Repeat(" ", 90), "ends in a blank "} {
		for _, scale := range []float64{0.8, 1, 2} {
			h, _ := written(t, 2, 200, text)
			h.Resize(420, 1600, 1)
			h.SetTextScale(scale)
			uitest.Clean(t, h)
			all := strings.Join(uitest.Says(h), "")
			for _, word := range strings.Fields(text) {
				if len(word) < 20 && !strings.Contains(all, word) {
					t.Errorf("%q at %v does not show %q", text, scale, word)
				}
			}
			if n := strings.Count(all, "w"); strings.HasPrefix(text, "www") && n < 200 {
				t.Errorf("at %v %d of 200 letters show", scale, n)
			}
		}
	}
}

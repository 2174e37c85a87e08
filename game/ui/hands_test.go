//go:build !headless

package ui_test

import (
	"fmt"
	"strings"
	"testing"

	"backchannel/game/ui"
	"backchannel/game/ui/uitest"
)

// sheet is a scene that only shows a node and keeps the last text.
type sheet struct {
	node func(s *sheet) ui.Node
	text string
	era  int
}

func (s *sheet) Update(events []ui.Event) (ui.Scene, ui.Command) {
	for _, e := range events {
		switch e.Kind {
		case ui.Change:
			s.text = e.Text
		case ui.Choose:
			s.era = e.Index
		case ui.Activate:
			return s, ui.Command{Focus: "text"}
		}
	}
	return s, ui.Command{}
}

func (s *sheet) View(*ui.Context) ui.Node { return s.node(s) }

func TestSelectAll(t *testing.T) {
	s := &sheet{node: func(s *sheet) ui.Node { return ui.Field{ID: "find", Label: "Find", Value: s.text} }}
	h := ui.NewHost(s, 800, 200)
	uitest.Click(t, h, "find")
	for _, step := range []struct {
		do   func()
		want string
	}{
		{func() { h.Write("boats") }, "boats"},
		{func() { h.Press(ui.KeyA, ui.Ctrl); h.Write("r") }, "r"},
		{func() { h.Write("aids"); h.Press(ui.KeyA, ui.Ctrl); h.Press(ui.KeyBackspace, 0) }, ""},
		{func() { h.Write("visas"); h.Press(ui.KeyA, ui.Ctrl); h.Press(ui.KeyDelete, 0) }, ""},
		{func() { h.Write("oil"); h.Press(ui.KeyA, ui.Ctrl); h.Press(ui.KeyLeft, 0); h.Write("s") }, "oisl"},
		{func() { h.Press(ui.KeyA, ui.Ctrl); uitest.Click(t, h, "find"); h.Write("!") }, "oisl!"},
	} {
		if step.do(); s.text != step.want {
			t.Errorf("the field holds %q, want %q", s.text, step.want)
		}
	}
}

// TestABarExplainsItself: the pointer that rests on the bar of a card is told
// what it shows, and no longer when it moves on within the card.
func TestABarExplainsItself(t *testing.T) {
	s := &sheet{node: func(*sheet) ui.Node {
		return ui.Card{ID: "card", Title: "Ask them", Odds: &ui.Odds{Low: 0.2, High: 0.6, Text: "20 to 60", Tip: "What they expect."}}
	}}
	h := ui.NewHost(s, 800, 400)
	k := h.Frame().Hints
	if len(k) != 1 {
		t.Fatalf("%d parts explain themselves, want one", len(k))
	}
	x, y := k[0].Seen.Mid()
	h.Feed(ui.Event{Kind: ui.Move, X: x, Y: y}, ui.Event{Kind: ui.Rest, X: x, Y: y})
	if h.State().Tip != k[0].ID || uitest.Says(h)[len(uitest.Says(h))-1] != "What they expect." {
		t.Errorf("on the bar %q is told, and %q", h.State().Tip, uitest.Says(h))
	}
	h.Feed(ui.Event{Kind: ui.Move, X: x, Y: k[0].Rect.Bottom() + 20})
	if h.State().Tip != "" {
		t.Errorf("beside it %q is told", h.State().Tip)
	}
}

// block is a node of a height, which notes how wide it is placed.
type block struct {
	h float64
	w *float64
}

func (b block) Measure(_ *ui.Context, w float64) ui.Extent { return ui.Extent{W: w, H: b.h} }
func (b block) Place(_ *ui.Context, r ui.Rect)             { *b.w = r.W }

// TestAPixelNeedsNoBar: what is higher by what rounding takes is not scrolled, and
// has the whole width; what is higher has room for the bar beside it.
func TestAPixelNeedsNoBar(t *testing.T) {
	for _, c := range []struct {
		h     float64
		whole bool
	}{{99, true}, {100.8, true}, {101, true}, {102, false}} {
		w := 0.0
		h := ui.NewHost(still{at{ui.Rect{W: 300, H: 100}, ui.Scroll{ID: "s", Label: "S", Child: block{c.h, &w}}}}, 400, 200)
		h.Frame()
		_, bar := h.Frame().Find("s")
		if whole := w == 300; whole != c.whole || bar == c.whole {
			t.Errorf("%v high in 100: %v of 300 wide, a bar %v", c.h, w, bar)
		}
	}
}

// TestAFrameWaitsForTheKey: a text that a scene gives the focus shows no frame.
func TestAFrameWaitsForTheKey(t *testing.T) {
	s := &sheet{node: func(*sheet) ui.Node {
		return ui.Column{Children: []ui.Node{ui.Button{ID: "go", Text: "Go"}, ui.Fill(ui.Scroll{ID: "text", Label: "Text", Child: ui.BookText(long)})}}
	}}
	h := ui.NewHost(s, 500, 200)
	h.Press(ui.KeyTab, 0)
	h.Press(ui.KeyEnter, 0)
	if st := h.State(); st.Focus != "text" || st.Calm != "text" {
		t.Fatalf("the focus is on %q, calm %q", st.Focus, st.Calm)
	}
	h.Press(ui.KeyDown, 0)
	if st := h.State(); st.Scroll["text"] == 0 {
		t.Error("the arrow key does not scroll the text")
	}
	h.Press(ui.KeyTab, 0)
	h.Press(ui.KeyTab, 0)
	if st := h.State(); st.Focus != "text" || st.Calm != "" {
		t.Errorf("by Tab the focus is on %q, calm %q", st.Focus, st.Calm)
	}
}

var long = strings.Repeat("A long text that must be read to its end. ", 30)

// TestALineOfManyEras: fifteen eras side by side keep apart, and each can be
// pressed and reached.
func TestALineOfManyEras(t *testing.T) {
	s := &sheet{}
	s.node = func(s *sheet) ui.Node {
		line := ui.EraLine{ID: "years", From: 1959, To: 2017, Ink: ui.Chalk}
		for k := range 15 {
			first := 1959 + 3.8*float64(k)
			line.Spans = append(line.Spans, ui.EraSpan{Name: fmt.Sprint("Era number ", k+1), First: first, Last: first + 3.7, CutFirst: first + 1, CutLast: first + 1.5, Chosen: k == s.era})
		}
		return ui.Pad{X: ui.Roomy, Y: ui.Roomy, Child: line}
	}
	for _, w := range []float64{540, 1200} {
		h := ui.NewHost(s, w, 400)
		for k := range 15 {
			uitest.Click(t, h, fmt.Sprintf("years/%d", k))
			if s.era != k {
				t.Errorf("%v wide: a click on number %d chooses %d", w, k, s.era)
			}
			uitest.Clean(t, h)
		}
		h.Press(ui.KeyRight, 0)
		if s.era != 0 {
			t.Errorf("→ on the last leads to %d", s.era)
		}
	}
}

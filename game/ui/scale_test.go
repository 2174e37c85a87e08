//go:build !headless

package ui_test

import (
	"slices"
	"testing"

	"backchannel/game/ui"
	"backchannel/game/ui/uitest"
)

// ruled is a scene with one scale.
type ruled struct {
	value  int
	closed string
	got    []ui.Event
}

func (s *ruled) Update(events []ui.Event) (ui.Scene, ui.Command) {
	s.got = append(s.got, events...)
	for _, e := range events {
		if e.Kind == ui.Set && e.ID == "odds" {
			s.value = e.Index
		}
	}
	return s, ui.Command{}
}

func (s *ruled) View(*ui.Context) ui.Node {
	return ui.Column{Gap: ui.Even, Children: []ui.Node{ui.Button{ID: "above", Text: "Above"},
		ui.Scale{ID: "odds", Label: "How likely", Value: s.value, Text: oddsWords(s.value), Low: "0", High: "100", Disabled: s.closed},
		ui.Button{ID: "below", Text: "Below"}}}
}

func rule(value int) (*ui.Host, *ruled) {
	s := &ruled{value: value}
	h := ui.NewHost(s, 640, 300)
	h.Frame()
	return h, s
}

// TestAScaleIsSetByKey: by arrows, by pages, by its ends and by typing.
func TestAScaleIsSetByKey(t *testing.T) {
	press := func(keys ...ui.Key) func(*ui.Host) {
		return func(h *ui.Host) {
			for _, k := range keys {
				h.Press(k, 0)
			}
		}
	}
	for _, c := range []struct {
		name string
		from int
		do   func(h *ui.Host)
		want int
	}{
		{"right", 60, press(ui.KeyRight), 65}, {"left", 60, press(ui.KeyLeft, ui.KeyLeft), 50},
		{"one by one", 60, func(h *ui.Host) { h.Press(ui.KeyRight, ui.Shift); h.Press(ui.KeyRight, ui.Shift) }, 62},
		{"page up", 60, press(ui.KeyPageUp), 80}, {"page down", 60, press(ui.KeyPageDown), 40},
		{"not above the end", 98, press(ui.KeyRight, ui.KeyRight), 100}, {"nor below", 3, press(ui.KeyLeft, ui.KeyLeft), 0},
		{"home", 60, press(ui.KeyHome), 0}, {"end", 60, press(ui.KeyEnd), 100},
		{"unset begins in the middle", ui.Unset, press(ui.KeyRight), 50}, {"and from the left too", ui.Unset, press(ui.KeyLeft), 50},
		{"taken back", 60, press(ui.KeyBackspace), ui.Unset}, {"and so", 60, press(ui.KeyDelete), ui.Unset},
		{"typed", ui.Unset, func(h *ui.Host) { h.Write("73") }, 73}, {"typed over", 60, func(h *ui.Host) { h.Write("8") }, 8},
		{"all of it", 4, func(h *ui.Host) { h.Write("100") }, 100}, {"a fourth digit begins anew", 4, func(h *ui.Host) { h.Write("1005") }, 5},
		{"a key ends a number", 4, func(h *ui.Host) { h.Write("2"); h.Press(ui.KeyRight, 0); h.Write("3") }, 3},
		{"a click ends a number", 4, func(h *ui.Host) {
			h.Write("2")
			e, _ := h.Frame().Find("odds")
			h.Feed(ui.Event{Kind: ui.Down, X: e.Rect.X + e.Rect.W*0.07, Y: e.Rect.Y + 9}, ui.Event{Kind: ui.Up})
			h.Write("3")
		}, 3},
		{"no letters", 60, func(h *ui.Host) { h.Write("x-") }, 60},
	} {
		h, s := rule(c.from)
		h.Press(ui.KeyTab, 0)
		h.Press(ui.KeyTab, 0)
		if c.do(h); s.value != c.want || h.State().Focus != "odds" {
			t.Errorf("%s: %d, want %d; focus %q", c.name, s.value, c.want, h.State().Focus)
		}
		uitest.Clean(t, h)
	}
	h, _ := rule(60)
	h.Press(ui.KeyTab, 0)
	for _, want := range []string{"odds", "below"} {
		if h.Press(ui.KeyDown, 0); h.State().Focus != want {
			t.Errorf("↓ leads to %q, want %q", h.State().Focus, want)
		}
	}
}

// TestAScaleIsDrawn: a click sets it, and what is held follows the pointer, also
// beside and beyond the ruler, until it is let go.
func TestAScaleIsDrawn(t *testing.T) {
	h, s := rule(ui.Unset)
	e, _ := h.Frame().Find("odds")
	x, y := e.Rect.Mid()
	h.Feed(ui.Event{Kind: ui.Down, X: x, Y: y})
	if s.value != 50 {
		t.Errorf("the middle is %d", s.value)
	}
	for _, c := range []struct {
		x, y float64
		want int
	}{{x + e.Rect.W/8, y, 63}, {e.Rect.Right() + 50, y + 200, 100}, {e.Rect.X - 50, 0, 0}, {x + 1, y, 50}} {
		h.Feed(ui.Event{Kind: ui.Move, X: c.x, Y: c.y})
		if d := s.value - c.want; d < -1 || d > 1 {
			t.Errorf("at %.0f of %.0f it is %d, want %d", c.x-e.Rect.X, e.Rect.W, s.value, c.want)
		}
	}
	h.Feed(ui.Event{Kind: ui.Up, X: x, Y: y}, ui.Event{Kind: ui.Move, X: e.Rect.Right(), Y: y})
	if s.value > 51 {
		t.Errorf("let go it still follows: %d", s.value)
	}
}

// TestAClosedScaleSaysWhy: it cannot be set by any hand.
func TestAClosedScaleSaysWhy(t *testing.T) {
	h, s := rule(35)
	s.closed = "What was said stands."
	h.Touch()
	uitest.Click(t, h, "odds")
	h.Press(ui.KeyRight, 0)
	h.Write("7")
	if s.value != 35 || !slices.Contains(uitest.Says(h), s.closed) {
		t.Errorf("it is %d, and says %q", s.value, uitest.Says(h))
	}
}

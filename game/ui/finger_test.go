//go:build !headless

package ui

import "testing"

// kinds are the events of a touch that goes through some places.
func kinds(draws bool, places ...point) (out []Kind, last Event) {
	f := fingerDown(places[0].x, places[0].y)
	var events []Event
	for _, p := range places[1:] {
		events = append(events, f.move(p.x, p.y, 1, func(x, y float64) bool { return draws && x == places[0].x })...)
	}
	for _, e := range append(events, f.up()...) {
		out, last = append(out, e.Kind), e
	}
	return out, last
}

// TestWhatAFingerDoes: it taps, scrolls, or draws what lies under it.
func TestWhatAFingerDoes(t *testing.T) {
	for _, c := range []struct {
		name   string
		draws  bool
		places []point
		want   []Kind
	}{
		{"a tap", false, []point{{10, 10}}, []Kind{Down, Up}},
		{"a tap that trembles", true, []point{{10, 10}, {13, 12}, {11, 9}}, []Kind{Down, Up}},
		{"a slide", false, []point{{10, 100}, {10, 60}, {12, 40}}, []Kind{Wheel, Wheel}},
		{"a slide that begins on a scale", true, []point{{10, 100}, {22, 60}, {60, 60}, {60, 40}}, []Kind{Wheel, Wheel}},
		{"along a scale", true, []point{{10, 100}, {30, 104}, {60, 140}}, []Kind{Down, Move, Move, Up}},
		{"along nothing", false, []point{{10, 100}, {30, 104}, {60, 105}}, []Kind{Down, Up}},
	} {
		got, last := kinds(c.draws, c.places...)
		if len(got) != len(c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
			continue
		}
		for k := range got {
			if got[k] != c.want[k] {
				t.Errorf("%s: %v, want %v", c.name, got, c.want)
				break
			}
		}
		if end := c.places[len(c.places)-1]; last.Kind == Up && (last.X != end.x || last.Y != end.y) {
			t.Errorf("%s: it is lifted at %v", c.name, last)
		}
	}
}

// TestAFingerDrawsAScale: the host knows where something can be drawn.
func TestAFingerDrawsAScale(t *testing.T) {
	for _, why := range []string{"", "It stands."} {
		h := NewHost(onePage{Scale{ID: "a", Label: "A", Text: "a", Low: "0", High: "1", Disabled: why}}, 600, 200)
		e, _ := h.Frame().Find("a")
		x, y := e.Rect.Mid()
		if h.draws(x, y) != (why == "") || h.draws(x, e.Rect.Bottom()+20) {
			t.Errorf("closed by %q: drawn %v, beside it %v", why, h.draws(x, y), h.draws(x, e.Rect.Bottom()+20))
		}
	}
}

type onePage struct{ n Node }

func (s onePage) Update([]Event) (Scene, Command) { return s, Command{} }
func (s onePage) View(*Context) Node              { return s.n }

//go:build !headless

package window

import (
	"fmt"
	"strings"
	"testing"

	"backchannel/engine"
	"backchannel/game/ui"
	"backchannel/game/ui/uitest"
)

// openCut opens the desk of a cut.
func openCut(t testing.TB, era, cut string, side engine.Side, seed uint64, scale float64) *ui.Host {
	t.Helper()
	o := options(side, seed)
	o.Era, o.Cut = era, cut
	first, err := First(o)
	if err != nil {
		t.Fatal(err)
	}
	h := ui.NewHost(first, 1280, 800)
	h.SetTextScale(scale)
	uitest.Click(t, h, "start")
	uitest.Click(t, h, "begin")
	return h
}

// TestEveryEraIsClean plays every cut to its verdict and audits what shows.
func TestEveryEraIsClean(t *testing.T) {
	for k, c := range [][2]string{{"mariel", "open-arms"}, {"mariel", "era"}, {"balseros", "summer"}, {"balseros", "era"}, {"accommodation", "year"}} {
		scale, side := []float64{1, 1.6}[k%2], engine.Side(k%2)
		t.Run(c[0]+"-"+c[1], func(t *testing.T) {
			h := openCut(t, c[0], c[1], side, 4, scale)
			for turn := 0; !over(h) && turn < 3*mostTurns; turn++ {
				look(t, h, fmt.Sprint("desk ", turn))
				firstCard(h)
			}
			if !over(h) {
				t.Fatal("the game does not end")
			}
			for range 8 {
				look(t, h, "verdict")
				h.Press(ui.KeyPageDown, 0)
			}
		})
	}
}

// TestTheDeskShowsTheCrisis: where a crisis begins, cables and desk say so in
// words; while it goes on, the turn itself tells why it is short.
func TestTheDeskShowsTheCrisis(t *testing.T) {
	h := openCut(t, "mariel", "open-arms", engine.Washington, 4, 1)
	began, goes := 0, 0
	for turn := 0; !over(h) && turn < mostTurns; turn++ {
		d := h.Scene().(*deskScene)
		said := strings.ReplaceAll(strings.Join(uitest.Says(h), " "), "\n", " ")
		e, why := h.Frame().Find("turn")
		switch {
		case d.v.PaceNew && !strings.Contains(said, d.v.Pace):
			t.Errorf("%s: the desk does not say %q", d.v.Date, d.v.Pace)
		case d.v.PaceNew:
			began++
		case d.v.Pace != "" && (!why || e.Tip != d.v.Pace):
			t.Errorf("%s: the turn says %q, want %q", d.v.Date, e.Tip, d.v.Pace)
		case d.v.Pace != "":
			goes++
		case why:
			t.Errorf("%s: the turn explains itself without a crisis: %q", d.v.Date, e.Tip)
		}
		h.Press(ui.KeyEnter, ui.Ctrl)
		if s, ok := h.Scene().(*cablesScene); ok && s.desk.PaceNew && !s.r.G.Over {
			if said := strings.ReplaceAll(strings.Join(uitest.Says(h), " "), "\n", " "); !strings.Contains(said, s.desk.Pace) {
				t.Errorf("the cables do not say %q", s.desk.Pace)
			}
		}
		h.Press(ui.KeyEnter, 0)
	}
	if began == 0 || goes == 0 {
		t.Errorf("a crisis began %d times and went on %d times: nothing was tested", began, goes)
	}
}

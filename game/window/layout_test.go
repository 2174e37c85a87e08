//go:build !headless

package window

import (
	"fmt"
	"strings"
	"testing"

	"backchannel/engine"
	"backchannel/engine/play"
	"backchannel/game/ui"
	"backchannel/game/ui/uitest"
)

// TestEveryScreenIsClean plays several turns of several seeds at every size of
// window and type, opens every sheet, and audits what shows.
func TestEveryScreenIsClean(t *testing.T) {
	for _, win := range []struct{ w, h float64 }{{960, 540}, {1280, 800}, {2560, 1440}} {
		for _, scale := range []float64{0.8, 1, 1.25, 1.6, 2} {
			for seed := uint64(1); seed <= 2; seed++ {
				for _, side := range sides {
					if seed > 1 && scale != 1 || testing.Short() && scale != 1 {
						continue
					}
					t.Run(fmt.Sprintf("%.0fx%.0f-%.0f-%v-%d", win.w, win.h, scale*100, side, seed), func(t *testing.T) {
						tour(t, open(t, side, seed, win.w, win.h, scale))
					})
				}
			}
		}
	}
}

// look audits a screen and names it.
func look(t *testing.T, h *ui.Host, name string) {
	t.Helper()
	for _, p := range ui.Audit(h.Frame()) {
		t.Errorf("%s: %v", name, p)
	}
}

func tour(t *testing.T, h *ui.Host) {
	look(t, h, "title")
	uitest.Click(t, h, "options")
	uitest.Click(t, h, "seed")
	h.Feed(ui.Event{Kind: ui.Choose, ID: "goals", Index: 3})
	look(t, h, "title with options")
	uitest.Click(t, h, "start")
	look(t, h, "briefing")
	uitest.Click(t, h, "begin")
	for turn := 0; !over(h) && turn < mostTurns; turn++ {
		if turn < 3 || turn%5 == 0 {
			tourDesk(t, h, turn)
		}
		h.Write("1")
		h.Press(ui.KeyEnter, 0)
		if d, ok := h.Scene().(*deskScene); ok {
			if d.over != nil {
				h.Press(ui.KeyEscape, 0)
			}
			h.Press(ui.KeyEnter, ui.Ctrl)
		}
		look(t, h, fmt.Sprint("cables ", turn))
		h.Press(ui.KeyEnter, 0)
	}
	look(t, h, "ending")
	h.Press(ui.KeyEnd, 0)
	look(t, h, "end of the ending")
}

func tourDesk(t *testing.T, h *ui.Host, turn int) {
	t.Helper()
	name := func(what string) string { return fmt.Sprintf("turn %d, %s", turn, what) }
	for _, k := range tabKeys {
		h.Write(string(k))
		look(t, h, name("tab "+string(k)))
	}
	for n := range h.Scene().(*deskScene).v.Cards {
		h.Write(fmt.Sprint(n + 1))
		look(t, h, name(fmt.Sprint("card ", n+1)))
		h.Press(ui.KeyEscape, 0)
	}
	h.Write("o")
	look(t, h, name("empty offer"))
	for _, id := range []string{"give/0", "ask/0", "give/1", "ask/1"} {
		h.Feed(ui.Event{Kind: ui.Choose, ID: id, Index: 1})
	}
	look(t, h, name("offer"))
	uitest.Click(t, h, "ask-rung/0")
	look(t, h, name("offer with a list"))
	h.Press(ui.KeyEscape, 0)
	h.Press(ui.KeyEscape, 0)
	tourEstimate(t, h, name)
	for _, k := range []string{"c", "?"} {
		h.Write(k)
		look(t, h, name("sheet "+k))
		h.Press(ui.KeyEscape, 0)
	}
	if turn == 0 {
		h.Write("d")
		look(t, h, name("drawer"))
		h.Write("xyzzy")
		look(t, h, name("empty drawer"))
		h.Press(ui.KeyEscape, 0)
	}
	h.Press(ui.KeyEscape, 0)
	look(t, h, name("menu"))
	h.Press(ui.KeyEscape, 0)
}

// tourEstimate opens the slip, where there is something to foretell, and writes
// as much on it as it takes.
func tourEstimate(t *testing.T, h *ui.Host, name func(string) string) {
	t.Helper()
	h.Write("e")
	o, ok := h.Scene().(*deskScene).over.(*estimateOver)
	if !ok || o.open < 0 {
		h.Press(ui.KeyEscape, 0)
		if d := h.Scene().(*deskScene); !ok && len(d.foretell) > 0 || d.over != nil {
			t.Errorf("%s: %d things can be foretold, and E opens %T", name("slip"), len(d.foretell), d.over)
			d.over = nil
		}
		return
	}
	look(t, h, name("empty slip"))
	h.Write("42")
	h.Feed(ui.Event{Kind: ui.Change, ID: fmt.Sprintf("why/%d", o.open), Text: strings.Repeat("because of it ", 20)[:play.MaxReason]})
	look(t, h, name("full slip"))
	if n := len(o.list[o.open].Reason); n < play.MaxReason-1 {
		t.Errorf("%s: of a long reason %d letters are kept", name("slip"), n)
	}
	h.Press(ui.KeyEscape, 0)
}

func TestASeedMustBeANumber(t *testing.T) {
	h := open(t, engine.Havana, 3, 1280, 800, 1)
	uitest.Click(t, h, "options")
	uitest.Click(t, h, "seed")
	h.Press(ui.KeyBackspace, 0)
	uitest.Click(t, h, "start")
	if s, ok := h.Scene().(*titleScene); !ok || s.problem == "" {
		t.Error("an empty seed begins a game or says nothing")
	}
	uitest.Click(t, h, "seed")
	h.Write("4x2")
	uitest.Click(t, h, "start")
	s, ok := h.Scene().(*briefingScene)
	if !ok || s.r.G.Settings.Seed != 42 || s.r.G.Settings.Side != engine.Havana {
		t.Errorf("the game begun is %T", h.Scene())
	}
}

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

// chosen is the era and the cut that the title stands at.
func chosen(t *testing.T, h *ui.Host) string {
	t.Helper()
	s, ok := h.Scene().(*titleScene)
	if !ok {
		t.Fatalf("the scene is %T", h.Scene())
	}
	return s.m.ID + " " + s.m.Cut.ID
}

// TestChoosingAnEraByPointer presses cards, the line of years and the cut, and
// plays what was chosen.
func TestChoosingAnEraByPointer(t *testing.T) {
	h := open(t, engine.Washington, 3, 1280, 800, 1)
	for _, step := range []struct{ press, want string }{
		{"era/1", "mariel open-arms"}, {"years/2", "balseros summer"}, {"years/0", "accommodation autumn"}, {"era/2", "balseros summer"},
	} {
		uitest.Click(t, h, step.press)
		if got := chosen(t, h); got != step.want {
			t.Errorf("%s chooses %s, want %s", step.press, got, step.want)
		}
	}
	uitest.Click(t, h, "cut")
	uitest.Click(t, h, "cut/1")
	if got := chosen(t, h); got != "balseros era" {
		t.Errorf("the second cut is %s", got)
	}
	uitest.Click(t, h, "chair/1")
	uitest.Click(t, h, "start")
	uitest.Click(t, h, "begin")
	g := h.Scene().(*deskScene).r.G
	if g.W.M.ID != "balseros" || g.W.M.Cut.ID != "era" || g.Settings.Side != engine.Havana {
		t.Errorf("it plays %s, %s as %v", g.W.M.ID, g.W.M.Cut.ID, g.Settings.Side)
	}
}

// TestChoosingAnEraByKeyboard goes along the line of years and through the cuts
// with Tab, arrows and Enter.
func TestChoosingAnEraByKeyboard(t *testing.T) {
	h := open(t, engine.Washington, 3, 1280, 800, 1)
	tab(t, h, "years/0")
	want := []string{"mariel open-arms", "balseros summer", "accommodation autumn"}
	for k, w := range want {
		h.Press(ui.KeyRight, 0)
		if got := chosen(t, h); got != w {
			t.Errorf("→ number %d leads to %s, want %s", k+1, got, w)
		}
	}
	h.Press(ui.KeyLeft, 0)
	if got, at := chosen(t, h), h.State().Focus; got != "balseros summer" || at != "years/2" {
		t.Errorf("← leads to %s, the focus to %s", got, at)
	}
	tab(t, h, "era/1")
	h.Press(ui.KeyEnter, 0)
	tab(t, h, "cut")
	h.Press(ui.KeyEnter, 0)
	h.Press(ui.KeyDown, 0)
	h.Press(ui.KeyEnter, 0)
	if got := chosen(t, h); got != "mariel era" {
		t.Errorf("Enter, ↓, Enter on the cuts leads to %s", got)
	}
	tab(t, h, "start")
	h.Press(ui.KeyEnter, 0)
	if _, ok := h.Scene().(*briefingScene); !ok {
		t.Errorf("Enter on Start leads to %T", h.Scene())
	}
}

// TestTheTitleFits looks at every era and cut in every window and size of type;
// at 1280×800 all that is chosen shows without scrolling.
func TestTheTitleFits(t *testing.T) {
	for _, win := range []struct{ w, h, scale float64 }{{960, 540, 1}, {1280, 800, 0.8}, {1280, 800, 1}, {1280, 800, 1.25}, {1280, 800, 1.6}, {1280, 800, 2}, {2560, 1440, 1}, {2560, 1440, 2}} {
		h := open(t, engine.Washington, 3, win.w, win.h, win.scale)
		for era := range 3 {
			for cut := range 2 {
				name := fmt.Sprintf("%.0fx%.0f-%.0f era %d cut %d", win.w, win.h, win.scale*100, era, cut)
				uitest.Click(t, h, fmt.Sprintf("era/%d", era))
				h.Feed(ui.Event{Kind: ui.Choose, ID: "cut", Index: cut})
				h.Press(ui.KeyHome, 0)
				look(t, h, name)
				for _, e := range h.Frame().Elements {
					if win.w == 1280 && win.scale == 1 && e.Seen != e.Rect {
						t.Errorf("%s: %s does not show whole", name, e.ID)
					}
				}
			}
		}
	}
}

// TestTheTitleSaysHowLong: what the title says of turns is what the cut has.
func TestTheTitleSaysHowLong(t *testing.T) {
	h := open(t, engine.Washington, 3, 1280, 800, 1)
	for _, c := range []struct {
		era, cut int
		want     string
	}{
		{0, 0, "17 turns of a week"}, {0, 1, "13 turns of a month"}, {1, 0, "8 turns of a month"}, {1, 1, "17 turns of a quarter"},
		{2, 0, "13 turns of a week"}, {2, 1, "24 turns of a month"},
	} {
		uitest.Click(t, h, fmt.Sprintf("era/%d", c.era))
		h.Feed(ui.Event{Kind: ui.Choose, ID: "cut", Index: c.cut})
		said := strings.ReplaceAll(strings.Join(uitest.Says(h), " "), "\n", " ")
		if !strings.Contains(said, c.want) {
			t.Errorf("era %d, cut %d does not say %q", c.era, c.cut, c.want)
		}
	}
}

// TestHistoryCanWait: told only at the end, the cables say nothing of history,
// and a game that stops at every turn does.
func TestHistoryCanWait(t *testing.T) {
	for _, hidden := range []bool{false, true} {
		h := open(t, engine.Washington, 3, 1280, 800, 1)
		uitest.Click(t, h, "options")
		h.Feed(ui.Event{Kind: ui.Choose, ID: "told", Index: b2i(hidden)}, ui.Event{Kind: ui.Choose, ID: "stops", Index: b2i(hidden)})
		uitest.Click(t, h, "start")
		uitest.Click(t, h, "begin")
		if got := h.Scene().(*deskScene).r.G.Settings.NoQuiet; got != hidden {
			t.Errorf("every turn is %v, want %v", got, hidden)
		}
		uitest.Click(t, h, "commit")
		uitest.Click(t, h, "go")
		if _, ok := h.Scene().(*cablesScene); !ok {
			t.Fatalf("after the commit comes %T", h.Scene())
		}
		if told := strings.Contains(strings.Join(uitest.Says(h), " "), "IN HISTORY"); told == hidden {
			t.Errorf("hidden %v, told %v", hidden, told)
		}
	}
}

// TestTheVerdictOpensQuietly: no frame stands around the verdict until one goes
// there by key.
func TestTheVerdictOpensQuietly(t *testing.T) {
	h := open(t, engine.Washington, 3, 1280, 800, 1)
	uitest.Click(t, h, "start")
	uitest.Click(t, h, "begin")
	for turn := 0; !over(h) && turn < mostTurns; turn++ {
		h.Press(ui.KeyEnter, ui.Ctrl)
		h.Press(ui.KeyEnter, 0)
	}
	if s := h.State(); s.Focus != endingText || s.Calm != endingText {
		t.Errorf("the focus is on %q, calm is %q", s.Focus, s.Calm)
	}
	h.Press(ui.KeyTab, ui.Shift)
	h.Press(ui.KeyTab, 0)
	if s := h.State(); s.Focus != endingText || s.Calm != "" {
		t.Errorf("by Tab the focus is on %q, calm is %q", s.Focus, s.Calm)
	}
}

// TestTheTitleRemembers: from the desk back to the title, what was chosen there
// still stands.
func TestTheTitleRemembers(t *testing.T) {
	h := open(t, engine.Washington, 3, 1280, 800, 1)
	uitest.Click(t, h, "years/2")
	h.Feed(ui.Event{Kind: ui.Choose, ID: "cut", Index: 1}, ui.Event{Kind: ui.Choose, ID: "stops", Index: 1})
	uitest.Click(t, h, "chair/1")
	uitest.Click(t, h, "start")
	uitest.Click(t, h, "begin")
	uitest.Click(t, h, "menu")
	uitest.Click(t, h, "title")
	if got := chosen(t, h); got != "balseros era" {
		t.Errorf("it stands at %s", got)
	}
	if s := h.Scene().(*titleScene); s.side != engine.Havana || !s.every {
		t.Errorf("side %v, every turn %v", s.side, s.every)
	}
}

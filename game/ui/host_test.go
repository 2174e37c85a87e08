//go:build !headless

package ui_test

import (
	"slices"
	"testing"

	"backchannel/game/ui"
	"backchannel/game/ui/uitest"
)

// last returns the last event of a kind that the scene got.
func last(h *ui.Host, k ui.Kind) (ui.Event, bool) {
	got := h.Scene().(*gallery).got
	for _, e := range slices.Backward(got) {
		if e.Kind == k {
			return e, true
		}
	}
	return ui.Event{}, false
}

func TestTabReachesEveryControlOnce(t *testing.T) {
	for _, page := range pages {
		h := open(page, "", 960, 540, 1, 1)
		want := uitest.IDs(h)
		var got []string
		for range want {
			h.Press(ui.KeyTab, 0)
			got = append(got, h.State().Focus)
			f := h.Frame()
			e, ok := f.Find(h.State().Focus)
			if !ok || e.Seen.H < min(e.Rect.H, 100)-1 {
				t.Errorf("%s: focus on %q, of which %.0f of %.0f pixels show", page, e.ID, e.Seen.H, e.Rect.H)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: Tab goes %v, want %v", page, got, want)
		}
		h.Press(ui.KeyTab, ui.Shift)
		if f := h.State().Focus; len(want) > 1 && f != want[len(want)-2] {
			t.Errorf("%s: Shift+Tab from the last goes to %q, want %q", page, f, want[len(want)-2])
		}
	}
}

func TestArrowsGoToNeighbours(t *testing.T) {
	h := open("desk", "", 1280, 800, 1, 1)
	h.Click("card.attwood")
	for _, c := range []struct {
		key  ui.Key
		want string
	}{{ui.KeyRight, "card.raids"}, {ui.KeyRight, "card.silence"}, {ui.KeyLeft, "card.raids"}, {ui.KeyLeft, "card.attwood"}, {ui.KeyDown, "card.visit"}, {ui.KeyUp, "card.attwood"}} {
		if h.Press(c.key, 0); h.State().Focus != c.want {
			t.Errorf("focus on %q, want %q", h.State().Focus, c.want)
		}
	}
}

func TestEnterSpaceAndClickActivate(t *testing.T) {
	for name, do := range map[string]func(*ui.Host){
		"enter": func(h *ui.Host) { h.Press(ui.KeyEnter, 0) },
		"space": func(h *ui.Host) { h.Press(ui.KeySpace, 0) },
		"click": func(h *ui.Host) { uitest.Click(t, h, "card.attwood") },
	} {
		h := open("desk", "", 1280, 800, 1, 1)
		for h.State().Focus != "card.attwood" {
			h.Press(ui.KeyTab, 0)
		}
		do(h)
		if e, ok := last(h, ui.Activate); !ok || e.ID != "card.attwood" {
			t.Errorf("%s: scene got %+v", name, e)
		}
	}
}

func TestWhatIsDisabledSaysWhyAndDoesNothing(t *testing.T) {
	h := open("desk", "", 1280, 800, 1, 1)
	uitest.Click(t, h, "undo")
	if e, ok := last(h, ui.Activate); ok {
		t.Errorf("scene got %+v", e)
	}
	if !slices.Contains(uitest.Says(h), "Nothing has been done since the last signature.") {
		t.Errorf("no reason shown: %q", uitest.Says(h))
	}
}

func TestTipShowsForRestAndForFocus(t *testing.T) {
	h := open("desk", "", 1280, 800, 1, 1)
	e, _ := h.Frame().Find("m.tension")
	x, y := e.Rect.Mid()
	before := len(h.Frame().Texts)
	h.Feed(ui.Event{Kind: ui.Move, X: x, Y: y}, ui.Event{Kind: ui.Rest, X: x, Y: y})
	if h.State().Tip != "m.tension" || len(h.Frame().Texts) != before+1 {
		t.Errorf("pointer at rest: tip of %q, %d texts, before %d", h.State().Tip, len(h.Frame().Texts), before)
	}
	h.Feed(ui.Event{Kind: ui.Move, X: 1, Y: 1})
	if h.State().Tip != "" {
		t.Error("tip stays when the pointer has left")
	}
	for h.State().Focus != "m.tension" {
		h.Press(ui.KeyTab, 0)
	}
	if h.State().Tip != "m.tension" {
		t.Error("no tip for keyboard focus")
	}
	h.Press(ui.KeyEscape, 0)
	if h.State().Tip != "" {
		t.Error("Escape leaves the tip")
	}
}

func TestChipByKeyboard(t *testing.T) {
	h := open("composer", "", 1280, 800, 1, 1)
	for h.State().Focus != "ask" {
		h.Press(ui.KeyTab, 0)
	}
	h.Press(ui.KeyRight, 0)
	if e, _ := last(h, ui.Choose); e.ID != "ask" || e.Index != 0 {
		t.Errorf("right from none chooses %+v", e)
	}
	h.Press(ui.KeyEnter, 0)
	if want := []string{"ask/0", "ask/1", "ask/2"}; !slices.Equal(uitest.IDs(h), want) {
		t.Fatalf("open chip offers %v, want %v", uitest.IDs(h), want)
	}
	h.Press(ui.KeyDown, 0)
	h.Press(ui.KeyEnter, 0)
	if e, _ := last(h, ui.Choose); e.ID != "ask" || e.Index != 1 {
		t.Errorf("chosen %+v", e)
	}
	if h.State().Focus != "ask" || h.State().Open != "" {
		t.Errorf("after choosing: focus %q, open %q", h.State().Focus, h.State().Open)
	}
	h.Press(ui.KeyEnter, 0)
	h.Press(ui.KeyEscape, 0)
	if h.State().Open != "" || h.Scene().(*gallery).chips["ask"] != 1 {
		t.Error("Escape does not close the list, or chooses")
	}
}

func TestDrawerSearchAndTrap(t *testing.T) {
	h := open("desk", "drawer", 1280, 800, 1, 1)
	if slices.Contains(uitest.IDs(h), "sign") {
		t.Error("what lies under a drawer can be reached")
	}
	uitest.Click(t, h, "search")
	h.Write("raixd")
	h.Press(ui.KeyLeft, 0)
	h.Press(ui.KeyBackspace, 0)
	if want := []string{"search", "move.Recall the raiders"}; !slices.Equal(uitest.IDs(h), want) {
		t.Errorf("found %v, want %v", uitest.IDs(h), want)
	}
	h.Press(ui.KeyEscape, 0)
	if !slices.Contains(uitest.IDs(h), "sign") {
		t.Error("Escape does not close the drawer")
	}
}

func TestLettersOfOneMomentAllCount(t *testing.T) {
	h := open("desk", "drawer", 1280, 800, 1, 1)
	uitest.Click(t, h, "search")
	var typed []ui.Event
	for _, r := range "recall" {
		typed = append(typed, ui.Event{Kind: ui.RuneIn, Rune: r})
	}
	h.Feed(typed...)
	if got := h.Scene().(*gallery).search; got != "recall" {
		t.Errorf("typed %q", got)
	}
}

func TestScrolling(t *testing.T) {
	h := open("desk", "", 960, 540, 1, 1.5)
	h.Frame()
	offset := func() float64 { return h.State().Scroll["desk"] }
	h.Feed(ui.Event{Kind: ui.Wheel, X: 200, Y: 200, DY: -2})
	if offset() <= 0 {
		t.Error("the wheel does not scroll")
	}
	h.Press(ui.KeyEnd, 0)
	end := offset()
	h.Press(ui.KeyPageDown, 0)
	if offset() != end {
		t.Error("scrolls beyond the end")
	}
	h.Press(ui.KeyPageUp, 0)
	if offset() >= end {
		t.Error("PgUp does not scroll")
	}
	h.Press(ui.KeyHome, 0)
	if offset() != 0 {
		t.Error("Home does not go to the top")
	}
}

func TestTextScaleKeys(t *testing.T) {
	h := open("title", "", 1280, 800, 1, 1)
	for range 30 {
		h.Press(ui.KeyPlus, ui.Ctrl)
	}
	if h.TextScale != 2 {
		t.Errorf("text scale %v, want 2", h.TextScale)
	}
	for range 30 {
		h.Press(ui.KeyMinus, ui.Ctrl)
	}
	if h.TextScale != 0.8 {
		t.Errorf("text scale %v, want 0.8", h.TextScale)
	}
}

func TestNothingChangesNothingIsDrawn(t *testing.T) {
	h := open("desk", "", 1280, 800, 1, 1)
	f := h.Frame()
	h.Feed(ui.Event{Kind: ui.Move, X: 2, Y: 2}, ui.Event{Kind: ui.Move, X: 3, Y: 2})
	if h.Frame() != f {
		t.Error("a pointer over nothing makes a new frame")
	}
}

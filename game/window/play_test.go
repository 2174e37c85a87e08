//go:build !headless

package window

import (
	"fmt"
	"slices"
	"testing"

	"backchannel/engine"
	"backchannel/game/ui"
	"backchannel/game/ui/uitest"
)

// mostTurns is more than any game of the default cut has.
const mostTurns = 40

var sides = []engine.Side{engine.Washington, engine.Havana}

func over(h *ui.Host) bool { _, ok := h.Scene().(*endingScene); return ok }

// has tells whether an element can be reached and used.
func has(h *ui.Host, id string) bool {
	e, ok := h.Frame().Find(id)
	return ok && e.Layer == h.Frame().Top && e.Disabled == ""
}

func TestWholeGameByMouse(t *testing.T) {
	for _, side := range sides {
		t.Run(side.String(), func(t *testing.T) {
			h := open(t, engine.Washington, 5, 1280, 800, 1)
			uitest.Click(t, h, fmt.Sprintf("chair/%d", side))
			uitest.Click(t, h, "start")
			uitest.Click(t, h, "begin")
			for turn := 0; !over(h); turn++ {
				if turn > mostTurns {
					t.Fatal("the game does not end")
				}
				mouseTurn(t, h, turn)
			}
			if g := h.Scene().(*endingScene).r.G; g.Settings.Side != side || !g.Over {
				t.Errorf("ended as %v, over %v", g.Settings.Side, g.Over)
			}
			uitest.Click(t, h, "again")
			if _, ok := h.Scene().(*titleScene); !ok {
				t.Error("Play again does not open the title")
			}
		})
	}
}

// mouseTurn opens every kind of sheet, plans what the turn's number says and
// commits.
func mouseTurn(t *testing.T, h *ui.Host, turn int) {
	t.Helper()
	d := h.Scene().(*deskScene)
	planned := len(d.v.Planned)
	uitest.Click(t, h, fmt.Sprintf("folder/%d", turn%4))
	uitest.Click(t, h, fmt.Sprintf("card/%d", 1+turn%len(d.v.Cards)))
	for _, id := range []string{"answer/0", "answer/1", "go"} {
		if has(h, id) {
			uitest.Click(t, h, id)
			break
		}
	}
	if d, ok := h.Scene().(*deskScene); ok {
		if d.over != nil { // nothing could be done with it
			uitest.Click(t, h, "back")
		} else if len(d.v.Planned) != planned+1 {
			t.Errorf("turn %d: %d planned, want %d", turn, len(d.v.Planned), planned+1)
		} else if turn%3 == 1 {
			uitest.Click(t, h, "undo")
			if len(d.v.Planned) != planned {
				t.Errorf("turn %d: take back leaves %d planned", turn, len(d.v.Planned))
			}
		}
		uitest.Click(t, h, "commit")
		uitest.Click(t, h, "go")
	}
	uitest.Click(t, h, "on")
}

func TestWholeGameByKeyboard(t *testing.T) {
	for _, side := range sides {
		t.Run(side.String(), func(t *testing.T) {
			h := open(t, engine.Washington, 6, 1280, 800, 1)
			tab(t, h, fmt.Sprintf("chair/%d", side))
			h.Press(ui.KeyEnter, 0)
			tab(t, h, "start")
			h.Press(ui.KeyEnter, 0)
			h.Press(ui.KeyEnter, 0)
			for turn := 0; !over(h); turn++ {
				if turn > mostTurns {
					t.Fatal("the game does not end")
				}
				keyTurn(t, h, turn)
			}
			if g := h.Scene().(*endingScene).r.G; g.Settings.Side != side {
				t.Errorf("ended as %v", g.Settings.Side)
			}
		})
	}
}

// tab presses Tab until an element has the focus.
func tab(t *testing.T, h *ui.Host, id string) {
	t.Helper()
	for range 200 {
		if h.State().Focus == id {
			return
		}
		h.Press(ui.KeyTab, 0)
	}
	t.Fatalf("Tab never reaches %q; there are %v", id, uitest.IDs(h))
}

func keyTurn(t *testing.T, h *ui.Host, turn int) {
	t.Helper()
	switch turn % 4 {
	case 0: // a card by its number
		h.Write("1")
		h.Press(ui.KeyEnter, 0)
	case 1: // a move out of the drawer
		h.Write("d")
		h.Write("a")
		h.Press(ui.KeyTab, 0)
		h.Press(ui.KeyEnter, 0)
		h.Press(ui.KeyEnter, 0)
	case 2: // an offer of one's own
		h.Write("o")
		h.Press(ui.KeyRight, 0)
		if d := h.Scene().(*deskScene); len(d.over.(*composerOver).gives) != 1 {
			t.Errorf("turn %d: the arrow key puts %v into the offer", turn, d.over.(*composerOver).gives)
		}
		tab(t, h, "go")
		h.Press(ui.KeyEnter, 0)
	}
	if d, ok := h.Scene().(*deskScene); ok {
		if d.over != nil {
			h.Press(ui.KeyEscape, 0)
		}
		if turn%4 == 3 {
			h.Write("w")
		}
	}
	if _, ok := h.Scene().(*deskScene); ok {
		h.Press(ui.KeyEnter, ui.Ctrl)
	}
	if _, ok := h.Scene().(*cablesScene); !ok {
		t.Fatalf("turn %d: Ctrl+Enter leads to %T", turn, h.Scene())
	}
	h.Press(ui.KeyEnter, 0)
}

func TestNothingChangesNothingIsDrawn(t *testing.T) {
	h := open(t, engine.Washington, 3, 1280, 800, 1)
	uitest.Click(t, h, "start")
	uitest.Click(t, h, "begin")
	f := h.Frame()
	h.Feed(ui.Event{Kind: ui.Move, X: 1, Y: 1}, ui.Event{Kind: ui.Move, X: 2, Y: 1})
	if h.Frame() != f {
		t.Error("a pointer over nothing makes a new frame")
	}
}

func TestNumbersSayWhy(t *testing.T) {
	h := open(t, engine.Washington, 3, 1280, 800, 1)
	uitest.Click(t, h, "start")
	uitest.Click(t, h, "begin")
	h.Press(ui.KeyEnter, ui.Ctrl)
	h.Press(ui.KeyEnter, 0)
	numbers := 0
	for _, e := range h.Frame().Elements {
		if e.Role == ui.RoleWhy {
			if e.Tip == "" {
				t.Errorf("%s says nothing", e.ID)
			}
			if e.ID == "influence" || len(e.ID) > 5 && e.ID[:5] == "gauge" {
				numbers++
			}
		}
	}
	if numbers == 0 || numbers > 7 {
		t.Errorf("%d numbers on the desk, want one to seven", numbers)
	}
	tab(t, h, "gauge/0")
	if h.State().Tip != "gauge/0" {
		t.Error("the focus on a number does not say why")
	}
}

func TestEscapeLeavesEverySheet(t *testing.T) {
	h := open(t, engine.Washington, 3, 1280, 800, 1)
	uitest.Click(t, h, "start")
	uitest.Click(t, h, "begin")
	for _, key := range []string{"1", "d", "o", "c", "e", "?"} {
		before := uitest.IDs(h)
		h.Write(key)
		if h.Scene().(*deskScene).over == nil {
			t.Fatalf("%s opens nothing", key)
		}
		h.Press(ui.KeyEscape, 0)
		if !slices.Equal(before, uitest.IDs(h)) {
			t.Errorf("Escape does not bring back the desk after %s", key)
		}
	}
	h.Press(ui.KeyEscape, 0)
	if !has(h, "title") {
		t.Error("Escape on the desk does not open the menu")
	}
}

// TestACardGoesBackWhereItCameFrom looks at a move of the drawer and leaves it.
func TestACardGoesBackWhereItCameFrom(t *testing.T) {
	h := open(t, engine.Washington, 3, 1280, 800, 1)
	uitest.Click(t, h, "start")
	uitest.Click(t, h, "begin")
	h.Write("d")
	h.Write("raids")
	h.Press(ui.KeyTab, 0)
	was := h.State().Focus
	h.Press(ui.KeyEnter, 0)
	h.Press(ui.KeyEscape, 0)
	o, ok := h.Scene().(*deskScene).over.(*drawerOver)
	if !ok || o.search != "raids" || h.State().Focus != was {
		t.Errorf("Escape leads to %T, focus %q, want the drawer, focus %q", h.Scene().(*deskScene).over, h.State().Focus, was)
	}
	h.Press(ui.KeyEscape, 0)
	if h.Scene().(*deskScene).over != nil || h.State().Focus != "drawer" {
		t.Errorf("a second Escape leaves the focus on %q", h.State().Focus)
	}
}

// TestWhatBrewsPointsToCards presses what touches something that brews.
func TestWhatBrewsPointsToCards(t *testing.T) {
	h := open(t, engine.Washington, 3, 1280, 800, 1)
	uitest.Click(t, h, "start")
	uitest.Click(t, h, "begin")
	uitest.Click(t, h, "touch/0/0")
	d := h.Scene().(*deskScene)
	if o, ok := d.over.(cardOver); !ok || o.v.Card.Choice.Move != d.v.Brewing[0].Moves[0] {
		t.Errorf("it opens %+v", d.over)
	}
	h.Press(ui.KeyEscape, 0)
	if h.State().Focus != "touch/0/0" {
		t.Errorf("the focus is on %q", h.State().Focus)
	}
}

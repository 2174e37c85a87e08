//go:build !headless

package ui_test

import (
	"testing"

	"backchannel/game/ui"
	"backchannel/game/ui/uitest"
)

// still is a scene that shows one node.
type still struct{ node ui.Node }

func (s still) Update([]ui.Event) (ui.Scene, ui.Command) { return nil, ui.Command{} }
func (s still) View(*ui.Context) ui.Node                 { return s.node }

// at places a node somewhere.
type at struct {
	r ui.Rect
	n ui.Node
}

func (a at) Measure(*ui.Context, float64) ui.Extent { return ui.Extent{} }
func (a at) Place(c *ui.Context, _ ui.Rect)         { a.n.Place(c, a.r) }

func TestAuditFindsFaults(t *testing.T) {
	long := ui.TypedText("Attwood met Lechuga at Miss Howard’s and stayed until midnight.")
	for _, c := range []struct {
		name string
		node ui.Node
		want ui.ProblemKind
	}{
		{"a text too high for its place", at{ui.Rect{X: 9, Y: 9, W: 100, H: 20}, long}, ui.Clipped},
		{"a text out of the window", at{ui.Rect{X: 700, Y: 9, W: 800, H: 99}, long}, ui.Clipped},
		{"texts over each other", ui.Layers{long, long}, ui.Overlap},
		{"controls over each other", ui.Layers{ui.Button{ID: "a", Text: "A"}, ui.Button{ID: "b", Text: "B"}}, ui.Overlap},
		{"text half over a control", ui.Layers{at{ui.Rect{X: 9, Y: 9, W: 900, H: 40}, long}, at{ui.Rect{X: 20, Y: 9, W: 60, H: 40}, ui.Button{ID: "a", Text: "A"}}}, ui.Overlap},
		{"ink on its own ground", ui.Text{Markup: "unseen", Colour: ui.Land}, ui.LowInk},
		{"red pencil on the sea", ui.TypedText("!!unseen!!"), ui.LowInk},
		{"a button without words", ui.Button{ID: "a"}, ui.Unlabelled},
		{"one ID twice", ui.Stack(ui.Button{ID: "a", Text: "A"}, ui.Button{ID: "a", Text: "B"}), ui.Twice},
		{"a letter without a glyph", ui.TypedText("漢"), ui.NoGlyph},
	} {
		found := false
		got := ui.Audit(ui.NewHost(still{c.node}, 960, 540).Frame())
		for _, p := range got {
			found = found || p.Kind == c.want
		}
		if !found {
			t.Errorf("%s: got %v, want %q", c.name, got, c.want)
		}
	}
}

func TestNoWordIsLostInWrapping(t *testing.T) {
	node := ui.TypedText("Counterrevolutionarycounterrevolutionary **un**__break__able — and\nañejo")
	h := ui.NewHost(still{at{ui.Rect{X: 0, Y: 0, W: 120, H: 900}, node}}, 960, 900)
	got := ""
	for _, s := range uitest.Says(h) {
		for _, r := range s {
			if r != '\n' && r != ' ' {
				got += string(r)
			}
		}
	}
	if want := "Counterrevolutionarycounterrevolutionaryunbreakable—andañejo"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	uitest.Clean(t, h)
}

func TestFacesHoldWhatTheGameWrites(t *testing.T) {
	const letters = "áéíóúüñÁÉÍÓÚÜÑ¿¡–—‘’“”…•·°£$§×"
	for _, f := range []ui.Family{ui.Typed, ui.Book, ui.Worn} {
		for _, r := range letters {
			if !ui.HasGlyphs(f, string(r)) {
				t.Errorf("family %d cannot write %q", f, r)
			}
		}
	}
}

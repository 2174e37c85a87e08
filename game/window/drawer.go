//go:build !headless

package window

import (
	"fmt"
	"slices"

	"backchannel/game/desk"
	"backchannel/game/ui"
)

// drawerOver is everything else that can be done, with a search.
type drawerOver struct {
	search string
	cards  []desk.CardView // as shown last
	at     string          // the card held up last, to come back to
	scroll string          // its list begins at the top with each turn and plan
}

func (o *drawerOver) first() string {
	if o.at != "" {
		return o.at
	}
	return "search"
}

// find fills the drawer: what can be done first.
func (o *drawerOver) find(d *deskScene) {
	o.cards = d.r.Drawer(o.search)
	slices.SortStableFunc(o.cards, func(a, b desk.CardView) int { return b2i(b.Can) - b2i(a.Can) })
}

func (o *drawerOver) press(d *deskScene, e ui.Event) (ui.Scene, ui.Command) {
	switch e.Kind {
	case ui.Change:
		o.search = e.Text
	case ui.Activate:
		var n int
		if _, err := fmt.Sscanf(e.ID, "move/%d", &n); err == nil && n < len(o.cards) {
			o.at = e.ID
			if v := o.cards[n]; waits(v) {
				return d.open(newAnswer(d, v))
			}
			return d.open(cardOver{o.cards[n], o})
		}
	}
	return d, ui.Command{}
}

func (o *drawerOver) node(d *deskScene, c *ui.Context) ui.Node {
	t := d.a.t
	o.find(d)
	var items []ui.Node
	for k, v := range o.cards {
		card := d.card(v, fmt.Sprintf("move/%d", k))
		card.Label, card.NoteLines = "", 2
		items = append(items, card)
	}
	if len(items) == 0 {
		items = append(items, typed(t("window.drawer.none")))
	}
	return ui.Drawer{ID: "drawer-sheet", Title: t("window.drawer.title"), Child: ui.Stack(
		ui.Field{ID: "search", Label: t("window.drawer.find"), Hint: t("window.drawer.hint"), Value: o.search},
		ui.Fill(ui.Scroll{ID: o.scroll + o.search, Label: t("window.drawer.title"), Child: ui.Pad{X: ui.Snug, Y: ui.Snug, Child: ui.Column{Gap: ui.Even, Children: items}}}),
		ui.Button{ID: "back", Text: t("window.card.back"), Key: "Esc"})}
}

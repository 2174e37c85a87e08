//go:build !headless

package window

import (
	"strings"

	"backchannel/engine"
	"backchannel/engine/play"
	"backchannel/game/desk"
	"backchannel/game/ui"
)

// waits tells whether a card stands for something that waits for the player.
func waits(v desk.CardView) bool { return v.Kind == play.CardAnswer || v.Kind == play.CardPromise }

// openCard opens card n of the hand.
func (d *deskScene) openCard(n int) (ui.Scene, ui.Command) {
	if n < 1 || n > len(d.v.Cards) {
		return d, ui.Command{}
	}
	v := d.v.Cards[n-1]
	switch {
	case waits(v):
		return d.open(newAnswer(d, v))
	case v.Kind == play.CardSilence:
		return d.open(commitOver{})
	}
	return d.open(cardOver{v: v})
}

// openMove opens a move, whether it is in the hand or in the drawer.
func (d *deskScene) openMove(move int16) (ui.Scene, ui.Command) {
	if n := d.inHand(move); n > 0 {
		return d.openCard(n)
	}
	for _, v := range d.r.Drawer("") {
		if v.Card.Choice.Move == move {
			return d.open(cardOver{v: v})
		}
	}
	return d, ui.Command{}
}

// cardOver is a card held up to be read.
type cardOver struct {
	v    desk.CardView
	from *drawerOver // the drawer that it was taken from, or nil
}

func (o cardOver) press(d *deskScene, e ui.Event) (ui.Scene, ui.Command) {
	if e.Kind != ui.Activate {
		return d, ui.Command{}
	}
	switch e.ID {
	case "go":
		return d.plan(o.v.Card.Choice)
	case "alter":
		return d.open(altered(d, o.v.Card.Choice))
	}
	return d, ui.Command{}
}

func (o cardOver) node(d *deskScene, c *ui.Context) ui.Node {
	t := d.a.t
	why, detail := o.v.Why, o.v.Detail
	if len(detail) > 0 && strings.HasPrefix(detail[0], why) { // a summary is where the story begins
		why, detail = detail[0], detail[1:]
	}
	body := ui.Stack(said(o.v.Label+".", why))
	for _, s := range detail {
		body.Children = append(body.Children, book(s))
	}
	body.Children = append(body.Children, ui.Rule{})
	body.Children = append(body.Children, d.consequences(o.v.Price, o.v.Secret, o.v.Leaked, o.v.Estimates)...)
	foot := buttons(ui.Button{ID: "go", Text: t("window.card.plan"), Kind: ui.Primary, Disabled: o.v.CanNot})
	if o.v.Card.Choice.Kind == engine.Offer {
		foot.Children = append(foot.Children, ui.Button{ID: "alter", Text: t("window.card.alter")})
	}
	foot.Children = append(foot.Children, ui.Button{ID: "back", Text: t("window.card.back"), Key: "Esc"})
	return ui.Modal{ID: "card-sheet", Title: o.v.Title, Child: d.noted(body, o.v.CanNot), Foot: foot}
}

// consequences are price, costs and what the advisers expect.
func (d *deskScene) consequences(price, secret, leaked string, estimates []string) []ui.Node {
	var out []ui.Node
	if price != "" {
		out = append(out, ui.Text{Spans: []ui.Span{{Text: d.a.t("window.card.it", "Price", price), Bold: true}}, Family: ui.Book, Colour: ui.RedPencil})
	}
	for _, s := range []string{secret, leaked} {
		if s != "" {
			out = append(out, warned(s))
		}
	}
	if len(estimates) > 0 {
		out = append(out, column(label(d.a.t("window.card.expect")), book(strings.Join(estimates, ".\n")+".")))
	}
	return out
}

// warned is a sentence whose words before the colon are red.
func warned(s string) ui.Node {
	head, rest, ok := strings.Cut(s, ": ")
	if !ok {
		return book(s)
	}
	return ui.Text{Spans: []ui.Span{{Text: head + ":", Bold: true, Colour: ui.RedPencil}, {Text: " " + rest}}, Family: ui.Book}
}

// noted adds what could not be done to a sheet.
func (d *deskScene) noted(body ui.Column, why string) ui.Node {
	if d.note != "" {
		why = d.note
	}
	if why != "" {
		body.Children = append(body.Children, ui.Text{Spans: []ui.Span{{Text: why, Bold: true}}, Colour: ui.RedPencil})
	}
	return body
}

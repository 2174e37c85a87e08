//go:build !headless

package window

import (
	"fmt"

	"backchannel/engine/play"
	"backchannel/game/ui"
)

// commitOver asks once before what is done is done.
type commitOver struct{}

func (commitOver) press(d *deskScene, e ui.Event) (ui.Scene, ui.Command) {
	switch {
	case e.Kind == ui.Activate && e.ID == "go", e.Kind == ui.RuneIn && (e.Rune == 'c' || e.Rune == 'C'), e.Kind == ui.KeyIn && e.Key == ui.KeyEnter:
		return d.commit()
	case e.Kind == ui.Activate && e.ID == "estimate-first", e.Kind == ui.RuneIn && (e.Rune == 'e' || e.Rune == 'E'):
		if len(d.foretell) > 0 {
			return d.estimate(commitOver{}, play.Thing{})
		}
	}
	return d, ui.Command{}
}

func (commitOver) node(d *deskScene, c *ui.Context) ui.Node {
	t := d.a.t
	body := ui.Stack()
	for k, s := range d.v.Planned {
		body.Children = append(body.Children, typed(fmt.Sprintf("%d. %s", k+1, s)))
	}
	title, text := t("window.commit.title"), t("window.desk.commit", "Count", len(d.v.Planned))
	if len(d.v.Planned) == 0 {
		title, text = t("window.commit.silence"), t("window.desk.pass")
	}
	if len(d.v.Planned) == 0 || d.needed() {
		body.Children = append(body.Children, said(t("window.commit.means"), d.v.Silence))
	}
	if said := d.estimates(); len(said) > 0 {
		body.Children = append(body.Children, section(t("window.commit.estimates"), said))
	}
	body.Children = append(body.Children, fine(t("window.commit.done")))
	return ui.Modal{ID: "commit-sheet", Title: title, Child: body, Foot: buttons(
		ui.Button{ID: "go", Text: text, Kind: ui.Primary, Key: "C"}, ui.Button{ID: "back", Text: t("window.card.back"), Key: "Esc"}, d.estimateButton("estimate-first"))}
}

// helpOver is the help sheet over the desk.
type helpOver struct{}

func (helpOver) first() string { return helpClose }

func (helpOver) press(d *deskScene, e ui.Event) (ui.Scene, ui.Command) {
	if e.Kind == ui.Activate && e.ID == helpClose {
		return d.close()
	}
	return d, ui.Command{}
}

func (helpOver) node(d *deskScene, _ *ui.Context) ui.Node { return d.a.helpSheet() }

// menuOver leaves the desk.
type menuOver struct{}

func (menuOver) press(d *deskScene, e ui.Event) (ui.Scene, ui.Command) {
	if e.Kind != ui.Activate {
		return d, ui.Command{}
	}
	switch e.ID {
	case "go":
		return d.close()
	case "lab-back":
		return d.a.toLab()
	case "title":
		if s, err := newTitle(d.a); err == nil {
			return s, ui.Command{Focus: "start"}
		}
	case "quit":
		return d, ui.Command{Quit: true}
	}
	return d, ui.Command{}
}

func (menuOver) node(d *deskScene, _ *ui.Context) ui.Node {
	t := d.a.t
	note := t("window.menu.saved")
	if d.a.opts.Autosave == nil {
		note = t("window.menu.unsaved")
	}
	foot := buttons(ui.Button{ID: "go", Text: t("window.menu.on"), Kind: ui.Primary, Key: "Esc"}, ui.Button{ID: "quit", Text: t("window.title.quit")})
	if d.a.opts.Model != nil {
		foot.Children = append(foot.Children, ui.Button{ID: "title", Text: t("window.menu.title")})
	}
	if d.a.branched(d.r.G) {
		foot.Children = append(foot.Children, ui.Button{ID: "lab-back", Text: t("window.lab.to_lab")})
	}
	return ui.Modal{ID: "menu-sheet", Title: t("window.menu.head"), Child: ui.Stack(book(note)), Foot: foot}
}

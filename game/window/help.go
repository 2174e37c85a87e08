//go:build !headless

package window

import "backchannel/game/ui"

// helpClose is the ID of the button that closes the help sheet.
const helpClose = "help-close"

// helpKeys are the keys of the desk, with what they do.
var helpKeys = [...][2]string{
	{"1–8", "window.help.cards"}, {"D", "window.help.drawer"}, {"O", "window.help.offer"}, {"U", "window.help.undo"},
	{"C", "window.help.commit"}, {"W", "window.help.wait"}, {"E", "window.help.estimate"}, {"N  T  P  G", "window.help.tabs"}, {"Tab  ↑ ↓", "window.help.focus"}, {"Enter", "window.help.enter"},
	{"Esc", "window.help.back"}, {"Ctrl + −", "window.help.size"}, {"F11", "window.help.full"},
}

// helpSheet says how the game is played and with which keys.
func (a *app) helpSheet() ui.Node {
	body := ui.Stack(book(a.t("window.help.play")), book(a.t("window.help.cost")), book(a.t("window.help.why")), ui.Rule{})
	var rows []ui.Node
	for _, k := range helpKeys {
		rows = append(rows, ui.Text{Spans: []ui.Span{{Text: k[0], Bold: true}, {Text: "  " + a.t(k[1])}}, Size: ui.Fine})
	}
	body.Children = append(body.Children, ui.Grid{Min: chairMin, Most: 2, Gap: ui.Snug, Children: rows})
	return ui.Modal{ID: "help-sheet", Title: a.t("window.help.title"), Child: body,
		Foot: buttons(ui.Button{ID: helpClose, Text: a.t("window.help.close"), Kind: ui.Primary, Key: "Esc"})}
}

// labHelp says what the laboratory is for and with which keys one goes about it.
func (a *app) labHelp() ui.Node {
	body := ui.Stack()
	for _, key := range [...]string{"window.lab.help_ask", "window.lab.help_luck", "window.lab.help_answer", "window.lab.help_turning"} {
		body.Children = append(body.Children, book(a.t(key)))
	}
	body.Children = append(body.Children, ui.Rule{})
	var rows []ui.Node
	for _, k := range [...][2]string{{"Tab  ↑ ↓", "window.help.focus"}, {"Enter", "window.help.enter"}, {"1–9", "window.lab.help_numbers"}, {"0–9", "window.lab.help_digits"}, {"PgUp PgDn", "window.lab.help_page"},
		{"Esc", "window.help.back"}, {"Ctrl + −", "window.help.size"}, {"F11", "window.help.full"}} {
		rows = append(rows, ui.Text{Spans: []ui.Span{{Text: k[0], Bold: true}, {Text: "  " + a.t(k[1])}}, Size: ui.Fine})
	}
	body.Children = append(body.Children, ui.Grid{Min: chairMin, Most: 2, Gap: ui.Snug, Children: rows})
	return ui.Modal{ID: "help-sheet", Title: a.t("window.lab.help"), Child: body,
		Foot: buttons(ui.Button{ID: helpClose, Text: a.t("window.help.close"), Kind: ui.Primary, Key: "Esc"})}
}

// resized remembers the scale of type that the player chose by key.
func (a *app) resized(e ui.Event) {
	if v, ok := e.Value.(float64); ok {
		a.scale = v
	}
}

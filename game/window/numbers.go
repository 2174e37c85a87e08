//go:build !headless

package window

import (
	"strings"

	"backchannel/game/desk"
	"backchannel/game/ui"
)

// arrow is by how much a number moved since the last commit, nothing if it
// stands.
func arrow(m desk.Meter) string {
	n := desk.Points(max(m.Change, -m.Change))
	switch {
	case n == "0":
		return ""
	case m.Change > 0:
		return "↑" + n
	}
	return "↓" + n
}

// why is what moved a number since the last commit.
func (a *app) why(r *desk.Reader, m desk.Meter) string {
	if len(m.Why) == 0 {
		return a.t("window.desk.unmoved", "Title", m.Title)
	}
	lines := []string{m.Title + ": " + m.Changed}
	for _, l := range m.Why {
		lines = append(lines, r.WhyText(l))
	}
	return strings.Join(lines, "\n")
}

// gauge is one number with its word; why it changed shows on asking.
func (a *app) gauge(r *desk.Reader, id string, m desk.Meter) ui.Node {
	spans := []ui.Span{{Text: m.Title + " "}, {Text: desk.Thousands(m.Value), Bold: true}}
	if arrow := arrow(m); arrow != "" {
		spans = append(spans, ui.Span{Text: "\u00a0" + arrow}) // beside the number, also where the line breaks
	}
	if m.Word != "" {
		spans = append(spans, ui.Span{Text: " " + m.Word, Italic: true})
	}
	return ui.Why{ID: id, Label: m.Title, Tip: a.why(r, m), Child: ui.Text{Spans: spans, Size: ui.Fine, Family: ui.Book}}
}

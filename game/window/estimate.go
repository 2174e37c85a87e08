//go:build !headless

package window

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"backchannel/engine/play"
	"backchannel/game/desk"
	"backchannel/game/ui"
)

// estimateOver is the slip on which the player writes how likely he holds what
// may come, and why. One thing at a time is open; what is written counts at
// once, and can be changed until the turn ends.
type estimateOver struct {
	list []desk.ForetellView
	open int   // the thing that is open, −1 for none
	from sheet // what it was opened from, or nil for the desk
}

// newEstimate is the slip, open at a thing, or where that is the zero value at
// the first of which nothing has been said.
func newEstimate(d *deskScene, from sheet, at play.Thing) *estimateOver {
	o := &estimateOver{list: d.r.Foretell(), from: from, open: -1}
	for k, v := range o.list {
		switch {
		case v.Fixed:
		case at != (play.Thing{}) && v.Thing == at:
			o.open = k
			return o
		case o.open < 0 || o.list[o.open].Odds >= 0 && v.Odds < 0:
			o.open = k
		}
	}
	return o
}

// first is the scale of what is open.
func (o *estimateOver) first() string {
	if o.open < 0 {
		return "back"
	}
	return fmt.Sprintf("odds/%d", o.open)
}

func (o *estimateOver) press(d *deskScene, e ui.Event) (ui.Scene, ui.Command) {
	var n int
	switch {
	case e.Kind == ui.Set && scan(e.ID, "odds/%d", &n):
		o.say(d, n, int64(e.Index))
	case e.Kind == ui.Change && scan(e.ID, "why/%d", &n):
		o.reason(d, n, e.Text)
	case e.Kind != ui.Activate:
	case scan(e.ID, "open/%d", &n):
		o.open = n
		return d, ui.Command{Focus: o.first()}
	case scan(e.ID, "forget/%d", &n):
		o.say(d, n, ui.Unset)
		return d, ui.Command{Focus: o.first()}
	case scan(e.ID, "odds/%d", &n):
		return d, ui.Command{Focus: fmt.Sprintf("why/%d", n)}
	case scan(e.ID, "why/%d", &n):
		return d, ui.Command{Focus: o.next()}
	}
	return d, ui.Command{}
}

// say foretells thing n, or takes back what was said of it.
func (o *estimateOver) say(d *deskScene, n int, odds int64) {
	v := o.list[n]
	if d.r.G.Foretell(v.Thing, odds) && odds >= 0 {
		d.r.G.Because(v.Thing, strings.TrimSpace(o.text(d, n)))
	}
	d.drafts[v.Thing] = o.text(d, n)
	o.look(d)
}

// reason writes the reason of thing n; where nothing was said of it, it waits.
func (o *estimateOver) reason(d *deskScene, n int, text string) {
	thing := o.list[n].Thing
	d.drafts[thing] = text
	d.r.G.Because(thing, strings.TrimSpace(text))
	o.look(d)
}

// look reads again what was foretold, also for what lies under the slip.
func (o *estimateOver) look(d *deskScene) {
	o.list = d.r.Foretell()
	d.foretell = o.list
}

// text is the reason of thing n as it stands in its field.
func (o *estimateOver) text(d *deskScene, n int) string {
	v := &o.list[n]
	if s, ok := d.drafts[v.Thing]; ok && (v.Odds < 0 || strings.TrimSpace(s) == v.Reason) {
		return s
	}
	return v.Reason
}

// next opens the thing below the open one that can be foretold, and names its
// scale; after the last it names the way out.
func (o *estimateOver) next() string {
	for k := o.open + 1; k < len(o.list); k++ {
		if !o.list[k].Fixed {
			o.open = k
			return o.first()
		}
	}
	return "back"
}

func (o *estimateOver) node(d *deskScene, _ *ui.Context) ui.Node {
	t := d.a.t
	body := ui.Column{Gap: ui.Roomy, Children: []ui.Node{book(t("window.estimate.lead"))}}
	for k := range o.list {
		body.Children = append(body.Children, o.entry(d, k))
	}
	if len(o.list) == 0 {
		body.Children = append(body.Children, book(t("foretold.nothing")))
	}
	return ui.Modal{ID: "estimate-sheet", Title: t("window.estimate.title"), Ground: ui.Slip, Clip: true, Child: body,
		Foot: buttons(ui.Button{ID: "back", Text: t("window.estimate.done"), Kind: ui.Primary, Key: "Esc"})}
}

// entry is one thing: as it stands, or open to be changed.
func (o *estimateOver) entry(d *deskScene, k int) ui.Node {
	v := &o.list[k]
	switch {
	case v.Fixed:
		return column(ui.Text{Spans: []ui.Span{{Text: v.Title, Bold: true}}, Family: ui.Book}, fine(d.a.t("window.estimate.stands", "Said", said100(d, v))))
	case k != o.open:
		return ui.Column{Gap: ui.Snug, Children: []ui.Node{ui.Button{ID: fmt.Sprintf("open/%d", k), Text: v.Title, Wide: true}, ui.Pad{X: ui.Snug, Child: fine(said100(d, v))}}}
	}
	return o.opened(d, k)
}

// opened is the thing that is open, with its scale and its reason.
func (o *estimateOver) opened(d *deskScene, k int) ui.Node {
	t, v := d.a.t, &o.list[k]
	text := o.text(d, k)
	note := t("window.estimate.full", "Most", play.MaxReason)
	if room := play.MaxReason - utf8.RuneCountInString(text); room > 0 {
		note = t("window.estimate.room", "Count", room)
	}
	odds := t("window.estimate.nothing")
	forget := ui.Button{ID: fmt.Sprintf("forget/%d", k), Text: t("window.estimate.forget"), Kind: ui.Quiet, Small: true}
	if v.Odds >= 0 {
		odds = t("odds.number", "N", v.Odds)
	} else {
		forget.Disabled = t("window.estimate.nothing_to_forget")
		if text != "" {
			note = t("window.estimate.odds_first")
		}
	}
	return ui.Column{Gap: ui.Even, Children: []ui.Node{
		ui.Text{Spans: []ui.Span{{Text: v.Title, Bold: true}}, Family: ui.Book, Size: ui.Lead},
		ui.Scale{ID: fmt.Sprintf("odds/%d", k), Label: v.Title, Value: int(v.Odds), Text: odds, Low: t("window.estimate.low"), High: t("window.estimate.high")},
		ui.Field{ID: fmt.Sprintf("why/%d", k), Label: t("window.estimate.reason"), Hint: t("window.estimate.hint"), Value: text, Most: play.MaxReason, Lines: 2, Note: note},
		ui.Flow{Children: []ui.Node{forget}}}}
}

// said100 is what was said of a thing, in a line.
func said100(d *deskScene, v *desk.ForetellView) string {
	switch {
	case v.Odds < 0:
		return d.a.t("window.estimate.nothing")
	case v.Reason == "":
		return d.a.t("window.estimate.said", "N", v.Odds)
	}
	return d.a.t("window.estimate.said_because", "N", v.Odds, "Reason", v.Reason)
}

// estimate opens the slip at a thing, or where one left off.
func (d *deskScene) estimate(from sheet, at play.Thing) (ui.Scene, ui.Command) {
	return d.open(newEstimate(d, from, at))
}

// estimateButton opens the slip; it says why not where nothing can be foretold.
func (d *deskScene) estimateButton(id string) ui.Button {
	b := ui.Button{ID: id, Text: d.a.t("window.desk.estimate"), Key: "E"}
	if len(d.foretell) == 0 {
		b.Disabled = d.a.t("foretold.nothing")
	}
	return b
}

// guess is the small button by which the slip opens at something that brews; it
// tells what was said of it.
func (d *deskScene) guess(k int, event int16) ui.Node {
	n := slices.IndexFunc(d.foretell, func(v desk.ForetellView) bool { return v.Thing == brewThing(event) })
	if n < 0 {
		return nil
	}
	v := &d.foretell[n]
	text := d.a.t("window.desk.estimate")
	if v.Odds >= 0 {
		text = d.a.t("window.desk.guess", "N", v.Odds)
	}
	return ui.Button{ID: fmt.Sprintf("guess/%d", k), Text: text, Label: text + ": " + v.Title, Kind: ui.Quiet, Small: true}
}

// brewThing is something that brews, to be foretold.
func brewThing(event int16) play.Thing {
	return play.Thing{Kind: play.ThingEvent, Index: int32(event)}
}

// estimates are the lines of what was said in this turn.
func (d *deskScene) estimates() []ui.Node {
	var out []ui.Node
	for k := range d.foretell {
		if v := &d.foretell[k]; v.Odds >= 0 && !v.Fixed {
			out = append(out, book(d.r.Said(v, v.Title)+"."))
		}
	}
	return out
}

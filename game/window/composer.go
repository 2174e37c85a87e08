//go:build !headless

package window

import (
	"fmt"

	"backchannel/engine"
	"backchannel/game/desk"
	"backchannel/game/ui"
)

// composerOver is an offer written as a sentence with blanks.
type composerOver struct {
	k     *desk.Composer
	gives []engine.Term
	asks  []engine.Term
}

func newComposer(d *deskScene, k *desk.Composer) *composerOver {
	return &composerOver{k: k, gives: append([]engine.Term(nil), k.Gives()...), asks: append([]engine.Term(nil), k.Asks()...)}
}

// altered is the composer with the terms of an offer that lies on a card.
func altered(d *deskScene, c engine.Choice) *composerOver {
	o := newComposer(d, d.r.Compose())
	o.k.SetChannel(c.Channel)
	p := &c.Package
	o.gives, o.asks = append(o.gives, p.Give[:p.NGive]...), append(o.asks, p.Ask[:p.NAsk]...)
	o.fill()
	return o
}

func (o *composerOver) first() string { return "give/0" }

// fill puts the terms into the offer.
func (o *composerOver) fill() {
	o.k.Clear()
	for _, t := range o.gives {
		o.k.AddGive(t.Issue, t.Rung)
	}
	for _, t := range o.asks {
		o.k.AddAsk(t.Issue, t.Rung, t.Fee)
	}
}

// spans of days that an offer may stand and a promise may take; 0 is as usual.
var openDays = []int16{0, 7, 14, 28, 56}

func (o *composerOver) press(d *deskScene, e ui.Event) (ui.Scene, ui.Command) {
	switch {
	case e.Kind == ui.Activate && e.ID == "go":
		return d.plan(o.k.Choice())
	case e.Kind == ui.Choose:
		o.choose(d, e)
		d.note = ""
	}
	return d, ui.Command{}
}

func (o *composerOver) choose(d *deskScene, e ui.Event) {
	var n int
	switch {
	case e.ID == "way":
		o.k.SetChannel(o.k.Channels()[e.Index].Index)
	case e.ID == "open":
		o.k.SetOpen(openDays[e.Index])
	case e.ID == "due":
		o.k.SetDue(openDays[e.Index])
	case scan(e.ID, "give/%d", &n):
		o.gives = setIssue(o.gives, n, o.free(o.k.Givable(), o.gives, n), e.Index, o.k.GiveRungs)
	case scan(e.ID, "give-rung/%d", &n):
		o.gives[n].Rung = o.k.GiveRungs(o.gives[n].Issue)[e.Index].Index
	case scan(e.ID, "ask/%d", &n):
		o.asks = setIssue(o.asks, n, o.free(o.k.Askable(), o.asks, n), e.Index, o.k.AskRungs)
	case scan(e.ID, "ask-rung/%d", &n):
		o.asks[n].Rung = o.k.AskRungs(o.asks[n].Issue)[e.Index].Index
	case scan(e.ID, "fee/%d", &n):
		o.asks[n].Fee = e.Index == 1
	}
	o.fill()
}

func scan(id, form string, n *int) bool {
	_, err := fmt.Sscanf(id, form, n)
	return err == nil
}

// free are the issues that slot n may hold: those in no other slot.
func (o *composerOver) free(all []desk.Option, terms []engine.Term, n int) []desk.Option {
	var out []desk.Option
	for _, p := range all {
		taken := false
		for _, list := range [][]engine.Term{o.gives, o.asks} {
			for k, t := range list {
				own := k == n && len(list) == len(terms) && (len(terms) == 0 || &list[0] == &terms[0])
				taken = taken || t.Issue == p.Index && !own
			}
		}
		if !taken {
			out = append(out, p)
		}
	}
	return out
}

// setIssue puts option index of the issues into slot n; index 0 empties it.
func setIssue(terms []engine.Term, n int, issues []desk.Option, index int, rungs func(int8) []desk.Option) []engine.Term {
	if index == 0 {
		if n < len(terms) {
			terms = append(terms[:n], terms[n+1:]...)
		}
		return terms
	}
	t := engine.Term{Issue: issues[index-1].Index}
	if r := rungs(t.Issue); len(r) > 0 {
		t.Rung = r[0].Index
	}
	if n < len(terms) {
		terms[n] = t
		return terms
	}
	return append(terms, t)
}

func (o *composerOver) node(d *deskScene, c *ui.Context) ui.Node {
	t := d.a.t
	draft := o.k.Draft()
	side := d.r.G.Settings.Side
	me, other := d.r.SideName(side), d.r.SideName(side.Other())
	parts := []any{t("window.offer.gives", "Side", me)}
	parts = append(parts, o.slots(d, o.gives, true)...)
	parts = append(parts, t("window.offer.asks", "Side", other))
	parts = append(parts, o.slots(d, o.asks, false)...)
	parts = append(parts, o.carriage(d)...)
	body := ui.Stack(ui.Sentence(parts...), ui.Rule{})
	if len(o.gives)+len(o.asks) == 0 {
		body.Children = append(body.Children, fine(t("window.offer.empty")))
	} else {
		body.Children = append(body.Children, ui.Paper{Snug: true, Ground: ui.Index, Child: typed(draft.Sentence)})
		body.Children = append(body.Children, d.consequences(draft.Price, draft.Secret, draft.Leaked, draft.Estimates)...)
	}
	title := t("window.offer.title")
	if o.k.Choice().Kind == engine.Answer {
		title = t("window.offer.counter")
	}
	return ui.Modal{ID: "offer-sheet", Title: title, Child: d.noted(body, draft.CanNot), Foot: buttons(
		ui.Button{ID: "go", Text: t("window.card.plan"), Kind: ui.Primary, Disabled: draft.CanNot}, ui.Button{ID: "back", Text: t("window.card.back"), Key: "Esc"})}
}

// slots are the blanks for what is given or asked: those filled and one more.
func (o *composerOver) slots(d *deskScene, terms []engine.Term, give bool) []any {
	t := d.a.t
	id, issues, rungs := "ask", o.k.Askable(), o.k.AskRungs
	if give {
		id, issues, rungs = "give", o.k.Givable(), o.k.GiveRungs
	}
	var out []any
	for n := 0; n <= len(terms) && n < engine.MaxTerms; n++ {
		chip := ui.Chip{ID: fmt.Sprintf("%s/%d", id, n), Label: t("window.offer.issue"), Options: []string{t("window.offer.nothing")}}
		for k, p := range o.free(issues, terms, n) {
			chip.Options = append(chip.Options, p.Text)
			if n < len(terms) && p.Index == terms[n].Issue {
				chip.Index = k + 1
			}
		}
		if n == len(terms) {
			if n > 0 {
				chip.Options[0] = t("window.offer.more")
			}
			return append(out, chip)
		}
		out = append(out, chip, t("window.offer.at"), rungChip(fmt.Sprintf("%s-rung/%d", id, n), t("window.offer.rung"), rungs(terms[n].Issue), terms[n].Rung))
		if !give {
			out = append(out, ui.Chip{ID: fmt.Sprintf("fee/%d", n), Label: t("window.offer.fee"), Tip: t("window.offer.fee_tip"), Index: b2i(terms[n].Fee),
				Options: []string{t("window.offer.agenda"), t("window.offer.first")}})
		}
		out = append(out, t("window.offer.and"))
	}
	return out[:len(out)-1]
}

func rungChip(id, label string, rungs []desk.Option, at int8) ui.Chip {
	chip := ui.Chip{ID: id, Label: label, Index: -1}
	for k, p := range rungs {
		chip.Options = append(chip.Options, p.Text)
		if p.Index == at {
			chip.Index = k
		}
	}
	return chip
}

// carriage is by what road it goes and how long it stands.
func (o *composerOver) carriage(d *deskScene) []any {
	t := d.a.t
	c := o.k.Choice()
	if c.Kind == engine.Answer { // nothing to choose, and nowhere to stop
		return []any{t("window.offer.same_road", "By", d.r.By(c.Channel)), t("window.offer.open"), o.days(d, "open", c.Package.Open), t("window.offer.due"), o.days(d, "due", c.Package.Due), "."}
	}
	way := ui.Chip{ID: "way", Label: t("window.offer.way"), Index: -1}
	for k, p := range o.k.Channels() {
		way.Options = append(way.Options, p.Text)
		if p.Index == c.Channel {
			way.Index = k
		}
	}
	return []any{t("window.offer.carried"), way, t("window.offer.open"), o.days(d, "open", c.Package.Open), t("window.offer.due"), o.days(d, "due", c.Package.Due), "."}
}

func (o *composerOver) days(d *deskScene, id string, now int16) ui.Chip {
	chip := ui.Chip{ID: id, Label: d.a.t("window.offer.days"), Index: -1}
	for k, n := range openDays {
		text := d.a.t("unit.days", "Count", int(n))
		if n == 0 {
			text = d.a.t("window.offer.usual")
		}
		chip.Options = append(chip.Options, text)
		if n == now {
			chip.Index = k
		}
	}
	return chip
}

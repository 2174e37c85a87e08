//go:build !headless

package window

import (
	"fmt"
	"strings"

	"backchannel/engine"
	"backchannel/game/lab"
	"backchannel/game/ui"
)

// insteadOver is a decision with what could have been done instead.
type insteadOver struct {
	deed   *lab.Deed
	all    []lab.Option
	done   int // the model's odds of what was done, of 100; −1: none
	search string
}

func newInstead(s *labScene, decision int) *insteadOver {
	o := &insteadOver{deed: s.v.Deed(decision)}
	o.all, o.done = s.v.Options(decision)
	return o
}

func (o *insteadOver) focus() string {
	if len(o.all) == 0 {
		return "back"
	}
	return "search"
}

// found are the alternatives that hold what is searched for.
func (o *insteadOver) found() (out []int) {
	for k := range o.all {
		if strings.Contains(strings.ToLower(o.all[k].Text), strings.ToLower(o.search)) {
			out = append(out, k)
		}
	}
	return out
}

func (o *insteadOver) press(s *labScene, e ui.Event) (ui.Scene, ui.Command) {
	var n int
	switch {
	case e.Kind == ui.Change:
		o.search = e.Text
	case e.Kind == ui.Activate && e.ID == "search":
		if found := o.found(); len(found) > 0 {
			return s, ui.Command{Focus: fmt.Sprintf("option/%d", found[0])}
		}
	case e.Kind == ui.Activate && e.ID == "own":
		if own := newOwn(s, o); own != nil {
			return s.open(own)
		}
	case e.Kind == ui.Activate && scan(e.ID, "option/%d", &n) && n < len(o.all):
		return s.open(&expectOver{deed: o.deed, option: &o.all[n], still: ui.Unset, back: o})
	}
	return s, ui.Command{}
}

func (o *insteadOver) node(s *labScene, _ *ui.Context) ui.Node {
	t := s.a.t
	list := ui.Column{Gap: ui.Even, Children: []ui.Node{typed(o.deed.Text)}}
	if o.deed.Told != "" {
		list.Children = append(list.Children, book(o.deed.Told), fine(t("end.source_line", "Source", o.deed.Source)))
	}
	if o.done >= 0 {
		list.Children = append(list.Children, fine(t("labtext.done_odds", "N", o.done)))
	}
	if len(o.all) == 0 {
		list.Children = append(list.Children, book(t("labtext.no_options")))
	}
	found := o.found()
	if len(o.all) > 0 && len(found) == 0 {
		list.Children = append(list.Children, book(t("window.lab.found_none", "Word", o.search)))
	}
	for _, k := range found {
		list.Children = append(list.Children, optionCard(s.a, k, &o.all[k]))
	}
	own := ui.Button{ID: "own", Text: t("window.lab.own")}
	if stage := s.v.Past.Decisions[o.deed.Decision].Need.Stage; stage != engine.StageMove && stage != engine.StageAnswer {
		own.Disabled = t("labtext.own_not")
	}
	return ui.Drawer{ID: "instead-sheet", Title: t("head.lab_instead", "Who", o.deed.Who), Child: ui.Stack(
		ui.Field{ID: "search", Label: t("window.drawer.find"), Hint: t("window.lab.find_hint"), Value: o.search},
		ui.Fill(ui.Scroll{ID: "instead" + o.search, Label: t("head.lab_instead", "Who", o.deed.Who), Child: ui.Pad{X: ui.Snug, Y: ui.Snug, Child: list}}),
		fine(t("window.lab.find_keys")), buttons(own, ui.Button{ID: "back", Text: t(backKeys[s.tab]), Key: "Esc"}))}
}

// ownOver lets one write an offer of one's own at the desk of that day.
type ownOver struct {
	*composerOver
	then *deskScene // the desk of that day, to be read
	from *insteadOver
}

// newOwn is nil where neither an offer nor a counter-offer could be made.
func newOwn(s *labScene, from *insteadOver) *ownOver {
	r := s.v.Desk(from.deed.Decision)
	k := s.v.Compose(from.deed.Decision, r)
	if k == nil {
		return nil
	}
	d := &deskScene{a: s.a, r: r}
	return &ownOver{newComposer(d, k), d, from}
}

func (o *ownOver) focus() string { return o.first() }

func (o *ownOver) press(s *labScene, e ui.Event) (ui.Scene, ui.Command) {
	if e.Kind == ui.Activate && e.ID == "go" {
		option := &lab.Option{Choice: o.k.Choice(), Text: o.then.r.ChoiceText(o.k.Choice()), Odds: -1}
		return s.open(&expectOver{deed: o.from.deed, option: option, still: ui.Unset, back: o.from})
	}
	o.composerOver.press(o.then, e)
	return s, ui.Command{}
}

func (o *ownOver) node(_ *labScene, c *ui.Context) ui.Node { return o.composerOver.node(o.then, c) }

// optionCard is one thing that could have been done.
func optionCard(a *app, k int, o *lab.Option) ui.Node {
	card := ui.Card{ID: fmt.Sprintf("option/%d", k), Title: o.Text}
	if o.Documented {
		card.Label = a.t("window.lab.considered")
		card.Notes = []ui.Note{{Text: o.Considered}}
	}
	switch {
	case o.Odds > 0:
		share := float64(o.Odds) / 100
		card.Odds = &ui.Odds{Low: share, High: share, Text: a.t("window.lab.odds", "N", o.Odds)}
	case o.Odds == 0:
		card.Odds = &ui.Odds{Text: a.t("window.lab.odds_less")}
	}
	return card
}

// expectOver asks what one expects before the worlds run.
type expectOver struct {
	deed   *lab.Deed
	option *lab.Option
	still  int // of 100 worlds, or ui.Unset
	why    string
	back   labSheet
}

func (o *expectOver) focus() string { return "still" }

func (o *expectOver) press(s *labScene, e ui.Event) (ui.Scene, ui.Command) {
	switch {
	case e.Kind == ui.Set && e.ID == "still":
		o.still = e.Index
	case e.Kind == ui.Change && e.ID == "why":
		o.why = e.Text
	case e.Kind == ui.Activate && e.ID == "still" && o.still != ui.Unset:
		return s, ui.Command{Focus: "why"}
	case e.Kind == ui.Activate && e.ID == "other":
		return s.open(o.back)
	case e.Kind == ui.Activate && (e.ID == "run" || e.ID == "why"):
		if o.still == ui.Unset {
			return s, ui.Command{Focus: "still"}
		}
		return s.run(o)
	}
	return s, ui.Command{}
}

func (o *expectOver) node(s *labScene, _ *ui.Context) ui.Node {
	t := s.a.t
	text := t("window.lab.still_unset")
	if o.still >= 0 {
		text = t("window.lab.still", "N", o.still)
	}
	run := ui.Button{ID: "run", Text: t("window.lab.run"), Kind: ui.Primary}
	if o.still == ui.Unset {
		run.Disabled = t("window.lab.run_not")
	}
	return ui.Modal{ID: "expect-sheet", Title: t("head.lab_expect"), Child: ui.Stack(
		said(t("window.lab.instead_of"), o.deed.Who+": "+o.deed.Text), said(t("window.lab.this"), o.option.Text), ui.Rule{},
		book(t("window.lab.expect", "Outcome", s.v.Outcome())),
		ui.Scale{ID: "still", Label: t("window.lab.expect_label"), Value: o.still, Text: text, Low: t("window.lab.never"), High: t("window.lab.always")},
		fine(t("window.lab.still_keys")),
		ui.Field{ID: "why", Label: t("window.lab.why"), Hint: t("window.lab.why_hint"), Value: o.why, Most: lab.MostWhy, Lines: 2, Note: t("window.lab.why_keys")}),
		Foot: buttons(run, ui.Button{ID: "other", Text: t("window.lab.another")}, ui.Button{ID: "back", Text: t(backKeys[s.tab]), Key: "Esc"})}
}

// run begins to play the worlds and shows them as they come.
func (s *labScene) run(o *expectOver) (ui.Scene, ui.Command) {
	s.over = nil
	if why := s.ask(o.deed.Decision, o.option.Choice, lab.Expectation{Still: o.still, Why: o.why}); why != engine.Legal {
		s.note = s.a.t("labtext.not_legal")
		return s, ui.Command{Focus: s.from}
	}
	return newFound(s, len(s.v.Tried)-1)
}

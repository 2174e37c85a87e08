//go:build !headless

package window

import (
	"fmt"
	"strings"

	"backchannel/engine"
	"backchannel/game/lab"
	"backchannel/game/ui"
)

// days is the walk: all turns beside the one that is read, or where there is
// little room a list to choose from above it.
func (s *labScene) days(c *ui.Context) ui.Node {
	t := s.a.t
	if narrow(c) {
		chip := ui.Chip{ID: "turn", Label: t("window.lab.turn"), Index: s.at}
		for k := range s.v.Stops {
			chip.Options = append(chip.Options, s.v.Stops[k].Title)
		}
		return ui.Column{Gap: ui.Even, Children: append(s.what(), fine(t("window.lab.days_note")), ui.Flow{Gap: ui.Even, Children: []ui.Node{chip}}, s.step(), s.turn())}
	}
	list := ui.Ledger{Open: s.at}
	for k := range s.v.Stops {
		st := &s.v.Stops[k]
		list.Lines = append(list.Lines, ui.LedgerLine{ID: fmt.Sprintf("stop/%d", k), Date: s.v.Short(st), Text: s.gist(st), Label: st.Title})
	}
	left := ui.Column{Gap: ui.Snug, Children: []ui.Node{fine(t("window.lab.days_note")), ui.Fill(ui.Scroll{ID: "lab-list", Label: t("window.lab.days"), Child: ui.Pad{X: ui.Tight, Child: list}})}}
	read := ui.Pad{X: ui.Snug, Y: ui.Snug, Child: ui.Column{Gap: ui.Roomy, Children: append(s.what(), s.turn())}}
	right := ui.Column{Gap: ui.Snug, Children: []ui.Node{s.step(), ui.Fill(ui.Scroll{ID: fmt.Sprint("lab-turn/", s.at), Label: s.v.Stops[s.at].Title, Child: read})}}
	return ui.Row{Gap: ui.Roomy, Children: []ui.Node{ui.Grow(1, left), ui.Grow(1.5, right)}}
}

// what says what a laboratory is, until the first question has been asked.
func (s *labScene) what() []ui.Node {
	if len(s.v.Tried) > 0 {
		return nil
	}
	return []ui.Node{ui.Paper{Snug: true, Ground: ui.Slip, Child: book(s.a.t("window.lab.what", "Outcome", s.v.Outcome()))}}
}

// own is the side that the player played, [engine.NoSide] on the record.
func (s *labScene) own() engine.Side {
	if s.g == nil {
		return engine.NoSide
	}
	return s.g.Settings.Side
}

// who is a side in words, the player's own as such.
func (s *labScene) who(side engine.Side) string {
	if side == s.own() {
		return s.a.t("window.lab.you")
	}
	return s.m.Sides[side].Name
}

// sides are both sides, the player's own first.
func (s *labScene) sides() [2]engine.Side {
	if s.own() == engine.Havana {
		return [2]engine.Side{engine.Havana, engine.Washington}
	}
	return [2]engine.Side{engine.Washington, engine.Havana}
}

// gist is a turn in a line: what was done, the player's own first, then what
// struck.
func (s *labScene) gist(st *lab.Stop) string {
	var out []string
	for _, side := range s.sides() {
		head := s.who(side) + ": "
		for k := range st.Deeds {
			if d := &st.Deeds[k]; !d.Nothing && d.Side == side {
				out, head = append(out, head+d.Text), ""
			}
		}
	}
	out = append(out, s.struck(st)...)
	if len(out) == 0 {
		return s.a.t("window.lab.nothing")
	}
	return strings.Join(out, " ")
}

// struck are the events of a turn, without their days.
func (s *labScene) struck(st *lab.Stop) (out []string) {
	p := s.v.Past
	last := st.Day + 1
	if len(st.Deeds) > 0 {
		last = p.Decisions[st.Deeds[0].Decision].Next
	}
	for _, e := range p.Final.Audit.Struck {
		if e.Day >= st.Day && e.Day < last {
			out = append(out, p.M.Events[e.Event].Title+".")
		}
	}
	return out
}

// step goes to the turn before or after; it stands above the turn, so that it
// stays in its place.
func (s *labScene) step() ui.Node {
	t := s.a.t
	before, after := ui.Button{ID: "before", Text: t("window.lab.before")}, ui.Button{ID: "after", Text: t("window.lab.after")}
	if s.at == 0 {
		before.Disabled = t("window.lab.first")
	}
	if s.at == len(s.v.Stops)-1 {
		after.Disabled = t("window.lab.last")
	}
	return buttons(before, after)
}

// turn is the turn that is read, with what each side decided as cards to be
// pressed: always the same side first, its decisions in their order.
func (s *labScene) turn() ui.Node {
	st := &s.v.Stops[s.at]
	sheet := ui.Column{Gap: ui.Even, Children: []ui.Node{ui.Rule{Double: true}}}
	if s.note != "" {
		sheet.Children = append(sheet.Children, warning(s.note))
	}
	for _, text := range st.Told {
		sheet.Children = append(sheet.Children, book(text))
	}
	for _, text := range st.Came {
		sheet.Children = append(sheet.Children, ui.Text{Spans: []ui.Span{{Text: text + ".", Bold: true}}, Family: ui.Book})
	}
	side := engine.NoSide
	for k, d := range s.deeds(st) {
		if d.Side != side {
			side = d.Side
			sheet.Children = append(sheet.Children, label(s.decided(d)))
		}
		sheet.Children = append(sheet.Children, ui.Card{ID: fmt.Sprintf("deed/%d", d.Decision), Key: fmt.Sprint(k + 1), Title: d.Text, Tip: d.Told})
	}
	return ui.Paper{Holes: true, Head: ui.Text{Spans: []ui.Span{{Text: st.Title}}, Family: ui.Worn, Size: ui.Heading}, Child: sheet}
}

// deeds are the decisions of a turn, those of one side after those of the other.
func (s *labScene) deeds(st *lab.Stop) (out []*lab.Deed) {
	for _, side := range s.sides() {
		for k := range st.Deeds {
			if st.Deeds[k].Side == side {
				out = append(out, &st.Deeds[k])
			}
		}
	}
	return out
}

// decided is the heading over what a side decided.
func (s *labScene) decided(d *lab.Deed) string {
	key := "window.lab.decided"
	if d.Side == s.own() {
		key = "window.lab.decided_you"
	}
	return s.a.t(key, "Who", strings.ToUpper(d.Who))
}

package desk

import (
	"fmt"
	"unicode/utf8"

	"backchannel/engine"
	"backchannel/engine/play"
)

// ForetellView is a thing that the person can foretell now.
type ForetellView struct {
	Thing play.Thing
	Title string // "Havana accepts your offer on sugar, by Lechuga"
	Odds  int64  // what was said of it, of 100; −1: nothing
	Fixed bool   // it was said in an earlier turn

	Reason string // why, in the person's own words; "" if none was given
}

// Said is what was said of it, after a text that names it.
func (r *Reader) Said(v *ForetellView, text string) string {
	switch {
	case v.Odds < 0:
		return text
	case v.Reason == "":
		return r.C.T("foretold.so_far", "Text", text, "N", v.Odds)
	}
	return r.C.T("foretold.so_far_because", "Text", text, "N", v.Odds, "Reason", v.Reason)
}

// NoReason says why a text cannot be a reason, "" where it can.
func (r *Reader) NoReason(text string) string {
	switch play.FitReason(text) {
	case play.TooLong:
		return r.C.T("foretold.reason_long", "N", utf8.RuneCountInString(text), "Most", play.MaxReason)
	case play.NotOneLine, play.BlankAtEdge:
		return r.C.T("foretold.reason_line")
	}
	return ""
}

// Foretell are the things that can be foretold now: what waits for an answer,
// what brews, what is planned.
func (r *Reader) Foretell() []ForetellView {
	var out []ForetellView
	for _, m := range r.G.Matters() {
		v := ForetellView{Thing: m.Thing, Odds: m.Odds, Fixed: m.Fixed, Reason: m.Reason}
		switch {
		case m.Kind != play.ThingEvent:
			v.Title = r.answered(m.Kind, m.Message.Issue, m.Message.Channel, &m.Message.Package)
		case m.Brew < leastBrew:
			continue // it is not shown either
		default:
			v.Title = r.strikes(m.Index, m.Until)
		}
		out = append(out, v)
	}
	return out
}

func (r *Reader) answered(kind play.ThingKind, issue, channel int8, p *engine.Package) string {
	if kind == play.ThingQuestion {
		return r.C.T("foretold.question", "Side", r.other(), "Issue", r.issue(issue), "By", r.by(channel))
	}
	return r.C.T("foretold.offer", "Side", r.other(), "Issue", r.subject(engine.Offer, issue, p), "By", r.by(channel))
}

func (r *Reader) strikes(event int32, until engine.Day) string {
	return r.C.T("foretold.event", "Title", trimDot(r.M.Events[event].Title), "Latest", r.C.T("brew.latest", "Date", r.Short(until)))
}

// ForetoldView is what the person foretold, and what came of it.
type ForetoldView struct {
	Day           engine.Day
	What          string
	Odds          int64 // of 100
	Decided, Came bool
	Reason        string // "" if none was given
	Line          string // all of it in a sentence
}

// foretold are the forecasts of the turns that are over.
func (r *Reader) foretold() []ForetoldView {
	var out []ForetoldView
	for _, f := range r.G.Foretold() {
		v := ForetoldView{Day: f.Day, Odds: f.Odds, Decided: f.Done, Came: f.Came, Reason: f.Reason}
		if f.Kind == play.ThingEvent {
			v.What = r.strikes(f.Index, f.Until)
		} else {
			it := r.sent(f.Index)
			v.What = r.answered(f.Kind, it.Issue, it.Channel, &it.Package)
		}
		key := "foretold.line_open"
		switch {
		case f.Done && f.Came:
			key = "foretold.line_came"
		case f.Done:
			key = "foretold.line_not"
		}
		v.Line = r.C.T(key, "Date", r.Short(f.Day), "What", v.What, "N", f.Odds)
		if v.Reason != "" {
			v.Line = r.C.T("foretold.line_because", "Line", v.Line, "Reason", v.Reason)
		}
		out = append(out, v)
	}
	return out
}

// sent is a message of one's own, as it was sent.
func (r *Reader) sent(serial int32) engine.Item {
	for k := range r.G.W.Audit.News {
		if n := &r.G.W.Audit.News[k]; n.Item.Serial == serial {
			return n.Item
		}
	}
	return engine.Item{}
}

// FewestForecasts is how many must have been decided before a table of
// reliability says anything.
const FewestForecasts = 5

// Reliability is what was foretold at some odds.
type Reliability struct {
	Band       string // "20 to 40"
	Count      int
	Said, Came int64 // of 100
	Line       string
}

// Calibration is how well the person foretold; nothing where nothing was.
type Calibration struct {
	Foretold []ForetoldView
	Scores   []string // one's own, then the others' on the same things
	Table    []Reliability
	Few      string // why there is no table
}

// Lines are all of it but the single forecasts, in sentences.
func (c *Calibration) Lines() []string {
	out := append([]string(nil), c.Scores...)
	for _, b := range c.Table {
		out = append(out, b.Line)
	}
	if c.Few != "" {
		out = append(out, c.Few)
	}
	return out
}

func (r *Reader) calibration() Calibration {
	out := Calibration{Foretold: r.foretold()}
	if len(out.Foretold) == 0 {
		return out
	}
	c := r.G.Calibration()
	if c.Mine.N > 0 {
		out.Scores = append(out.Scores, r.C.T("foretold.mine", "Count", c.Mine.N, "Brier", hundredths(c.Mine.Brier)))
	}
	for _, b := range c.Beside {
		who := r.C.T("foretold.warnings")
		if b.Adviser >= 0 {
			who = r.M.Sides[r.side].Advisers[b.Adviser].Name
		}
		out.Scores = append(out.Scores, r.C.T("foretold.beside", "Who", who, "Count", b.His.N, "His", hundredths(b.His.Brier), "Mine", hundredths(b.Mine.Brier)))
	}
	if c.Open > 0 {
		out.Scores = append(out.Scores, r.C.T("foretold.open", "Count", c.Open))
	}
	if c.Mine.N < FewestForecasts {
		out.Few = r.C.T("foretold.few", "Count", c.Mine.N, "Least", FewestForecasts)
		return out
	}
	for _, b := range c.Bands {
		if b.N == 0 {
			continue
		}
		v := Reliability{Band: r.C.T("foretold.band", "From", b.From, "To", b.To), Count: b.N, Said: b.Said, Came: int64(100*b.Came+b.N/2) / int64(b.N)}
		v.Line = r.C.T("foretold.band_line", "Band", v.Band, "Count", v.Count, "Said", v.Said, "Came", v.Came)
		out.Table = append(out.Table, v)
	}
	return out
}

// hundredths are millionths as a number with two digits after the point.
func hundredths(millionths int64) string {
	n := (millionths + 5000) / 10000
	return fmt.Sprintf("%d.%02d", n/100, n%100)
}

package report

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"backchannel/engine"
	"backchannel/engine/fidelity"
	"backchannel/game/desk"
)

// beside sets the play beside history: the sourced series, the meters of the
// desk beside the model's reconstruction, the checkpoints.
func (p *Play) beside() ([]block, error) {
	curves, err := p.curves()
	if err != nil {
		return nil, err
	}
	meters, err := p.meters()
	if err != nil {
		return nil, err
	}
	out := []block{note(p.say("report.lines_note"))}
	if len(curves) > 0 {
		out = append(out, block{Heading: p.say("report.sourced")}, block{Figures: curves})
	}
	out = append(out, block{Heading: p.say("report.rebuilt")}, note(p.say("report.rebuilt_note", "Count", p.history.Silent)), block{Figures: meters})
	if len(p.debrief.Checkpoints) == 0 {
		return out, nil
	}
	t := &table{Caption: p.say("report.checkpoints_caption"), Head: []string{p.say("report.what"), p.say("report.when"), p.say("report.yours"), p.say("report.theirs")}}
	for _, c := range p.debrief.Checkpoints {
		t.Rows = append(t.Rows, []string{c.What, c.Date, c.Said, desk.Thousands(c.Theirs)})
	}
	return append(out, block{Heading: p.say("report.checkpoints")}, block{Table: t}), nil
}

// curves are the record's sourced series beside the play's own values.
func (p *Play) curves() (out []figure, err error) {
	for k, c := range p.r.Curves() {
		title := c.Title
		if c.Unit != "" {
			title = p.say("end.curve", "Title", c.Title, "Unit", c.Unit)
		}
		l := lines{id: fmt.Sprintf("series-%d", k+1), title: title, lines: []line{{stroke: own, points: c.Yours}, {stroke: sourced, points: c.Theirs}}}
		l.desc = p.say("report.series_desc", "Yours", desk.Thousands(last(c.Yours)), "Theirs", desk.Thousands(last(c.Theirs)), "Date", p.r.Day(c.Theirs[len(c.Theirs)-1].Day))
		f, err := p.figure(l, p.say("report.source", "Source", p.cite(c.Source).Text), p.curveTable(&c))
		if err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	return out, nil
}

func last(points []desk.CurvePoint) int64 {
	if len(points) == 0 {
		return 0
	}
	return points[len(points)-1].Value
}

// curveTable is a series turn by turn.
func (p *Play) curveTable(c *desk.Curve) table {
	t := table{Head: []string{p.say("report.until"), p.say("report.yours"), p.say("report.theirs")}}
	for _, s := range c.Spans {
		theirs := p.say("end.curve_unknown")
		if s.Known {
			theirs = desk.Thousands(s.Theirs)
		}
		t.Rows = append(t.Rows, []string{p.r.Day(s.To), desk.Thousands(s.Yours), theirs})
	}
	return t
}

// meters are the meters of the desk beside what the model makes of history.
func (p *Play) meters() (out []figure, err error) {
	for _, q := range p.r.Shown() {
		if p.Model.Quantities[q].Counter {
			continue
		}
		f, err := p.meter(q)
		if err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	return out, nil
}

func (p *Play) meter(q int) (figure, error) {
	mine, theirs := p.values(p.Game.W, q), p.values(p.history.World, q)
	l := lines{id: "meter-" + fmt.Sprint(q), title: p.r.QuantityTitle(q), top: 100, flags: p.flags(),
		lines: []line{{stroke: own, points: mine}, {stroke: rebuilt, points: theirs}}}
	l.desc = p.say("report.meter_desc", "From", mine[0].Value, "To", last(mine), "Theirs", last(theirs))
	t := table{Head: []string{p.say("report.until"), p.say("report.yours"), p.say("report.theirs_rebuilt")}}
	for k := 1; k < len(mine); k++ {
		t.Rows = append(t.Rows, []string{p.r.Day(mine[k].Day), desk.Thousands(mine[k].Value), desk.Thousands(theirs[k].Value)})
	}
	return p.figure(l, "", t)
}

// values are a quantity at the opening and at the close of each turn of the
// play, in this world or in that of the record.
func (p *Play) values(w *engine.World, q int) []desk.CurvePoint {
	out := []desk.CurvePoint{{Day: p.Model.Cut.First, Value: w.Opening().Q[q] / engine.Point}}
	for _, h := range p.Game.W.Audit.Hashes {
		out = append(out, desk.CurvePoint{Day: h.Day, Value: valueOn(w, q, h.Day) / engine.Point})
	}
	return out
}

// limits are what the model cannot explain of the record, what it misses, and
// what the game cannot express.
func (p *Play) limits() []block {
	out := []block{note(p.say("report.limits_note", "Version", p.File.TheoryVersion))}
	out = append(out, list(p.say("report.unexplained"), p.unexplained())...)
	var missed []string
	for _, c := range fidelity.Weigh(p.Model).Checkpoints {
		if m := &p.Model.Checkpoints[c.Index]; c.Class == fidelity.Missed {
			missed = append(missed, p.say("report.missed_one", "What", m.What, "Date", p.r.Day(m.On), "Model", desk.Thousands(c.Value), "Theirs", desk.Thousands(m.Want/engine.Point)))
		}
	}
	out = append(out, list(p.say("report.missed"), missed)...)
	b := block{Small: true}
	for _, l := range p.Model.LeftOut {
		b.Items = append(b.Items, item{Head: p.uncited(l.What), Text: l.Why})
	}
	if len(b.Items) > 0 {
		out = append(out, block{Heading: p.say("report.left_out")}, b)
	}
	return out
}

// uncited is a text without the names of sources that stand in brackets at
// its end.
func (p *Play) uncited(s string) string {
	open := strings.LastIndex(s, " (")
	if open < 0 || !strings.HasSuffix(s, ")") {
		return s
	}
	for _, id := range strings.Split(s[open+2:len(s)-1], ", ") {
		if !slices.ContainsFunc(p.Model.Sources, func(k engine.Source) bool { return k.ID == id }) {
			return s
		}
	}
	return s[:open] + "."
}

// unexplained are the entries of the record that the model could not follow,
// as the record tells them.
func (p *Play) unexplained() (out []string) {
	m := p.Model
	for _, u := range p.history.Unexplained {
		said := u
		for k := range m.Record.Moves {
			e := &m.Record.Moves[k]
			head := e.On.String() + " " + e.Side.String() + ": " + engine.FormatChoice(m, e.Side, e.Choice)
			if len(u) >= len(head) && u[:len(head)] == head && e.Text != "" {
				said = p.say("report.unexplained_one", "Date", p.r.Day(e.On), "Side", p.r.SideName(e.Side), "Text", e.Text)
			}
		}
		out = append(out, said)
	}
	return out
}

// cite is a source by its name in the scenario.
func (p *Play) cite(id string) source {
	for k := range p.Model.Sources {
		s := &p.Model.Sources[k]
		if s.ID != id {
			continue
		}
		said := ""
		for _, part := range []string{s.Author, s.Title, s.Where, s.Date} {
			if part == "" {
				continue
			}
			if said != "" {
				said += ", "
			}
			said += part
		}
		return source{said, s.Address}
	}
	return source{Text: id}
}

// sources are those of what the page tells of history, in the scenario's order.
func (p *Play) sources() []block {
	var b block
	used := p.used()
	for k := range p.Model.Sources {
		if id := p.Model.Sources[k].ID; used[id] {
			b.Sources = append(b.Sources, p.cite(id))
		}
	}
	if len(b.Sources) == 0 {
		return nil
	}
	return []block{note(p.say("report.sources_note")), b}
}

// used are the sources of the record in the cut, and of the moves and events
// of the play.
func (p *Play) used() map[string]bool {
	m, used := p.Model, map[string]bool{}
	for k := range m.Record.Series {
		used[m.Record.Series[k].Source] = true
	}
	for k := range m.Checkpoints {
		if p.inCut(m.Checkpoints[k].On) {
			used[m.Checkpoints[k].Source] = true
		}
	}
	for k := range m.Record.Weeks {
		if w := &m.Record.Weeks[k]; p.inCut(w.From) || p.inCut(w.To) {
			used[w.Source] = true
		}
	}
	for k := range m.Record.Moves {
		if p.inCut(m.Record.Moves[k].On) {
			used[m.Record.Moves[k].Source] = true
		}
	}
	for k := range m.Moves {
		if p.Game.W.S.Done[k] > 0 {
			used[m.Moves[k].Source] = true
		}
	}
	for k := range m.Events {
		if p.Game.W.S.Events[k].Struck > 0 {
			used[m.Events[k].Source] = true
		}
	}
	return used
}

// capital makes the first letter of a sentence large.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

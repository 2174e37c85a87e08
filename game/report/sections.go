package report

import (
	"errors"
	"fmt"
	"strings"

	"backchannel/engine"
	"backchannel/game/desk"
)

var errNotOver = errors.New("the game is not over; the debrief opens when it is, so that it gives nothing away")

// sections are the debrief of one play.
func (p *Play) sections(tried []Tried) ([]section, error) {
	beside, err := p.beside()
	if err != nil {
		return nil, err
	}
	goals, err := p.goals()
	if err != nil {
		return nil, err
	}
	foretold, err := p.foretold()
	if err != nil {
		return nil, err
	}
	all := []section{
		{ID: "verdict", Title: p.say("head.ending"), Blocks: p.verdict()},
		{ID: "goals", Title: p.say("report.goals"), Blocks: goals},
		{ID: "beside", Title: p.say("head.beside"), Blocks: beside},
		{ID: "turning", Title: p.say("head.turning"), Blocks: p.turning()},
		{ID: "whatif", Title: p.say("report.whatif"), Blocks: p.whatIf(tried)},
		{ID: "forecasts", Title: p.say("report.forecasts"), Blocks: foretold},
		{ID: "across", Title: p.say("head.across"), Blocks: p.across()},
		{ID: "lessons", Title: p.say("report.lessons"), Blocks: p.lessonBlocks()},
		{ID: "limits", Title: p.say("report.limits"), Blocks: p.limits()},
		{ID: "questions", Title: p.say("report.questions"), Blocks: p.questions()},
		{ID: "cables", Title: p.say("report.cables"), Apart: true, Blocks: p.allCables()},
		{ID: "record", Title: p.say("report.record"), Apart: true, Blocks: p.record()},
		{ID: "sources", Title: p.say("report.sources"), Blocks: p.sources()},
	}
	return filled(all), nil
}

// filled are the sections that hold something.
func filled(all []section) (out []section) {
	for _, s := range all {
		if len(s.Blocks) > 0 {
			out = append(out, s)
		}
	}
	return out
}

func (p *Play) verdict() []block {
	d := &p.debrief
	out := []block{{Text: d.Question}, {Lead: d.Title + "."}, {Text: d.History}}
	return append(out, texts(d.Ending, d.Price, d.Open)...)
}

// goals are the score, what it is made of, and how it came about.
func (p *Play) goals() ([]block, error) {
	t := &table{Caption: p.say("report.goals_caption"), Head: []string{p.say("report.goal"), p.say("report.covered"), p.say("report.weight"), p.say("report.parts")}}
	for _, g := range p.debrief.Goals {
		t.Rows = append(t.Rows, []string{g.Title, fmt.Sprint(g.Share), fmt.Sprint(g.Points), strings.Join(g.Parts, "\n")})
	}
	l := lines{id: "score", title: p.say("report.score_title"), top: 100, flags: p.flags(), lines: []line{{stroke: own, points: p.score}}}
	l.desc = p.say("report.score_desc", "From", p.score[0].Value, "To", p.final(), "N", len(l.flags))
	f, err := p.figure(l, "", p.scoreTable())
	if err != nil {
		return nil, err
	}
	return []block{{Lead: p.debrief.Score}, {Table: t}, {Figures: []figure{f}}}, nil
}

func (p *Play) scoreTable() table {
	t := table{Head: []string{p.say("report.until"), p.say("report.score")}}
	for _, s := range p.score {
		t.Rows = append(t.Rows, []string{p.r.Day(s.Day), desk.Thousands(s.Value)})
	}
	return t
}

// flags are the turning points with their numbers.
func (p *Play) flags() (out []flag) {
	for k, t := range p.debrief.Turning {
		out = append(out, flag{t.Day, fmt.Sprint(k + 1)})
	}
	return out
}

// figure is a chart of this play with its legend.
func (p *Play) figure(l lines, from string, numbers table) (figure, error) {
	l.cut, l.months = p.Model.Cut, strings.Fields(p.say("date.months"))
	drawing, err := l.draw()
	f := figure{ID: l.id, Title: l.title, Desc: l.desc, SVG: drawing, Source: from, Numbers: p.say("report.numbers"), Table: numbers}
	words := [...]string{own: "report.key_own", sourced: "report.key_sourced", rebuilt: "report.key_rebuilt", several: "report.key_several"}
	seen := map[stroke]bool{}
	for _, one := range l.lines {
		if !seen[one.stroke] && len(one.points) > 0 {
			seen[one.stroke] = true
			f.Keys = append(f.Keys, key{samples[one.stroke], p.say(words[one.stroke])})
		}
	}
	return f, err
}

// turning are the turning points, by date, with the numbers of the charts.
func (p *Play) turning() []block {
	if len(p.debrief.Turning) == 0 {
		return nil
	}
	b := block{Numbered: true}
	for _, t := range p.debrief.Turning {
		b.Items = append(b.Items, item{Date: t.Date, Head: t.Cause + ".", Sub: capitals(t.Changes)})
	}
	return []block{note(p.say("report.turning_note")), b}
}

// across is who the other side was and what happened out of sight.
func (p *Play) across() []block {
	d := &p.debrief
	out := texts(d.Other, d.Reading)
	out = append(out, list(p.say("head.unseen"), d.Unseen)...)
	return append(out, list(p.say("head.stopped"), d.Stoppers)...)
}

// allCables is the whole game as it was read.
func (p *Play) allCables() []block {
	return []block{note(p.say("report.cables_note", "Chair", p.Model.Sides[p.side()].Chair)), {Cables: p.cables}}
}

// record is what really happened, week by week, or as single entries.
func (p *Play) record() []block {
	var b block
	cut := p.Model.Cut
	for k := range p.Model.Record.Weeks {
		if w := &p.Model.Record.Weeks[k]; w.To >= cut.First && w.From <= cut.Last {
			b.Items = append(b.Items, item{Date: p.r.Span(w.From, w.To+1), Text: w.Text})
		}
	}
	if len(b.Items) == 0 {
		return nil
	}
	return []block{note(p.say("report.record_note")), b}
}

// inCut says whether a day lies in the play.
func (p *Play) inCut(day engine.Day) bool { return day >= p.Model.Cut.First && day <= p.Model.Cut.Last }

func capitals(all []string) (out []string) {
	for _, s := range all {
		out = append(out, capital(s))
	}
	return out
}

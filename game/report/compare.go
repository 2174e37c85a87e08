package report

import (
	"fmt"
	"slices"
	"strings"

	"backchannel/engine"
	"backchannel/engine/replay"
	"backchannel/game/desk"
)

// mostCharted is how many quantities of several plays are drawn.
const mostCharted = 4

// fillMany makes the page of several plays.
func fillMany(out *page, plays []*Play) error {
	p := plays[0]
	out.Kicker = p.say("report.kicker_many")
	out.Head = p.say("report.head_many", "Count", len(plays))
	out.Title = out.Head
	eras := groups(plays)
	for _, g := range eras {
		out.Facts = append(out.Facts, g[0].say("report.group", "Era", g[0].Model.Title, "Cut", g[0].Model.Cut.Title, "Count", len(g)))
	}
	number := numbers(plays)
	for k, g := range eras {
		s, err := together(fmt.Sprintf("together-%d", k+1), g, number)
		if err != nil {
			return err
		}
		out.Sections = append(out.Sections, s)
	}
	for k, one := range plays {
		out.Sections = append(out.Sections, one.inShort(fmt.Sprintf("play-%d", k+1), number[one]))
	}
	for _, g := range eras {
		out.Foot = append(out.Foot, g[0].foot()[0])
	}
	out.Foot = append(out.Foot, p.foot()[1])
	return nil
}

// numbers are the plays' numbers on the page.
func numbers(plays []*Play) map[*Play]string {
	out := map[*Play]string{}
	for k, p := range plays {
		out[p] = fmt.Sprint(k + 1)
	}
	return out
}

// groups are the plays of each cut of each era, in the order in which they came.
func groups(plays []*Play) (out [][]*Play) {
	at := map[string]int{}
	for _, p := range plays {
		k, ok := at[p.era()]
		if !ok {
			k = len(out)
			at[p.era()] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], p)
	}
	return out
}

// together is the plays of one cut side by side.
func together(id string, g []*Play, number map[*Play]string) (section, error) {
	p := g[0]
	s := section{ID: id, Title: p.say("report.head", "Era", p.Model.Title, "Cut", p.Model.Cut.Title)}
	s.Blocks = append(s.Blocks, text(p.debrief.Question), block{Table: sideBySide(g, number)})
	if b := partings(g, number); len(b.Items) > 0 {
		s.Blocks = append(s.Blocks, block{Heading: p.say("report.partings")}, b)
	}
	figures, err := countCharts(id, g, number)
	if err != nil {
		return s, err
	}
	s.Blocks = append(s.Blocks, block{Heading: p.say("report.counted")}, block{Figures: figures})
	if figures, err = courses(id, g, number); err != nil {
		return s, err
	}
	s.Blocks = append(s.Blocks, block{Heading: p.say("report.courses")}, note(p.say("report.courses_note")), block{Figures: figures})
	return s, nil
}

// charted are the quantities that several plays are compared by: those of the
// sourced series first, then what the desks show.
func charted(g []*Play) (out []int) {
	p := g[0]
	add := func(q int) {
		if !slices.Contains(out, q) && len(out) < mostCharted {
			out = append(out, q)
		}
	}
	for k := range p.Model.Record.Series {
		if s := &p.Model.Record.Series[k]; !s.PerDay && slices.ContainsFunc(s.Points, func(at engine.RecordPoint) bool { return p.inCut(at.On) }) {
			add(int(s.Quantity))
		}
	}
	for _, one := range g {
		for _, q := range one.r.Shown()[:2] {
			add(q)
		}
	}
	for _, q := range p.r.Shown() {
		add(q)
	}
	return out
}

// sideBySide is the table of the plays, history in its last row.
func sideBySide(g []*Play, number map[*Play]string) *table {
	p := g[0]
	t := &table{Caption: p.say("report.side_by_side"), Wide: true, Head: []string{p.say("report.play"), p.say("report.chair_head"), p.say("report.outcome"), p.say("report.score"), p.say("report.goal")}}
	shown := charted(g)
	for _, q := range shown {
		t.Head = append(t.Head, p.r.QuantityTitle(q))
	}
	for _, one := range g {
		var goals []string
		for _, v := range one.debrief.Goals {
			goals = append(goals, one.say("report.goal_share", "Title", v.Title, "N", v.Share))
		}
		row := []string{one.say("report.play_name", "N", number[one], "Name", one.Name), one.r.SideName(one.side()) + "\n" + one.say("report.luck_short", "Seed", fmt.Sprint(one.File.Seed)), one.debrief.Title, fmt.Sprint(one.final()), strings.Join(goals, "\n")}
		for _, q := range shown {
			row = append(row, desk.Thousands(one.Game.W.S.Q[q]/engine.Point))
		}
		t.Rows = append(t.Rows, row)
	}
	last := []string{p.say("report.history_row"), "", p.Model.Headline.Outcomes[p.Model.Headline.Historical].Title, "", ""}
	for _, q := range shown {
		last = append(last, desk.Thousands(p.history.World.S.Q[q]/engine.Point))
	}
	t.Rows = append(t.Rows, last)
	return t
}

// partings say when each play parted from the first that was played from the
// same chair.
func partings(g []*Play, number map[*Play]string) (b block) {
	first := map[engine.Side]*Play{}
	for _, one := range g {
		with := first[one.side()]
		if with == nil {
			first[one.side()] = one
			continue
		}
		at, ok := parted(with.File, one.File)
		if !ok {
			b.Items = append(b.Items, item{Head: one.say("report.never_parted", "N", number[one], "From", number[with])})
			continue
		}
		day, _ := engine.ParseDay(at.day) // the file's own
		b.Items = append(b.Items, item{Date: one.r.Day(day), Head: one.say("report.parted", "N", number[one], "From", number[with], "Side", one.r.SideName(at.side)),
			Sub: []string{one.say("report.parted_there", "First", with.said(at.side, at.first)), one.say("report.parted_here", "Here", one.said(at.side, at.here))}})
	}
	return b
}

// fork is the first turn in which two plays were not the same.
type fork struct {
	day         string
	side        engine.Side
	first, here []string
}

// parted finds the first turn in which a side chose otherwise.
func parted(a, b *replay.File) (fork, bool) {
	for k := range min(len(a.Turns), len(b.Turns)) {
		x, y := &a.Turns[k], &b.Turns[k]
		switch {
		case !slices.Equal(x.Washington, y.Washington):
			return fork{y.Day, engine.Washington, x.Washington, y.Washington}, true
		case !slices.Equal(x.Havana, y.Havana):
			return fork{y.Day, engine.Havana, x.Havana, y.Havana}, true
		}
	}
	return fork{}, false
}

// said are the choices of a turn in words.
func (p *Play) said(side engine.Side, choices []string) string {
	var out []string
	for _, line := range choices {
		if line == engine.KindNames[engine.Hold] && len(choices) > 1 {
			continue
		}
		out = append(out, strings.TrimSuffix(p.moveText(side.String(), line), "."))
	}
	return p.r.List(out)
}

// countCharts are how the headline came out, and the scores.
func countCharts(id string, g []*Play, number map[*Play]string) ([]figure, error) {
	p := g[0]
	outcomes := bars{id: id + "-outcomes", title: p.say("report.outcomes_title")}
	t := table{Head: []string{p.say("report.outcome"), p.say("report.plays")}}
	for k := range p.Model.Headline.Outcomes {
		n := int64(0)
		for _, one := range g {
			if one.outcome() == k {
				n++
			}
		}
		name := p.Model.Headline.Outcomes[k].Title
		if k == int(p.Model.Headline.Historical) {
			name += " " + p.say("report.mark_history")
		}
		outcomes.names, outcomes.values = append(outcomes.names, name), append(outcomes.values, n)
		outcomes.top = max(outcomes.top, float64(n))
		t.Rows = append(t.Rows, []string{name, fmt.Sprint(n)})
	}
	outcomes.desc = p.say("report.outcomes_desc", "Count", len(g))
	scores := bars{id: id + "-scores", title: p.say("report.scores_title"), top: 100, desc: p.say("report.scores_desc")}
	st := table{Head: []string{p.say("report.play"), p.say("report.score")}}
	for _, one := range g {
		scores.names, scores.values = append(scores.names, number[one]), append(scores.values, one.final())
		st.Rows = append(st.Rows, []string{one.say("report.play_name", "N", number[one], "Name", one.Name), fmt.Sprint(one.final())})
	}
	var out []figure
	for k, b := range []bars{outcomes, scores} {
		drawing, err := b.draw()
		if err != nil {
			return nil, err
		}
		out = append(out, figure{ID: b.id, Title: b.title, Desc: b.desc, SVG: drawing, Numbers: p.say("report.numbers"), Table: []table{t, st}[k]})
	}
	return out, nil
}

// courses are the key quantities of all plays over time, history beside them.
func courses(id string, g []*Play, number map[*Play]string) (out []figure, err error) {
	p := g[0]
	for _, q := range charted(g) {
		l := lines{id: fmt.Sprintf("%s-%d", id, q), title: p.r.QuantityTitle(q), desc: p.say("report.course_desc", "Count", len(g))}
		if !p.Model.Quantities[q].Counter {
			l.top = 100
		}
		t := table{Head: []string{p.say("report.play"), p.say("report.at_opening"), p.say("report.lowest"), p.say("report.highest"), p.say("report.at_end")}}
		add := func(name string, points []desk.CurvePoint) {
			low, high := points[0].Value, points[0].Value
			for _, at := range points {
				low, high = min(low, at.Value), max(high, at.Value)
			}
			t.Rows = append(t.Rows, []string{name, desk.Thousands(points[0].Value), desk.Thousands(low), desk.Thousands(high), desk.Thousands(last(points))})
		}
		for _, one := range g {
			points := one.values(one.Game.W, q)
			l.lines = append(l.lines, line{stroke: several, points: points, mark: number[one]})
			add(one.say("report.play_name", "N", number[one], "Name", one.Name), points)
		}
		theirs := line{stroke: rebuilt, points: p.values(p.history.World, q)}
		for _, c := range p.r.Curves() {
			if c.Title == p.seriesTitle(q) {
				theirs = line{stroke: sourced, points: c.Theirs}
			}
		}
		l.lines = append(l.lines, theirs)
		add(p.say("report.history_row"), theirs.points)
		f, err := p.figure(l, "", t)
		if err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	return out, nil
}

// seriesTitle is the title of the first sourced series of a quantity that is
// not one of gains, "" if there is none.
func (p *Play) seriesTitle(q int) string {
	for k := range p.Model.Record.Series {
		if s := &p.Model.Record.Series[k]; int(s.Quantity) == q && !s.PerDay {
			return s.Title
		}
	}
	return ""
}

// inShort is one play of several: its verdict, what turned it, its lessons and
// its questions.
func (p *Play) inShort(id, number string) section {
	s := section{ID: id, Title: p.say("report.play_head", "N", number, "Name", p.Name, "Side", p.r.SideName(p.side())), Apart: true}
	s.Blocks = append(s.Blocks, p.verdict()...)
	s.Blocks = append(s.Blocks, text(p.debrief.Score))
	for _, part := range []struct {
		key    string
		blocks []block
	}{{"head.turning", p.turning()}, {"report.lessons", p.lessonTitles()}, {"report.questions", p.questions()}} {
		if len(part.blocks) > 0 {
			s.Blocks = append(s.Blocks, block{Heading: p.say(part.key)})
			s.Blocks = append(s.Blocks, part.blocks...)
		}
	}
	return s
}

// lessonTitles are the lessons with the weightiest line of their evidence.
func (p *Play) lessonTitles() []block {
	b := block{}
	for _, l := range p.lessons() {
		e := l.evidence[0]
		b.Items = append(b.Items, item{Head: p.say(l.title), Sub: []string{p.say("report.evidence_line", "Date", p.r.Day(e.day), "Cause", e.cause, "Amount", e.amount)}})
	}
	if len(b.Items) == 0 {
		return []block{text(p.say("report.no_lessons"))}
	}
	return []block{b}
}

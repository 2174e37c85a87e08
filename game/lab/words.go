package lab

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"backchannel/engine"
	"backchannel/engine/abduct"
	"backchannel/engine/play"
	"backchannel/engine/whatif"
	"backchannel/game/desk"
	"backchannel/game/lang"
)

// Page puts answers into words.
type Page struct {
	C *lang.Catalog

	m      *engine.Model
	q      *whatif.Question
	titles map[string]string
	desks  [2]*desk.Reader
}

// NewPage is a page on a question.
func NewPage(c *lang.Catalog, q *whatif.Question) *Page {
	p := &Page{C: c, q: q, m: q.Fork.Past.M, titles: map[string]string{}}
	for k := range p.m.Headline.Outcomes {
		p.titles[p.m.Headline.Outcomes[k].ID] = p.m.Headline.Outcomes[k].Title
	}
	for k := range p.m.YesNo {
		p.titles[p.m.YesNo[k].ID] = p.m.YesNo[k].Title
	}
	for side := range p.desks {
		w := q.Fork.World
		w.Next()
		p.desks[side] = desk.New(play.At(&w, engine.Side(side)), p.m, c)
	}
	return p
}

// choice is a choice of a side in words.
func (p *Page) choice(side engine.Side, c engine.Choice) string {
	if c.Kind == engine.Answer && c.Answer != engine.Counter || c.Kind == engine.Promise {
		return p.C.T(answerKeys[c.Answer])
	}
	return p.desks[side].ChoiceText(c)
}

var answerKeys = [...]string{engine.Accept: "lab.answer.accept", engine.Refuse: "lab.answer.refuse", engine.Counter: "lab.answer.counter",
	engine.Silence: "lab.answer.silence", engine.Keep: "lab.answer.keep", engine.Delay: "lab.answer.delay", engine.Deny: "lab.answer.deny"}

// WhyNot says why a move could not be made in the slot.
func (p *Page) WhyNot(why engine.WhyNot, side engine.Side, c engine.Choice) string {
	return p.desks[side].WhyNot(why, &c)
}

// percent is a share of worlds.
func percent(v float64) string { return fmt.Sprintf("%.0f %%", 100*v) }

// Write writes one alternative as a page: the answer in words, then every figure
// in a table.
func (p *Page) Write(w io.Writer, r *Alternative) {
	t := p.Read(r)
	p.line(w, "lab.title", "Era", p.m.Title, "Cut", p.m.Cut.Title)
	fmt.Fprintln(w)
	p.line(w, "lab.instead", "Day", t.Day, "Side", t.Who, "Done", p.choice(p.q.Fork.Decision().Need.Side, p.q.Fork.Decision().Choice), "Move", t.Move)
	if p.q.Instead != nil {
		p.line(w, "lab.against", "Move", t.Done)
	}
	if t.Considered != "" {
		p.line(w, "lab.documented", "Considered", t.Considered)
	}
	fmt.Fprintln(w)
	p.line(w, "lab.happened", "Outcome", p.titles[r.Historical])
	p.shares(w, r)
	for _, part := range []struct {
		head  string
		lines []string
	}{{"lab.read.head_answer", t.Answer}, {"lab.read.head_same", t.Same}, {"lab.read.head_fresh", t.Fresh}, {"lab.read.head_parting", t.Parting}, {"lab.read.head_rests", t.Rests}} {
		if len(part.lines) == 0 {
			continue
		}
		fmt.Fprintln(w)
		p.line(w, part.head)
		for _, l := range part.lines {
			fmt.Fprintln(w, "  "+l)
		}
	}
	p.meters(w, r)
}

var (
	mannerKeys  = [...]string{"lab.manner.same", "lab.manner.played", "lab.manner.anyone"}
	mannerWords = abduct.MannerNames
)

func (p *Page) line(w io.Writer, key string, with ...any) { fmt.Fprintln(w, p.C.T(key, with...)) }

// shares is the table of the headline and of the yes-or-no outcomes.
func (p *Page) shares(w io.Writer, r *Alternative) {
	t := tabwriter.NewWriter(w, 0, 8, 2, ' ', tabwriter.AlignRight)
	defer t.Flush()
	head := []string{""}
	if r.ThisWorld != nil {
		head = append(head, p.C.T("lab.head_this"))
	}
	head = append(head, p.C.T("lab.head_same"), p.C.T("lab.head_second"), p.C.T("lab.head_fresh"), p.C.T("lab.head_then"), "")
	fmt.Fprintln(t, strings.Join(head, "\t"))
	for k := range p.m.Headline.Outcomes {
		id := p.m.Headline.Outcomes[k].ID
		row := []string{p.titles[id]}
		if r.ThisWorld != nil {
			row = append(row, percent(r.ThisWorld[id]))
		}
		row = append(row, percent(r.SameLuck[id]), percent(r.Second[id]), percent(r.Fresh[id]), percent(r.FreshThen[id]), "")
		fmt.Fprintln(t, strings.Join(row, "\t"))
	}
	for k := range p.m.YesNo {
		id := p.m.YesNo[k].ID
		row := []string{p.titles[id]}
		if r.ThisWorld != nil {
			row = append(row, "")
		}
		b := r.YesNo[id]
		if slices.Contains(r.Contradicted, id) {
			continue // it stands below, with the reason
		}
		row = append(row, percent(b.SameLuck), "", percent(b.Fresh), percent(b.FreshThen), "")
		fmt.Fprintln(t, strings.Join(row, "\t"))
	}
}

// saying is the headline's sentence.
func (p *Page) saying(r *Alternative) string {
	h := &r.Headline
	way := p.C.T("lab.unlikelier")
	if h.Likelier {
		way = p.C.T("lab.likelier")
	}
	key := "lab.says"
	switch {
	case h.Speak == 0 && h.Of == 1:
		key = "lab.says_nothing_one"
	case h.Speak == 0:
		key = "lab.says_nothing"
	case h.Of == 1:
		key = "lab.says_one"
	}
	return p.C.T(key, "Speak", h.Speak, "Of", h.Of, "Outcome", p.titles[h.Outcome], "Way", way, "Points", p.points(h))
}

// points is by how much the headline moves.
func (p *Page) points(h *Headline) string {
	low, high := fmt.Sprintf("%.0f", 100*h.Low), fmt.Sprintf("%.0f", 100*h.High)
	if low == high {
		return low
	}
	return p.C.T("lab.span", "Low", low, "High", high)
}

// partingLines say where the worlds leave the play-through, and why.
func (p *Page) partingLines(r *Alternative) []string {
	if r.Parting == nil {
		return nil
	}
	if len(r.Parting.Ways) == 0 {
		return []string{p.C.T("lab.parting_never")}
	}
	at := func(day engine.Day) string { return p.desks[0].Short(day) }
	out := []string{p.C.T("lab.parting", "First", at(r.Parting.first), "Median", at(r.Parting.median), "Never", hundred(r.Parting.Never))}
	for k := range r.Parting.Ways {
		out = append(out, strings.TrimSpace(p.way(&r.Parting.Ways[k])))
	}
	for _, l := range r.Parting.Reasons {
		title, cause := p.desks[0].QuantityTitle(int(l.Reason.Quantity)), p.desks[l.Reason.Cause.Side&1].Cause(l.Reason.Cause)
		if strings.Contains(strings.ToLower(title), strings.ToLower(cause)) {
			continue // it would say nothing
		}
		out = append(out, p.C.T("lab.ledger", "Quantity", title, "Amount", fmt.Sprintf("%+.1f", l.Amount), "Cause", cause))
	}
	return out
}

func (p *Page) way(y *Way) string {
	at := &y.Parted.Parting
	if at.Event >= 0 {
		key := "lab.way_event_not"
		if at.More {
			key = "lab.way_event"
		}
		return p.C.T(key, "N", hundred(y.Share), "Day", p.desks[0].Short(at.Day), "Event", p.m.Events[at.Event].Title)
	}
	key, was := "lab.way_new", ""
	if at.Faced {
		key, was = "lab.way_choice", p.choice(at.Side, at.Was)
	}
	return p.C.T(key, "N", hundred(y.Share), "Day", p.desks[0].Short(at.Day), "Side", p.m.Sides[at.Side].Name, "Now", p.choice(at.Side, at.Now), "Was", was,
		"Why", p.desks[at.Side].Why(at.Now, y.Parted.Reasons))
}

// restLines are what the answers rest on.
func (p *Page) restLines(r *Alternative) []string {
	out := []string{p.C.T("lab.one_theory")}
	if r.Theories > 1 {
		out[0] = p.C.T("lab.theories", "Count", r.Theories)
	}
	if r.Abstain > 0 {
		out = append(out, p.C.T("lab.abstain", "Count", r.Abstain, "Outcome", p.titles[r.Historical]))
	}
	if r.NotLegal > 0 {
		out = append(out, p.C.T("lab.not_legal", "Count", r.NotLegal))
	}
	for _, id := range r.Contradicted {
		key := "lab.contradicted"
		if p.q.Own().Has(p.index(id)) {
			key = "lab.contradicted_came"
		}
		out = append(out, p.C.T(key, "Outcome", p.titles[id]))
	}
	if m := p.m; p.q.Fork.Past.Record && m.Headline.Outcomes[m.Headline.Historical].ID != r.Historical {
		out = append(out, p.C.T("lab.contradicted_headline", "Outcome", p.titles[r.Historical], "Theirs", m.Headline.Outcomes[m.Headline.Historical].Title))
	}
	if r.Silent > 0 {
		out = append(out, p.C.T("lab.silent", "Count", r.Silent))
	}
	if r.Imposed > 0 {
		out = append(out, p.C.T("lab.imposed", "Count", r.Imposed))
	}
	return append(out, p.C.T("lab.unfaced", "N", hundred(r.Unfaced)))
}

// index is an outcome's place, by id.
func (p *Page) index(id string) int {
	ids, _ := whatif.Outcomes(p.m)
	return slices.Index(ids, id)
}

// meters are how the desk's meters stand at the end.
func (p *Page) meters(w io.Writer, r *Alternative) {
	first := true
	for q := range p.m.Quantities {
		list := r.Meters[p.m.Quantities[q].Name]
		if len(list) == 0 {
			continue
		}
		last := list[len(list)-1]
		if abs(last.Was-last.Middle) < 2 && last.High-last.Low < 8 {
			continue // hardly moved
		}
		if first {
			fmt.Fprintln(w)
			p.line(w, "lab.meters", "Day", p.desks[0].Day(last.day-1))
			first = false
		}
		fmt.Fprintln(w, "  "+p.C.T("lab.meter", "Title", p.desks[0].QuantityTitle(q), "Was", last.Was, "Middle", last.Middle, "Low", last.Low, "High", last.High))
	}
}

func abs(n int) int { return max(n, -n) }

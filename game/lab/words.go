package lab

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"backchannel/engine"
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

// Write writes one alternative as a page.
func (p *Page) Write(w io.Writer, r *Alternative) {
	d := p.q.Fork.Decision()
	side := d.Need.Side
	p.line(w, "lab.title", "Era", p.m.Title, "Cut", p.m.Cut.Title)
	fmt.Fprintln(w)
	p.line(w, "lab.instead", "Day", p.desks[side].Day(d.Day), "Side", p.m.Sides[side].Name, "Done", p.choice(side, d.Choice), "Move", p.choice(side, p.q.Move))
	if p.q.Instead != nil {
		p.line(w, "lab.against", "Move", p.choice(side, *p.q.Instead))
	}
	if r.Documented {
		p.line(w, "lab.documented", "Considered", r.Considered)
	}
	fmt.Fprintln(w)
	p.line(w, "lab.happened", "Outcome", p.titles[r.Historical])
	p.shares(w, r)
	fmt.Fprintln(w)
	p.line(w, "lab.same_about", "Count", r.Worlds, "Manner", p.C.T(mannerKeys[p.q.Manner]))
	p.figures(w, "lab.averted", r.Averted)
	p.figures(w, "lab.brought", r.Brought)
	fmt.Fprintln(w)
	p.line(w, "lab.fresh_about", "Count", r.Worlds)
	p.figures(w, "lab.needed", r.Needed)
	p.figures(w, "lab.enough", r.Enough)
	fmt.Fprintln(w)
	p.says(w, r)
	p.parting(w, r)
	p.rests(w, r)
}

var mannerKeys = [...]string{"lab.manner.same", "lab.manner.played", "lab.manner.anyone"}

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
		row = append(row, percent(b.SameLuck), "", percent(b.Fresh), percent(b.FreshThen), "")
		fmt.Fprintln(t, strings.Join(row, "\t"))
	}
}

// figures are one of the four figures, an outcome a line.
func (p *Page) figures(w io.Writer, key string, all Answers) {
	ids, _ := whatif.Outcomes(p.m)
	t := tabwriter.NewWriter(w, 0, 8, 2, ' ', 0)
	defer t.Flush()
	for _, id := range ids {
		a, ok := all[id]
		if !ok {
			continue
		}
		fmt.Fprintf(t, "  %s\t%s\t%s\n", p.C.T(key), p.titles[id], p.figure(&a))
	}
}

func (p *Page) figure(a *Answer) string {
	if a.Value == nil {
		return p.C.T("lab.none")
	}
	out := []string{p.C.T("lab.value", "Value", percent(*a.Value))}
	if a.Theories > 1 && a.Low != nil && a.High != nil {
		out = append(out, p.C.T("lab.range", "Low", percent(*a.Low), "High", percent(*a.High)))
	}
	if a.BoundLow != nil {
		out = append(out, p.C.T("lab.bounds", "Low", percent(*a.BoundLow), "High", percent(*a.BoundHigh)))
	}
	if a.Wide() {
		out = append(out, p.C.T("lab.wide"))
	}
	if a.Fragile {
		out = append(out, p.C.T("lab.fragile"))
	}
	return strings.Join(out, "; ")
}

// says is the headline's sentence.
func (p *Page) says(w io.Writer, r *Alternative) {
	h := &r.Headline
	way := p.C.T("lab.unlikelier")
	if h.Likelier {
		way = p.C.T("lab.likelier")
	}
	key := "lab.says"
	switch {
	case h.Speak == 0:
		key = "lab.says_nothing"
	case h.Of == 1:
		key = "lab.says_one"
	}
	s := p.C.T(key, "Speak", h.Speak, "Of", h.Of, "Outcome", p.titles[h.Outcome], "Way", way, "Points", p.points(h))
	if h.Fragile && h.Speak > 0 {
		s += " (" + p.C.T("lab.fragile") + ")"
	}
	fmt.Fprintln(w, s+".")
	if r.Depends {
		p.line(w, "lab.depends")
	}
}

// points is by how much the headline moves.
func (p *Page) points(h *Headline) string {
	low, high := fmt.Sprintf("%.0f", 100*h.Low), fmt.Sprintf("%.0f", 100*h.High)
	if low == high {
		return low
	}
	return p.C.T("lab.span", "Low", low, "High", high)
}

// parting is where the worlds leave the play-through, and why.
func (p *Page) parting(w io.Writer, r *Alternative) {
	if r.Parting == nil {
		return
	}
	if len(r.Parting.Ways) == 0 {
		p.line(w, "lab.parting_never")
		return
	}
	p.line(w, "lab.parting", "First", r.Parting.First, "Median", r.Parting.Median, "Never", percent(r.Parting.Never))
	for k := range r.Parting.Ways {
		fmt.Fprintln(w, "  "+strings.TrimSpace(p.way(&r.Parting.Ways[k])))
	}
	for _, l := range r.Parting.Reasons {
		fmt.Fprintln(w, "  "+p.C.T("lab.ledger", "Quantity", p.desks[0].QuantityTitle(int(l.Reason.Quantity)), "Amount", fmt.Sprintf("%+.1f", l.Amount),
			"Cause", p.desks[l.Reason.Cause.Side&1].Cause(l.Reason.Cause)))
	}
}

func (p *Page) way(y *Way) string {
	at := &y.Parted.Parting
	if at.Event >= 0 {
		return p.C.T("lab.way_event", "Share", percent(y.Share), "Day", y.On, "Event", p.m.Events[at.Event].Title)
	}
	key, was := "lab.way_new", ""
	if at.Faced {
		key, was = "lab.way_choice", p.choice(at.Side, at.Was)
	}
	return p.C.T(key, "Share", percent(y.Share), "Day", y.On, "Side", p.m.Sides[at.Side].Name, "Now", p.choice(at.Side, at.Now), "Was", was,
		"Why", p.desks[at.Side].Because(y.Parted.Reasons))
}

// rests is what the answers rest on.
func (p *Page) rests(w io.Writer, r *Alternative) {
	if r.Theories > 1 {
		p.line(w, "lab.theories", "Count", r.Theories, "Abstain", r.Abstain, "NotLegal", r.NotLegal)
	} else {
		p.line(w, "lab.one_theory")
	}
	if r.Silent > 0 {
		p.line(w, "lab.silent", "Count", r.Silent)
	}
	if r.Imposed > 0 {
		p.line(w, "lab.imposed", "Count", r.Imposed)
	}
	p.line(w, "lab.unfaced", "Share", percent(r.Unfaced))
	p.meters(w, r)
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
			p.line(w, "lab.meters", "Day", last.On)
			first = false
		}
		fmt.Fprintln(w, "  "+p.C.T("lab.meter", "Title", p.desks[0].QuantityTitle(q), "Was", last.Was, "Middle", last.Middle, "Low", last.Low, "High", last.High))
	}
}

func abs(n int) int { return max(n, -n) }

// WriteTurning writes the turning points, so many slots of them, the three
// alternatives of each that change most.
func (p *Page) WriteTurning(w io.Writer, t *Turning, most int) {
	p.line(w, "lab.title", "Era", p.m.Title, "Cut", p.m.Cut.Title)
	fmt.Fprintln(w)
	p.line(w, "lab.turning", "Slots", t.Slots, "Exist", t.Exist, "Tried", t.Tried, "Worlds", t.Worlds)
	rank, shown := 0, 0
	var last *Alternative
	for k := range t.Alternatives {
		a := &t.Alternatives[k]
		if last == nil || a.on != last.on {
			if rank++; rank > most {
				return
			}
			shown = 0
			fmt.Fprintln(w)
			p.line(w, "lab.turning_row", "Rank", rank, "Leverage", fmt.Sprintf("%.3f", *a.Leverage), "Day", a.On, "Side", a.Side, "Done", a.Done)
		}
		last = a
		if shown++; shown > 3 {
			continue
		}
		fmt.Fprintln(w, "   "+p.C.T("lab.turning_move", "Move", a.Move, "Outcome", p.titles[a.Historical], "Averted", p.valueOf(a.Averted[a.Historical].Value),
			"Fresh", percent(a.Fresh[a.Historical]), "Then", percent(a.FreshThen[a.Historical])))
	}
}

func (p *Page) valueOf(v *float64) string {
	if v == nil {
		return p.C.T("lab.none")
	}
	return percent(*v)
}

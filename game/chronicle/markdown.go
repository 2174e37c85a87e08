package chronicle

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"backchannel/engine"
	"backchannel/engine/fidelity"
	"backchannel/game/stats"
)

// Markdown writes a book as a page, the weak spots first. The same figures give
// the same page.
func (b *Book) Markdown(out io.Writer) {
	fmt.Fprint(out, head)
	fmt.Fprintf(out, "\n## Weak spots\n")
	for _, s := range b.weak() {
		fmt.Fprintf(out, "\n%s\n\n", s.of)
		for _, w := range s.list {
			fmt.Fprintf(out, "- %s\n", w)
		}
		if len(s.list) == 0 {
			fmt.Fprintln(out, "- none by the rules at the end of this page")
		}
	}
	fmt.Fprintf(out, "\n## All eras\n\n")
	columns := []column{{"all eras", &b.Overall}}
	for k := range b.Eras {
		columns = append(columns, column{b.Eras[k].Pages[0].Record.Model.Title, &b.Eras[k].Pages[0].History})
	}
	table(out, columns)
	b.kinds(out)
	for k := range b.Eras {
		b.Eras[k].markdown(out)
	}
	b.changed(out)
	fmt.Fprint(out, reading)
}

const head = `# The record beside the model

How faithful the model is to what really happened, era by era: written by
` + "`backchannel history --markdown >scenarios/FIDELITY.md`" + `, not by hand. What the words mean
stands at the end.
`

// changed says where it stands what was last changed.
func (b *Book) changed(out io.Writer) {
	fmt.Fprint(out, "\n## Parameters last changed\n\n")
	versions := []string{}
	for k := range b.Eras {
		m := b.Eras[k].Pages[0].Record.Model
		if k == 0 {
			versions = append(versions, "theory "+m.Theory.Version)
		}
		versions = append(versions, m.ID+" "+m.Version)
	}
	fmt.Fprintf(out, "These figures are of %s. What was changed in each version, and after which\nfigures, stands in [CHANGELOG.md](../CHANGELOG.md). The record, the checkpoints and their tolerances, the\nseries and the expectations were copied from the sources before any run.\n", strings.Join(versions, ", "))
}

// column is one column of figures.
type column struct {
	title string
	h     *stats.History
}

// table sets figures side by side.
func table(out io.Writer, columns []column) {
	var titles []string
	for _, c := range columns {
		titles = append(titles, cell(c.title))
	}
	fmt.Fprintf(out, "| | %s |\n| --- |%s\n", strings.Join(titles, " | "), strings.Repeat(" --- |", len(columns)))
	for _, r := range rows {
		var cells []string
		empty := true
		for _, c := range columns {
			text := r.text(c.h)
			empty = empty && text == ""
			cells = append(cells, text)
		}
		if !empty {
			fmt.Fprintf(out, "| %s | %s |\n", r.name, strings.Join(cells, " | "))
		}
	}
}

// cell is a text that may stand in a table.
func cell(s string) string { return strings.ReplaceAll(s, "|", "\\|") }

// rows are the figures of a table.
var rows = []struct {
	name string
	text func(h *stats.History) string
}{
	{"*when*: log score a turn (base rate's), turns", func(h *stats.History) string {
		return fmt.Sprintf("%.3f (%.3f), %d", h.Choices.When, h.Choices.BaseRate, h.Choices.Turns)
	}},
	{"*what*: skill (90 in 100), decisions", func(h *stats.History) string {
		return fmt.Sprintf("%.2f (%.2f to %.2f), %d", h.Choices.Skill, h.Choices.Low, h.Choices.High, h.Choices.Active)
	}},
	{"against", func(h *stats.History) string { return h.Choices.Baseline }},
	{"first choice, first three, of threads", func(h *stats.History) string {
		return fmt.Sprintf("%.0f, %.0f in 100, of %.1f", 100*h.Choices.Top1, 100*h.Choices.Top3, h.Choices.Threads)
	}},
	{"threads not thought of", func(h *stats.History) string { return fmt.Sprint(h.Choices.NotThought) }},
	{"*events*: skill (90 in 100), forecasts", func(h *stats.History) string {
		return fmt.Sprintf("%.2f (%.2f to %.2f), %d", h.Events.Skill, h.Events.Low, h.Events.High, h.Events.N)
	}},
	{"strikes: came, expected, held to be impossible", func(h *stats.History) string {
		return fmt.Sprintf("%d, %.1f, %d", h.Events.Struck, h.Events.Expected, h.Events.Imposed)
	}},
	{"hazards that never struck", func(h *stats.History) string { return fmt.Sprintf("%d of %d", h.Events.Never, h.Events.Listed) }},
	{"*checkpoints*: earned, forced, held, missed", func(h *stats.History) string {
		c := h.Checkpoints
		return fmt.Sprintf("%d, %d, %d, %d", c.Earned, c.Forced, c.Held, c.Missed)
	}},
	{"met by a frozen world", func(h *stats.History) string { return fmt.Sprint(h.Checkpoints.Frozen) }},
	{"silent stages", func(h *stats.History) string { return fmt.Sprint(h.Silent) }},
	{"*Washington free*: as in history, checkpoints met", free("washington")},
	{"*Havana free*: as in history, checkpoints met", free("havana")},
	{"*both free*: as in history, checkpoints met", free("both")},
	{"*paths*: inside the fan, points; skill", func(h *stats.History) string {
		if h.Paths == nil || h.Paths.Points == 0 {
			return ""
		}
		return fmt.Sprintf("%.0f in 100, %d; %.2f", 100*h.Paths.Coverage, h.Paths.Points, h.Paths.Skill)
	}},
	{"*expectations*: right, of; p; cannot be asked", func(h *stats.History) string {
		if h.Expectations == nil {
			return ""
		}
		e := h.Expectations
		return fmt.Sprintf("%d, %d; %.3f; %d", e.Right, e.N, e.P, e.CannotBeAsked)
	}},
	{"*judged values*: when", jittering(func(j *stats.Jitter) string { return spread(j.When, 1, 3) })},
	{"*judged values*: what", jittering(func(j *stats.Jitter) string { return spread(j.What, 1, 2) })},
	{"*judged values*: as in history, in 100", jittering(func(j *stats.Jitter) string { return spread(j.Headline, 100, 0) })},
	{"*held out*: fitted to the other eras", func(h *stats.History) string {
		if h.HeldOut == nil {
			return ""
		}
		return refitted(h.HeldOut)
	}},
}

func free(who string) func(h *stats.History) string {
	return func(h *stats.History) string {
		f := h.Free[who]
		if f == nil {
			return ""
		}
		return fmt.Sprintf("%.0f in 100, %.1f of %d", 100*f.AsInHistory, f.Met, f.Checkpoints)
	}
}

func jittering(of func(j *stats.Jitter) string) func(h *stats.History) string {
	return func(h *stats.History) string {
		if h.Jitter == nil {
			return ""
		}
		return of(h.Jitter)
	}
}

// kinds is what struck and what was expected, by kind of hazard.
func (b *Book) kinds(out io.Writer) {
	fmt.Fprint(out, "\nWhat struck, by kind of hazard, over the whole records:\n\n| kind | forecasts | came | expected by the model | by the other eras' rate |\n| --- | --- | --- | --- | --- |\n")
	for _, name := range sorted(b.Overall.Events.Kinds) {
		k := b.Overall.Events.Kinds[name]
		fmt.Fprintf(out, "| %s | %d | %d | %.1f | %.1f |\n", name, k.N, k.Struck, k.Expected, k.Baseline)
	}
}

func sorted[T any](m map[string]T) []string {
	var keys []string
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// markdown is one era: its whole record, the default cut beside it.
func (e *Era) markdown(out io.Writer) {
	whole := &e.Pages[0]
	fmt.Fprintf(out, "\n## %s\n\n", whole.Record.Model.Title)
	var columns []column
	for k := range e.Pages {
		if cut := &e.Pages[k].Record.Model.Cut; k == 0 || cut.Default {
			columns = append(columns, column{cut.Title, &e.Pages[k].History})
		}
	}
	table(out, columns)
	for k := range e.Pages {
		if k == 0 || e.Pages[k].Record.Model.Cut.Default {
			e.Pages[k].outcomes(out)
			e.Pages[k].checkpoints(out)
			e.Pages[k].series(out)
		}
	}
	whole.expectations(out)
	fmt.Fprint(out, "\nWhat the model cannot explain:\n\n")
	for _, u := range whole.History.Unexplained {
		fmt.Fprintf(out, "- %s\n", u)
	}
	if len(whole.History.Unexplained) == 0 {
		fmt.Fprintln(out, "- nothing in the whole record")
	}
}

// outcomes is how the headline comes out in free worlds.
func (p *Page) outcomes(out io.Writer) {
	m := p.Record.Model
	if p.History.Free["both"] == nil {
		return
	}
	fmt.Fprintf(out, "\n%s, in 100 worlds: %s\n\n| | Washington free | Havana free | both free |\n| --- | --- | --- | --- |\n", m.Cut.Title, m.Headline.Question)
	for k, o := range m.Headline.Outcomes {
		mark := ""
		if int(m.Headline.Historical) == k {
			mark = " (as in history)"
		}
		fmt.Fprintf(out, "| %s%s |", cell(o.Title), mark)
		for _, who := range stats.Who {
			fmt.Fprintf(out, " %.0f |", 100*p.History.Free[who].Outcomes[o.ID])
		}
		fmt.Fprintln(out)
	}
}

// checkpoints lists the sourced values beside the forced replay's, the missed
// ones first.
func (p *Page) checkpoints(out io.Writer) {
	fmt.Fprintf(out, "\n%s, checkpoints, the missed ones first:\n\n| | what | model | history | tolerance | |\n| --- | --- | --- | --- | --- | --- |\n", p.Record.Model.Cut.Title)
	list := slices.Clone(p.Record.Checkpoints)
	slices.SortStableFunc(list, func(a, b fidelity.Checkpoint) int { return missed(b) - missed(a) })
	for _, k := range list {
		c := &p.Record.Model.Checkpoints[k.Index]
		fmt.Fprintf(out, "| %s | %s | %d | %d | %d | %s |\n", c.On, cell(c.What), k.Value, c.Want/engine.Point, c.Tolerance/engine.Point, fidelity.ClassNames[k.Class])
	}
}

func missed(c fidelity.Checkpoint) int {
	if c.Class == fidelity.Missed {
		return 1
	}
	return 0
}

// series lists the sourced series beside the free worlds.
func (p *Page) series(out io.Writer) {
	if p.History.Paths == nil || len(p.History.Paths.Series) == 0 {
		return
	}
	fmt.Fprintf(out, "\n%s, sourced series beside free worlds:\n\n| series | inside the fan | of points | skill |\n| --- | --- | --- | --- |\n", p.Record.Model.Cut.Title)
	for _, id := range sorted(p.History.Paths.Series) {
		s := p.History.Paths.Series[id]
		fmt.Fprintf(out, "| %s | %d | %d | %.2f |\n", cell(s.Title), s.Inside, s.Points, s.Skill)
	}
}

// expectations lists what was expected, what is not as expected first.
func (p *Page) expectations(out io.Writer) {
	e := p.History.Expectations
	if e == nil || len(e.Rows) == 0 {
		return
	}
	fmt.Fprint(out, "\nWhat was expected of moves that were not made, and the difference that the move makes in the model:\n\n| | move | who expected it | what | model |\n| --- | --- | --- | --- | --- |\n")
	list := slices.Clone(e.Rows)
	rank := func(x *stats.Expectation) int {
		switch {
		case x.Why != "":
			return 1
		case x.Right:
			return 2
		}
		return 0
	}
	slices.SortStableFunc(list, func(a, b stats.Expectation) int { return rank(&a) - rank(&b) })
	for k := range list {
		x := &list[k]
		fmt.Fprintf(out, "| %s | %s | %s | %s %s, %s | %s |\n", x.On, x.Move, cell(x.Who), x.Quantity, x.Direction, x.Horizon, verdict(x))
	}
}

package chronicle

import (
	"fmt"
	"io"
	"text/tabwriter"

	"backchannel/engine"
	"backchannel/engine/fidelity"
	"backchannel/game/stats"
)

// Text writes a book as plain text.
func (b *Book) Text(out io.Writer) {
	for k := range b.Eras {
		for j := range b.Eras[k].Pages {
			if k+j > 0 {
				fmt.Fprintln(out)
			}
			b.Eras[k].Pages[j].text(out)
		}
	}
	if len(b.Eras) > 1 {
		fmt.Fprintf(out, "\nAll %d eras together\n\n", len(b.Eras))
		figures(out, &b.Overall)
	}
}

// text is one cut's figures, the weak spots with the strong.
func (p *Page) text(out io.Writer) {
	m := p.Record.Model
	fmt.Fprintf(out, "%s, %s: the record beside the model\n\n", m.Title, m.Cut.Title)
	figures(out, &p.History)
	t := tabwriter.NewWriter(out, 0, 8, 2, ' ', 0)
	for _, k := range p.Record.Checkpoints {
		c := &m.Checkpoints[k.Index]
		fmt.Fprintf(t, "%s\t%s\tmodel %d\thistory %d\t%s\n", c.On, c.What, k.Value, c.Want/engine.Point, fidelity.ClassNames[k.Class])
	}
	t.Flush()
	if e := p.History.Expectations; e != nil && len(e.Rows) > 0 {
		fmt.Fprintln(out, "\nWhat was expected of moves that were not made, and what the model says")
		expected(out, e)
	}
	for _, u := range p.History.Unexplained {
		fmt.Fprintf(out, "The model cannot explain: %s\n", u)
	}
}

// expected lists the rows of expectations.
func expected(out io.Writer, e *stats.Expectations) {
	t := tabwriter.NewWriter(out, 0, 8, 2, ' ', 0)
	for _, x := range e.Rows {
		fmt.Fprintf(t, "%s\t%s\t%s %s in %s\t%s\n", x.On, x.Move, x.Quantity, x.Direction, x.Horizon, verdict(&x))
	}
	t.Flush()
}

// figures is what is counted of one record or of several.
func figures(out io.Writer, h *stats.History) {
	c, p, e := h.Choices, h.Checkpoints, h.Events
	fmt.Fprintf(out, "When they acted: log score %.3f a turn of a side, over %d; one who knows only how often they act gets %.3f\n", c.When, c.Turns, c.BaseRate)
	fmt.Fprintf(out, "What they did:   skill %.2f (90 in 100: %.2f to %.2f) against %q, over %d decisions\n", c.Skill, c.Low, c.High, c.Baseline, c.Active)
	fmt.Fprintf(out, "                 first choice in %.0f in 100, among the first three in %.0f, of %.1f threads; %d were not thought of\n", 100*c.Top1, 100*c.Top3, c.Threads, c.NotThought)
	fmt.Fprintf(out, "What struck:     skill %.2f (90 in 100: %.2f to %.2f) against the kind's rate in the other eras, over %d forecasts of thirty days;\n", e.Skill, e.Low, e.High, e.N)
	fmt.Fprintf(out, "                 %.1f strikes expected, %d came, %d of them held to be impossible; %d of %d hazards never struck\n", e.Expected, e.Struck, e.Imposed, e.Never, e.Listed)
	fmt.Fprintf(out, "Checkpoints:     %d earned, %d forced, %d held, %d missed; a frozen world meets %d\n", p.Earned, p.Forced, p.Held, p.Missed, p.Frozen)
	fmt.Fprintf(out, "Silent:          %d stages of a side have no entry and count as doing nothing\n", h.Silent)
	played(out, h)
	fmt.Fprintln(out)
}

// played is what worlds show, where any were played.
func played(out io.Writer, h *stats.History) {
	for k, who := range stats.Who {
		f := h.Free[who]
		if f == nil {
			continue
		}
		head := "Free:            "
		if k > 0 {
			head = "                 "
		}
		fmt.Fprintf(out, "%s%s\n", head, freeLine(who, f))
	}
	if p := h.Paths; p != nil && p.Points > 0 {
		fmt.Fprintf(out, "Paths:           %.0f in 100 of %d sourced points lie where 80 in 100 of the free worlds do;\n", 100*p.Coverage, p.Points)
		fmt.Fprintf(out, "                 ranked probability score: skill %.2f against “it stays as it is”\n", p.Skill)
	}
	if e := h.Expectations; e != nil {
		fmt.Fprintf(out, "Expectations:    %d of %d as expected, %s; %d cannot be asked\n", e.Right, e.N, chance(e.P), e.CannotBeAsked)
	}
	if j := h.Jitter; j != nil {
		fmt.Fprintf(out, "Judged values:   all %d a step up or down, %d draws, the middle 80 in 100 of them: when %s,\n", j.Values, j.Draws, spread(j.When, 1, 3))
		fmt.Fprintf(out, "                 what %s, the headline as in history %s in 100\n", spread(j.What, 1, 2), spread(j.Headline, 100, 0))
	}
	if h.HeldOut != nil {
		fmt.Fprintf(out, "Held out:        fitted to the other eras alone: %s\n", refitted(h.HeldOut))
	}
}

// refitted is what the era gives under a theory fitted to the others.
func refitted(h *stats.HeldOut) string {
	return fmt.Sprintf("when %.3f, what %.2f; %d of %d parameters of choice moved", h.When, h.What, h.Moved, h.Of)
}

// chance says how likely a count of right answers is by the toss of a coin.
func chance(p float64) string {
	if p < 0.001 {
		return "by the toss of a coin p below 0.001"
	}
	return fmt.Sprintf("by the toss of a coin p %.3f", p)
}

func spread(s stats.Spread, times float64, digits int) string {
	return fmt.Sprintf("%.*f to %.*f (now %.*f)", digits, times*s.Low, digits, times*s.High, digits, times*s.Own)
}

var whoPlays = map[string]string{
	"washington": "Washington by the policy, Havana as in the record",
	"havana":     "Havana by the policy, Washington as in the record",
	"both":       "both by the policy",
}

// freeLine is one run of free worlds in words.
func freeLine(who string, f *stats.Free) string {
	s := fmt.Sprintf("%s: the headline as in history in %.0f in 100, %.1f of %d checkpoints met (frozen %d)", whoPlays[who], 100*f.AsInHistory, f.Met, f.Checkpoints, f.Frozen)
	if who != "both" {
		s += fmt.Sprintf("; %.0f in 100 of the record can be done", 100*f.Made)
	}
	return s
}

// verdict is what the model says to one expectation.
func verdict(x *stats.Expectation) string {
	if x.Why != "" {
		return "cannot be asked: " + x.Why
	}
	right := "not as expected"
	if x.Right {
		right = "as expected"
	}
	return fmt.Sprintf("%s: %+.2f ± %.2f", right, x.Effect, x.Error)
}

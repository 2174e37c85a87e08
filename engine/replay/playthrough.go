package replay

import (
	"fmt"
	"strings"

	"backchannel/engine"
	"backchannel/engine/play"
	"backchannel/engine/record"
)

// Playthrough is a replay as a text to be read in review: turn by turn what
// was chosen and why, what happened, what changed and by which rule.
func Playthrough(m *engine.Model, f *File) (string, error) {
	g, res, err := run(m, f, nil)
	if err != nil {
		return "", err
	}
	if !res.OK {
		return "", fmt.Errorf("%s: %s: %s", res.Day, res.Quantity, res.Detail)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %s, seed %d, %s by hand\n", m.Title, m.Cut.Title, f.Seed, f.Side)
	for side := engine.Washington; side <= engine.Havana; side++ {
		goals := g.W.GoalsOf(side)
		fmt.Fprintf(&b, "%v is %q and plays for %q and %q\n", side, m.Sides[side].Types[g.W.S.Type[side]].Name,
			m.Sides[side].Goals[goals[0]].Title, m.Sides[side].Goals[goals[1]].Title)
	}
	writeTurns(&b, m, g.W.Audit)
	writeEnd(&b, g)
	return b.String(), nil
}

// PlaythroughOfRecord is the same for the forced record.
func PlaythroughOfRecord(m *engine.Model) string {
	r := record.Force(m)
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %s: the record, forced\n", m.Title, m.Cut.Title)
	writeTurns(&b, m, r.World.Audit)
	fmt.Fprintf(&b, "\nends: %s\n", m.Headline.Outcomes[r.World.Outcome()].Title)
	for _, u := range r.Unexplained {
		fmt.Fprintf(&b, "the model cannot explain: %s\n", u)
	}
	return b.String()
}

func writeTurns(b *strings.Builder, m *engine.Model, a *engine.Audit) {
	c, n, l := 0, 0, 0
	for k, h := range a.Hashes {
		fmt.Fprintf(b, "\nturn %d, to %v\n", k+1, h.Day)
		for ; c < len(a.Choices) && a.Choices[c].Day <= h.Day; c++ {
			writeChoice(b, m, &a.Choices[c])
		}
		for ; n < len(a.News) && a.News[n].Day <= h.Day; n++ {
			writeNews(b, m, &a.News[n])
		}
		l = writeLedger(b, m, a, l, h.Day)
		fmt.Fprintf(b, "  hash %016x\n", h.Hash)
	}
}

func writeChoice(b *strings.Builder, m *engine.Model, c *engine.Logged) {
	fmt.Fprintf(b, "  %v: %s", c.Side, engine.FormatChoice(m, c.Side, c.Choice))
	for _, r := range c.Reasons {
		if r.Kind == engine.NoReason {
			continue
		}
		fmt.Fprintf(b, " [%s", engine.ReasonNames[r.Kind])
		if r.Issue >= 0 {
			fmt.Fprintf(b, " %s", m.Issues[r.Issue].ID)
		}
		fmt.Fprintf(b, " %+d]", r.Amount)
	}
	b.WriteByte('\n')
}

func writeNews(b *strings.Builder, m *engine.Model, n *engine.News) {
	switch n.Kind {
	case engine.NewsEvent:
		fmt.Fprintf(b, "  %v event: %s\n", n.Day, m.Events[n.Index].Title)
	case engine.NewsLeak:
		fmt.Fprintf(b, "  %v leak: %s\n", n.Day, m.Channels[n.Index].Name)
	case engine.NewsBurned:
		fmt.Fprintf(b, "  %v burned: %s\n", n.Day, m.Channels[n.Index].Name)
	case engine.NewsArrived:
		if n.Item.Changed {
			fmt.Fprintf(b, "  %v arrives changed: #%d\n", n.Day, n.Item.Serial)
		}
	case engine.NewsLapsed:
		fmt.Fprintf(b, "  %v lapses: #%d\n", n.Day, n.Item.Serial)
	case engine.NewsRung:
		fmt.Fprintf(b, "  %v %s: %s\n", n.Day, m.Issues[n.Index].ID, m.Issues[n.Index].Rungs[n.At].Text)
	case engine.NewsRedLine:
		fmt.Fprintf(b, "  %v red line: %s\n", n.Day, m.Sides[n.Side].Constituencies[n.Index].Name)
	}
}

// writeLedger sums a turn's entries by quantity and rule.
func writeLedger(b *strings.Builder, m *engine.Model, a *engine.Audit, from int, to engine.Day) int {
	to2 := from
	for to2 < len(a.Ledger) && a.Ledger[to2].Day <= to {
		to2++
	}
	for q := range m.Quantities {
		sum := engine.Milli(0)
		var byRule [engine.RuleCount]engine.Milli
		for _, e := range a.Ledger[from:to2] {
			if !e.Rung && int(e.Index) == q {
				sum += e.Amount
				byRule[e.Cause.Rule] += e.Amount
			}
		}
		if sum == 0 {
			continue
		}
		fmt.Fprintf(b, "  %s %s:", m.Quantities[q].Name, tenths(sum))
		for r, v := range byRule {
			if v != 0 {
				fmt.Fprintf(b, " %s %s", engine.RuleNames[r], tenths(v))
			}
		}
		b.WriteByte('\n')
	}
	return to2
}

func writeEnd(b *strings.Builder, g *play.Game) {
	m, w := g.W.M, g.W
	if !g.Over {
		return
	}
	fmt.Fprintf(b, "\nends: %s\n", m.Headline.Outcomes[w.Outcome()].Title)
	for side := engine.Washington; side <= engine.Havana; side++ {
		fmt.Fprintf(b, "%v scores %d of 100\n", side, w.Score(side)/1000)
	}
}

// tenths is an amount with its sign and one digit after the point.
func tenths(v engine.Milli) string {
	sign := "+"
	if v < 0 {
		sign, v = "-", -v
	}
	return fmt.Sprintf("%s%d.%d", sign, v/1000, v%1000/100)
}

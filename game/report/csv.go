package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"backchannel/engine"
)

// WriteCSV writes the plays for a spreadsheet, a row each: what was played,
// how it came out, and every quantity at the end.
func WriteCSV(w io.Writer, plays []*Play) error {
	names, at := quantities(plays)
	head := []string{"file", "scenario", "cut", "side", "seed", "turns", "outcome", "outcome_title", "as_in_history", "score",
		"goal_1", "goal_1_share", "goal_2", "goal_2_share", "forecasts", "forecasts_decided", "brier", "parted_from", "parted_on"}
	out := csv.NewWriter(w)
	if err := out.Write(append(head, names...)); err != nil {
		return err
	}
	for k, p := range plays {
		row := p.row()
		row = append(row, partedFrom(plays, k)...)
		end := make([]string, len(names))
		for q := range p.Model.Quantities {
			end[at[p.Model.Quantities[q].Name]] = decimal(p.Game.W.S.Q[q])
		}
		if err := out.Write(append(row, end...)); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// quantities are the names of the quantities of all plays, each once, with
// their places.
func quantities(plays []*Play) (names []string, at map[string]int) {
	at = map[string]int{}
	for _, p := range plays {
		for q := range p.Model.Quantities {
			name := p.Model.Quantities[q].Name
			if _, ok := at[name]; !ok {
				at[name] = len(names)
				names = append(names, name)
			}
		}
	}
	return names, at
}

// row is a play up to its goals.
func (p *Play) row() []string {
	o := &p.Model.Headline.Outcomes[p.outcome()]
	row := []string{plain(p.Name), p.Model.ID, p.Model.Cut.ID, p.File.Side, fmt.Sprint(p.File.Seed), fmt.Sprint(len(p.File.Turns)),
		o.ID, o.Title, fmt.Sprint(p.outcome() == int(p.Model.Headline.Historical)), fmt.Sprint(p.final())}
	for _, g := range p.debrief.Goals {
		row = append(row, g.Title, fmt.Sprint(g.Share))
	}
	return append(row, p.foresight()...)
}

// foresight is how many things were foretold, how many of them were decided,
// and the mean Brier score on these, if there are any.
func (p *Play) foresight() []string {
	c := p.Game.Calibration()
	brier := ""
	if c.Mine.N > 0 {
		brier = fmt.Sprintf("%.3f", float64(c.Mine.Brier)/1e6)
	}
	return []string{fmt.Sprint(len(p.Forecasts)), fmt.Sprint(c.Mine.N), brier}
}

// WriteForecastsCSV writes what was foretold in the plays for a spreadsheet, a
// row each: when, what, how likely it was said to be, why, and what came.
func WriteForecastsCSV(w io.Writer, plays []*Play) error {
	out := csv.NewWriter(w)
	if err := out.Write([]string{"file", "scenario", "cut", "side", "seed", "on", "what", "said", "reason", "came"}); err != nil {
		return err
	}
	for _, p := range plays {
		for _, f := range p.Forecasts {
			came := fmt.Sprint(f.Came)
			if f.Open {
				came = ""
			}
			row := []string{plain(p.Name), p.Model.ID, p.Model.Cut.ID, p.File.Side, fmt.Sprint(p.File.Seed), f.On.String(), plain(f.What), fmt.Sprint(f.Odds), plain(f.Reason), came}
			if err := out.Write(row); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

// partedFrom is the first play of the same chair and cut, and the day on
// which the k-th parted from it.
func partedFrom(plays []*Play, k int) []string {
	p := plays[k]
	for _, other := range plays[:k] {
		if other.era() != p.era() || other.side() != p.side() {
			continue
		}
		at, _ := parted(other.File, p.File)
		return []string{plain(other.Name), at.day}
	}
	return []string{"", ""}
}

// plain is a text that no spreadsheet takes for a formula.
func plain(text string) string {
	if strings.IndexAny(text, "=+-@＝＋－＠\t\r") == 0 {
		return "'" + text
	}
	return text
}

// decimal is a quantity in its unit, to the tenth.
func decimal(m engine.Milli) string { return fmt.Sprintf("%.1f", float64(m)/float64(engine.Point)) }

package stats

import (
	"math"

	"backchannel/engine"
	"backchannel/game/tally"
)

// Paths says how sourced series lie in the fans of free worlds.
type Paths struct {
	Coverage float64                `json:"coverage"` // share of the points inside the fan of the middle 80 % of the worlds
	Points   int                    `json:"points"`
	Skill    float64                `json:"skill"` // 1 − CRPS / CRPS of one who says that it stays as the cut opened
	Series   map[string]SeriesPaths `json:"series"`

	inside           int
	crps, staysError float64
}

// SeriesPaths is one series.
type SeriesPaths struct {
	Title  string  `json:"title"`
	Points int     `json:"points"`
	Inside int     `json:"inside"`
	Skill  float64 `json:"skill"`
}

// add takes in the series of one cut. The ranked probability score (Matheson and
// Winkler 1976) is in units of a series' own range, so that those of many units
// can be pooled; a point counts as much as any other.
func (p *Paths) add(m *engine.Model, fans [][]tally.Fan) {
	for k, series := range fans {
		if len(series) == 0 || len(series[0].Values) == 0 {
			continue
		}
		s := SeriesPaths{Title: m.Record.Series[k].Title, Points: len(series)}
		crps, stays, unit := 0.0, 0.0, rangeOf(series)
		for j := range series {
			f := &series[j]
			if n := len(f.Values); f.Values[n/10] <= f.Point.Value && f.Point.Value <= f.Values[n-1-n/10] {
				s.Inside++
			}
			crps += ranked(f.Values, f.Point.Value) / unit
			stays += math.Abs(float64(f.Stays-f.Point.Value)) / unit
		}
		s.Skill = against(crps, stays)
		p.Series[m.ID+"/"+m.Record.Series[k].ID] = s
		p.Points, p.inside, p.crps, p.staysError = p.Points+s.Points, p.inside+s.Inside, p.crps+crps, p.staysError+stays
	}
	if p.Points > 0 {
		p.Coverage, p.Skill = float64(p.inside)/float64(p.Points), against(p.crps, p.staysError)
	}
}

// against is the skill of a loss against another's.
func against(loss, base float64) float64 {
	if base == 0 {
		return 0
	}
	return 1 - loss/base
}

// rangeOf is how far a series' sourced values and the opening lie apart.
func rangeOf(series []tally.Fan) float64 {
	low, high := series[0].Stays, series[0].Stays
	for k := range series {
		low, high = min(low, series[k].Point.Value), max(high, series[k].Point.Value)
	}
	return math.Max(float64(high-low), float64(engine.Point))
}

// ranked is the continuous ranked probability score of sorted values.
func ranked(values []engine.Milli, came engine.Milli) float64 {
	n := float64(len(values))
	off, spread := 0.0, 0.0
	for k, v := range values {
		off += math.Abs(float64(v - came))
		spread += (2*float64(k) - n + 1) * float64(v)
	}
	return off/n - spread/(n*n)
}

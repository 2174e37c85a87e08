package tally

import "backchannel/engine"

// Result is a run in the form in which programs read it. Every share lies
// between 0 and 1; keys are ids of the scenario's files.
type Result struct {
	Scenario       string             `json:"scenario"`
	Cut            string             `json:"cut"`
	Seed           uint64             `json:"seed"`
	Worlds         int64              `json:"worlds"`
	Turns          int64              `json:"turns"`
	TurnsPerSecond float64            `json:"turns_per_second"`
	Outcomes       map[string]float64 `json:"outcomes"`         // of the headline, all of them
	YesNo          map[string]float64 `json:"yes_no"`           // the other outcomes
	Historical     string             `json:"historical"`       // the key of outcomes that history gave
	Mechanisms     map[string]float64 `json:"mechanisms"`       // what the cut can produce
	Scores         map[string]float64 `json:"scores"`           // mean score of each side, 0–100
	Agency         map[string]Agency  `json:"agency,omitempty"` // of each side, where it was asked for
	Interrupted    bool               `json:"interrupted"`
}

// Result forms shares and means from the counts of a run.
func (t *Tally) Result(m *engine.Model, seed uint64) Result {
	r := Result{Scenario: m.ID, Cut: m.Cut.ID, Seed: seed, Worlds: t.Worlds, Turns: t.Turns, Interrupted: t.Interrupted,
		Outcomes: map[string]float64{}, YesNo: map[string]float64{}, Mechanisms: map[string]float64{}, Scores: map[string]float64{}, Agency: map[string]Agency{}}
	if s := t.Elapsed.Seconds(); s > 0 {
		r.TurnsPerSecond = float64(t.Turns) / s
	}
	for k := range m.Headline.Outcomes {
		r.Outcomes[m.Headline.Outcomes[k].ID] = t.share(t.Outcomes[k])
	}
	if h := int(m.Headline.Historical); h >= 0 && h < len(m.Headline.Outcomes) {
		r.Historical = m.Headline.Outcomes[h].ID
	}
	for k := range m.YesNo {
		r.YesNo[m.YesNo[k].ID] = t.share(t.YesNo[k])
	}
	for k, can := range Possible(m) {
		if can || t.Mechanisms[k] > 0 {
			r.Mechanisms[engine.MechanismNames[k]] = t.share(t.Mechanisms[k])
		}
	}
	for side, sum := range t.Scores {
		r.Scores[engine.Side(side).String()] = t.share(sum) / 1000
	}
	return r
}

// share is a count per world, 0 where none was played.
func (c *Counts) share(n int64) float64 {
	if c.Worlds == 0 {
		return 0
	}
	return float64(n) / float64(c.Worlds)
}

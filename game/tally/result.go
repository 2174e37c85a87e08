package tally

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"backchannel/engine"
)

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
	Shard          string             `json:"shard,omitempty"` // "2/8": the second of eight parts of a run
	Counts         Whole              `json:"counts"`
}

// Whole holds the counts behind the shares, so that the parts of a run can be
// put together to the bit; keys as above.
type Whole struct {
	Outcomes   map[string]int64            `json:"outcomes"`
	YesNo      map[string]int64            `json:"yes_no"`
	Mechanisms map[string]int64            `json:"mechanisms"`
	Scores     map[string]int64            `json:"scores"`           // summed, thousandths of a point
	Agency     map[string]map[string]int64 `json:"agency,omitempty"` // worlds by SIDE other_goals OUTCOME and SIDE holds OUTCOME
}

// Result forms shares and means from the counts of a run.
func (t *Tally) Result(m *engine.Model, seed uint64) Result {
	r := Result{Scenario: m.ID, Cut: m.Cut.ID, Seed: seed, Worlds: t.Worlds, Turns: t.Turns, Interrupted: t.Interrupted, Counts: t.whole(m)}
	if s := t.Elapsed.Seconds(); s > 0 {
		r.TurnsPerSecond = float64(t.Turns) / s
	}
	if h := int(m.Headline.Historical); h >= 0 && h < len(m.Headline.Outcomes) {
		r.Historical = m.Headline.Outcomes[h].ID
	}
	r.form()
	return r
}

// whole names the counts of a run.
func (c *Counts) whole(m *engine.Model) Whole {
	w := Whole{Outcomes: map[string]int64{}, YesNo: map[string]int64{}, Mechanisms: map[string]int64{}, Scores: map[string]int64{}}
	for k := range m.Headline.Outcomes {
		w.Outcomes[m.Headline.Outcomes[k].ID] = c.Outcomes[k]
	}
	for k := range m.YesNo {
		w.YesNo[m.YesNo[k].ID] = c.YesNo[k]
	}
	for k, can := range Possible(m) {
		if can || c.Mechanisms[k] > 0 {
			w.Mechanisms[engine.MechanismNames[k]] = c.Mechanisms[k]
		}
	}
	for side, sum := range c.Scores {
		w.Scores[engine.Side(side).String()] = sum
	}
	return w
}

// form makes the shares and means from the counts.
func (r *Result) form() {
	n := float64(max(r.Worlds, 1))
	shares := func(counts map[string]int64, per float64) map[string]float64 {
		out := map[string]float64{}
		for key, c := range counts {
			out[key] = float64(c) / (n * per)
		}
		return out
	}
	r.Outcomes, r.YesNo, r.Mechanisms = shares(r.Counts.Outcomes, 1), shares(r.Counts.YesNo, 1), shares(r.Counts.Mechanisms, 1)
	r.Scores = shares(r.Counts.Scores, 1000)
	if r.Counts.Agency == nil {
		return
	}
	r.Agency = map[string]Agency{}
	for side := engine.Washington; side <= engine.Havana; side++ {
		r.Agency[side.String()] = Agency{OtherGoals: r.shift(side, "other_goals"), Holds: r.shift(side, "holds")}
	}
}

// shift is the total variation between the headline's shares and those of a run
// in which a side played otherwise.
func (r *Result) shift(side engine.Side, how string) float64 {
	sum, n := int64(0), max(r.Worlds, 1)
	for key, c := range r.Counts.Agency[side.String()+" "+how] {
		d := r.Counts.Outcomes[key] - c
		sum += max(d, -d)
	}
	return float64(sum) / float64(2*n)
}

// Otherwise adds a run of the same worlds in which a side played otherwise.
func (r *Result) Otherwise(m *engine.Model, side engine.Side, how string, c *Counts) {
	if r.Counts.Agency == nil {
		r.Counts.Agency = map[string]map[string]int64{}
	}
	counts := map[string]int64{}
	for k := range m.Headline.Outcomes {
		counts[m.Headline.Outcomes[k].ID] = c.Outcomes[k]
	}
	r.Counts.Agency[side.String()+" "+how] = counts
	r.form()
}

// Merge puts the parts of a run together: to the bit the result of one run of
// all, but for its speed.
func Merge(parts []Result) (Result, error) {
	if len(parts) == 0 {
		return Result{}, errors.New("nothing to merge")
	}
	total := parts[0]
	total.Counts = Whole{Outcomes: map[string]int64{}, YesNo: map[string]int64{}, Mechanisms: map[string]int64{}, Scores: map[string]int64{}}
	total.Worlds, total.Turns, total.TurnsPerSecond, total.Interrupted, total.Shard = 0, 0, 0, false, ""
	seen := map[string]bool{}
	for k := range parts {
		p := &parts[k]
		switch {
		case p.Scenario != total.Scenario || p.Cut != total.Cut || p.Seed != total.Seed || p.Historical != total.Historical:
			return total, fmt.Errorf("part %d is of %s/%s from seed %d, the first of %s/%s from seed %d", k+1, p.Scenario, p.Cut, p.Seed, total.Scenario, total.Cut, total.Seed)
		case p.Shard == "" && len(parts) > 1:
			return total, fmt.Errorf("part %d is a whole run, not a shard", k+1)
		case seen[p.Shard]:
			return total, fmt.Errorf("the shard %s is there twice", p.Shard)
		}
		seen[p.Shard] = true
		total.add(p)
	}
	if err := complete(seen, parts[0].Shard); err != nil {
		return total, err
	}
	total.form()
	return total, nil
}

// complete says which shards are missing.
func complete(seen map[string]bool, shard string) error {
	_, of, found := strings.Cut(shard, "/")
	if !found {
		return nil
	}
	n, err := strconv.Atoi(of)
	if err != nil {
		return fmt.Errorf("%q is no shard", shard)
	}
	for k := 1; k <= n; k++ {
		if name := fmt.Sprintf("%d/%d", k, n); !seen[name] {
			return fmt.Errorf("the shard %s is missing", name)
		}
	}
	return nil
}

func (r *Result) add(p *Result) {
	r.Worlds += p.Worlds
	r.Turns += p.Turns
	r.TurnsPerSecond += p.TurnsPerSecond
	r.Interrupted = r.Interrupted || p.Interrupted
	sum := func(into, from map[string]int64) {
		for key, n := range from {
			into[key] += n
		}
	}
	sum(r.Counts.Outcomes, p.Counts.Outcomes)
	sum(r.Counts.YesNo, p.Counts.YesNo)
	sum(r.Counts.Mechanisms, p.Counts.Mechanisms)
	sum(r.Counts.Scores, p.Counts.Scores)
	for key, counts := range p.Counts.Agency {
		if r.Counts.Agency == nil {
			r.Counts.Agency = map[string]map[string]int64{}
		}
		if r.Counts.Agency[key] == nil {
			r.Counts.Agency[key] = map[string]int64{}
		}
		sum(r.Counts.Agency[key], counts)
	}
}

// share is a count per world, 0 where none was played.
func (c *Counts) share(n int64) float64 {
	if c.Worlds == 0 {
		return 0
	}
	return float64(n) / float64(c.Worlds)
}

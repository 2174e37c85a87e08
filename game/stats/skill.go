// Package stats turns finished counts into figures: log scores, skills and
// their intervals. Worlds do not run through it, so it may use floats.
package stats

import (
	"math"

	"backchannel/engine"
	"backchannel/engine/fidelity"
)

// Unthought is the odds charged for a recorded thread that the policy did not
// generate.
const Unthought = 0.001

// Choices says how well the policy foresaw recorded decisions, one step ahead.
type Choices struct {
	When     float64 `json:"when"`      // mean log score of acting or holding, a turn of a side
	BaseRate float64 `json:"base_rate"` // the same for one who knows only how often they act
	Turns    int     `json:"turns"`

	WhatScore float64 `json:"what"` // mean log score of what was done, given that something was

	Skill      float64 `json:"skill"` // of what was done, given that something was: 1 − L(model) / L(baseline)
	Low        float64 `json:"low"`   // 90 % interval, bootstrap over months
	High       float64 `json:"high"`
	Baseline   string  `json:"baseline"` // the best of those tried
	Active     int     `json:"active"`   // decisions in which something was done
	Top1       float64 `json:"top1"`     // share in which it was the policy's first choice
	Top3       float64 `json:"top3"`
	Threads    float64 `json:"threads"`        // mean number of threads
	NotThought int     `json:"not_thought_of"` // recorded threads that the policy did not generate
}

// scored is one active decision's log scores.
type scored struct {
	month int
	model float64
	bases [len(baselines)]float64
}

var baselines = [...]string{"uniform over what could be done", "the same kind as last time", "what the side did in the other eras"}

// habits is how often each side did each kind of thing.
type habits [2][fidelity.Kinds]float64

func habitsOf(records []*fidelity.Record, but *fidelity.Record) (h habits) {
	for _, r := range records {
		if r.ID() == but.ID() {
			continue
		}
		for k := range r.Decisions {
			if d := &r.Decisions[k]; d.Acted() {
				h[d.Side][d.Kind()]++
			}
		}
	}
	return h
}

// ChoicesOf reads the decisions of one or several records; all are those of
// every era, from which a side's habits are read.
func ChoicesOf(all []*fidelity.Record, records ...*fidelity.Record) Choices {
	var c Choices
	var active []scored
	acted := 0
	for _, r := range records {
		var last [2]int
		elsewhere := habitsOf(all, r)
		for k := range r.Decisions {
			d := &r.Decisions[k]
			if d.First {
				c.Turns++
				p := 1 - float64(d.Hold)/float64(d.Total)
				if d.Acted() {
					acted++
				} else {
					p = 1 - p
				}
				c.When += math.Log(max(p, Unthought))
			}
			if d.Acted() {
				active = append(active, score(d, &last, &elsewhere, &c))
			}
		}
	}
	c.finish(active, acted)
	return c
}

// score is one active decision under the model and under each baseline.
func score(d *fidelity.Decision, last *[2]int, elsewhere *habits, c *Choices) scored {
	s := scored{month: month(d.Day)}
	p := Unthought
	if d.Weight > 0 && d.Total > d.Hold {
		p = float64(d.Weight) / float64(d.Total-d.Hold)
	} else {
		c.NotThought++
	}
	s.model = math.Log(max(p, Unthought))
	n := max(d.Acting(), 1)
	c.Threads += float64(n)
	s.bases[0] = math.Log(1 / float64(n))
	s.bases[1] = math.Log(max(sameKind(d, last[d.Side]), Unthought))
	s.bases[2] = math.Log(max(asElsewhere(d, &elsewhere[d.Side]), Unthought))
	last[d.Side] = d.Kind()
	if d.Rank == 1 {
		c.Top1++
	}
	if d.Rank >= 1 && d.Rank <= 3 {
		c.Top3++
	}
	return s
}

// sameKind is the odds of a thread for one who expects the kind of last time,
// smoothed by one count a kind that could be had; within the kind all alike.
func sameKind(d *fidelity.Decision, last int) float64 {
	kinds, sum := 0, 0.0
	for k, n := range d.Threads {
		if n > 0 {
			kinds++
			if k == last {
				sum++
			}
		}
	}
	of := d.Threads[d.Kind()]
	if of == 0 {
		return 0
	}
	share := 1.0
	if d.Kind() == last {
		share++
	}
	return share / (float64(kinds) + sum) / float64(of)
}

// asElsewhere is the odds of a thread for one who expects what the side did in
// the other eras, smoothed by one count a kind that can be had.
func asElsewhere(d *fidelity.Decision, counts *[fidelity.Kinds]float64) float64 {
	sum, known := 0.0, 0.0
	for k, n := range d.Threads {
		if n > 0 {
			sum += counts[k] + 1
		}
		known += counts[k]
	}
	of := d.Threads[d.Kind()]
	if of == 0 || known == 0 {
		return 0 // nothing is known of other eras
	}
	return (counts[d.Kind()] + 1) / sum / float64(of)
}

func month(day engine.Day) int {
	y, m, _ := day.Civil()
	return y*12 + m
}

func (c *Choices) finish(all []scored, acted int) {
	if c.Turns > 0 {
		c.When /= float64(c.Turns)
		p := float64(acted) / float64(c.Turns)
		for _, share := range [2]float64{p, 1 - p} {
			if share > 0 {
				c.BaseRate += share * math.Log(share)
			}
		}
	}
	c.Active = len(all)
	if len(all) == 0 {
		return
	}
	n := float64(len(all))
	c.Top1, c.Top3, c.Threads = c.Top1/n, c.Top3/n, c.Threads/n
	for k := range all {
		c.WhatScore += all[k].model / n
	}
	best := 0
	for b := range baselines {
		if sum(all, b) > sum(all, best) {
			best = b
		}
	}
	c.Baseline = baselines[best]
	c.Skill = skill(all, best)
	c.Low, c.High = interval(all, best)
}

func sum(all []scored, base int) (total float64) {
	for k := range all {
		total += all[k].bases[base]
	}
	return total
}

func skill(all []scored, base int) float64 {
	model, ref := 0.0, 0.0
	for k := range all {
		model += all[k].model
		ref += all[k].bases[base]
	}
	if ref == 0 {
		return 0
	}
	return 1 - model/ref
}

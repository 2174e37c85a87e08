package lab

import (
	"math"

	"backchannel/engine/whatif"
)

// Answer is one figure with what is not known about it. A value that stands on
// an empty condition is not defined and nil.
type Answer struct {
	Value     *float64 `json:"value"`
	Low       *float64 `json:"low"` // the range over theories
	High      *float64 `json:"high"`
	BoundLow  *float64 `json:"bound_low"` // Tian and Pearl: whatever the coupling; of needed and enough
	BoundHigh *float64 `json:"bound_high"`
	Second    *float64 `json:"second"`   // under the second coupling
	Worlds    int64    `json:"worlds"`   // that the value stands on
	Theories  int      `json:"theories"` // that do not abstain
	Fragile   bool     `json:"fragile"`  // the theories do not agree, or the second coupling does not
}

// Wide says whether the bounds are so far apart that the answer depends on how
// luck carries over.
func (a *Answer) Wide() bool {
	return a.BoundLow != nil && a.BoundHigh != nil && *a.BoundHigh-*a.BoundLow > 0.30
}

// fraction is a part of a whole; without a whole it has no value.
type fraction struct{ of, all int64 }

func (f fraction) value() *float64 {
	if f.all == 0 {
		return nil
	}
	v := float64(f.of) / float64(f.all)
	return &v
}

func (f fraction) plus(g fraction) fraction { return fraction{f.of + g.of, f.all + g.all} }

// effect is how far an outcome's share moves, with the standard error of the
// paired difference.
type effect struct{ move, error float64 }

// speaks is the sign of an effect that exceeds two standard errors, else 0.
func (e effect) speaks() int {
	switch {
	case math.Abs(e.move) <= 2*e.error || e.move == 0:
		return 0
	case e.move > 0:
		return 1
	}
	return -1
}

// paired is the effect over pairs of worlds of which so many gain an outcome and
// so many lose it.
func paired(gain, lose, worlds int64) effect {
	if worlds == 0 {
		return effect{}
	}
	n, d := float64(worlds), float64(gain-lose)
	return effect{d / n, math.Sqrt(math.Max(float64(gain+lose)-d*d/n, 0)) / n}
}

// ofFresh is the effect of the alternative in fresh luck.
func ofFresh(p *whatif.Pair, outcome int) effect {
	j := &p.Joint[outcome]
	return paired(j.OnlyNow, j.OnlyThen, p.Worlds)
}

// ofSame is its effect in same luck, against what came out.
func ofSame(a *whatif.Arm, outcome int, came bool) effect {
	if came {
		return paired(0, a.Worlds-a.Came[outcome], a.Worlds)
	}
	return paired(a.Came[outcome], 0, a.Worlds)
}

// measure is how one of the four figures is read from the counts of a theory.
type measure struct {
	of     func(c *whatif.Counts, outcome, coupling int) fraction
	effect func(c *whatif.Counts, outcome, coupling int) effect
	bounds func(then, now float64) (low, high float64) // nil: none
}

// changed is averted, of what came out, or would have brought, of what did not.
func changed(came bool) measure {
	return measure{
		of: func(c *whatif.Counts, outcome, coupling int) fraction {
			a := &c.Same[coupling]
			if came {
				return fraction{a.Worlds - a.Came[outcome], a.Worlds}
			}
			return fraction{a.Came[outcome], a.Worlds}
		},
		effect: func(c *whatif.Counts, outcome, coupling int) effect { return ofSame(&c.Same[coupling], outcome, came) },
	}
}

// needed is Pearl's probability of necessity of what was done, and enough that of
// sufficiency of the alternative, each with the bounds of Tian and Pearl (2000).
var needed = measure{
	of: func(c *whatif.Counts, outcome, coupling int) fraction {
		j := &c.Fresh[coupling].Joint[outcome]
		return fraction{j.OnlyThen, j.OnlyThen + j.Both}
	},
	effect: func(c *whatif.Counts, outcome, coupling int) effect { return ofFresh(&c.Fresh[coupling], outcome) },
	bounds: func(then, now float64) (float64, float64) {
		return math.Max(0, (then-now)/then), math.Min(1, (1-now)/then)
	},
}

var enough = measure{
	of: func(c *whatif.Counts, outcome, coupling int) fraction {
		j := &c.Fresh[coupling].Joint[outcome]
		return fraction{j.OnlyNow, j.OnlyNow + j.Neither}
	},
	effect: needed.effect,
	bounds: func(then, now float64) (float64, float64) {
		return math.Max(0, (now-then)/(1-then)), math.Min(1, now/(1-then))
	},
}

// answer forms one figure: counts are pooled over the theories that do not
// abstain before shares and bounds are formed.
func (m measure) answer(all []*whatif.Counts, outcome int) Answer {
	var pooled, second fraction
	var then, now fraction
	a := Answer{Theories: len(all)}
	for _, c := range all {
		one := m.of(c, outcome, 0)
		pooled, second = pooled.plus(one), second.plus(m.of(c, outcome, 1))
		a.Low, a.High = least(a.Low, one.value(), -1), least(a.High, one.value(), 1)
		j, worlds := &c.Fresh[0].Joint[outcome], c.Fresh[0].Worlds
		then, now = then.plus(fraction{j.Both + j.OnlyThen, worlds}), now.plus(fraction{j.Both + j.OnlyNow, worlds})
	}
	a.Value, a.Second, a.Worlds = pooled.value(), second.value(), pooled.all
	if m.bounds != nil && a.Value != nil {
		low, high := m.bounds(*then.value(), *now.value())
		a.BoundLow, a.BoundHigh = &low, &high
	}
	a.Fragile = m.fragile(all, outcome)
	return a
}

// least is the lesser of two values by sign −1, the greater by sign 1; nil is
// none.
func least(a, b *float64, sign float64) *float64 {
	if a == nil || b != nil && (*b-*a)*sign > 0 {
		return b
	}
	return a
}

// fragile says whether fewer than three quarters of the theories speak with the
// majority, or one speaks the other way, or the second coupling does. Where
// nothing speaks at all the answer is that nothing changes, and stands.
func (m measure) fragile(all []*whatif.Counts, outcome int) bool {
	v := m.voices(all, outcome)
	if v.up == 0 && v.down == 0 {
		return v.second != 0
	}
	most, other, sign := v.up, v.down, 1
	if v.down > v.up {
		most, other, sign = v.down, v.up, -1
	}
	return 4*most < 3*len(all) || other > 0 || v.second == -sign
}

// voices are how many theories say that an outcome becomes likelier, and how many
// that it becomes less likely; and what the second coupling says, pooled.
type voices struct{ up, down, second int }

func (m measure) voices(all []*whatif.Counts, outcome int) (v voices) {
	var sum effect
	for _, c := range all {
		switch m.effect(c, outcome, 0).speaks() {
		case 1:
			v.up++
		case -1:
			v.down++
		}
		e := m.effect(c, outcome, 1)
		sum.move += e.move
		sum.error += e.error * e.error
	}
	sum.error = math.Sqrt(sum.error)
	v.second = sum.speaks()
	return v
}

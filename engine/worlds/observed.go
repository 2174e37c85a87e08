package worlds

import (
	"backchannel/engine"
	"backchannel/engine/noise"
	"backchannel/engine/policy"
)

// Chooser is a person, or who stands in for one.
type Chooser interface {
	Decide(w *engine.World, n engine.Need) engine.Choice
}

// Observed is a play-through with all that came out in it: what conditioning
// needs.
type Observed struct {
	Setup engine.Setup
	Side  engine.Side // the person's
	Made  []Made
	Trace noise.Trace
	Hash  uint64
}

// Made is a choice of the person in its slot.
type Made struct {
	Slot   noise.Slot
	Choice engine.Choice
}

// Observe plays a world with a person in one chair and the policy in the
// other, and records every race and clock. The person's choices are weighed as
// the policy would have weighed them and stand as the winners of their races.
func Observe(m *engine.Model, set engine.Setup, side engine.Side, person Chooser) *Observed {
	o := &Observed{Setup: set, Side: side}
	w := engine.NewWorld(m, set)
	w.Audit = &engine.Audit{Trace: &o.Trace}
	w.Reset(set, noise.Free(set.Seed))
	minds := [2]*policy.Mind{policy.New(w, engine.Washington), policy.New(w, engine.Havana)}
	for {
		n := w.Next()
		if n.Over {
			break
		}
		if n.Side != side {
			decide(w, n, minds[n.Side])
			continue
		}
		c := person.Decide(w, n)
		if w.WhyNot(side, &c) != engine.Legal {
			c = Silence(n)
		}
		minds[side].Record(w, n, c)
		o.Made = append(o.Made, Made{w.Slot(n), c})
		if w.Choose(c, [2]engine.Reason{}) != engine.Legal {
			panic("worlds: a legal choice was refused")
		}
	}
	o.Hash = w.Audit.Hash
	return o
}

func decide(w *engine.World, n engine.Need, mind *policy.Mind) {
	c, why := mind.Decide(w, n)
	if w.Choose(c, why) != engine.Legal {
		w.Choose(Silence(n), [2]engine.Reason{})
	}
}

// Sample plays the world again under noise sampled given everything that came
// out, both sides by the policy: the person goes on in the same manner. With
// nothing changed the hash is the play-through's own.
func (o *Observed) Sample(w *engine.World, minds [2]*policy.Mind, src noise.Source) uint64 {
	w.Reset(o.Setup, src)
	at := 0
	for {
		n := w.Next()
		if n.Over {
			return w.Audit.Hash
		}
		if n.Side != o.Side || at >= len(o.Made) || o.Made[at].Slot != w.Slot(n) {
			decide(w, n, minds[n.Side])
			continue
		}
		made := o.Made[at].Choice
		at++
		if w.WhyNot(n.Side, &made) != engine.Legal {
			decide(w, n, minds[n.Side])
			continue
		}
		c, why := minds[n.Side].DecideAmong(w, n, &made)
		if w.Choose(c, why) != engine.Legal {
			w.Choose(Silence(n), [2]engine.Reason{})
		}
	}
}

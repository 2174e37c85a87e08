package policy

import (
	"backchannel/engine"
	"backchannel/engine/noise"
)

// Random plays a side at random: the kind first, uniformly, hold included,
// then a draw within the kind from the whole legal grammar. It is the yardstick
// that the policy has to beat.
type Random struct {
	Side engine.Side
	Seed uint64
	o    engine.Observation
	b    *engine.Briefing
}

// NewRandom makes a random player for a side of a world.
func NewRandom(w *engine.World, side engine.Side, seed uint64) *Random {
	return &Random{Side: side, Seed: seed, b: w.Brief(side)}
}

// pick draws a number below n for a use of the slot.
func (r *Random) pick(w *engine.World, n engine.Need, use uint64, below int) int {
	u := noise.Mix(noise.Mix(uint64(w.Slot(n)), r.Seed+0x1234567), use+0x9e3779b97f4a7c15)
	return int(u >> 33 % uint64(below))
}

// Decide makes a legal choice at random.
func (r *Random) Decide(w *engine.World, n engine.Need) engine.Choice {
	w.Observe(r.Side, &r.o)
	if n.Stage != engine.StageMove {
		return r.answer(w, n)
	}
	var legal [engine.KindCount]bool
	legal[engine.Hold] = true
	for k := range r.b.Moves {
		if r.o.Moves[k] == engine.Legal && r.b.Moves[k].ID != "" {
			legal[r.b.Moves[k].Kind] = true
		}
	}
	legal[engine.Probe], legal[engine.Offer] = true, true
	kinds := make([]engine.Kind, 0, engine.KindCount)
	for k := range legal {
		if legal[k] {
			kinds = append(kinds, engine.Kind(k))
		}
	}
	kind := kinds[r.pick(w, n, 1, len(kinds))]
	for try := uint64(0); try < 20; try++ {
		c := r.draw(w, n, kind, try)
		if w.WhyNot(r.Side, &c) == engine.Legal {
			return c
		}
	}
	return engine.HoldChoice
}

func (r *Random) draw(w *engine.World, n engine.Need, kind engine.Kind, try uint64) engine.Choice {
	c := engine.Choice{Kind: kind, Move: -1, Issue: -1, Channel: -1}
	use := 100 * (try + 1)
	switch kind {
	case engine.Hold:
		return c
	case engine.Probe:
		c.Issue = int8(r.pick(w, n, use+1, len(r.b.Issues)))
		c.Channel = int8(r.pick(w, n, use+2, len(r.b.Channels)))
		return c
	case engine.Offer:
		c.Channel = int8(r.pick(w, n, use+2, len(r.b.Channels)+1)) - 1
		c.Package = r.pack(w, n, use+3)
		return c
	}
	moves := make([]int16, 0, len(r.b.Moves))
	for k := range r.b.Moves {
		if r.b.Moves[k].ID != "" && r.b.Moves[k].Kind == kind && r.o.Moves[k] == engine.Legal {
			moves = append(moves, int16(k))
		}
	}
	if len(moves) == 0 {
		return engine.HoldChoice
	}
	c.Move = moves[r.pick(w, n, use+9, len(moves))]
	return c
}

func (r *Random) pack(w *engine.World, n engine.Need, use uint64) engine.Package {
	var p engine.Package
	p.NAsk = int8(1 + r.pick(w, n, use, 2))
	p.NGive = int8(r.pick(w, n, use+1, 3))
	for k := int8(0); k < p.NAsk; k++ {
		p.Ask[k] = r.term(w, n, use+10+uint64(k))
		p.Ask[k].Fee = r.pick(w, n, use+20+uint64(k), 4) == 0
	}
	for k := int8(0); k < p.NGive; k++ {
		p.Give[k] = r.term(w, n, use+30+uint64(k))
	}
	return p
}

func (r *Random) term(w *engine.World, n engine.Need, use uint64) engine.Term {
	i := r.pick(w, n, use, len(r.b.Issues))
	return engine.Term{Issue: int8(i), Rung: int8(r.pick(w, n, use+40, len(r.b.Issues[i].Rungs)))}
}

func (r *Random) answer(w *engine.World, n engine.Need) engine.Choice {
	c := engine.Choice{Kind: engine.Answer, Move: -1, Issue: -1, Channel: -1, Item: n.Item}
	kinds := []engine.AnswerKind{engine.Accept, engine.Refuse, engine.Silence}
	if n.Stage == engine.StagePromise {
		c.Kind, kinds = engine.Promise, []engine.AnswerKind{engine.Keep, engine.Delay, engine.Deny}
	}
	for try := uint64(0); try < 10; try++ {
		c.Answer = kinds[r.pick(w, n, 2+try, len(kinds))]
		if w.WhyNot(r.Side, &c) == engine.Legal {
			return c
		}
	}
	c.Answer = kinds[len(kinds)-1]
	return c
}

package whatif

import (
	"backchannel/engine"
	"backchannel/engine/abduct"
	"backchannel/engine/noise"
)

// Question is what would have come of another move in one decision of a
// play-through, under one theory.
type Question struct {
	Fork    *abduct.Fork
	Move    engine.Choice  // the alternative
	Instead *engine.Choice // what it is held against; nil: what was done
	Manner  abduct.Manner  // how the mover goes on, in same luck
	Seed    uint64         // of the first sample; the others follow it
	Plain   bool           // no fans are kept

	types *abduct.Types
	own   Came
}

// New is a question ready to be asked, or the reason why the moves are not legal
// in the slot.
func New(f *abduct.Fork, move engine.Choice, instead *engine.Choice, manner abduct.Manner, seed uint64) (*Question, engine.WhyNot) {
	q := &Question{Fork: f, Move: move, Instead: instead, Manner: manner, Seed: seed, types: f.Types(), own: CameOf(f.Past.Final)}
	if why := f.Legal(move); why != engine.Legal {
		return nil, why
	}
	if instead != nil {
		if why := f.Legal(*instead); why != engine.Legal {
			return nil, why
		}
	}
	return q, engine.Legal
}

// Against is what the alternative is held against.
func (q *Question) Against() engine.Choice {
	if q.Instead != nil {
		return *q.Instead
	}
	return q.Fork.Decision().Choice
}

// Own is what came out in the play-through itself.
func (q *Question) Own() Came { return q.own }

// Came is what came out in a world: a bit an outcome, those of the headline
// first, then the yes-or-no ones.
type Came uint64

// CameOf reads a finished world.
func CameOf(w *engine.World) Came {
	c := Came(1) << w.Outcome()
	for k := range w.M.YesNo {
		if w.M.YesNo[k].When.True(&w.S) {
			c |= 1 << (len(w.M.Headline.Outcomes) + k)
		}
	}
	return c
}

// Has says whether an outcome came out.
func (c Came) Has(outcome int) bool { return c>>outcome&1 == 1 }

// Outcomes are the outcomes of a model in the order of Came, by id; the first
// so many are the headline's.
func Outcomes(m *engine.Model) (ids []string, headline int) {
	for k := range m.Headline.Outcomes {
		ids = append(ids, m.Headline.Outcomes[k].ID)
	}
	for k := range m.YesNo {
		ids = append(ids, m.YesNo[k].ID)
	}
	return ids, len(m.Headline.Outcomes)
}

// sample is the seed of the k-th sample.
func (q *Question) sample(k int64) uint64 { return noise.Mix(q.Seed+0x9216d5d98979fb1b, uint64(k)) }

// ThisWorld plays the one world of the game's own noise with the one move
// changed, the person going on as played and the policy as its noise has it.
func (q *Question) ThisWorld(a *abduct.Actor) Came {
	move := q.Move
	a.Run(q.Fork, &abduct.Line{Noise: noise.Free(q.Fork.Past.Setup.Seed), Move: &move, This: true, Type: -1})
	return CameOf(&a.W)
}

// same is the k-th line of same luck.
func (q *Question) same(k int64, move *engine.Choice, cut bool) abduct.Line {
	seed := q.sample(k)
	l := abduct.Line{Noise: q.Fork.Past.Sample(seed), Own: noise.Free(noise.Mix(seed, 0xd1310ba698dfb5ac)), Move: move, Manner: q.Manner, Type: -1}
	if cut {
		l.Noise, l.Own = l.Noise.Cut(), l.Own.Cut()
	}
	return l
}

// fresh is the k-th line of fresh luck: the noise of what had come out before,
// another type of the other side, and nobody bound by what came later.
func (q *Question) fresh(k int64, move *engine.Choice, cut bool) abduct.Line {
	seed := q.sample(k)
	l := abduct.Line{Noise: q.Fork.Before(seed), Move: move, Manner: abduct.AsAnyone, Fresh: true, Type: q.types.Draw(noise.Free(seed))}
	if cut {
		l.Noise = l.Noise.Cut()
	}
	l.Own = l.Noise
	return l
}

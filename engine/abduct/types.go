package abduct

import (
	"backchannel/engine"
	"backchannel/engine/noise"
	"backchannel/engine/policy"
)

// Types are the odds of a side's types as they could be known before a decision:
// how likely each was drawn, times the odds that its policy gave to the side's
// choices so far. A frank answer rules out the types that would have given
// another.
type Types struct {
	Side     engine.Side
	contents []uint64
	weights  []noise.Weight
}

// Draw draws a type by a source of noise.
func (t *Types) Draw(src noise.Source) int8 {
	slot := noise.SlotOf(0, uint8(t.Side), uint8(engine.StageDraw), 1)
	return int8(src.Race(slot, t.contents, t.weights))
}

// Weights are the odds against each other.
func (t *Types) Weights() []noise.Weight { return t.weights }

// Types weighs the types of the side that does not move at a fork.
func (f *Fork) Types() *Types {
	if f.types == nil {
		f.types = f.weighTypes()
	}
	return f.types
}

func (f *Fork) weighTypes() *Types {
	side := f.Decision().Need.Side.Other()
	m := f.Past.M
	types := m.Sides[side].Types
	j := judge{fork: f, side: side, surprise: make([]uint64, len(types)), out: make([]bool, len(types))}
	j.walk()
	t := &Types{Side: side, contents: make([]uint64, len(types)), weights: make([]noise.Weight, len(types))}
	scores := make([]int64, len(types))
	for k := range types {
		t.contents[k] = noise.Mix(noise.HashString("type"), uint64(k))
		scores[k] = -int64(j.surprise[k])
		if j.out[k] {
			scores[k] = -1 << 60
		}
	}
	noise.WeightsInto(t.weights, scores, 1<<32)
	total := uint64(0)
	for k := range types {
		total = max(total, uint64(types[k].Weight))
	}
	for k := range types {
		w := uint64(t.weights[k]) * uint64(types[k].Weight) / max(total, 1)
		t.weights[k] = noise.Weight(max(w, 1))
	}
	return t
}

// judge holds each type of a side against what the side chose.
type judge struct {
	fork     *Fork
	side     engine.Side
	mind     *policy.Mind
	surprise []uint64 // −ln of the odds, Q32
	out      []bool
}

// walk goes through the play-through up to the fork.
func (j *judge) walk() {
	p := j.fork.Past
	w := p.replayer()
	j.mind = policy.New(w, j.side)
	for k := range p.Decisions[:j.fork.At] {
		d := &p.Decisions[k]
		n := w.Next()
		if d.Need.Side == j.side && d.By != Imposed {
			j.weigh(w, n, d)
		}
		p.repeat(w, d)
	}
}

// weigh asks each type how surprised it would be by a choice.
func (j *judge) weigh(w *engine.World, n engine.Need, d *Decision) {
	was := w.S.Type[j.side]
	frank := d.about.kind == engine.Probe && d.Choice.Kind == engine.Answer && d.Choice.Answer == engine.Accept
	var told [3]int8
	if frank {
		j.mind.Look(w)
		told = j.tells(d.about.issue)
	}
	for k := range j.surprise {
		w.S.Type[j.side] = int8(k)
		if j.surprise[k] += j.mind.Surprise(w, n, d.Choice); frank && j.tells(d.about.issue) != told {
			j.out[k] = true
		}
	}
	w.S.Type[j.side] = was
}

// tells is what a frank answer on an issue says.
func (j *judge) tells(issue int8) [3]int8 {
	b := j.mind.B
	return [3]int8{j.mind.O.Cares[issue], b.Type.Furthest[issue], engine.BestRung(b.Type.Values[issue][:len(b.Issues[issue].Rungs)])}
}

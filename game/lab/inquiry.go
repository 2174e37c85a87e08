package lab

import (
	"context"

	"backchannel/engine"
	"backchannel/engine/abduct"
	"backchannel/engine/whatif"
)

// Inquiry is one question under several theories, the first of them the fitted
// one, with the counts.
type Inquiry struct {
	Versions  []Version
	Questions []*whatif.Question // nil: the move is not legal under that theory
	Counts    []*whatif.Counts
	Manners   map[abduct.Manner]*whatif.Counts // same luck in the other manners; nil: not asked

	reader *abduct.Actor // of the ledger of single worlds; nil until it is needed
}

// NewInquiry puts a question about one decision of a play-through under every
// theory: each replays the play-through by itself. It says why the move is not
// legal under the first.
func NewInquiry(p *abduct.Past, decision int, move engine.Choice, instead *engine.Choice, manner abduct.Manner, seed uint64, versions []Version) (*Inquiry, engine.WhyNot) {
	q, why := whatif.New(p.Fork(decision), move, instead, manner, seed)
	if why != engine.Legal {
		return nil, why
	}
	i := &Inquiry{Versions: versions[:1], Questions: []*whatif.Question{q}}
	for _, v := range versions[1:] {
		i.under(v)
	}
	return i, engine.Legal
}

// under puts the question under one theory more.
func (q *Inquiry) under(v Version) {
	b := q.base()
	own := b.Fork.Past.Under(v.Model)
	var other *whatif.Question
	if at := own.Index(b.Fork.Decision().Slot); at >= 0 {
		if other, _ = whatif.New(own.Fork(at), b.Move, b.Instead, b.Manner, b.Seed); other != nil {
			other.Plain = true
		}
	}
	q.Versions, q.Questions = append(q.Versions, v), append(q.Questions, other)
}

// Ask plays the worlds and forms the answers. Where the context ends early they
// are of fewer worlds.
func (q *Inquiry) Ask(ctx context.Context, o Options) Alternative {
	q.Counts = Ask(ctx, q.Questions, o)
	q.Manners = manners(ctx, q.base(), o)
	return q.Answer()
}

// Answer forms the answers from what has been counted.
func (q *Inquiry) Answer() Alternative {
	r := q.Result()
	if q.Counts[0].Same[0].Worlds > 0 {
		r.addManners(q, q.Manners)
	}
	r.ThisWorld = q.thisWorld()
	return r
}

// thisWorld is what the game's own noise gives, nil for the record.
func (q *Inquiry) thisWorld() Shares {
	past := q.base().Fork.Past
	if past.Record {
		return nil
	}
	came, out := q.base().ThisWorld(abduct.NewActor(past.M)), Shares{}
	ids, headline := whatif.Outcomes(past.M)
	for k, id := range ids[:headline] {
		out[id] = 0
		if came.Has(k) {
			out[id] = 1
		}
	}
	return out
}

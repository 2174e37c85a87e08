package lab

import (
	"context"

	"backchannel/engine"
	"backchannel/engine/abduct"
	"backchannel/engine/whatif"
	"backchannel/game/lang"
)

// Inquiry is one question under several theories, the first of them the fitted
// one, with the counts.
type Inquiry struct {
	Versions  []Version
	Questions []*whatif.Question // nil: the move is not legal under that theory
	Counts    []*whatif.Counts

	reader *abduct.Actor // of the ledger of single worlds; nil until it is needed
}

// NewInquiry puts a question about one decision of a play-through under every
// theory: each replays the play-through by itself. It says why the move is not
// legal under the first.
func NewInquiry(p *abduct.Past, decision int, move engine.Choice, instead *engine.Choice, manner abduct.Manner, seed uint64, versions []Version) (*Inquiry, engine.WhyNot) {
	i := &Inquiry{Versions: versions, Questions: make([]*whatif.Question, len(versions))}
	for k := range versions {
		own, at := p, decision
		if k > 0 {
			own = p.Under(versions[k].Model)
			at = own.Index(p.Decisions[decision].Slot)
		}
		if at < 0 {
			continue
		}
		q, why := whatif.New(own.Fork(at), move, instead, manner, seed)
		if k == 0 && why != engine.Legal {
			return nil, why
		}
		if k > 0 && q != nil {
			q.Plain = true
		}
		i.Questions[k] = q
	}
	return i, engine.Legal
}

// Ask plays the worlds and forms the answers. Where the context ends early they
// are of fewer worlds.
func (q *Inquiry) Ask(ctx context.Context, o Options) Alternative {
	q.Counts = Ask(ctx, q.Questions, o)
	r := q.Result()
	if q.Counts[0].Same[0].Worlds > 0 {
		r.addManners(q, manners(ctx, q.base(), o))
	}
	if past := q.base().Fork.Past; !past.Record {
		came := q.base().ThisWorld(abduct.NewActor(past.M))
		r.ThisWorld = Shares{}
		ids, headline := whatif.Outcomes(past.M)
		for k, id := range ids[:headline] {
			r.ThisWorld[id] = 0
			if came.Has(k) {
				r.ThisWorld[id] = 1
			}
		}
	}
	return r
}

// Page is a page on the slots' play-through.
func (s Slots) Page(c *lang.Catalog) *Page { return NewPage(c, s[0].ask[0]) }

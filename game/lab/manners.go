package lab

import (
	"context"
	"sync"

	"backchannel/engine/abduct"
	"backchannel/engine/whatif"
)

// Manner is same luck where the mover goes on in another manner.
type Manner struct {
	Worlds   int64  `json:"worlds"`
	SameLuck Shares `json:"same_luck"`
}

// otherManners is how many manners there are beside a question's own.
const otherManners = len(abduct.MannerNames) - 1

// inManners is a question in the other manners.
func inManners(q *whatif.Question) (out []*whatif.Question) {
	for m := abduct.SameManner; m <= abduct.AsAnyone; m++ {
		if m != q.Manner {
			other := *q
			other.Manner = m
			out = append(out, &other)
		}
	}
	return out
}

// nothingYet are empty counts by manner.
func nothingYet(questions []*whatif.Question) map[abduct.Manner]*whatif.Counts {
	out := map[abduct.Manner]*whatif.Counts{}
	for _, q := range questions {
		out[q.Manner] = whatif.NewCounts(q)
	}
	return out
}

// manners asks same luck under the first theory in the other two manners, with a
// quarter of the worlds.
func manners(ctx context.Context, q *whatif.Question, o Options) map[abduct.Manner]*whatif.Counts {
	questions := inManners(q)
	out := nothingYet(questions)
	var lock sync.Mutex
	jobs(ctx, o.quarter(), len(questions), func() worker {
		actor := abduct.NewActor(q.Fork.Past.M)
		askers := []*whatif.Asker{whatif.NewAsker(questions[0], actor), whatif.NewAsker(questions[1], actor)}
		return worker{
			play: func(at int, k int64) { askers[at].One(k) },
			done: func() {
				lock.Lock()
				defer lock.Unlock()
				for _, a := range askers {
					out[a.Q.Manner].Add(a.C)
				}
			},
		}
	})
	return out
}

// addManners says what the other manners give, and whether the headline depends
// on what came next.
func (r *Alternative) addManners(q *Inquiry, others map[abduct.Manner]*whatif.Counts) {
	ids, headline := whatif.Outcomes(q.base().Fork.Past.M)
	r.Manners = map[string]Manner{}
	for m, c := range others {
		s := Shares{}
		for k, id := range ids[:headline] {
			s[id] = orZero(fraction{c.Same[0].Came[k], c.Same[0].Worlds})
		}
		r.Manners[m.String()] = Manner{c.Same[0].Worlds, s}
	}
	if q.Counts[0] == nil {
		return
	}
	r.Depends = q.depends(others, ids[:headline])
}

// depends says whether in one manner an outcome comes out in most worlds and in
// another in few.
func (q *Inquiry) depends(others map[abduct.Manner]*whatif.Counts, ids []string) bool {
	for k := range ids {
		mine := majority(&q.Counts[0].Same[0], k)
		for _, c := range others {
			if other := majority(&c.Same[0], k); mine*other < 0 {
				return true
			}
		}
	}
	return false
}

// majority is 1 where an outcome clearly comes out in most worlds, −1 where it
// clearly does not, else 0.
func majority(a *whatif.Arm, outcome int) int {
	e := paired(a.Came[outcome], 0, a.Worlds)
	return effect{e.move - 0.5, e.error}.speaks()
}

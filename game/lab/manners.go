package lab

import (
	"context"
	"maps"
	"math"
	"slices"
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

// depends says whether the endings of another manner are clearly others: their
// distributions lie at least a quarter apart, and further than chance would
// have it.
func (q *Inquiry) depends(others map[abduct.Manner]*whatif.Counts, ids []string) bool {
	for _, c := range others {
		if apart(&q.Counts[0].Same[0], &c.Same[0], len(ids)) {
			return true
		}
	}
	return false
}

// leastApart is how far distributions lie apart that differ enough to be told.
const leastApart = 0.25

// apart says whether two arms end clearly otherwise.
func apart(a, b *whatif.Arm, outcomes int) bool {
	if a.Worlds == 0 || b.Worlds == 0 {
		return false
	}
	distance := 0.0
	for k := range outcomes {
		distance += math.Abs(float64(a.Came[k])/float64(a.Worlds)-float64(b.Came[k])/float64(b.Worlds)) / 2
	}
	chance := math.Sqrt(0.25/float64(a.Worlds) + 0.25/float64(b.Worlds)) // of a share of one half, the widest
	return distance >= leastApart && distance > 2*chance
}

// far is the manner whose endings lie furthest from those of the answer, "" where
// none is clearly apart.
func (r *Alternative) far() (manner string) {
	most := leastApart
	for _, name := range abduct.MannerNames {
		m, ok := r.Manners[name]
		if !ok {
			continue
		}
		distance := 0.0
		for id, share := range r.SameLuck {
			distance += math.Abs(share-m.SameLuck[id]) / 2
		}
		if distance >= most {
			manner, most = name, distance
		}
	}
	return manner
}

// likeliest is the outcome with the largest share; of equal ones the first by
// name.
func (s Shares) likeliest() (id string) {
	for _, k := range slices.Sorted(maps.Keys(s)) {
		if id == "" || s[k] > s[id] {
			id = k
		}
	}
	return id
}

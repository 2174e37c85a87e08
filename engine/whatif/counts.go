package whatif

import (
	"backchannel/engine"
	"backchannel/engine/abduct"
)

// Arm counts what came out under one move.
type Arm struct {
	Worlds int64
	Came   []int64 // an outcome
}

func (a *Arm) see(c Came) {
	a.Worlds++
	for k := range a.Came {
		if c.Has(k) {
			a.Came[k]++
		}
	}
}

func (a *Arm) add(b *Arm) {
	a.Worlds += b.Worlds
	for k := range a.Came {
		a.Came[k] += b.Came[k]
	}
}

// Joint counts the worlds of a pair, which differ in the move alone, by what
// came out in both.
type Joint struct {
	Both, OnlyThen, OnlyNow, Neither int64 // then: under what the alternative is held against; now: under the alternative
}

// Pair counts pairs of worlds.
type Pair struct {
	Worlds int64
	Joint  []Joint // an outcome
}

func (p *Pair) see(then, now Came) {
	p.Worlds++
	for k := range p.Joint {
		j := &p.Joint[k]
		switch {
		case then.Has(k) && now.Has(k):
			j.Both++
		case then.Has(k):
			j.OnlyThen++
		case now.Has(k):
			j.OnlyNow++
		default:
			j.Neither++
		}
	}
}

func (p *Pair) add(q *Pair) {
	p.Worlds += q.Worlds
	for k := range p.Joint {
		a, b := &p.Joint[k], &q.Joint[k]
		a.Both, a.OnlyThen, a.OnlyNow, a.Neither = a.Both+b.Both, a.OnlyThen+b.OnlyThen, a.OnlyNow+b.OnlyNow, a.Neither+b.Neither
	}
}

// Counts are what the worlds of a question came to. They are added up, so the
// order of the worlds does not matter.
type Counts struct {
	Same    [2]Arm // same luck under the alternative, by coupling
	Instead Arm    // and under what it is held against, where that was not done
	Fresh   [2]Pair
	New     int64 // same-luck worlds that pass through a choice that nobody faced
	Parting map[Parting]Parted
	Fans    *Fans                // nil: not kept
	Later   map[engine.Day]int64 // same-luck worlds in which the mover does what was done all the same, by the turn
	Scores  []int64              // same-luck worlds by the person's score, 0–100; nil where nobody played
}

// NewCounts are empty counts for a question.
func NewCounts(q *Question) *Counts {
	ids, _ := Outcomes(q.Fork.Past.M)
	arm := func() Arm { return Arm{Came: make([]int64, len(ids))} }
	pair := func() Pair { return Pair{Joint: make([]Joint, len(ids))} }
	c := &Counts{Same: [2]Arm{arm(), arm()}, Instead: arm(), Fresh: [2]Pair{pair(), pair()}, Parting: map[Parting]Parted{}, Later: map[engine.Day]int64{}}
	if q.Fork.Past.Person != engine.NoSide {
		c.Scores = make([]int64, points)
	}
	if !q.Plain {
		c.Fans = newFans(q)
	}
	return c
}

// Add adds the counts of other worlds of the same question.
func (c *Counts) Add(d *Counts) {
	for k := range c.Same {
		c.Same[k].add(&d.Same[k])
		c.Fresh[k].add(&d.Fresh[k])
	}
	c.Instead.add(&d.Instead)
	c.New += d.New
	for k, v := range d.Parting {
		c.Parting[k] = c.Parting[k].and(v)
	}
	for day, n := range d.Later {
		c.Later[day] += n
	}
	for k, n := range d.Scores {
		c.Scores[k] += n
	}
	c.Fans.add(d.Fans)
}

// score counts how far the person's goals are reached at the end of a world.
func (c *Counts) score(q *Question, w *engine.World) {
	if c.Scores != nil {
		c.Scores[min(max((w.Score(q.Fork.Past.Person)+500)/1000, 0), points-1)]++
	}
}

// Score is the score below or at which a share of the worlds lies, in thousandths;
// −1 without worlds.
func (c *Counts) Score(share int64) int {
	var sum, total int64
	for _, n := range c.Scores {
		total += n
	}
	for k, n := range c.Scores {
		if sum += n; total > 0 && sum*1000 >= share*total {
			return k
		}
	}
	return -1
}

// Asker asks a question world by world. It is not safe for concurrent use.
type Asker struct {
	Q *Question
	C *Counts

	actor *abduct.Actor
	eyes  eyes
}

// NewAsker makes an asker; several of one model may share an actor, one after
// the other.
func NewAsker(q *Question, a *abduct.Actor) *Asker {
	return &Asker{Q: q, C: NewCounts(q), actor: a}
}

// Same plays the k-th world of same luck under both couplings, and the world of
// what the alternative is held against where that was not done.
func (a *Asker) Same(k int64) {
	a.One(k)
	a.C.Same[1].see(a.same(k, a.Q.Move, true))
	if a.Q.Instead != nil {
		a.C.Instead.see(a.same(k, *a.Q.Instead, false))
	}
}

// One plays the k-th world of same luck under the first coupling alone, and sees
// where it parts and how its meters go.
func (a *Asker) One(k int64) {
	a.eyes.open(a.Q, a.C, k)
	a.actor.Seer = &a.eyes
	a.C.Same[0].see(a.same(k, a.Q.Move, false))
	a.actor.Seer = nil
	a.eyes.close(&a.actor.W)
	if a.actor.New > 0 {
		a.C.New++
	}
}

func (a *Asker) same(k int64, move engine.Choice, cut bool) Came {
	l := a.Q.same(k, &move, cut)
	a.actor.Run(a.Q.Fork, &l)
	return CameOf(&a.actor.W)
}

// Fresh plays the k-th pair of worlds of fresh luck, under each coupling.
func (a *Asker) Fresh(k int64) {
	for cut := range 2 {
		a.C.Fresh[cut].see(a.fresh(k, a.Q.Against(), cut == 1), a.fresh(k, a.Q.Move, cut == 1))
	}
}

// Then plays the k-th world of fresh luck under what the alternative is held
// against.
func (a *Asker) Then(k int64) Came { return a.fresh(k, a.Q.Against(), false) }

// Quick plays the k-th world of same luck and of fresh luck under the first
// coupling alone; then is what Then gave.
func (a *Asker) Quick(k int64, then Came) {
	a.One(k)
	a.C.Fresh[0].see(then, a.fresh(k, a.Q.Move, false))
}

func (a *Asker) fresh(k int64, move engine.Choice, cut bool) Came {
	l := a.Q.fresh(k, &move, cut)
	a.actor.Run(a.Q.Fork, &l)
	return CameOf(&a.actor.W)
}

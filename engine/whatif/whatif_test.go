package whatif_test

import (
	"testing"

	"backchannel/engine"
	"backchannel/engine/abduct"
	"backchannel/engine/policy"
	"backchannel/engine/whatif"
)

// ask plays so many samples of a question.
func ask(q *whatif.Question, worlds int64) *whatif.Counts {
	a := whatif.NewAsker(q, abduct.NewActor(q.Fork.Past.M))
	for k := range worlds {
		a.Same(k)
		a.Fresh(k)
	}
	return a.C
}

// TestTheSameMoveChangesNothing: where the alternative is what was done, same
// luck gives what came out, in every world and under both couplings, no world
// parts, and the two worlds of each pair of fresh luck are one.
func TestTheSameMoveChangesNothing(t *testing.T) {
	m := load(t)
	p := abduct.Record(m)
	for at := 3; at < len(p.Decisions); at += 17 {
		f := p.Fork(at)
		for _, manner := range []abduct.Manner{abduct.SameManner, abduct.AsPlayed} {
			q, why := whatif.New(f, f.Decision().Choice, nil, manner, 1)
			if why != engine.Legal {
				t.Fatalf("what was done is not legal: %d", why)
			}
			c := ask(q, 6)
			for k := range c.Same[0].Came {
				want := int64(0)
				if q.Own().Has(k) {
					want = 6
				}
				j := c.Fresh[0].Joint[k]
				if c.Same[0].Came[k] != want || c.Same[1].Came[k] != want || j.OnlyNow+j.OnlyThen > 0 {
					t.Errorf("decision %d, outcome %d: %d and %d of 6, want %d; pairs %+v", at, k, c.Same[0].Came[k], c.Same[1].Came[k], want, j)
				}
			}
			if n := c.Parting[whatif.Parting{Event: -1}].Worlds; n != 6 {
				t.Errorf("decision %d: %d of 6 worlds never part", at, n)
			}
			if c.New > 0 {
				t.Errorf("decision %d: %d worlds with a choice that nobody faced", at, c.New)
			}
		}
	}
}

// TestEveryWorldIsCounted: each sample has one outcome of the headline under
// every arm, and a difference is seen where there is one.
func TestEveryWorldIsCounted(t *testing.T) {
	m := load(t)
	q := question(t, m, engine.Washington)
	then := q.Fork.Decision().Choice
	q.Instead = &then
	const worlds = 40
	c := ask(q, worlds)
	_, headline := whatif.Outcomes(m)
	for name, arm := range map[string]whatif.Arm{"same": c.Same[0], "second": c.Same[1], "instead": c.Instead} {
		sum := int64(0)
		for _, n := range arm.Came[:headline] {
			sum += n
		}
		if sum != worlds || arm.Worlds != worlds {
			t.Errorf("%s luck: %d outcomes in %d worlds", name, sum, arm.Worlds)
		}
	}
	for coupling, p := range c.Fresh {
		then, now := int64(0), int64(0)
		for _, j := range p.Joint[:headline] {
			then, now = then+j.Both+j.OnlyThen, now+j.Both+j.OnlyNow
			if j.Both+j.OnlyThen+j.OnlyNow+j.Neither != worlds {
				t.Errorf("coupling %d: a pair is missing: %+v", coupling, j)
			}
		}
		if then != worlds || now != worlds {
			t.Errorf("coupling %d: %d and %d outcomes in %d pairs", coupling, then, now, worlds)
		}
	}
	parted := int64(0)
	for at, of := range c.Parting {
		parted += of.Worlds
		if at.Day != 0 && at.Day < q.Fork.Decision().Day {
			t.Errorf("a world parts on %v, before the move on %v", at.Day, q.Fork.Decision().Day)
		}
	}
	if parted != worlds {
		t.Errorf("%d of %d worlds part or do not", parted, worlds)
	}
	for k, n := range c.Instead.Came { // what was done gives what came out
		want := int64(0)
		if q.Own().Has(k) {
			want = worlds
		}
		if n != want {
			t.Errorf("what was done gives outcome %d in %d of %d worlds, want %d", k, n, worlds, want)
		}
	}
}

// TestAddIsCounting: two halves added are the whole.
func TestAddIsCounting(t *testing.T) {
	m := load(t)
	q := question(t, m, engine.Havana)
	whole, half := ask(q, 24), whatif.NewCounts(q)
	for _, from := range []int64{12, 0} { // in any order
		a := whatif.NewAsker(q, abduct.NewActor(m))
		for k := from; k < from+12; k++ {
			a.Same(k)
			a.Fresh(k)
		}
		half.Add(a.C)
	}
	for k := range whole.Same[0].Came {
		if whole.Same[0].Came[k] != half.Same[0].Came[k] || whole.Fresh[1].Joint[k] != half.Fresh[1].Joint[k] {
			t.Errorf("outcome %d: the halves do not add up", k)
		}
	}
	if len(whole.Parting) != len(half.Parting) {
		t.Errorf("%d partings, in halves %d", len(whole.Parting), len(half.Parting))
	}
	for at, of := range whole.Parting {
		if half.Parting[at] != of {
			t.Errorf("parting %+v: %+v, in halves %+v", at, of, half.Parting[at])
		}
	}
	for d := range whole.Fans.Days {
		for k := range whole.Fans.Meters {
			low, mid, high := whole.Fans.Height(d, k, 100), whole.Fans.Height(d, k, 500), whole.Fans.Height(d, k, 900)
			if low < 0 || low > mid || mid > high || half.Fans.Height(d, k, 500) != mid {
				t.Fatalf("day %d, meter %d: %d, %d, %d; in halves %d", d, k, low, mid, high, half.Fans.Height(d, k, 500))
			}
		}
	}
}

// TestThisWorldIsOne: in a played game the own noise gives one answer, the same
// each time, and the game's own where nothing is changed.
func TestThisWorldIsOne(t *testing.T) {
	m := load(t)
	set := engine.FreeSetup(11)
	p := abduct.Play(m, set, engine.Washington, policy.NewRandom(engine.NewWorld(m, set), engine.Washington, 11))
	a := abduct.NewActor(m)
	parts := 0
	for at := 0; at < len(p.Decisions); at += 16 {
		f := p.Fork(at)
		same, _ := whatif.New(f, f.Decision().Choice, nil, abduct.AsPlayed, 1)
		if got := same.ThisWorld(a); got != same.Own() {
			t.Fatalf("decision %d: what was done gives %b in its own world, it gave %b", at, got, same.Own())
		}
		options, _ := f.Options()
		for k := range options {
			q, why := whatif.New(f, options[k].Choice, nil, abduct.AsPlayed, 1)
			if why != engine.Legal {
				continue
			}
			one, two := q.ThisWorld(a), q.ThisWorld(a)
			if one != two {
				t.Fatalf("decision %d, option %d: %b, then %b", at, k, one, two)
			}
			if one != q.Own() {
				parts++
			}
		}
	}
	if parts == 0 {
		t.Error("no other move gives another outcome in any decision")
	}
}

// TestIllegalMovesAreRefused: what cannot be done in the slot is refused with the
// reason.
func TestIllegalMovesAreRefused(t *testing.T) {
	m := load(t)
	p := abduct.Record(m)
	for _, stage := range []engine.Stage{engine.StageMove, engine.StageAnswer} {
		f := p.Fork(firstOf(t, p, stage))
		wrong := engine.HoldChoice
		if stage == engine.StageMove {
			wrong = engine.Choice{Kind: engine.Answer, Move: -1, Issue: -1, Channel: -1, Item: 1, Answer: engine.Accept}
		}
		if _, why := whatif.New(f, wrong, nil, abduct.SameManner, 1); why != engine.Unfit {
			t.Errorf("stage %d: an answer for a move, or a move for an answer: reason %d, want %d", stage, why, engine.Unfit)
		}
	}
	f := p.Fork(0)
	other := f.Decision().Need.Side.Other()
	for k := range m.Moves {
		if m.Moves[k].Side == other {
			c := engine.Choice{Kind: m.Moves[k].Kind, Move: int16(k), Issue: -1, Channel: -1}
			if _, why := whatif.New(f, c, nil, abduct.SameManner, 1); why != engine.NotYours {
				t.Errorf("a move of the other side: reason %d, want %d", why, engine.NotYours)
			}
			return
		}
	}
}

// firstOf is the first decision of a stage.
func firstOf(t *testing.T, p *abduct.Past, stage engine.Stage) int {
	t.Helper()
	for k := range p.Decisions {
		if p.Decisions[k].Need.Stage == stage {
			return k
		}
	}
	t.Fatalf("no decision of stage %d", stage)
	return -1
}

// The four tests of abduction together catch what each lets through. These
// faults were planted by hand; behind each stand the tests that it turned red.
//
//	a slot's key without its stage                 1, 2, 4
//	a small race's key without the winner before   1, 2
//	the winner's noise rounded up                  1; its time let below the least:
//	                                               noise's own test
//	weights of the world that races, not of the    3, 4
//	one that was observed
//	a loser's surplus halved                       4
//	a clock restarted: after what was observed,    1, 2
//	at the fork, or at a strike
//	no conditioning at all                         1, 3, 4; 2 alone cannot tell
package abduct_test

import (
	"testing"

	"backchannel/engine"
	"backchannel/engine/abduct"
	"backchannel/engine/noise"
	"backchannel/engine/policy"
	"backchannel/engine/record"
	"backchannel/engine/scenario"
	"backchannel/scenarios"
)

// models are the shipped eras, each in its default cut.
func models(t testing.TB) []*engine.Model {
	t.Helper()
	list, problems := scenario.List(scenarios.FS)
	if len(list) == 0 {
		t.Fatal(problems)
	}
	var out []*engine.Model
	for _, info := range list {
		m, problems := scenario.LoadFS(scenarios.FS, info.ID, "")
		if m == nil {
			t.Fatal(problems)
		}
		out = append(out, m)
	}
	return out
}

// again plays a play-through again from its first decision, nothing changed,
// and gives the hash at the end.
func again(a *abduct.Actor, f *abduct.Fork, src noise.Source) uint64 {
	a.Run(f, &abduct.Line{Noise: src, Type: -1})
	return a.Audit.Hash
}

// TestNothingChangedReproduces is the first test of abduction: noise sampled
// given all that came out gives the play-through again, bit for bit, in every
// sample, under both couplings: games of a person who plays at random, in either
// chair, and the record with its imposed moves and events.
func TestNothingChangedReproduces(t *testing.T) {
	games := 150
	if testing.Short() {
		games = 20
	}
	for _, m := range models(t) {
		a := abduct.NewActor(m)
		a.Audit = &engine.Audit{}
		for seed := 0; seed < games; seed++ {
			set := engine.FreeSetup(uint64(seed))
			set.UnknownFuture = seed%5 == 0
			side := engine.Side(seed % 2)
			p := abduct.Play(m, set, side, policy.NewRandom(engine.NewWorld(m, set), side, uint64(seed)))
			reproduces(t, a, p, 2)
		}
		reproduces(t, a, abduct.Record(m), 4*games)
	}
}

// TestEveryCutsRecordReproduces is the same for the record in every cut of every
// era, whole eras and those that open inside one.
func TestEveryCutsRecordReproduces(t *testing.T) {
	list, _ := scenario.List(scenarios.FS)
	for _, info := range list {
		for _, cut := range info.Cuts {
			m, problems := scenario.LoadFS(scenarios.FS, info.ID, cut.ID)
			if m == nil {
				t.Fatal(problems)
			}
			a := abduct.NewActor(m)
			a.Audit = &engine.Audit{}
			p := abduct.Record(m)
			if want := record.Force(m).World.Audit.Hash; p.Hash() != want {
				t.Errorf("%s, %s: hash %016x, replay's is %016x", m.ID, cut.ID, p.Hash(), want)
			}
			reproduces(t, a, p, 20)
		}
	}
}

func reproduces(t *testing.T, a *abduct.Actor, p *abduct.Past, samples int) {
	t.Helper()
	f := p.Fork(0)
	for k := range samples {
		src := p.Sample(uint64(1000003*k) + 7 + p.Setup.Seed<<20)
		if got := again(a, f, src); got != p.Hash() {
			t.Fatalf("%s, record %v, seed %d, sample %d: hash %016x, the play-through's is %016x", p.M.ID, p.Record, p.Setup.Seed, k, got, p.Hash())
		}
		if got := again(a, f, src.Cut()); got != p.Hash() {
			t.Fatalf("%s, record %v, seed %d, sample %d under the second coupling: another hash", p.M.ID, p.Record, p.Setup.Seed, k)
		}
	}
}

// TestRecordIsTheForcedRecord: the record weighed for conditioning is the one
// that replay verifies.
func TestRecordIsTheForcedRecord(t *testing.T) {
	for _, m := range models(t) {
		p := abduct.Record(m)
		if want := record.Force(m).World.Audit.Hash; p.Hash() != want || p.Lost != 0 {
			t.Errorf("%s: hash %016x with %d choices lost, replay's is %016x", m.ID, p.Hash(), p.Lost, want)
		}
	}
}

// TestUnderItsOwnTheory: a game forced, choice by choice and event by event, is
// the game itself; so what another theory makes of it is the theory's doing.
func TestUnderItsOwnTheory(t *testing.T) {
	for _, m := range models(t) {
		a := abduct.NewActor(m)
		a.Audit = &engine.Audit{}
		for seed := range uint64(12) {
			set := engine.FreeSetup(seed)
			p := abduct.Play(m, set, engine.Havana, policy.NewRandom(engine.NewWorld(m, set), engine.Havana, seed))
			q := p.Under(m)
			if q.Hash() != p.Hash() || q.Lost > 0 {
				t.Fatalf("%s, seed %d: forced %016x with %d choices lost, played %016x", m.ID, seed, q.Hash(), q.Lost, p.Hash())
			}
			reproduces(t, a, q, 1)
		}
	}
}

// TestForkGoesOn: from any decision of a play-through, what was done there leads
// to the same end.
func TestForkGoesOn(t *testing.T) {
	for _, m := range models(t) {
		a := abduct.NewActor(m)
		a.Audit = &engine.Audit{}
		p := abduct.Record(m)
		for k := range p.Decisions {
			f := p.Fork(k)
			for _, manner := range []abduct.Manner{abduct.SameManner, abduct.AsPlayed} {
				done := f.Decision().Choice
				a.Run(f, &abduct.Line{Noise: p.Sample(uint64(k)), Move: &done, Manner: manner, Type: -1})
				if a.Audit.Hash != p.Hash() {
					t.Fatalf("%s, decision %d (%v %s), %v manner: another end", m.ID, k, f.Decision().Day, engine.FormatChoice(m, f.Decision().Need.Side, done), manner)
				}
			}
		}
	}
}

// TestMemoryChangesNothing: a world is the same to the bit whether what was
// weighed in earlier worlds is remembered or weighed anew.
func TestMemoryChangesNothing(t *testing.T) {
	for _, m := range models(t) {
		p := abduct.Record(m)
		quick, slow := abduct.NewActor(m), abduct.NewActor(m)
		quick.Audit, slow.Audit, slow.Anew = &engine.Audit{}, &engine.Audit{}, true
		for at := 2; at < len(p.Decisions); at += 9 {
			f := p.Fork(at)
			options, _ := f.Options()
			types := f.Types()
			for k := range uint64(24) {
				move := options[int(k)%len(options)].Choice
				l := abduct.Line{Noise: p.Sample(k), Own: noise.Free(k), Move: &move, Manner: abduct.Manner(k % 3), Type: -1}
				if k%4 == 3 {
					l = abduct.Line{Noise: f.Before(k), Own: f.Before(k), Move: &move, Manner: abduct.AsAnyone, Fresh: true, Type: types.Draw(noise.Free(k))}
				}
				if k%5 == 0 {
					l.Noise = l.Noise.Cut()
				}
				quick.Run(f, &l)
				slow.Run(f, &l)
				if quick.Audit.Hash != slow.Audit.Hash {
					t.Fatalf("%s, decision %d, world %d: another world by what was remembered", m.ID, at, k)
				}
			}
		}
	}
}

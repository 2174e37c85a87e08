package worlds_test

import (
	"testing"

	"backchannel/engine"
	"backchannel/engine/noise"
	"backchannel/engine/phenomena"
	"backchannel/engine/policy"
	"backchannel/engine/worlds"
)

// TestLedgerAddsUp: the entries of every quantity and every ladder add up to
// its change, in games of every kind.
func TestLedgerAddsUp(t *testing.T) {
	m := load(t)
	w := engine.NewWorld(m, engine.FreeSetup(1))
	w.Audit = &engine.Audit{}
	minds := [2]worlds.Player{policy.New(w, engine.Washington), policy.New(w, engine.Havana)}
	for seed := uint64(0); seed < 200; seed++ {
		w.Reset(engine.FreeSetup(seed), noise.Free(seed))
		worlds.Run(w, minds)
		var q [engine.MaxQuantities]engine.Milli
		var rungs [engine.MaxIssues]engine.Milli
		for _, e := range w.Audit.Ledger {
			if e.Rung {
				rungs[e.Index] += e.Amount
			} else {
				q[e.Index] += e.Amount
			}
		}
		for i := range m.Quantities {
			if got := w.S.Q[i] - w.Opening().Q[i]; got != q[i] {
				t.Fatalf("seed %d: %s changed by %d, its entries add up to %d", seed, m.Quantities[i].Name, got, q[i])
			}
		}
		for i := range m.Issues {
			if got := engine.Milli(w.S.Rungs[i] - w.Opening().Rungs[i]); got != rungs[i] {
				t.Fatalf("seed %d: ladder %s moved by %d, its entries add up to %d", seed, m.Issues[i].ID, got, rungs[i])
			}
		}
	}
}

// TestPolicyReadsOnlyWhatItsSideKnows: behind an equal observation the other
// side's cares, values and types change no weight.
func TestPolicyReadsOnlyWhatItsSideKnows(t *testing.T) {
	m := load(t)
	for seed := uint64(0); seed < 20; seed++ {
		for side := engine.Washington; side <= engine.Havana; side++ {
			a := engine.NewWorld(m, engine.FreeSetup(seed))
			other := *m
			permute(&other, side.Other())
			set := engine.FreeSetup(seed)
			set.Types = a.S.Type
			set.Types[side.Other()] = (a.S.Type[side.Other()] + 1) % int8(len(m.Sides[side.Other()].Types))
			b := engine.NewWorld(&other, set)
			na, nb := phenomena.At(a, side), phenomena.At(b, side)
			if na != nb {
				continue // the other side moved first and otherwise: no equal observation
			}
			ma, mb := policy.New(a, side), policy.New(b, side)
			ma.Look(a)
			mb.Look(b)
			if ma.O != mb.O {
				continue
			}
			ta, tb := ma.Threads(), mb.Threads()
			if len(ta) != len(tb) {
				t.Fatalf("seed %d, %v: %d threads and %d", seed, side, len(ta), len(tb))
			}
			for k := range ta {
				if ta[k].Content != tb[k].Content || ta[k].Score != tb[k].Score {
					t.Fatalf("seed %d, %v: thread %d weighs %d and %d", seed, side, k, ta[k].Score, tb[k].Score)
				}
			}
		}
	}
}

// permute turns a side's cares, values and types round.
func permute(m *engine.Model, side engine.Side) {
	s := m.Sides[side]
	s.Types = append([]engine.Type(nil), s.Types...)
	for i := range m.Issues {
		s.Cares[i] = 4 - s.Cares[i]
		for k := range s.Types {
			s.Types[k].Cares[i] = 4 - s.Types[k].Cares[i]
			v := &s.Types[k].Values[i]
			for a, b := 0, len(m.Issues[i].Rungs)-1; a < b; a, b = a+1, b-1 {
				v[a], v[b] = v[b], v[a]
			}
		}
	}
	m.Sides[side] = s
}

package worlds_test

import (
	"testing"

	"backchannel/engine"
	"backchannel/engine/noise"
	"backchannel/engine/policy"
	"backchannel/engine/worlds"
)

// BenchmarkYardstick is 64 steps of the engine's own mix with a table read:
// what the other figures are held against.
func BenchmarkYardstick(b *testing.B) {
	var table [1024]uint64
	for i := range table {
		table[i] = noise.Mix(uint64(i), 7)
	}
	h := uint64(1)
	for b.Loop() {
		for k := 0; k < 64; k++ {
			h = noise.Mix(h, table[h&1023])
		}
	}
	sink = h
}

var sink uint64

// BenchmarkTurn is one turn's rules, messages, home fronts and both
// observations, with both sides holding.
func BenchmarkTurn(b *testing.B) { benchmarkTurn(b, nil) }

// BenchmarkTurnAudited is the same with the ledger and the chained hash.
func BenchmarkTurnAudited(b *testing.B) { benchmarkTurn(b, &engine.Audit{}) }

func benchmarkTurn(b *testing.B, audit *engine.Audit) {
	w := engine.NewWorld(load(b), engine.FreeSetup(1))
	w.Audit = audit
	w.Reset(engine.FreeSetup(1), noise.Free(1))
	var o engine.Observation
	b.ReportAllocs()
	for b.Loop() {
		turnOf(w, &o)
	}
}

// turnOf plays one turn with both sides silent, opening the world again at
// its end.
func turnOf(w *engine.World, o *engine.Observation) {
	turn := w.S.Turn
	for {
		n := w.Next()
		if n.Over {
			w.Reset(w.Setup, noise.Free(w.Setup.Seed))
			return
		}
		if w.S.Turn != turn && turn != 0 {
			return
		}
		turn = w.S.Turn
		w.Observe(n.Side, o)
		w.Choose(worlds.Silence(n), [2]engine.Reason{})
	}
}

// BenchmarkSideTurn is one decision of the policy: observation, candidates,
// scoring, races.
func BenchmarkSideTurn(b *testing.B) {
	w := engine.NewWorld(load(b), engine.FreeSetup(1))
	n := w.Next()
	m := policy.New(w, n.Side)
	b.ReportAllocs()
	for b.Loop() {
		m.Decide(w, n)
	}
}

// BenchmarkWorld is one whole free world, both sides by the policy.
func BenchmarkWorld(b *testing.B) {
	f := worlds.NewFree(load(b))
	seed := uint64(0)
	b.ReportAllocs()
	for b.Loop() {
		seed++
		f.Run(engine.FreeSetup(seed))
	}
}

// TestNoAllocations: a turn allocates nothing once warm.
func TestNoAllocations(t *testing.T) {
	w := engine.NewWorld(load(t), engine.FreeSetup(1))
	var o engine.Observation
	if n := testing.AllocsPerRun(200, func() { turnOf(w, &o) }); n != 0 {
		t.Errorf("a turn makes %v allocations", n)
	}
	f := worlds.NewFree(w.M)
	if n := testing.AllocsPerRun(20, func() { f.Run(engine.FreeSetup(5)) }); n != 0 {
		t.Errorf("a world of the policies makes %v allocations", n)
	}
}

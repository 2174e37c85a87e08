package worlds_test

import (
	"testing"

	"backchannel/engine"
	"backchannel/engine/noise"
	"backchannel/engine/policy"
	"backchannel/engine/scenario"
	"backchannel/engine/worlds"
	"backchannel/scenarios"
)

func load(t testing.TB) *engine.Model {
	t.Helper()
	m, problems := scenario.LoadFS(scenarios.FS, "accommodation", "")
	if m == nil {
		t.Fatalf("loading the era: %v", problems)
	}
	return m
}

// TestNothingChangedReproduces: noise sampled given all that came out in a
// game gives that game again, bit for bit, in every sample, whoever played it.
func TestNothingChangedReproduces(t *testing.T) {
	m := load(t)
	games, samples := 1500, 2
	if testing.Short() {
		games = 100
	}
	w := engine.NewWorld(m, engine.FreeSetup(1))
	w.Audit = &engine.Audit{}
	minds := [2]*policy.Mind{policy.New(w, engine.Washington), policy.New(w, engine.Havana)}
	for seed := 0; seed < games; seed++ {
		set := engine.FreeSetup(uint64(seed))
		set.UnknownFuture = seed%5 == 0
		side := engine.Side(seed % 2)
		person := policy.NewRandom(engine.NewWorld(m, set), side, uint64(seed))
		o := worlds.Observe(m, set, side, person)
		c := noise.Condition(&o.Trace)
		for k := 0; k < samples; k++ {
			if got := o.Sample(w, minds, c.Sample(uint64(1000003*seed+k+7))); got != o.Hash {
				t.Fatalf("game %d, sample %d: hash %016x, the game's is %016x", seed, k, got, o.Hash)
			}
		}
	}
}

// TestUnconditionedDiffers: without conditioning the same test fails, so that
// it is seen to test something.
func TestUnconditionedDiffers(t *testing.T) {
	m := load(t)
	set := engine.FreeSetup(3)
	o := worlds.Observe(m, set, engine.Washington, policy.NewRandom(engine.NewWorld(m, set), engine.Washington, 3))
	w := engine.NewWorld(m, set)
	w.Audit = &engine.Audit{}
	minds := [2]*policy.Mind{policy.New(w, engine.Washington), policy.New(w, engine.Havana)}
	if o.Sample(w, minds, noise.Free(99)) == o.Hash {
		t.Fatal("free noise reproduced the game")
	}
}

package whatif_test

import (
	"runtime"
	"sync"
	"testing"

	"backchannel/engine"
	"backchannel/engine/abduct"
	"backchannel/engine/noise"
	"backchannel/engine/scenario"
	"backchannel/engine/whatif"
	"backchannel/scenarios"
)

func load(t testing.TB) *engine.Model {
	t.Helper()
	m, problems := scenario.LoadFS(scenarios.FS, "accommodation", "")
	if m == nil {
		t.Fatal(problems)
	}
	return m
}

// question asks what would have come of silence, where the record first has a
// move of a side.
func question(t testing.TB, m *engine.Model, side engine.Side) *whatif.Question {
	t.Helper()
	p := abduct.Record(m)
	for k := range p.Decisions {
		d := &p.Decisions[k]
		if d.Need.Side != side || d.Need.Stage != engine.StageMove || !d.Acts() || d.By == abduct.Imposed {
			continue
		}
		q, why := whatif.New(p.Fork(k), engine.HoldChoice, nil, abduct.SameManner, 1)
		if why != engine.Legal {
			t.Fatalf("silence is not legal: %d", why)
		}
		return q
	}
	t.Fatal("the record has no move")
	return nil
}

// BenchmarkSameLuck is one world of same luck, one coupling, from the first
// quarter of the default cut on.
func BenchmarkSameLuck(b *testing.B) {
	m := load(b)
	q := question(b, m, engine.Washington)
	a := whatif.NewAsker(q, abduct.NewActor(m))
	k := int64(0)
	b.ReportAllocs()
	for b.Loop() {
		a.One(k)
		k++
	}
}

// BenchmarkThousandWorlds is what a page waits for: a thousand worlds of same luck
// under one theory and one coupling, from the record's first move on, on all
// cores.
func BenchmarkThousandWorlds(b *testing.B) {
	m := load(b)
	q := question(b, m, engine.Washington)
	for b.Loop() {
		var all sync.WaitGroup
		cores := runtime.GOMAXPROCS(0)
		for core := range cores {
			all.Go(func() {
				a := whatif.NewAsker(q, abduct.NewActor(m))
				for k := core; k < 1000; k += cores {
					a.One(int64(k))
				}
			})
		}
		all.Wait()
	}
}

// BenchmarkPair is one pair of worlds of fresh luck under both couplings.
func BenchmarkPair(b *testing.B) {
	m := load(b)
	a := whatif.NewAsker(question(b, m, engine.Washington), abduct.NewActor(m))
	k := int64(0)
	b.ReportAllocs()
	for b.Loop() {
		a.Fresh(k)
		k++
	}
}

// BenchmarkRecord replays and weighs the record: what is done once before the
// first question.
func BenchmarkRecord(b *testing.B) {
	m := load(b)
	for b.Loop() {
		abduct.Record(m)
	}
}

// BenchmarkYardstick is 64 steps of the engine's own mix with a table read: what
// the other figures are held against.
func BenchmarkYardstick(b *testing.B) {
	var table [1024]uint64
	for i := range table {
		table[i] = noise.Mix(uint64(i), 7)
	}
	h := uint64(1)
	for b.Loop() {
		for range 64 {
			h = noise.Mix(h, table[h&1023])
		}
	}
	sink = h
}

var sink uint64

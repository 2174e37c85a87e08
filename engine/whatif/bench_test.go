package whatif_test

import (
	"testing"

	"backchannel/engine"
	"backchannel/engine/abduct"
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

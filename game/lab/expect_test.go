package lab

import (
	"context"
	"reflect"
	"testing"

	"backchannel/engine"
	"backchannel/engine/abduct"
	"backchannel/engine/scenario"
	"backchannel/scenarios"
)

func year63(t *testing.T) *engine.Model {
	t.Helper()
	m, problems := scenario.LoadFS(scenarios.FS, "accommodation", "year")
	if m == nil {
		t.Fatal(problems)
	}
	return m
}

// TestExpect: each row of the cut is asked or says why not; a move that states an
// effect on the quantity is seen to have it; and one core finds what three find.
func TestExpect(t *testing.T) {
	m := year63(t)
	p := abduct.Record(m)
	ask := func(cores int) []Expected {
		return Expect(context.Background(), p, 1, Options{Worlds: 40, Cores: cores})
	}
	rows := ask(3)
	if len(rows) != len(m.Expectations) {
		t.Fatalf("%d rows of %d", len(rows), len(m.Expectations))
	}
	for k, x := range ask(1) {
		if !reflect.DeepEqual(rows[k], x) {
			t.Errorf("three cores find %+v, one %+v", rows[k], x)
		}
	}
	seen := map[string]Expected{}
	for _, x := range rows {
		if x.Asked == (x.Why != "") || x.Asked && x.Worlds != 40 {
			t.Errorf("%s: asked %v in %d worlds, or why not: %q", x.Move, x.Asked, x.Worlds, x.Why)
		}
		seen[x.Move+" "+x.Quantity] = x
	}
	if x := seen["free-hand tension"]; x.Says != "up" || !x.Right || x.Effect <= 0 || x.With-x.Without-x.Effect > 1e-6 {
		t.Errorf("a free hand for raids: %+v", x)
	}
	if x := seen["visit-havana stories"]; x.Asked || x.Right {
		t.Errorf("a move that is not legal was asked: %+v", x)
	}
}

// TestJudge: up and down are right where the effect speaks that way, same where
// it does not or is too small to count.
func TestJudge(t *testing.T) {
	m := year63(t)
	for _, c := range []struct {
		direction     string
		effect, error float64
		right         bool
	}{
		{"up", 4, 1, true}, {"up", 1, 1, false}, {"up", -4, 1, false}, {"down", -0.5, 0.1, true},
		{"same", 1, 1, true}, {"same", 2.5, 0.1, true}, {"same", 4, 0.1, false},
	} {
		x := Expected{Effect: c.effect, Error: c.error}
		x.Quantity, x.Direction = "tension", c.direction
		if x.judge(m, 50); x.Right != c.right {
			t.Errorf("%s expected, effect %v ± %v: right is %v", c.direction, c.effect, c.error, x.Right)
		}
	}
}

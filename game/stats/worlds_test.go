package stats

import (
	"math"
	"testing"

	"backchannel/engine"
	"backchannel/game/lab"
	"backchannel/game/tally"
)

// TestRanked: the score of values that all agree is how far off they are; spread
// that is wide for nothing costs; and it is the mean over all thresholds of the
// squared error of the odds.
func TestRanked(t *testing.T) {
	if got := ranked([]engine.Milli{5, 5, 5}, 8); math.Abs(got-3) > 1e-9 {
		t.Errorf("three off by 3 score %v", got)
	}
	values, came := []engine.Milli{0, 2, 4, 10}, engine.Milli(3)
	want := 0.0
	for at := engine.Milli(-5); at < 20; at++ { // odds of being at or below, in [at, at+1)
		below := 0.0
		for _, v := range values {
			if v <= at {
				below += 0.25
			}
		}
		if came <= at {
			below--
		}
		want += below * below
	}
	if got := ranked(values, came); math.Abs(got-want) > 1e-9 {
		t.Errorf("score %v, by thresholds %v", got, want)
	}
}

// TestPaths: a point inside the middle of the worlds counts as inside, one beyond
// it does not; worlds that are right have skill against staying as it is.
func TestPaths(t *testing.T) {
	m := &engine.Model{ID: "here", Record: engine.Record{Series: []engine.RecordSeries{{ID: "a"}, {ID: "b"}}}}
	fan := func(came engine.Milli) tally.Fan {
		f := tally.Fan{Point: engine.RecordPoint{Value: came}, Stays: 0}
		for k := range 100 {
			f.Values = append(f.Values, 50000+engine.Milli(k))
		}
		return f
	}
	p := Paths{Series: map[string]SeriesPaths{}}
	p.add(m, [][]tally.Fan{{fan(50050), fan(50005)}, {}})
	if p.Points != 2 || p.Coverage != 0.5 || p.Series["here/a"].Inside != 1 {
		t.Errorf("%+v", p)
	}
	if p.Skill < 0.99 {
		t.Errorf("worlds that are right have skill %v", p.Skill)
	}
	if _, ok := p.Series["here/b"]; ok {
		t.Error("a series without points is counted")
	}
}

// TestAtLeast: odds of heads.
func TestAtLeast(t *testing.T) {
	for _, c := range []struct {
		heads, n int
		want     float64
	}{{0, 5, 1}, {5, 5, 1.0 / 32}, {3, 4, 5.0 / 16}} {
		if got := atLeast(c.heads, c.n); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%d or more of %d: %v, want %v", c.heads, c.n, got, c.want)
		}
	}
}

// TestExpectationsCount: what cannot be asked is counted apart.
func TestExpectationsCount(t *testing.T) {
	var e Expectations
	e.add("here", []lab.Expected{{Asked: true, Right: true}, {Asked: true}, {Why: "not legal on its day"}})
	if e.N != 2 || e.Right != 1 || e.Share != 0.5 || e.P != 0.75 || e.CannotBeAsked != 1 || len(e.Rows) != 3 {
		t.Errorf("%+v", e)
	}
}

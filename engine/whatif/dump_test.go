package whatif_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"backchannel/engine"
	"backchannel/engine/abduct"
	"backchannel/engine/whatif"
)

// askFrom plays the samples from one to before another.
func askFrom(q *whatif.Question, from, to int64) *whatif.Counts {
	a := whatif.NewAsker(q, abduct.NewActor(q.Fork.Past.M))
	for k := from; k < to; k++ {
		a.Same(k)
		a.Fresh(k)
	}
	return a.C
}

// dump writes counts down as a file would have them.
func dump(t testing.TB, q *whatif.Question, c *whatif.Counts) string {
	t.Helper()
	d, err := q.Dump(c)
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// restore reads them back.
func restore(q *whatif.Question, data string, from, to int64) (*whatif.Counts, error) {
	var d whatif.Dump
	if err := json.Unmarshal([]byte(data), &d); err != nil {
		return nil, err
	}
	return q.Restore(&d, from, to)
}

// TestDumpsAreWhatWasCounted: what is written down and read back is what was
// counted, and parts read back in any order add up to the whole.
func TestDumpsAreWhatWasCounted(t *testing.T) {
	m := load(t)
	for _, side := range []engine.Side{engine.Washington, engine.Havana} {
		q := question(t, m, side)
		q.Instead = &engine.Choice{}
		*q.Instead = q.Fork.Decision().Choice
		whole := askFrom(q, 0, 20)
		want := dump(t, q, whole)
		back, err := restore(q, want, 0, 20)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(back, whole) {
			t.Errorf("%s: read back\n%s\nwas\n%s", side, dump(t, q, back), want)
		}
		sum := whatif.NewCounts(q)
		for _, from := range []int64{13, 0, 20} {
			to := map[int64]int64{0: 13, 13: 20, 20: 20}[from]
			part, err := restore(q, dump(t, q, askFrom(q, from, to)), from, to)
			if err != nil {
				t.Fatal(err)
			}
			for at, of := range part.Parting {
				if first := whole.Parting[at].Sample; first > of.Sample || from == 0 && first != of.Sample {
					t.Errorf("%s: a way of parting first seen in sample %d, in all samples in %d", side, of.Sample, first)
				}
			}
			sum.Add(part)
		}
		if !reflect.DeepEqual(sum, whole) {
			t.Errorf("%s: put together\n%s\nwhole\n%s", side, dump(t, q, sum), want)
		}
	}
}

// TestRestoreRefuses: what cannot have been counted is refused.
func TestRestoreRefuses(t *testing.T) {
	m := load(t)
	q := question(t, m, engine.Havana)
	whole := dump(t, q, askFrom(q, 5, 12))
	for what, c := range map[string]struct {
		spoil func(d *whatif.Dump)
		want  string
	}{
		"too many worlds":          {func(d *whatif.Dump) { d.Same[0].Worlds = 8 }, "8 worlds, where there are 7 samples"},
		"fewer than none":          {func(d *whatif.Dump) { d.Fresh[1].Worlds = -1 }, "-1 worlds"},
		"an outcome too many":      {func(d *whatif.Dump) { d.Same[1].Counts = append(d.Same[1].Counts, 0) }, "outcomes"},
		"no counts":                {func(d *whatif.Dump) { d.Same[0].Counts = nil }, "0 counts"},
		"a huge count":             {func(d *whatif.Dump) { d.Same[0].Counts[0] = 1 << 62 }, "a count of 4611686018427387904"},
		"a world without outcome":  {func(d *whatif.Dump) { d.Same[0] = whatif.Row{Worlds: 7, Counts: make([]int64, len(d.Same[0].Counts))} }, "0 outcomes in 7 worlds"},
		"a pair without outcome":   {func(d *whatif.Dump) { d.Fresh[0].Counts[0]++ }, "in 7 worlds"},
		"too much that is new":     {func(d *whatif.Dump) { d.New = 8 }, "nobody faced"},
		"a sample of another part": {func(d *whatif.Dump) { d.Parting[0].Sample = 4 }, "in sample 4"},
		"a sample beyond":          {func(d *whatif.Dump) { d.Parting[len(d.Parting)-1].Sample = 12 }, "in sample 12"},
		"a sample twice":           {func(d *whatif.Dump) { d.Parting[1].Sample = d.Parting[0].Sample }, "each way with another"},
		"a way twice":              {func(d *whatif.Dump) { at := d.Parting[0].Sample; d.Parting[0] = d.Parting[1]; d.Parting[0].Sample = at }, "is there twice"},
		"a way of nobody":          {func(d *whatif.Dump) { d.Parting[0].Worlds = 0 }, "of 0 worlds"},
		"a way lost":               {func(d *whatif.Dump) { d.Parting = d.Parting[1:] }, "part or do not"},
		"a third side":             {func(d *whatif.Dump) { d.Parting[0].Side = 2 }, "of side 2"},
		"no such event":            {func(d *whatif.Dump) { d.Parting[0].Event = engine.MaxEvents }, "event 64"},
		"a choice that is no one":  {func(d *whatif.Dump) { d.Parting[0].Now = "" }, "no choice"},
		"no such choice":           {func(d *whatif.Dump) { d.Parting[0].Now = "do fly-to-the-moon" }, "unknown move"},
		"no such channel":          {func(d *whatif.Dump) { d.Parting[0].Via[1] = 100 }, "by channel 99"},
		"before the move":          {func(d *whatif.Dump) { d.Parting[0].Day = q.Fork.Decision().Day - 1 }, "between the move and the end"},
		"no such reason":           {func(d *whatif.Dump) { d.Parting[0].Reasons[1][0] = int64(engine.ReasonCount) }, "a reason"},
		"a reason of no issue":     {func(d *whatif.Dump) { d.Parting[0].Reasons[0][1] = 1 << 40 }, "a reason"},
		"meters lost":              {func(d *whatif.Dump) { d.Fans = nil }, "stand somewhere"},
		"a place that is none":     {func(d *whatif.Dump) { d.Fans[len(d.Fans)-1][0] = 1 << 40 }, "at place 1099511627776"},
		"a place before the first": {func(d *whatif.Dump) { d.Fans[0][0] = -1 }, "at place -1"},
		"a crowd at a place":       {func(d *whatif.Dump) { d.Fans[0][1] = 1 << 33 }, "8589934592 worlds at place"},
	} {
		var d whatif.Dump
		if err := json.Unmarshal([]byte(whole), &d); err != nil {
			t.Fatal(err)
		}
		c.spoil(&d)
		if _, err := q.Restore(&d, 5, 12); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", what, err, c.want)
		}
	}
	plain := *q
	plain.Plain = true
	if _, err := restore(&plain, whole, 5, 12); err == nil {
		t.Error("meters of a question that keeps none are kept")
	}
}

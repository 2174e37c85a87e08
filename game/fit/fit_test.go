package fit

import (
	"bytes"
	"context"
	"reflect"
	"regexp"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/BurntSushi/toml"

	"backchannel/engine"
	"backchannel/engine/scenario"
	"backchannel/game/lab"
	"backchannel/scenarios"
)

// year is the shortest whole record.
func year(t *testing.T, tables ...string) *Problem {
	t.Helper()
	m, problems := scenario.LoadFS(scenarios.FS, "accommodation", "year")
	if m == nil {
		t.Fatal(problems)
	}
	p, err := New(scenarios.FS, []*engine.Model{m}, tables...)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestParams: every number of a table is a parameter once, also those of lists and
// tables in it; what is 0 is none.
func TestParams(t *testing.T) {
	seen := map[string]int64{}
	p := year(t, Tables...)
	for k := range p.Params {
		q := &p.Params[k]
		if _, twice := seen[q.Name()]; twice || q.Now == 0 {
			t.Errorf("%s is there twice, or 0: %d", q.Name(), q.Now)
		}
		seen[q.Name()] = q.Now
	}
	theory := p.eras[0].Theory
	for name, want := range map[string]int64{"choice.tau": theory.Choice.Tau, "belief.leap": theory.Belief.Leap, "means.exit[1]": theory.Means.Exit[1]} {
		if seen[name] != want {
			t.Errorf("%s is %d, the theory has %d", name, seen[name], want)
		}
	}
	if seen["choice.kinds.probe"] == 0 || len(seen) < 50 {
		t.Errorf("%d parameters: %v", len(seen), seen)
	}
}

// TestChangesReachTheTheory: a changed number of a list comes into the model, its
// neighbour stays.
func TestChangesReachTheTheory(t *testing.T) {
	p := year(t, "means")
	values := make([]int64, len(p.Params))
	for k := range p.Params {
		values[k] = p.Params[k].Now
		if p.Params[k].Name() == "means.exit[1]" {
			values[k] = -7
		}
	}
	records, err := p.Records(values)
	if err != nil {
		t.Fatal(err)
	}
	was, is := p.eras[0].Theory.Means, records[0].Model.Theory.Means
	if is.Exit != [2]int64{was.Exit[0], -7} {
		t.Errorf("exit is %v, was %v", is.Exit, was.Exit)
	}
	is.Exit = was.Exit
	if !reflect.DeepEqual(is, was) {
		t.Error("another parameter was changed as well")
	}
}

// TestSearch: from a hold that is far too heavy the search comes away, never to a
// worse score, at a price that is that of the distance; and again to the same.
func TestSearch(t *testing.T) {
	heavy := fstest.MapFS{}
	for _, name := range []string{"theory.toml", "accommodation.toml"} {
		text, err := scenarios.FS.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		heavy[name] = &fstest.MapFile{Data: regexp.MustCompile(`(?m)^hold = [0-9]+`).ReplaceAll(text, []byte("hold = 16000"))}
	}
	m, problems := scenario.LoadFS(heavy, "accommodation", "year")
	if m == nil {
		t.Fatal(problems)
	}
	p, err := New(heavy, []*engine.Model{m}, "choice")
	if err != nil {
		t.Fatal(err)
	}
	p.Params = slices.DeleteFunc(p.Params, func(q Param) bool { return q.Path != "choice.hold" })
	r := p.Search(context.Background(), 2, func(int) {})
	if r.After.Total() <= r.Before.Total() || r.Values[0] >= 16000 {
		t.Errorf("from 16000 to %d: %+v", r.Values[0], r)
	}
	halves := float64(r.Values[0]-16000) / 8000
	if want := Price * halves * halves; r.After.Price != want {
		t.Errorf("the price is %v, want %v", r.After.Price, want)
	}
	if again := p.Search(context.Background(), 2, func(int) {}); !reflect.DeepEqual(r, again) {
		t.Errorf("%+v, and again %+v", r, again)
	}
}

// TestProposalIsRead: a proposal is a file of versions, which loads.
func TestProposalIsRead(t *testing.T) {
	p := year(t, "choice", "means")
	r := Result{Values: make([]int64, len(p.Params))}
	for k := range p.Params {
		r.Values[k] = p.Params[k].Now
		if name := p.Params[k].Name(); name == "choice.face" || name == "means.exit[1]" {
			r.Values[k]++
		}
	}
	var b bytes.Buffer
	if err := toml.NewEncoder(&b).Encode(p.Proposal(&r)); err != nil {
		t.Fatal(err)
	}
	e, err := lab.ReadEnsemble("proposal", b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	versions, err := e.Load(scenarios.FS, p.eras[0])
	if err != nil || len(versions) != 2 {
		t.Fatalf("%d versions, %v", len(versions), err)
	}
	was, is := &p.eras[0].Theory, &versions[1].Model.Theory
	if is.Choice.Face != was.Choice.Face+1 || is.Means.Exit[1] != was.Means.Exit[1]+1 || is.Choice.Tau != was.Choice.Tau {
		t.Errorf("face %d, exit %v, tau %d", is.Choice.Face, is.Means.Exit, is.Choice.Tau)
	}
}

// TestInadmissible: values that the theory does not admit are never proposed.
func TestInadmissible(t *testing.T) {
	p := year(t, "choice")
	values := make([]int64, len(p.Params))
	for k := range p.Params {
		values[k] = p.Params[k].Now
		if p.Params[k].Path == "choice.tau" {
			values[k] = -1
		}
	}
	if s := p.Score(values); s.Total() > -1e9 {
		t.Errorf("a spread below 0 scores %+v", s)
	}
}

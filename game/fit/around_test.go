package fit

import (
	"bytes"
	"context"
	"io/fs"
	"reflect"
	"strings"
	"testing"

	"backchannel/game/lab"
	"backchannel/scenarios"
)

// TestJudged: every parameter is there once, of every table; each can be moved by
// a step one way or the other, and what it changes is that parameter alone.
func TestJudged(t *testing.T) {
	all, err := judged(scenarios.FS, 2500)
	if err != nil {
		t.Fatal(err)
	}
	seen, tables := map[string]bool{}, map[string]bool{}
	a := &Around{Problem: &Problem{fsys: scenarios.FS}, all: all}
	for k := range all {
		j := &all[k]
		if seen[j.Name()] {
			t.Errorf("%s is there twice", j.Name())
		}
		seen[j.Name()] = true
		tables[strings.SplitN(j.Path, ".", 2)[0]] = true
		by := a.admitted(k, step)
		moved := make([]int64, len(all))
		moved[k] = by
		set := changes(all, moved)
		if _, there := set[j.Path]; by != 0 && len(set) > 0 && (len(set) != 1 || !there) {
			t.Errorf("moving %s changes %v", j.Name(), set)
		}
	}
	for _, table := range []string{"worth", "capital", "choice", "home", "trust", "pressure", "surge", "messages", "belief", "promises", "means", "hazard", "drift", "rest", "flow", "rule"} {
		if !tables[table] {
			t.Errorf("nothing of %s is judged", table)
		}
	}
	for _, name := range []string{"means.exit[1]", "worth.meter", "hazard.raid.coeff.0.each", "hazard.exodus.rates", "drift.0.each", "flow.boats.gates", "home.law"} {
		if !seen[name] {
			t.Errorf("%s is not judged", name)
		}
	}
}

// TestMoves: a list by step moves as a whole, a list of a number a side one number
// at a time, and a whole switch not at all.
func TestMoves(t *testing.T) {
	all := []Judged{{Path: "home.law", At: -1, Values: []int64{1}}, {Path: "means.exit", At: 0, Values: []int64{-20, -100}},
		{Path: "means.exit", At: 1, Values: []int64{-20, -100}}, {Path: "worth.care", At: -1, Values: []int64{0, 250, 1000}}}
	got := changes(all, []int64{step, 0, -100, 200})
	want := map[string]any{"means.exit": []any{int64(-20), int64(-90)}, "worth.care": []any{int64(0), int64(300), int64(1200)}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// TestBuild: the versions are read back round their theory, keep the log score and
// are the same on however many cores; another seed gives others.
func TestBuild(t *testing.T) {
	if testing.Short() {
		t.Skip("weighs records hundreds of times")
	}
	build := func(seed uint64, cores int) *Built {
		a := &Around{Problem: year(t, Tables...), Versions: 1, Seed: seed, Cores: cores}
		a.signs = func(set map[string]any) (int, bool) { // the phenomena themselves take too long for a test
			tau, ok := set["choice.tau"].(int64)
			return 7 * int(tau%2), !ok
		}
		b, err := a.Build(context.Background(), func(int) {})
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	b := build(1, 1)
	if c := &b.Count; c.Kept != 1 || c.Kept+c.Dropped[7]+c.Failed != c.Draws || len(b.versions) != 1 || b.versions[0].score < b.Own-Within || b.versions[0].moved < 100 {
		t.Errorf("%+v, %+v", c, b.versions[0].score)
	}
	e, err := lab.ReadEnsemble("ensemble", b.Text())
	if err != nil {
		t.Fatal(err)
	}
	if v, err := e.Load(scenarios.FS, year(t).eras[0]); err != nil || len(v) != 2 {
		t.Errorf("%d versions, %v", len(v), err)
	}
	if !bytes.Equal(b.Text(), build(1, 3).Text()) {
		t.Error("another number of cores gives another ensemble")
	}
	if bytes.Equal(b.Text(), build(2, 2).Text()) {
		t.Error("another seed gives the same ensemble")
	}
}

// TestShippedEnsemble: the ensemble beside the shipped theory was made round it, and
// says how.
func TestShippedEnsemble(t *testing.T) {
	data, err := fs.ReadFile(scenarios.FS, lab.EnsembleFile)
	if err != nil {
		t.Fatal(err)
	}
	e, err := lab.ReadEnsemble(lab.EnsembleFile, data)
	if err != nil {
		t.Fatal(err)
	}
	versions, err := e.Load(scenarios.FS, year(t).eras[0])
	if err != nil {
		t.Fatalf("%v; write it again: the command stands in its head", err)
	}
	if len(versions) != 20 {
		t.Errorf("%d theories, with the fitted one", len(versions))
	}
	head, _, _ := bytes.Cut(data, []byte("theory_hash"))
	if !bytes.Contains(head, []byte("backchannel fit --ensemble")) || !bytes.Contains(head, []byte(" draws, 19 kept")) {
		t.Errorf("its head is %q", head)
	}
}

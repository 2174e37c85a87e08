package main

import (
	"bytes"
	"strings"
	"testing"
)

// FuzzMerge: no file makes merge panic or hang, whatever it says was asked.
func FuzzMerge(f *testing.F) {
	for _, args := range []string{
		"whatif accommodation --on 1963-09-23 --side washington --move hold --theories none --worlds 2 --shard 1/1 --json",
		"whatif accommodation --on 1963-09-23 --side washington --move hold --theories none --worlds 2 --shard 2/3 --json",
		"simulate --scenario accommodation --worlds 2 --shard 1/1 --json",
	} {
		var out, bad bytes.Buffer
		if run(strings.Fields(args), nil, &out, &bad) != 0 {
			f.Fatal(bad.String())
		}
		f.Add(out.Bytes())
	}
	f.Add([]byte(`{"shard":"1/1","part":{"asked":{"name":"accommodation","all":true,"worlds":1}}}`))
	f.Add([]byte(`{"shard":"1/1","part":{"asked":{"name":"../merge_test.go","on":"x","move":"hold","worlds":1}}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := parsePart("x", data)
		if err != nil {
			return
		}
		a := &app{out: &bytes.Buffer{}, err: &bytes.Buffer{}}
		var m merger = &simulateMerger{}
		if p.Part != nil {
			m = &whatifMerger{a: a}
		}
		if m.add("x", p) == nil {
			_, _ = m.result()
		}
	})
}

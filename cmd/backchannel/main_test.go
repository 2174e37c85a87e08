package main

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"backchannel/engine"
	"backchannel/engine/play"
	"backchannel/engine/replay"
	"backchannel/engine/scenario"
	"backchannel/scenarios"
)

func TestMain(m *testing.M) { testscript.Main(m, map[string]func(){"backchannel": main}) }

// TestScripts runs the sessions in testdata. Each has the shipped scenarios in
// the folder eras, and a data directory of its own.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			env.Setenv("XDG_DATA_HOME", filepath.Join(env.WorkDir, "data"))
			env.Setenv("DISPLAY", "")
			return os.CopyFS(filepath.Join(env.WorkDir, "eras"), scenarios.FS)
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"savegame": saveGame, "tamper": tamper, "json": jsonHolds, "same": jsonSame, "sum": jsonSums, "replace": replaceText,
		},
	})
}

// saveGame writes a game of accommodation that was held through: savegame FILE
// SIDE SEED TURNS, where 0 turns mean all.
func saveGame(ts *testscript.TestScript, _ bool, args []string) {
	seed, err := strconv.ParseUint(args[2], 10, 64)
	ts.Check(err)
	stops, err := strconv.Atoi(args[3])
	ts.Check(err)
	m, problems := scenario.LoadFS(scenarios.FS, "accommodation", "")
	ts.Check(problems.Err())
	set := play.Settings{Seed: seed, Goals: [2]int8{-1, -1}}
	if args[1] == "havana" {
		set.Side = engine.Havana
	}
	g := play.New(m, set)
	for k := 0; !g.Over && (stops == 0 || k < stops); k++ {
		for _, card := range g.Hand() {
			if card.WhyNot == engine.Legal && g.Plan(card.Choice) == engine.Legal {
				break
			}
		}
		g.Commit()
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), replay.Encode(replay.Of(g)), 0o644))
}

// tamper changes a saved game: tamper FILE hash|theory.
func tamper(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	data, err := os.ReadFile(path)
	ts.Check(err)
	f, err := replay.Decode(path, data)
	ts.Check(err)
	switch args[1] {
	case "hash":
		f.Turns[1].Hash = "0123456789abcdef"
	case "theory":
		f.TheoryHash = "0123456789abcdef"
	default:
		ts.Fatalf("tamper knows nothing of %q", args[1])
	}
	ts.Check(os.WriteFile(path, replay.Encode(f), 0o644))
}

// replaceText changes the first place of a text in a file: replace FILE OLD NEW.
func replaceText(ts *testscript.TestScript, _ bool, args []string) {
	text := ts.ReadFile(args[0])
	if !strings.Contains(text, args[1]) {
		ts.Fatalf("%s does not hold %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, args[1], args[2], 1)), 0o644))
}

// jsonHolds finds a value in JSON: json FILE PATH [VALUE], a path being keys
// and numbers with slashes between.
func jsonHolds(ts *testscript.TestScript, neg bool, args []string) {
	v, ok := lookUp(ts, args[0], args[1])
	if len(args) > 2 && ok {
		text, err := json.Marshal(v)
		ts.Check(err)
		ok = strings.Trim(string(text), `"`) == args[2]
	}
	if ok == neg {
		ts.Fatalf("%s: %v", strings.Join(args, " "), v)
	}
}

// jsonSame compares values in two files of JSON: same FILE FILE PATH….
func jsonSame(ts *testscript.TestScript, neg bool, args []string) {
	for _, path := range args[2:] {
		a, inA := lookUp(ts, args[0], path)
		b, inB := lookUp(ts, args[1], path)
		if !inA || !inB || reflect.DeepEqual(a, b) == neg {
			ts.Fatalf("%s: %v and %v", path, a, b)
		}
	}
}

// jsonSums adds up an object's numbers: sum FILE PATH TOTAL.
func jsonSums(ts *testscript.TestScript, _ bool, args []string) {
	v, _ := lookUp(ts, args[0], args[1])
	object, ok := v.(map[string]any)
	want, err := strconv.ParseFloat(args[2], 64)
	ts.Check(err)
	sum := 0.0
	for _, x := range object {
		f, number := x.(float64)
		sum, ok = sum+f, ok && number
	}
	if !ok || math.Abs(sum-want) > 1e-9 {
		ts.Fatalf("%s: %v sums to %v", args[1], v, sum)
	}
}

func lookUp(ts *testscript.TestScript, file, path string) (any, bool) {
	var v any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(file)), &v))
	for _, key := range strings.Split(path, "/") {
		switch x := v.(type) {
		case map[string]any:
			next, ok := x[key]
			if !ok {
				return v, false
			}
			v = next
		case []any:
			k, err := strconv.Atoi(key)
			if err != nil || k >= len(x) {
				return v, false
			}
			v = x[k]
		default:
			return v, false
		}
	}
	return v, true
}

package scenario_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"backchannel/engine"
	"backchannel/engine/scenario"
)

// mutations are what is put in the place of each value of a file.
var mutations = []string{`"x"`, `-7`, `true`, `[]`, `{}`, `1963-09-09`, `["raids", 3, [], {}]`, `99999`, `"tension"`, ``, `''`, `[{}]`}

// TestEveryValueWrong puts something else in the place of each value of
// small.toml in turn, or takes it away: the loader must neither panic nor
// point outside the file, and what it takes must play. One mutation of each
// line is tried, all of them if BACKCHANNEL_MUTATE is set.
func TestEveryValueWrong(t *testing.T) {
	theory, problems := scenario.LoadTheory("theory.toml", []byte(readFile(t, "testdata/theory.toml")))
	if theory == nil {
		t.Fatal(problems)
	}
	lines := strings.Split(readFile(t, "testdata/small.toml"), "\n")
	all := os.Getenv("BACKCHANNEL_MUTATE") != ""
	loaded := 0
	for k, line := range lines {
		key, _, ok := strings.Cut(line, " = ")
		if !ok {
			continue
		}
		tried := mutations
		if n := k % len(mutations); !all {
			tried = mutations[n : n+1]
		}
		for _, mutation := range tried {
			changed := slices.Clone(lines)
			if changed[k] = key + " = " + mutation; mutation == "" {
				changed[k] = ""
			}
			text := strings.Join(changed, "\n")
			m, problems := scenario.Load(theory, 1, "small.toml", []byte(text), "")
			checkProblems(t, text, problems, m != nil)
			if m != nil {
				loaded++
				hold(m)
			}
			if t.Failed() {
				t.Fatalf("after %q in line %d", mutation, k+1)
			}
		}
	}
	if loaded == 0 {
		t.Error("nothing was taken")
	}
}

// hold plays a model with both sides holding and turning everything down.
func hold(m *engine.Model) {
	w := engine.NewWorld(m, engine.FreeSetup(1))
	for n, left := w.Next(), 400; !n.Over && left > 0; n, left = w.Next(), left-1 {
		c := engine.HoldChoice
		switch n.Stage {
		case engine.StagePromise:
			c = engine.Choice{Kind: engine.Promise, Move: -1, Issue: -1, Channel: -1, Item: n.Item, Answer: engine.Deny}
		case engine.StageAnswer:
			c = engine.Choice{Kind: engine.Answer, Move: -1, Issue: -1, Channel: -1, Item: n.Item, Answer: engine.Refuse}
		}
		w.Choose(c, [2]engine.Reason{})
	}
}

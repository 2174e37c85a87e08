package scenario_test

import (
	"strings"
	"testing"

	"backchannel/engine"
	"backchannel/engine/scenario"
	"backchannel/scenarios"
)

// shipped are the files that fuzzing starts from, and pieces of them.
func shipped(f *testing.F, add func(string)) {
	files := []string{readFile(f, "testdata/small.toml"), readFile(f, "testdata/theory.toml")}
	entries, err := scenarios.FS.ReadDir(".")
	if err != nil {
		f.Fatal(err)
	}
	for _, e := range entries {
		data, err := scenarios.FS.ReadFile(e.Name())
		if err != nil {
			f.Fatal(err)
		}
		files = append(files, string(data))
	}
	for k, text := range files {
		if len(text) < 1<<16 {
			add(text)
		}
		for _, piece := range strings.Split(text, "\n\n") {
			if k == 0 || len(piece) < 400 {
				add(piece)
			}
		}
		add(strings.ReplaceAll(text, "[[", "["))
		add(strings.ReplaceAll(text, "= [", "= [["))
		add(strings.ReplaceAll(text, "'", "\""))
		add(strings.ReplaceAll(text, "id = ", "at = "))
		add(strings.ReplaceAll(text, " = 1", " = \"1\""))
	}
}

// checkProblems fails if a problem has no place in its file, or is out of order.
func checkProblems(t *testing.T, text string, problems scenario.Problems, loaded bool) {
	t.Helper()
	lines := strings.Count(text, "\n") + 1
	for k, p := range problems {
		if p.Line < 1 || p.Line > lines || p.Column < 1 || p.Column > len(text)+1 || p.Message == "" {
			t.Errorf("out of place: %v", p)
		}
		if k > 0 && (p.Line < problems[k-1].Line || p.Line == problems[k-1].Line && p.Column < problems[k-1].Column) {
			t.Errorf("out of order: %v", p)
		}
	}
	if loaded != (problems.Err() == nil) {
		t.Errorf("loaded is %v with %v", loaded, problems)
	}
}

// FuzzLoad looks for bytes at which Load panics or hangs, points outside the
// file, or gives a model that cannot be played.
func FuzzLoad(f *testing.F) {
	theory, problems := scenario.LoadTheory("theory.toml", []byte(readFile(f, "testdata/theory.toml")))
	if theory == nil {
		f.Fatal(problems)
	}
	shipped(f, func(text string) { f.Add(text) })
	f.Fuzz(func(t *testing.T, text string) {
		m, problems := scenario.Load(theory, 1, "small.toml", []byte(text), "")
		checkProblems(t, text, problems, m != nil)
		if m == nil {
			return
		}
		hold(m)
	})
}

// FuzzLoadTheory is FuzzLoad for the theory.
func FuzzLoadTheory(f *testing.F) {
	shipped(f, func(text string) { f.Add(text) })
	f.Fuzz(func(t *testing.T, text string) {
		theory, problems := scenario.LoadTheory("theory.toml", []byte(text))
		checkProblems(t, text, problems, theory != nil)
	})
}

// FuzzParseChoice looks for words at which ParseChoice panics, and for choices
// that are not read again as they were written.
func FuzzParseChoice(f *testing.F) {
	m := small(f, "")
	for _, text := range choices {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, side := range []engine.Side{engine.Washington, engine.Havana} {
			c, match, err := engine.ParseChoice(m, side, text)
			if err != nil {
				if bad := err.(*engine.GrammarError); bad.Column < 1 || bad.Column > len(text)+1 || bad.Message == "" {
					t.Errorf("%q: %d: %s", text, bad.Column, bad.Message)
				}
				continue
			}
			if match >= 0 {
				c.Item = 7
			}
			again, none, err := engine.ParseChoice(m, side, engine.FormatChoice(m, side, c))
			if err != nil || again != c || none != -1 {
				t.Errorf("%q is %+v, then %+v, %d, %v", text, c, again, none, err)
			}
		}
	})
}

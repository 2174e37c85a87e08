package scenario_test

import (
	"os"
	"strings"
	"testing"

	"backchannel/engine"
	"backchannel/engine/scenario"
	"backchannel/scenarios"
)

// small loads a cut of testdata/small.toml.
func small(t testing.TB, cut string) *engine.Model {
	t.Helper()
	m, problems := scenario.LoadFS(os.DirFS("testdata"), "small", cut)
	for _, p := range problems {
		t.Errorf("unexpected: %v", p)
	}
	if m == nil {
		t.FailNow()
	}
	return m
}

func TestShippedFilesAreRight(t *testing.T) {
	if err := scenario.Check(scenarios.FS).Err(); err != nil {
		t.Error(err)
	}
}

func TestSmallPlays(t *testing.T) {
	for _, cut := range []string{"", "half-year"} {
		m := small(t, cut)
		w := engine.NewWorld(m, engine.FreeSetup(1))
		turns := 0
		for n := w.Next(); !n.Over; n = w.Next() {
			if n.Stage == engine.StageMove {
				turns++
				w.Choose(engine.HoldChoice, [2]engine.Reason{})
				continue
			}
			c := engine.Choice{Kind: engine.Answer, Move: -1, Issue: -1, Channel: -1, Item: n.Item, Answer: engine.Refuse}
			if why := w.Choose(c, [2]engine.Reason{}); why != engine.Legal {
				t.Fatalf("cannot refuse: %d", why)
			}
		}
		if turns != 12 {
			t.Errorf("cut %q: %d stages, want 12", cut, turns)
		}
	}
}

func TestList(t *testing.T) {
	infos, problems := scenario.List(os.DirFS("testdata"))
	if len(problems) != 0 || len(infos) != 1 {
		t.Fatalf("List = %v, %v", infos, problems)
	}
	got := infos[0]
	if got.ID != "small" || got.Title != "Six Weeks" || got.First != engine.Date(1963, 9, 1) || got.Last != engine.Date(1964, 2, 29) {
		t.Errorf("List = %+v", got)
	}
	if len(got.Sides) != 2 || len(got.Cuts) != 2 || !got.Cuts[0].Default || got.Cuts[1].ID != "half-year" {
		t.Errorf("List = %+v", got)
	}
}

// load loads a text in place of small.toml.
func load(t testing.TB, text string) *engine.Model {
	t.Helper()
	theory, problems := scenario.LoadTheory("theory.toml", []byte(readFile(t, "testdata/theory.toml")))
	if theory == nil {
		t.Fatal(problems)
	}
	m, problems := scenario.Load(theory, 1, "small.toml", []byte(text), "")
	if m == nil {
		t.Fatal(problems)
	}
	return m
}

// replaceOnce replaces the first of what must be there.
func replaceOnce(t testing.TB, text, old, new string) string {
	t.Helper()
	if !strings.Contains(text, old) {
		t.Fatalf("the file does not hold %q", old)
	}
	return strings.Replace(text, old, new, 1)
}

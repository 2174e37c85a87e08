package scenario_test

import (
	"io/fs"
	"strings"
	"testing"

	"backchannel/engine/scenario"
	"backchannel/scenarios"
)

// TestMistakesInShippedEras: a slip of the pen in any shipped scenario is
// explained at its line.
func TestMistakesInShippedEras(t *testing.T) {
	theory, problems := scenario.LoadTheory("theory.toml", shippedFile(t, "theory.toml"))
	if theory == nil {
		t.Fatal(problems)
	}
	infos, _ := scenario.List(scenarios.FS)
	if len(infos) < 3 {
		t.Fatalf("%d eras are shipped", len(infos))
	}
	slips := [][2]string{{`rung = "`, `rung = "X`}, {"struck(\"", "struck(\"x"}, {"price = ", "prize = "}, {"channel = \"", "channel = \"x"}, {"source = \"", "source = \"x"}}
	for _, info := range infos {
		name := info.ID + ".toml"
		text := string(shippedFile(t, name))
		for _, slip := range slips {
			at := strings.Index(text, slip[0])
			if at < 0 {
				continue
			}
			wrong := text[:at] + slip[1] + text[at+len(slip[0]):]
			line := strings.Count(text[:at], "\n") + 1
			_, found := scenario.Load(theory, 1, name, []byte(wrong), "")
			if !explained(found.Mistakes(), line) {
				t.Errorf("%s:%d: %q for %q is not explained there: %v", name, line, slip[1], slip[0], found.Mistakes())
			}
		}
	}
}

func explained(problems scenario.Problems, line int) bool {
	for _, p := range problems {
		if p.Line == line {
			return true
		}
	}
	return false
}

func shippedFile(t *testing.T, name string) []byte {
	t.Helper()
	data, err := fs.ReadFile(scenarios.FS, name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

package replay_test

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"backchannel/engine"
	"backchannel/engine/replay"
	"backchannel/engine/scenario"
	"backchannel/scenarios"
)

var update = flag.Bool("update", false, "write the playthroughs beside the golden replays again")

// again is for a commit that changes a scenario or the theory and says why.
var again = flag.Bool("again", false, "play the choices of the golden replays again and write what comes of them")

const dir = "../../scenarios/replays"

// TestGoldenReplays: every committed replay verifies, and its playthrough is
// the one that lies beside it.
func TestGoldenReplays(t *testing.T) {
	files, err := filepath.Glob(dir + "/*.toml")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Fatal("no golden replay found")
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			f, err := replay.Decode(filepath.Base(name), data)
			if err != nil {
				t.Fatal(err)
			}
			m, problems := scenario.LoadFS(scenarios.FS, f.Scenario, f.Cut)
			if m == nil {
				t.Fatal(problems)
			}
			if *again {
				f = playAgain(t, name, m, f)
			}
			res, err := replay.Verify(m, f, false)
			if err != nil || !res.OK {
				t.Fatalf("%+v, %v", res, err)
			}
			text, err := replay.Playthrough(m, f)
			if err != nil {
				t.Fatal(err)
			}
			golden(t, strings.TrimSuffix(name, ".toml")+".txt", text)
		})
	}
}

// playAgain writes a golden replay anew and says where the other side now
// chooses otherwise.
func playAgain(t *testing.T, name string, m *engine.Model, old *replay.File) *replay.File {
	t.Helper()
	g, err := replay.Again(m, old)
	if err != nil {
		t.Fatal(err)
	}
	data := replay.Encode(replay.Of(g))
	if err := os.WriteFile(name, data, fs.FileMode(0o644)); err != nil {
		t.Fatal(err)
	}
	f, err := replay.Decode(filepath.Base(name), data)
	if err != nil {
		t.Fatal(err)
	}
	for k := range min(len(f.Turns), len(old.Turns)) {
		if a, b := old.Turns[k], f.Turns[k]; fmt.Sprint(a.Washington, a.Havana) != fmt.Sprint(b.Washington, b.Havana) {
			t.Logf("%s: from %s on the other side chooses otherwise", filepath.Base(name), a.Day)
			break
		}
	}
	return f
}

// TestGoldenRecord: the record of every era replays to the playthrough that is
// committed, hashes and all.
func TestGoldenRecord(t *testing.T) {
	eras, problems := scenario.List(scenarios.FS)
	if len(eras) == 0 {
		t.Fatal(problems)
	}
	for _, e := range eras {
		m, problems := scenario.LoadFS(scenarios.FS, e.ID, "")
		if m == nil {
			t.Fatal(problems)
		}
		golden(t, filepath.Join(dir, e.ID+"-record.txt"), replay.PlaythroughOfRecord(m))
	}
}

// golden compares a text with a committed file, or writes it.
func golden(t *testing.T, name, text string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(text), fs.FileMode(0o644)); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != text {
		t.Errorf("%s: %s", filepath.Base(name), firstLine(string(want), text))
	}
}

func firstLine(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			return fmt.Sprintf("line %d: got %q, committed is %q", i+1, g[i], w[i])
		}
	}
	return "one is longer than the other"
}

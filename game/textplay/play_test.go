package textplay_test

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"backchannel/engine"
	"backchannel/engine/play"
	"backchannel/engine/scenario"
	"backchannel/game/textplay"
	"backchannel/scenarios"
)

var update = flag.Bool("update", false, "write the golden transcript anew")

// script is a person who always types the same things, for ever.
type script struct {
	first, again []string
	rest         []byte
	n            int
}

func (s *script) Read(p []byte) (int, error) {
	if len(s.rest) == 0 {
		if s.n >= len(s.first)+600 {
			return 0, io.EOF
		}
		line := ""
		if s.n < len(s.first) {
			line = s.first[s.n]
		} else {
			line = s.again[(s.n-len(s.first))%len(s.again)]
		}
		s.n++
		s.rest = []byte(line + "\n")
	}
	n := copy(p, s.rest)
	s.rest = s.rest[n:]
	return n, nil
}

func run(t *testing.T, in io.Reader, opts textplay.Opts) string {
	t.Helper()
	var out bytes.Buffer
	opts.Lang = "en"
	if opts.Model == nil && opts.Eras == nil {
		opts.Model = load(t)
	}
	if err := textplay.Play(in, &out, opts); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func load(t *testing.T) *engine.Model {
	t.Helper()
	m, problems := scenario.LoadFS(scenarios.FS, "accommodation", "")
	if m == nil {
		t.Fatal(problems)
	}
	return m
}

// TestChoosingAnEra: where several eras are on offer one is asked which, and of
// an era with several cuts how much of it; an empty line is the default one.
func TestChoosingAnEra(t *testing.T) {
	infos, problems := scenario.List(scenarios.FS)
	if len(infos) < 2 {
		t.Fatal(problems)
	}
	var eras []textplay.Era
	for _, info := range infos {
		eras = append(eras, textplay.Era{Info: info, Load: func(cut string) (*engine.Model, error) {
			m, problems := scenario.LoadFS(scenarios.FS, info.ID, cut)
			return m, problems.Err()
		}})
	}
	for k, info := range infos {
		for n, cut := range info.Cuts {
			text := run(t, strings.NewReader(fmt.Sprintf("%d\n%d\n1\n7\n\n", k+1, n+1)), textplay.Opts{Eras: eras})
			clean(t, text)
			if !strings.Contains(strings.Join(strings.Fields(text), " "), strings.Join(strings.Fields(cut.Blurb), " ")) {
				t.Errorf("%s, %s does not begin", info.ID, cut.ID)
			}
		}
	}
}

// clean is what every transcript must be.
func clean(t *testing.T, text string) {
	t.Helper()
	for k, l := range strings.Split(text, "\n") {
		if n := utf8.RuneCountInString(l); n > 80 {
			t.Errorf("line %d has %d columns: %s", k+1, n, l)
		}
		if strings.Contains(l, "%!") || strings.Contains(l, "<no value>") || strings.Contains(l, "\x1b") {
			t.Errorf("line %d: %q", k+1, l)
		}
	}
	if strings.Contains(text, "\n\n\n") {
		t.Error("two empty lines in a row")
	}
}

// TestWholeGames: typing card 1, an answer and Enter plays a game to its
// debrief from either chair, with whatever luck.
func TestWholeGames(t *testing.T) {
	for seed := range 6 {
		saved := 0
		in := &script{first: []string{fmt.Sprint(1 + seed%2), fmt.Sprint(seed), "", "?", "l", "c", "a", "g", "b", "d"}, again: []string{"1", "a", "k", "", ""}}
		text := run(t, in, textplay.Opts{Saver: func(*play.Game) error { saved++; return nil }})
		clean(t, text)
		if !strings.Contains(text, "HOW IT ENDED") || !strings.Contains(text, "WHO SAT ACROSS THE STRAITS") {
			t.Errorf("seed %d: no debrief", seed)
		}
		if saved == 0 {
			t.Errorf("seed %d: never saved", seed)
		}
	}
}

// TestGolden: a scripted game reads as it did.
func TestGolden(t *testing.T) {
	in := strings.NewReader(strings.Join([]string{"ab", "1", "why 1", "u", "why tension", "q", "9", "1", "", "xyz", "99", "o", "8", "1", "", "2", "1", "", "", "", "", "", "y", "n", "h", "w", "quit"}, "\n"))
	text := run(t, in, textplay.Opts{Side: engine.Washington, Chosen: true, Seed: 7, Seeded: true})
	clean(t, text)
	const file = "testdata/washington-7.txt"
	m, problems := scenario.LoadFS(scenarios.FS, "accommodation", "")
	if m == nil {
		t.Fatal(problems)
	}
	head := fmt.Sprintf("scenario %016x, theory %016x\n", m.ScenarioHash, m.TheoryHash)
	text = head + text
	if *update {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(string(want), head) {
		t.Logf("the era or the theory has been edited since %s was written; run with -update and read it", file)
		return
	}
	if text != string(want) {
		t.Errorf("the transcript differs from %s; run the test with -update and read it", file)
	}
}

// TestEnd: an input that ends anywhere ends the game politely.
func TestEnd(t *testing.T) {
	lines := []string{"1", "5", "", "1", "o", "1", "1", "", "1"}
	for n := range lines {
		text := run(t, strings.NewReader(strings.Join(lines[:n], "\n")), textplay.Opts{})
		if !strings.Contains(text, "Until another time.") {
			t.Errorf("after %d lines: %q", n, text[max(0, len(text)-80):])
		}
	}
}

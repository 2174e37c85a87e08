package scenario_test

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"backchannel/engine/scenario"
)

// planted is a case of testdata/mistakes.txt.
type planted struct {
	name   string
	theory bool
	edits  [][2]string
	want   []expected
}

// expected is a problem with the piece of the file that shows its place.
type expected struct {
	piece, message string
	warning        bool
}

const lineEnd = "¶"

func readPlanted(t *testing.T) []planted {
	data, err := os.ReadFile("testdata/mistakes.txt")
	if err != nil {
		t.Fatal(err)
	}
	var cases []planted
	last := ""
	piece := ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if name, ok := strings.CutPrefix(line, "== "); ok {
			cases = append(cases, planted{name: name})
			last = "=="
			continue
		}
		if len(cases) == 0 || line == "" {
			last = ""
			continue
		}
		c := &cases[len(cases)-1]
		text := strings.ReplaceAll(strings.TrimPrefix(line[1:], " "), lineEnd, "\n")
		switch line[:1] {
		case "-":
			c.edits = append(c.edits, [2]string{text, ""})
		case "+":
			e := &c.edits[len(c.edits)-1]
			if last == "+" {
				e[1] += "\n"
			}
			e[1] += text
		case "@":
			piece = text
		case ">", "?":
			c.want = append(c.want, expected{piece, strings.TrimPrefix(line[1:], " "), line[0] == '?'})
		default:
			if line != "file theory" {
				t.Fatalf("case %q: cannot read the line %q", c.name, line)
			}
			c.theory = true
		}
		last = line[:1]
	}
	return cases
}

// placeOf is where the mark of a piece stands in a text.
func placeOf(t *testing.T, text, piece string) (line, column int) {
	before, after, _ := strings.Cut(piece, "‸")
	at := strings.Index(text, before+after)
	if at < 0 {
		t.Fatalf("the file does not hold %q", before+after)
	}
	text = text[:at+len(before)]
	line = strings.Count(text, "\n") + 1
	return line, utf8.RuneCountInString(text[strings.LastIndex(text, "\n")+1:]) + 1
}

func TestMistakesAreFoundWhereTheyAre(t *testing.T) {
	theoryText, smallText := readFile(t, "testdata/theory.toml"), readFile(t, "testdata/small.toml")
	theory, problems := scenario.LoadTheory("theory.toml", []byte(theoryText))
	if theory == nil {
		t.Fatal(problems)
	}
	for _, c := range readPlanted(t) {
		t.Run(c.name, func(t *testing.T) {
			text, name := smallText, "small.toml"
			if c.theory {
				text, name = theoryText, "theory.toml"
			}
			for _, e := range c.edits {
				if !strings.Contains(text, e[0]) {
					t.Fatalf("the file does not hold %q", e[0])
				}
				text = strings.Replace(text, e[0], e[1], 1)
			}
			loaded := false
			if c.theory {
				th, p := scenario.LoadTheory(name, []byte(text))
				loaded, problems = th != nil, p
			} else {
				m, p := scenario.Load(theory, 1, name, []byte(text), "")
				loaded, problems = m != nil, p
			}
			var want scenario.Problems
			for _, e := range c.want {
				line, column := placeOf(t, text, e.piece)
				want = append(want, scenario.Problem{File: name, Line: line, Column: column, Message: e.message, Warning: e.warning})
			}
			slices.SortFunc(want, func(a, b scenario.Problem) int {
				return cmp.Or(a.Line-b.Line, a.Column-b.Column, cmp.Compare(a.Message, b.Message))
			})
			if got := shown(problems); got != shown(want) {
				t.Errorf("got\n%swant\n%s", got, shown(want))
			}
			if loaded != (want.Err() == nil) {
				t.Errorf("loaded is %v", loaded)
			}
		})
	}
}

// shown is problems as text, warnings marked.
func shown(problems scenario.Problems) string {
	var b strings.Builder
	for _, p := range problems {
		mark := ""
		if p.Warning {
			mark = "? "
		}
		fmt.Fprintf(&b, "\t%s%v\n", mark, p)
	}
	return b.String()
}

func readFile(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

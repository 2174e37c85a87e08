package scenario_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"backchannel/engine/scenario"
)

// more is small.toml with n more tables at its end, %d in each for the number.
func more(t testing.TB, table string, n int) string {
	t.Helper()
	var b strings.Builder
	b.WriteString(readFile(t, "testdata/small.toml"))
	for k := range n {
		b.WriteString(strings.ReplaceAll(table, "%d", fmt.Sprint(k)))
	}
	return b.String()
}

// complaints are the mistakes in a text in place of small.toml.
func complaints(t testing.TB, text string) scenario.Problems {
	t.Helper()
	theory, problems := scenario.LoadTheory("theory.toml", []byte(readFile(t, "testdata/theory.toml")))
	if theory == nil {
		t.Fatal(problems)
	}
	m, problems := scenario.Load(theory, 1, "small.toml", []byte(text), "")
	if (m == nil) != (problems.Err() != nil) {
		t.Errorf("model %v with %v", m != nil, problems)
	}
	return problems.Mistakes()
}

func TestLimits(t *testing.T) {
	const stance = "values = [1, 2], note = \"judged: so\" }\n"
	const mover = "values = [1, 2], deeds = [\"stay\", \"go\"], note = \"judged: so\" }\n"
	tables := []struct {
		what, table string
		free        int // how many more there may be
	}{
		{"issue", "[[issue]]\nid = \"i%d\"\ntitle = \"t\"\nrungs = [\"a\", \"b\"]\nstart = \"a\"\nmoved_by = [\"havana\"]\n" +
			"washington = { cares = 1, " + stance + "havana = { cares = 1, " + mover, 12 - 6},
		{"quantity", "[[quantity]]\nid = \"q%d\"\ntitle = \"t\"\nstart = 1\nnote = \"judged: so\"\n", 38 - 2},
		{"channel", "[[channel]]\nid = \"c%d\"\ntitle = \"t\"\nname = \"n\"\ntrusted = { washington = 1, havana = 1 }\nleaks = 1\n" +
			"fidelity = 1\ndelay = 1\ncarries = 1\nnote = \"judged: so\"\n", 12 - 3},
		{"move", "[[move]]\nid = \"m%d\"\nside = \"havana\"\nkind = \"speech\"\ntitle = \"t\"\nprice = 1\nnote = \"judged: so\"\n", 128 - 20},
		{"standing order", "[[order]]\nid = \"o%d\"\nside = \"havana\"\ntitle = \"t\"\nagency = \"a\"\nnote = \"judged: so\"\n", 12 - 2},
		{"event", "[[event]]\nid = \"e%d\"\ntitle = \"t\"\nkind = \"triggered\"\nwhen = 'tension > 99'\nnote = \"judged: so\"\n", 64 - 8},
		{"type", "[[side.havana.type]]\nid = \"t%d\"\nname = \"n\"\ntext = \"t\"\nweight = 1\npatience = 1\ngoals = [\"a\", \"b\"]\nnote = \"judged: so\"\n", 6 - 3},
		{"leader", "[[side.havana.leader]]\nid = \"l%d\"\nname = \"n\"\npride = 1\npatience = 1\nnote = \"judged: so\"\n", 4 - 1},
		{"constituency", "[[side.havana.constituency]]\nid = \"c%d\"\nname = \"n\"\ninfluence = 1\nnote = \"judged: so\"\n", 8 - 2},
		{"adviser", "[[side.havana.adviser]]\nid = \"a%d\"\nname = \"n\"\noffice = \"o\"\nwants = {}\nnote = \"judged: so\"\n", 6 - 3},
		{"outcome", "[[yesno]]\nid = \"y%d\"\ntitle = \"t\"\nwhen = 'tension > 1'\nhistorical = true\n", 64 - 2},
	}
	for _, c := range tables {
		t.Run(c.what, func(t *testing.T) {
			if problems := complaints(t, more(t, c.table, c.free)); len(problems) > 0 {
				t.Errorf("%d more: %v", c.free, problems)
			}
			problems := complaints(t, more(t, c.table, c.free+1))
			if len(problems) != 1 || !strings.Contains(problems[0].Message, "one "+c.what+" too many") {
				t.Errorf("%d more: %v", c.free+1, problems)
			}
			if problems := complaints(t, more(t, c.table, 1500)); len(problems) == 0 {
				t.Error("1500 more are taken")
			}
		})
	}
}

func TestRungLimit(t *testing.T) {
	text := readFile(t, "testdata/small.toml")
	nine := strings.Replace(text, `rungs = ["no arms, no training", "words only",`, `rungs = ["no arms, no training", "words only", "1", "2", "3", "4", "5",`, 1)
	problems := complaints(t, nine)
	if len(problems) == 0 || problems[0].Message != "more than 8 rungs" {
		t.Errorf("got %v", problems)
	}
}

func TestExpressionLimits(t *testing.T) {
	text := readFile(t, "testdata/small.toml")
	long := strings.Replace(text, "'hardship >= 70'", "'hardship >= 70"+strings.Repeat(" ", 1000)+"'", 1)
	deep := strings.Replace(text, "'hardship >= 70'", "'"+strings.Repeat("(", 400)+"true"+strings.Repeat(")", 400)+"'", 1)
	for _, text := range []string{long, deep} {
		if problems := complaints(t, text); len(problems) != 1 {
			t.Errorf("got %v", problems)
		}
	}
}

func TestSizeLimit(t *testing.T) {
	text := readFile(t, "testdata/small.toml")
	full := text + "\n#" + strings.Repeat("x", scenario.MaxBytes-len(text)-2)
	if problems := complaints(t, full); len(problems) > 0 {
		t.Errorf("a file of 1 MiB: %v", problems)
	}
	problems := complaints(t, full+"x")
	if len(problems) != 1 || problems[0].Message != "the file has 1048577 bytes, at most 1048576 are allowed" {
		t.Errorf("a longer file: %v", problems)
	}
	fsys := fstest.MapFS{"theory.toml": {Data: []byte(readFile(t, "testdata/theory.toml"))}, "small.toml": {Data: []byte(full + strings.Repeat("x", 1<<22))}}
	if _, problems := scenario.LoadFS(fsys, "small", ""); len(problems) != 1 {
		t.Errorf("a longer file: %v", problems)
	}
}

// TestHostileFiles are small files that would exhaust memory, stack or time.
func TestHostileFiles(t *testing.T) {
	const n = 1 << 20
	files := map[string]string{
		"nested arrays":      "a = " + strings.Repeat("[", n-10),
		"nested tables":      strings.Repeat("a={", n/3-1),
		"dotted key":         strings.Repeat("a.", n/2-5) + "a = 1",
		"dotted header":      "[" + strings.Repeat("a.", n/2-5) + "a]",
		"many dotted keys":   strings.Repeat("a.b.c.d.e.f.g.h = 1\n", n/25),
		"many unknown keys":  manyKeys(n / 16),
		"many tables":        strings.Repeat("[[move]]\n", n/10),
		"a long line":        "a = [" + strings.Repeat("1,", n/2-10) + "1]",
		"inline tables":      "move = [" + strings.Repeat("{id=1},", n/8) + "]",
		"long id":            "id = \"" + strings.Repeat("a", n-20) + "\"",
		"quotes":             strings.Repeat("\"", n),
		"backslashes":        "a = \"" + strings.Repeat("\\", n-10),
		"open string":        "a = \"\"\"" + strings.Repeat("\n", n-10),
		"only line ends":     strings.Repeat("\n", n),
		"zero bytes":         strings.Repeat("\x00", n),
		"no UTF-8":           "a = \"\xff\xfe\"",
		"a byte order mark":  "\ufeffid = 3",
		"carriage returns":   strings.Repeat("\r", n),
		"nothing":            "",
		"large number":       "[[start]]\nvalue = 99999999999999999999",
		"largest number":     "[[start]]\nvalue = 9223372036854775807\nquantity = \"stories\"",
		"long expression":    "[[yesno]]\nwhen = '" + strings.Repeat("(", 1<<19) + "'",
		"dates in a string":  "[[yesno]]\nwhen = '" + strings.Repeat("1963-11-22 ", 900) + "'",
		"side is no table":   "side = 3\n",
		"sides are a list":   "[[side]]\n[[side.washington]]\n",
		"effects are no map": "[[move]]\neffects = [1]\n",
		"table as key":       "[record]\nmove = { on = 1963-01-01 }",
		"lists of lists":     "elections = [[1963-01-01], [[1963-01-01]]]",
		"infinite":           "elections = [inf, nan, 1e400]",
		"times":              "elections = [07:32:00, 1979-05-27T07:32:00Z, 0000-01-01, 9999-12-31]",
	}
	for name, text := range files {
		t.Run(name, func(t *testing.T) {
			if problems := complaints(t, text); len(problems) == 0 {
				t.Error("no problem was found")
			}
			if _, problems := scenario.LoadTheory("theory.toml", []byte(text)); len(problems) == 0 {
				t.Error("no problem was found in it as a theory")
			}
		})
	}
}

func manyKeys(n int) string {
	var b strings.Builder
	for k := range n {
		fmt.Fprintf(&b, "key%d = 1\n", k)
	}
	return b.String()
}

// broken is a file system in which nothing can be read.
type broken struct{ fs.FS }

func (broken) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: errors.New("the drawer is stuck")}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	dir := os.DirFS("testdata")
	for _, id := range []string{"missing", "", "../small", "small.toml", "testdata/small", "SMALL", strings.Repeat("x", 1000)} {
		m, problems := scenario.LoadFS(dir, id, "")
		if m != nil || len(problems) == 0 {
			t.Errorf("LoadFS(%q) = %v, %v", id, m, problems)
		}
	}
	if m, problems := scenario.LoadFS(dir, "small", "sixx"); m != nil || len(problems) != 1 ||
		problems[0].Message != `unknown cut "sixx" (did you mean "six"?)` {
		t.Errorf("unknown cut: %v", problems)
	}
	if m, problems := scenario.LoadFS(broken{}, "small", ""); m != nil || len(problems) != 2 {
		t.Errorf("broken: %v", problems)
	}
	if problems := scenario.Check(broken{}); len(problems) != 2 {
		t.Errorf("broken: %v", problems)
	}
	if infos, problems := scenario.List(broken{}); infos != nil || len(problems) != 1 {
		t.Errorf("broken: %v", problems)
	}
	m, problems := scenario.Load(nil, 0, "small.toml", []byte(readFile(t, "testdata/small.toml")), "")
	if m != nil || len(problems) != 1 {
		t.Errorf("no theory: %v", problems)
	}
	only := fstest.MapFS{"small.toml": {Data: []byte(readFile(t, "testdata/small.toml"))}}
	if m, problems := scenario.LoadFS(only, "small", ""); m != nil || len(problems) != 1 || problems[0].File != "theory.toml" {
		t.Errorf("no theory: %v", problems)
	}
}

func TestProblemsAreSortedAndLimited(t *testing.T) {
	problems := complaints(t, manyKeys(2000))
	if len(problems) != scenario.MaxProblems+1 {
		t.Errorf("%d problems", len(problems))
	}
	for k := 1; k < len(problems); k++ {
		if problems[k].Line < problems[k-1].Line {
			t.Fatalf("%v stands after %v", problems[k], problems[k-1])
		}
	}
}

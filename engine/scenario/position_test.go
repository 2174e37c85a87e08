package scenario

import (
	"fmt"
	"strings"
	"testing"
)

// TestPlaces pins places where parsers easily lose them: in the second of
// three tables, in inline tables, dotted keys, lists over several lines, after
// letters of more than one byte.
func TestPlaces(t *testing.T) {
	const doc = `# first
id = "x"
"quoted key" = 1
a.b . c = 'dotted'

[[issue]]
rungs = ["one", "two"]
[[issue]]
  rungs = [
    "één", "twee", # a comment, ["no"]
    'three' ,
  ]
  w = { cares = 2, values = [1, 2,   3], note = "ü", in.ner = { k = true } }
[[issue]]
rungs = []
[[issue.sub]]
n = 1
[[issue.sub]]
n = 2

[ side . havana ]
text = """
long"""
effects = { "trust.havana" = -1, 'x' = "a\tb", y = "" }
[[side.havana.goal]]
on = 1963-09-02
`
	var r report
	d := r.parse([]byte(doc))
	if d == nil {
		t.Fatal(r.list)
	}
	want := []struct {
		path, key, at string
		plain         bool
	}{
		{"", "1:1", "1:1", false},
		{"id", "2:1", "2:6", true},
		{"quoted key", "3:1", "3:16", false},
		{"a", "4:1", "4:1", false},
		{"a/b", "4:3", "4:3", false},
		{"a/b/c", "4:7", "4:11", true},
		{"issue/0", "6:1", "6:1", false},
		{"issue/0/rungs", "7:1", "7:9", false},
		{"issue/0/rungs/1", "7:17", "7:17", true},
		{"issue/1", "8:1", "8:1", false},
		{"issue/1/rungs", "9:3", "9:11", false},
		{"issue/1/rungs/0", "10:5", "10:5", true},
		{"issue/1/rungs/1", "10:12", "10:12", true},
		{"issue/1/rungs/2", "11:5", "11:5", true},
		{"issue/1/w", "13:3", "13:7", false},
		{"issue/1/w/cares", "13:9", "13:17", false},
		{"issue/1/w/values/2", "13:38", "13:38", false},
		{"issue/1/w/note", "13:42", "13:49", true},
		{"issue/1/w/in/ner", "13:57", "13:63", false},
		{"issue/1/w/in/ner/k", "13:65", "13:69", false},
		{"issue/2", "14:1", "14:1", false},
		{"issue/2/sub/1", "18:1", "18:1", false},
		{"issue/2/sub/1/n", "19:1", "19:5", false},
		{"side", "21:1", "21:1", false},
		{"side/havana", "21:1", "21:1", false},
		{"side/havana/text", "22:1", "22:8", false},
		{"side/havana/effects/trust.havana", "24:13", "24:30", false},
		{"side/havana/effects/x", "24:34", "24:40", false},
		{"side/havana/effects/y", "24:48", "24:52", false},
		{"side/havana/goal/0", "25:1", "25:1", false},
		{"side/havana/goal/0/on", "26:1", "26:6", false},
	}
	for _, w := range want {
		n := d.root
		for _, step := range strings.Split(w.path, "/") {
			var k int
			switch _, err := fmt.Sscan(step, &k); {
			case step == "":
			case err == nil:
				n = n.item(k)
			default:
				n = n.child(step)
			}
		}
		key, at := fmt.Sprintf("%d:%d", n.key.line, n.key.column), fmt.Sprintf("%d:%d", n.at.line, n.at.column)
		if key != w.key || at != w.at || n.plain != w.plain {
			t.Errorf("%q: key %s, value %s, plain %v; want %s, %s, %v", w.path, key, at, n.plain, w.key, w.at, w.plain)
		}
	}
}

// TestSyntaxPlaces pins where broken syntax is reported.
func TestSyntaxPlaces(t *testing.T) {
	tests := []struct{ text, want string }{
		{"a = 1\nb = \n", "2:5: expected value but found '\\n' instead"},
		{"a = 1\na = 2\n", "2:1: Key 'a' has already been defined."},
		{"a = 1\n\"a\" = 2\n", "2:1: Key 'a' has already been defined."},
		{"é = 1\n", "1:1: expected '.' or '=', but got 'é' instead"},
		{"\"é\" = ?\n", "1:7: expected value but found '?' instead"},
	}
	for _, c := range tests {
		r := report{file: "f"}
		if d := r.parse([]byte(c.text)); d != nil || len(r.list) != 1 {
			t.Errorf("%q: %v", c.text, r.list)
			continue
		}
		if got := strings.TrimPrefix(r.list[0].Error(), "f:"); got != c.want {
			t.Errorf("%q: got %s, want %s", c.text, got, c.want)
		}
	}
}

func TestGuardReadsStringsAndComments(t *testing.T) {
	deep, dots := strings.Repeat("[", 17), strings.Repeat("a.", 9)
	free := []string{
		`a = "` + deep + `"`, `a = '` + deep + `'`, `a = """` + deep + `"""`, "a = '''" + deep + "'''", "# " + deep,
		`a = "\"` + deep + `"`, `a = """\"""` + deep + `"""`, `a = """x"""""` + "\nb = 1", `a = "` + dots + `"`, "# " + dots,
		strings.Repeat("a = [1.5, 2.5]\n", 20), strings.Repeat("[", 16), "a = '\\'\n" + deep[1:],
		`a = """"` + deep + `"""`, `a = """` + deep + `""` + deep + `"""`,
	}
	for _, text := range free {
		if _, message := guard(text); message != "" {
			t.Errorf("%s: %s", text, message)
		}
	}
	for _, text := range []string{deep, dots, "a = ''\n" + deep, `a = """""` + `"` + deep, "a = '\\'" + deep, "a = '''x'''''" + deep} {
		if _, message := guard(text); message == "" {
			t.Errorf("%s: nothing is wrong", text)
		}
	}
}

func TestMarker(t *testing.T) {
	const text = "ab\nüçd\n\nx"
	want := []string{"1:1", "1:2", "1:3", "2:1", "", "2:2", "", "2:3", "2:4", "3:1", "4:1", "4:2"}
	for _, order := range []int{1, -1, 7} {
		m := newMarker(text)
		for k := range want {
			k = ((k*order)%len(want) + len(want)) % len(want)
			if want[k] == "" {
				continue // inside a letter
			}
			if p := m.at(k); fmt.Sprintf("%d:%d", p.line, p.column) != want[k] {
				t.Errorf("offset %d is %v, want %s", k, p, want[k])
			}
		}
	}
}

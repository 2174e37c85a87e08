package lang_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"backchannel/game/lang"

	"github.com/BurntSushi/toml"
)

// keys are the keys of en.toml: a table with a plural form is one message.
func keys(t *testing.T) map[string]bool {
	t.Helper()
	src, err := lang.Source("en")
	if err != nil {
		t.Fatal(err)
	}
	tree := map[string]any{}
	if err := toml.Unmarshal(src, &tree); err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	collect(tree, "", out)
	return out
}

func collect(tree map[string]any, prefix string, out map[string]bool) {
	for k, v := range tree {
		switch v := v.(type) {
		case string:
			if strings.TrimSpace(v) == "" {
				continue
			}
			out[prefix+k] = true
		case map[string]any:
			if _, plural := v["other"]; plural {
				out[prefix+k] = true
				continue
			}
			collect(v, prefix+k+".", out)
		}
	}
}

var keyForm = regexp.MustCompile(`^[a-z]+(\.[a-z0-9_]+)+$`)

// literals are the string constants of the program that look like keys, and
// those that are handed to T directly.
func literals(t *testing.T, root string, seen, asked map[string]string) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil // another package in the middle of an edit
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && len(call.Args) > 0 {
				if sel, ok := call.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "T" {
					if s, ok := text(call.Args[0]); ok {
						asked[s] = path
					}
				}
			}
			if s, ok := text(n); ok && keyForm.MatchString(s) {
				seen[s] = path
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func text(n ast.Node) (string, bool) {
	l, ok := n.(*ast.BasicLit)
	if !ok || l.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(l.Value)
	return s, err == nil
}

// TestKeys: every key that the program names exists, and every key that
// exists is named by the program.
func TestKeys(t *testing.T) {
	have := keys(t)
	seen, asked := map[string]string{}, map[string]string{}
	for _, root := range []string{"..", "../../cmd"} {
		literals(t, root, seen, asked)
	}
	sections := map[string]bool{}
	for k := range have {
		sections[k[:strings.Index(k, ".")]] = true
		if seen[k] == "" {
			t.Errorf("en.toml: %s is never used", k)
		}
	}
	for k, path := range asked {
		if !have[k] {
			t.Errorf("%s: no such key: %s", path, k)
		}
	}
	for k, path := range seen {
		if !have[k] && sections[k[:strings.Index(k, ".")]] && !strings.HasPrefix(path, "../ui/") {
			t.Errorf("%s: no such key: %s", path, k)
		}
	}
}

func TestPlural(t *testing.T) {
	c := lang.For("en")
	if one, many := c.T("unit.days", "Count", 1), c.T("unit.days", "Count", 3); one != "one day" || many != "3 days" {
		t.Errorf("plurals: %q, %q", one, many)
	}
	if s := c.T("no.such_key"); s != "[no.such_key]" {
		t.Errorf("a missing key reads %q", s)
	}
}

package expr

import (
	"testing"
	"unicode/utf8"
)

func FuzzCompile(f *testing.F) {
	for _, s := range []string{
		`hardship >= 60 && !open("donovan")`,
		`rung("contact") >= rung("contact", "agenda agreed at the UN")`,
		`trust.havana + 5`, `min(standing.washington, 50)`, `if(war, -1, 1/0) % 3`,
		"talks\n&& goal.type > 0x1F", `a.(type)`, `func() {}`, `x[1:2]{3}`, `"\x`, `//`, "/*\r\n", `'`, "`", `((`,
		`-9223372036854775808 / -1`, "//line a:1\n1", "\ufeff1", "\x00\xff", `war and talks`, `a = > b`, `[...]int{1}`, `<-chan x`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		for _, want := range []Type{Int, Bool} {
			p, problems := Compile(src, want, desk{})
			if (p == nil) == (len(problems) == 0) {
				t.Fatalf("program %v, problems %v", p, problems)
			}
			runes := utf8.RuneCountInString(src)
			for i, problem := range problems {
				if problem.Column < 1 || problem.Column > runes+1 || problem.Message == "" {
					t.Errorf("problem out of place: %+v", problem)
				}
				if i > 0 && problem.Column < problems[i-1].Column {
					t.Errorf("problems out of order: %+v", problems)
				}
			}
			if p == nil {
				continue
			}
			v := spring
			value := p.Eval(&v)
			if p.Eval(&v) != value || want == Bool && value != 0 && value != 1 {
				t.Errorf("value %d, then %d", value, p.Eval(&v))
			}
			if p.True(&v) != (len(p.Failing(&v)) == 0) {
				t.Error("clauses disagree with the whole")
			}
			again, _ := Compile(src, want, desk{})
			if again == nil || again.Eval(&v) != value || again.Source() != src {
				t.Error("compiled twice, two programs")
			}
		}
	})
}

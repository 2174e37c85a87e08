package expr

import (
	"math"
	"slices"
	"strings"
	"testing"
)

func TestEval(t *testing.T) {
	tests := []struct {
		src  string
		want int64
	}{
		{`hardship`, 60},
		{`trust.havana + 5`, 2},
		{`min(standing.washington, 50)`, 50},
		{`2 + 3*4 - 1`, 13},
		{`(2 + 3) * 4`, 20},
		{`7 / 2`, 3}, {`-7 / 2`, -3}, {`7 % 4`, 3}, {`-7 % 4`, -3},
		{`hardship / 0`, 0}, {`hardship % 0`, 0}, {`1 / 0`, 0}, {`1 % (2 - 2)`, 0},
		{`-hardship`, -60}, {`- - hardship`, 60},
		{`abs(trust.havana)`, 3}, {`abs(4)`, 4},
		{`max(1, hardship, 3)`, 60}, {`min(4, 3, 2, 9)`, 2},
		{`if(war, 1, 2)`, 2}, {`if(talks, hardship, 2)`, 60},
		{`rung("contact")`, 2}, {`rung("contact", "agenda")`, 6}, {"rung(`contact`)", 2},
		{`number(-12)`, -12}, {`number((5))`, 5}, {`0x1F + 1_000`, 1031},
		{`goal.type`, 9},
		{"hardship\n\t+ 1\n", 61}, {"hardship +\r\n1", 61}, {"max(\n  1,\n  2,\n)", 2},
		{`9223372036854775807 + 1`, math.MinInt64},
		{`-9223372036854775808`, math.MinInt64},
		{`-(-9223372036854775808)`, math.MinInt64},
		{`-9223372036854775808 / -1`, math.MinInt64},
		{`-9223372036854775808 % -1`, 0},
		{`abs(-9223372036854775808)`, math.MinInt64},
		{`4611686018427387904 * 2`, math.MinInt64},
	}
	for _, test := range tests {
		p, problems := Compile(test.src, Int, desk{})
		if p == nil {
			t.Errorf("%s: %s", test.src, listed(problems))
			continue
		}
		if got := p.Eval(&spring); got != test.want {
			t.Errorf("%s = %d, want %d", test.src, got, test.want)
		}
		if p.Source() != test.src || p.Type() != Int {
			t.Errorf("%s: source %q, type %v", test.src, p.Source(), p.Type())
		}
	}
}

func TestTrue(t *testing.T) {
	tests := []struct {
		src  string
		want bool
	}{
		{`hardship >= 60 && !open("donovan")`, true},
		{`rung("contact") >= rung("contact", "agenda agreed at the UN")`, false},
		{`true`, true}, {`false`, false}, {`!false`, true}, {`yes() == true`, true},
		{`war || talks`, true}, {`war && talks`, false}, {`war == talks`, false}, {`war != talks`, true},
		{`war || talks && war`, false}, {`(war || talks) && talks`, true},
		{`1 < 2`, true}, {`2 <= 2`, true}, {`2 > 2`, false}, {`2 >= 3`, false}, {`2 != 3`, true}, {`2 == 3`, false},
		{`(1 < 2) == talks`, true},
		{`if(war, war, talks)`, true},
		{"talks\n&& hardship > 50\n&& !war", true},
	}
	for _, test := range tests {
		p, problems := Compile(test.src, Bool, desk{})
		if p == nil {
			t.Errorf("%s: %s", test.src, listed(problems))
			continue
		}
		if got := p.True(&spring); got != test.want || p.Eval(&spring) != truth(test.want) || p.Type() != Bool {
			t.Errorf("%s = %v (%d, a %v), want %v", test.src, got, p.Eval(&spring), p.Type(), test.want)
		}
	}
}

func TestConstants(t *testing.T) {
	if p := Const(-5); p.Eval(nil) != -5 || p.Source() != "-5" || p.Type() != Int || p.Refs() != nil || p.Failing(nil) != nil {
		t.Errorf("Const(-5) = %+v", p)
	}
	if p := Always(); !p.True(nil) || p.Source() != "true" || p.Type() != Bool || p.Failing(nil) != nil {
		t.Errorf("Always() = %+v", p)
	}
	if p := new(Prog); p.Eval(nil) != 0 || p.True(nil) || p.Source() != "" || p.Failing(nil) != nil {
		t.Errorf("the zero Prog = %+v", p)
	}
	p, problems := Compile(`if(2 > 1, min(4, 5) * -(3 + 2), abs(-7))`, Int, nil)
	if p == nil || len(p.code) != 1 || p.Eval(nil) != -20 {
		t.Errorf("constants were not worked out: %+v, %s", p, listed(problems))
	}
}

func TestRefs(t *testing.T) {
	p, problems := Compile(`talks || hardship + trust.havana > hardship && open("donovan") && talks`, Bool, desk{})
	if p == nil {
		t.Fatal(listed(problems))
	}
	want := []Ref{talks, hardship, havana, donovan}
	got := p.Refs()
	if !slices.Equal(got, want) {
		t.Errorf("refs %v, want %v", got, want)
	}
	got[0] = refs
	if !slices.Equal(p.Refs(), want) {
		t.Error("a caller changed the program")
	}
}

func TestFailing(t *testing.T) {
	tests := []struct{ src, want string }{
		{`talks && hardship >= 60`, ``},
		{`hardship > 60 && talks && war`, `hardship > 60|war`},
		{`talks && (war || open("donovan")) && (hardship < 5 && war)`, `war || open("donovan")|hardship < 5|war`},
		{`((talks && war))`, `war`},
		{`war || open("donovan")`, `war || open("donovan")`},
		{`!(talks && hardship > 1)`, `!(talks && hardship > 1)`},
		{` (war) `, `war`},
		{`true && false && talks`, `false`},
		{"talks &&\n trust.havana > 0", `trust.havana > 0`},
	}
	for _, test := range tests {
		p, problems := Compile(test.src, Bool, desk{})
		if p == nil {
			t.Errorf("%s: %s", test.src, listed(problems))
			continue
		}
		var got []string
		for _, c := range p.Failing(&spring) {
			got = append(got, c.Source)
		}
		if s := strings.Join(got, "|"); s != test.want {
			t.Errorf("%s fails for %q, want %q", test.src, s, test.want)
		}
		if first := p.FirstFailing(&spring); (first < 0) != (len(got) == 0) || first >= p.Clauses() ||
			first >= 0 && p.clauses[first].source != got[0] {
			t.Errorf("%s: clause %d of %d fails first", test.src, first, p.Clauses())
		}
		if p.True(&spring) != (len(got) == 0) {
			t.Errorf("%s: %v, yet %d clauses fail", test.src, p.True(&spring), len(got))
		}
	}
	p, _ := Compile(`hardship + hardship > 200 - trust.havana && talks`, Bool, desk{})
	if f := p.Failing(&spring); len(f) != 1 || !slices.Equal(f[0].Refs, []Ref{hardship, havana}) {
		t.Errorf("failing clause %+v", f)
	}
}

func TestNoAllocation(t *testing.T) {
	p, problems := Compile(`hardship >= 60 && !open("donovan") && if(war, 1, max(hardship, 3, trust.havana)) > 2`, Bool, desk{})
	if p == nil {
		t.Fatal(listed(problems))
	}
	v := spring
	if n := testing.AllocsPerRun(100, func() {
		if !p.True(&v) || p.Eval(&v) != 1 {
			t.Error("wrong value")
		}
	}); n != 0 {
		t.Errorf("%v allocations a run", n)
	}
}

func BenchmarkEval(b *testing.B) {
	p, _ := Compile(`hardship >= 60 && !open("donovan") && trust.havana + 5 > 1`, Bool, desk{})
	v := spring
	b.ReportAllocs()
	for b.Loop() {
		p.True(&v)
	}
}

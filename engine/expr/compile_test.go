package expr

import (
	"strings"
	"testing"
)

func TestProblems(t *testing.T) {
	tests := []struct {
		src  string
		want Type
		text string
	}{
		// Syntax.
		{``, Int, `1: the expression is empty`},
		{" \n", Int, `1: the expression is empty`},
		{`1 +`, Int, `4: expected a value, found the end`},
		{`1 + * 2`, Int, `5: * 2 is neither a value nor a name, a call or an operator`},
		{`1 + )`, Int, `5: expected a value, found ")"`},
		{`1 2`, Int, `3: expected an operator or the end, found "2"`},
		{`if war`, Int, `4: expected an operator or the end, found "war"`},
		{`1 range`, Int, `3: expected an operator or the end, found "range"`},
		{`(1`, Int, `3: expected ")", found the end`},
		{`trust.5`, Int, `6: expected an operator or the end, found ".5"`},
		{`trust.`, Int, `7: expected a name after the dot, found the end`},
		{`max(1 2)`, Int, `7: expected "," or ")", found "2"`},
		{`max(1, 2`, Int, `9: expected "," or ")", found the end`},
		{`1; 2`, Int, `2: expected an operator or the end, found ";"`},
		{`open("donovan)`, Bool, `6: string literal not terminated`},
		{`hardship $ 2`, Int, `10: illegal character U+0024 '$'`},
		{"1 // one\n+ 1 /* two */", Int, "3: an expression holds no comments\n14: an expression holds no comments"},
		{`hardship = 5`, Bool, `10: write == to compare, not =`},
		{`hardship => 5`, Bool, `10: write >=, not =>`},
		{`war and not talks Or war`, Bool, "5: write &&, not and\n9: write !, not not\n19: write ||, not Or"},
		{`open('donovan')`, Bool, `6: write text in double quotes, not 'donovan'`},

		// Literals.
		{`1.5 + 'a' + 2i`, Int, "1: 1.5 is not a whole number\n7: write text in double quotes, not 'a'\n13: 2i is not a whole number"},
		{`"a" == hardship`, Bool, `1: a text may stand only in a call, as in open("a")`},
		{`9223372036854775808`, Int, `1: 9223372036854775808 is out of range (-9223372036854775808 to 9223372036854775807)`},
		{`-9223372036854775809`, Int, `2: -9223372036854775809 is out of range (-9223372036854775808 to 9223372036854775807)`},
		{`010 + 0_1`, Int, "1: a number may not begin with 0, as 010 does\n7: a number may not begin with 0, as 0_1 does"},

		// Names and calls.
		{`hardshp > 1 && tlaks && zebra`, Bool, "1: unknown name \"hardshp\" (did you mean \"hardship\"?)\n16: unknown name \"tlaks\" (did you mean \"talks\"?)\n25: unknown name \"zebra\""},
		{`trust.havanna > 1 || ture`, Bool, "1: unknown name \"trust.havanna\" (did you mean \"trust.havana\"?)\n22: unknown name \"ture\" (did you mean \"true\"?)"},
		{`goal.func`, Int, `1: unknown name "goal.func"`},
		{`min + if`, Int, "1: min is a function: write min(a, b)\n7: if is a function: write if(condition, a, b)"},
		{`(hardship + 1).x`, Int, `1: only a name may stand before a dot, as in trust.havana, not (hardship + 1).x`},
		{`opne("donovan")`, Bool, `1: unknown function "opne" (did you mean "open"?)`},
		{`open("donavan")`, Bool, `1: unknown channel "donavan" (did you mean "donovan"?)`},
		{`mx(hardship, "a")`, Int, `4: mx takes only texts and whole numbers, not hardship (did you mean "max"?)`},
		{`open(hardship)`, Int, `6: open takes only texts and whole numbers, not hardship`},
		{`open(1.5, 'x')`, Int, "6: 1.5 is not a whole number\n11: write text in double quotes, not 'x'"},
		{`open(-1.5, -"x", 1_000_000_000_000_000_000_000)`, Int, "7: 1.5 is not a whole number\n12: open takes only texts and whole numbers, not -\"x\"\n18: 1_000_000_000_000_000_000_000 is out of range (-9223372036854775808 to 9223372036854775807)"},
		{`(1 + 2)(3)`, Int, `1: only a name can be called, not 1 + 2`},
		{`max(hardship...)`, Int, `13: a call may not use ...`},
		{`abs(1, true) + min(1) + max() + if(1)`, Int, "1: abs takes 1 argument, not 2: write abs(a)\n16: min takes at least 2 arguments, not 1: write min(a, b)\n25: max takes at least 2 arguments, not 0: write max(a, b)\n33: if takes 3 arguments, not 1: write if(condition, a, b)"},

		// Types.
		{`hardship`, Bool, `1: this is a number, but a condition is needed`},
		{`war || talks`, Int, `1: this is a condition, but a number is needed`},
		{`war + 1 > talks`, Bool, "1: + needs a number, but war is a condition\n11: > needs a number, but talks is a condition"},
		{`hardship && !hardship`, Bool, "1: && needs a condition, but hardship is a number\n14: ! needs a condition, but hardship is a number"},
		{`hardship || (talks && 1)`, Bool, "1: || needs a condition, but hardship is a number\n23: && needs a condition, but 1 is a number"},
		{`war == 1`, Bool, `5: == needs two numbers or two conditions, but war is a condition and 1 a number`},
		{`1 != talks`, Bool, `3: != needs two numbers or two conditions, but 1 is a number and talks a condition`},
		{`-war + abs(talks) + min(1, war)`, Int, "2: - needs a number, but war is a condition\n12: abs needs a number, but talks is a condition\n28: min needs a number, but war is a condition"},
		{`if(1, hardship, war)`, Int, "4: if needs a condition, but 1 is a number\n7: if needs two numbers or two conditions, but hardship is a number and war a condition"},
		{`1 < hardship <= 5`, Bool, `14: comparisons do not chain: write a < b && b <= c`},

		// What Go has and expressions have not.
		{`war & talks | war`, Bool, "5: there is no operator & (did you mean &&?)\n13: there is no operator | (did you mean ||?)"},
		{`1 << 2`, Int, `3: there is no operator <<`},
		{`+hardship`, Int, `1: there is no operator +`},
		{`^war`, Bool, `1: there is no operator ^ (did you mean !?)`},
		{`*hardship`, Int, `1: *hardship is neither a value nor a name, a call or an operator`},
		{`hardship[1]`, Int, `1: hardship[1] is neither a value nor a name, a call or an operator`},
		{`hardship{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}`, Int, `1: hardship{1, 2, 3, 4, 5, 6, 7, 8, 9, 10,… is neither a value nor a name, a call or an operator`},

		// Columns count runes.
		{`open("é") + 'ü' + é`, Int, "1: unknown channel \"é\"\n13: write text in double quotes, not 'ü'\n19: unknown name \"é\""},
	}
	for _, test := range tests {
		p, problems := Compile(test.src, test.want, desk{})
		if p != nil || len(problems) == 0 {
			t.Errorf("%s: compiles", test.src)
		}
		if got := listed(problems); got != test.text {
			t.Errorf("%s:\n%s\nwant\n%s", test.src, got, test.text)
		}
	}
}

func TestNoScope(t *testing.T) {
	_, problems := Compile(`x + mn(1, 2)`, Int, nil)
	want := "1: unknown name \"x\"\n5: unknown function \"mn\" (did you mean \"min\"?)"
	if got := listed(problems); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestLimits(t *testing.T) {
	pad := func(s string, n int) string { return s + strings.Repeat(" ", n-len(s)) }
	nest := func(open, in, shut string, n int) string {
		return strings.Repeat(open, n) + in + strings.Repeat(shut, n)
	}
	chain := func(n int) string { return "war" + strings.Repeat("||war", n-1) }
	tests := []struct {
		name      string
		good, bad string
		want      Type
		text      string
	}{
		{"source", pad("1", MaxSource), pad("1", MaxSource+1), Int,
			"1: the expression has 1001 bytes, at most 1000 are allowed"},
		{"parentheses", nest("(", "1", ")", MaxDepth-1), nest("(", "1", ")", MaxDepth), Int,
			"41: the expression is nested more than 40 levels deep"},
		{"conjunctions", nest("war&&(", "war", ")", MaxDepth/2-1), nest("war&&(", "war", ")", MaxDepth/2), Bool,
			"121: the expression is nested more than 40 levels deep"},
		{"signs", nest("- ", "hardship", "", MaxDepth-1), nest("- ", "hardship", "", MaxDepth) + "+" + nest("- ", "hardship", "", MaxDepth), Int,
			"81: the expression is nested more than 40 levels deep"},
		{"code", chain(MaxCode / 2), chain(MaxCode/2 + 1), Bool,
			"1: the expression needs 257 instructions, at most 256 are allowed"},
		{"stack", nest("if(war,war,", "war", ")", 31), nest("if(war,war,", "war", ")", 32), Bool,
			"1: the expression keeps 65 values waiting, at most 64 are allowed"},
	}
	for _, test := range tests {
		p, problems := Compile(test.good, test.want, desk{})
		if p == nil {
			t.Errorf("%s, at the limit: %s", test.name, listed(problems))
		} else {
			p.Eval(&spring)
		}
		_, problems = Compile(test.bad, test.want, desk{})
		if got := listed(problems); got != test.text {
			t.Errorf("%s, beyond the limit: %s\nwant %s", test.name, got, test.text)
		}
	}
	// What stands before || adds no level, so a long chain is not deep.
	if p, problems := Compile("1"+strings.Repeat("+1", 499), Int, nil); p == nil || p.Eval(nil) != 500 {
		t.Errorf("a long sum: %s", listed(problems))
	}
}

// odd is a Scope with a type that does not exist.
type odd struct{ desk }

func (odd) Name(string) (Ref, Type, bool)        { return 0, 9, true }
func (odd) Call(string, []Arg) (Resolved, error) { return Resolved{Type: 200, Const: true}, nil }

func TestOddTypes(t *testing.T) {
	if p, problems := Compile(`a + b()`, Int, odd{}); p == nil || p.Type() != Int {
		t.Errorf("%+v, %s", p, listed(problems))
	}
	if _, problems := Compile(`a`, 9, odd{}); listed(problems) != "1: this is a number, but a unknown is needed" {
		t.Error(listed(problems))
	}
}

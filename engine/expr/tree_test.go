package expr

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

// tree is an expression as text, and worked out in the plainest way.
type tree struct {
	text  string
	prec  int // of Go's operators, 6 for what binds closer than all
	value func() int64
}

// grow returns a random tree of the type.
func grow(r *rand.Rand, t Type, depth int, v *values) tree {
	if depth == 0 || r.IntN(6) == 0 {
		return leaf(r, t, v)
	}
	if t == Bool {
		return condition(r, depth-1, v)
	}
	return number(r, depth-1, v)
}

func leaf(r *rand.Rand, t Type, v *values) tree {
	name := func(s string, ref Ref) tree { return tree{s, 6, func() int64 { return v[ref] }} }
	if t == Bool {
		return []tree{
			name("war", war), name("talks", talks), name(`open("donovan")`, donovan),
			{"true", 6, func() int64 { return 1 }}, {"false", 6, func() int64 { return 0 }},
		}[r.IntN(5)]
	}
	n := int64(r.IntN(4))
	if r.IntN(8) == 0 {
		n = math.MaxInt64
	}
	return []tree{
		name("hardship", hardship), name("trust.havana", havana), name(`rung("contact")`, contact),
		{fmt.Sprint(n), 6, func() int64 { return n }},
	}[r.IntN(4)]
}

// join puts an operator between two trees, with parentheses only where they are
// needed.
func join(prec int, op string, a, b tree, value func() int64) tree {
	if a.prec < prec {
		a.text = "(" + a.text + ")"
	}
	if b.prec <= prec {
		b.text = "(" + b.text + ")"
	}
	return tree{a.text + " " + op + " " + b.text, prec, value}
}

// tight is the text of an operand of a sign.
func tight(a tree) string {
	if a.prec < 6 {
		return "(" + a.text + ")"
	}
	return a.text
}

func one(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

func condition(r *rand.Rand, depth int, v *values) tree {
	operands := Bool
	kind := r.IntN(12)
	if kind >= 5 && kind < 11 {
		operands = Int
	}
	a, b := grow(r, operands, depth, v), grow(r, operands, depth, v)
	x, y := a.value, b.value
	switch kind {
	case 0:
		return join(2, "&&", a, b, func() int64 { return one(x() == 1 && y() == 1) })
	case 1:
		return join(1, "||", a, b, func() int64 { return one(x() == 1 || y() == 1) })
	case 2, 5:
		return join(3, "==", a, b, func() int64 { return one(x() == y()) })
	case 3, 6:
		return join(3, "!=", a, b, func() int64 { return one(x() != y()) })
	case 4:
		return tree{"!" + tight(a), 6, func() int64 { return 1 - x() }}
	case 7:
		return join(3, "<", a, b, func() int64 { return one(x() < y()) })
	case 8:
		return join(3, "<=", a, b, func() int64 { return one(x() <= y()) })
	case 9:
		return join(3, ">", a, b, func() int64 { return one(x() > y()) })
	case 10:
		return join(3, ">=", a, b, func() int64 { return one(x() >= y()) })
	}
	return choice(grow(r, Bool, depth, v), a, b)
}

func choice(c, a, b tree) tree {
	return tree{"if(" + c.text + ", " + a.text + ", " + b.text + ")", 6, func() int64 {
		if c.value() == 1 {
			return a.value()
		}
		return b.value()
	}}
}

func number(r *rand.Rand, depth int, v *values) tree {
	a, b := grow(r, Int, depth, v), grow(r, Int, depth, v)
	x, y := a.value, b.value
	switch r.IntN(10) {
	case 0:
		return join(4, "+", a, b, func() int64 { return x() + y() })
	case 1:
		return join(4, "-", a, b, func() int64 { return x() - y() })
	case 2:
		return join(5, "*", a, b, func() int64 { return x() * y() })
	case 3:
		return join(5, "/", a, b, func() int64 {
			if y() == 0 {
				return 0
			}
			return x() / y()
		})
	case 4:
		return join(5, "%", a, b, func() int64 {
			if y() == 0 {
				return 0
			}
			return x() % y()
		})
	case 5:
		return tree{"-(" + a.text + ")", 6, func() int64 { return -x() }}
	case 6:
		return tree{"min(" + a.text + ", " + b.text + ")", 6, func() int64 { return min(x(), y()) }}
	case 7:
		return tree{"max(" + a.text + ", " + b.text + ", -1)", 6, func() int64 { return max(x(), y(), -1) }}
	case 8:
		return tree{"abs(" + a.text + ")", 6, func() int64 { return max(x(), -x()) }}
	}
	return choice(grow(r, Bool, depth, v), a, b)
}

// TestAgainstTree compares programs with random trees worked out directly.
func TestAgainstTree(t *testing.T) {
	r := rand.New(rand.NewPCG(1962, 10))
	tried := 0
	for range 4000 {
		var v values
		want := Type(r.IntN(2))
		tree := grow(r, want, 4, &v)
		p, problems := Compile(tree.text, want, desk{})
		if p == nil {
			if len(tree.text) > MaxSource {
				continue
			}
			t.Fatalf("%s: %s", tree.text, listed(problems))
		}
		tried++
		for range 5 {
			for i := range v {
				v[i] = r.Int64N(7) - 3
			}
			v[war], v[talks], v[donovan] = r.Int64N(2), r.Int64N(2), r.Int64N(2)
			if got, want := p.Eval(&v), tree.value(); got != want {
				t.Fatalf("%s = %d, want %d with %v", tree.text, got, want, v)
			}
			if got, want := p.Eval(&v), run(p.code, &v); got != want {
				t.Fatalf("%s = %d by its steps, %d by its code with %v", tree.text, got, want, v)
			}
			if want == Bool && p.True(&v) != (len(p.Failing(&v)) == 0) {
				t.Fatalf("%s: clauses disagree with the whole, with %v", tree.text, v)
			}
		}
	}
	if tried < 3000 {
		t.Errorf("only %d expressions were short enough", tried)
	}
}

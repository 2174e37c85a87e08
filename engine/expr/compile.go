package expr

import (
	"go/ast"
	"go/token"
	"strings"
	"unicode/utf8"
)

const (
	// MaxDepth is how many levels parentheses, calls, signs and right-hand
	// operands may nest; a chain such as a && b && c adds one level, however
	// long it is.
	MaxDepth = 40
	// MaxCode is the longest program, in instructions: one for each name,
	// constant, call and operator that is left when constants are worked out.
	MaxCode = 256
	// MaxStack is how many values may wait for their operator at once.
	MaxStack = 64
)

// Compile reads src, checks it against the scope and compiles it to a program
// with a value of the type wanted. It returns either a program or all problems,
// sorted by column: those of the syntax, or if there are none, those of the
// meaning. A nil scope holds no names.
func Compile(src string, want Type, scope Scope) (*Prog, []Problem) {
	if scope == nil {
		scope = nothing{}
	}
	c := compiler{problems: problems{src: src}, scope: scope}
	tree := parse(&c.problems)
	if tree == nil {
		return nil, c.sorted()
	}
	t := c.conjunction(tree, 1)
	if t != want && t != unknown {
		c.add(offset(tree.Pos()), "this is a %s, but a %s is needed", t, want)
	}
	c.limits()
	if len(c.list) > 0 {
		return nil, c.sorted()
	}
	return &Prog{src: src, typ: t, code: c.code, steps: stepsOf(c.code), refs: reads(c.code), clauses: c.clauses}, nil
}

// compiler turns a tree into code. After a problem the code is useless and only
// further problems count.
type compiler struct {
	problems
	scope   Scope
	code    []instr
	clauses []clause
	tooDeep bool
}

// limits notes it if the program is too long or needs too many values at once.
func (c *compiler) limits() {
	if len(c.list) > 0 {
		return
	}
	if len(c.code) > MaxCode {
		c.add(0, "the expression needs %d instructions, at most %d are allowed", len(c.code), MaxCode)
	}
	n, most := 0, 0
	for _, in := range c.code {
		n += 1 - in.op.operands()
		most = max(most, n)
	}
	if most > MaxStack {
		c.add(0, "the expression keeps %d values waiting, at most %d are allowed", most, MaxStack)
	}
}

// conjunction compiles e and notes its clauses: what && joins at the top, or
// the whole. Constants are not worked out across clauses, so that the code of
// each stays in one piece.
func (c *compiler) conjunction(e ast.Expr, depth int) Type {
	switch x := e.(type) {
	case *ast.ParenExpr:
		return c.conjunction(x.X, depth+1)
	case *ast.BinaryExpr:
		if x.Op == token.LAND {
			left := c.conjunction(x.X, depth)
			right := c.conjunction(x.Y, depth+1)
			c.need("&&", Bool, x.X, left)
			c.need("&&", Bool, x.Y, right)
			c.code = append(c.code, instr{op: opAnd})
			return Bool
		}
	}
	from := len(c.code)
	t := c.expr(e, depth)
	c.clauses = append(c.clauses, clause{source: c.source(e), from: from, to: len(c.code)})
	return t
}

// expr compiles e and returns its type, unknown after a problem that leaves it
// open.
func (c *compiler) expr(e ast.Expr, depth int) Type {
	if depth > MaxDepth {
		if !c.tooDeep {
			c.add(offset(e.Pos()), "the expression is nested more than %d levels deep", MaxDepth)
			c.tooDeep = true
		}
		return unknown
	}
	switch x := e.(type) {
	case *ast.ParenExpr:
		return c.expr(x.X, depth+1)
	case *ast.BasicLit:
		return c.literal(x, "")
	case *ast.Ident, *ast.SelectorExpr:
		return c.name(x)
	case *ast.UnaryExpr:
		return c.unary(x, depth)
	case *ast.BinaryExpr:
		return c.binary(x, depth)
	case *ast.CallExpr:
		return c.call(x, depth)
	}
	c.add(offset(e.Pos()), "%s is neither a value nor a name, a call or an operator", c.shown(e))
	return unknown
}

// emit adds an operator, or its value if all its operands are constants.
func (c *compiler) emit(o op) {
	c.code = append(c.code, instr{op: o})
	first := len(c.code) - 1 - o.operands()
	if first < 0 {
		return
	}
	for _, in := range c.code[first : len(c.code)-1] {
		if in.op != opConst {
			return
		}
	}
	c.code[first] = instr{op: opConst, arg: run(c.code[first:], nil)}
	c.code = c.code[:first+1]
}

// push adds a constant.
func (c *compiler) push(t Type, v int64) Type {
	if t == Bool {
		v = truth(v != 0)
	} else {
		t = Int
	}
	c.code = append(c.code, instr{op: opConst, arg: v})
	return t
}

// load adds the value of a ref.
func (c *compiler) load(t Type, r Ref) Type {
	c.code = append(c.code, instr{op: opRef, arg: int64(r)})
	if t == Bool {
		return Bool
	}
	return Int
}

// name compiles a name.
func (c *compiler) name(e ast.Expr) Type {
	name, ok := c.dotted(e)
	if !ok {
		c.add(offset(e.Pos()), "only a name may stand before a dot, as in trust.havana, not %s", c.shown(e))
		return unknown
	}
	switch name {
	case "true":
		return c.push(Bool, 1)
	case "false":
		return c.push(Bool, 0)
	}
	if r, t, ok := c.scope.Name(name); ok {
		return c.load(t, r)
	}
	if b, ok := builtins[name]; ok {
		c.add(offset(e.Pos()), "%s is a function: write %s", name, b.usage)
	} else {
		names := append([]string{"true", "false"}, c.scope.Names()...)
		c.add(offset(e.Pos()), "unknown name %s%s", quote(name), Suggest(name, names))
	}
	return unknown
}

// dotted returns the name that e writes. It is read from the source, where
// reserved words are still as the author wrote them.
func (c *compiler) dotted(e ast.Expr) (string, bool) {
	switch x := e.(type) {
	case *ast.Ident:
		return c.source(x), true
	case *ast.SelectorExpr:
		left, ok := c.dotted(x.X)
		return left + "." + c.source(x.Sel), ok
	}
	return "", false
}

// need notes it if e, of type t, is not of the type that the operator or
// function wants.
func (c *compiler) need(who string, want Type, e ast.Expr, t Type) {
	if t == want || t == unknown {
		return
	}
	c.add(offset(e.Pos()), "%s needs a %s, but %s is a %s", who, want, c.shown(e), t)
}

// agree returns the type of a and b, and notes it if they differ.
func (c *compiler) agree(at token.Pos, who string, a ast.Expr, s Type, b ast.Expr, t Type) Type {
	switch {
	case s == unknown:
		return t
	case s != t && t != unknown:
		c.add(offset(at), "%s needs two numbers or two conditions, but %s is a %s and %s a %s",
			who, c.shown(a), s, c.shown(b), t)
		return unknown
	}
	return s
}

// source returns the text of e, without parentheses around it.
func (c *compiler) source(e ast.Expr) string {
	e = ast.Unparen(e)
	from := min(max(offset(e.Pos()), 0), len(c.src))
	to := min(max(offset(e.End()), from), len(c.src))
	return c.src[from:to]
}

// shown returns the text of e for a message, on one line and not too long.
func (c *compiler) shown(e ast.Expr) string {
	const most = 40
	s := strings.Join(strings.Fields(c.source(e)), " ")
	if utf8.RuneCountInString(s) > most {
		s = string([]rune(s)[:most-1]) + "…"
	}
	return s
}

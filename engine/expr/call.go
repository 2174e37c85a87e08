package expr

import (
	"go/ast"
	"go/token"
	"maps"
	"slices"
	"strconv"
)

// builtin is a function that every scope has.
type builtin struct {
	least, most int // arguments
	takes       string
	usage       string
}

// many is more arguments than a source can hold.
const many = MaxSource

var builtins = map[string]builtin{
	"min": {2, many, "at least 2 arguments", "min(a, b)"},
	"max": {2, many, "at least 2 arguments", "max(a, b)"},
	"abs": {1, 1, "1 argument", "abs(a)"},
	"if":  {3, 3, "3 arguments", "if(condition, a, b)"},
}

// Builtins returns the names of the built-in functions, sorted, for suggestions.
func Builtins() []string {
	return slices.Sorted(maps.Keys(builtins))
}

// call compiles a call.
func (c *compiler) call(x *ast.CallExpr, depth int) Type {
	fn, ok := c.dotted(x.Fun)
	if !ok {
		c.add(offset(x.Pos()), "only a name can be called, not %s", c.shown(x.Fun))
		return unknown
	}
	if x.Ellipsis.IsValid() {
		c.add(offset(x.Ellipsis), "a call may not use ...")
		return unknown
	}
	if b, ok := builtins[fn]; ok {
		return c.builtin(fn, b, x, depth)
	}
	return c.resolve(fn, x)
}

// builtin compiles a call of a built-in function.
func (c *compiler) builtin(fn string, b builtin, x *ast.CallExpr, depth int) Type {
	if n := len(x.Args); n < b.least || n > b.most {
		c.add(offset(x.Pos()), "%s takes %s, not %d: write %s", fn, b.takes, n, b.usage)
		for _, arg := range x.Args {
			c.expr(arg, depth+1)
		}
		if fn == "if" {
			return unknown
		}
		return Int
	}
	if fn == "if" {
		return c.choice(x, depth)
	}
	for i, arg := range x.Args {
		c.need(fn, Int, arg, c.expr(arg, depth+1))
		switch {
		case fn == "abs":
			c.emit(opAbs)
		case i > 0 && fn == "min":
			c.emit(opMin)
		case i > 0:
			c.emit(opMax)
		}
	}
	return Int
}

// choice compiles if(condition, a, b).
func (c *compiler) choice(x *ast.CallExpr, depth int) Type {
	cond, a, b := x.Args[0], x.Args[1], x.Args[2]
	c.need("if", Bool, cond, c.expr(cond, depth+1))
	s := c.expr(a, depth+1)
	t := c.expr(b, depth+1)
	t = c.agree(a.Pos(), "if", a, s, b, t)
	c.emit(opIf)
	return t
}

// resolve compiles a call that the scope knows.
func (c *compiler) resolve(fn string, x *ast.CallExpr) Type {
	before := len(c.list)
	args := make([]Arg, 0, len(x.Args))
	for _, e := range x.Args {
		args = append(args, c.arg(fn, e))
	}
	if len(c.list) > before {
		return unknown
	}
	r, err := c.scope.Call(fn, args)
	switch {
	case err != nil:
		c.add(offset(x.Pos()), "%v", err)
		return unknown
	case r.Const:
		return c.push(r.Type, r.Value)
	}
	return c.load(r.Type, r.Ref)
}

// arg returns a constant argument.
func (c *compiler) arg(fn string, e ast.Expr) Arg {
	sign := ""
	inner := ast.Unparen(e)
	if u, ok := inner.(*ast.UnaryExpr); ok && u.Op == token.SUB {
		inner, sign = u.X, "-"
	}
	lit, ok := inner.(*ast.BasicLit)
	switch {
	case ok && lit.Kind == token.INT:
		v, _ := c.number(lit, sign)
		return Arg{Number: v}
	case ok && lit.Kind == token.STRING && sign == "":
		text, err := strconv.Unquote(lit.Value)
		if err != nil {
			c.add(offset(lit.Pos()), "the text %s cannot be read: %v", c.shown(lit), err)
		}
		return Arg{Text: text, IsText: true}
	case ok && lit.Kind != token.STRING:
		c.literal(lit, sign)
	default:
		c.add(offset(e.Pos()), "%s takes only texts and whole numbers, not %s%s", fn, c.shown(e), Suggest(fn, Builtins()))
	}
	return Arg{}
}

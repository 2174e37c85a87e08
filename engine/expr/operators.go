package expr

import (
	"go/ast"
	"go/token"
	"math"
	"strconv"
)

// operator says what an operator with two operands takes and gives.
type operator struct {
	op       op
	operands Type // unknown: two of the same type
	result   Type
}

var operators = map[token.Token]operator{
	token.ADD:  {opAdd, Int, Int},
	token.SUB:  {opSub, Int, Int},
	token.MUL:  {opMul, Int, Int},
	token.QUO:  {opDiv, Int, Int},
	token.REM:  {opMod, Int, Int},
	token.LSS:  {opLt, Int, Bool},
	token.LEQ:  {opLe, Int, Bool},
	token.GTR:  {opGt, Int, Bool},
	token.GEQ:  {opGe, Int, Bool},
	token.EQL:  {opEq, unknown, Bool},
	token.NEQ:  {opNe, unknown, Bool},
	token.LAND: {opAnd, Bool, Bool},
	token.LOR:  {opOr, Bool, Bool},
}

// meant is what those mean who write an operator that there is not.
var meant = map[token.Token]string{
	token.AND: "&&",
	token.OR:  "||",
	token.XOR: "!",
}

// binary compiles an operator with two operands.
func (c *compiler) binary(x *ast.BinaryExpr, depth int) Type {
	left := c.expr(x.X, depth)
	right := c.expr(x.Y, depth+1)
	o, ok := operators[x.Op]
	switch {
	case !ok:
		c.noOperator(x.OpPos, x.Op)
		return unknown
	case o.operands == unknown:
		c.agree(x.OpPos, x.Op.String(), x.X, left, x.Y, right)
	case o.op >= opLt && o.op <= opGe && left == Bool && isOrder(x.X):
		c.add(offset(x.OpPos), "comparisons do not chain: write a %s b && b %s c", x.X.(*ast.BinaryExpr).Op, x.Op)
	default:
		c.need(x.Op.String(), o.operands, x.X, left)
		c.need(x.Op.String(), o.operands, x.Y, right)
	}
	c.emit(o.op)
	return o.result
}

// isOrder says whether e is a comparison of sizes without parentheses.
func isOrder(e ast.Expr) bool {
	x, ok := e.(*ast.BinaryExpr)
	if !ok {
		return false
	}
	o := operators[x.Op].op
	return o >= opLt && o <= opGe
}

// noOperator notes an operator that Go has and expressions have not.
func (c *compiler) noOperator(at token.Pos, tok token.Token) {
	hint := ""
	if m, ok := meant[tok]; ok {
		hint = " (did you mean " + m + "?)"
	}
	c.add(offset(at), "there is no operator %s%s", tok, hint)
}

// unary compiles an operator with one operand.
func (c *compiler) unary(x *ast.UnaryExpr, depth int) Type {
	if lit, ok := x.X.(*ast.BasicLit); ok && x.Op == token.SUB && lit.Kind == token.INT {
		return c.literal(lit, "-")
	}
	t := c.expr(x.X, depth+1)
	switch x.Op {
	case token.SUB:
		c.need("-", Int, x.X, t)
		c.emit(opNeg)
		return Int
	case token.NOT:
		c.need("!", Bool, x.X, t)
		c.emit(opNot)
		return Bool
	}
	c.noOperator(x.OpPos, x.Op)
	return unknown
}

// literal compiles a literal with the sign before it, "" or "-".
func (c *compiler) literal(x *ast.BasicLit, sign string) Type {
	switch x.Kind {
	case token.INT:
		v, _ := c.number(x, sign)
		return c.push(Int, v)
	case token.STRING:
		c.add(offset(x.Pos()), "a text may stand only in a call, as in open(%s)", c.shown(x))
	case token.CHAR:
		c.add(offset(x.Pos()), "write text in double quotes, not %s", c.shown(x))
	default:
		c.add(offset(x.Pos()), "%s is not a whole number", c.shown(x))
		return Int
	}
	return unknown
}

// number returns the value of a whole number with its sign.
func (c *compiler) number(x *ast.BasicLit, sign string) (int64, bool) {
	if len(x.Value) > 1 && x.Value[0] == '0' && (x.Value[1] == '_' || x.Value[1] >= '0' && x.Value[1] <= '9') {
		c.add(offset(x.Pos()), "a number may not begin with 0, as %s does", c.shown(x))
		return 0, false
	}
	v, err := strconv.ParseInt(sign+x.Value, 0, 64)
	if err != nil {
		c.add(offset(x.Pos()), "%s%s is out of range (%d to %d)", sign, c.shown(x), int64(math.MinInt64), int64(math.MaxInt64))
		return 0, false
	}
	return v, true
}

package expr

import (
	"slices"
	"strconv"
)

// op is what an instruction does.
type op uint8

// Each operator takes its operands from the stack, the last on top, and puts
// its result there.
const (
	opConst op = iota // push arg
	opRef             // push the value of Ref(arg)
	opNeg
	opNot
	opAbs
	opAdd
	opSub
	opMul
	opDiv
	opMod
	opMin
	opMax
	opEq
	opNe
	opLt
	opLe
	opGt
	opGe
	opAnd
	opOr
	opIf
)

// operands is how many values the operator takes.
func (o op) operands() int {
	switch {
	case o <= opRef:
		return 0
	case o <= opAbs:
		return 1
	case o < opIf:
		return 2
	}
	return 3
}

// instr is an instruction.
type instr struct {
	arg int64
	op  op
}

// Prog is a compiled expression. It never changes and may be used by several
// goroutines. The zero Prog is the constant 0, with an empty source.
type Prog struct {
	src     string
	typ     Type
	code    []instr
	steps   []step // the same, to be run; nil: the code is run
	refs    []Ref
	clauses []clause
}

// clause is a part of a conjunction: its text, and its instructions.
type clause struct {
	source   string
	from, to int
}

// Clause is a condition that is part of another, or the whole of it.
type Clause struct {
	// Source is its text, without the parentheses around it.
	Source string
	// Refs is what it reads, each once, in order.
	Refs []Ref
}

// Const returns the number v as a Prog; its source is the decimal.
func Const(v int64) *Prog {
	return constant(strconv.FormatInt(v, 10), Int, v)
}

// Always returns the condition that is always true; its source is "true".
func Always() *Prog {
	return constant("true", Bool, 1)
}

func constant(src string, t Type, v int64) *Prog {
	code := []instr{{op: opConst, arg: v}}
	return &Prog{
		src:     src,
		typ:     t,
		code:    code,
		steps:   stepsOf(code),
		clauses: []clause{{source: src, from: 0, to: 1}},
	}
}

// Eval returns the value now; that of a condition is 0 or 1.
func (p *Prog) Eval(v Vars) int64 {
	if p.steps == nil {
		return run(p.code, v)
	}
	return walk(p.steps, v)
}

// True says whether the condition holds now. A number holds if it is not 0.
func (p *Prog) True(v Vars) bool { return p.Eval(v) != 0 }

// Refs returns what the expression reads, each once, in the order of the text.
func (p *Prog) Refs() []Ref { return slices.Clone(p.refs) }

// Source returns the text that was compiled.
func (p *Prog) Source() string { return p.src }

// Type returns the type of the value.
func (p *Prog) Type() Type { return p.typ }

// Failing returns the parts of the condition that do not hold now, in order: of
// a && b && c each that is false, of anything else the whole. It allocates, and
// is meant for screens that answer "why can't I?".
func (p *Prog) Failing(v Vars) []Clause {
	var failing []Clause
	for _, c := range p.clauses {
		code := p.code[c.from:c.to]
		if run(code, v) == 0 {
			failing = append(failing, Clause{Source: c.source, Refs: reads(code)})
		}
	}
	return failing
}

// Clauses is how many parts a conjunction has: 3 of a && b && c, 1 of anything
// else.
func (p *Prog) Clauses() int { return len(p.clauses) }

// FirstFailing is the place, counted from 0, of the first part that Failing
// returns; -1 if the condition holds.
func (p *Prog) FirstFailing(v Vars) int {
	for k, c := range p.clauses {
		if run(p.code[c.from:c.to], v) == 0 {
			return k
		}
	}
	return -1
}

// reads returns the refs in the code, each once, in order.
func reads(code []instr) []Ref {
	var refs []Ref
	for _, in := range code {
		if in.op == opRef && !slices.Contains(refs, Ref(in.arg)) {
			refs = append(refs, Ref(in.arg))
		}
	}
	return refs
}

// run works the code out. The compiler has seen to it that no operator lacks
// operands and that the stack suffices.
func run(code []instr, v Vars) int64 {
	var stack [MaxStack]int64
	n := 0 // values on the stack
	for _, in := range code {
		n -= in.op.operands()
		switch in.op {
		case opConst:
			stack[n] = in.arg
		case opRef:
			stack[n] = v.Value(Ref(in.arg))
		case opNeg, opNot, opAbs:
			stack[n] = unary(in.op, stack[n])
		case opIf:
			if stack[n] != 0 {
				stack[n] = stack[n+1]
			} else {
				stack[n] = stack[n+2]
			}
		default:
			stack[n] = binary(in.op, stack[n], stack[n+1])
		}
		n++
	}
	return stack[0]
}

// unary is the value of an operator with one operand.
func unary(o op, a int64) int64 {
	switch o {
	case opNot:
		return truth(a == 0)
	case opAbs:
		if a >= 0 {
			return a
		}
	}
	return -a
}

// binary is the value of an operator with two operands.
func binary(o op, a, b int64) int64 {
	switch o {
	case opAdd:
		return a + b
	case opSub:
		return a - b
	case opMul:
		return a * b
	case opDiv:
		if b == 0 {
			return 0
		}
		return a / b
	case opMod:
		if b == 0 {
			return 0
		}
		return a % b
	case opMin:
		return min(a, b)
	case opMax:
		return max(a, b)
	case opEq:
		return truth(a == b)
	case opNe:
		return truth(a != b)
	case opLt:
		return truth(a < b)
	case opLe:
		return truth(a <= b)
	case opGt:
		return truth(a > b)
	case opGe:
		return truth(a >= b)
	case opAnd:
		return truth(a != 0 && b != 0)
	}
	return truth(a != 0 || b != 0) // opOr
}

// truth is 1 for true and 0 for false.
func truth(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

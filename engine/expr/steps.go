package expr

// step is an instruction of the form in which a program runs: with one value in
// hand instead of a stack, a name compared with a constant in one go, and jumps
// past what cannot matter any more. The code with a stack says the same, clause
// by clause, and is what explains.
type step struct {
	arg  int64 // a constant, or the second operand of an operator
	ref  Ref
	jump int16 // where to go on, of the jumps
	kind stepKind
	op   op
}

// stepKind is what a step does with the value in hand.
type stepKind uint8

const (
	stepConst   stepKind = iota // is arg
	stepRef                     // is the value of ref
	stepCompare                 // is how ref compares with arg, by op
	stepUnary                   // is put through op
	stepWith                    // and arg are put through op
	stepWithRef                 // and the value of ref are put through op
	stepPush                    // is laid aside
	stepPop                     // and what was laid aside last are put through op, the latter first
	stepIfFalse                 // decides: go to jump if it is 0
	stepIfTrue                  // decides: go to jump if it is not
	stepJump                    // stays: go to jump
)

// mostAside is how many values can be laid aside. A program that needs more
// runs by its code.
const mostAside = 8

// stepper turns code into steps.
type stepper struct {
	code  []instr
	first []int // where the code of the operand that ends at an instruction begins
	steps []step
	aside int
	most  int
}

// stepsOf is the code as steps, nil if it needs too much laid aside.
func stepsOf(code []instr) []step {
	s := stepper{code: code, first: make([]int, len(code))}
	for k := range code {
		at := k
		for range code[k].op.operands() {
			at = s.first[at-1]
		}
		s.first[k] = at
	}
	s.emit(len(code) - 1)
	if s.most > mostAside {
		return nil
	}
	return s.steps
}

func (s *stepper) add(t step) int {
	s.steps = append(s.steps, t)
	return len(s.steps) - 1
}

// here makes a jump go to the next step.
func (s *stepper) here(jump int) { s.steps[jump].jump = int16(len(s.steps)) }

// emit adds the steps of what ends at an instruction.
func (s *stepper) emit(at int) {
	in := s.code[at]
	switch {
	case in.op == opConst:
		s.add(step{kind: stepConst, arg: in.arg})
	case in.op == opRef:
		s.add(step{kind: stepRef, ref: Ref(in.arg)})
	case in.op == opAnd || in.op == opOr:
		kind := stepIfFalse
		if in.op == opOr {
			kind = stepIfTrue
		}
		s.emit(s.first[at-1] - 1)
		jump := s.add(step{kind: kind})
		s.emit(at - 1)
		s.here(jump)
	case in.op == opIf:
		s.choice(at)
	case in.op.operands() == 1:
		s.emit(at - 1)
		s.add(step{kind: stepUnary, op: in.op})
	default:
		s.binary(at, in.op)
	}
}

// choice adds the steps of if(c, a, b).
func (s *stepper) choice(at int) {
	b := at - 1
	a := s.first[b] - 1
	s.emit(s.first[a] - 1)
	otherwise := s.add(step{kind: stepIfFalse})
	s.emit(a)
	end := s.add(step{kind: stepJump})
	s.here(otherwise)
	s.emit(b)
	s.here(end)
}

// binary adds the steps of an operator with two operands.
func (s *stepper) binary(at int, o op) {
	right, left := s.code[at-1], s.first[at-1]-1
	switch {
	case right.op == opConst && o >= opEq && s.code[left].op == opRef:
		s.add(step{kind: stepCompare, op: o, ref: Ref(s.code[left].arg), arg: right.arg})
	case right.op == opConst:
		s.emit(left)
		s.add(step{kind: stepWith, op: o, arg: right.arg})
	case right.op == opRef:
		s.emit(left)
		s.add(step{kind: stepWithRef, op: o, ref: Ref(right.arg)})
	default:
		s.emit(left)
		s.add(step{kind: stepPush})
		s.aside++
		s.most = max(s.most, s.aside)
		s.emit(at - 1)
		s.add(step{kind: stepPop, op: o})
		s.aside--
	}
}

// walk works the steps out.
func walk(steps []step, v Vars) int64 {
	var aside [mostAside]int64
	n, hand := 0, int64(0)
	for k := 0; k < len(steps); k++ {
		s := &steps[k]
		switch s.kind {
		case stepConst:
			hand = s.arg
		case stepRef:
			hand = v.Value(s.ref)
		case stepCompare:
			hand = truth(compare(s.op, v.Value(s.ref), s.arg))
		case stepUnary:
			hand = unary(s.op, hand)
		case stepWith:
			hand = binary(s.op, hand, s.arg)
		case stepWithRef:
			hand = binary(s.op, hand, v.Value(s.ref))
		case stepPush:
			aside[n] = hand
			n++
		case stepPop:
			n--
			hand = binary(s.op, aside[n], hand)
		case stepIfFalse:
			if hand == 0 {
				k = int(s.jump) - 1
			}
		case stepIfTrue:
			if hand != 0 {
				k = int(s.jump) - 1
			}
		case stepJump:
			k = int(s.jump) - 1
		}
	}
	return hand
}

// compare says how two values compare.
func compare(o op, a, b int64) bool {
	switch o {
	case opEq:
		return a == b
	case opNe:
		return a != b
	case opLt:
		return a < b
	case opLe:
		return a <= b
	case opGt:
		return a > b
	}
	return a >= b // opGe
}

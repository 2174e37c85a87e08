package expr

import "fmt"

// Type is the type of a value.
type Type uint8

// The types of values.
const (
	// Int is a whole number of 64 bits.
	Int Type = iota
	// Bool is a condition; its values are 0 and 1.
	Bool

	// unknown is the type of what is wrong; it agrees with every other, so that
	// one mistake is reported once.
	unknown Type = 0xff
)

// String names the type as authors read it: number or condition.
func (t Type) String() string {
	switch t {
	case Int:
		return "number"
	case Bool:
		return "condition"
	}
	return "unknown"
}

// Ref is what a name or a call resolves to; its meaning is the Scope's.
type Ref int32

// Scope resolves names and calls when an expression is compiled.
type Scope interface {
	// Name resolves a dotted name such as "hardship" or "trust.havana".
	Name(name string) (ref Ref, t Type, ok bool)

	// Call resolves a call with constant arguments, such as open("donovan").
	// The error says what is wrong: lower case, without a place, with its own
	// "did you mean" (see [Suggest] and [Builtins]).
	Call(fn string, args []Arg) (Resolved, error)

	// Names lists the names that may be written, for suggestions.
	Names() []string
}

// Arg is a constant argument of a call: a text, or a whole number.
type Arg struct {
	// Text is the text without its quotes, empty for a number.
	Text string
	// Number is the number, 0 for a text.
	Number int64
	// IsText tells the two apart.
	IsText bool
}

// Resolved is what a call stands for.
type Resolved struct {
	// Ref is what Vars is asked for; it has no meaning where Const is true.
	Ref Ref
	// Type is the type of the value.
	Type Type
	// Const says that the call is the constant Value.
	Const bool
	// Value is the constant; for a Bool, anything but 0 is true.
	Value int64
}

// Vars gives the values of names and calls when an expression runs. A value of
// type Bool must be 0 or 1.
type Vars interface {
	Value(Ref) int64
}

// nothing is the Scope that holds no names.
type nothing struct{}

func (nothing) Name(string) (Ref, Type, bool) { return 0, Int, false }

func (nothing) Call(fn string, _ []Arg) (Resolved, error) {
	return Resolved{}, fmt.Errorf("unknown function %q%s", fn, Suggest(fn, Builtins()))
}

func (nothing) Names() []string { return nil }

// Package expr holds the short expressions that scenario authors write for
// conditions and amounts:
//
//	hardship >= 60 && !open("donovan")
//	rung("contact") >= rung("contact", "agenda agreed at the UN")
//	min(standing.washington, 50) + 5
//
// The syntax is that of Go expressions and is read by the standard library's
// parser. [Compile] checks an expression against a [Scope], reports every
// mistake with its column, and gives a [Prog], which runs without allocation.
//
// # Values
//
// There are numbers (whole, 64 bits) and conditions (true or false), and
// nothing turns silently from one into the other.
//
//   - - * /  %        numbers; unary - too
//     < <= > >=         compare numbers
//     == !=             compare two numbers or two conditions
//     && || !           conditions
//     min max           of two or more numbers
//     abs(a)            a without its sign
//     if(c, a, b)       a where c holds, else b: two numbers or two conditions
//
// Arithmetic is total. Overflow wraps around; division drops the fraction,
// towards zero; what is divided by zero, and its remainder, is 0. Whether both
// sides of && and || and both arms of if are worked out nobody can tell, since
// there are no side effects.
//
// # Names and calls
//
// A name may have dots (trust.havana), and its parts may be words that Go
// reserves. The arguments of a call other than the four built-in functions are
// constants, texts or whole numbers, so every call is resolved when it is
// compiled and costs as much as a name.
//
// # Limits
//
// An expression has at most [MaxSource] bytes, [MaxDepth] levels,
// [MaxCode] instructions and [MaxStack] values under way; it may run over
// several lines; it holds no comments, since the file it stands in has its own.
// Nothing in it can loop, allocate or panic.
package expr

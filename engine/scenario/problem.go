package scenario

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Problem is a mistake in a file, or something that is probably one.
type Problem struct {
	// File is the name under which the file was read.
	File string
	// Line and Column count from 1, columns in runes; 0 stands for the whole file.
	Line, Column int
	// Message says what is wrong, in lower case and without a place.
	Message string
	// Warning says that the file can be used all the same.
	Warning bool
}

// Error is the problem with its place: file:line:column: message.
func (p Problem) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Column, p.Message)
}

// Problems are mistakes and warnings, sorted by file, line and column.
type Problems []Problem

// Error is every problem on a line of its own.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for k, p := range ps {
		lines[k] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// Mistakes are the problems that are no mere warnings.
func (ps Problems) Mistakes() Problems { return ps.only(false) }

// Warnings are the problems that are mere warnings.
func (ps Problems) Warnings() Problems { return ps.only(true) }

func (ps Problems) only(warning bool) Problems {
	var out Problems
	for _, p := range ps {
		if p.Warning == warning {
			out = append(out, p)
		}
	}
	return out
}

// Err is nil if there are only warnings, else the mistakes.
func (ps Problems) Err() error {
	if bad := ps.Mistakes(); len(bad) > 0 {
		return bad
	}
	return nil
}

// sorted returns the problems by place, each once.
func (ps Problems) sorted() Problems {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Message, b.Message))
	})
	return slices.Compact(ps)
}

// MaxProblems is how many problems of one file are reported.
const MaxProblems = 500

// report collects the problems of one file.
type report struct {
	file string
	list Problems
	bad  bool // there is a mistake
	full bool // MaxProblems have been reported
}

// add notes a mistake.
func (r *report) add(at place, format string, args ...any) {
	r.bad = true
	r.put(at, false, format, args...)
}

// warn notes what is probably a mistake.
func (r *report) warn(at place, format string, args ...any) {
	r.put(at, true, format, args...)
}

func (r *report) put(at place, warning bool, format string, args ...any) {
	if r.full {
		return
	}
	message := fmt.Sprintf(format, args...)
	if len(r.list) == MaxProblems {
		r.full = true
		message = fmt.Sprintf("more than %d problems; the rest are not shown", MaxProblems)
	}
	r.list = append(r.list, Problem{File: r.file, Line: int(at.line), Column: int(at.column), Message: message, Warning: warning})
}

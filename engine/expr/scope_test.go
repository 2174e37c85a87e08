package expr

import (
	"fmt"
	"slices"
	"strings"
)

// The refs of the scope used in tests.
const (
	hardship Ref = iota
	havana
	washington
	war
	talks
	donovan
	contact
	goalType
	refs
)

// desk is a scope such as a scenario might have.
type desk struct{}

var deskNames = map[string]struct {
	ref Ref
	t   Type
}{
	"hardship":            {hardship, Int},
	"trust.havana":        {havana, Int},
	"standing.washington": {washington, Int},
	"war":                 {war, Bool},
	"talks":               {talks, Bool},
	"goal.type":           {goalType, Int},
}

func (desk) Name(name string) (Ref, Type, bool) {
	n, ok := deskNames[name]
	return n.ref, n.t, ok
}

func (desk) Call(fn string, args []Arg) (Resolved, error) {
	switch fn {
	case "open":
		if len(args) != 1 || !args[0].IsText {
			return Resolved{}, fmt.Errorf("open takes the name of a channel")
		}
		if args[0].Text != "donovan" {
			return Resolved{}, fmt.Errorf("unknown channel %q%s", args[0].Text, Suggest(args[0].Text, []string{"donovan"}))
		}
		return Resolved{Ref: donovan, Type: Bool}, nil
	case "rung":
		if len(args) == 2 {
			return Resolved{Type: Int, Const: true, Value: int64(len(args[1].Text))}, nil
		}
		return Resolved{Ref: contact, Type: Int}, nil
	case "number":
		return Resolved{Type: Int, Const: true, Value: args[0].Number}, nil
	case "yes":
		return Resolved{Type: Bool, Const: true, Value: 7}, nil
	}
	return Resolved{}, fmt.Errorf("unknown function %q%s", fn, Suggest(fn, append(Builtins(), "open", "rung")))
}

func (desk) Names() []string {
	var names []string
	for name := range deskNames {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// values are Vars held in an array.
type values [refs]int64

func (v *values) Value(r Ref) int64 { return v[r] }

// spring is a state of the desk.
var spring = values{
	hardship: 60, havana: -3, washington: 70, war: 0, talks: 1, donovan: 0, contact: 2, goalType: 9,
}

// listed is the problems as one line each.
func listed(problems []Problem) string {
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&b, "%d: %s\n", p.Column, p.Message)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

package scenario

import (
	"fmt"
	"maps"
	"slices"

	"backchannel/engine"
	"backchannel/engine/expr"
)

// scope resolves the names and calls of a scenario's expressions.
type scope struct{ l *loader }

// compile compiles an expression; nil if there is none, or after a mistake.
func (l *loader) compile(w word, want expr.Type) *expr.Prog {
	if !w.set || l.mentionsDate(w) {
		return nil
	}
	prog, problems := expr.Compile(w.text, want, scope{l})
	for _, p := range problems {
		l.add(w.rune(p.Column), "%s", p.Message)
	}
	return prog
}

// condition compiles a condition.
func (l *loader) condition(w word) *expr.Prog { return l.compile(w, expr.Bool) }

// Name resolves the name of a quantity.
func (s scope) Name(name string) (expr.Ref, expr.Type, bool) {
	k, ok := s.l.quantities.index[name]
	return engine.RefQuantity | expr.Ref(k), expr.Int, ok
}

// Names lists the quantities.
func (s scope) Names() []string { return s.l.quantities.list }

// function is a call of a scenario's expressions whose only argument is an id.
type function struct {
	ref   expr.Ref
	of    func(l *loader) *names
	what  string
	truth bool
}

var functions = map[string]function{
	"bargained":   {engine.RefBargained, func(l *loader) *names { return l.issues }, "issue", false},
	"open":        {engine.RefOpen, func(l *loader) *names { return l.channels }, "channel", true},
	"burned":      {engine.RefBurned, func(l *loader) *names { return l.channels }, "channel", true},
	"warmth":      {engine.RefWarmth, func(l *loader) *names { return l.channels }, "channel", false},
	"ordered":     {engine.RefOrdered, func(l *loader) *names { return l.orders }, "standing order", true},
	"done":        {engine.RefDone, func(l *loader) *names { return l.moves }, "move", false},
	"since":       {engine.RefSince, func(l *loader) *names { return l.moves }, "move", false},
	"struck":      {engine.RefStruck, func(l *loader) *names { return l.events }, "event", false},
	"quiet":       {engine.RefQuiet, func(l *loader) *names { return l.events }, "event", false},
	"struck_kind": {engine.RefStruckKind, func(l *loader) *names { return l.hazards }, "kind of hazard", false},
	"quiet_kind":  {engine.RefQuietKind, func(l *loader) *names { return l.hazards }, "kind of hazard", false},
	"kept":        {engine.RefKept, func(*loader) *names { return sideNames }, "side", false},
	"denied":      {engine.RefDenied, func(*loader) *names { return sideNames }, "side", false},
	"accepted":    {engine.RefAccepted, func(*loader) *names { return sideNames }, "side", false},
	"refused":     {engine.RefRefused, func(*loader) *names { return sideNames }, "side", false},
	"asked":       {engine.RefAsked, func(*loader) *names { return sideNames }, "side", false},
	"agreed":      {engine.RefAgreed, func(l *loader) *names { return l.issues }, "issue", false},
	"flowing":     {engine.RefFlowing, func(l *loader) *names { return l.flows }, "flow", false},
	"crisis":      {engine.RefCrisis, func(l *loader) *names { return l.crises }, "crisis", true},
	"waiting":     {engine.RefWaiting, func(*loader) *names { return sideNames }, "side", false},
}

// functionNames are all functions that an expression may call.
var functionNames = append(append(slices.Sorted(maps.Keys(functions)), "rung", "highest", "lowest", "leader", "elapsed",
	"gained", "most", "least", "peak", "peak_day"),
	expr.Builtins()...)

// Call resolves a call.
func (s scope) Call(fn string, args []expr.Arg) (expr.Resolved, error) {
	switch fn {
	case "elapsed":
		if len(args) != 0 {
			return expr.Resolved{}, fmt.Errorf("elapsed takes no arguments: write elapsed()")
		}
		return expr.Resolved{Ref: engine.RefElapsed, Type: expr.Int}, nil
	case "rung":
		return s.rung(args)
	case "highest":
		return s.extreme(fn, args, engine.RefHighestQ, engine.RefHighestRung)
	case "lowest":
		return s.extreme(fn, args, engine.RefLowestQ, engine.RefLowestRung)
	case "leader":
		return s.leader(args)
	case "gained", "most", "least", "peak", "peak_day":
		return s.days(fn, args)
	}
	f, ok := functions[fn]
	if !ok {
		return expr.Resolved{}, fmt.Errorf("unknown function %q%s", fn, expr.Suggest(fn, functionNames))
	}
	text, err := texts(fn, args, 1, fmt.Sprintf("%s(%q)", fn, "the "+f.what))
	if err != nil {
		return expr.Resolved{}, err
	}
	ofKind := f.ref == engine.RefStruckKind || f.ref == engine.RefQuietKind
	if ofKind && s.l.broken {
		return expr.Resolved{Ref: f.ref, Type: expr.Int}, nil
	}
	k, err := lookup(f.of(s.l), text[0], f.what)
	if err != nil {
		return expr.Resolved{}, err
	}
	if ofKind {
		if err := s.kindHasEvents(text[0], fn); err != nil {
			return expr.Resolved{}, err
		}
	}
	t := expr.Int
	if f.truth {
		t = expr.Bool
	}
	return expr.Resolved{Ref: f.ref | expr.Ref(k), Type: t}, nil
}

// texts are the arguments of a call that takes so many texts.
func texts(fn string, args []expr.Arg, n int, usage string) ([]string, error) {
	out := make([]string, 0, n)
	for _, a := range args {
		if !a.IsText {
			return nil, fmt.Errorf("%s takes a text, not a number: write %s", fn, usage)
		}
		out = append(out, a.Text)
	}
	if len(out) != n {
		return nil, fmt.Errorf("%s takes %d, not %d: write %s", fn, n, len(out), usage)
	}
	return out, nil
}

// lookup is find for an argument.
func lookup(n *names, name, what string) (int, error) {
	k, ok := n.index[name]
	if !ok {
		return 0, fmt.Errorf("unknown %s %q%s", what, name, expr.Suggest(name, n.list))
	}
	return k, nil
}

// kindHasEvents refuses a kind of hazard without events in the scenario.
func (s scope) kindHasEvents(kind, fn string) error {
	var others []string
	for k := range s.l.src.Events {
		h := s.l.src.Events[k].Hazard.text
		if h == kind {
			return nil
		}
		if h != "" {
			others = append(others, h)
		}
	}
	return fmt.Errorf("%s(%q): no event of this scenario is of the kind %q%s", fn, kind, kind, expr.Suggest(kind, others))
}

// rung resolves rung("issue") and rung("issue", "words of a rung").
func (s scope) rung(args []expr.Arg) (expr.Resolved, error) {
	n := 1
	if len(args) == 2 {
		n = 2
	}
	text, err := texts("rung", args, n, `rung("issue") or rung("issue", "words of a rung")`)
	if err != nil {
		return expr.Resolved{}, err
	}
	issue, err := lookup(s.l.issues, text[0], "issue")
	if err != nil {
		return expr.Resolved{}, err
	}
	if n == 1 {
		return expr.Resolved{Ref: engine.RefRung | expr.Ref(issue), Type: expr.Int}, nil
	}
	rungs := s.l.rungs[issue]
	k, ok := rungs.index[text[1]]
	if !ok {
		return expr.Resolved{}, fmt.Errorf("the issue %q has no rung %q%s", text[0], text[1], expr.Suggest(text[1], rungs.list))
	}
	return expr.Resolved{Type: expr.Int, Const: true, Value: int64(k)}, nil
}

// extreme resolves highest and lowest, of a quantity or an issue.
func (s scope) extreme(fn string, args []expr.Arg, quantity, issue expr.Ref) (expr.Resolved, error) {
	text, err := texts(fn, args, 1, fn+`("the issue or quantity")`)
	if err != nil {
		return expr.Resolved{}, err
	}
	if k, ok := s.l.quantities.index[text[0]]; ok {
		return expr.Resolved{Ref: quantity | expr.Ref(k), Type: expr.Int}, nil
	}
	if k, ok := s.l.issues.index[text[0]]; ok {
		return expr.Resolved{Ref: issue | expr.Ref(k), Type: expr.Int}, nil
	}
	known := slices.Concat(s.l.issues.list, s.l.quantities.list)
	return expr.Resolved{}, fmt.Errorf("%q is neither an issue nor a quantity%s", text[0], expr.Suggest(text[0], known))
}

// leader resolves leader("side", "leader").
func (s scope) leader(args []expr.Arg) (expr.Resolved, error) {
	text, err := texts("leader", args, 2, `leader("side", "leader")`)
	if err != nil {
		return expr.Resolved{}, err
	}
	side, err := lookup(sideNames, text[0], "side")
	if err != nil {
		return expr.Resolved{}, err
	}
	k, err := lookup(s.l.leaders[side], text[1], "leader of "+text[0])
	if err != nil {
		return expr.Resolved{}, err
	}
	return expr.Resolved{Ref: engine.RefLeader | expr.Ref(side<<4|k), Type: expr.Bool}, nil
}

// counted are the functions that read the last days of a counter.
var counted = map[string]expr.Ref{"gained": engine.RefGained, "most": engine.RefMost, "least": engine.RefLeast,
	"peak": engine.RefPeak, "peak_day": engine.RefPeakDay}

// days resolves gained("counter", days) and its like.
func (s scope) days(fn string, args []expr.Arg) (expr.Resolved, error) {
	ref, spans := counted[fn], fn != "peak" && fn != "peak_day"
	usage, want := fmt.Sprintf("%s(%q)", fn, "the counter"), 1
	if spans {
		usage, want = fmt.Sprintf("%s(%q, days)", fn, "the counter"), 2
	}
	if len(args) != want || !args[0].IsText || spans && args[1].IsText {
		return expr.Resolved{}, fmt.Errorf("write %s", usage)
	}
	if spans && (args[1].Number < 1 || args[1].Number > engine.SeriesDays-1) {
		return expr.Resolved{}, fmt.Errorf("the days of %s go from 1 to %d, not %d", fn, engine.SeriesDays-1, args[1].Number)
	}
	k, err := lookup(s.l.quantities, args[0].Text, "counter")
	if err != nil {
		return expr.Resolved{}, err
	}
	if !s.l.counts(k) {
		return expr.Resolved{}, fmt.Errorf("%q is a meter; %s reads a counter", args[0].Text, fn)
	}
	series, ok := s.l.series(k)
	if !ok {
		return expr.Resolved{}, fmt.Errorf("the last days of more than %d counters are read", engine.MaxSeries)
	}
	if spans {
		series = series<<5 | int(args[1].Number)
	}
	return expr.Resolved{Ref: ref | expr.Ref(series), Type: expr.Int}, nil
}

// series is the place of a counter among those whose last days are kept.
func (l *loader) series(quantity int) (int, bool) {
	for k, q := range l.m.Series {
		if int(q) == quantity {
			return k, true
		}
	}
	if len(l.m.Series) == engine.MaxSeries {
		return 0, false
	}
	l.m.Series = append(l.m.Series, int16(quantity))
	return len(l.m.Series) - 1, true
}

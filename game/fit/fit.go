// Package fit looks for parameters of the theory under which the policy foresees
// the records better. Only the theory is ever fitted, never what a scenario says.
// Worlds do not run through the arithmetic of this package.
//
// The search goes from parameter to parameter, in the order of their names, and
// tries a step up and a step down; a sweep goes over all of them. The same data
// give the same result.
package fit

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"

	"backchannel/engine"
	"backchannel/engine/fidelity"
	"backchannel/engine/scenario"
	"backchannel/game/lab"
	"backchannel/game/stats"
)

// Price is what it costs the objective to move one parameter by half of its size;
// it grows with the square. The size of a score that a kind of act takes or brings
// is the spread of a race, since it is counted from 0 and 0 means no difference. The objective is a sum of two mean log scores, so a
// parameter has to bring about a nat over all decisions of three eras before it
// is moved so far.
const Price = 0.002

// Tables are the tables of the theory whose numbers may be fitted. What is 0
// stays: it has no size to be moved by.
var Tables = []string{"choice", "belief", "means"}

// Param is one number of the theory's file.
type Param struct {
	Path string
	At   int // in a list, −1 if it stands alone
	Now  int64
	Size int64 // above 0: what steps and distances are counted in
}

// Name is how a proposal names it.
func (p *Param) Name() string {
	if p.At < 0 {
		return p.Path
	}
	return fmt.Sprintf("%s[%d]", p.Path, p.At)
}

// Problem is a theory with the eras whose records it is held against.
type Problem struct {
	Params []Param

	fsys  fs.FS
	lists map[string][]int64 // lists of the theory, by path
	eras  []*engine.Model
}

// theory is a folder's theory as its file has it, table by table.
func theory(fsys fs.FS) (map[string]any, error) {
	text, err := fs.ReadFile(fsys, scenario.TheoryFile)
	if err != nil {
		return nil, err
	}
	tree := map[string]any{}
	return tree, toml.Unmarshal(text, &tree)
}

// New makes a problem of the numbers of some tables and the records of some eras.
func New(fsys fs.FS, eras []*engine.Model, tables ...string) (*Problem, error) {
	tree, err := theory(fsys)
	if err != nil {
		return nil, err
	}
	p := &Problem{fsys: fsys, eras: eras, lists: map[string][]int64{}}
	for _, name := range tables {
		if table, ok := tree[name].(map[string]any); ok {
			p.collect(name, table)
		}
	}
	slices.SortFunc(p.Params, func(a, b Param) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), a.At-b.At)
	})
	return p, nil
}

// collect finds a table's numbers.
func (p *Problem) collect(path string, table map[string]any) {
	for key, v := range table {
		at := path + "." + key
		switch v := v.(type) {
		case map[string]any:
			p.collect(at, v)
		case int64:
			p.take(at, -1, v)
		case []any:
			for k := range v {
				n, ok := v[k].(int64)
				if !ok {
					break
				}
				p.lists[at] = append(p.lists[at], n)
				p.take(at, k, n)
			}
		}
	}
}

func (p *Problem) take(path string, at int, v int64) {
	if v != 0 {
		p.Params = append(p.Params, Param{path, at, v, sizeOf(path, v, p.eras[0].Theory.Choice.Tau)})
	}
}

// sizeOf is the size of a parameter.
func sizeOf(path string, v, tau int64) int64 {
	if strings.HasPrefix(path, "choice.kinds.") {
		return tau
	}
	return max(v, -v)
}

// Changes are the parameters that differ from the present ones, as the theory's
// file would have them.
func (p *Problem) Changes(values []int64) map[string]any {
	set := map[string]any{}
	for k, v := range values {
		switch q := &p.Params[k]; {
		case v == q.Now:
		case q.At < 0:
			set[q.Path] = v
		default:
			list, ok := set[q.Path].([]any)
			if !ok {
				for _, n := range p.lists[q.Path] {
					list = append(list, n)
				}
			}
			list[q.At] = v
			set[q.Path] = list
		}
	}
	return set
}

// Records weighs the records under changed parameters.
func (p *Problem) Records(values []int64) ([]*fidelity.Record, error) {
	return p.weigh(&lab.Changes{Name: "fit", Set: p.Changes(values)})
}

// weigh weighs the records under a changed theory.
func (p *Problem) weigh(c *lab.Changes) ([]*fidelity.Record, error) {
	out, errs := make([]*fidelity.Record, len(p.eras)), make([]error, len(p.eras))
	var eras sync.WaitGroup
	for k, era := range p.eras {
		eras.Go(func() {
			m, err := lab.LoadChanged(p.fsys, c, era.ID, era.Cut.ID)
			if errs[k] = err; err == nil {
				out[k] = fidelity.Weigh(m)
			}
		})
	}
	eras.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Result is what a search has found.
type Result struct {
	Values        []int64
	Before, After Score
	Tried         int
}

// Score is what the search makes as great as it can: when and what, mean log
// scores, less the price of the distance from the present values.
type Score struct{ When, What, Price float64 }

// Total is the objective.
func (s Score) Total() float64 { return s.When + s.What - s.Price }

// Score is a set of values' score; one that the theory does not admit has none.
func (p *Problem) Score(values []int64) Score {
	records, err := p.Records(values)
	if err != nil {
		return Score{When: math.Inf(-1)}
	}
	c := stats.ChoicesOf(nil, records...)
	s := Score{When: c.When, What: c.WhatScore}
	for k, v := range values {
		halves := float64(v-p.Params[k].Now) / (float64(p.Params[k].Size) / 2)
		s.Price += Price * halves * halves
	}
	return s
}

// Search goes so many times over all parameters; in the first sweep a step is a
// quarter of a parameter's size, in each further one half of the step before.
// Where the context ends it returns what it has.
func (p *Problem) Search(ctx context.Context, sweeps int, progress func(n int)) Result {
	r := Result{Values: make([]int64, len(p.Params))}
	for k := range p.Params {
		r.Values[k] = p.Params[k].Now
	}
	r.Before = p.Score(r.Values)
	r.After = r.Before
	for sweep := range sweeps {
		for k := range p.Params {
			if ctx.Err() != nil {
				return r
			}
			p.try(&r, k, sweep)
			progress(1)
		}
	}
	return r
}

// try moves one parameter a step up or down, and on as long as that is better.
func (p *Problem) try(r *Result, k, sweep int) {
	step := max(p.Params[k].Size/(4<<sweep), 1)
	for _, by := range [2]int64{step, -step} {
		moved := false
		for range 3 {
			values := slices.Clone(r.Values)
			values[k] += by
			s := p.Score(values)
			r.Tried++
			if s.Total() <= r.After.Total() {
				break
			}
			r.Values, r.After, moved = values, s, true
		}
		if moved {
			return
		}
	}
}

// Proposal is a result as a file of versions of the theory, which whatif reads.
func (p *Problem) Proposal(r *Result) lab.Ensemble {
	e := lab.Ensemble{Versions: []lab.Changes{{Name: "proposal", Set: maps.Clone(p.Changes(r.Values))}}}
	if len(p.eras) > 0 {
		e.Theory = fmt.Sprintf("%016x", p.eras[0].TheoryHash)
	}
	return e
}

package fit

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"backchannel/engine/noise"
	"backchannel/game/lab"
)

// Judged is one judged parameter of the theory as a draw moves it: a number, or a
// list by step, whose numbers move together, so that its order stays. Lists of a
// number a side are two parameters.
type Judged struct {
	Path   string
	At     int // in a list of a number a side, else −1
	Values []int64
	Size   int64 // of a single number, what it moves by shares of; 0: each number by shares of itself
	Fitted bool  // of the tables that are fitted: its distance has a price
}

// Draws of a parameter are in thousandths of its size: a step is that of the
// search's first sweep, a quarter.
const (
	unit = 1000
	step = 250
)

// judged are the judged parameters of the theory, in the order of their names:
// every number of it but those that are 0 and the pace.
func judged(fsys fs.FS, tau int64) ([]Judged, error) {
	tree, err := theory(fsys)
	if err != nil {
		return nil, err
	}
	var out []Judged
	gather(tree, "", func(path string, values []int64, list bool) {
		fitted := slices.Contains(Tables, strings.SplitN(path, ".", 2)[0])
		if list && len(values) == 2 {
			for k, v := range values {
				if v != 0 {
					out = append(out, Judged{Path: path, At: k, Values: values, Fitted: fitted})
				}
			}
		} else if slices.ContainsFunc(values, func(v int64) bool { return v != 0 }) {
			j := Judged{Path: path, At: -1, Values: values, Fitted: fitted}
			if !list {
				j.Size = sizeOf(path, values[0], tau)
			}
			out = append(out, j)
		}
	})
	return out, nil
}

// gather calls take for every number and every list of numbers, by path.
func gather(v any, path string, take func(path string, values []int64, list bool)) {
	switch v := v.(type) {
	case int64:
		take(path, []int64{v}, false)
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			gather(v[key], strings.TrimPrefix(path+"."+key, "."), take)
		}
	case []map[string]any:
		for k, t := range v {
			gather(t, path+"."+lab.KeyOf(t, k), take)
		}
	case []any:
		gatherList(v, path, take)
	}
}

func gatherList(list []any, path string, take func(path string, values []int64, list bool)) {
	var values []int64
	for k, e := range list {
		switch e := e.(type) {
		case int64:
			values = append(values, e)
		case map[string]any:
			gather(e, path+"."+lab.KeyOf(e, k), take)
		}
	}
	if len(values) == len(list) && len(list) > 0 {
		take(path, values, true)
	}
}

// Name is how it is named.
func (j *Judged) Name() string {
	if j.At < 0 {
		return j.Path
	}
	return fmt.Sprintf("%s[%d]", j.Path, j.At)
}

// draw is by how much a version moves the parameter, in thousandths: any way, by
// up to a step.
func (j *Judged) draw(seed uint64, version int) int64 {
	h := noise.Mix(noise.Mix(noise.HashString(j.Name()), seed), uint64(version))
	return int64(h>>11%(2*step+1)) - step
}

// changes are the parameters as moved, by path, as the theory's file would have
// them; what rounding leaves where it was is not among them.
func changes(all []Judged, by []int64) map[string]any {
	set := map[string]any{}
	for k := range all {
		j := &all[k]
		moved, changed := slices.Clone(j.Values), false
		for i := range moved {
			if j.At < 0 || j.At == i {
				size := moved[i]
				if j.Size != 0 {
					size = j.Size
				}
				moved[i] += rounded(size * by[k])
				changed = changed || moved[i] != j.Values[i]
			}
		}
		if !changed {
			continue
		}
		if j.At >= 0 {
			put(set, j, moved)
		} else if len(moved) == 1 {
			set[j.Path] = moved[0]
		} else {
			set[j.Path] = list(moved)
		}
	}
	return set
}

// put sets one side's number of a list; the other's may have been set already.
func put(set map[string]any, j *Judged, moved []int64) {
	l, ok := set[j.Path].([]any)
	if !ok {
		l = list(j.Values)
	}
	l[j.At] = moved[j.At]
	set[j.Path] = l
}

func list(values []int64) []any {
	out := make([]any, len(values))
	for k, v := range values {
		out[k] = v
	}
	return out
}

// rounded is thousandths as a whole number, the nearest.
func rounded(n int64) int64 {
	if n < 0 {
		return -rounded(-n)
	}
	return (n + unit/2) / unit
}

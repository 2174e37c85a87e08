// Command gen writes a first ensemble of theories round the shipped one, for
// whatif --theories: in each version every number of the theory stays or moves a
// step up or down, and a version is kept if it gives the records of all eras
// nearly the same log score. Whether each phenomenon keeps its sign it does not
// test.
//
//	go run ./game/lab/gen >versions.toml
package main

import (
	"flag"
	"fmt"
	"io/fs"
	"math"
	"os"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"backchannel/engine/fidelity"
	"backchannel/engine/noise"
	"backchannel/engine/scenario"
	"backchannel/game/lab"
	"backchannel/scenarios"
)

func main() {
	n := flag.Int("versions", 19, "how many versions are written")
	within := flag.Float64("within", 2, "how far a version's log score may lie from the theory's own, for each hundred decisions")
	step := flag.Float64("step", 0.2, "a step, as a share of the number")
	flag.Parse()
	if err := run(*n, *within, *step); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(n int, within, step float64) error {
	theory, err := fs.ReadFile(scenarios.FS, scenario.TheoryFile)
	if err != nil {
		return err
	}
	tree := map[string]any{}
	if err := toml.Unmarshal(theory, &tree); err != nil {
		return err
	}
	own, decisions, err := score(nil)
	if err != nil {
		return err
	}
	e := lab.Ensemble{Theory: fmt.Sprintf("%016x", noise.HashString(string(theory)))}
	tried := 0
	for ; len(e.Versions) < n && tried < 40*n; tried++ {
		c := lab.Changes{Name: fmt.Sprintf("v%02d", len(e.Versions)+1), Set: map[string]any{}}
		vary(tree, "", uint64(tried), step, c.Set)
		got, _, err := score(&c)
		if err == nil && math.Abs(got-own) <= within*float64(decisions)/100 {
			e.Versions = append(e.Versions, c)
		}
	}
	fmt.Fprintf(os.Stderr, "log score of the theory %.1f over %d decisions; %d versions of %d tried\n", own, decisions, len(e.Versions), tried)
	return toml.NewEncoder(os.Stdout).Encode(e)
}

// fixed are the tables that say how things are counted, not how they work.
var fixed = []string{"pace", "version"}

// vary moves the numbers of a table, each by what its path and the version's
// number draw; numbers below 5 stand for counts and stay.
func vary(tree map[string]any, path string, version uint64, step float64, out map[string]any) {
	for key, v := range tree {
		at := strings.TrimPrefix(path+"."+key, ".")
		if slices.Contains(fixed, at) {
			continue
		}
		switch v := v.(type) {
		case map[string]any:
			vary(v, at, version, step, out)
		case int64:
			if w := moved(v, at, version, step); w != v {
				out[at] = w
			}
		case []any:
			if list, ok := movedList(v, at, version, step); ok {
				out[at] = list
			}
		}
	}
}

// moved is a number a step up, a step down, or as it was.
func moved(v int64, at string, version uint64, step float64) int64 {
	if v > -5 && v < 5 {
		return v
	}
	by := float64(int(noise.Mix(noise.HashString(at), version)>>40%3) - 1)
	return int64(math.Round(float64(v) * math.Pow(1+step, by)))
}

// movedList moves all numbers of a list one way, so that its order stays.
func movedList(list []any, at string, version uint64, step float64) ([]any, bool) {
	out, changed := make([]any, len(list)), false
	for k := range list {
		v, ok := list[k].(int64)
		if !ok {
			return nil, false
		}
		w := moved(v, at, version, step)
		out[k], changed = w, changed || w != v
	}
	return out, changed
}

// score is the log score of what was done in the records of all eras, under the
// theory as changed.
func score(c *lab.Changes) (sum float64, decisions int, err error) {
	infos, problems := scenario.List(scenarios.FS)
	if len(infos) == 0 {
		return 0, 0, problems.Err()
	}
	for _, info := range infos {
		base, problems := scenario.LoadFS(scenarios.FS, info.ID, "")
		if base == nil {
			return 0, 0, problems.Err()
		}
		e := &lab.Ensemble{}
		if c != nil {
			e.Versions = append(e.Versions, *c)
		}
		versions, err := e.Load(scenarios.FS, base)
		if err != nil {
			return 0, 0, err
		}
		for _, d := range fidelity.Weigh(versions[len(versions)-1].Model).Decisions {
			p := math.Max(float64(d.Weight)/math.Max(float64(d.Total), 1), 0.001)
			sum += math.Log(p)
			decisions++
		}
	}
	return sum, decisions, nil
}

package fit

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"

	"backchannel/engine"
	"backchannel/engine/noise"
	"backchannel/engine/phenomena"
	"backchannel/game/lab"
	"backchannel/game/stats"
)

// Within is how far below the theory's own log score that of a version may lie, in
// nats over all turns and decisions of the records together, the price of its
// distance included: the support of Edwards 1972.
const Within = 2

// most is how many draws are tried for each version that is wanted.
const most = 20

// block is how many fitted parameters are moved at a time.
const block = 6

// halvings is how often the step of the parameters that are not fitted is halved
// before they stay where they are.
const halvings = 4

// Around makes the ensemble round a theory.
type Around struct {
	Problem  *Problem
	Versions int    // how many are wanted
	Seed     uint64 // of the draws
	Worlds   int    // hundredths of the worlds of the phenomena's tests that are played for their signs
	Cores    int    // 0: all

	all      []Judged
	premises *phenomena.Premises
	own      float64
	signs    func(set map[string]any) (lost int, failed bool) // of the phenomena under a version
}

// Count is what became of the draws.
type Count struct {
	Draws   int                      // tried
	Kept    int                      // as versions
	Steps   [halvings + 1]int        // of the draws in which what is not fitted moved by a step, half of one, a quarter and so on; the last: not at all
	Blocks  [3]int                   // blocks of fitted parameters that moved by a step, by half of one, not at all
	Dropped [phenomena.Count + 1]int // draws by the first phenomenon that lost its sign
	Failed  int                      // draws that the phenomena could not be shown in
}

// drawn is one draw.
type drawn struct {
	version
	steps  int
	blocks [3]int
	lost   int // number of the phenomenon; 0: none
	failed bool
	done   bool
}

// version is one theory of the ensemble.
type version struct {
	set   map[string]any
	moved int
	score float64
}

// Built is an ensemble with how it came about.
type Built struct {
	Count  Count
	Own    float64 // log score of the theory itself
	Judged int     // parameters
	Fitted int     // of them in the tables that are fitted

	theory   string
	seed     uint64
	worlds   int
	versions []version
}

// Build draws versions until there are enough. The same data and the same seed
// give the same, on however many cores. It ends early with the context.
func (a *Around) Build(ctx context.Context, progress func(n int)) (*Built, error) {
	var err error
	if a.all, err = judged(a.Problem.fsys, a.Problem.eras[0].Theory.Choice.Tau); err != nil {
		return nil, err
	}
	if a.premises, err = phenomena.Read(a.Problem.fsys); err != nil {
		return nil, err
	}
	if a.signs == nil {
		a.signs = a.lost
	}
	if a.own, err = a.nats(make([]int64, len(a.all))); err != nil {
		return nil, err
	}
	b := &Built{Own: a.own, Judged: len(a.all), seed: a.Seed, worlds: a.Worlds, theory: fmt.Sprintf("%016x", a.Problem.eras[0].TheoryHash)}
	for k := range a.all {
		if a.all[k].Fitted {
			b.Fitted++
		}
	}
	cores := a.Cores
	if cores <= 0 {
		cores = runtime.GOMAXPROCS(0)
	}
	for from := 1; len(b.versions) < a.Versions && from <= most*a.Versions; from += cores {
		batch := make([]drawn, cores)
		var all sync.WaitGroup
		for k := range batch {
			all.Go(func() { batch[k] = a.draw(ctx, from+k) })
		}
		all.Wait()
		for k := range batch {
			if len(b.versions) < a.Versions && batch[k].done {
				progress(b.take(&batch[k]))
			}
		}
		if ctx.Err() != nil {
			return b, ctx.Err()
		}
	}
	if len(b.versions) < a.Versions {
		return b, fmt.Errorf("only %d of %d versions after %d draws", len(b.versions), a.Versions, b.Count.Draws)
	}
	return b, nil
}

// take counts a draw, and keeps it if nothing speaks against it. It says how many
// versions that makes.
func (b *Built) take(d *drawn) int {
	c := &b.Count
	c.Draws++
	c.Steps[d.steps]++
	for k, n := range d.blocks {
		c.Blocks[k] += n
	}
	switch {
	case d.failed:
		c.Failed++
	case d.lost > 0:
		c.Dropped[d.lost]++
	default:
		c.Kept++
		b.versions = append(b.versions, d.version)
		return 1
	}
	return 0
}

// draw makes one draw: the parameters that are not fitted move together, by a step
// or a half, a quarter of one; then the fitted ones, a few at a time, each lot by
// a step, by half of one or not at all, whichever first keeps the log score.
func (a *Around) draw(ctx context.Context, n int) drawn {
	d := drawn{version: version{score: a.own}}
	full := make([]int64, len(a.all))
	by := make([]int64, len(a.all))
	var fitted []int
	for k := range a.all {
		full[k] = a.admitted(k, a.all[k].draw(a.Seed, n))
		if a.all[k].Fitted {
			fitted = append(fitted, k)
		}
	}
	keeps := func(moved []int64) bool {
		s, err := a.nats(moved)
		if ok := err == nil && s >= a.own-Within; !ok {
			return false
		}
		d.score = s
		return true
	}
	for d.steps = 0; d.steps < halvings; d.steps++ {
		try := make([]int64, len(a.all))
		for k := range a.all {
			if !a.all[k].Fitted {
				try[k] = full[k] >> d.steps
			}
		}
		if keeps(try) {
			by = try
			break
		}
	}
	slices.SortFunc(fitted, func(x, y int) int { return cmp.Compare(a.order(x, n), a.order(y, n)) })
	for lot := range slices.Chunk(fitted, block) {
		if ctx.Err() != nil {
			return d
		}
		how := 0
		for ; how < 2; how++ {
			try := slices.Clone(by)
			for _, k := range lot {
				try[k] = full[k] >> how
			}
			if keeps(try) {
				by = try
				break
			}
		}
		d.blocks[how]++
	}
	d.set = changes(a.all, by)
	d.moved = len(d.set)
	d.lost, d.failed = a.signs(d.set)
	d.done = ctx.Err() == nil
	return d
}

// order shuffles the parameters of a draw.
func (a *Around) order(k, n int) uint32 {
	return uint32(noise.Mix(noise.HashString(a.all[k].Name()), ^a.Seed+uint64(n)) >> 33)
}

// admitted is a parameter's move if the theory admits it, else the same move the
// other way, or none: some shares are whole already.
func (a *Around) admitted(k int, by int64) int64 {
	for _, try := range [2]int64{by, -by} {
		moved := make([]int64, len(a.all))
		moved[k] = try
		if lab.Admits(a.Problem.fsys, &lab.Changes{Set: changes(a.all, moved)}) == nil {
			return try
		}
	}
	return 0
}

// nats is the log score of the records under the theory as moved, over all turns
// and decisions, less the price of the distance of the fitted parameters.
func (a *Around) nats(by []int64) (float64, error) {
	records, err := a.Problem.weigh(&lab.Changes{Set: changes(a.all, by)})
	if err != nil {
		return 0, err
	}
	c := stats.ChoicesOf(nil, records...)
	s := c.When*float64(c.Turns) + c.WhatScore*float64(c.Active)
	for k := range a.all {
		if a.all[k].Fitted {
			halves := float64(by[k]) / (unit / 2)
			s -= Price * float64(c.Active) * halves * halves
		}
	}
	return s, nil
}

// lost is the number of the first phenomenon that loses its sign, 0 if all keep
// theirs.
func (a *Around) lost(set map[string]any) (number int, failed bool) {
	changed := &lab.Changes{Set: set}
	stage := phenomena.Stage{Premises: a.premises, Part: a.Worlds, Load: func(era, cut string) (*engine.Model, error) {
		return lab.LoadChanged(a.Problem.fsys, changed, era, cut)
	}}
	claims, err := stage.Claims(false)
	if err != nil || len(claims) == 0 {
		return 0, true
	}
	if last := claims[len(claims)-1]; !last.Holds() {
		return last.Phenomenon, false
	}
	return 0, false
}

// Lines say what became of the draws, for people and for the head of the file.
func (b *Built) Lines() []string {
	c := &b.Count
	out := []string{fmt.Sprintf("%d judged parameters, %d of them in the tables that are fitted; the theory's log score is %.2f nats", b.Judged, b.Fitted, b.Own),
		fmt.Sprintf("%d draws, %d kept, %d dropped because a phenomenon lost its sign", c.Draws, c.Kept, c.Draws-c.Kept)}
	for k, n := range c.Dropped {
		if n > 0 {
			out = append(out, fmt.Sprintf("  phenomenon %d: %d", k, n))
		}
	}
	if c.Failed > 0 {
		out = append(out, fmt.Sprintf("  %d in which the phenomena could not be staged", c.Failed))
	}
	parts := []string{"by a step", "by half of one", "by a quarter", "by an eighth", "not at all"}
	var moved []string
	for k, n := range c.Steps {
		if n > 0 {
			moved = append(moved, fmt.Sprintf("%s in %d draws", parts[k], n))
		}
	}
	return append(out, "what is not fitted moved "+strings.Join(moved, ", "),
		fmt.Sprintf("of the lots of %d fitted parameters %d moved by a step, %d by half of one, %d not at all", block, c.Blocks[0], c.Blocks[1], c.Blocks[2]))
}

// Text is the ensemble's file.
func (b *Built) Text() []byte {
	var o bytes.Buffer
	line := func(format string, args ...any) { fmt.Fprintf(&o, format+"\n", args...) }
	line("# Theories round the fitted one, under each of which what-if is asked. Written by")
	line("#")
	line("#     backchannel fit --ensemble FILE --versions %d --seed %d --signs %d", len(b.versions), b.seed, b.worlds)
	line("#")
	line("# not by hand; the same theory, records and seed give the same file. In each version")
	line("# every judged parameter was moved by up to a step, a quarter of its size, any way, a list by")
	line("# step as a whole, the score of a kind of act by shares of a race's spread. A version is kept if each")
	line("# phenomenon keeps its sign and the log score of the")
	line("# records (*when* and *what*, summed over all turns and decisions, less %.3f a decision for each", Price)
	line("# fitted parameter moved by half of its size, with the square) lies no more than %d nats below the", Within)
	line("# theory's own. Where a step would have cost more, what is not fitted moved by half of it, and so")
	line("# on; the fitted parameters moved a lot at a time, each lot by a step, half of one or not at all.")
	line("#")
	for _, l := range b.Lines() {
		line("# %s.", l)
	}
	line("\ntheory_hash = %q", b.theory)
	for k := range b.versions {
		v := &b.versions[k]
		line("\n[[version]] # log score %.2f; %d parameters moved", v.score, v.moved)
		line("name = \"%02d\"", k+1)
		line("[version.set]")
		for _, path := range slices.Sorted(maps.Keys(v.set)) {
			line("%q = %s", path, written(v.set[path]))
		}
	}
	return o.Bytes()
}

func written(v any) string {
	l, ok := v.([]any)
	if !ok {
		return fmt.Sprint(v)
	}
	var parts []string
	for _, e := range l {
		parts = append(parts, fmt.Sprint(e))
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

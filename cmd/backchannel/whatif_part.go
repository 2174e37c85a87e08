package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"slices"

	"backchannel/engine/replay"
	"backchannel/game/lab"
)

// piece is what the result of a part has beside its own answer.
type piece struct {
	Shard string      `json:"shard,omitempty"` // "2/8": the second of eight parts
	Part  *whatifPart `json:"part,omitempty"`
}

func (p *piece) set(q piece) { *p = q }

// whatifPart is what merge needs of a part: the question, what it was asked of,
// and the counts.
type whatifPart struct {
	Asked asked `json:"asked"`
	origin
	lab.Part
}

// origin are the hashes of what a question was asked of.
type origin struct {
	Rules    int      `json:"rules"`
	Scenario string   `json:"scenario_hash"`
	Past     string   `json:"hash"`
	Theories []string `json:"theory_hashes"`
}

func hash(h uint64) string { return fmt.Sprintf("%016x", h) }

func (x *posed) origin() origin {
	m := x.past.M
	o := origin{Rules: replay.Engine, Scenario: hash(m.ScenarioHash), Past: hash(x.past.Hash()), Theories: []string{hash(m.TheoryHash)}}
	if x.one != nil {
		for _, v := range x.one.Versions[1:] {
			o.Theories = append(o.Theories, hash(v.Model.TheoryHash))
		}
	}
	return o
}

// printPosed prints a result as JSON; that of a part with its counts, on one line.
func (a *app) printPosed(x *posed, r interface{ set(piece) }) error {
	if x.shard == "" {
		return a.printJSON(r)
	}
	own := whatifPart{Asked: x.asked, origin: x.origin()}
	var err error
	if x.one != nil {
		own.Part, err = x.one.Part()
	} else {
		own.Part, err = x.all.Part()
	}
	if err != nil {
		return fmt.Errorf("shard %s: %w", x.shard, err)
	}
	r.set(piece{x.shard, &own})
	e := json.NewEncoder(a.out)
	e.SetEscapeHTML(false)
	return e.Encode(r)
}

// whatifMerger puts parts of whatif together. The first says what was asked; the
// others must have asked the same of the same.
type whatifMerger struct {
	a           *app
	x           *posed // the question asked anew
	origin      origin
	first       string // file
	count       int    // of shards
	seen        map[int]string
	interrupted bool
}

func (w *whatifMerger) add(file string, p *partFile) error {
	s, err := shardOf(p.Shard)
	if err != nil {
		return fmt.Errorf("%q is no shard", p.Shard)
	}
	if w.x == nil {
		if err := w.open(file, p.Part); err != nil {
			return err
		}
		w.count = s.count
	}
	switch before := w.seen[s.index]; {
	case s.count != w.count:
		return fmt.Errorf("one of %d shards, %s of %d", s.count, w.first, w.count)
	case before != "":
		return fmt.Errorf("the shard %s is there twice, also in %s", p.Shard, before)
	}
	if err := w.alike(p.Part); err != nil {
		return err
	}
	w.seen[s.index] = file
	w.interrupted = w.interrupted || p.Interrupted
	from, n := s.of(w.x.Worlds)
	samples := lab.Samples{Options: lab.Options{From: from, Worlds: from + n}, Short: p.Interrupted}
	if w.x.one != nil {
		return w.x.one.Add(&p.Part.Part, samples)
	}
	return w.x.all.Add(&p.Part.Part, samples)
}

// mostTheories is how many bytes a file of theories that a part names may have.
const mostTheories = 1 << 22

// open asks the question of the first part anew.
func (w *whatifMerger) open(file string, p *whatifPart) error {
	q := p.Asked
	if err := q.check(); err != nil {
		return err
	}
	if q.Worlds < 1 || q.Name == "" {
		return fmt.Errorf("a question of %q in %d worlds", q.Name, q.Worlds)
	}
	if err := cmp.Or(plainFile(q.Name, replay.MaxSize), plainFile(q.Theories, mostTheories)); err != nil {
		return err
	}
	x, err := w.a.pose(&q)
	if err != nil {
		return fmt.Errorf("asked again: %w", err)
	}
	if x.one != nil {
		x.one.Clear()
	}
	w.x, w.origin, w.first, w.seen = x, x.origin(), file, map[int]string{}
	return nil
}

// plainFile refuses what a part may not name: something else than a file, which
// could go on forever, and a file too large to be what it should be. What is not
// there may be the id of a scenario.
func plainFile(path string, most int64) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s: %w: not a plain file", path, fs.ErrInvalid)
	case info.Size() > most:
		return fmt.Errorf("%s: more than %d bytes", path, most)
	}
	return nil
}

// alike refuses a part of another question, or of what is not there any more.
func (w *whatifMerger) alike(p *whatifPart) error {
	x, o := w.x, &p.origin
	switch {
	case o.Rules != w.origin.Rules:
		return fmt.Errorf("made under rules %d; these are %d", o.Rules, w.origin.Rules)
	case o.Scenario != w.origin.Scenario:
		return fmt.Errorf("asked of another scenario than %s is now: %s, not %s", x.past.M.ID, o.Scenario, w.origin.Scenario)
	case o.Past != w.origin.Past:
		return fmt.Errorf("asked of another play-through than %s is now: %s, not %s", x.Name, o.Past, w.origin.Past)
	}
	own, first := told(p.Asked), told(x.asked)
	for k := range own {
		if own[k] != first[k] {
			return fmt.Errorf("another question than in %s: %s, not %s", w.first, own[k], first[k])
		}
	}
	if !slices.Equal(o.Theories, w.origin.Theories) {
		return fmt.Errorf("asked under other theories than those there are now: %s, not %s", o.Theories, w.origin.Theories)
	}
	return nil
}

// told is a question in the words of the command line, without the files that its
// hashes stand for.
func told(q asked) []string {
	return []string{fmt.Sprintf("--all %v", q.All), "--cut " + q.Cut, "--on " + q.On, "--side " + q.Side, fmt.Sprintf("--move %q", q.Move), fmt.Sprintf("--instead %q", q.Instead),
		"--manner " + q.Manner, fmt.Sprintf("--seed %d", q.Seed), fmt.Sprintf("--worlds %d", q.Worlds)}
}

// result is that of one run of all worlds.
func (w *whatifMerger) result() (any, error) {
	for k := 1; k <= w.count; k++ {
		if w.seen[k] == "" {
			return nil, fmt.Errorf("the shard %s is missing", shard{k, w.count})
		}
	}
	if w.x.one != nil {
		return w.x.answered(w.x.one.Answer(), w.interrupted), nil
	}
	t := w.x.all.Turning(w.x.Worlds)
	t.Interrupted = w.interrupted
	return w.x.ranked(t), nil
}

package fidelity_test

import (
	"testing"

	"backchannel/engine"
	"backchannel/engine/fidelity"
	"backchannel/engine/scenario"
	"backchannel/scenarios"
)

// records are the shipped eras' records, weighed.
func records(t *testing.T) []*fidelity.Record {
	t.Helper()
	list, problems := scenario.List(scenarios.FS)
	if len(list) == 0 {
		t.Fatal(problems)
	}
	var out []*fidelity.Record
	for _, info := range list {
		m, problems := scenario.LoadFS(scenarios.FS, info.ID, "")
		if m == nil {
			t.Fatal(problems)
		}
		out = append(out, fidelity.Weigh(m))
	}
	return out
}

// TestEveryDecisionIsWeighed: each entry of a record is weighed once, hold
// always has some weight, and nothing weighs more than all together.
func TestEveryDecisionIsWeighed(t *testing.T) {
	for _, r := range records(t) {
		entries := 0
		for _, e := range r.Model.Record.Moves {
			if e.Choice.Kind != engine.Hold && !(e.Choice.Kind == engine.Answer && e.Choice.Answer == engine.Silence) {
				entries++
			}
		}
		made := 0
		for _, d := range r.Decisions {
			if d.Acted() {
				made++
			}
			if d.Total == 0 || d.Hold > d.Total || d.Weight > d.Total {
				t.Errorf("%v %v: hold %d and the recorded thread %d of %d", d.Day, d.Side, d.Hold, d.Weight, d.Total)
			}
			if d.Stage != engine.StagePromise && d.Hold == 0 {
				t.Errorf("%v %v: doing nothing has no weight", d.Day, d.Side)
			}
			if d.Rank > d.Acting() {
				t.Errorf("%v %v: rank %d of %d threads", d.Day, d.Side, d.Rank, d.Acting())
			}
		}
		if lost := entries - made; lost < 0 || lost > len(r.Forced.Unexplained) {
			t.Errorf("%s: %d decisions weighed, the record has %d entries; unexplained: %v", r.Model.ID, made, entries, r.Forced.Unexplained)
		}
	}
}

// TestCheckpointsAreReadOnce: every checkpoint of the cut is classed once.
func TestCheckpointsAreReadOnce(t *testing.T) {
	for _, r := range records(t) {
		seen := map[int]int{}
		for _, c := range r.Checkpoints {
			seen[c.Index]++
		}
		for k := range r.Model.Checkpoints {
			c := &r.Model.Checkpoints[k]
			want := 0
			if c.On >= r.Model.Cut.First && c.On <= r.Model.Cut.Last && c.Value != nil {
				want = 1
			}
			if seen[k] != want {
				t.Errorf("%s: %q is read %d times, want %d", r.Model.ID, c.What, seen[k], want)
			}
		}
	}
}

// TestSpellsHoldEveryDay: the days in which hazards could strike are all in a
// spell, none in two, none longer than thirty; and every recorded strike is in one.
func TestSpellsHoldEveryDay(t *testing.T) {
	for _, r := range records(t) {
		clocks, spells := uint64(0), uint64(0)
		w := r.Forced.World
		for k := range r.Model.Events {
			clocks += w.S.Events[k].Clock
		}
		struck, strikes := 0, map[int]map[engine.Day]bool{}
		for _, s := range r.Spells {
			spells += s.Clock
			if s.Struck {
				struck++
			}
			if s.Days < 1 || s.Days > fidelity.SpellDays || !s.Imposed && s.Clock == 0 {
				t.Errorf("%s: a spell of %d days, %+v", r.Model.ID, s.Days, s)
			}
		}
		for _, s := range w.Audit.Struck {
			if strikes[int(s.Event)] == nil {
				strikes[int(s.Event)] = map[engine.Day]bool{}
			}
			strikes[int(s.Event)][s.Day] = true
		}
		if clocks != spells || clocks == 0 {
			t.Errorf("%s: the clocks went %d, the spells hold %d", r.Model.ID, clocks, spells)
		}
		n := 0
		for _, days := range strikes {
			n += len(days)
		}
		if struck == 0 || struck > n || struck < len(strikes) {
			t.Errorf("%s: %d spells with a strike, %d strikes of %d hazards", r.Model.ID, struck, n, len(strikes))
		}
		if listed, never := r.Hazards(); listed-never != len(strikes) {
			t.Errorf("%s: %d hazards listed, %d never struck, %d struck", r.Model.ID, listed, never, len(strikes))
		}
	}
}

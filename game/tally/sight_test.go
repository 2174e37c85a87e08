package tally_test

import (
	"context"
	"reflect"
	"slices"
	"testing"

	"backchannel/engine"
	"backchannel/engine/fidelity"
	"backchannel/engine/record"
	"backchannel/engine/scenario"
	"backchannel/game/tally"
	"backchannel/scenarios"
)

// seen plays a few worlds of the whole of an era.
func seen(t *testing.T, id, cut string, cores int, chairs [2]tally.Chair) (*engine.Model, tally.Sight) {
	t.Helper()
	m, problems := scenario.LoadFS(scenarios.FS, id, cut)
	if m == nil {
		t.Fatal(problems)
	}
	o := tally.FreeOptions(24, 7)
	o.Cores, o.Chairs = cores, chairs
	return m, tally.See(context.Background(), m, o)
}

// TestSightDoesNotDependOnCores: all that is seen is the same on one core and on
// three, and every world gives every point a value.
func TestSightDoesNotDependOnCores(t *testing.T) {
	m, one := seen(t, "balseros", "era", 1, [2]tally.Chair{})
	_, three := seen(t, "balseros", "era", 3, [2]tally.Chair{})
	if !reflect.DeepEqual(one, three) {
		t.Error("one core sees other things than three")
	}
	points := 0
	for _, series := range one.Fans {
		for _, f := range series {
			points++
			if len(f.Values) != 24 || !slices.IsSorted(f.Values) {
				t.Errorf("%v: %d values of 24 worlds: %v", f.Point.On, len(f.Values), f.Values)
			}
		}
	}
	if want := len(m.Record.Series[0].Points); points <= want {
		t.Errorf("%d points, the first series alone has %d", points, want)
	}
	if one.Checkpoints == 0 || one.Met == 0 || one.Met > int64(24*one.Checkpoints) {
		t.Errorf("%d checkpoints are met in 24 worlds of %d", one.Met, one.Checkpoints)
	}
}

// TestBothFollow: where both sides follow the record, most of it can be done, and
// as many checkpoints are met as a world that is forced meets but for its events;
// more than where nobody follows.
func TestBothFollow(t *testing.T) {
	m, both := seen(t, "accommodation", "year", 2, [2]tally.Chair{tally.Follows, tally.Follows})
	_, none := seen(t, "accommodation", "year", 2, [2]tally.Chair{})
	if both.Entries == 0 || both.Made > int64(24*both.Entries) || both.Made < int64(24*both.Entries/2) {
		t.Errorf("%d of %d entries a world are made", both.Made/24, both.Entries)
	}
	if none.Entries != 0 || none.Made != 0 {
		t.Errorf("nobody follows, and %d entries are made", none.Made)
	}
	if both.Met <= none.Met {
		t.Errorf("%d checkpoints are met where both follow the record, %d where nobody does", both.Met, none.Met)
	}
	frozen := 0
	for _, c := range fidelity.Weigh(m).Checkpoints {
		if c.Frozen {
			frozen++
		}
	}
	if frozen != both.Frozen {
		t.Errorf("a frozen world meets %d, or %d", frozen, both.Frozen)
	}
}

// TestFollowerKeepsToItsDays: a side that follows the record does nothing in a
// turn in which the record has nothing of it.
func TestFollowerKeepsToItsDays(t *testing.T) {
	m, problems := scenario.LoadFS(scenarios.FS, "mariel", "era")
	if m == nil {
		t.Fatal(problems)
	}
	f := &record.Follower{Side: engine.Havana}
	f.Open(m)
	w := engine.NewWorld(m, engine.FreeSetup(3))
	made := 0
	for n := w.Next(); !n.Over; n = w.Next() {
		c := engine.HoldChoice
		if n.Side == f.Side {
			c, _ = f.Decide(w, n)
		} else if n.Stage != engine.StageMove {
			c = engine.Choice{Kind: engine.Answer, Move: -1, Issue: -1, Channel: -1, Item: n.Item, Answer: engine.Silence}
			if n.Stage == engine.StagePromise {
				c.Kind, c.Answer = engine.Promise, engine.Keep
			}
		}
		if c.Kind != engine.Hold && n.Side == f.Side && n.Stage == engine.StageMove {
			made++
			if !slices.ContainsFunc(m.Record.Moves, func(r engine.RecordMove) bool {
				return r.Side == f.Side && r.On >= w.S.Day && r.On < w.S.Next && m.Content(&r.Choice) == m.Content(&c)
			}) {
				t.Errorf("%v: %s is not in the record of the turn", w.S.Day, engine.FormatChoice(m, n.Side, c))
			}
		}
		if w.Choose(c, [2]engine.Reason{}) != engine.Legal {
			t.Fatalf("%v: %s is not legal", w.S.Day, engine.FormatChoice(m, n.Side, c))
		}
	}
	if made == 0 || f.Made < made {
		t.Errorf("%d moves made, %d counted", made, f.Made)
	}
}

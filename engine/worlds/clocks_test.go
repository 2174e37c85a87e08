package worlds_test

import (
	"testing"

	"backchannel/engine"
	"backchannel/engine/noise"
	"backchannel/engine/policy"
	"backchannel/engine/scenario"
	"backchannel/engine/worlds"
	"backchannel/scenarios"
)

// TestEveryPointStrikes: at every decision as many points of an event's process have
// passed as lie on its clock so far, whatever a world knows beforehand
// of where the next one lies.
func TestEveryPointStrikes(t *testing.T) {
	list, _ := scenario.List(scenarios.FS)
	for _, info := range list {
		m, problems := scenario.LoadFS(scenarios.FS, info.ID, "")
		if m == nil {
			t.Fatal(problems)
		}
		w := engine.NewWorld(m, engine.FreeSetup(0))
		minds := [2]*policy.Mind{policy.New(w, engine.Washington), policy.New(w, engine.Havana)}
		strikes := 0
		for seed := range uint64(12) {
			w.Reset(engine.FreeSetup(seed), noise.Free(seed))
			for n := w.Next(); !n.Over; n = w.Next() {
				points(t, w)
				if c, why := minds[n.Side].Decide(w, n); w.Choose(c, why) != engine.Legal {
					w.Choose(worlds.Silence(n), [2]engine.Reason{})
				}
			}
			points(t, w)
			for k := range m.Events {
				strikes += int(w.S.Events[k].Passed)
			}
		}
		if strikes == 0 {
			t.Errorf("%s: nothing struck", m.ID)
		}
	}
}

// points fails if a clock went past a point that did not strike, or struck before
// it got there.
func points(t *testing.T, w *engine.World) {
	t.Helper()
	for k := range w.M.Events {
		e, content := &w.S.Events[k], w.M.Events[k].ContentHash
		if at := w.Noise.Point(content, int(e.Passed)); e.Passed > 0 && at > e.Clock {
			t.Fatalf("%s, %v: %s struck %d times, its clock is %d short", w.M.ID, w.S.Day, w.M.Events[k].ID, e.Passed, at-e.Clock)
		}
		if at := w.Noise.Point(content, int(e.Passed)+1); at <= e.Clock {
			t.Fatalf("%s, %v: %s struck %d times, its clock is %d past the next", w.M.ID, w.S.Day, w.M.Events[k].ID, e.Passed, e.Clock-at)
		}
	}
}

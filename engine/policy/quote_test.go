package policy_test

import (
	"testing"

	"backchannel/engine"
	"backchannel/engine/noise"
	"backchannel/engine/policy"
	"backchannel/engine/scenario"
	"backchannel/scenarios"
)

// desks plays free worlds of every era and shows the desk at each decision.
func desks(t *testing.T, worlds uint64, see func(w *engine.World, n engine.Need)) {
	t.Helper()
	list, _ := scenario.List(scenarios.FS)
	for _, info := range list {
		m, problems := scenario.LoadFS(scenarios.FS, info.ID, "")
		if m == nil {
			t.Fatal(problems)
		}
		w := engine.NewWorld(m, engine.FreeSetup(0))
		minds := [2]*policy.Mind{policy.New(w, engine.Washington), policy.New(w, engine.Havana)}
		for seed := range worlds {
			w.Reset(engine.FreeSetup(seed), noise.Free(seed))
			for n := w.Next(); !n.Over; n = w.Next() {
				see(w, n)
				if c, why := minds[n.Side].Decide(w, n); w.Choose(c, why) != engine.Legal {
					w.Pass()
				}
			}
		}
	}
}

// TestKeptIsWorkedOut: what a thread or a package scores beside all others, with
// what they share worked out once, is what it scores alone, and no channel is
// better.
func TestKeptIsWorkedOut(t *testing.T) {
	list, alone := &policy.Mind{}, &policy.Mind{}
	desks(t, 3, func(w *engine.World, n engine.Need) {
		if n.Stage != engine.StageMove {
			return
		}
		list.B, alone.B = w.Brief(n.Side), w.Brief(n.Side)
		list.Look(w)
		alone.Look(w)
		for _, thread := range list.Threads() {
			if got := alone.ScoreOf(&thread.Choice); got != thread {
				t.Fatalf("%s, %v: %s scores %+v in the list, %+v alone", w.M.ID, w.S.Day, engine.FormatChoice(w.M, n.Side, thread.Choice), thread, got)
			}
		}
		for i := range w.M.Issues {
			for _, o := range list.Packages(int8(i)) {
				best(t, alone, &o)
			}
		}
	})
}

// best fails if a package scores another sum alone, or a better one by another
// channel.
func best(t *testing.T, alone *policy.Mind, o *policy.Option) {
	t.Helper()
	c := o.Choice
	for c.Channel = -1; int(c.Channel) < len(alone.B.Channels); c.Channel++ {
		if !alone.Carries(c.Channel, &c.Package) {
			continue
		}
		if got := alone.ScoreOf(&c).Score; got > o.Score || c.Channel == o.Choice.Channel && got != o.Score {
			t.Fatalf("package %+v scores %d by channel %d, %d alone by %d", c.Package, o.Score, o.Choice.Channel, got, c.Channel)
		}
	}
}

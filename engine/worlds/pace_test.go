package worlds_test

import (
	"testing"

	"backchannel/engine"
	"backchannel/engine/noise"
	"backchannel/engine/policy"
	"backchannel/engine/worlds"
)

// holds is a side that never does anything.
type holds struct{}

func (holds) Decide(_ *engine.World, n engine.Need) (engine.Choice, [2]engine.Reason) {
	return worlds.Silence(n), [2]engine.Reason{}
}

// paced plays worlds at a pace and sums up what struck, the meters at the end
// and the moves made.
func paced(t *testing.T, pace engine.Pace, n int, players func(w *engine.World) [2]worlds.Player) (struck []int, meters []int64, moves int) {
	m := load(t)
	m.Cut.Pace = pace
	w := engine.NewWorld(m, engine.FreeSetup(0))
	w.Audit = &engine.Audit{}
	p := players(w)
	struck, meters = make([]int, len(m.Events)), make([]int64, len(m.Quantities))
	for seed := 0; seed < n; seed++ {
		w.Reset(engine.FreeSetup(uint64(seed)), noise.Free(uint64(seed)))
		worlds.Run(w, p)
		for k := range struck {
			struck[k] += int(w.S.Events[k].Struck)
		}
		for q := range meters {
			meters[q] += w.S.Q[q]
		}
		for _, c := range w.Audit.Choices {
			if k := c.Choice.Kind; k != engine.Hold && k != engine.Answer && k != engine.Promise {
				moves++
			}
		}
	}
	return struck, meters, moves
}

// TestHalfTheLength: with turns of half the length the rules alone give the
// same hazards and meters, and the policies move about as often in a month.
func TestHalfTheLength(t *testing.T) {
	if testing.Short() {
		t.Skip("plays thousands of worlds")
	}
	const n = 1500
	idle := func(*engine.World) [2]worlds.Player { return [2]worlds.Player{holds{}, holds{}} }
	struck, meters, _ := paced(t, engine.PaceWeek, n, idle)
	half, finer, _ := paced(t, engine.PaceHalfWeek, n, idle)
	m := load(t)
	for k := range struck {
		if m.Events[k].Class == engine.Stochastic && struck[k] > 400 && (half[k] < struck[k]*95/100 || half[k] > struck[k]*105/100) {
			t.Errorf("%s: %d at a week, %d at half a week", m.Events[k].ID, struck[k], half[k])
		}
	}
	for q := range meters {
		if d := (finer[q] - meters[q]) / n; !m.Quantities[q].Counter && max(d, -d) > 2*engine.Point {
			t.Errorf("%s: %d at a week, %d at half a week", m.Quantities[q].Name, meters[q]/n, finer[q]/n)
		}
	}
	both := func(w *engine.World) [2]worlds.Player {
		return [2]worlds.Player{policy.New(w, engine.Washington), policy.New(w, engine.Havana)}
	}
	_, _, moves := paced(t, engine.PaceWeek, 400, both)
	_, _, finerMoves := paced(t, engine.PaceHalfWeek, 400, both)
	t.Logf("moves a world: %.1f at a week, %.1f at half a week", float64(moves)/400, float64(finerMoves)/400)
	if finerMoves < moves*90/100 || finerMoves > moves*110/100 {
		t.Errorf("%d moves at a week, %d at half a week", moves, finerMoves)
	}
}

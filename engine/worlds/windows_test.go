package worlds_test

import (
	"testing"

	"backchannel/engine"
	"backchannel/engine/policy"
	"backchannel/engine/worlds"
)

// TestWindows: a move is fresh from the day on which its window opens, ever less,
// until it is made or the theory's days are over; what could always be done never
// is. Freshness adds the theory's score and nothing else (Kingdon 1984).
func TestWindows(t *testing.T) {
	const late = `when = 'elapsed() >= 14'
`
	for _, made := range []bool{false, true} {
		m := atSea(t, "",
			"moved_by = [\"washington\", \"congress\"]\ndays = 28\ngrand = true", "moved_by = [\"washington\"]\ngrand = true\n",
			"[[move]]\nid = \"speech-miami\"", licence[:len(licence)-1]+late+"\n[[move]]\nid = \"speech-miami\"")
		food, speech := moveOf(t, m, "license-food"), moveOf(t, m, "speech-miami")
		w := engine.NewWorld(m, engine.FreeSetup(1))
		mind := policy.New(w, engine.Washington)
		last, opened := int64(0), engine.Day(0)
		for {
			n := w.Next()
			if n.Over {
				break
			}
			c := worlds.Silence(n)
			if n.Side == engine.Washington && n.Stage == engine.StageMove && n.Ordinal == 0 {
				mind.Look(w)
				fresh := mind.O.Fresh[food.Move]
				if mind.O.Fresh[speech.Move] != 0 {
					t.Fatalf("%v: what could always be done is fresh", w.S.Day)
				}
				switch age := w.S.Day - opened; {
				case mind.O.Moves[food.Move] != engine.Legal:
					if fresh != 0 {
						t.Errorf("%v: fresh by %d though it cannot be done", w.S.Day, fresh)
					}
				case opened == 0:
					opened = w.S.Day
					if fresh != 1000 {
						t.Errorf("%v: fresh by %d on its first day", w.S.Day, fresh)
					}
					weighs(t, mind, food)
					if made {
						c = *food
					}
				case fresh >= last && last > 0 || made && fresh > 0 || int64(age) >= m.Theory.Choice.FreshFor && fresh > 0:
					t.Errorf("%v: fresh by %d after %d days", w.S.Day, fresh, age)
				}
				last = fresh
			}
			if why := w.Choose(c, [2]engine.Reason{}); why != engine.Legal {
				t.Fatal(why)
			}
		}
		if opened == 0 {
			t.Fatal("the window never opened")
		}
	}
}

// weighs holds the score of a fresh move against the same without the rule.
func weighs(t *testing.T, mind *policy.Mind, c *engine.Choice) {
	t.Helper()
	rule := &mind.B.Theory.Choice.Fresh
	defer func(was int64) { *rule = was }(*rule)
	*rule = 0
	plain := mind.ScoreOf(c).Score
	*rule = 700
	if got := mind.ScoreOf(c).Score; got != plain+700 {
		t.Errorf("it scores %d, without the rule %d", got, plain)
	}
}

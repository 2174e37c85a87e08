package worlds_test

import (
	"testing"

	"backchannel/engine"
	"backchannel/engine/worlds"
)

// talked is in how many of a thousand worlds of the autumn of 1963 the two come
// to an agenda or beyond while an agency's raids run beside the talks or not,
// with nobody to start or recall them; a raid does its harm or none.
func talked(t *testing.T, runs, harms bool) int {
	m := era(t, "accommodation", "")
	for k := range m.Orders {
		if id := m.Orders[k].ID; id == "sabotage" || id == "large-sabotage" {
			m.OpenWith([]engine.Setting{{Kind: engine.SetOrder, Index: int16(k), Amount: int64(one(runs))}})
			if !harms {
				m.Orders[k].Effects = nil
			}
		}
	}
	for k := range m.Events {
		if h := m.Events[k].Kind; !harms && h >= 0 && m.Theory.Hazards[h].Name == "raid" {
			m.Events[k].Effects = nil
		}
	}
	contact := issueOf(t, m, "contact")
	orders := func(c *engine.Choice) bool { return c.Kind == engine.Order }
	return shareOf(m, 400, func(p [2]worlds.Player) [2]worlds.Player {
		return [2]worlds.Player{without{p[0], orders}, without{p[1], orders}}
	}, func(w *engine.World) bool {
		return m.Headline.Outcomes[w.Outcome()].ID != "shots" && w.S.HiRung[contact] >= 3
	})
}

// TestSabotageBesideTheTalks: a bureaucracy that runs sabotage beside the talks
// sinks them in five worlds of a hundred at least (Allison 1971; the record of
// Flora and the Rex). Where its raids do no harm it sinks none.
func TestSabotageBesideTheTalks(t *testing.T) {
	quiet, raided := talked(t, false, true), talked(t, true, true)
	t.Logf("an agenda in %d of 1,000 worlds, in %d with sabotage beside it", quiet, raided)
	if raided > quiet-50 {
		t.Errorf("an agenda in %d of 1,000 worlds, in %d with sabotage beside it", quiet, raided)
	}
	if a, b := talked(t, false, false), talked(t, true, false); b <= a-50 {
		t.Errorf("without the harm of raids %d and %d", a, b)
	}
}

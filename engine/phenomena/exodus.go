package phenomena

import (
	"slices"

	"backchannel/engine"
	"backchannel/engine/worlds"
)

// exitAt is the pressure to leave at the end of a world in which nobody does
// anything, in thousandths, by hardship and by the legal ways out at the opening.
func (s *Stage) exitAt(hardship int64, visas int, change func(t *engine.Theory)) engine.Milli {
	x := &s.Premises.Exit
	m := s.era(x.Era, x.Cut, change)
	m.SetOpening(engine.QHardship, hardship*engine.Point)
	opensOn(m, ladder(m, x.Ladder), visas)
	return idle(m).S.Q[engine.QExit]
}

// letsGo is in how many of a thousand worlds Havana opens the gate at a pressure
// to leave.
func (s *Stage) letsGo(exit int64, change func(t *engine.Theory)) int64 {
	x := &s.Premises.Weapon
	m := s.era(x.Era, "", change)
	ready(m, x.Move)
	m.SetOpening(engine.QExit, exit*engine.Point)
	gate := ladder(m, x.Ladder)
	return s.share(m, 300, func(w *engine.World) bool { return w.S.HiRung[gate] >= x.Rung })
}

// talksAfter is in how many of a thousand worlds a deal on migration is closed if
// the gate is opened in the second turn, or never by a move of Havana's.
func (s *Stage) talksAfter(x *Release, release bool, change func(t *engine.Theory)) int64 {
	m := s.era(x.Era, "", change)
	ready(m, x.Move)
	gate := ladder(m, x.Gate)
	var about []int8
	for _, id := range x.About {
		about = append(about, ladder(m, id))
	}
	return s.shareOf(m, 300, func(p [2]worlds.Player) [2]worlds.Player {
		p[engine.Havana] = without{p[engine.Havana], func(c *engine.Choice) bool {
			return c.Move >= 0 && m.Moves[c.Move].Kind == engine.Pressure && m.Moves[c.Move].Issue == gate
		}}
		if release {
			p[engine.Havana] = also{p[engine.Havana], scripted{2: x.Move}}
		}
		return p
	}, func(w *engine.World) bool {
		return slices.ContainsFunc(about, func(i int8) bool { return dealt(w, i) })
	})
}

// putToSea is how many put to sea in two weeks, in thousandths, after an
// announcement of Washington's, after what Havana does, after both or neither.
func (s *Stage) putToSea(told, stopped bool, change func(t *engine.Theory, kind int)) engine.Milli {
	x := &s.Premises.Boats
	m := s.era(x.Era, "", as)
	if len(m.Flows) == 0 {
		fail("%s has no flow", m.ID)
	}
	change(&m.Theory, int(m.Flows[0].Kind))
	opensOn(m, ladder(m, x.Ladder), x.Rung)
	ready(m, x.Tells)
	ready(m, x.Stops)
	washington, havana := scripted{}, scripted{}
	if told {
		washington[4] = x.Tells
	}
	if stopped {
		havana[4] = x.Stops
	}
	q := quantity(m, x.Counter)
	return after(m, 12, washington, havana).Q[q] - after(m, 10, washington, havana).Q[q]
}

// asTheyFlow changes nothing.
func asTheyFlow(*engine.Theory, int) {}

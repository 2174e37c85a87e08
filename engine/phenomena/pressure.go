package phenomena

import (
	"backchannel/engine"
	"backchannel/engine/worlds"
)

// squeezed loads the era with the ladder of the embargo at the opening on a rung,
// and with moves that loosen and tighten it at any time.
func (s *Stage) squeezed(rung int, support engine.Milli, change func(t *engine.Theory)) *engine.Model {
	x := &s.Premises.Pressure
	m := s.era(x.Era, "", change)
	opensOn(m, ladder(m, x.Ladder), rung)
	m.SetOpening(engine.QPatron, support)
	ready(m, x.Tightens)
	ready(m, x.Loosens)
	return m
}

// pressed is what tightening does within the turn, in thousandths, at a patron's
// support.
func (s *Stage) pressed(support engine.Milli, change func(t *engine.Theory)) (hardship, patron, hawks engine.Milli) {
	x := &s.Premises.Pressure
	m := s.squeezed(x.From, support, change)
	with, without := after(m, 1, scripted{1: x.Tightens}, nil), after(m, 1, nil, nil)
	gain := func(q int) engine.Milli { return with.Q[q] - without.Q[q] }
	return gain(engine.QHardship), gain(engine.QPatron), gain(engine.QHawksH)
}

// pressedTwice is by how much hardship rises the first time that a ladder is
// tightened and the second.
func (s *Stage) pressedTwice(support engine.Milli, change func(t *engine.Theory)) (first, second engine.Milli) {
	x := &s.Premises.Pressure
	m := s.squeezed(x.Again, support, change)
	m.Cut.Pace, m.Cut.Fixed = engine.PaceWeek, true
	at := func(turn int16, script scripted) engine.Milli {
		return after(m, turn, script, nil).Q[engine.QHardship]
	}
	once := scripted{1: x.Tightens, 25: x.Loosens}
	again := scripted{1: x.Tightens, 25: x.Loosens, 26: x.Tightens}
	return at(1, once) - at(1, nil), at(26, again) - at(26, once)
}

// concedes is in how many of a thousand worlds Havana gives way on what is grand,
// pressed as hard as can be or left alone, from the era's opening or a calm one.
func (s *Stage) concedes(press, calm bool, change func(t *engine.Theory)) int64 {
	x := &s.Premises.Sanctions
	m := s.era(x.Era, "", change)
	mv := ready(m, x.Move)
	for k := range mv.Effects {
		if e := &mv.Effects[k]; e.Index == engine.QHardship {
			e.Amount = 20 * engine.Point
		}
	}
	if calm {
		m.SetOpening(engine.QHardship, 40*engine.Point)
		m.SetOpening(engine.QTension, 30*engine.Point)
	}
	return s.shareOf(m, 400, func(p [2]worlds.Player) [2]worlds.Player {
		if press {
			p[engine.Washington] = also{p[engine.Washington], scripted{1: x.Move}}
		}
		return p
	}, func(w *engine.World) bool { return gaveWay(w, engine.Havana, grand) })
}

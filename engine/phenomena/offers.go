package phenomena

import (
	"backchannel/engine"
	"backchannel/engine/policy"
)

// feeTakes is how many points of acceptance an entry fee takes at most, beside
// the same demand on the agenda. Some types refuse every fee, if noFee says so.
func (s *Stage) feeTakes(noFee bool, change func(t *engine.Theory)) int64 {
	m := s.era(s.Premises.Fee.Era, "", change)
	for k := range m.Sides[engine.Havana].Types {
		ty := &m.Sides[engine.Havana].Types[k]
		ty.NoFee = ty.NoFee && noFee
	}
	note, most := formal(m), int64(0)
	asked(m, func(mind *policy.Mind, _ *engine.World, x pair) {
		p := x.offer()
		agenda := Accepted(mind, note, p)
		p.Ask[0].Fee = true
		most = max(most, agenda-Accepted(mind, note, p))
	})
	return most
}

// formal is the channel that is open at once to formal notes.
func formal(m *engine.Model) int8 {
	for k := range m.Channels {
		if m.Channels[k].OpenAtStart && m.Channels[k].Authority == [2]bool{true, true} {
			return int8(k)
		}
	}
	return -1
}

// linked is how likely each type of Havana's accepts each package of one ask and
// one gift, in hundredths: as it is, or with a word on a third country asked as
// well.
func (s *Stage) linked(asWell bool, change func(t *engine.Theory)) (odds []int64) {
	x := &s.Premises.Linkage
	m := s.era(x.Era, "", change)
	third, line := ladder(m, x.Ladder), channel(m, x.Channel)
	asked(m, func(mind *policy.Mind, w *engine.World, x pair) {
		if x.ask.Issue == third {
			return
		}
		p := x.offer()
		if asWell {
			p.Ask[1], p.NAsk = engine.Term{Issue: third, Rung: w.S.Rungs[third] - 1}, 2
		}
		odds = append(odds, Accepted(mind, line, p))
	})
	return odds
}

func sum(list []int64) (n int64) {
	for _, v := range list {
		n += v
	}
	return n
}

// smallDeals is in how many of a thousand worlds of an era's default cut, with
// little trust on both sides, the sides give way to each other by agreement on
// what is small and technical, and in how many on what is grand; either counts
// the worlds in which one of them gives way on a grand ladder.
func (s *Stage) smallDeals(era string, change func(t *engine.Theory)) (little, large, either int64) {
	m := s.era(era, "", change)
	m.SetOpening(engine.QTrustW, 10*engine.Point)
	m.SetOpening(engine.QTrustH, 10*engine.Point)
	const n = 200
	s.each(m, n, asTheyAre, func(w *engine.World) {
		little += one(gaveWay(w, engine.Washington, small) && gaveWay(w, engine.Havana, small))
		large += one(gaveWay(w, engine.Washington, grand) && gaveWay(w, engine.Havana, grand))
		either += one(gaveWay(w, engine.Washington, grand) || gaveWay(w, engine.Havana, grand))
	})
	played := int64(s.enough(n))
	return little * 1000 / played, large * 1000 / played, either * 1000 / played
}

// ripe is in how many of a thousand worlds both sides give way to each other by
// agreement: where the stalemate hurts both or neither, and where somebody can
// carry an offer or nobody can.
func (s *Stage) ripe(hurts, way bool, change func(t *engine.Theory)) int64 {
	m := s.era(s.Premises.Ripeness.Era, "", change)
	level := 30 * engine.Point
	if hurts {
		level = 75 * engine.Point
	}
	m.SetOpening(engine.QTension, level)
	m.SetOpening(engine.QHardship, level)
	for k := range m.Channels {
		if !way {
			m.Channels[k].Carries = 0
		}
	}
	return s.share(m, 200, settled)
}

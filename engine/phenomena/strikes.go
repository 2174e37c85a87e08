package phenomena

import (
	"slices"

	"backchannel/engine"
	"backchannel/engine/expr"
	"backchannel/engine/noise"
	"backchannel/engine/worlds"
)

// raids is how many times spoilers strike in a thousand worlds in which nobody
// does anything, with so much progress to be seen throughout.
func (s *Stage) raids(progress engine.Milli, change func(t *engine.Theory)) int64 {
	x := &s.Premises.Spoilers
	m := s.era(x.Era, "", change)
	raid := event(m, x.Event)
	m.SetOpening(engine.QProgress, progress)
	for k := range m.Theory.Rests {
		if int(m.Theory.Rests[k].Index) == engine.QProgress {
			m.Theory.Rests[k].Share = 0 // it lasts
		}
	}
	w := engine.NewWorld(m, engine.FreeSetup(0))
	n, played := int64(0), s.enough(1000)
	for seed := range played {
		w.Reset(engine.FreeSetup(seed), noise.Free(seed))
		worlds.Run(w, [2]worlds.Player{holds, holds})
		n += one(w.S.Events[raid].Struck > 0)
	}
	return n * 1000 / int64(played)
}

// talked is in how many of a thousand worlds the two come to an agenda or beyond
// while an agency's raids run beside the talks or not, with nobody to start or
// recall them; a raid does its harm or none.
func (s *Stage) talked(runs, harms bool) int64 {
	x := &s.Premises.Agencies
	m := s.era(x.Era, "", as)
	for k := range m.Orders {
		if slices.Contains(x.Orders, m.Orders[k].ID) {
			m.OpenWith([]engine.Setting{{Kind: engine.SetOrder, Index: int16(k), Amount: one(runs)}})
			if !harms {
				m.Orders[k].Effects = nil
			}
		}
	}
	for k := range m.Events {
		if h := m.Events[k].Kind; !harms && h >= 0 && m.Theory.Hazards[h].Name == x.Hazard {
			m.Events[k].Effects = nil
		}
	}
	talks := ladder(m, x.Talks)
	orders := func(c *engine.Choice) bool { return c.Kind == engine.Order }
	return s.shareOf(m, 400, func(p [2]worlds.Player) [2]worlds.Player {
		return [2]worlds.Player{without{p[0], orders}, without{p[1], orders}}
	}, func(w *engine.World) bool {
		return m.Headline.Outcomes[w.Outcome()].ID != x.But && w.S.HiRung[talks] >= x.Rung
	})
}

// loosened is in how many of a thousand worlds of two sides that trust each other
// a ladder of the President's is moved, by a free President or under a law.
func (s *Stage) loosened(law bool, change func(t *engine.Theory)) int64 {
	x := &s.Premises.Law
	m := s.era(x.Era, "", change)
	i := ladder(m, x.Ladder)
	if m.Issues[i].Law = nil; law {
		m.Issues[i].Law = expr.Always()
	}
	opensOn(m, i, x.From)
	m.SetOpening(engine.QTrustW, 60*engine.Point)
	m.SetOpening(engine.QTrustH, 60*engine.Point)
	return s.share(m, 200, func(w *engine.World) bool { return w.S.HiRung[i] > int8(x.From) })
}

// carried is in how many of a thousand worlds the sides close a deal if every
// channel is trusted so far, carries so many terms, and has authority or none.
func (s *Stage) carried(trusted, carries int8, authority bool, change func(t *engine.Theory)) int64 {
	m := s.era(s.Premises.Lines.Era, "", change)
	for k := range m.Channels {
		c := &m.Channels[k]
		c.Trusted, c.Carries = [2]int8{trusted, trusted}, carries
		c.Authority, c.AuthorityWhen = [2]bool{authority, authority}, [2]*expr.Prog{}
	}
	return s.share(m, 250, struck)
}

// burnt is in how many of a thousand worlds the sides give way to each other by
// agreement if every channel is burned early on, or none is.
func (s *Stage) burnt(burns bool, change func(t *engine.Theory)) int64 {
	x := &s.Premises.Burned
	m := s.era(x.Era, "", change)
	if e := &m.Events[event(m, x.Event)]; burns {
		for k := range m.Channels {
			e.Effects = append(e.Effects, engine.Effect{Kind: engine.SetChannel, Index: int16(k), Amount: engine.Milli(engine.Burned)})
		}
	}
	return s.share(m, 200, settled)
}

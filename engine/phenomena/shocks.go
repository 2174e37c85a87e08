package phenomena

import (
	"backchannel/engine"
	"backchannel/engine/worlds"
)

// dealing plays worlds and gives in how many of a thousand one side makes the
// other an offer on or after a day, and in how many one is accepted.
func (s *Stage) dealing(m *engine.Model, count uint64, day engine.Day) (offered, accepted int64) {
	var offers, deals bool
	s.each(m, count, func(p [2]worlds.Player) [2]worlds.Player {
		for k := range p {
			p[k] = noting{p[k], func(w *engine.World, c *engine.Choice) {
				if w.S.Day >= day {
					offers = offers || c.Kind == engine.Offer
					deals = deals || c.Answer == engine.Accept && offerWaits(w, c.Item)
				}
			}}
		}
		return p
	}, func(*engine.World) {
		offered, accepted = offered+one(offers), accepted+one(deals)
		offers, deals = false, false
	})
	n := int64(s.enough(count))
	return offered * 1000 / n, accepted * 1000 / n
}

func offerWaits(w *engine.World, serial int32) bool {
	for k := range w.S.Items {
		if it := &w.S.Items[k]; it.Status == engine.Waiting && it.Serial == serial {
			return it.Kind == engine.Offer
		}
	}
	return false
}

// afterDeath is how much is dealt after the day on which a President dies, or
// lives.
func (s *Stage) afterDeath(happens bool, change func(t *engine.Theory)) (offered, accepted int64) {
	x := &s.Premises.Death
	return s.shock(x.Era, x.Event, happens, change)
}

// shock is how much is dealt from the day of an event on, which has its effects or
// none.
func (s *Stage) shock(era, id string, happens bool, change func(t *engine.Theory)) (offered, accepted int64) {
	m := s.era(era, "", change)
	e := &m.Events[event(m, id)]
	if !happens {
		e.Effects = nil
	}
	return s.dealing(m, 400, e.On)
}

// afterCollapse is in how many of a thousand worlds a deal is closed after the day
// on which a patron collapses, or does not. No era at hand need have that day:
// another shock is given its effects.
func (s *Stage) afterCollapse(happens bool, change func(t *engine.Theory)) int64 {
	x := &s.Premises.Collapse
	m := s.era(x.Era, "", change)
	e := &m.Events[event(m, x.Event)]
	e.Effects = nil
	if happens {
		e.Effects = []engine.Effect{{Kind: engine.AddQuantity, Index: engine.QPatron, Amount: -80 * engine.Point},
			{Kind: engine.AddQuantity, Index: engine.QHardship, Amount: 40 * engine.Point}}
	}
	_, deals := s.dealing(m, 400, e.On)
	return deals
}

// lostAfterSigning is how often of a thousand a step that an ally has to go along
// with is lost after Havana has signed it and means to keep its word: signed in
// the open or behind the ally's back.
func (s *Stage) lostAfterSigning(secret bool, change func(t *engine.Theory)) int64 {
	x := &s.Premises.Behind
	m := s.era(x.Era, "", change)
	line := int8(-1)
	if secret {
		line = channel(m, x.Channel)
	}
	p := engine.Package{NAsk: 1, Due: 7}
	p.Ask[0] = engine.Term{Issue: ladder(m, x.Ladder), Rung: x.Rung}
	n, cases := int64(0), s.enough(500)
	for seed := range cases {
		n += one(broken(engine.NewWorld(m, engine.FreeSetup(seed)), line, p))
	}
	return n * 1000 / int64(cases)
}

// broken has Washington make an offer, Havana accept it and keep its word, and
// says whether Havana could not.
func broken(w *engine.World, line int8, p engine.Package) bool {
	offered := false
	for {
		n := w.Next()
		c := worlds.Silence(n)
		switch {
		case n.Over:
			fail("%s: the promise never came due", w.M.ID)
		case n.Stage == engine.StagePromise:
			c.Answer = engine.Keep
		case n.Stage == engine.StageAnswer:
			c.Answer = engine.Accept
		case n.Side == engine.Washington && !offered:
			c, offered = engine.Choice{Kind: engine.Offer, Move: -1, Issue: -1, Channel: line, Package: p}, true
		}
		if why := w.Choose(c, [2]engine.Reason{}); why != engine.Legal {
			fail("%s, %v: %s is refused (%d)", w.M.ID, w.S.Day, engine.FormatChoice(w.M, n.Side, c), why)
		}
		if n.Stage == engine.StagePromise {
			return w.S.Denied[engine.Havana] > 0
		}
	}
}

// spoiled is in how many of a thousand worlds Havana does not carry out something
// that it promised, at a patron's support.
func (s *Stage) spoiled(support int64, change func(t *engine.Theory)) int64 {
	x := &s.Premises.Ally
	m := s.era(x.Era, x.Cut, change)
	m.SetOpening(engine.QPatron, support*engine.Point)
	return s.share(m, 200, func(w *engine.World) bool { return w.S.Denied[engine.Havana] > 0 })
}

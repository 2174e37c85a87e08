package tally

import "backchannel/engine"

// Possible says which mechanisms a cut can produce at all, by what its
// scenario holds: no leak where no channel leaks, no ratification where
// nothing needs Congress. A choice that turns out illegal is a fault, not a
// mechanism.
func Possible(m *engine.Model) [engine.MechCount]bool {
	var can [engine.MechCount]bool
	can[engine.Hold] = true
	for k := range m.Moves {
		can[m.Moves[k].Kind] = true
	}
	talk := len(m.Issues) > 0
	can[engine.Offer] = talk
	can[engine.Probe] = can[engine.Probe] || talk && len(m.Channels) > 0
	can[engine.Answer], can[engine.MechCounter] = talk, talk
	t := &m.Theory
	for k := range m.Channels {
		c := &m.Channels[k]
		can[engine.MechLate] = can[engine.MechLate] || talk && t.Messages.Late[c.Fidelity] > 0
		can[engine.MechDistorted] = can[engine.MechDistorted] || talk && c.Carries > 0 && t.Messages.Distort[c.Fidelity] > 0
		can[engine.MechLeak] = can[engine.MechLeak] || talk && t.Messages.Leak[c.Leaks] > 0
	}
	can[engine.MechBurned] = can[engine.MechLeak] && t.Messages.Burn > 0 || burns(m)
	pledges, congress := promises(m)
	can[engine.Promise], can[engine.MechBroken], can[engine.MechRatify] = pledges, pledges, congress
	for k := range m.Moves {
		mv := &m.Moves[k]
		if mv.Order >= 0 && !mv.Run && t.Promises.Agency[m.Orders[mv.Order].Autonomy] > 0 {
			can[engine.MechAgency] = true
		}
	}
	for k := range m.Events {
		if e := &m.Events[k]; e.Class != engine.Exogenous || e.On >= m.Cut.First && e.On <= m.Cut.Last {
			can[engine.MechEvent] = true
		}
	}
	return can
}

// burns says whether a move or an event burns a channel.
func burns(m *engine.Model) bool {
	for k := range m.Moves {
		if burn(m.Moves[k].Effects) {
			return true
		}
	}
	for k := range m.Events {
		if burn(m.Events[k].Effects) {
			return true
		}
	}
	return false
}

func burn(effects []engine.Effect) bool {
	for k := range effects {
		if effects[k].Kind == engine.SetChannel && engine.ChannelStatus(effects[k].Amount) == engine.Burned {
			return true
		}
	}
	return false
}

// promises says whether an issue can end in a promise, and whether one needs
// Congress.
func promises(m *engine.Model) (pledges, congress bool) {
	for k := range m.Issues {
		is := &m.Issues[k]
		if !is.MovedBy[engine.Washington] && !is.MovedBy[engine.Havana] {
			continue
		}
		pledges = pledges || is.Days > 0 || is.Law != nil
		congress = congress || is.Law != nil && is.MovedBy[engine.Washington]
		for rung := range is.Rungs {
			n := is.Needs(int8(rung))
			pledges = pledges || n.Congress || n.Third != ""
			congress = congress || n.Congress && is.MovedBy[engine.Washington]
		}
	}
	return pledges, congress
}

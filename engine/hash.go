package engine

import "backchannel/engine/noise"

// hash chains the state, in canonical order, onto the hash of the turn before.
func (s *State) hash(m *Model, chain uint64) uint64 {
	h := noise.Mix(chain^uint64(s.Day), uint64(s.Turn)<<32|uint64(s.Serial))
	h = noise.Mix(h, uint64(uint8(s.First))<<32|uint64(uint8(s.Leader[0]))<<24|uint64(uint8(s.Leader[1]))<<16|
		uint64(uint8(s.Type[0]))<<8|uint64(uint8(s.Type[1])))
	for i := range m.Quantities {
		h = noise.Mix(h, uint64(s.Q[i]))
		h = noise.Mix(h^uint64(s.Hi[i]), uint64(s.Lo[i]))
	}
	for i := range m.Issues {
		h = noise.Mix(h, pack(s.Rungs[i], s.HiRung[i], s.LoRung[i], s.Bargained[i]))
		h = noise.Mix(h^uint64(s.Withheld[i])<<32, uint64(s.Replaced[i]))
		h = noise.Mix(h, uint64(uint32(s.Agreed[i].Day))<<16|pack(0, 0, int8(s.Agreed[i].By), s.Agreed[i].Rung))
		for side := range s.Beliefs {
			b := &s.Beliefs[side][i]
			h = noise.Mix(h, uint64(uint16(b.Care))<<16|pack(b.Furthest, b.Confidence, s.RungBelief[side][i], s.Rebuffs[side][i].Rung)<<32^uint64(uint8(b.Best))<<8)
			h = noise.Mix(h, uint64(uint32(s.Rebuffs[side][i].Day)))
		}
	}
	h = s.hashLines(m, h)
	for i := range m.Moves {
		h = noise.Mix(h, uint64(uint32(s.LastDone[i]))<<16|uint64(uint16(s.Done[i])))
		h = noise.Mix(h, uint64(uint32(s.Opened[i]))<<1|uint64(truth(s.Open[i])))
	}
	for i := range m.Events {
		e := &s.Events[i]
		h = noise.Mix(h^e.Clock, uint64(uint32(e.Last))<<32|uint64(uint32(e.Passed)))
		h = noise.Mix(h, uint64(uint16(e.Struck))<<32|uint64(uint32(e.Until)))
	}
	h = s.hashFlows(m, h)
	h = s.hashPapers(h)
	return noise.Mix(h, uint64(s.Crossed[0])|uint64(s.Crossed[1])<<16|uint64(s.Failed[0])<<32|uint64(s.Failed[1])<<48)
}

// hashLines is channels and standing orders.
func (s *State) hashLines(m *Model, h uint64) uint64 {
	for i := range m.Channels {
		c := &s.Channels[i]
		h = noise.Mix(h, uint64(uint32(c.LastUse))<<32|pack(int8(c.Status), c.Warmth, 0, 0))
		h = noise.Mix(h, uint64(uint32(c.Until))<<16|uint64(uint16(c.Exchanges)))
	}
	for i := range m.Orders {
		o := &s.Orders[i]
		h = noise.Mix(h, uint64(uint32(o.Since))<<32|uint64(uint32(o.Ends))<<3|uint64(truth(o.Running))<<2|
			uint64(truth(o.Known[0]))<<1|uint64(truth(o.Known[1])))
	}
	return h
}

// hashFlows is what flows, the last days of counters, and crises.
func (s *State) hashFlows(m *Model, h uint64) uint64 {
	for i := range m.Flows {
		h = noise.Mix(h^uint64(s.Flows[i].Rate), uint64(s.Flows[i].Rest))
		h = noise.Mix(h, uint64(s.Flows[i].Gone))
	}
	for i := range m.Series {
		t := &s.Series[i]
		for d := 0; d < SeriesDays; d += 2 {
			h = noise.Mix(h, uint64(uint32(t.Gains[d]))<<32|uint64(uint32(t.Gains[d+1])))
		}
		h = noise.Mix(h^uint64(t.Past), uint64(uint32(t.Peak))<<32|uint64(uint32(t.PeakDay)))
	}
	return noise.Mix(h, uint64(s.Laws)<<16|uint64(s.Crises)<<1|uint64(truth(s.Fast)))
}

// hashPapers is what is under way, what was promised, and the counts.
func (s *State) hashPapers(h uint64) uint64 {
	for i := range s.Items {
		it := &s.Items[i]
		if it.Status == NoItem {
			continue
		}
		h = noise.Mix(h, uint64(it.Serial)<<32|pack(int8(it.Status), int8(it.Kind), int8(it.From), it.Channel))
		h = noise.Mix(h^uint64(uint32(it.Sent)), uint64(uint32(it.Arrives))<<32|uint64(uint32(it.Lapses)))
		h = hashPackage(hashPackage(h, &it.Package), &it.Heard)
		h = noise.Mix(h, pack(it.Issue, int8(truth(it.Changed)), int8(truth(it.Counters)), int8(truth(it.Leaked))))
	}
	for i := range s.Pledges {
		p := &s.Pledges[i]
		if p.Serial == 0 {
			continue
		}
		h = noise.Mix(h, uint64(p.Serial)<<32|pack(int8(p.Debtor), p.Issue, p.Rung, p.From))
		h = noise.Mix(h, uint64(uint32(p.Due))<<32|uint64(uint32(p.Signed))^
			pack(p.Delays, int8(truth(p.Answered)), int8(truth(p.Public)), 0)<<16)
	}
	for side := range s.Kept {
		h = noise.Mix(h, uint64(uint16(s.Kept[side]))<<48|uint64(uint16(s.Denied[side]))<<32|uint64(uint16(s.Accepted[side]))<<16|
			uint64(uint16(s.Refused[side])))
		h = noise.Mix(h, uint64(uint16(s.Asked[side]))<<32|uint64(uint32(s.OwedSince[side])))
		h = noise.Mix(h, uint64(uint32(s.Took[side])))
	}
	return h
}

func hashPackage(h uint64, p *Package) uint64 {
	h = noise.Mix(h, pack(p.NGive, p.NAsk, 0, 0)<<32|uint64(uint16(p.Open))<<16|uint64(uint16(p.Due)))
	for k := 0; k < MaxTerms; k++ {
		g, a := p.Give[k], p.Ask[k]
		h = noise.Mix(h, pack(g.Issue, g.Rung, a.Issue, a.Rung)<<1|uint64(truth(a.Fee)))
	}
	return h
}

func pack(a, b, c, d int8) uint64 {
	return uint64(uint8(a))<<24 | uint64(uint8(b))<<16 | uint64(uint8(c))<<8 | uint64(uint8(d))
}

// markLetters are the letters of a turn's marks.
const markLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// marks is six bits of each quantity and each ladder, so that a replay that
// parts can name what differs.
func (s *State) marks(m *Model) (out [MaxQuantities + MaxIssues]byte) {
	for i := range m.Quantities {
		out[i] = byte(noise.Mix(uint64(s.Q[i])+1, uint64(i)+0x9e37) >> 58)
	}
	for i := range m.Issues {
		out[len(m.Quantities)+i] = byte(noise.Mix(uint64(s.Rungs[i])+1, uint64(i)+0x79b9) >> 58)
	}
	return out
}

// MarkText is a turn's marks, a letter each quantity and then each ladder.
func (t *TurnHash) MarkText(m *Model) string {
	out := make([]byte, len(m.Quantities)+len(m.Issues))
	for i := range out {
		out[i] = markLetters[t.marks[i]&63]
	}
	return string(out)
}

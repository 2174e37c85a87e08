package engine

import "backchannel/engine/noise"

// Prepare computes what a loaded model needs before a world can open: content
// hashes, look-ups and the opening state. It must be called once, by the loader.
func (m *Model) Prepare() {
	for i := range m.reads {
		m.reads[i] = -1
	}
	for i := range m.Issues {
		m.issueHash[i] = noise.HashString("issue " + m.Issues[i].ID)
		if r := m.Issues[i].Reads; r >= 0 {
			m.reads[r] = int8(i)
		}
	}
	for i := range m.Moves {
		m.moveHash[i] = noise.HashString("move " + m.Moves[i].ID)
	}
	for i := range m.Channels {
		m.channelHash[i] = noise.HashString("channel " + m.Channels[i].ID)
	}
	for i := range m.Events {
		m.Events[i].ContentHash = noise.HashString("event " + m.Events[i].ID)
	}
	for side := range m.Sides {
		for i := range m.Sides[side].Types {
			m.typeHash[side][i] = noise.HashString("type " + m.Sides[side].Types[i].ID)
		}
		for g := range m.Sides[side].Goals {
			for k := range m.Sides[side].Goals[g].Parts {
				if p := &m.Sides[side].Goals[g].Parts[k]; p.Test != nil {
					p.reads = p.Test.Refs()
				}
			}
		}
	}
	m.open()
}

// open makes the state in which the cut begins.
func (m *Model) open() {
	s := &m.start
	*s = State{Opening: m.Cut.First, Day: m.Cut.First, First: Havana}
	for i := range m.Quantities {
		s.Q[i] = m.Quantities[i].Start
	}
	s.Q[QCapitalW], s.Q[QCapitalH] = m.Theory.Capital.Start*Point, m.Theory.Capital.Start*Point
	s.Hi, s.Lo = s.Q, s.Q
	for i := range m.Issues {
		s.Rungs[i] = m.Issues[i].Start
	}
	s.HiRung, s.LoRung, s.OpenRung = s.Rungs, s.Rungs, s.Rungs
	for i := range m.Channels {
		c := &s.Channels[i]
		c.Warmth, c.LastUse = m.Channels[i].Warmth, s.Day
		if m.Channels[i].OpenAtStart {
			c.Status = Opened
		}
	}
	for i := range m.Orders {
		o := &s.Orders[i]
		o.Running, o.Since = m.Orders[i].Running, s.Day
		o.Known[Washington], o.Known[Havana] = !m.Orders[i].HiddenFrom[Washington], !m.Orders[i].HiddenFrom[Havana]
	}
	for i := range s.Events {
		s.Events[i].Last, s.kind[i] = -1, -1
		if i < len(m.Events) {
			s.kind[i] = int8(m.Events[i].Kind)
		}
	}
	for side := range m.Sides {
		for i := range m.Issues {
			b := m.Sides[side].Believes[i]
			s.Beliefs[side][i] = BeliefState{Care: int16(b.Care) * 1000, Best: -1, Furthest: b.Furthest, Confidence: b.Confidence}
		}
		s.RungBelief[side] = s.Rungs
		for k, l := range m.Sides[side].Leaders {
			if l.ID == m.Sides[side].StartLeader {
				s.Leader[side] = int8(k)
			}
		}
	}
}

// Content is the content hash of a choice: of its thread, terms and carriage
// together.
func (m *Model) Content(c *Choice) uint64 {
	return noise.Mix(noise.Mix(m.ThreadContent(c), m.TermsContent(&c.Package)), m.CarriageContent(c.Channel))
}

// ThreadContent is the content of a choice's thread: kind of move and issue
// or authored move, not the rungs.
func (m *Model) ThreadContent(c *Choice) uint64 {
	h := noise.Mix(uint64(c.Kind)+0x51ed270b, uint64(c.Answer)+0x2545f491)
	switch {
	case c.Move >= 0:
		return noise.Mix(h, m.moveHash[c.Move])
	case c.Kind == Probe:
		return noise.Mix(h, m.issueHash[c.Issue])
	case c.Kind == Offer:
		return noise.Mix(h, m.issueHash[c.Package.Subject()])
	}
	return h
}

// Subject is the issue that a package is about: its first ask, else its first
// gift.
func (p *Package) Subject() int8 {
	if p.NAsk > 0 {
		return p.Ask[0].Issue
	}
	return p.Give[0].Issue
}

// TermsContent is the content of what a package says.
func (m *Model) TermsContent(p *Package) uint64 {
	h := uint64(0x6a09e667f3bcc909)
	for k := int8(0); k < p.NGive; k++ {
		h = noise.Mix(h^m.issueHash[p.Give[k].Issue], uint64(p.Give[k].Rung)+1)
	}
	for k := int8(0); k < p.NAsk; k++ {
		h = noise.Mix(h^m.issueHash[p.Ask[k].Issue], uint64(p.Ask[k].Rung)+101+uint64(truth(p.Ask[k].Fee))*100)
	}
	return noise.Mix(h^uint64(p.Open), uint64(p.Due)+7)
}

// CarriageContent is the content of a channel, −1 for openly.
func (m *Model) CarriageContent(channel int8) uint64 {
	if channel < 0 {
		return 0x3c6ef372fe94f82b
	}
	return m.channelHash[channel]
}

// SetOpening puts another value at the opening, for tests of single rules.
func (m *Model) SetOpening(q int, value Milli) {
	m.Quantities[q].Start = value
	m.start.Q[q], m.start.Hi[q], m.start.Lo[q] = value, value, value
}

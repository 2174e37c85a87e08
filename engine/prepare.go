package engine

import (
	"backchannel/engine/expr"
	"backchannel/engine/noise"
)

// Prepare computes what a loaded model needs before a world can open: content
// hashes, look-ups and the opening state. It must be called once, by the loader.
func (m *Model) Prepare() {
	for i := range m.reads {
		m.reads[i], m.series[i] = -1, -1
	}
	for k, q := range m.Series {
		m.series[q] = int8(k)
	}
	for k := range m.Flows {
		m.Flows[k].gateIssues = gateIssues(&m.Flows[k])
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
					for _, r := range p.reads {
						if kind := r &^ 0xffff; kind == RefGained || kind == RefMost || kind == RefLeast {
							p.counts = true
						}
					}
				}
			}
		}
	}
	m.list()
	m.open()
}

// list notes what loops of a turn run over.
func (m *Model) list() {
	m.chancy, m.exogenous, m.triggered = nil, nil, nil
	for k := range m.Events {
		e := &m.Events[k]
		if e.Class == Stochastic || e.Class == Exogenous && e.Person {
			m.chancy = append(m.chancy, int16(k))
		}
		switch e.Class {
		case Exogenous:
			m.exogenous = append(m.exogenous, int16(k))
		case Triggered:
			m.triggered = append(m.triggered, int16(k))
		}
	}
	m.own, m.others = [2][]int16{}, [2][MaxMoves]WhyNot{}
	for k := range m.Moves {
		side := m.Moves[k].Side
		m.own[side] = append(m.own[side], int16(k))
		m.others[side.Other()][k] = NotYours
	}
}

// open makes the state in which the cut begins.
func (m *Model) open() {
	s := &m.start
	*s = State{Opening: m.Cut.First, Day: m.Cut.First, Today: m.Cut.First, First: Havana}
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
	for i := range m.Flows {
		s.Flows[i].Rate = m.Flows[i].Start
	}
	m.openSeries()
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

// Before is the model of the days from an era's first to the eve of the cut.
func (m *Model) Before(first Day, pace Pace) *Model {
	early := *m
	early.Cut = Cut{CutInfo: CutInfo{First: first, Last: m.Cut.First - 1}, Pace: pace}
	early.open()
	return &early
}

// OpenFrom lets the cut open from what the record has left: where things stand
// and what has been done. Messages under way are dropped; what is counted since
// the opening begins anew, so do noise, capital, what fades, and beliefs.
func (m *Model) OpenFrom(left *State) {
	fresh := m.start
	s := &m.start
	*s = *left
	s.Opening, s.Day, s.Today, s.Next, s.Turn, s.Over, s.First = fresh.Opening, fresh.Day, fresh.Today, 0, 0, false, fresh.First
	for q := QCapitalW; q <= QPreparedH; q++ {
		if q != QStories {
			s.Q[q] = fresh.Q[q]
		}
	}
	s.Q[QProgress] = fresh.Q[QProgress]
	s.Bargained, s.Kept, s.Denied, s.Accepted, s.Refused, s.Asked = fresh.Bargained, fresh.Kept, fresh.Denied, fresh.Accepted, fresh.Refused, fresh.Asked
	s.Rebuffs, s.Items, s.Beliefs, s.OwedSince, s.Failed = fresh.Rebuffs, fresh.Items, fresh.Beliefs, fresh.OwedSince, fresh.Failed
	s.Fast = false
	for k := range s.Events {
		s.Events[k].Clock, s.Events[k].Passed, s.Events[k].Rate = 0, 0, 0
	}
	for k := range m.Series {
		s.Series[k].Peak, s.Series[k].PeakDay = 0, s.Day
	}
	m.settle()
}

// KeepRecord leaves of the record what lies within the cut.
func (m *Model) KeepRecord() {
	in := func(d Day) bool { return d >= m.Cut.First && d <= m.Cut.Last }
	m.Record.Moves = kept(m.Record.Moves, func(r *RecordMove) bool { return in(r.On) })
	m.Record.Events = kept(m.Record.Events, func(r *RecordEvent) bool { return in(r.On) })
}

func kept[T any](list []T, keep func(*T) bool) []T {
	var out []T
	for k := range list {
		if keep(&list[k]) {
			out = append(out, list[k])
		}
	}
	return out
}

// settle takes the state as it stands for the opening.
func (m *Model) settle() {
	s := &m.start
	for i := range m.Issues {
		if r := m.Issues[i].Reads; r >= 0 {
			s.Rungs[i] = RungAt(m.Issues[i].Rungs, s.Q[r])
		}
	}
	s.Hi, s.Lo = s.Q, s.Q
	s.HiRung, s.LoRung, s.OpenRung = s.Rungs, s.Rungs, s.Rungs
	s.RungBelief[Washington], s.RungBelief[Havana] = s.Rungs, s.Rungs
	for k, q := range m.Series {
		s.Series[k].Past = s.Q[q]
	}
}

// Setting is what a cut says of its opening; the amount is absolute.
type Setting struct {
	Kind   EffectKind
	Side   Side
	Index  int16
	Amount Milli
	Flow   bool // the rate of flow Index
}

// OpenWith puts what the cut says into its opening.
func (m *Model) OpenWith(set []Setting) {
	s := &m.start
	for _, e := range set {
		i := e.Index
		if e.Flow {
			s.Flows[i].Rate = e.Amount
			continue
		}
		switch e.Kind {
		case AddQuantity:
			s.Q[i] = e.Amount
		case SetRung:
			s.Rungs[i] = int8(e.Amount)
		case SetLeader:
			s.Leader[e.Side] = int8(i)
		case SetOrder:
			s.Orders[i].Running, s.Orders[i].Ends = e.Amount != 0, 0
		case SetChannel:
			s.Channels[i].Status, s.Channels[i].LastUse = ChannelStatus(e.Amount), s.Day
		case AddWarmth:
			s.Channels[i].Warmth = int8(e.Amount)
		}
	}
	m.settle()
}

// openSeries fills the last days with what flows carry at the opening.
func (m *Model) openSeries() {
	s := &m.start
	for k, q := range m.Series {
		t := &s.Series[k]
		*t = SeriesState{Past: s.Q[q], PeakDay: s.Day}
		for i := range m.Flows {
			for _, to := range m.Flows[i].Fills {
				if to.Counter == q && to.When == nil {
					for d := range t.Gains {
						t.Gains[d] += int32(s.Flows[i].Rate / Point)
					}
				}
			}
		}
	}
}

// gateIssues are the ladders that say how open a flow's way is.
func gateIssues(f *Flow) (issues []int8) {
	seen := [MaxIssues]bool{}
	progs := []*expr.Prog{f.Gate, f.Pull}
	for k := range f.Fills {
		progs = append(progs, f.Fills[k].When)
	}
	for _, p := range progs {
		if p == nil {
			continue
		}
		for _, r := range p.Refs() {
			if i := int8(r & 0xffff); r&^0xffff == RefRung && !seen[i] {
				seen[i] = true
				issues = append(issues, i)
			}
		}
	}
	return issues
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

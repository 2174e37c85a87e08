package engine

// Foresight says of the conditions among a side's goals what one change alone
// would do to them. A bit stands for a part of a goal, as in Observation.Tests.
type Foresight struct {
	Reads  [MaxIssues]uint16           // conditions that read the issue's rung
	Rungs  [MaxIssues][MaxRungs]uint16 // those of them that would hold on that rung
	Orders [MaxOrders]uint16           // those that would turn if the order were started or stopped
	Done   [MaxMoves]uint16            // those that would turn if the move were made
	Story  uint16                      // those that would turn with one more story
	Flows  [MaxFlows][MaxIssues]FlowAt // what a flow would carry, by the ladders that say how open its way is
}

// FlowAt is how many a day a flow would carry once word has spread, and the
// place among its fills where they would arrive (−1 nowhere), for each rung of a
// ladder. Known says that the ladder matters to the flow.
type FlowAt struct {
	Known  bool
	Target [MaxRungs]Milli
	Fill   [MaxRungs]int8
}

// foresee tries every condition of a side's goals under each change of one
// thing that it reads. The state is as before afterwards.
func (w *World) foresee(side Side, o *Observation) {
	for g := range w.M.Sides[side].Goals {
		parts := w.M.Sides[side].Goals[g].Parts
		for k := range parts {
			p := &parts[k]
			if p.Test == nil {
				continue
			}
			bit := partBit(int8(g), k)
			now := p.Test.True(&w.S)
			if now {
				o.Tests |= bit
			}
			for _, r := range p.reads {
				w.vary(r, p, bit, now, &o.Foresight)
			}
		}
	}
}

// foreseeFlows looks at what each flow would carry on every rung of the ladders
// that it depends on. A hidden ladder stays where the side believes it to be.
func (w *World) foreseeFlows(side Side, o *Observation) {
	s := &w.S
	for k := range w.M.Flows {
		f := &w.M.Flows[k]
		if !f.SeenBy[side] {
			continue
		}
		for _, i := range f.gateIssues {
			if w.M.Issues[i].HiddenFrom[side] {
				continue
			}
			at := &o.Foresight.Flows[k][i]
			at.Known = true
			now := s.Rungs[i]
			for r := range w.M.Issues[i].Rungs {
				s.Rungs[i] = int8(r)
				at.Target[r], at.Fill[r] = w.target(k), w.fillOf(f)
				w.foreseeCounts(side, k, int8(r), i, at.Target[r], o)
			}
			s.Rungs[i] = now
		}
	}
}

// fillOf is the first place where a flow's people would arrive now.
func (w *World) fillOf(f *Flow) int8 {
	for k := range f.Fills {
		if to := &f.Fills[k]; !to.Also && (to.When == nil || to.When.True(&w.S)) {
			return int8(k)
		}
	}
	return -1
}

// foreseeCounts tries the conditions of a side's goals that read the last days
// of what a flow fills, as if it had run at a rate for a month.
func (w *World) foreseeCounts(side Side, flow int, rung, issue int8, rate Milli, o *Observation) {
	f := &w.M.Flows[flow]
	for g := range w.M.Sides[side].Goals {
		parts := w.M.Sides[side].Goals[g].Parts
		for k := range parts {
			p := &parts[k]
			if p.Test == nil || !p.counts {
				continue
			}
			bit := partBit(int8(g), k)
			o.Foresight.Reads[issue] |= bit
			if w.wouldHold(p, f, rate) {
				o.Foresight.Rungs[issue][rung] |= bit
			} else {
				o.Foresight.Rungs[issue][rung] &^= bit
			}
		}
	}
}

// wouldHold evaluates a condition with the last days of a flow's counters put
// to a rate, and puts them back.
func (w *World) wouldHold(p *GoalPart, f *Flow, rate Milli) bool {
	w.past = w.S.Series
	for k := range f.Fills {
		to := &f.Fills[k]
		i := w.M.series[to.Counter]
		if i < 0 {
			continue
		}
		n := int32(rate / Point)
		if to.When != nil && !to.When.True(&w.S) {
			n = 0
		}
		for d := range w.S.Series[i].Gains {
			w.S.Series[i].Gains[d] = n
		}
	}
	holds := p.Test.True(&w.S)
	w.S.Series = w.past
	return holds
}

// vary tries one condition under the changes of one thing.
func (w *World) vary(r Ref, p *GoalPart, bit uint16, now bool, f *Foresight) {
	s, i := &w.S, int(r&0xffff)
	switch r &^ 0xffff {
	case RefRung, RefHighestRung, RefLowestRung:
		f.Reads[i] |= bit
		rung, hi, lo := s.Rungs[i], s.HiRung[i], s.LoRung[i]
		for to := range w.M.Issues[i].Rungs {
			s.Rungs[i], s.HiRung[i], s.LoRung[i] = int8(to), max(hi, int8(to)), min(lo, int8(to))
			if p.Test.True(s) {
				f.Rungs[i][to] |= bit
			}
		}
		s.Rungs[i], s.HiRung[i], s.LoRung[i] = rung, hi, lo
	case RefOrdered:
		s.Orders[i].Running = !s.Orders[i].Running
		if p.Test.True(s) != now {
			f.Orders[i] |= bit
		}
		s.Orders[i].Running = !s.Orders[i].Running
	case RefDone:
		s.Done[i]++
		if p.Test.True(s) != now {
			f.Done[i] |= bit
		}
		s.Done[i]--
	case RefQuantity:
		if i != QStories {
			return
		}
		s.Q[i] += Point
		if p.Test.True(s) != now {
			f.Story |= bit
		}
		s.Q[i] -= Point
	}
}

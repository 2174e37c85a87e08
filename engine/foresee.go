package engine

// Foresight says of the conditions among a side's goals what one change alone
// would do to them. A bit stands for a part of a goal, as in Observation.Tests.
type Foresight struct {
	Reads  [MaxIssues]uint16           // conditions that read the issue's rung
	Rungs  [MaxIssues][MaxRungs]uint16 // those of them that would hold on that rung
	Orders [MaxOrders]uint16           // those that would turn if the order were started or stopped
	Done   [MaxMoves]uint16            // those that would turn if the move were made
	Story  uint16                      // those that would turn with one more story
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

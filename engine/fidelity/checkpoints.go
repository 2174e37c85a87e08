package fidelity

import "backchannel/engine"

// Class says how the forced replay meets a checkpoint.
type Class uint8

// The classes of checkpoints.
const (
	Missed      Class = iota
	SetByRecord       // inside, and recorded moves and events moved it most
	Earned            // inside, and at least half of what moved it is the theory's
	Held              // inside, because little moved it
	ClassCount
)

// ClassNames are the words for classes in results.
var ClassNames = [ClassCount]string{"missed", "forced", "earned", "held"}

// Checkpoint is a sourced value beside the model's.
type Checkpoint struct {
	Index  int // in the model
	Value  int64
	Class  Class
	Frozen bool // the value at the opening would be inside as well
}

// read reads the checkpoints whose day lies before a day, on the world as it
// stands.
func (x *watcher) read(w *engine.World, before engine.Day) {
	m := x.r.Model
	for k := range m.Checkpoints {
		c := &m.Checkpoints[k]
		if c.On >= before || !Asked(m, c) || x.has(k) {
			continue
		}
		p := Checkpoint{Index: k, Value: c.Value.Eval(&w.S), Frozen: Meets(c, w.Opening())}
		if Meets(c, &w.S) {
			p.Class = classOf(c, w)
		}
		x.r.Checkpoints = append(x.r.Checkpoints, p)
	}
}

func (x *watcher) has(index int) bool {
	for _, p := range x.r.Checkpoints {
		if p.Index == index {
			return true
		}
	}
	return false
}

// Meets says whether things stand within a checkpoint's tolerance.
func Meets(c *engine.Checkpoint, s *engine.State) bool {
	off := c.Value.Eval(s)*engine.Point - c.Want
	return max(off, -off) <= c.Tolerance && (c.When == nil || c.When.True(s))
}

// Asked says whether a model's cut has to meet a checkpoint.
func Asked(m *engine.Model, c *engine.Checkpoint) bool {
	return c.On >= m.Cut.First && c.On <= m.Cut.Last && c.Value != nil
}

// classOf asks the ledger what moved the quantities and ladders that a
// checkpoint reads. One that reads only what happened, counts of moves and
// events, is set by the record.
func classOf(c *engine.Checkpoint, w *engine.World) Class {
	var theory, record engine.Milli
	reads := false
	for _, ref := range c.Value.Refs() {
		index, rung, ok := readBy(w.M, ref)
		if !ok {
			continue
		}
		reads = true
		for _, e := range w.Audit.Ledger {
			if e.Day > c.On || e.Rung != rung || int(e.Index) != index {
				continue
			}
			size := max(e.Amount, -e.Amount)
			if ofTheRecord(e.Cause.Rule) {
				record += size
			} else {
				theory += size
			}
		}
	}
	switch {
	case !reads:
		return SetByRecord
	case theory+record == 0:
		return Held
	case theory >= record:
		return Earned
	}
	return SetByRecord
}

// readBy is the quantity or the ladder that an expression reads, also where it
// reads a counter's last days.
func readBy(m *engine.Model, ref engine.Ref) (index int, rung, ok bool) {
	i := int(ref & 0xffff)
	switch ref &^ 0xffff {
	case engine.RefQuantity, engine.RefHighestQ, engine.RefLowestQ:
		return i, false, true
	case engine.RefRung, engine.RefHighestRung, engine.RefLowestRung:
		return i, true, true
	case engine.RefGained, engine.RefMost, engine.RefLeast:
		return int(m.Series[i>>5]), false, true
	case engine.RefPeak, engine.RefPeakDay:
		return int(m.Series[i]), false, true
	}
	return 0, false, false
}

// ofTheRecord says whether a rule only carries out what the record tells: the
// effects that a move, an event or an agreement states.
func ofTheRecord(rule engine.Rule) bool {
	return rule == engine.RuleMove || rule == engine.RuleEvent || rule == engine.RuleDeal || rule == engine.RuleReads
}

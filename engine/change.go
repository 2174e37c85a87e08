package engine

// add changes a quantity within its bounds and says why.
func (w *World) add(q int, amount Milli, c Cause) {
	if amount == 0 {
		return
	}
	s, m := &w.S, &w.M.Quantities[q]
	before := s.Q[q]
	after := max(before+amount, 0)
	if !m.Counter {
		after = min(after, 100*Point)
	}
	if after == before {
		return
	}
	s.Q[q] = after
	s.Hi[q], s.Lo[q] = max(s.Hi[q], after), min(s.Lo[q], after)
	w.entry(Entry{Index: int16(q), Amount: after - before, Cause: c, Standing: after})
	if i := w.M.reads[q]; i >= 0 {
		w.readRung(int(i), c)
	}
}

func (w *World) entry(e Entry) {
	if w.Audit == nil {
		return
	}
	e.Day = max(w.S.Day, w.on)
	w.Audit.Ledger = append(w.Audit.Ledger, e)
}

// readRung sets the rung of an issue that is read from a counter.
func (w *World) readRung(i int, c Cause) {
	is := &w.M.Issues[i]
	c.Rule = RuleReads
	w.noteRung(i, RungAt(is.Rungs, w.S.Q[is.Reads]), c)
}

// RungAt is the rung whose value is nearest to a counter's, of two alike the
// lower.
func RungAt(rungs []Rung, value Milli) int8 {
	best, gap := 0, Milli(1)<<62
	for r := range rungs {
		if d := max(value-rungs[r].At, rungs[r].At-value); d < gap {
			best, gap = r, d
		}
	}
	return int8(best)
}

func (w *World) noteRung(i int, rung int8, c Cause) {
	s := &w.S
	before := s.Rungs[i]
	if before == rung {
		return
	}
	s.Rungs[i] = rung
	s.HiRung[i], s.LoRung[i] = max(s.HiRung[i], rung), min(s.LoRung[i], rung)
	w.entry(Entry{Rung: true, Index: int16(i), Amount: Milli(rung - before), Cause: c, Standing: Milli(rung)})
}

// setRung moves an issue to a rung, through its counter where it reads one.
func (w *World) setRung(i int, rung int8, c Cause) {
	is := &w.M.Issues[i]
	if is.Reads >= 0 {
		w.add(int(is.Reads), is.Rungs[rung].At-w.S.Q[is.Reads], c)
		return
	}
	w.noteRung(i, rung, c)
}

// apply makes the effects of a move or an event.
func (w *World) apply(effects []Effect, c Cause) {
	for k := range effects {
		e := &effects[k]
		if e.When != nil && !e.When.True(&w.S) {
			continue
		}
		w.effect(e, c)
	}
}

func (w *World) effect(e *Effect, c Cause) {
	s, i := &w.S, int(e.Index)
	switch e.Kind {
	case AddQuantity:
		w.add(i, e.Amount, c)
	case SetRung:
		w.setRung(i, int8(e.Amount), c)
		if c.Rule == RuleMove {
			w.takesBack(c.Side, i, int8(e.Amount), Cause{Side: c.Side, Index: int16(i)})
		}
	case ShiftRung:
		top := int8(len(w.M.Issues[i].Rungs) - 1)
		w.setRung(i, min(max(s.Rungs[i]+int8(e.Amount), 0), top), c)
	case SetLeader:
		if s.Leader[e.Side] != int8(i) {
			s.Leader[e.Side], s.Took[e.Side] = int8(i), max(s.Day, w.on)
			w.news(News{Kind: NewsLeader, To: both, Side: e.Side, Index: e.Index})
		}
	case SetOrder:
		w.runOrder(i, e.Amount != 0)
	case SetChannel:
		w.setChannel(i, ChannelStatus(e.Amount))
	case AddWarmth:
		ch := &s.Channels[i]
		ch.Warmth = min(max(ch.Warmth+int8(e.Amount), 0), 4)
	case AddBelief:
		b := &s.Beliefs[e.Side][i]
		b.Care = min(max(b.Care+int16(e.Amount)*1000, 0), 4000)
	}
}

func (w *World) setChannel(i int, status ChannelStatus) {
	ch := &w.S.Channels[i]
	if ch.Status == status {
		return
	}
	ch.Status = status
	ch.LastUse = w.S.Day
	kind := NewsClosed
	switch status {
	case Opened:
		kind = NewsOpened
	case Burned:
		kind = NewsBurned
		ch.Until = w.S.Day + Day(w.M.Theory.Messages.BurnDays)
		ch.Warmth = 0
		w.Seen.Mark(MechBurned)
		w.lose(i)
	}
	w.news(News{Kind: kind, To: both, Index: int16(i)})
}

// lose ends the messages that a burned channel carried.
func (w *World) lose(channel int) {
	for k := range w.S.Items {
		it := &w.S.Items[k]
		if it.Status == NoItem || int(it.Channel) != channel {
			continue
		}
		w.news(News{Kind: NewsLost, To: both, Side: it.From, Item: *it})
		it.Status = NoItem
	}
}

func (w *World) runOrder(i int, run bool) {
	o := &w.S.Orders[i]
	o.Ends = 0
	if o.Running == run {
		return
	}
	o.Running, o.Since = run, w.S.Day
	side := w.M.Orders[i].Side
	w.news(News{Kind: NewsOrder, To: only(side), Side: side, Index: int16(i), Answer: AnswerKind(truth(run))})
}

package engine

// laws notes which ladders a law has taken out of the President's hands: it does
// so for good, whatever becomes of the condition under which it passed (the
// embargo after the Cuban Democracy Act of 1992 and Helms–Burton of 1996).
func (w *World) laws() {
	if w.M.Theory.Home.Law == 0 {
		return
	}
	for i := range w.M.Issues {
		if law := w.M.Issues[i].Law; law != nil && w.S.Laws&(1<<i) == 0 && law.True(&w.S) {
			w.S.Laws |= 1 << i
		}
	}
}

// needs is what a rung needs today: its own needs, and Congress where a law
// holds the ladder.
func (w *World) needs(issue, rung int8) Needs {
	n := w.M.Issues[issue].Needs(rung)
	n.Congress = n.Congress || w.S.Laws&(1<<issue) != 0
	return n
}

// forbidden says whether a side's own order cannot bring a move's rung about: it
// takes an agreement, or, for a step of Washington's towards the other, Congress.
func (w *World) forbidden(side Side, m *Move) bool {
	if m.Rung < 0 {
		return false
	}
	n := w.needs(m.Issue, m.Rung)
	return n.Agreement || n.Congress && side == Washington && m.Kind == Gesture
}

package engine

// runDays lets the days of a turn pass, one by one, so that what happens does
// not depend on how long turns are: couplings, flows, what is dated, hazards. A
// crisis that begins ends the turn on that day, if it quickens the cut's pace.
func (w *World) runDays() {
	s := &w.S
	if w.Audit != nil {
		w.Audit.openDays()
	}
	w.premises()
	for day := s.Day; day < s.Next; day++ {
		s.Today, w.on = day, day
		w.drift()
		w.flow()
		w.ownRules()
		w.dated(day + 1)
		w.strikes(day)
		w.closeDay(day)
		s.Today = day + 1
		if w.crises() && !s.Fast && w.quickens() {
			s.Next = day + 1
		}
	}
	w.on = 0
	w.orderEnds()
	w.slights()
	w.cool()
}

// premises notes which hazards can strike after the turn's moves, and where on
// their clocks they would.
func (w *World) premises() {
	for _, at := range w.M.chancy {
		k := int(at)
		if w.live[k] = w.S.Events[k].Rate != 0 && w.premise(k); w.live[k] {
			w.due[k] = w.point(k)
		}
	}
	w.imposes = w.Given != nil && w.Given.Imposes(w.S.Day, w.S.Next)
}

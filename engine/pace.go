package engine

// OnGrid says whether a turn of the pace may begin on a day.
func (p Pace) OnGrid(day Day) bool {
	_, month, date := day.Civil()
	switch p {
	case PaceHalfWeek:
		return day.Weekday() == 0 || day.Weekday() == 3
	case PaceWeek:
		return day.Weekday() == 0
	case PaceHalfMonth:
		return date == 1 || date == 16
	case PaceMonth:
		return date == 1
	case PaceQuarter:
		return date == 1 && month%3 == 1
	case PaceHalfYear:
		return date == 1 && month%6 == 1
	}
	return true
}

// quickens says whether a crisis can quicken the cut.
func (w *World) quickens() bool {
	return !w.M.Cut.Fixed && w.M.Theory.Pace.InCrisis < w.M.Cut.Pace
}

// turnEnd is the first day of the turn after the one that begins. In a crisis
// turns have the crisis's pace; when it is over they keep it until the next
// line of the slower grid.
func (w *World) turnEnd() Day {
	s, c := &w.S, &w.M.Cut
	on := s.Crises != 0 && w.quickens()
	if !on && (!s.Fast || c.Pace.OnGrid(s.Day)) {
		s.Fast = false
		return c.Pace.next(s.Day, c.Last)
	}
	s.Fast = true
	n := w.M.Theory.Pace.InCrisis.next(s.Day, c.Last)
	if !on {
		n = min(n, c.Pace.next(s.Day, c.Last))
	}
	return n
}

// crises looks at the end of a day which crises begin and which are over; it
// says whether one has begun.
func (w *World) crises() (begun bool) {
	for k := range w.M.Crises {
		c, bit := &w.M.Crises[k], uint8(1)<<k
		switch {
		case w.S.Crises&bit == 0 && c.Begins.True(&w.S):
			w.S.Crises |= bit
			begun = true
		case w.S.Crises&bit != 0 && c.Ends.True(&w.S):
			w.S.Crises &^= bit
		}
	}
	return begun
}

// next is the first day of the turn after the one that holds day, on the
// pace's fixed grid, but not past the day after last.
func (p Pace) next(day, last Day) Day {
	n := day + 1
	switch p {
	case PaceDay:
	case PaceHalfWeek:
		for n.Weekday() != 0 && n.Weekday() != 3 {
			n++
		}
	case PaceWeek:
		n = day + Day(7-day.Weekday())
	case PaceHalfMonth:
		y, m, d := day.Civil()
		if d < 16 {
			n = Date(y, m, 16)
		} else {
			n = firstOf(y, m+1)
		}
	case PaceMonth:
		y, m, _ := day.Civil()
		n = firstOf(y, m+1)
	case PaceQuarter:
		y, m, _ := day.Civil()
		n = firstOf(y, (m-1)/3*3+4)
	case PaceHalfYear:
		y, m, _ := day.Civil()
		n = firstOf(y, (m-1)/6*6+7)
	}
	return min(n, last+1)
}

func firstOf(y, m int) Day {
	for m > 12 {
		y, m = y+1, m-12
	}
	return Date(y, m, 1)
}

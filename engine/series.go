package engine

// serial reads the last days of a counter.
func (s *State) serial(r Ref, i int) int64 {
	switch r &^ 0xffff {
	case RefPeak:
		return int64(s.Series[i].Peak)
	case RefPeakDay:
		return int64(s.Series[i].PeakDay - s.Opening)
	}
	t, days := &s.Series[i>>5], Day(i&31)
	sum, most, least := int64(0), int64(0), int64(1)<<40
	for back := Day(1); back <= days; back++ {
		n := int64(t.Gains[uint32(s.Today-back)%SeriesDays])
		sum, most, least = sum+n, max(most, n), min(least, n)
	}
	switch r &^ 0xffff {
	case RefGained:
		return sum
	case RefMost:
		return most
	case RefLeast:
		return least
	}
	return 0
}

// closeDay books what each counter gained on a day.
func (w *World) closeDay(day Day) {
	s := &w.S
	for k, q := range w.M.Series {
		t := &s.Series[k]
		n := int32(max((s.Q[q]-t.Past)/Point, 0))
		t.Past = s.Q[q]
		t.Gains[uint32(day)%SeriesDays] = n
		if n > t.Peak {
			t.Peak, t.PeakDay = n, day
		}
	}
}

// gainedToday is what a kept counter has gained since the last day's close.
func (w *World) gainedToday(q int16) Milli {
	k := w.M.series[q]
	if k < 0 {
		return 0
	}
	return max(w.S.Q[q]-w.S.Series[k].Past, 0)
}

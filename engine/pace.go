package engine

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

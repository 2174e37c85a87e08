package engine

import "fmt"

// Date is the day of a civil date (proleptic Gregorian; Howard Hinnant's
// days_from_civil).
func Date(y, m, d int) Day { return Day(civilDays(y, m, d) - civilDays(1959, 1, 1)) }

func civilDays(y, m, d int) int {
	if m <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	mp := (m + 9) % 12
	doy := (153*mp+2)/5 + d - 1
	return era*146097 + yoe*365 + yoe/4 - yoe/100 + doy
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// Civil is the civil date of a day.
func (d Day) Civil() (year, month, day int) {
	z := int(d) + civilDays(1959, 1, 1)
	era := floorDiv(z, 146097)
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	day = doy - (153*mp+2)/5 + 1
	month = mp + 3
	if month > 12 {
		month -= 12
	}
	year = yoe + era*400
	if month <= 2 {
		year++
	}
	return year, month, day
}

// Weekday is 0 on Mondays to 6 on Sundays; 1 January 1959 was a Thursday.
func (d Day) Weekday() int { return ((int(d)+3)%7 + 7) % 7 }

// String is the date as files write it: 1963-09-02.
func (d Day) String() string {
	y, m, day := d.Civil()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, day)
}

package engine

import "fmt"

// ParseDay reads a date as files write it, 1963-09-02. It accepts no other
// form and no day that the calendar does not have.
func ParseDay(text string) (Day, error) {
	if len(text) != 10 || text[4] != '-' || text[7] != '-' {
		return 0, fmt.Errorf("%q is not a date such as 2030-12-31", text)
	}
	var parts [3]int
	for k, span := range [3][2]int{{0, 4}, {5, 7}, {8, 10}} {
		for _, c := range []byte(text[span[0]:span[1]]) {
			if c < '0' || c > '9' {
				return 0, fmt.Errorf("%q is not a date such as 2030-12-31", text)
			}
			parts[k] = parts[k]*10 + int(c-'0')
		}
	}
	if parts[1] < 1 || parts[1] > 12 || parts[2] < 1 || parts[2] > 31 {
		return 0, fmt.Errorf("the calendar has no %s", text)
	}
	day := Date(parts[0], parts[1], parts[2])
	if day.String() != text {
		return 0, fmt.Errorf("the calendar has no %s", text)
	}
	return day, nil
}

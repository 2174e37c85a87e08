package engine

import (
	"testing"
	"time"
)

// TestDaysAgreeWithPackageTime goes through every day of five centuries.
func TestDaysAgreeWithPackageTime(t *testing.T) {
	origin := time.Date(1959, 1, 1, 0, 0, 0, 0, time.UTC)
	for d := Day(-100000); d < 100000; d++ {
		want := origin.AddDate(0, 0, int(d))
		y, m, day := d.Civil()
		if y != want.Year() || m != int(want.Month()) || day != want.Day() {
			t.Fatalf("day %d is %d-%d-%d, want %v", d, y, m, day, want)
		}
		if got := Date(y, m, day); got != d {
			t.Fatalf("Date(%d, %d, %d) = %d, want %d", y, m, day, got, d)
		}
		if got, want := d.Weekday(), (int(want.Weekday())+6)%7; got != want {
			t.Fatalf("day %d is weekday %d, want %d", d, got, want)
		}
		text := want.Format(time.DateOnly)
		if d.String() != text {
			t.Fatalf("day %d is written %s, want %s", d, d, text)
		}
		if got, err := ParseDay(text); got != d || err != nil {
			t.Fatalf("ParseDay(%q) = %d, %v, want %d", text, got, err, d)
		}
	}
}

func TestParseDayRefuses(t *testing.T) {
	for _, text := range []string{"", "1963", "1963-9-2", "1963-09-31", "1963-02-29", "1963-13-01", "1963-00-10", "1963-01-00",
		"1963/09/02", "19630902", "1963-09-0x", "-963-09-02", "1963-09-02 ", "１９６３-09"} {
		if d, err := ParseDay(text); err == nil {
			t.Errorf("ParseDay(%q) = %s, want an error", text, d)
		}
	}
	if d, err := ParseDay("1964-02-29"); err != nil || d != Date(1964, 2, 29) {
		t.Errorf("ParseDay(1964-02-29) = %s, %v", d, err)
	}
}

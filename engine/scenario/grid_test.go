package scenario

import (
	"testing"

	"backchannel/engine"
)

func TestGrid(t *testing.T) {
	// From Monday 1 January 1962 to 2 July.
	want := [engine.PaceCount]int{183, 53, 27, 13, 7, 3, 2}
	for pace := range engine.PaceCount {
		n := 0
		for day := engine.Date(1962, 1, 1); day <= engine.Date(1962, 7, 2); day++ {
			if pace.OnGrid(day) {
				n++
			}
		}
		if n != want[pace] {
			t.Errorf("%s: a turn may begin on %d days, want %d", engine.PaceNames[pace], n, want[pace])
		}
	}
}

func TestProblemsAsErrors(t *testing.T) {
	at := place{3, 14}
	r := report{file: "era.toml"}
	r.warn(at, "nothing names the source %q", "x")
	if err := r.list.Err(); err != nil {
		t.Errorf("warnings alone are the error %v", err)
	}
	r.add(at, "unknown key %q", "y")
	problems := r.list.sorted()
	if got, want := problems.Error(), "era.toml:3:14: nothing names the source \"x\"\nera.toml:3:14: unknown key \"y\""; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := problems.Err().Error(), `era.toml:3:14: unknown key "y"`; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := problems.Warnings(); len(got) != 1 || !got[0].Warning {
		t.Errorf("warnings are %v", got)
	}
}

//go:build !headless

package uitest

import (
	"testing"

	"backchannel/game/ui"
)

// Clean fails the test for every fault that the audit finds in what a host
// shows. It needs no display.
func Clean(t testing.TB, h *ui.Host) {
	t.Helper()
	for _, p := range ui.Audit(h.Frame()) {
		t.Error(p)
	}
}

// Click presses the element with an ID and fails the test if it cannot be
// reached.
func Click(t testing.TB, h *ui.Host, id string) ui.Command {
	t.Helper()
	cmd, ok := h.Click(id)
	if !ok {
		t.Fatalf("nothing to click with ID %q; there are %v", id, IDs(h))
	}
	return cmd
}

// IDs lists the elements that can be reached, in the order of the Tab key.
func IDs(h *ui.Host) []string {
	var out []string
	f := h.Frame()
	for _, e := range f.Elements {
		if e.Layer == f.Top {
			out = append(out, e.ID)
		}
	}
	return out
}

// Says lists all texts of the frame.
func Says(h *ui.Host) []string {
	var out []string
	for _, t := range h.Frame().Texts {
		out = append(out, t.Text)
	}
	return out
}

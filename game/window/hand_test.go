//go:build !headless

package window

import (
	"fmt"
	"strings"
	"testing"

	"backchannel/game/ui"
	"backchannel/game/ui/uitest"
)

// TestTheWholeHandShows plays games by the first card and looks whether every
// card of every hand can be seen without scrolling.
func TestTheWholeHandShows(t *testing.T) {
	for _, win := range []struct{ w, h float64 }{{1280, 800}, {1920, 1080}, {2560, 1440}} {
		for _, side := range sides {
			for seed := uint64(1); seed <= 3; seed++ {
				t.Run(fmt.Sprintf("%.0fx%.0f-%v-%d", win.w, win.h, side, seed), func(t *testing.T) {
					h := open(t, side, seed, win.w, win.h, 1)
					uitest.Click(t, h, "start")
					uitest.Click(t, h, "begin")
					for turn := 0; !over(h) && turn < mostTurns; turn++ {
						wholeHand(t, h, turn)
						firstCard(h)
					}
				})
			}
		}
	}
}

func wholeHand(t *testing.T, h *ui.Host, turn int) {
	t.Helper()
	for _, e := range h.Frame().Elements {
		if strings.HasPrefix(e.ID, "card/") && e.Seen != e.Rect {
			t.Errorf("turn %d: %s of %d shows %.0f of %.0f", turn, e.ID, len(h.Scene().(*deskScene).v.Cards), e.Seen.H, e.Rect.H)
		}
	}
}

// firstCard plays the first card, if it can be played, and ends the turn.
func firstCard(h *ui.Host) {
	h.Write("1")
	h.Press(ui.KeyEnter, 0)
	if d, ok := h.Scene().(*deskScene); ok {
		if d.over != nil {
			h.Press(ui.KeyEscape, 0)
		}
		h.Press(ui.KeyEnter, ui.Ctrl)
	}
	h.Press(ui.KeyEnter, 0)
}

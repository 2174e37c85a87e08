//go:build !headless

package ui_test

import (
	"fmt"
	"testing"

	"backchannel/game/ui"
	"backchannel/game/ui/uitest"
)

func TestMain(m *testing.M) { uitest.Main(m) }

var (
	windows = []struct{ w, h, device float64 }{{960, 540, 1}, {1280, 800, 1}, {2560, 1440, 1}}
	pages   = []string{"title", "desk", "composer", "charts", "slip"}
)

// open returns a host in one of the gallery's states: a page with nothing over
// it, or with what the suffix names.
func open(page, over string, w, h, device, scale float64) *ui.Host {
	host := ui.NewHost(newGallery(page), w, h)
	host.Resize(w, h, device)
	host.SetTextScale(scale)
	switch over {
	case "focus":
		for range 3 {
			host.Press(ui.KeyTab, 0)
		}
	case "dialog":
		host.Click("sign")
	case "drawer":
		host.Click("all")
	case "options":
		host.Click("ask")
	}
	return host
}

var states = []struct{ page, over string }{
	{"title", ""}, {"title", "focus"}, {"desk", ""}, {"desk", "focus"}, {"desk", "dialog"}, {"desk", "drawer"},
	{"composer", ""}, {"composer", "focus"}, {"composer", "options"}, {"charts", ""}, {"slip", ""}, {"slip", "focus"},
}

func TestGalleryIsCleanAtEverySizeAndScale(t *testing.T) {
	for _, win := range windows {
		for _, scale := range []float64{0.8, 1, 1.25, 1.5, 2} {
			for _, s := range states {
				t.Run(fmt.Sprintf("%s-%s-%.0fx%.0f-%.0f", s.page, s.over, win.w, win.h, scale*100), func(t *testing.T) {
					uitest.Clean(t, open(s.page, s.over, win.w, win.h, win.device, scale))
				})
			}
		}
	}
}

func TestGalleryPictures(t *testing.T) {
	uitest.NeedDisplay(t)
	for _, win := range windows {
		for _, s := range states {
			if win.w != 1280 && s.over != "" {
				continue
			}
			name := fmt.Sprintf("%s%s-%.0f", s.page, s.over, win.w)
			t.Run(name, func(t *testing.T) { uitest.Golden(t, name, open(s.page, s.over, win.w, win.h, win.device, 1)) })
		}
	}
}

func TestAPictureShowsWhetherTheFocusIsSeen(t *testing.T) {
	uitest.NeedDisplay(t)
	for _, s := range []struct{ page, over string }{{"title", "focus"}, {"desk", "focus"}, {"composer", "focus"}} {
		a := uitest.Picture(t, open(s.page, "", 1280, 800, 1, 1))
		b := uitest.Picture(t, open(s.page, s.over, 1280, 800, 1, 1))
		if _, off := uitest.Differ(a, b); float64(off) < 2*uitest.Share*1280*800 {
			t.Errorf("%s: the focus changes only %d pixels", s.page, off)
		}
	}
}

//go:build !headless

package window

import (
	"testing"

	"backchannel/engine"
	"backchannel/game/ui"
)

// BenchmarkFirstLayout is what stands between the start and the first picture,
// save for opening the window and painting: the model and the laid-out title.
func BenchmarkFirstLayout(b *testing.B) {
	for b.Loop() {
		first, err := First(options(engine.Washington, 1))
		if err != nil {
			b.Fatal(err)
		}
		ui.NewHost(first, 1280, 800).Frame()
	}
}

//go:build !headless

package window

import (
	"testing"

	"backchannel/engine"
	"backchannel/engine/scenario"
	"backchannel/game/ui"
	"backchannel/game/ui/uitest"
	"backchannel/scenarios"
)

func TestMain(m *testing.M) { uitest.Main(m) }

// options are those of a game of the eras that ship.
func options(side engine.Side, seed uint64) Options {
	infos, _ := scenario.List(scenarios.FS)
	return Options{Eras: infos, Side: side, Seed: seed, Era: "accommodation", Model: func(era, cut string) (*engine.Model, error) {
		m, problems := scenario.LoadFS(scenarios.FS, era, cut)
		return m, problems.Err()
	}}
}

// open shows the title in a window of a size.
func open(t testing.TB, side engine.Side, seed uint64, w, h, scale float64) *ui.Host {
	t.Helper()
	first, err := First(options(side, seed))
	if err != nil {
		t.Fatal(err)
	}
	host := ui.NewHost(first, w, h)
	host.SetTextScale(scale)
	return host
}

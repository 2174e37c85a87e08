//go:build headless

// Package window is the game in a window; this build has none.
package window

import (
	"errors"

	"backchannel/engine"
	"backchannel/engine/play"
	"backchannel/engine/scenario"
)

// Options are those of the window; here nothing reads them.
type Options struct {
	Eras          []scenario.Info
	Era           string
	Model         func(era, cut string) (*engine.Model, error)
	LoadLast      func() (*play.Game, error)
	Autosave      func(*play.Game) error
	Game          *play.Game
	Cut           string
	Side          engine.Side
	Seed          uint64
	UnknownFuture bool
	HideHistory   bool
	EveryTurn     bool
	TextScale     float64
	Fullscreen    bool
	Drawn         func()
}

// Run says that there is no window.
func Run(Options) error {
	return errors.New("this program was built without a window (-tags headless)")
}

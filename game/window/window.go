//go:build !headless

// Package window is the game in a window: its scenes, from the title to the
// verdict. It shows what [desk] says in words and lays it out with [ui]; it
// decides no rule and holds no sentence of its own.
//
// Each scene is a [ui.Scene]: title.go, briefing.go, desk.go, cables.go and
// ending.go. What lies over the desk (a card, an answer, the composer, the
// drawer, the commit) is a sheet, one file each.
package window

import (
	"errors"

	"backchannel/engine"
	"backchannel/engine/play"
	"backchannel/engine/scenario"
	"backchannel/game/lab"
	"backchannel/game/lang"
	"backchannel/game/ui"
)

// Options are what the caller knows and the window does not.
type Options struct {
	// Eras are those on offer, in the order of time; Era is the id of the one
	// that the title begins with.
	Eras []scenario.Info
	Era  string
	// Model loads a cut of an era, the default cut if cut is "".
	Model func(era, cut string) (*engine.Model, error)
	// LoadLast opens the newest save; nil where there is none.
	LoadLast func() (*play.Game, error)
	// Autosave keeps the game after each commit; nil keeps nothing. A failure
	// is shown and the game goes on.
	Autosave func(*play.Game) error
	// Game is a play-through to go on with at once; nil opens the title.
	Game *play.Game
	// Theories are the versions of the theory under which the laboratory asks; nil
	// asks under the era's own alone.
	Theories func(*engine.Model) ([]lab.Version, error)
	// Notes keeps what was asked in the laboratory of a game, nil for the record,
	// and says where; nil keeps nothing.
	Notes func(*play.Game, lab.Notebook) (string, error)
	// Recall takes up what was kept of an earlier visit; nil takes up nothing.
	Recall func(*play.Game, *lab.Visit) error
	// Lab opens the laboratory on Game, or, without one, on the record of Era
	// and Cut.
	Lab bool
	// Cut is the cut that the title begins with, "" for the default one.
	Cut string
	// Side is the chair that the title begins with; [engine.NoSide] is
	// Washington's.
	Side engine.Side
	// Seed decides all luck; at least 1.
	Seed uint64
	// UnknownFuture lets shocks of persons come on any day, or never.
	UnknownFuture bool
	// HideHistory keeps what really happened for the verdict.
	HideHistory bool
	// EveryTurn stops also at turns in which nothing needs the player.
	EveryTurn bool
	// TextScale is how large type is, 0.8 to 2; 1 if zero.
	TextScale float64
	// Fullscreen fills the screen.
	Fullscreen bool
	// Drawn, if not nil, is called once the first frame is painted.
	Drawn func()
}

// Run opens the window and plays until it is closed. It must be called from
// the main goroutine.
func Run(opts Options) error {
	first, err := First(opts)
	if err != nil {
		return err
	}
	a := app{c: lang.For("en")}
	return ui.Run(a.t("window.name"), first, ui.Options{TextScale: opts.TextScale, Fullscreen: opts.Fullscreen, Drawn: opts.Drawn})
}

// First is the scene that a window with these options opens with.
func First(opts Options) (ui.Scene, error) {
	a := &app{opts: opts, c: lang.For("en"), scale: opts.TextScale}
	if a.scale == 0 {
		a.scale = 1
	}
	if opts.Game != nil {
		back := resume(a, opts.Game)
		if opts.Lab {
			return visiting(a, opts.Game.W.M, opts.Game, back), nil
		}
		return back, nil
	}
	if opts.Model == nil {
		return nil, errors.New("window: no scenario to play")
	}
	title, err := newTitle(a)
	if err != nil || !opts.Lab {
		return title, err
	}
	return visiting(a, title.m, nil, title), nil
}

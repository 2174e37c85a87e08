package main

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"backchannel/engine"
	"backchannel/engine/expr"
	"backchannel/engine/play"
	"backchannel/game/store"
)

// request is what the command line asks to be played; what it does not say
// the player chooses.
type request struct {
	library       fs.FS
	scenario, cut string
	side          engine.Side // NoSide: not said
	seed          uint64
	seeded        bool
	unknownFuture bool
	hideHistory   bool
	everyTurn     bool
	theories      string // under which the laboratory asks, as whatif has it
	lab           bool   // the laboratory is asked for, not a game

	model *engine.Model // of the scenario that was named, or nil
	game  *play.Game    // begun earlier and saved, or nil
	saves *store.Store
	autos map[*play.Game]*store.Auto // where each game is saved
	saved string                     // name of the last save
}

func (a *app) playCommand() *cobra.Command {
	var r request
	var side, file string
	var text bool
	cmd := &cobra.Command{
		Use:   "play",
		Short: "play a game, in a window or in the terminal",
		Long: `Opens the game in a window. With --text, or where there is no display, it is
played in the terminal; then it says so on standard error.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			var err error
			if r.side, err = sideOf(side); err != nil {
				return err
			}
			if r.seeded = cmd.Flags().Changed("seed"); r.seed > 1<<63-1 {
				return misusef("--seed is %d, at most %d fits into a save", r.seed, uint64(1<<63-1))
			}
			if err := onlyReplay(cmd, file); err != nil {
				return err
			}
			return a.play(r, file, text)
		},
	}
	f := cmd.Flags()
	f.StringVar(&r.scenario, "scenario", "", "the `ID` of the scenario, see list")
	f.StringVar(&side, "side", "", "the `SIDE` that you lead: washington or havana")
	f.Uint64Var(&r.seed, "seed", 0, "the `N` that decides all luck: the same for everyone who plays with it")
	f.BoolVar(&r.unknownFuture, "unknown-future", false, "shocks of persons may come on any day, or never")
	f.BoolVar(&r.hideHistory, "hide-history", false, "tell what really happened only at the end")
	f.BoolVar(&r.everyTurn, "every-turn", false, "stop also at turns in which nothing needs you")
	f.StringVar(&file, "replay", "", "go on from a saved game: a `FILE`, or the name of a save")
	f.BoolVar(&text, "text", false, "play in the terminal")
	cutFlag(cmd, &r.cut)
	return cmd
}

// sideOf reads --side; without it the player chooses.
func sideOf(name string) (engine.Side, error) {
	switch name {
	case "":
		return engine.NoSide, nil
	case "washington":
		return engine.Washington, nil
	case "havana":
		return engine.Havana, nil
	}
	return engine.NoSide, misusef("--side is washington or havana, not %q%s", name, expr.Suggest(name, []string{"washington", "havana"}))
}

// onlyReplay refuses flags that the save itself decides.
func onlyReplay(cmd *cobra.Command, file string) error {
	if file == "" {
		return nil
	}
	for _, name := range []string{"scenario", "cut", "side", "seed", "unknown-future", "every-turn"} {
		if cmd.Flags().Changed(name) {
			return misusef("--%s cannot go with --replay: the save decides it", name)
		}
	}
	return nil
}

func (a *app) play(r request, file string, text bool) error {
	if err := a.prepare(&r, file); err != nil {
		return err
	}
	if open, err := a.inWindow(&r, text); open {
		return err
	}
	return a.playText(&r)
}

// inWindow plays in a window, unless the terminal was asked for; it says whether
// one was open, and, where none could be, that it goes on in the terminal.
func (a *app) inWindow(r *request, text bool) (open bool, err error) {
	if text {
		return false, nil
	}
	why := noWindow()
	if why == nil {
		why = a.openWindow(r)
		if why == nil || r.saved != "" { // it was open
			return true, why
		}
	}
	reason, _, _ := strings.Cut(why.Error(), "\n")
	fmt.Fprintf(a.err, "backchannel: no window: %s; playing in the terminal\n", strings.TrimRight(reason, " :"))
	return false, nil
}

// prepare reads what was named, so that a mistake is told before a window
// opens.
func (a *app) prepare(r *request, file string) (err error) {
	if r.library, err = a.library(); err != nil {
		return err
	}
	r.saves, r.autos = store.Default(validSave), map[*play.Game]*store.Auto{}
	if file != "" {
		r.game, err = a.resume(r, file)
		return err
	}
	if r.scenario == "" && r.cut != "" {
		return misusef("--cut needs --scenario")
	}
	if r.scenario != "" {
		r.model, err = a.load(r.scenario, r.cut)
	}
	return err
}

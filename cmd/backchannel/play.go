package main

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"

	"github.com/spf13/cobra"

	"backchannel/engine"
	"backchannel/engine/expr"
	"backchannel/engine/replay"
	"backchannel/game/store"
)

// request is what the command line asks to be played.
type request struct {
	library       fs.FS
	scenario, cut string // "" leaves it to the player
	side          engine.Side
	seed          uint64
	unknownFuture bool
	resume        *replay.File // a save to go on from, or nil
	saves         *store.Store
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
			switch {
			case !cmd.Flags().Changed("seed"):
				r.seed = 1 + rand.Uint64N(999_999_999)
			case r.seed > 1<<63-1:
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
	f.Uint64Var(&r.seed, "seed", 0, "the `N` that decides all luck (default: a new one)")
	f.BoolVar(&r.unknownFuture, "unknown-future", false, "shocks of persons may come on any day, or never")
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
	for _, name := range []string{"scenario", "cut", "side", "seed", "unknown-future"} {
		if cmd.Flags().Changed(name) {
			return misusef("--%s cannot go with --replay: the save decides it", name)
		}
	}
	return nil
}

func (a *app) play(r request, file string, text bool) error {
	var err error
	if r.library, err = a.library(); err != nil {
		return err
	}
	r.saves = store.Default(validSave)
	if file != "" {
		if r.resume, err = a.saved(r.saves, file); err != nil {
			return err
		}
		r.scenario, r.cut = r.resume.Scenario, r.resume.Cut
	}
	if r.scenario == "" && r.cut != "" {
		return misusef("--cut needs --scenario")
	}
	if r.scenario != "" { // better said before a window opens
		if _, err := a.load(r.scenario, r.cut); err != nil {
			return err
		}
	}
	if !text {
		why := noWindow()
		if why == nil {
			if why = openWindow(r); why == nil {
				return nil
			}
		}
		fmt.Fprintf(a.err, "backchannel: no window: %v; playing in the terminal\n", why)
	}
	return a.playText(r)
}

// validSave says why data is not a saved game.
func validSave(name string, data []byte) error {
	_, err := replay.Decode(name, data)
	return err
}

// saved reads a save by its file or, in the player's own directory, its name.
func (a *app) saved(saves *store.Store, file string) (*replay.File, error) {
	f, err := readReplay(file)
	if errors.Is(err, fs.ErrNotExist) && !strings.ContainsAny(file, `/\`) {
		data, err := saves.Load(strings.TrimSuffix(file, store.Ext))
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("no saved game %q, neither here nor in %s", file, saves.Dir())
		}
		if err != nil {
			return nil, err
		}
		return replay.Decode(file, data)
	}
	if err != nil {
		return nil, fmt.Errorf("saved game: %w", err)
	}
	return f, nil
}

package main

import (
	"encoding/json"
	"fmt"
	"io"
	"runtime/debug"

	"github.com/spf13/cobra"

	"backchannel/engine/expr"
	"backchannel/engine/replay"
)

// app is what all verbs share.
type app struct {
	in        io.Reader
	out, err  io.Writer
	scenarios string // --scenarios, "" for those in the program
	json      bool   // --json, of the verbs that have it
}

func (a *app) rootCommand() *cobra.Command {
	root := a.playCommand()
	root.Use = "backchannel"
	root.Short = "secret diplomacy between Washington and Havana"
	root.Long = `Back Channel is a game and a laboratory of secret diplomacy between
Washington and Havana. Without a verb it opens the game.`
	root.Version = version()
	root.SetVersionTemplate("backchannel {{.Version}}\n")
	root.SilenceErrors, root.SilenceUsage = true, true
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.PersistentFlags().StringVar(&a.scenarios, "scenarios", "", "read theory and scenarios from `DIR` instead of those in the program")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return misuse{err} })
	root.AddCommand(a.playCommand(), a.listCommand(), a.replayCommand(), a.simulateCommand(), a.mergeCommand(), a.historyCommand(), a.fitCommand(), a.whatifCommand(), a.labCommand(), a.reportCommand(), a.checkCommand())
	root.Args = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return nil
		}
		var verbs []string
		for _, c := range cmd.Commands() {
			verbs = append(verbs, c.Name())
		}
		return misusef("unknown verb %q%s", args[0], expr.Suggest(args[0], verbs))
	}
	return root
}

// noArgs refuses arguments.
func noArgs(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return misusef("unexpected argument %q", args[0])
	}
	return nil
}

// jsonFlag gives a verb --json.
func (a *app) jsonFlag(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&a.json, "json", false, "print JSON, for programs")
}

func cutFlag(cmd *cobra.Command, cut *string) {
	cmd.Flags().StringVar(cut, "cut", "", "the `CUT` of the scenario (default: the one that the scenario names)")
}

// printJSON prints a value for programs.
func (a *app) printJSON(v any) error {
	e := json.NewEncoder(a.out)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// version is the module's version and the commit it was built from, and the versions that a
// replay says it was made with.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return fmt.Sprintf("unknown, rules %d, replays %d", replay.Engine, replay.Format)
	}
	text := info.Main.Version
	if text == "" || text == "(devel)" {
		text = "devel"
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			text += " (" + s.Value[:12] + ")"
		}
	}
	return fmt.Sprintf("%s, rules %d, replays %d, %s", text, replay.Engine, replay.Format, info.GoVersion)
}

package main

import (
	"github.com/spf13/cobra"

	"backchannel/engine"
	"backchannel/game/lab"
	"backchannel/game/textplay"
)

func (a *app) labCommand() *cobra.Command {
	var cut, theories string
	var text bool
	cmd := &cobra.Command{
		Use:   "lab FILE|ID",
		Short: "open the laboratory on a saved game that is over, or on history",
		Long: `Opens the laboratory: walk through a game that is over, or through the record,
change one decision, say what you expect, and watch the worlds run. With --text,
or where there is no display, it opens in the terminal.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return misusef("lab needs one file or the id of a scenario")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.lab(args[0], cut, theories, text) },
	}
	cmd.Flags().BoolVar(&text, "text", false, "stay in the terminal")
	cmd.Flags().StringVar(&theories, "theories", "", "a `FILE` of versions of the theory to ask under each, or none (default: the ensemble beside the theory, if there is one)")
	cutFlag(cmd, &cut)
	return cmd
}

func (a *app) lab(name, cut, theories string, text bool) error {
	p, g, err := a.past(name, cut)
	if err != nil {
		return err
	}
	r := request{lab: true, theories: theories}
	if err := a.prepare(&r, ""); err != nil {
		return err
	}
	r.scenario, r.cut, r.model, r.game = p.M.ID, p.M.Cut.ID, p.M, g
	if open, err := a.inWindow(&r, text); open {
		return err
	}
	return textplay.Play(a.in, a.out, textplay.Opts{Past: p, Game: g, Theories: a.theories(&r), Notes: r.notes, Recall: r.recall, Begun: r.save, Saver: r.save})
}

// theories loads those under which the laboratory asks.
func (a *app) theories(r *request) func(*engine.Model) ([]lab.Version, error) {
	return func(base *engine.Model) ([]lab.Version, error) { return a.versions(r.theories, base) }
}

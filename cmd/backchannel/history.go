package main

import (
	"errors"

	"github.com/spf13/cobra"

	"backchannel/game/chronicle"
	"backchannel/game/stats"
)

// historyResult is the JSON of history.
type historyResult struct {
	Eras    map[string]stats.History `json:"eras"` // the whole record, or the cut that was named
	Cuts    map[string]stats.History `json:"cuts"` // by ID/CUT
	Overall stats.History            `json:"overall"`
}

// pageDraws is how many times the judged values are drawn for the page.
const pageDraws = 50

func (a *app) historyCommand() *cobra.Command {
	o := chronicle.Options{Worlds: 100}
	var markdown, held bool
	cmd := &cobra.Command{
		Use:   "history [ID...]",
		Short: "say how faithful the model is to what really happened",
		Long: `Replays the record of each era in four ways. Forced: which of the record's
checkpoints the replay meets, and why. One step: how much weight the policy gave
beforehand to what was really done, and the hazards to what struck, given the
true past. One side free and free: what comes of it where the policy plays one
side, or both. Then what was expected of moves that were not made, beside what
the model says of them. --worlds 0 leaves out all that needs worlds.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, ids []string) error {
			switch {
			case o.Worlds < 0:
				return misusef("--worlds is %d, at least 0 is needed", o.Worlds)
			case o.Jitter < 0:
				return misusef("--jitter is %d, at least 0 is needed", o.Jitter)
			case markdown && a.json:
				return misusef("--markdown does not go with --json")
			}
			if markdown && !cmd.Flags().Changed("jitter") {
				o.Jitter = pageDraws
			}
			if markdown && !cmd.Flags().Changed("held-out") {
				held = true
			}
			return a.history(ids, o, markdown, held)
		},
	}
	f := cmd.Flags()
	f.IntVar(&o.Worlds, "worlds", o.Worlds, "free worlds of each cut, and pairs of worlds of each expectation")
	f.IntVar(&o.Jitter, "jitter", 0, "how many times all judged values of each whole record are drawn a step up or down")
	f.BoolVar(&held, "held-out", false, "weigh each whole record under a theory fitted to the other eras alone (takes minutes)")
	f.BoolVar(&markdown, "markdown", false, "write the page scenarios/FIDELITY.md, weak spots first; with --jitter 50 and --held-out unless they are given")
	cutFlag(cmd, &o.Cut)
	a.jsonFlag(cmd)
	return cmd
}

func (a *app) history(ids []string, o chronicle.Options, markdown, held bool) error {
	fsys, infos, ids, err := a.asked(ids)
	if err != nil {
		return err
	}
	if held {
		o.Library = fsys
	}
	ctx, stop := interruptible()
	defer stop()
	bar := a.progress("cuts", o.Steps(infos, ids))
	o.Progress = bar.add
	b, err := chronicle.Gather(ctx, a.load, infos, ids, o)
	bar.end()
	switch {
	case ctx.Err() != nil:
		return errors.New("interrupted: nothing is printed of figures that are not whole")
	case err != nil:
		return err
	case a.json:
		return a.printJSON(historyOf(b))
	case markdown:
		b.Markdown(a.out)
	default:
		b.Text(a.out)
	}
	return nil
}

func historyOf(b *chronicle.Book) historyResult {
	out := historyResult{Eras: map[string]stats.History{}, Cuts: map[string]stats.History{}, Overall: b.Overall}
	for _, e := range b.Eras {
		out.Eras[e.ID] = e.Pages[0].History
		for _, p := range e.Pages {
			out.Cuts[e.ID+"/"+p.Record.Model.Cut.ID] = p.History
		}
	}
	return out
}

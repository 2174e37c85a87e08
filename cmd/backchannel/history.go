package main

import (
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"backchannel/engine/fidelity"
	"backchannel/engine/scenario"
	"backchannel/game/stats"
)

// historyResult is the JSON of history.
type historyResult struct {
	Eras    map[string]stats.History `json:"eras"`
	Overall stats.History            `json:"overall"`
}

func (a *app) historyCommand() *cobra.Command {
	var cut string
	cmd := &cobra.Command{
		Use:   "history [ID...]",
		Short: "say how faithful the model is to what really happened",
		Long: `Replays the record of each era, choices and events forced, and says how much
weight the policy gave beforehand to what was really done (one step ahead, given
the true past), and which of the record's checkpoints the replay meets.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, ids []string) error { return a.history(ids, cut) },
	}
	cutFlag(cmd, &cut)
	a.jsonFlag(cmd)
	return cmd
}

func (a *app) history(ids []string, cut string) error {
	if len(ids) == 0 {
		fsys, err := a.library()
		if err != nil {
			return err
		}
		infos, problems := scenario.List(fsys)
		if err := problems.Err(); err != nil {
			return err
		}
		for _, info := range infos {
			ids = append(ids, info.ID)
		}
	}
	out := historyResult{Eras: map[string]stats.History{}}
	var all []*fidelity.Record
	for _, id := range ids {
		m, err := a.load(id, cut)
		if err != nil {
			return err
		}
		r := fidelity.Weigh(m)
		all = append(all, r)
		out.Eras[id] = stats.HistoryOf(r)
	}
	out.Overall = stats.HistoryOf(all...)
	if a.json {
		return a.printJSON(out)
	}
	for k, r := range all {
		if k > 0 {
			fmt.Fprintln(a.out)
		}
		a.printHistory(r, out.Eras[ids[k]])
	}
	return nil
}

// printHistory is one era's figures, the weak spots with the strong.
func (a *app) printHistory(r *fidelity.Record, h stats.History) {
	c, p := h.Choices, h.Checkpoints
	fmt.Fprintf(a.out, "%s, %s: the record beside the model\n\n", r.Model.Title, r.Model.Cut.Title)
	fmt.Fprintf(a.out, "When they acted: log score %.3f a turn of a side, over %d; one who knows only how often they act gets %.3f\n", c.When, c.Turns, c.BaseRate)
	fmt.Fprintf(a.out, "What they did:   skill %.2f (90 in 100: %.2f to %.2f) against %q, over %d decisions\n", c.Skill, c.Low, c.High, c.Baseline, c.Active)
	fmt.Fprintf(a.out, "                 first choice in %.0f in 100, among the first three in %.0f, of %.1f threads; %d were not thought of\n", 100*c.Top1, 100*c.Top3, c.Threads, c.NotThought)
	fmt.Fprintf(a.out, "Checkpoints:     %d earned, %d forced, %d held, %d missed; a frozen world meets %d\n", p.Earned, p.Forced, p.Held, p.Missed, p.Frozen)
	fmt.Fprintf(a.out, "Silent:          %d stages of a side have no entry and count as doing nothing\n\n", h.Silent)
	t := tabwriter.NewWriter(a.out, 0, 8, 2, ' ', 0)
	for _, k := range r.Checkpoints {
		m := &r.Model.Checkpoints[k.Index]
		fmt.Fprintf(t, "%s\t%s\tmodel %d\thistory %d\t%s\n", m.On, m.What, k.Value, m.Want/1000, fidelity.ClassNames[k.Class])
	}
	t.Flush()
	for _, u := range h.Unexplained {
		fmt.Fprintf(a.out, "The model cannot explain: %s\n", u)
	}
}

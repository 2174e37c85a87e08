package main

import (
	"cmp"
	"fmt"
	"slices"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"backchannel/engine"
	"backchannel/engine/fidelity"
	"backchannel/engine/scenario"
	"backchannel/game/stats"
)

// historyResult is the JSON of history.
type historyResult struct {
	Eras    map[string]stats.History `json:"eras"` // the whole record, or the cut that was named
	Cuts    map[string]stats.History `json:"cuts"` // by ID/CUT
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
	fsys, err := a.library()
	if err != nil {
		return err
	}
	infos, problems := scenario.List(fsys)
	if err := problems.Err(); err != nil {
		return err
	}
	if len(ids) == 0 {
		for _, info := range infos {
			ids = append(ids, info.ID)
		}
	}
	w := weighed{app: a, infos: infos}
	all, err := w.habits()
	if err != nil {
		return err
	}
	out := historyResult{Eras: map[string]stats.History{}, Cuts: map[string]stats.History{}}
	var pooled []*fidelity.Record
	for k, id := range ids {
		records, err := w.records(id, cut)
		if err != nil {
			return err
		}
		pooled = append(pooled, records[0])
		for j, r := range records {
			h := stats.HistoryOf(all, r)
			if j == 0 {
				out.Eras[id] = h
			}
			out.Cuts[id+"/"+r.Model.Cut.ID] = h
			if !a.json {
				if k+j > 0 {
					fmt.Fprintln(a.out)
				}
				a.printHistory(r, h)
			}
		}
	}
	out.Overall = stats.HistoryOf(all, pooled...)
	if a.json {
		return a.printJSON(out)
	}
	if len(pooled) > 1 {
		fmt.Fprintf(a.out, "\nAll %d eras together\n\n", len(pooled))
		a.printFigures(out.Overall)
	}
	return nil
}

// weighed are the records of the eras, each weighed once.
type weighed struct {
	app   *app
	infos []scenario.Info
	kept  map[string]*fidelity.Record
}

func (w *weighed) record(id, cut string) (*fidelity.Record, error) {
	key := id + "/" + cut
	if r := w.kept[key]; r != nil {
		return r, nil
	}
	m, err := w.app.load(id, cut)
	if err != nil {
		return nil, err
	}
	if w.kept == nil {
		w.kept = map[string]*fidelity.Record{}
	}
	w.kept[key] = fidelity.Weigh(m)
	return w.kept[key], nil
}

// records are an era's whole record and then its other cuts, or one cut.
func (w *weighed) records(id, cut string) ([]*fidelity.Record, error) {
	var out []*fidelity.Record
	cuts := []string{cut}
	if cut == "" {
		cuts = w.cuts(id)
	}
	for _, c := range cuts {
		r, err := w.record(id, c)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

// cuts are the cuts of an era, the longest first.
func (w *weighed) cuts(id string) []string {
	for _, info := range w.infos {
		if info.ID != id {
			continue
		}
		cuts := slices.Clone(info.Cuts)
		slices.SortStableFunc(cuts, func(a, b engine.CutInfo) int { return cmp.Compare(b.Last-b.First, a.Last-a.First) })
		var out []string
		for _, c := range cuts {
			out = append(out, c.ID)
		}
		return out
	}
	return []string{""}
}

// habits are the whole records of all eras.
func (w *weighed) habits() ([]*fidelity.Record, error) {
	var out []*fidelity.Record
	for _, info := range w.infos {
		r, err := w.record(info.ID, w.cuts(info.ID)[0])
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

// printHistory is one era's figures, the weak spots with the strong.
func (a *app) printHistory(r *fidelity.Record, h stats.History) {
	fmt.Fprintf(a.out, "%s, %s: the record beside the model\n\n", r.Model.Title, r.Model.Cut.Title)
	a.printFigures(h)
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

// printFigures is what is counted of one record or of several.
func (a *app) printFigures(h stats.History) {
	c, p := h.Choices, h.Checkpoints
	fmt.Fprintf(a.out, "When they acted: log score %.3f a turn of a side, over %d; one who knows only how often they act gets %.3f\n", c.When, c.Turns, c.BaseRate)
	fmt.Fprintf(a.out, "What they did:   skill %.2f (90 in 100: %.2f to %.2f) against %q, over %d decisions\n", c.Skill, c.Low, c.High, c.Baseline, c.Active)
	fmt.Fprintf(a.out, "                 first choice in %.0f in 100, among the first three in %.0f, of %.1f threads; %d were not thought of\n", 100*c.Top1, 100*c.Top3, c.Threads, c.NotThought)
	e := h.Events
	fmt.Fprintf(a.out, "What struck:     skill %.2f (90 in 100: %.2f to %.2f) against the kind's rate in the other eras, over %d forecasts of thirty days;\n", e.Skill, e.Low, e.High, e.N)
	fmt.Fprintf(a.out, "                 %.1f strikes expected, %d came, %d of them held to be impossible; %d of %d hazards never struck\n", e.Expected, e.Struck, e.Imposed, e.Never, e.Listed)
	fmt.Fprintf(a.out, "Checkpoints:     %d earned, %d forced, %d held, %d missed; a frozen world meets %d\n", p.Earned, p.Forced, p.Held, p.Missed, p.Frozen)
	fmt.Fprintf(a.out, "Silent:          %d stages of a side have no entry and count as doing nothing\n\n", h.Silent)
}

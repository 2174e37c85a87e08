package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"text/tabwriter"

	"github.com/BurntSushi/toml"
	"github.com/spf13/cobra"

	"backchannel/engine"
	"backchannel/game/chronicle"
	"backchannel/game/fit"
)

func (a *app) fitCommand() *cobra.Command {
	var out string
	var sweeps int
	cmd := &cobra.Command{
		Use:   "fit [ID...]",
		Short: "propose parameters of the theory under which the records are foreseen better",
		Long: `Searches the numbers of the theory's tables [choice], [belief] and [means] for
those under which the policy foresees best what was done in the whole records of
the eras: mean log score of acting or holding a turn, and of what was done given
that something was, less a price for the distance from the present values. It
proposes and changes nothing; -o writes the proposal as a file of versions of the
theory, which whatif --theories reads. The same data give the same proposal. It
takes minutes.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, ids []string) error {
			if sweeps < 1 {
				return misusef("--sweeps is %d, at least 1 is needed", sweeps)
			}
			return a.fit(ids, sweeps, out)
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "write the proposal to `FILE`")
	cmd.Flags().IntVar(&sweeps, "sweeps", 1, "how many times the search goes over all parameters")
	return cmd
}

func (a *app) fit(ids []string, sweeps int, out string) error {
	fsys, infos, ids, err := a.asked(ids)
	if err != nil {
		return err
	}
	var eras []*engine.Model
	for _, id := range ids {
		m, err := a.load(id, chronicle.Whole(infos, id))
		if err != nil {
			return err
		}
		eras = append(eras, m)
	}
	p, err := fit.New(fsys, eras, fit.Tables...)
	if err != nil {
		return err
	}
	ctx, stop := interruptible()
	defer stop()
	return a.propose(ctx, p, sweeps, out)
}

// propose searches and prints what was found.
func (a *app) propose(ctx context.Context, p *fit.Problem, sweeps int, out string) error {
	bar := a.progress("parameters", sweeps*len(p.Params))
	r := p.Search(ctx, sweeps, bar.add)
	bar.end()
	if ctx.Err() != nil {
		fmt.Fprintln(a.out, "Interrupted: this is as far as the search came.")
	}
	fmt.Fprintf(a.out, "%d parameters, %d values tried; moving one by half of its size costs %.3f\n\n", len(p.Params), r.Tried, fit.Price)
	t := tabwriter.NewWriter(a.out, 0, 8, 2, ' ', 0)
	fmt.Fprintf(t, "\twhen\twhat\tprice\tin all\n")
	fmt.Fprintf(t, "as it is\t%.4f\t%.4f\t%.4f\t%.4f\n", r.Before.When, r.Before.What, r.Before.Price, r.Before.Total())
	fmt.Fprintf(t, "proposed\t%.4f\t%.4f\t%.4f\t%.4f\n\n", r.After.When, r.After.What, r.After.Price, r.After.Total())
	for k := range p.Params {
		if q := &p.Params[k]; r.Values[k] != q.Now {
			fmt.Fprintf(t, "%s\t%d\t→ %d\n", q.Name(), q.Now, r.Values[k])
		}
	}
	t.Flush()
	if out == "" {
		return nil
	}
	var b bytes.Buffer
	if err := toml.NewEncoder(&b).Encode(p.Proposal(&r)); err != nil {
		return err
	}
	return os.WriteFile(out, b.Bytes(), 0o644)
}

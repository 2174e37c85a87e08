package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/BurntSushi/toml"
	"github.com/spf13/cobra"

	"backchannel/engine"
	"backchannel/engine/expr"
	"backchannel/game/chronicle"
	"backchannel/game/fit"
	"backchannel/game/lab"
)

func (a *app) fitCommand() *cobra.Command {
	var out string
	var sweeps int
	var tables []string
	var around aroundFlags
	cmd := &cobra.Command{
		Use:   "fit [ID...]",
		Short: "propose parameters of the theory under which the records are foreseen better",
		Long: `Searches the numbers of the theory's tables [choice], [belief] and [means] for
those under which the policy foresees best what was done in the whole records of
the eras: mean log score of acting or holding a turn, and of what was done given
that something was, less a price for the distance from the present values. It
proposes and changes nothing; -o writes the proposal as a file of versions of the
theory, which whatif --theories reads.
With --ensemble it searches nothing, but writes the theories round the present one
under each of which whatif asks: every judged parameter moved by up to a step, kept
if each phenomenon that the theory must show keeps its sign and the log score stays.
The same data give the same file. Both take minutes.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, ids []string) error {
			if sweeps < 1 {
				return misusef("--sweeps is %d, at least 1 is needed", sweeps)
			}
			for _, name := range tables {
				if !slices.Contains(fit.Tables, name) {
					return misusef("--tables names %q%s; %s", name, expr.Suggest(name, fit.Tables), strings.Join(fit.Tables, ", "))
				}
			}
			return a.fit(ids, sweeps, tables, out, &around)
		},
	}
	cmd.Flags().StringSliceVar(&tables, "tables", fit.Tables, "the `TABLES` of the theory that are searched")
	cmd.Flags().StringVar(&around.file, "ensemble", "", "write the theories round the present one to `FILE`")
	cmd.Flags().IntVar(&around.versions, "versions", 19, "how many of them")
	cmd.Flags().Uint64Var(&around.seed, "seed", 1, "of their draws")
	cmd.Flags().IntVar(&around.signs, "signs", 50, "how many of a hundred worlds of the phenomena's tests are played for their signs")
	cmd.Flags().StringVarP(&out, "output", "o", "", "write the proposal to `FILE`")
	cmd.Flags().IntVar(&sweeps, "sweeps", 1, "how many times the search goes over all parameters")
	return cmd
}

// aroundFlags say which ensemble is asked for.
type aroundFlags struct {
	file            string
	versions, signs int
	seed            uint64
}

func (f *aroundFlags) check() error {
	switch {
	case f.versions < 1 || f.versions > lab.MostVersions:
		return misusef("--versions is %d; 1 to %d can be had", f.versions, lab.MostVersions)
	case f.signs < 1 || f.signs > 100:
		return misusef("--signs is %d, of a hundred", f.signs)
	}
	return nil
}

func (a *app) fit(ids []string, sweeps int, tables []string, out string, around *aroundFlags) error {
	if err := around.check(); err != nil {
		return err
	}
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
	p, err := fit.New(fsys, eras, tables...)
	if err != nil {
		return err
	}
	ctx, stop := interruptible()
	defer stop()
	if around.file != "" {
		return a.ensemble(ctx, p, around)
	}
	return a.propose(ctx, p, sweeps, out)
}

// ensemble writes the theories round the present one.
func (a *app) ensemble(ctx context.Context, p *fit.Problem, f *aroundFlags) error {
	around := fit.Around{Problem: p, Versions: f.versions, Seed: f.seed, Worlds: f.signs}
	bar := a.progress("versions", f.versions)
	b, err := around.Build(ctx, bar.add)
	bar.end()
	if b != nil {
		for _, l := range b.Lines() {
			fmt.Fprintln(a.out, l)
		}
	}
	if err != nil {
		return err
	}
	return os.WriteFile(f.file, b.Text(), 0o644)
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

package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"backchannel/engine"
	"backchannel/game/tally"
)

func (a *app) simulateCommand() *cobra.Command {
	var id, cut, part string
	var agency bool
	o := tally.FreeOptions(1000, 1)
	cmd := &cobra.Command{
		Use:   "simulate --scenario ID [--worlds N]",
		Short: "let the policies play many worlds, and count what came of them",
		Long: `Both sides are played by the policy, on all cores. The result depends on the
scenario, the first seed and the number of worlds alone. Ctrl-C prints what has
been counted so far: the result of a run of that many worlds.`,
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error {
			switch {
			case id == "":
				return misusef("simulate needs --scenario ID")
			case o.Worlds < 1:
				return misusef("--worlds is %d, at least 1 is needed", o.Worlds)
			}
			return a.simulate(id, cut, part, o, agency)
		},
	}
	f := cmd.Flags()
	f.StringVar(&id, "scenario", "", "the `ID` of the scenario")
	f.IntVar(&o.Worlds, "worlds", o.Worlds, "how many worlds are played")
	f.Uint64Var(&o.Seed, "seed", o.Seed, "the first world's seed; the others follow it")
	f.BoolVar(&o.UnknownFuture, "unknown-future", false, "shocks of persons may come on any day, or never")
	f.BoolVar(&agency, "agency", false, "also how far each side's own play moves the headline (five times the work)")
	shardFlag(cmd, &part)
	cutFlag(cmd, &cut)
	a.jsonFlag(cmd)
	return cmd
}

func (a *app) simulate(id, cut, part string, o tally.Options, agency bool) error {
	m, err := a.load(id, cut)
	if err != nil {
		return err
	}
	seed := o.Seed
	if part != "" {
		s, err := shardOf(part)
		if err != nil {
			return err
		}
		from, n := s.of(o.Worlds)
		o.Seed, o.Worlds = o.Seed+uint64(from), n
	}
	ctx, stop := interruptible()
	defer stop()
	r := a.tally(ctx, m, o, agency)
	r.Seed, r.Shard = seed, part
	if a.json {
		err = a.printJSON(r)
	} else {
		a.printTally(m, &r)
	}
	if err == nil && r.Interrupted {
		err = fmt.Errorf("interrupted; the result is of %d of %d worlds", r.Worlds, o.Worlds)
	}
	return err
}

// tally plays and counts, and shows how far it has come.
func (a *app) tally(ctx context.Context, m *engine.Model, o tally.Options, agency bool) tally.Result {
	runs := 1
	if agency {
		runs = 5
	}
	bar := a.progress("worlds", runs*o.Worlds)
	defer bar.end()
	o.Progress = bar.add
	free := tally.Run(ctx, m, o)
	r := free.Result(m, o.Seed)
	for side := engine.Washington; agency && side <= engine.Havana; side++ {
		for how, chair := range map[string]tally.Chair{"other_goals": tally.OtherGoals, "holds": tally.Holds} {
			set := o
			set.Chairs[side] = chair
			other := tally.Run(ctx, m, set).Counts
			if ctx.Err() != nil {
				r.Interrupted, r.Agency, r.Counts.Agency = true, nil, nil
				return r
			}
			r.Otherwise(m, side, how, &other)
		}
	}
	return r
}

func (a *app) printTally(m *engine.Model, r *tally.Result) {
	fmt.Fprintf(a.out, "%s, %s: %d worlds from seed %d on, %d turns, %.0f a second\n", m.Title, m.Cut.Title, r.Worlds, r.Seed, r.Turns, r.TurnsPerSecond)
	fmt.Fprintf(a.out, "\n%s\n", m.Headline.Question)
	for _, o := range m.Headline.Outcomes {
		mark := ""
		if o.ID == r.Historical {
			mark = " (as in history)"
		}
		a.share(r.Outcomes[o.ID], o.Title+mark)
	}
	fmt.Fprintln(a.out, "\nAlso")
	for _, o := range m.YesNo {
		a.share(r.YesNo[o.ID], o.Title)
	}
	fmt.Fprintln(a.out, "\nIn how many worlds there was")
	for _, name := range engine.MechanismNames {
		if share, ok := r.Mechanisms[name]; ok {
			a.share(share, name)
		}
	}
	fmt.Fprintln(a.out, "\nMean score")
	for side := engine.Washington; side <= engine.Havana; side++ {
		fmt.Fprintf(a.out, "  %5.1f    %s\n", r.Scores[side.String()], m.Sides[side].Name)
	}
	if len(r.Agency) == 0 {
		return
	}
	fmt.Fprintln(a.out, "\nHow far the headline moves")
	for side := engine.Washington; side <= engine.Havana; side++ {
		name, moved := m.Sides[side].Name, r.Agency[side.String()]
		a.share(moved.OtherGoals, name+" pursues its other two goals")
		a.share(moved.Holds, name+" lets everything lie")
	}
}

func (a *app) share(share float64, what string) {
	fmt.Fprintf(a.out, "  %5.1f %%  %s\n", 100*share, what)
}

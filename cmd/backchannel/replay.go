package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"backchannel/engine/replay"
)

// replayed is the JSON of replay.
type replayed struct {
	Name     string `json:"name"` // file or scenario
	Turns    int    `json:"turns"`
	Hash     string `json:"hash"`
	Outcome  string `json:"outcome"` // "" where the play-through is not over
	OK       bool   `json:"ok"`
	Day      string `json:"day,omitempty"` // of the first divergence
	Quantity string `json:"quantity,omitempty"`
	Detail   string `json:"detail,omitempty"`
	Error    string `json:"error,omitempty"` // why it could not be replayed at all
}

func (a *app) replayCommand() *cobra.Command {
	var force bool
	var cut string
	cmd := &cobra.Command{
		Use:   "replay FILE|ID…",
		Short: "replay saved games or the record, and verify every turn",
		Long: `Replays games without a window and compares every choice and the state of
every turn with the file. The id of a scenario replays its record, with the
choices and events of history. The status is 1 at the first difference, which
is named by its day and quantity.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return misusef("replay needs a file or the id of a scenario")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.replay(args, cut, force) },
	}
	cmd.Flags().BoolVar(&force, "force", false, "replay a file made with another scenario, theory or engine, and name what differs first")
	cutFlag(cmd, &cut)
	a.jsonFlag(cmd)
	return cmd
}

func (a *app) replay(names []string, cut string, force bool) error {
	ctx, stop := interruptible()
	defer stop()
	bar := a.progress("replaying", len(names))
	results := []replayed{}
	failed := false
	for _, name := range names {
		if ctx.Err() != nil {
			break
		}
		r := a.replayOne(name, cut, force)
		failed = failed || !r.OK
		results = append(results, r)
		bar.add(1)
	}
	bar.end()
	if err := a.printReplayed(results, len(names) == 1); err != nil {
		return err
	}
	if len(results) < len(names) {
		return fmt.Errorf("interrupted after %d of %d replays", len(results), len(names))
	}
	if failed {
		return errSilent
	}
	return nil
}

// replayOne replays a file, or the record of a scenario.
func (a *app) replayOne(name, cut string, force bool) replayed {
	result, err := a.verify(name, cut, force)
	r := replayed{Name: name, Turns: result.Turns, Hash: fmt.Sprintf("%016x", result.Hash), Outcome: result.Outcome, OK: result.OK && err == nil,
		Day: result.Day, Quantity: result.Quantity, Detail: result.Detail}
	if err != nil {
		r.Error = err.Error()
	}
	return r
}

func (a *app) verify(name, cut string, force bool) (replay.Result, error) {
	f, err := readReplay(name)
	if errors.Is(err, fs.ErrNotExist) && !strings.ContainsAny(name, `./\`) {
		m, err := a.load(name, cut)
		if err != nil {
			return replay.Result{}, err
		}
		return replay.Record(m)
	}
	if err != nil {
		return replay.Result{}, err
	}
	if cut != "" && cut != f.Cut {
		return replay.Result{}, fmt.Errorf("%s is of cut %q, not %q", name, f.Cut, cut)
	}
	m, err := a.load(f.Scenario, f.Cut)
	if err != nil {
		return replay.Result{}, fmt.Errorf("%s: %w", name, err)
	}
	result, err := replay.Verify(m, f, force)
	if err != nil {
		return result, fmt.Errorf("%s: %w", name, err)
	}
	return result, nil
}

// readReplay reads a replay's file.
func readReplay(path string) (*replay.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.IsDir() || info.Size() > replay.MaxSize {
		return nil, fmt.Errorf("%s: no replay: a folder, or more than %d bytes", path, replay.MaxSize)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return replay.Decode(path, data)
}

func (a *app) printReplayed(results []replayed, single bool) error {
	for _, r := range results {
		switch {
		case r.Error != "":
			fmt.Fprintf(a.err, "backchannel: %s\n", r.Error)
		case !r.OK:
			fmt.Fprintf(a.err, "backchannel: %s: parts on %s in %s: %s\n", r.Name, r.Day, r.Quantity, r.Detail)
		case !a.json:
			end := "not over"
			if r.Outcome != "" {
				end = r.Outcome
			}
			fmt.Fprintf(a.out, "%s: ok, %d turns, %s, %s\n", r.Name, r.Turns, end, r.Hash)
		}
	}
	switch {
	case a.json && single && len(results) == 1:
		return a.printJSON(results[0])
	case a.json:
		return a.printJSON(results)
	}
	return nil
}

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/natefinch/atomic"
	"github.com/spf13/cobra"

	"backchannel/game/lang"
	"backchannel/game/report"
)

// reported is what the command line asks of report.
type reported struct{ html, csv, forecasts, whatif string }

func (a *app) reportCommand() *cobra.Command {
	var q reported
	cmd := &cobra.Command{
		Use:   "report FILE…|ID -o OUT.html",
		Short: "write the debrief of saved games as one page to read and print",
		Long: `Writes the debrief of a saved game that is over as one HTML page: what happened
beside history, with charts and their numbers, the score, turning points, lessons
with their evidence, questions, all cables and the sources. Several games are set
side by side. With --whatif the page also holds what was tried in the laboratory; of the
record of an era, named by its id or ID/CUT, it holds that alone. The page needs
no network and no script.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return misusef("report needs a saved game")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.report(args, &q) },
	}
	cmd.Flags().StringVarP(&q.html, "output", "o", "", "write the page to `OUT.html`")
	cmd.Flags().StringVar(&q.csv, "csv", "", "write a row for each game to `OUT.csv`, for a spreadsheet")
	cmd.Flags().StringVar(&q.forecasts, "forecasts", "", "write a row for each forecast of the player, with its reason, to `OUT.csv`")
	cmd.Flags().StringVar(&q.whatif, "whatif", "", "show the results in `FILE.json`, written by whatif --json (of one game)")
	return cmd
}

func (a *app) report(names []string, q *reported) error {
	switch {
	case q.html == "":
		return misusef("report needs -o OUT.html")
	case q.whatif != "" && len(names) > 1:
		return misusef("--whatif goes with one game; there are %d", len(names))
	}
	if err := q.spares(names); err != nil {
		return err
	}
	plays, err := a.plays(names, q.whatif != "")
	if err != nil {
		return err
	}
	var tried []report.Tried
	if q.whatif != "" {
		data, err := os.ReadFile(q.whatif)
		if err != nil {
			return err
		}
		if tried, err = report.ReadTried(q.whatif, data, plays[0]); err != nil {
			return err
		}
	}
	return q.write(plays, tried)
}

// spares refuses to write over a file that is read.
func (q *reported) spares(names []string) error {
	for _, out := range []string{q.html, q.csv, q.forecasts} {
		to, err := os.Stat(out)
		if err != nil {
			continue
		}
		for _, in := range append(names, q.whatif) {
			if from, err := os.Stat(in); err == nil && os.SameFile(from, to) {
				return misusef("%s would be written over", in)
			}
		}
	}
	for _, pair := range [][2]string{{q.html, q.csv}, {q.html, q.forecasts}, {q.csv, q.forecasts}} {
		if pair[1] != "" && filepath.Clean(pair[0]) == filepath.Clean(pair[1]) {
			return misusef("%s would be written twice: two results are the same file", pair[1])
		}
	}
	return nil
}

// plays reads the saves; all that are wrong are named.
func (a *app) plays(names []string, records bool) ([]*report.Play, error) {
	ctx, stop := interruptible()
	defer stop()
	bar := a.progress("reading", len(names))
	defer bar.end()
	var out []*report.Play
	var wrong []error
	for _, name := range names {
		if ctx.Err() != nil {
			return nil, errors.New("interrupted; nothing was written")
		}
		p, err := a.readPlay(name, records)
		if err != nil {
			wrong = append(wrong, err)
		} else {
			out = append(out, p)
		}
		bar.add(1)
	}
	return out, errors.Join(wrong...)
}

// readPlay reads a save, or, for what was asked of it, the record of an era: its
// id, with the cut after a slash where it is not the default one.
func (a *app) readPlay(name string, records bool) (*report.Play, error) {
	f, err := readReplay(name)
	if errors.Is(err, fs.ErrNotExist) && !strings.ContainsAny(name, `.\`) {
		if !records {
			return nil, fmt.Errorf("%s: no such file; report reads saved games, and the record of an era together with --whatif", name)
		}
		id, cut, _ := strings.Cut(name, "/")
		m, err := a.load(id, cut)
		if err != nil {
			return nil, err
		}
		return report.ReadRecord(m, lang.For("en")), nil
	}
	if err != nil {
		return nil, err
	}
	m, err := a.load(f.Scenario, f.Cut)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	p, err := report.Read(strings.TrimSuffix(filepath.Base(name), ".toml"), m, f, lang.For("en"))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return p, nil
}

// write writes the page and the rows, each whole or not at all.
func (q *reported) write(plays []*report.Play, tried []report.Tried) error {
	var page bytes.Buffer
	if err := report.Write(&page, plays, tried); err != nil {
		return err
	}
	for _, sheet := range []struct {
		path  string
		write func(io.Writer, []*report.Play) error
	}{{q.csv, report.WriteCSV}, {q.forecasts, report.WriteForecastsCSV}} {
		if sheet.path == "" {
			continue
		}
		var rows bytes.Buffer
		if err := sheet.write(&rows, plays); err != nil {
			return err
		}
		if err := writeWhole(sheet.path, &rows); err != nil {
			return err
		}
	}
	return writeWhole(q.html, &page)
}

// writeWhole writes a file that others may read.
func writeWhole(path string, data io.Reader) error {
	_, before := os.Stat(path)
	err := atomic.WriteFile(path, data)
	if err == nil && errors.Is(before, fs.ErrNotExist) {
		err = os.Chmod(path, 0o644) // a file of its own begins readable by its owner alone
	}
	return err
}

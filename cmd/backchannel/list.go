package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"backchannel/engine/scenario"
	"backchannel/game/desk"
)

// listedCut and listedEra are the JSON of list.
type listedCut struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Blurb   string `json:"blurb"`
	First   string `json:"first"`
	Last    string `json:"last"`
	Default bool   `json:"default"`
}

type listedEra struct {
	ID    string      `json:"id"`
	Title string      `json:"title"`
	First string      `json:"first"`
	Last  string      `json:"last"`
	Sides []string    `json:"sides"`
	Cuts  []listedCut `json:"cuts"`
}

func (a *app) listCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "list",
		Short: "list the eras and their cuts",
		Args:  noArgs,
		RunE:  func(*cobra.Command, []string) error { return a.list() },
	}
	a.jsonFlag(cmd)
	return cmd
}

func (a *app) list() error {
	fsys, err := a.library()
	if err != nil {
		return err
	}
	infos, problems := scenario.List(fsys)
	eras := []listedEra{}
	for _, info := range infos {
		e := listedEra{ID: info.ID, Title: info.Title, First: info.First.String(), Last: info.Last.String(), Sides: info.Sides, Cuts: []listedCut{}}
		for _, c := range info.Cuts {
			e.Cuts = append(e.Cuts, listedCut{c.ID, c.Title, c.Blurb, c.First.String(), c.Last.String(), c.Default})
		}
		eras = append(eras, e)
	}
	if a.json {
		if err := a.printJSON(eras); err != nil {
			return err
		}
	} else {
		for _, line := range desk.Timeline(spans(infos), 78) {
			fmt.Fprintln(a.out, line)
		}
		a.printEras(eras)
	}
	if err := problems.Err(); err != nil {
		return fmt.Errorf("some scenarios cannot be read: %w", err)
	}
	return nil
}

func (a *app) printEras(eras []listedEra) {
	for _, e := range eras {
		fmt.Fprintf(a.out, "%-16s %s to %s  %s\n", e.ID, e.First, e.Last, e.Title)
		for _, c := range e.Cuts {
			mark := ""
			if c.Default {
				mark = " (default)"
			}
			fmt.Fprintf(a.out, "    --cut %-10s %s to %s  %s%s\n", c.ID, c.First, c.Last, c.Title, mark)
		}
	}
}

// spans are the eras on a timeline.
func spans(infos []scenario.Info) []desk.Span {
	var out []desk.Span
	for _, info := range infos {
		out = append(out, desk.SpanOf(info))
	}
	return out
}

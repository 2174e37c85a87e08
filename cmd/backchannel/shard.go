package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"backchannel/game/tally"
)

// shard is one of several parts of a run, counted from 1.
type shard struct{ index, count int }

// mostShards is how many parts a run can have.
const mostShards = 1_000_000

func shardFlag(cmd *cobra.Command, part *string) {
	cmd.Flags().StringVar(part, "shard", "", "only the `I/N`-th part of the worlds; merge puts the parts together")
}

// shardOf reads "2/8".
func shardOf(text string) (shard, error) {
	i, n, ok := strings.Cut(text, "/")
	index, bad1 := strconv.Atoi(i)
	count, bad2 := strconv.Atoi(n)
	if !ok || bad1 != nil || bad2 != nil || index < 1 || count < index || count > mostShards {
		return shard{}, misusef("--shard is I/N, such as 2/8 for the second of eight parts, not %q", text)
	}
	return shard{index, count}, nil
}

// of is the first of the shard's worlds and how many they are.
func (s shard) of(worlds int) (from, n int) {
	from = worlds * (s.index - 1) / s.count
	return from, worlds*s.index/s.count - from
}

func (a *app) mergeCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "merge FILE...",
		Short: "put the results of shards together",
		Long: `Reads what simulate --shard I/N --json printed, one file a shard, and prints the
JSON of one run of all worlds: the same to the bit, but for its speed.`,
		RunE: func(_ *cobra.Command, files []string) error {
			if len(files) == 0 {
				return misusef("merge needs the files of the shards")
			}
			return a.merge(files)
		},
	}
}

func (a *app) merge(files []string) error {
	var parts []tally.Result
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return fmt.Errorf("merge: %w", err)
		}
		var r tally.Result
		if err := json.Unmarshal(data, &r); err != nil {
			return fmt.Errorf("merge: %s is no result of simulate --json: %w", name, err)
		}
		parts = append(parts, r)
	}
	total, err := tally.Merge(parts)
	if err != nil {
		return fmt.Errorf("merge: %w", err)
	}
	return a.printJSON(total)
}

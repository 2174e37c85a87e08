package main

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"
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
	at := func(k int) int { return int(int64(worlds) * int64(k) / int64(s.count)) }
	from = at(s.index - 1)
	return from, at(s.index) - from
}

// String is the shard as --shard has it.
func (s shard) String() string { return strconv.Itoa(s.index) + "/" + strconv.Itoa(s.count) }

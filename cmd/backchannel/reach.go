package main

import (
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"backchannel/engine"
	"backchannel/engine/scenario"
	"backchannel/game/tally"
)

// How many worlds check --play plays of each cut, and what it takes for a
// dominant card: one that is played in that share of the turns in which it can be.
const (
	freeWorlds    = 300
	randomWorlds  = 150
	dominantShare = 0.7
	dominantTurns = 100
)

// unreached is the JSON of one scenario under check --play: what none of its
// cuts reaches.
type unreached struct {
	Scenario      string   `json:"scenario"`
	Cuts          []string `json:"cuts"`
	NeverLegal    []string `json:"moves_never_legal"`
	NeverMade     []string `json:"moves_never_made"` // not even at random
	Disliked      []string `json:"moves_only_at_random"`
	Dominant      []string `json:"dominant_moves"`
	NeverStruck   []string `json:"events_never_struck"`
	NeverRead     []string `json:"endings_never_read"`
	RecordedRare  []string `json:"recorded_moves_rarely_legal"` // legal in fewer than three times as many turns as they were played in history
	RecordedMoves int      `json:"recorded_moves"`
}

// reach plays every cut of every scenario of a library and says what is never
// reached.
func (a *app) reach(fsys fs.FS) ([]unreached, error) {
	infos, _ := scenario.List(fsys)
	ctx, stop := interruptible()
	defer stop()
	cuts := 0
	for _, info := range infos {
		cuts += len(info.Cuts)
	}
	bar := a.progress("worlds", cuts*(freeWorlds+randomWorlds))
	defer bar.end()
	var out []unreached
	for _, info := range infos {
		u, err := reachOf(ctx, fsys, info, bar.add)
		if err != nil {
			return out, err
		}
		out = append(out, u)
	}
	return out, nil
}

func reachOf(ctx context.Context, fsys fs.FS, info scenario.Info, progress func(int)) (unreached, error) {
	u := unreached{Scenario: info.ID}
	var free, random tally.Reach
	read := map[string]bool{}
	var m *engine.Model
	for _, cut := range info.Cuts {
		var problems scenario.Problems
		if m, problems = scenario.LoadFS(fsys, info.ID, cut.ID); m == nil {
			return u, problems.Err()
		}
		u.Cuts = append(u.Cuts, cut.ID)
		o := tally.FreeOptions(freeWorlds, 1)
		o.Progress = progress
		own := tally.Reached(ctx, m, o)
		o.Worlds, o.Chairs = randomWorlds, [2]tally.Chair{tally.Random, tally.Random}
		wild := tally.Reached(ctx, m, o)
		if ctx.Err() != nil {
			return u, ctx.Err()
		}
		u.dominant(m, &own)
		u.recorded(m, &own)
		for k := range m.Endings {
			read[m.Endings[k].Text] = read[m.Endings[k].Text] || own.Endings[k]+wild.Endings[k] > 0
		}
		free.Add(&own)
		random.Add(&wild)
	}
	u.moves(m, &free, &random)
	for k := range m.Events {
		if free.Struck[k]+random.Struck[k] == 0 {
			u.NeverStruck = append(u.NeverStruck, m.Events[k].ID)
		}
	}
	for text, was := range read {
		if !was {
			u.NeverRead = append(u.NeverRead, text[:min(len(text), 60)]+"…")
		}
	}
	slices.Sort(u.NeverRead)
	return u, nil
}

// moves sorts out the moves that no cut makes.
func (u *unreached) moves(m *engine.Model, free, random *tally.Reach) {
	for k := range m.Moves {
		id := m.Moves[k].Side.String() + " " + m.Moves[k].ID
		switch {
		case free.Legal[k]+random.Legal[k] == 0:
			u.NeverLegal = append(u.NeverLegal, id)
		case free.Made[k]+random.Made[k] == 0:
			u.NeverMade = append(u.NeverMade, id)
		case free.Made[k] == 0:
			u.Disliked = append(u.Disliked, id)
		}
	}
}

// dominant are the moves that are made nearly whenever they can be.
func (u *unreached) dominant(m *engine.Model, free *tally.Reach) {
	for k := range m.Moves {
		if free.Legal[k] >= dominantTurns && float64(free.Made[k]) > dominantShare*float64(free.Legal[k]) {
			u.Dominant = append(u.Dominant, m.Cut.ID+" "+m.Moves[k].Side.String()+" "+m.Moves[k].ID)
		}
	}
}

// recorded looks how often what was really done was possible.
func (u *unreached) recorded(m *engine.Model, free *tally.Reach) {
	played := map[int16]int64{}
	for _, r := range m.Record.Moves {
		if r.Choice.Move >= 0 && r.On >= m.Cut.First && r.On <= m.Cut.Last {
			played[r.Choice.Move]++
		}
	}
	for k := range m.Moves {
		n := played[int16(k)]
		if n == 0 {
			continue
		}
		u.RecordedMoves++
		if free.Legal[k] < 3*n*free.Worlds {
			u.RecordedRare = append(u.RecordedRare, fmt.Sprintf("%s %s %s (%.1f turns a world, played %d)", m.Cut.ID, m.Moves[k].Side, m.Moves[k].ID,
				float64(free.Legal[k])/float64(max(free.Worlds, 1)), n))
		}
	}
}

func (a *app) printReach(all []unreached) {
	for _, u := range all {
		fmt.Fprintf(a.out, "\n%s (%s): %d free worlds and %d at random of each cut\n", u.Scenario, strings.Join(u.Cuts, ", "), freeWorlds, randomWorlds)
		for _, line := range []struct {
			what string
			list []string
		}{
			{"moves never legal", u.NeverLegal}, {"moves never made", u.NeverMade}, {"moves made only at random", u.Disliked},
			{"dominant moves", u.Dominant}, {"events that never struck", u.NeverStruck}, {"endings never read", u.NeverRead},
			{fmt.Sprintf("of %d moves in the cuts' records, rarely legal", u.RecordedMoves), u.RecordedRare},
		} {
			fmt.Fprintf(a.out, "  %s: %d\n", line.what, len(line.list))
			if len(line.list) > 0 {
				fmt.Fprintf(a.out, "    %s\n", strings.Join(line.list, ", "))
			}
		}
	}
}

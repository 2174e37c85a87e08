package main

import (
	"context"
	"fmt"
	"io/fs"
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

// unreached is the JSON of one cut under check --play.
type unreached struct {
	Scenario      string   `json:"scenario"`
	Cut           string   `json:"cut"`
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
		for _, cut := range info.Cuts {
			m, problems := scenario.LoadFS(fsys, info.ID, cut.ID)
			if m == nil {
				return out, problems.Err()
			}
			if u := reachOf(ctx, m, bar.add); ctx.Err() == nil {
				out = append(out, u)
			}
		}
	}
	return out, ctx.Err()
}

func reachOf(ctx context.Context, m *engine.Model, progress func(int)) unreached {
	o := tally.FreeOptions(freeWorlds, 1)
	o.Progress = progress
	free := tally.Reached(ctx, m, o)
	o.Worlds, o.Chairs = randomWorlds, [2]tally.Chair{tally.Random, tally.Random}
	random := tally.Reached(ctx, m, o)
	u := unreached{Scenario: m.ID, Cut: m.Cut.ID}
	for k := range m.Moves {
		id := m.Moves[k].Side.String() + " " + m.Moves[k].ID
		switch legal, made := free.Legal[k], free.Made[k]; {
		case legal+random.Legal[k] == 0:
			u.NeverLegal = append(u.NeverLegal, id)
		case made+random.Made[k] == 0:
			u.NeverMade = append(u.NeverMade, id)
		case made == 0:
			u.Disliked = append(u.Disliked, id)
		case legal >= dominantTurns && float64(made) > dominantShare*float64(legal):
			u.Dominant = append(u.Dominant, id)
		}
	}
	for k := range m.Events {
		e := &m.Events[k]
		outside := e.Class == engine.Exogenous && (e.On < m.Cut.First || e.On > m.Cut.Last)
		if free.Struck[k]+random.Struck[k] == 0 && !outside {
			u.NeverStruck = append(u.NeverStruck, e.ID)
		}
	}
	for k := range m.Endings {
		if e := &m.Endings[k]; free.Endings[k]+random.Endings[k] == 0 {
			u.NeverRead = append(u.NeverRead, fmt.Sprintf("%s %s (%d)", e.Side, m.Headline.Outcomes[e.Outcome].ID, k+1))
		}
	}
	u.recorded(m, &free)
	return u
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
			u.RecordedRare = append(u.RecordedRare, fmt.Sprintf("%s %s (%.1f turns a world, played %d)", m.Moves[k].Side, m.Moves[k].ID,
				float64(free.Legal[k])/float64(max(free.Worlds, 1)), n))
		}
	}
}

func (a *app) printReach(all []unreached) {
	for _, u := range all {
		fmt.Fprintf(a.out, "\n%s, %s: %d free worlds and %d at random\n", u.Scenario, u.Cut, freeWorlds, randomWorlds)
		for _, line := range []struct {
			what string
			list []string
		}{
			{"moves never legal", u.NeverLegal}, {"moves never made", u.NeverMade}, {"moves made only at random", u.Disliked},
			{"dominant moves", u.Dominant}, {"events that never struck", u.NeverStruck}, {"endings never read", u.NeverRead},
			{fmt.Sprintf("of %d recorded moves, rarely legal", u.RecordedMoves), u.RecordedRare},
		} {
			fmt.Fprintf(a.out, "  %s: %d\n", line.what, len(line.list))
			if len(line.list) > 0 {
				fmt.Fprintf(a.out, "    %s\n", strings.Join(line.list, ", "))
			}
		}
	}
}

package replay_test

import (
	"testing"

	"backchannel/engine"
	"backchannel/engine/abduct"
	"backchannel/engine/play"
	"backchannel/engine/replay"
)

// TestBranchOfTheRecord: what really happened, played on from a day, has the
// record's turns up to that day, is saved as a branch, and replays with every
// hash. Another seed is another luck from that day on, and none before.
func TestBranchOfTheRecord(t *testing.T) {
	m := load(t)
	day := abduct.Record(m).Turns[6].Day
	branch := func(seed uint64) *play.Game {
		g := play.New(m, play.Settings{Seed: seed, Side: engine.Havana, Goals: [2]int8{-1, -1}, NoQuiet: true, Branch: play.Branch{From: play.FromRecord, On: day}})
		if g.W.S.Day != day || len(g.W.Audit.Hashes) != 6 {
			t.Fatalf("it opens on %s after %d turns", g.W.S.Day, len(g.W.Audit.Hashes))
		}
		for !g.Over {
			g.Commit()
		}
		return g
	}
	g := branch(7)
	f, err := replay.Decode("branch", replay.Encode(replay.Of(g)))
	if err != nil {
		t.Fatal(err)
	}
	if f.Branch == nil || f.Branch.From != "record" || f.Branch.On != day.String() {
		t.Errorf("it is marked %+v", f.Branch)
	}
	record := abduct.Record(m).Final.Audit
	for k := range 6 {
		if g.W.Audit.Hashes[k].Hash != record.Hashes[k].Hash {
			t.Errorf("turn %d is not the record's", k)
		}
	}
	if res, err := replay.Verify(m, f, false); err != nil || !res.OK || res.Hash != g.W.Audit.Hash {
		t.Errorf("it replays as %+v, %v", res, err)
	}
	if h := branch(8); h.W.Audit.Hashes[5] != g.W.Audit.Hashes[5] || h.W.Audit.Hash == g.W.Audit.Hash {
		t.Error("another seed changes what came before the branch, or nothing after it")
	}
	f.Turns[2].Hash = "0123456789abcdef"
	if res, _ := replay.Verify(m, f, false); res.OK || res.Day != f.Turns[2].Day {
		t.Errorf("a changed turn of the record verifies: %+v", res)
	}
	f.Branch.From = "nowhere"
	if _, err := replay.Decode("branch", replay.Encode(f)); err == nil {
		t.Error("a branch from nowhere is read")
	}
}

// TestBranchOfAGame: a game turned back to a day is the same game up to there
// with the same luck after, and is marked.
func TestBranchOfAGame(t *testing.T) {
	m := load(t)
	g := play.New(m, play.Settings{Seed: 3, Side: engine.Washington, Goals: [2]int8{-1, -1}, NoQuiet: true})
	for !g.Over {
		if c := g.Hand(); len(c) > 0 {
			g.Plan(c[0].Choice)
		}
		g.Commit()
	}
	day := g.W.Audit.Hashes[7].Day
	open, err := replay.Turned(g, dayOf(g, 8))
	if err != nil {
		t.Fatalf("no turn after %s: %v", day, err)
	}
	if _, err := replay.Turned(g, dayOf(g, 8)+1); err == nil {
		t.Error("a day on which no turn begins is turned back to")
	}
	for k := range 8 {
		if open.W.Audit.Hashes[k] != g.W.Audit.Hashes[k] {
			t.Fatalf("turn %d is another", k)
		}
	}
	f := replay.Of(open)
	if f.Branch == nil || f.Branch.From != "game" {
		t.Errorf("it is marked %+v", f.Branch)
	}
	if again, err := replay.Open(m, f); err != nil || again.W.S.Day != open.W.S.Day || again.Settings.Branch != open.Settings.Branch {
		t.Errorf("it opens again as %+v, %v", again.Settings, err)
	}
}

// dayOf is the first day of a turn of a game.
func dayOf(g *play.Game, turn int) engine.Day {
	last := g.W.Audit.Hashes[turn-1].Day
	for _, c := range g.W.Audit.Choices {
		if c.Day > last {
			return c.Day
		}
	}
	return 0
}

package replay_test

import (
	"testing"

	"backchannel/engine"
	"backchannel/engine/play"
	"backchannel/engine/record"
	"backchannel/engine/replay"
	"backchannel/engine/scenario"
	"backchannel/scenarios"
)

func load(t testing.TB) *engine.Model {
	t.Helper()
	m, problems := scenario.LoadFS(scenarios.FS, "accommodation", "")
	if m == nil {
		t.Fatalf("loading the era: %v", problems)
	}
	return m
}

// TestRecordReplays: the record, forced, is the same twice, ends as history
// did, and says what the model cannot explain.
func TestRecordReplays(t *testing.T) {
	m := load(t)
	a, b := record.Force(m), record.Force(m)
	if a.World.Audit.Hash != b.World.Audit.Hash {
		t.Fatal("two replays of the record differ")
	}
	if got := a.World.Outcome(); int8(got) != m.Headline.Historical {
		t.Errorf("the record ends at %q", m.Headline.Outcomes[got].ID)
	}
	for _, u := range a.Unexplained {
		t.Logf("not explained: %s", u)
	}
	if len(a.Unexplained) > len(m.Record.Moves)/10 {
		t.Errorf("%d of %d entries are not legal", len(a.Unexplained), len(m.Record.Moves))
	}
}

// TestSavedGameGoesOn: a game saved in the middle, read again, stands at the
// same desk and ends the same as the game that was never saved.
func TestSavedGameGoesOn(t *testing.T) {
	m := load(t)
	for side := engine.Washington; side <= engine.Havana; side++ {
		for seed := uint64(1); seed <= 10; seed++ {
			set := play.Settings{Seed: seed, Side: side, Goals: [2]int8{-1, -1}}
			g := play.New(m, set)
			for turn := 0; turn < 5 && !g.Over; turn++ {
				playHand(g, int(seed)+turn)
			}
			f, err := replay.Decode("save", replay.Encode(replay.Of(g)))
			if err != nil {
				t.Fatal(err)
			}
			h, err := replay.Open(m, f)
			if err != nil {
				t.Fatalf("seed %d, %v: %v", seed, side, err)
			}
			for turn := 0; !g.Over; turn++ {
				playHand(g, turn)
				playHand(h, turn)
			}
			if !h.Over || g.W.Audit.Hash != h.W.Audit.Hash {
				t.Fatalf("seed %d, %v: the game ends with %016x, loaded with %016x", seed, side, g.W.Audit.Hash, h.W.Audit.Hash)
			}
			res, err := replay.Verify(m, replay.Of(g), false)
			if err != nil || !res.OK {
				t.Fatalf("seed %d, %v: %+v, %v", seed, side, res, err)
			}
		}
	}
}

// playHand plays a card of the hand and commits.
func playHand(g *play.Game, k int) {
	if hand := g.Hand(); len(hand) > 0 {
		g.Plan(hand[k%len(hand)].Choice)
	}
	g.Commit()
}

// TestDivergenceIsNamed: a file whose choice or hash was changed is told by day.
func TestDivergenceIsNamed(t *testing.T) {
	m := load(t)
	g := play.New(m, play.Settings{Seed: 4, Goals: [2]int8{-1, -1}})
	for !g.Over {
		playHand(g, 1)
	}
	f := replay.Of(g)
	f.Turns[3].Hash = "00000000deadbeef"
	marks := []byte(f.Turns[3].Marks)
	marks[0] ^= 1
	f.Turns[3].Marks = string(marks)
	res, err := replay.Verify(m, f, false)
	if err != nil {
		t.Fatal(err)
	}
	if res.OK || res.Day != f.Turns[3].Day || res.Quantity != "tension" {
		t.Errorf("got %+v, want the day %s and tension", res, f.Turns[3].Day)
	}
	f.TheoryHash = "0000000000000000"
	if _, err := replay.Verify(m, f, false); err == nil {
		t.Error("a replay of another theory was not refused")
	}
}

// FuzzDecode: no bytes make the reader panic or hang, and what it reads can be
// verified without a panic.
func FuzzDecode(f *testing.F) {
	m := load(f)
	g := play.New(m, play.Settings{Seed: 4, Goals: [2]int8{-1, -1}})
	playHand(g, 0)
	f.Add(replay.Encode(replay.Of(g)))
	f.Add(replay.Encode(replay.Of(foretelling(m, engine.Washington, 1, 2))))
	f.Add([]byte("backchannel = 1\nside = \"havana\"\n[[turn]]\nhash = \"0000000000000000\"\nforecasts = [\"event riot 20\", \"offer #1 100\"]\n"))
	f.Add([]byte("backchannel = 1\nside = \"havana\"\n[[turn]]\nhash = \"0000000000000000\"\nforecasts = [\"event riot 20\", \"offer #1 100\"]\nreasons = [\"\", \"the Swiss are slow\"]\n"))
	f.Add([]byte("backchannel = 1\nside = \"havana\"\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := replay.Decode("x", data)
		if err != nil {
			return
		}
		_, _ = replay.Verify(m, file, true)
	})
}

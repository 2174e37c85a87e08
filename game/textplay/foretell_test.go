package textplay_test

import (
	"strings"
	"testing"

	"backchannel/engine"
	"backchannel/engine/play"
	"backchannel/engine/replay"
	"backchannel/game/textplay"
)

// TestForetelling: what brews and what is planned is listed, foretold, changed,
// taken back and refused; the debrief scores it.
func TestForetelling(t *testing.T) {
	var last *play.Game
	in := &script{
		first: []string{"ab", "f", "f 1 60", "f 1 61", "f", "f 99 5", "f x", "f 1 101", "f 1 x", "f 1", "f 1 -", "f 1 25%", "q", "9", "1", "", "f", "f 3 80", "f 2 0", "hand", "f", "n", "f 2 50", "f 1 10"},
		again: []string{"2", "r", "k", "f 1 40", "f 2 60", "f 3 35", "f 4 70", "n", "n"},
	}
	text := run(t, in, textplay.Opts{Side: engine.Washington, Chosen: true, Seed: 7, Seeded: true, Saver: func(g *play.Game) error { last = g; return nil }})
	clean(t, text)
	flat := strings.Join(strings.Fields(text), " ")
	for _, want := range []string{"WHAT YOU CAN FORETELL", "you say 60 in 100. You can change it", "you say 61 in 100", "“99” is no number of the list", "“x” is no number of the list",
		"a whole number from 0 to 100, please, like “f 1 60”", "taken back.", "you say 25 in 100", "YOU FORETELL",
		"WHAT YOU FORETOLD", "mean Brier score 0.", "of the same things: 0.", "The warnings on your desk", "You said 25 in 100", "in 100; it came.", "in 100; it did not come.", "times, "} {
		if !strings.Contains(flat, want) {
			t.Errorf("the session does not say %q", want)
		}
	}
	if !strings.Contains(flat, "of 100: ") {
		t.Error("no table of reliability")
	}
	if t.Failed() {
		t.Log(text)
	}
	if last == nil || len(last.Foretold()) < 5 || !strings.Contains(string(replay.Encode(replay.Of(last))), "forecasts = [") {
		t.Error("what was foretold was not saved")
	}
}

// TestForetellingWithAReason: a reason goes with the number, can be changed or
// taken away alone, is refused in words, and stands in the debrief beside what
// came, capitals and all.
func TestForetellingWithAReason(t *testing.T) {
	var last *play.Game
	in := &script{
		first: []string{"ab", "f 1 because they are slow", "f 1 60 BECAUSE  the Swiss are\tslow; {{.N}} <b>", "f", "f 1 61", "f 1 because of it, says Bundy", "f 1 because", "f 1 - because", "f 1 9 70", "f 1 40 because \x1b[31mred",
			"f 1 because " + strings.Repeat("x", 201), "f 1 because it “may”, once"},
		again: []string{"n", "n"},
	}
	text := run(t, in, textplay.Opts{Side: engine.Washington, Chosen: true, Seed: 7, Seeded: true, Saver: func(g *play.Game) error { last = g; return nil }})
	flat := strings.Join(strings.Fields(text), " ")
	for _, want := range []string{"First say how likely it is, like “f 1 60", "you say 60 in 100, because “the Swiss are slow; {{.N}} <b>”. You can change it", "you say 61 in 100, because “the Swiss",
		"because “of it, says Bundy”", "you say 61 in 100. You can", "A reason has at most 200 letters; this one has 201.", "one line of plain text, without control", "You said 61 in 100; it", "Your reason: “it “may”, once”"} {
		if !strings.Contains(flat, want) {
			t.Errorf("the session does not say %q", want)
		}
	}
	if n := strings.Count(flat, "whole number from 0 to 100, please"); n != 2 {
		t.Errorf("%d inputs are no number, want 2", n)
	}
	if t.Failed() {
		t.Log(text)
	}
	if f := last.Foretold(); len(f) != 1 || f[0].Reason != "it “may”, once" {
		t.Errorf("saved: %+v", f)
	}
}

// TestNothingForetold: of what was never foretold the debrief says nothing, and
// of few it says that they are few.
func TestNothingForetold(t *testing.T) {
	opts := textplay.Opts{Side: engine.Havana, Chosen: true, Seed: 3, Seeded: true}
	none := run(t, &script{again: []string{"n", "n"}}, opts)
	if strings.Contains(none, "WHAT YOU FORETOLD") {
		t.Error("an empty place shows")
	}
	few := strings.Join(strings.Fields(run(t, &script{first: []string{"", "f 1 30"}, again: []string{"n", "n"}}, opts)), " ")
	if !strings.Contains(few, "One decided forecast is too few") || strings.Contains(few, "of 100: once") {
		t.Error("the debrief does not say that one is too few")
	}
}

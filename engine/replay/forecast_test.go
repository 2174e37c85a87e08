package replay_test

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"backchannel/engine"
	"backchannel/engine/play"
	"backchannel/engine/replay"
)

// someReasons are what a class may write.
var someReasons = [...]string{"", "the Swiss are slow", "", `he said "no" \ twice; <b>really</b> & 'truly' {{.N}} = 1 # x`, "=1+1", "", "¿quién sabe? — ñandú, 不知道", strings.Repeat("€", play.MaxReason)}

// foretelling plays some turns, or to the end, and foretells all that can be.
func foretelling(m *engine.Model, side engine.Side, seed uint64, turns int) *play.Game {
	g := play.New(m, play.Settings{Seed: seed, Side: side, Goals: [2]int8{-1, -1}})
	for turn := 0; turn < turns && !g.Over; turn++ {
		if hand := g.Hand(); len(hand) > 0 {
			g.Plan(hand[(int(seed)+turn)%len(hand)].Choice)
		}
		for k, t := range g.Matters() {
			if g.Foretell(t.Thing, int64(k*37+turn*11)%101) {
				g.Because(t.Thing, someReasons[(k+turn)%len(someReasons)])
			}
		}
		g.Commit()
	}
	return g
}

// TestForecastsAreKept: a save holds the forecasts, and loaded it has the same,
// decided the same way, in the middle of a game and at its end; the world's
// hashes do not know of them.
func TestForecastsAreKept(t *testing.T) {
	m := load(t)
	kinds := map[string]int{}
	for side := engine.Washington; side <= engine.Havana; side++ {
		for seed := uint64(1); seed <= 4; seed++ {
			for _, turns := range []int{4, 1000} {
				g := foretelling(m, side, seed, turns)
				data := replay.Encode(replay.Of(g))
				f, err := replay.Decode("save", data)
				if err != nil {
					t.Fatal(err)
				}
				h, err := replay.Open(m, f)
				if err != nil {
					t.Fatalf("seed %d, %v: %v", seed, side, err)
				}
				if len(g.Foretold()) == 0 || !reflect.DeepEqual(g.Foretold(), h.Foretold()) || !reflect.DeepEqual(g.Calibration(), h.Calibration()) {
					t.Fatalf("seed %d, %v: foretold\n%+v, loaded\n%+v", seed, side, g.Foretold(), h.Foretold())
				}
				if again := replay.Encode(replay.Of(h)); !bytes.Equal(data, again) {
					t.Fatalf("seed %d, %v: the save is another when it is saved again", seed, side)
				}
				for k := range f.Turns {
					for _, line := range f.Turns[k].Forecasts {
						kinds[strings.Fields(line)[0]]++
					}
					for _, s := range f.Turns[k].Reasons {
						if s != "" {
							kinds["reason"]++
						}
					}
					f.Turns[k].Forecasts, f.Turns[k].Reasons = nil, nil
				}
				if res, err := replay.Verify(m, f, false); err != nil || !res.OK || res.Hash != g.W.Audit.Hash {
					t.Fatalf("seed %d, %v: without its forecasts: %+v, %v", seed, side, res, err)
				}
			}
		}
	}
	if kinds["offer"] == 0 || kinds["question"] == 0 || kinds["event"] == 0 || kinds["reason"] < 10 {
		t.Errorf("not every kind was foretold: %v", kinds)
	}
}

// TestSavesWithoutReasons: a save that was written before there were reasons
// loads, and forecasts without any leave no empty place.
func TestSavesWithoutReasons(t *testing.T) {
	m := load(t)
	f := replay.Of(foretelling(m, engine.Washington, 1, 3))
	for k := range f.Turns {
		f.Turns[k].Reasons = nil
	}
	data := replay.Encode(f)
	if bytes.Contains(data, []byte("reasons")) {
		t.Fatalf("there is an empty place:\n%s", data)
	}
	old, err := replay.Decode("save", data)
	if err != nil {
		t.Fatal(err)
	}
	g, err := replay.Open(m, old)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(g.Foretold()); n == 0 || !bytes.Equal(replay.Encode(replay.Of(g)), data) {
		t.Errorf("%d forecasts are loaded, or saved again it is another", n)
	}
}

// FuzzReasonIsKept: whatever can be a reason is read again as it was written,
// and whatever cannot is refused.
func FuzzReasonIsKept(f *testing.F) {
	m := load(f)
	good := replay.Of(foretelling(m, engine.Washington, 1, 1))
	if len(good.Turns) != 1 || len(good.Turns[0].Forecasts) == 0 {
		f.Fatalf("nothing was foretold: %+v", good.Turns)
	}
	for _, s := range append(someReasons[:], "\x00", "\x1b[2J", "a\nb", " a", "a ", "\u202eevil", "\xff", "a\u2028b", strings.Repeat("x", play.MaxReason+1)) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, reason string) {
		file := *good
		turn := good.Turns[0]
		turn.Reasons = make([]string, len(turn.Forecasts))
		turn.Reasons[0] = reason
		file.Turns = []replay.Turn{turn}
		back, err := replay.Decode("save", replay.Encode(&file))
		if fit := play.FitReason(reason) == play.Fit; fit != (err == nil) {
			t.Fatalf("%q: fit %v, read with %v", reason, fit, err)
		}
		if err == nil && back.Turns[0].Reasons[0] != reason {
			t.Errorf("%q comes back as %q", reason, back.Turns[0].Reasons[0])
		}
	})
}

// TestNoForecasts: where nothing was foretold the save has no word of it.
func TestNoForecasts(t *testing.T) {
	m := load(t)
	g := play.New(m, play.Settings{Seed: 4, Goals: [2]int8{-1, -1}})
	playHand(g, 0)
	if data := replay.Encode(replay.Of(g)); bytes.Contains(data, []byte("forecasts")) {
		t.Errorf("the save has an empty place:\n%s", data)
	}
}

// TestForecastMistakes: what is no forecast is refused on reading, what does
// not fit its turn on replaying, each with the reason.
func TestForecastMistakes(t *testing.T) {
	m := load(t)
	g := foretelling(m, engine.Washington, 1, 3)
	good := replay.Of(g)
	for _, c := range []struct{ line, want string }{
		{"", "a kind, a thing and per cent"}, {"offer #1", "a kind, a thing and per cent"}, {"offer  #1 60", "a kind, a thing and per cent"},
		{"event riot 20 ", "a kind, a thing and per cent"}, {"offers #1 60", "neither offer"}, {"offer 1 60", "no number of a message"},
		{"offer #0 60", "no number of a message"}, {"offer #-1 60", "no number of a message"}, {"offer #99999999999 60", "no number of a message"},
		{"event riot 101", "from 0 to 100"}, {"event riot -1", "from 0 to 100"}, {"event riot 060", "from 0 to 100"}, {"event riot +6", "from 0 to 100"},
		{"event riot 6.5", "from 0 to 100"}, {"event riot 60%", "from 0 to 100"}, {"event  20", "names no event"}, {"event " + strings.Repeat("x", 300) + " 2", "bytes"},
	} {
		f := *good
		f.Turns = append([]replay.Turn(nil), good.Turns...)
		f.Turns[1].Forecasts = []string{c.line}
		if _, err := replay.Decode("save", replay.Encode(&f)); err == nil || !strings.Contains(err.Error(), "turn 2: forecast ") || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %q", c.line, err, c.want)
		}
	}
	for _, c := range []struct {
		reasons []string
		want    string
	}{
		{[]string{}, "0 reasons for"}, {append(make([]string, len(good.Turns[1].Forecasts)), "x"), "reasons for"},
		{[]string{strings.Repeat("x", 201)}, "more letters"}, {[]string{"\x07"}, "a character that"}, {[]string{" a"}, "a blank at"},
	} {
		f := *good
		f.Turns = append([]replay.Turn(nil), good.Turns...)
		if len(c.reasons) == 1 {
			c.reasons = append(c.reasons, make([]string, len(f.Turns[1].Forecasts)-1)...)
		}
		for k := range f.Turns {
			f.Turns[k].Reasons = nil
		}
		f.Turns[1].Reasons = c.reasons
		text := replay.Encode(&f)
		if len(c.reasons) == 0 {
			text = bytes.Replace(text, []byte("forecasts ="), []byte("reasons = []\nforecasts ="), 2)
		}
		if _, err := replay.Decode("save", text); err == nil || !strings.Contains(err.Error(), "turn ") || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %q", c.reasons, err, c.want)
		}
	}
	first := good.Turns[0].Forecasts[0]
	for _, c := range []struct {
		lines []string
		want  string
	}{
		{[]string{"event no-such-thing 20"}, "nothing of the kind"}, {[]string{"offer #9999 20"}, "nothing of the kind"}, {[]string{first, first}, "the second"},
	} {
		f := *good
		f.Turns = append([]replay.Turn(nil), good.Turns...)
		f.Turns[0].Forecasts = c.lines
		if res, err := replay.Verify(m, &f, false); err != nil || res.OK || res.Day != f.Turns[0].Day || !strings.Contains(res.Detail, c.want) {
			t.Errorf("%q: %+v, %v", c.lines, res, err)
		}
		if _, err := replay.Open(m, &f); err == nil {
			t.Errorf("%q: it loads", c.lines)
		}
	}
}

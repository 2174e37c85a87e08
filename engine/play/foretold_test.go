package play

import (
	"fmt"
	"strings"
	"testing"

	"backchannel/engine"
	"backchannel/engine/scenario"
	"backchannel/scenarios"
)

// decided are forecasts with what news says of them.
func decided() *Game {
	offer := func(n int32) Thing { return Thing{ThingOffer, n} }
	g := &Game{W: &engine.World{Audit: &engine.Audit{}}}
	g.W.S.Day = 20
	g.foretold = []Foretold{
		{Thing: offer(1), Odds: 60, Theirs: []Estimate{{Adviser: 0, Odds: 500}, {Adviser: 2, Odds: 900}}},
		{Thing: offer(2), Odds: 60, Theirs: []Estimate{{Adviser: 0, Odds: 100}}},
		{Thing: offer(3), Odds: 90},                                            // only silence: not decided
		{Thing: offer(4), Odds: 90},                                            // fell away: not decided
		{Thing: Thing{ThingQuestion, 5}, Odds: 100},                            // lapsed
		{Thing: Thing{ThingEvent, 0}, Day: 10, Until: 16, Odds: 20, Brew: 100}, // strikes on its last day
		{Thing: Thing{ThingEvent, 1}, Day: 10, Until: 16, Odds: 19, Brew: 200}, // struck before, and a day too late
		{Thing: Thing{ThingEvent, 2}, Day: 10, Until: 20, Odds: 50, Brew: 200}, // its day is not over
	}
	said := func(kind engine.NewsKind, serial int32, a engine.AnswerKind) {
		g.W.Audit.News = append(g.W.Audit.News, engine.News{Kind: kind, Item: engine.Item{Serial: serial}, Answer: a})
	}
	said(engine.NewsSent, 1, engine.NoAnswer)
	said(engine.NewsAnswer, 1, engine.Silence)
	said(engine.NewsAnswer, 1, engine.Accept)
	said(engine.NewsAnswer, 2, engine.Counter)
	said(engine.NewsAnswer, 3, engine.Silence)
	said(engine.NewsMoot, 4, engine.NoAnswer)
	said(engine.NewsLapsed, 5, engine.NoAnswer)
	for _, e := range []engine.News{{Index: 0, Day: 16}, {Index: 1, Day: 9}, {Index: 1, Day: 17}} {
		e.Kind = engine.NewsEvent
		g.W.Audit.News = append(g.W.Audit.News, e)
	}
	g.decide()
	return g
}

// TestCalibration: what is decided is scored as by hand, what is not is left out.
func TestCalibration(t *testing.T) {
	g := decided()
	c := g.Calibration()
	// misses: 40² + 60² + 100² + 80² + 19², of 100²
	if want := int64(1600+3600+10000+6400+361) * 100 / 5; c.Mine != (Score{5, want}) || c.Open != 3 {
		t.Errorf("mine %+v, want 5 with %d; open %d, want 3", c.Mine, want, c.Open)
	}
	want := []Beside{
		{Adviser: 0, His: Score{2, (250000 + 10000) / 2}, Mine: Score{2, (160000 + 360000) / 2}},
		{Adviser: 2, His: Score{1, 10000}, Mine: Score{1, 160000}},
		{Adviser: -1, His: Score{2, (810000 + 40000) / 2}, Mine: Score{2, (640000 + 36100) / 2}},
	}
	if len(c.Beside) != len(want) {
		t.Fatalf("beside: %+v", c.Beside)
	}
	for k := range want {
		if c.Beside[k] != want[k] {
			t.Errorf("beside: %+v, want %+v", c.Beside[k], want[k])
		}
	}
	bands := [5]Band{{0, 20, 1, 19, 0}, {20, 40, 1, 20, 1}, {40, 60, 0, 0, 0}, {60, 80, 2, 60, 1}, {80, 100, 1, 100, 0}}
	if c.Bands != bands {
		t.Errorf("bands %+v, want %+v", c.Bands, bands)
	}
	if empty := (&Game{}).Calibration(); empty.Mine.N != 0 || empty.Beside != nil {
		t.Errorf("of nothing: %+v", empty)
	}
}

func begun(t *testing.T, seed uint64) *Game {
	t.Helper()
	m, problems := scenario.LoadFS(scenarios.FS, "accommodation", "")
	if m == nil {
		t.Fatal(problems)
	}
	return New(m, Settings{Seed: seed, Side: engine.Washington, Goals: [2]int8{-1, -1}})
}

// TestForetell: one forecast a thing, to be changed until the commit; it goes
// with the plan and keeps to its message when the plan around it changes.
func TestForetell(t *testing.T) {
	g := begun(t, 5)
	planned := func() (out []Matter) {
		for _, m := range g.Matters() {
			if m.Planned {
				out = append(out, m)
			}
		}
		return out
	}
	var asks []engine.Choice
	for _, c := range g.Drawer() {
		if c.Choice.Kind == engine.Probe && c.Choice.Move < 0 && c.WhyNot == engine.Legal {
			asks = append(asks, c.Choice)
		}
	}
	if len(asks) < 2 || g.Plan(asks[0]) != engine.Legal || g.Plan(asks[1]) != engine.Legal {
		t.Fatalf("two questions cannot be planned (%d)", len(asks))
	}
	both := planned()
	if len(both) != 2 || both[0].Odds != -1 || both[0].Kind != ThingQuestion {
		t.Fatalf("planned: %+v", both)
	}
	if g.Foretell(both[0].Thing, 101) || g.Foretell(both[0].Thing, -2) || g.Foretell(Thing{ThingOffer, both[0].Index}, 5) || g.Foretell(Thing{ThingQuestion, 999}, 5) {
		t.Error("what cannot be said was said")
	}
	if !g.Foretell(both[0].Thing, 30) || !g.Foretell(both[1].Thing, 0) || !g.Foretell(both[0].Thing, 60) {
		t.Fatal("it could not be said, or not be changed")
	}
	if p := planned(); p[0].Odds != 60 || p[1].Odds != 0 {
		t.Errorf("said: %+v", p)
	}
	if !g.Foretell(both[1].Thing, -1) || planned()[1].Odds != -1 || !g.Foretell(both[1].Thing, 70) {
		t.Error("it could not be taken back and said again")
	}
	if g.Because(Thing{ThingQuestion, 999}, "x") || g.Because(both[1].Thing, "two\nlines") || !g.Because(both[1].Thing, "first") || !g.Because(both[1].Thing, "they are vain") {
		t.Error("a reason is kept for nothing, or not for what was said")
	}
	if p := planned(); p[1].Reason != "they are vain" || p[0].Reason != "" {
		t.Errorf("reasons: %+v", p)
	}
	g.plan[0], g.plan[1] = g.plan[1], g.plan[0] // the other goes first
	g.rebuild()
	g.follow()
	if p := planned(); p[0].Odds != 70 || p[0].Reason != "they are vain" || p[1].Odds != 60 || p[0].Message.Issue != both[1].Message.Issue {
		t.Errorf("it did not keep to its message: %+v", p)
	}
	g.Undo()
	if p := planned(); len(p) != 1 || p[0].Odds != 70 || len(g.says) != 1 {
		t.Errorf("after an undo: %+v, %+v", p, g.says)
	}
	day := g.W.S.Day
	g.Commit()
	f := g.Foretold()
	if len(f) != 1 || f[0].Day != day || f[0].Odds != 70 || f[0].Reason != "they are vain" || len(f[0].Theirs) == 0 || len(g.says) != 0 {
		t.Fatalf("foretold: %+v", f)
	}
	for _, m := range g.Matters() {
		if m.Thing == f[0].Thing && (!m.Fixed || m.Odds != 70 || m.Reason != "they are vain" || g.Foretell(m.Thing, 20) || g.Because(m.Thing, "x")) {
			t.Errorf("what is committed can be changed: %+v", m)
		}
	}
}

// TestWhatIsNoReason: one line of at most 200 letters, and nothing that hides or
// steers what is written beside it.
func TestWhatIsNoReason(t *testing.T) {
	for text, want := range map[string]Unfit{
		"": Fit, "the Swiss are slow": Fit, "¿quién? — “ñ” 不 €5 {{.X}} <b>": Fit, strings.Repeat("é", MaxReason): Fit,
		strings.Repeat("e", MaxReason+1): TooLong, "a\nb": NotOneLine, "a\tb": NotOneLine, "\x1b[31m": NotOneLine, "\x00": NotOneLine, "a\u202eb": NotOneLine,
		"a\u2028b": NotOneLine, "a\u200bb": NotOneLine, "\xff": NotOneLine, " a": BlankAtEdge, "a\u00a0": BlankAtEdge, " ": BlankAtEdge,
	} {
		if got := FitReason(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

// twice is what may be foretold once only.
type twice struct {
	Thing
	until engine.Day
}

// TestForetellMovesNothing: a game with forecasts is the same world, hash by
// hash, and every forecast of an event is decided.
func TestForetellMovesNothing(t *testing.T) {
	scored, messages := 0, 0
	for seed := uint64(1); seed <= 6; seed++ {
		g, h := begun(t, seed), begun(t, seed)
		for turn := 0; !g.Over; turn++ {
			for _, one := range []*Game{g, h} {
				hand := one.Hand()
				one.Plan(hand[turn%len(hand)].Choice)
			}
			for k, m := range g.Matters() {
				if m.Fixed && !strings.HasPrefix(m.Reason, "guess ") {
					t.Errorf("seed %d: what was said lost its reason: %+v", seed, m)
				}
				if !m.Fixed && (!g.Foretell(m.Thing, int64(k*37+turn*11)%101) || !g.Because(m.Thing, fmt.Sprint("guess ", k))) {
					t.Fatalf("seed %d: %+v cannot be foretold", seed, m)
				}
			}
			g.Commit()
			h.Commit()
		}
		if g.W.Audit.Hash != h.W.Audit.Hash || len(g.W.Audit.Hashes) != len(h.W.Audit.Hashes) {
			t.Errorf("seed %d: %016x with forecasts, %016x without", seed, g.W.Audit.Hash, h.W.Audit.Hash)
		}
		seen := map[twice]bool{}
		for _, f := range g.Foretold() {
			if f.Kind == ThingEvent && !f.Done {
				t.Errorf("seed %d: an event is not decided: %+v", seed, f)
			}
			if !strings.HasPrefix(f.Reason, "guess ") {
				t.Errorf("seed %d: the reason is lost: %+v", seed, f)
			}
			if f.Kind != ThingEvent && f.Done {
				messages++
			}
			if key := (twice{f.Thing, f.Until}); seen[key] {
				t.Errorf("seed %d: the same thing twice: %+v", seed, f)
			} else {
				seen[key] = true
			}
		}
		scored += g.Calibration().Mine.N
	}
	if scored < 20 || messages < 5 {
		t.Errorf("only %d forecasts were decided, %d of messages", scored, messages)
	}
}

package worlds_test

import (
	"os"
	"strings"
	"testing"

	"backchannel/engine"
	"backchannel/engine/noise"
	"backchannel/engine/scenario"
	"backchannel/engine/worlds"
)

// sea is what makes the small scenario one of boats. Standing orders are the
// gate, so that a test can open and shut it.
const sea = `
[[quantity]]
id = "crossed"
title = "Crossed"
unit = "people"
counter = true
start = 0
note = "judged: so"

[[quantity]]
id = "ashore"
title = "Ashore"
unit = "people"
counter = true
start = 0
note = "judged: so"

[[quantity]]
id = "lostatsea"
title = "Lost"
unit = "people"
counter = true
start = 0
note = "judged: so"

[[quantity]]
id = "coast"
title = "The coast's patience"
start = 60
note = "judged: so"

[[rule]]
kind = "wears"
of = "coast"
from = "ashore"
note = "judged: so"

[[rule]]
kind = "settles"
of = "coast"
note = "judged: so"

[[flow]]
id = "boats"
kind = "boats"
title = "Boats"
unit = "people"
willing = 200000
gate = 'if(rung("raids") == 2, 4, 1)'
start = 10
to = [ { counter = "crossed", also = true }, { counter = "ashore", when = 'rung("embargo") == 0', burden = 3 } ]
lost = "lostatsea"
toll = 2
note = "judged: so"

[[crisis]]
id = "many"
title = "Many boats"
begins = 'least("crossed", 3) >= 200'
ends = 'most("crossed", 5) < 50'
`

// atSea loads the small scenario with boats; replace changes its text first.
func atSea(t testing.TB, cut string, replace ...string) *engine.Model {
	t.Helper()
	data, err := os.ReadFile("../scenario/testdata/small.toml")
	if err != nil {
		t.Fatal(err)
	}
	theory, err := os.ReadFile("../scenario/testdata/theory.toml")
	if err != nil {
		t.Fatal(err)
	}
	th, problems := scenario.LoadTheory("theory.toml", theory)
	if th == nil {
		t.Fatal(problems)
	}
	text := strings.NewReplacer(replace...).Replace(string(data) + sea)
	m, problems := scenario.Load(th, 1, "small.toml", []byte(text), cut)
	if m == nil {
		t.Fatal(problems)
	}
	return m
}

// idle runs a world in which nobody does anything to its end, and looks at it
// at the beginning of every turn.
func idle(m *engine.Model, look func(w *engine.World)) *engine.World {
	w := engine.NewWorld(m, engine.FreeSetup(1))
	w.Audit = &engine.Audit{}
	w.Reset(engine.FreeSetup(1), noise.Free(1))
	turn := int16(0)
	for {
		n := w.Next()
		if n.Over {
			return w
		}
		if w.S.Turn != turn {
			turn = w.S.Turn
			look(w)
		}
		w.Choose(worlds.Silence(n), [2]engine.Reason{})
	}
}

func index(t testing.TB, m *engine.Model, name string) int {
	t.Helper()
	for k := range m.Quantities {
		if m.Quantities[k].Name == name {
			return k
		}
	}
	t.Fatalf("no quantity %q", name)
	return 0
}

const shutText, openText = `start = "free hand for all"`, `start = "raids stopped, boats seized"`

// TestBoatsSpreadAndWear: where the way is open a flow grows by word of mouth to
// many times what gets through a shut one; it takes from the pressure to leave,
// wears the standing and the coast of those who receive it, and costs lives.
func TestBoatsSpreadAndWear(t *testing.T) {
	run := func(start string) *engine.World {
		return idle(atSea(t, "", shutText, start), func(*engine.World) {})
	}
	shut, open := run(shutText), run(openText)
	m := open.M
	crossed, ashore, lost, coast := index(t, m, "crossed"), index(t, m, "ashore"), index(t, m, "lostatsea"), index(t, m, "coast")
	few, many := shut.S.Q[crossed]/engine.Point, open.S.Q[crossed]/engine.Point
	if few == 0 || many < 20*few {
		t.Errorf("%d cross where the way is shut, %d where it is open", few, many)
	}
	if open.S.Q[ashore] != open.S.Q[crossed] {
		t.Errorf("%d crossed and %d came ashore", open.S.Q[crossed], open.S.Q[ashore])
	}
	if open.S.Q[lost] == 0 || open.S.Q[lost] > open.S.Q[crossed]/50 {
		t.Errorf("%d of %d are lost", open.S.Q[lost], open.S.Q[crossed])
	}
	if d := shut.S.Q[engine.QExit] - open.S.Q[engine.QExit]; d < engine.Point {
		t.Errorf("the pressure to leave falls by %d thousandths", d)
	}
	if open.S.Q[engine.QStandingW] >= shut.S.Q[engine.QStandingW] || open.S.Q[coast] >= shut.S.Q[coast] {
		t.Error("who receives them does not feel it")
	}
	if open.S.Hi[engine.QSurge] < 10*engine.Point || shut.S.Hi[engine.QSurge] > 2*engine.Point {
		t.Errorf("surge %d open, %d shut", open.S.Hi[engine.QSurge], shut.S.Hi[engine.QSurge])
	}
}

// TestLastDays: what expressions read of a counter's last days is what the
// counter gained.
func TestLastDays(t *testing.T) {
	m := atSea(t, "", shutText, openText, `when = 'open("reporter") && !burned("reporter")'`, `when = 'gained("crossed", 7) > 900 && peak_day("crossed") > 30 && agreed("raids") < 0'`)
	q := index(t, m, "crossed")
	var at []engine.Milli
	w := idle(m, func(w *engine.World) { at = append(at, w.S.Q[q]) })
	at = append(at, w.S.Q[q])
	n := len(at)
	week := (at[n-1] - at[n-2]) / engine.Point
	if got := w.S.Value(engine.RefGained | 0<<5 | 7); got != week {
		t.Errorf("the last seven days gave %d, the counter gained %d", got, week)
	}
	most, least := w.S.Value(engine.RefMost|7), w.S.Value(engine.RefLeast|7)
	if least*7 > week || most*7 < week || most < least {
		t.Errorf("a day gave from %d to %d, a week %d", least, most, week)
	}
	if peak := w.S.Value(engine.RefPeak); peak < most {
		t.Errorf("the peak is %d, below %d", peak, most)
	}
	if !m.YesNo[1].When.True(&w.S) && !m.YesNo[0].When.True(&w.S) {
		t.Error("a condition on the last days does not hold")
	}
}

// TestCrisisQuickensThePace: the turn in which a crisis begins ends on that day,
// weeks follow, and months come back at the first of a month.
func TestCrisisQuickensThePace(t *testing.T) {
	m := atSea(t, "half-year", shutText, openText, "pace = \"month\"\nfixed = true", "pace = \"month\"")
	var turns [][2]engine.Day
	var on []bool
	idle(m, func(w *engine.World) {
		turns = append(turns, [2]engine.Day{w.S.Day, w.S.Next})
		on = append(on, w.S.Crises != 0)
	})
	weeks := 0
	for k, turn := range turns {
		length := turn[1] - turn[0]
		if on[k] && length > 7 {
			t.Errorf("a turn of %d days from %v in a crisis", length, turn[0])
		}
		if on[k] && turn[0].Weekday() == 0 && length == 7 {
			weeks++
		}
		if k > 0 && on[k] && !on[k-1] && engine.PaceMonth.OnGrid(turn[0]) {
			t.Errorf("the crisis began on a line of the grid, %v; the test needs another day", turn[0])
		}
	}
	if weeks < 3 || len(turns) < 10 {
		t.Errorf("%d weeks in %d turns", weeks, len(turns))
	}
	m.Cut.Fixed = true
	n := 0
	idle(m, func(*engine.World) { n++ })
	if n != 6 {
		t.Errorf("a fixed pace gives %d turns, want 6", n)
	}
}

// TestFlowsDoNotDependOnThePace: half as long turns let as many cross.
func TestFlowsDoNotDependOnThePace(t *testing.T) {
	total := func(pace engine.Pace) engine.Milli {
		m := atSea(t, "", shutText, openText)
		m.Cut.Pace = pace
		return idle(m, func(*engine.World) {}).S.Q[index(t, m, "crossed")]
	}
	week, half := total(engine.PaceWeek), total(engine.PaceHalfWeek)
	if d := max(week-half, half-week); d > week/50 {
		t.Errorf("%d cross in weeks, %d in half weeks", week, half)
	}
}

// TestRungThatNeedsAnAgreement: neither side reaches it alone, an accepted
// package does.
func TestRungThatNeedsAnAgreement(t *testing.T) {
	m := atSea(t, "", "moved_by = [\"washington\"]\nwashington = { cares = 2, values = [3, 4, 1]", "moved_by = [\"washington\"]\nneeds = { \"raids stopped, boats seized\" = [\"agreement\"] }\nwashington = { cares = 2, values = [3, 4, 1]")
	w := engine.NewWorld(m, engine.FreeSetup(1))
	w.Next()
	alone := 0
	for k := range m.Moves {
		if mv := &m.Moves[k]; mv.Rung == 2 && mv.Issue == 0 {
			alone++
			c := engine.Choice{Kind: mv.Kind, Move: int16(k), Issue: -1, Channel: -1}
			if w.WhyNot(mv.Side, &c) == engine.Legal {
				t.Errorf("%s reaches it alone", mv.ID)
			}
		}
	}
	offer := engine.Choice{Kind: engine.Offer, Move: -1, Issue: -1, Channel: -1}
	offer.Package.NGive = 1
	offer.Package.Give[0] = engine.Term{Issue: 0, Rung: 2}
	if why := w.WhyNot(engine.Washington, &offer); why != engine.Legal {
		t.Errorf("an offer of it is refused: %d", why)
	}
	if alone == 0 {
		t.Log("no authored move goes there")
	}
}

// TestCutOpensAsItSays: a cut that begins later opens from the record, with what
// it says of its opening put in, and counts from its own first day.
func TestCutOpensAsItSays(t *testing.T) {
	m := atSea(t, "six", "pace = \"week\"\nfixed = true\ndefault = true\n", `pace = "week"
fixed = true
default = true

[[cut.start]]
set = { "tension" = 77, "crossed" = 1200, "rung.raids" = "agency paused", "flow.boats" = 250, "channel.reporter" = "burned" }
note = "judged: so"
`)
	w := engine.NewWorld(m, engine.FreeSetup(1))
	s := &w.S
	if s.Q[engine.QTension] != 77*engine.Point || s.Lo[engine.QTension] != s.Q[engine.QTension] {
		t.Errorf("tension opens at %d", s.Q[engine.QTension])
	}
	if s.Rungs[0] != 1 || s.OpenRung[0] != 1 || s.Flows[0].Rate != 250*engine.Point {
		t.Errorf("raids open at %d, the boats at %d a day", s.Rungs[0], s.Flows[0].Rate)
	}
	if s.Value(engine.RefElapsed) != 0 || s.Accepted != [2]int16{} || s.Day != m.Cut.First {
		t.Error("what is counted since the opening does not begin there")
	}
	if got := s.Q[index(t, m, "crossed")]; got != 1200*engine.Point {
		t.Errorf("%d have crossed", got)
	}
	if s.Series[0].Peak != 0 {
		t.Errorf("the opening itself counts as a day's gain of %d", s.Series[0].Peak)
	}
}

// TestCutsOwnWords: a cut may have its own briefing and opening beliefs, and a
// model keeps of the record what lies within its cut.
func TestCutsOwnWords(t *testing.T) {
	m := atSea(t, "six", "pace = \"week\"\nfixed = true\ndefault = true\n", `pace = "week"
fixed = true
default = true
briefing = { washington = "Other words." }

[[cut.start]]
set = { "believes.washington.contact" = 1, "rung.raids" = "agency paused" }
note = "judged: so"
`)
	w, h := &m.Sides[engine.Washington], &m.Sides[engine.Havana]
	if w.Briefing != "Other words." || h.Briefing == "" || h.Briefing == w.Briefing {
		t.Errorf("the briefings are %q and %q", w.Briefing, h.Briefing)
	}
	contact, raids := -1, -1
	for k := range m.Issues {
		switch m.Issues[k].ID {
		case "contact":
			contact = k
		case "raids":
			raids = k
		}
	}
	if got := w.Believes[contact].Care; got != 1 {
		t.Errorf("Washington believes that Havana cares %d about contact", got)
	}
	if got := h.Believes[raids].Furthest; h.Believes[raids].Confidence == 0 && got != 1 {
		t.Errorf("where Havana believes nothing, Washington goes as far as rung %d, not today's", got)
	}
	for _, r := range m.Record.Moves {
		if r.On < m.Cut.First || r.On > m.Cut.Last {
			t.Errorf("the record of %s lies outside the cut", r.On)
		}
	}
}

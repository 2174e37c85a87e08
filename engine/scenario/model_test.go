package scenario_test

import (
	"testing"

	"backchannel/engine"
	"backchannel/engine/expr"
	"backchannel/engine/noise"
)

func TestHeadOfTheModel(t *testing.T) {
	m := small(t, "half-year")
	if m.ID != "small" || m.Title != "Six Weeks" || m.Version != "1.0.0" {
		t.Errorf("head is %q, %q, %q", m.ID, m.Title, m.Version)
	}
	if m.ScenarioHash != noise.HashString(readFile(t, "testdata/small.toml")) || m.TheoryHash != noise.HashString(readFile(t, "testdata/theory.toml")) {
		t.Error("the hashes are not those of the files")
	}
	if m.Cut.ID != "half-year" || m.Cut.Pace != engine.PaceMonth || m.Cut.First != engine.Date(1963, 9, 1) || len(m.Cuts) != 2 {
		t.Errorf("cut is %+v", m.Cut)
	}
	if len(m.Elections) != 2 || m.Elections[1] != engine.Date(1968, 11, 5) || m.Sources[0].Author != "The authors" {
		t.Errorf("elections are %v, sources %v", m.Elections, m.Sources)
	}
	if m.Headline.Historical != 2 || len(m.Headline.Outcomes) != 4 || !m.Headline.Outcomes[2].Historical || len(m.YesNo) != 2 || !m.YesNo[0].Historical {
		t.Errorf("headline is %+v", m.Headline)
	}
	if m.Sides[0].SilenceText == m.Sides[1].SilenceText || m.Sides[1].Chair != "the Prime Minister" || m.Sides[0].StartLeader != "kennedy" {
		t.Error("the sides are mixed up")
	}
}

func TestQuantitiesOfTheModel(t *testing.T) {
	m := small(t, "")
	for k, name := range engine.StandardNames {
		if q := m.Quantities[k]; q.Name != name || q.Title == "" {
			t.Errorf("quantity %d is %q, %q", k, q.Name, q.Title)
		}
	}
	tension, soldiers := m.Quantities[engine.QTension], m.Quantities[engine.QStandardCount]
	if tension.Start != 50000 || tension.Counter || len(tension.Words) != 4 || tension.Words[3] != (engine.StepWord{From: 85, Text: "on the brink"}) {
		t.Errorf("tension is %+v", tension)
	}
	if soldiers.Name != "soldiers" || soldiers.Start != 12_000_000 || !soldiers.Counter || soldiers.Unit != "men" || soldiers.SeenBy != [2]bool{true, true} {
		t.Errorf("soldiers are %+v", soldiers)
	}
	if q := m.Quantities[engine.QStandardCount+1]; q.SeenBy != [2]bool{true, false} {
		t.Errorf("press is %+v", q)
	}
	if !m.Quantities[engine.QStories].Counter || !m.Quantities[engine.QCapitalH].Counter || m.Quantities[engine.QDebtW].Counter {
		t.Error("the wrong standard quantities are counters")
	}
}

func TestIssuesOfTheModel(t *testing.T) {
	m := small(t, "")
	embargo, troops, venezuela := m.Issues[2], m.Issues[3], m.Issues[5]
	if !embargo.Congress || embargo.MovedBy != [2]bool{true, false} || !embargo.Grand || embargo.Days != 28 || embargo.Reads != -1 {
		t.Errorf("embargo is %+v", embargo)
	}
	if troops.Third != "moscow" || troops.Reads != engine.QStandardCount || troops.Rungs[2].At != 8_000_000 || troops.Start != 2 {
		t.Errorf("troops are %+v", troops)
	}
	if !venezuela.ThirdLand || venezuela.HiddenFrom != [2]bool{true, false} {
		t.Errorf("venezuela is %+v", venezuela)
	}
	h := m.Sides[engine.Havana]
	if h.Cares[0] != 4 || h.Values[0][2] != 4 || len(h.CareRules) != 1 || h.CareRules[0].Add != -1 || h.CareRules[0].Issue != 0 {
		t.Errorf("havana on raids: %d, %v, %v", h.Cares[0], h.Values[0], h.CareRules)
	}
}

func TestTypesOfTheModel(t *testing.T) {
	m := small(t, "")
	w, h := &m.Sides[0], &m.Sides[1]
	careful, hard, proud := w.Types[0], w.Types[2], h.Types[0]
	if careful.Cares != w.Cares || careful.Values != w.Values || careful.Goals != [2]int8{0, 2} {
		t.Error("a type without its own cares has not the side's")
	}
	if hard.Cares[0] != 4 || hard.Cares[2] != w.Cares[2] || !hard.NoFee || hard.NoOpen {
		t.Errorf("hard is %+v", hard)
	}
	// As stated; else to the best rung or today's, whichever is farther from one's own end.
	if want := [6]int8{1, 2, 1, 2, 1, 2}; [6]int8(careful.Furthest[:6]) != want {
		t.Errorf("careful goes to %v, want %v", careful.Furthest[:6], want)
	}
	if want := [6]int8{0, 2, 0, 2, 1, 2}; [6]int8(proud.Furthest[:6]) != want {
		t.Errorf("proud goes to %v, want %v", proud.Furthest[:6], want)
	}
	if w.HistoryType != 0 || w.HistoryGoals != [2]int8{0, 2} || h.HistoryGoals != [2]int8{0, 3} {
		t.Error("history is not as written")
	}
}

func TestPeopleOfTheModel(t *testing.T) {
	m := small(t, "")
	w := &m.Sides[0]
	if b := w.Believes[1]; b != (engine.Belief{Care: 2, Furthest: 1, Confidence: 1}) {
		t.Errorf("Washington believes %+v of prisoners", b)
	}
	if b := w.Believes[0]; b != (engine.Belief{Care: 2, Furthest: m.Issues[0].Start}) {
		t.Errorf("without a word Washington believes %+v", b)
	}
	chase := w.Advisers[0]
	if b := chase.Believes[1]; b != (engine.Belief{Care: 2, Furthest: 0, Confidence: 1}) {
		t.Errorf("Chase believes %+v of prisoners", b)
	}
	if b := chase.Believes[3]; b != w.Believes[3] {
		t.Errorf("Chase believes %+v of troops", b)
	}
	in := chase.Interest
	if in.Goals[3] != 4 || in.Issues[4] != 2 || in.Kinds[engine.Probe] != 3 || in.Kinds[engine.Pressure] != -2 || chase.TrustBias != 2 || chase.LeakBias != -1 {
		t.Errorf("Chase wants %+v", in)
	}
	if in := w.Advisers[1].Interest; in.Quantities[engine.QHardship] != 2 || in.Quantities[engine.QPatron] != -1 {
		t.Errorf("FitzGerald wants %v", in.Quantities)
	}
	senate, exiles := w.Constituencies[1], w.Constituencies[0]
	if senate.Moves != engine.QCongress || exiles.Moves != engine.QHawksW || !senate.Veto || senate.RedLine == nil || senate.Cares[2] != 4 {
		t.Errorf("the Senate is %+v", senate)
	}
	if h := m.Sides[1].Constituencies[0]; h.Moves != engine.QHawksH || h.RedLine != nil {
		t.Errorf("the cadre is %+v", h)
	}
	if l := w.Leaders[1]; l.Cares[2] != 1 || l.Cares[4] != -1 || l.Term != 1 {
		t.Errorf("Johnson is %+v", l)
	}
}

func TestGoalsOfTheModel(t *testing.T) {
	m := small(t, "")
	a, b := m.Sides[0].Goals[0], m.Sides[0].Goals[1]
	if a.Letter != "A" || a.Weight != 3 || a.Parts[0].Issue != 1 || a.Parts[0].Level != 1000 || a.Parts[0].Keep || a.Parts[0].Quantity != -1 {
		t.Errorf("goal a is %+v", a)
	}
	if p := a.Parts[1]; !p.Keep || p.Test == nil || p.Issue != -1 || p.Quantity != -1 {
		t.Errorf("its second part is %+v", p)
	}
	if p := b.Parts[0]; p.Quantity != engine.QStandardCount || p.Level != 4_000_000 || p.Keep {
		t.Errorf("goal b begins with %+v", p)
	}
}

// moveOf and eventOf find by id.
func moveOf(t *testing.T, m *engine.Model, id string) *engine.Move {
	t.Helper()
	for k := range m.Moves {
		if m.Moves[k].ID == id {
			return &m.Moves[k]
		}
	}
	t.Fatalf("no move %s", id)
	return nil
}

func eventOf(t *testing.T, m *engine.Model, id string) *engine.Event {
	t.Helper()
	for k := range m.Events {
		if m.Events[k].ID == id {
			return &m.Events[k]
		}
	}
	t.Fatalf("no event %s", id)
	return nil
}

func TestMovesOfTheModel(t *testing.T) {
	m := small(t, "")
	pause := moveOf(t, m, "pause-agency")
	if pause.Kind != engine.Gesture || pause.Issue != 0 || pause.Rung != 1 || pause.Public || pause.Order != -1 || pause.Channel != -1 ||
		pause.Reveals != -1 || pause.When == nil || len(pause.Touches) != 1 || pause.Touches[0] != 0 || pause.Cable[1] == "" {
		t.Errorf("pause-agency is %+v", pause)
	}
	public := map[string]bool{"stop-raids": true, "loosen-raids": false, "close-cells": true, "speech-miami": true, "show-arms": true,
		"brief-senate": false, "recall-sabotage": false, "canada": false}
	for id, want := range public {
		if got := moveOf(t, m, id).Public; got != want {
			t.Errorf("%s is public: %v", id, got)
		}
	}
	recall := moveOf(t, m, "recall-sabotage")
	if recall.Order != 0 || recall.Run || recall.When != nil {
		t.Errorf("recall-sabotage is %+v", recall)
	}
	if arms := moveOf(t, m, "show-arms"); arms.Reveals != 1 || !arms.Once {
		t.Errorf("show-arms is %+v", arms)
	}
	if x := moveOf(t, m, "expose-notes"); !x.Exposes {
		t.Errorf("expose-notes is %+v", x)
	}
	if x := moveOf(t, m, "open-envoy"); x.Channel != 2 || !x.Documented || x.Source != "made-up" || x.Considered == "" {
		t.Errorf("open-envoy is %+v", x)
	}
}

func TestEffectsOfTheModel(t *testing.T) {
	m := small(t, "")
	meter, monthly := m.Theory.Worth.Meter, m.Theory.Worth.Monthly
	q := func(index int16, amount int64) engine.Effect {
		return engine.Effect{Kind: engine.AddQuantity, Side: engine.NoSide, Index: index, Amount: amount}
	}
	tests := []struct {
		what string
		got  []engine.Effect
		want []engine.Effect
	}{
		{"speech-miami", moveOf(t, m, "speech-miami").Effects, []engine.Effect{q(engine.QHawksW, -meter[1]), q(engine.QStandingW, meter[1]),
			q(engine.QTrustH, -meter[1]), q(engine.QTension, meter[1])}},
		{"brief-senate", moveOf(t, m, "brief-senate").Effects, []engine.Effect{q(engine.QPreparedW, meter[4]), q(engine.QCongress, meter[1])}},
		{"show-arms", moveOf(t, m, "show-arms").Effects, []engine.Effect{q(engine.QTension, meter[2]),
			{Kind: engine.SetRung, Side: engine.NoSide, Index: 5, Amount: 1}}},
		{"open-envoy", moveOf(t, m, "open-envoy").Effects, []engine.Effect{{Kind: engine.AddWarmth, Side: engine.NoSide, Index: 2, Amount: 1}}},
		{"shipload", eventOf(t, m, "shipload").Effects, []engine.Effect{q(engine.QStandardCount, -1_500_000), q(engine.QPatron, -meter[1])}},
		{"leak-times", eventOf(t, m, "leak-times").Effects, []engine.Effect{q(engine.QStories, 1000), q(engine.QStandardCount+1, meter[3]),
			q(engine.QHawksW, meter[1])}},
		{"president-shot", eventOf(t, m, "president-shot").Effects, []engine.Effect{
			{Kind: engine.SetLeader, Side: engine.Washington, Index: 1}, q(engine.QTension, meter[2]),
			{Kind: engine.SetChannel, Side: engine.NoSide, Index: 1, Amount: int64(engine.Closed)}}},
		{"queue-riot", eventOf(t, m, "queue-riot").Effects, []engine.Effect{q(engine.QStandingH, -meter[2]), q(engine.QExit, meter[2]),
			{Kind: engine.SetOrder, Side: engine.NoSide, Index: 1, Amount: 0}}},
		{"sabotage", m.Orders[0].Effects, []engine.Effect{q(engine.QHardship, monthly[1]), q(engine.QHawksH, monthly[1])}},
	}
	for _, c := range tests {
		if len(c.got) != len(c.want) {
			t.Errorf("%s does %+v", c.what, c.got)
			continue
		}
		for k := range c.want {
			if c.got[k] != c.want[k] {
				t.Errorf("%s: effect %d is %+v, want %+v", c.what, k, c.got[k], c.want[k])
			}
		}
	}
}

func TestEventsOfTheModel(t *testing.T) {
	m := small(t, "")
	raid, shot, riot := eventOf(t, m, "raid-coast"), eventOf(t, m, "president-shot"), eventOf(t, m, "queue-riot")
	if raid.Class != engine.Stochastic || m.Theory.Hazards[raid.Kind].Name != "raid" || raid.Rate != 3 || raid.Pause != 7 ||
		raid.KnownTo != [2]bool{true, false} || raid.ContentHash == 0 {
		t.Errorf("raid-coast is %+v", raid)
	}
	if shot.Class != engine.Exogenous || shot.On != engine.Date(1963, 11, 22) || !shot.Person || m.Theory.Hazards[shot.Kind].Name != "death" {
		t.Errorf("president-shot is %+v", shot)
	}
	if riot.Class != engine.Triggered || riot.Kind != -1 || riot.When == nil || riot.Most != 2 {
		t.Errorf("queue-riot is %+v", riot)
	}
}

func TestRecordOfTheModel(t *testing.T) {
	m := small(t, "")
	r := m.Record
	if len(r.Moves) != 6 || len(r.Events) != 2 || len(r.Weeks) != 2 {
		t.Fatalf("the record is %+v", r)
	}
	if x := r.Moves[1]; x.Match != "prisoners" || x.Choice.Answer != engine.Accept || x.Precision != "about" || x.Side != engine.Havana {
		t.Errorf("the second move is %+v", x)
	}
	if x := r.Moves[2]; x.Choice.Kind != engine.Gesture || x.Choice.Move != 0 || x.Precision != "day" {
		t.Errorf("the third move is %+v", x)
	}
	if c := m.Checkpoints[0]; c.Want != 10_500_000 || c.Tolerance != 1_500_000 || !c.FrozenWrong {
		t.Errorf("the first checkpoint is %+v", c)
	}
}

// vars tells every ref its own number.
type vars map[expr.Ref]int64

func (v vars) Value(r expr.Ref) int64 { return v[r] }

// TestRefs compiles every name and call and asks which ref it reads.
func TestRefs(t *testing.T) {
	text := readFile(t, "testdata/small.toml")
	raid := expr.Ref(0)
	refs := map[string]expr.Ref{
		`tension`:                                   engine.RefQuantity | engine.QTension,
		`capital.havana`:                            engine.RefQuantity | engine.QCapitalH,
		`broken`:                                    engine.RefQuantity | engine.QBroken,
		`press`:                                     engine.RefQuantity | (engine.QStandardCount + 1),
		`rung("troops")`:                            engine.RefRung | 3,
		`highest("prepared.havana")`:                engine.RefHighestQ | engine.QPreparedH,
		`lowest("soldiers")`:                        engine.RefLowestQ | engine.QStandardCount,
		`highest("contact")`:                        engine.RefHighestRung | 4,
		`lowest("raids")`:                           engine.RefLowestRung,
		`bargained("embargo")`:                      engine.RefBargained | 2,
		`if(open("envoy"), 1, 0)`:                   engine.RefOpen | 2,
		`if(burned("swiss"), 1, 0)`:                 engine.RefBurned,
		`warmth("reporter")`:                        engine.RefWarmth | 1,
		`if(ordered("sabotage"), 1, 0)`:             engine.RefOrdered,
		`done("stop-raids")`:                        engine.RefDone | 1,
		`since("stop-raids")`:                       engine.RefSince | 1,
		`struck("shipload")`:                        engine.RefStruck | 2,
		`quiet("shipload")`:                         engine.RefQuiet | 2,
		`struck_kind("raid")`:                       engine.RefStruckKind | raid,
		`quiet_kind("leak")`:                        engine.RefQuietKind | 1,
		`if(leader("washington", "johnson"), 1, 0)`: engine.RefLeader | 1,
		`if(leader("havana", "castro"), 1, 0)`:      engine.RefLeader | 16,
		`kept("havana")`:                            engine.RefKept | 1,
		`denied("washington")`:                      engine.RefDenied,
		`accepted("havana")`:                        engine.RefAccepted | 1,
		`refused("washington")`:                     engine.RefRefused,
		`asked("havana")`:                           engine.RefAsked | 1,
		`waiting("havana")`:                         engine.RefWaiting | 1,
		`elapsed()`:                                 engine.RefElapsed,
	}
	for source, ref := range refs {
		m := load(t, replaceOnce(t, text, `value = "soldiers"`, "value = '"+source+"'"))
		prog := m.Checkpoints[0].Value
		if got := prog.Refs(); len(got) != 1 || got[0] != ref {
			t.Errorf("%s reads %v, want %d", source, got, ref)
		}
		if got := prog.Eval(vars{ref: 1}); got != 1 {
			t.Errorf("%s is %d, want 1", source, got)
		}
	}
	m := load(t, replaceOnce(t, text, `value = "soldiers"`, `value = 'rung("prisoners", "nobody sees them")'`))
	if got := m.Checkpoints[0].Value.Eval(vars{}); got != 3 {
		t.Errorf("the number of a rung is %d, want 3", got)
	}
}

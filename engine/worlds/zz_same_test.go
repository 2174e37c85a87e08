package worlds_test

import (
	"fmt"
	"os"
	"testing"

	"backchannel/engine"
	"backchannel/engine/noise"
	"backchannel/engine/record"
	"backchannel/engine/scenario"
	"backchannel/engine/worlds"
)

func zzload(t *testing.T, file, cut string) *engine.Model {
	th, err := os.ReadFile("../../scenarios/theory.toml")
	if err != nil { t.Fatal(err) }
	theory, p := scenario.LoadTheory("theory.toml", th)
	if theory == nil { t.Fatal(p) }
	data, err := os.ReadFile(file)
	if err != nil { t.Fatal(err) }
	m, p := scenario.Load(theory, 1, "accommodation.toml", data, cut)
	if m == nil { t.Fatal(p) }
	return m
}

func TestZZSame(t *testing.T) {
	a := zzload(t, "/tmp/yr/old.toml", "")
	b := zzload(t, "../../scenarios/accommodation.toml", "")
	wa, wb := engine.NewWorld(a, engine.FreeSetup(1)), engine.NewWorld(b, engine.FreeSetup(1))
	dumpdiff(t, a, b, &wa.S, &wb.S)
	differ := 0
	for seed := uint64(1); seed <= 150; seed++ {
		la, lb := log(a, seed), log(b, seed)
		n := len(la)
		if len(lb) < n { n = len(lb) }
		k := 0
		for k < n && la[k] == lb[k] { k++ }
		if k < len(la) || k < len(lb) {
			differ++
			if differ <= 8 {
				x, y := "end", "end"
				if k < len(la) { x = la[k] }
				if k < len(lb) { y = lb[k] }
				t.Logf("seed %d: choice %d: old %s | new %s", seed, k, x, y)
			}
		}
	}
	t.Logf("%d of 150 differ", differ)
}

func log(m *engine.Model, seed uint64) []string {
	f := worlds.NewFree(m)
	f.W.Audit = &engine.Audit{}
	f.W.Reset(engine.FreeSetup(seed), noise.Free(seed))
	worlds.Run(f.W, [2]worlds.Player{f.Minds[0], f.Minds[1]})
	var out []string
	for _, c := range f.W.Audit.Choices {
		out = append(out, fmt.Sprint(c.Day, c.Side, engine.FormatChoice(m, c.Side, c.Choice)))
	}
	out = append(out, m.Headline.Outcomes[f.W.Outcome()].ID, fmt.Sprint(f.W.Score(0), f.W.Score(1)))
	return out
}

func dumpdiff(t *testing.T, a, b *engine.Model, x, y *engine.State) {
	name := map[string]int{}
	for k := range a.Quantities { name[a.Quantities[k].Name] = k }
	for k := range b.Quantities {
		j, ok := name[b.Quantities[k].Name]
		if !ok { t.Logf("new quantity %s = %d", b.Quantities[k].Name, y.Q[k]); continue }
		if x.Q[j] != y.Q[k] || x.Hi[j] != y.Hi[k] || x.Lo[j] != y.Lo[k] { t.Logf("quantity %s: %d %d", b.Quantities[k].Name, x.Q[j], y.Q[k]) }
	}
	for k := range a.Issues {
		if x.Rungs[k] != y.Rungs[k] || x.OpenRung[k] != y.OpenRung[k] || x.HiRung[k] != y.HiRung[k] { t.Logf("issue %s", a.Issues[k].ID) }
		if x.Agreed[k] != y.Agreed[k] { t.Logf("agreed %s %v", a.Issues[k].ID, y.Agreed[k]) }
		for s := 0; s < 2; s++ {
			if x.Beliefs[s][k] != y.Beliefs[s][k] { t.Logf("belief %d %s: %v %v", s, a.Issues[k].ID, x.Beliefs[s][k], y.Beliefs[s][k]) }
			for ty := range a.Sides[s].Types {
				if a.Sides[s].Types[ty].Furthest[k] != b.Sides[s].Types[ty].Furthest[k] { t.Logf("furthest %s %s: %d %d", a.Sides[s].Types[ty].ID, a.Issues[k].ID, a.Sides[s].Types[ty].Furthest[k], b.Sides[s].Types[ty].Furthest[k]) }
			}
		}
	}
	for k := range a.Channels {
		if x.Channels[k] != y.Channels[k] { t.Logf("channel %s: %+v %+v", a.Channels[k].ID, x.Channels[k], y.Channels[k]) }
	}
	for k := range a.Orders {
		for j := range b.Orders {
			if a.Orders[k].ID == b.Orders[j].ID && x.Orders[k] != y.Orders[j] { t.Logf("order %s: %+v %+v", a.Orders[k].ID, x.Orders[k], y.Orders[j]) }
		}
	}
	for k := range b.Events { if y.Events[k].Struck > 0 { t.Logf("struck %s %+v", b.Events[k].ID, y.Events[k]) } }
	for k := range b.Moves { if y.Done[k] > 0 { t.Logf("done %s %d last %s", b.Moves[k].ID, y.Done[k], y.LastDone[k]) } }
	t.Log("serial", x.Serial, y.Serial, "leader", x.Leader, y.Leader, "crossed", x.Crossed, y.Crossed, "failed", x.Failed, y.Failed, "capital", x.Q[engine.QCapitalW], y.Q[engine.QCapitalW], "crises", y.Crises)
	for k := range y.Pledges { if y.Pledges[k].Serial != 0 { t.Log("pledge", y.Pledges[k]) } }
}

func TestZZYear(t *testing.T) {
	m := zzload(t, "../../scenarios/accommodation.toml", "year")
	f := record.Force(m)
	for _, u := range f.Unexplained { t.Log("unexplained:", u) }
	t.Log("interventions", f.World.Interventions, "silent", f.Silent)
	for _, h := range f.World.Audit.Hashes { _ = h }
	now := map[string]int64{}
	for k := range m.Quantities { now[m.Quantities[k].Name] = f.World.S.Q[k] / 1000 }
	t.Log(now)
}

func TestZZPath(t *testing.T) {
	for _, cut := range []string{"year", "autumn"} {
		m := zzload(t, "../../scenarios/accommodation.toml", cut)
		last := engine.Day(0)
		record.ForceWatched(m, func(w *engine.World, n engine.Need, made engine.Choice, silent bool) {
			if w.S.Day == last { return }
			last = w.S.Day
			line := w.S.Day.String()
			for _, q := range []int{engine.QTension, engine.QTrustW, engine.QTrustH, engine.QStandingW, engine.QStandingH, engine.QHawksW, engine.QHawksH, engine.QCongress, engine.QPatron, engine.QHardship, engine.QExit} { line += fmt.Sprintf(" %s=%d", m.Quantities[q].Name, w.S.Q[q]/1000) }
			for k := range m.Quantities { if m.Quantities[k].Name == "oas" || m.Quantities[k].Name == "soldiers" || m.Quantities[k].Name=="relatives" { line += fmt.Sprintf(" %s=%d", m.Quantities[k].Name, w.S.Q[k]/1000) } }
			t.Log(line, "cap", w.S.Q[engine.QCapitalW]/1000, w.S.Q[engine.QCapitalH]/1000)
		})
	}
}

package stats

import (
	"math"
	"testing"

	"backchannel/engine"
	"backchannel/engine/fidelity"
)

// decision is one in which a question and two offers could be made, each of
// weight 1 beside hold's 1.
func decision(day engine.Day, kind engine.Kind, weight uint64) fidelity.Decision {
	d := fidelity.Decision{Day: day, First: true, Choice: engine.Choice{Kind: kind, Move: -1}, Total: 4, Hold: 1, Weight: weight}
	d.Threads[engine.Probe], d.Threads[engine.Offer] = 1, 2
	return d
}

func record(ds ...fidelity.Decision) *fidelity.Record { return &fidelity.Record{Decisions: ds} }

// TestSkillOfChance: a policy that weighs all alike has no skill against the
// uniform baseline; one that gives all its weight to what was done has nearly
// all there is.
func TestSkillOfChance(t *testing.T) {
	alike := ChoicesOf(nil, record(decision(1, engine.Probe, 1), decision(40, engine.Offer, 1), decision(70, engine.Probe, 1)))
	if alike.Baseline != baselines[0] || math.Abs(alike.Skill) > 1e-9 {
		t.Errorf("all alike: skill %v against %s", alike.Skill, alike.Baseline)
	}
	sure := ChoicesOf(nil, record(decision(1, engine.Probe, 3), decision(40, engine.Offer, 3)))
	if sure.Skill < 0.99 {
		t.Errorf("all weight on what was done: skill %v", sure.Skill)
	}
	never := ChoicesOf(nil, record(decision(1, engine.Probe, 0)))
	if never.Skill >= 0 || never.NotThought != 1 {
		t.Errorf("never thought of: %+v", never)
	}
}

// TestWhen: hold's share decides the log score of acting and of holding.
func TestWhen(t *testing.T) {
	c := ChoicesOf(nil, record(decision(1, engine.Probe, 1), decision(8, engine.Hold, 1)))
	if want := (math.Log(0.75) + math.Log(0.25)) / 2; math.Abs(c.When-want) > 1e-9 {
		t.Errorf("when is %v, want %v", c.When, want)
	}
	if want := math.Log(0.5); math.Abs(c.BaseRate-want) > 1e-9 {
		t.Errorf("the base rate's is %v, want %v", c.BaseRate, want)
	}
}

// TestSameKind: who expects the kind of last time gives it more than its share.
func TestSameKind(t *testing.T) {
	d := decision(1, engine.Offer, 1)
	if a, b := sameKind(&d, int(engine.Offer)), sameKind(&d, int(engine.Probe)); a != 2.0/3/2 || b != 1.0/3/2 {
		t.Errorf("offers after offers %v, after questions %v", a, b)
	}
}

// TestHabitsOfOtherEras: who knows what the side did elsewhere gives that kind
// more, and never learns from the era itself.
func TestHabitsOfOtherEras(t *testing.T) {
	here := record(decision(1, engine.Offer, 1))
	there := record(decision(1, engine.Probe, 1), decision(8, engine.Probe, 1))
	here.Model, there.Model = &engine.Model{ID: "here"}, &engine.Model{ID: "there"}
	h := habitsOf([]*fidelity.Record{here, there}, here)
	if h[0][engine.Probe] != 2 || h[0][engine.Offer] != 0 {
		t.Fatalf("habits are %v", h[0][:4])
	}
	asked, offered := decision(1, engine.Probe, 1), decision(1, engine.Offer, 1)
	if a, b := asElsewhere(&asked, &h[0]), asElsewhere(&offered, &h[0]); math.Abs(a-0.75) > 1e-9 || math.Abs(b-0.125) > 1e-9 {
		t.Errorf("a question %v, an offer %v", a, b)
	}
}

// TestIntervalHoldsTheSkill: the bootstrap's interval lies round the skill.
func TestIntervalHoldsTheSkill(t *testing.T) {
	var ds []fidelity.Decision
	for k := range 60 {
		ds = append(ds, decision(engine.Day(k*11), engine.Kind(1+k%2), uint64(1+k%3)))
	}
	c := ChoicesOf(nil, record(ds...))
	if !(c.Low <= c.Skill && c.Skill <= c.High) || c.Low == c.High {
		t.Errorf("skill %v in %v to %v", c.Skill, c.Low, c.High)
	}
}

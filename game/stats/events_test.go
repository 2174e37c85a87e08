package stats

import (
	"math"
	"testing"

	"backchannel/engine"
	"backchannel/engine/fidelity"
)

// struck is an era with one hazard, forecast to strike with odds p in each of so
// many spells; it strikes in the first few.
func struck(id string, p float64, spells, strikes int) *fidelity.Record {
	m := &engine.Model{ID: id, Events: []engine.Event{{Class: engine.Stochastic}}}
	m.Theory.Hazards = []engine.Hazard{{Name: "raid"}}
	r := &fidelity.Record{Model: m}
	for k := range spells {
		clock := uint64(-math.Log(1-p) * (1 << 32))
		r.Spells = append(r.Spells, fidelity.Spell{Days: fidelity.SpellDays, Clock: clock, Struck: k < strikes})
	}
	return r
}

// TestEventsAgainstTheOtherEras: who says what the other eras say has no skill;
// who says the share that comes out has some where the other eras mislead; what
// was held to be impossible costs skill.
func TestEventsAgainstTheOtherEras(t *testing.T) {
	there := struck("there", 0.5, 1000, 693) // an intensity of 0.693: odds of a half
	alike := struck("here", 0.5, 40, 10)
	if e := EventsOf([]*fidelity.Record{there, alike}, alike); math.Abs(e.Skill) > 0.01 || e.N != 40 || e.Struck != 10 {
		t.Errorf("as the other eras have it: %+v", e)
	}
	right := struck("here", 0.25, 40, 10)
	e := EventsOf([]*fidelity.Record{there, right}, right)
	if want := 1 - 0.1875/0.25; math.Abs(e.Skill-want) > 0.02 {
		t.Errorf("as it came out: skill %v, want %v", e.Skill, want)
	}
	right.Spells = append(right.Spells, fidelity.Spell{Days: fidelity.SpellDays, Struck: true, Imposed: true})
	if f := EventsOf([]*fidelity.Record{there, right}, right); f.Skill >= e.Skill || f.Imposed != 1 {
		t.Errorf("with what was impossible skill %v, without %v", f.Skill, e.Skill)
	}
}

// TestRateOfAnUnknownKind: of a kind that no other era has the rate of all kinds
// is known.
func TestRateOfAnUnknownKind(t *testing.T) {
	there := struck("there", 0.5, 100, 30)
	r := ratesOf([]*fidelity.Record{there}, struck("here", 0.5, 1, 0))
	if got := r.of("storm"); math.Abs(got-0.3) > 1e-9 {
		t.Errorf("an unknown kind strikes %v times", got)
	}
	if got := r.of("raid"); math.Abs(got-0.3) > 1e-9 {
		t.Errorf("a known kind strikes %v times", got)
	}
}

package stats

import (
	"math"

	"backchannel/engine/fidelity"
)

// Events says how well the model's intensities foresaw what struck: a forecast a
// hazard and thirty days in which it could strike, in the forced replay, scored
// by Brier (1950) against one who knows how often its kind struck in the other
// eras.
type Events struct {
	Skill    float64 `json:"skill"` // 1 − Brier(model) / Brier(baseline)
	Low      float64 `json:"low"`   // 90 % interval, bootstrap over hazards
	High     float64 `json:"high"`
	N        int     `json:"n"`        // forecasts
	Struck   int     `json:"struck"`   // of them it struck in
	Expected float64 `json:"expected"` // by the model
	Imposed  int     `json:"imposed"`  // struck although the model holds it to be impossible
	Listed   int     `json:"listed"`   // hazards
	Never    int     `json:"never"`    // of them never struck

	Kinds map[string]KindOfEvent `json:"kinds"`
}

// KindOfEvent counts one kind of hazard.
type KindOfEvent struct {
	N        int     `json:"n"`
	Struck   int     `json:"struck"`
	Expected float64 `json:"expected"`
	Baseline float64 `json:"baseline"` // expected by the other eras' rate
}

// forecast is one spell's squared error under the model and the baseline.
type forecast struct{ model, base float64 }

// EventsOf reads the spells of one or several records; all are those of every
// era, from which the kinds' rates are read.
func EventsOf(all []*fidelity.Record, records ...*fidelity.Record) Events {
	e := Events{Kinds: map[string]KindOfEvent{}}
	var hazards [][]forecast
	for _, r := range records {
		listed, never := r.Hazards()
		e.Listed, e.Never = e.Listed+listed, e.Never+never
		rates := ratesOf(all, r)
		own := make([][]forecast, len(r.Model.Events))
		for k := range r.Spells {
			s := &r.Spells[k]
			own[s.Event] = append(own[s.Event], e.see(r, s, rates.of(kindName(r, s.Event))))
		}
		for _, h := range own {
			if len(h) > 0 {
				hazards = append(hazards, h)
			}
		}
	}
	e.Skill = brierSkill(hazards)
	e.Low, e.High = bootstrap(len(hazards), func(pick []int) float64 {
		again := make([][]forecast, len(pick))
		for k, from := range pick {
			again[k] = hazards[from]
		}
		return brierSkill(again)
	})
	return e
}

// see counts one spell.
func (e *Events) see(r *fidelity.Record, s *fidelity.Spell, rate float64) forecast {
	p := -math.Expm1(-float64(s.Clock) / (1 << 32))
	base := -math.Expm1(-rate * float64(s.Days) / fidelity.SpellDays)
	came := 0.0
	kind := e.Kinds[kindName(r, s.Event)]
	if s.Struck {
		came = 1
		e.Struck++
		kind.Struck++
	}
	if s.Imposed {
		p = 0
		e.Imposed++
	}
	e.N++
	e.Expected += p
	kind.N, kind.Expected, kind.Baseline = kind.N+1, kind.Expected+p, kind.Baseline+base
	e.Kinds[kindName(r, s.Event)] = kind
	return forecast{(p - came) * (p - came), (base - came) * (base - came)}
}

func kindName(r *fidelity.Record, event int) string {
	return r.Model.Theory.Hazards[r.Model.Events[event].Kind].Name
}

// rates are how often kinds of hazard struck elsewhere each thirty days in which
// they could.
type rates struct {
	struck, spells map[string]float64
	overall        float64
}

func ratesOf(records []*fidelity.Record, but *fidelity.Record) rates {
	t := rates{struck: map[string]float64{}, spells: map[string]float64{}}
	struck, spells := 0.0, 0.0
	for _, r := range records {
		if r.ID() == but.ID() {
			continue
		}
		for k := range r.Spells {
			s := &r.Spells[k]
			kind, days := kindName(r, s.Event), float64(s.Days)/fidelity.SpellDays
			spells += days
			t.spells[kind] += days
			if s.Struck {
				struck++
				t.struck[kind]++
			}
		}
	}
	if spells > 0 {
		t.overall = struck / spells
	}
	return t
}

// of is a kind's rate, smoothed by thirty days at the rate of all kinds, which is
// also what is known of a kind that no other era has.
func (t *rates) of(kind string) float64 { return (t.struck[kind] + t.overall) / (t.spells[kind] + 1) }

func brierSkill(hazards [][]forecast) float64 {
	model, base := 0.0, 0.0
	for _, h := range hazards {
		for _, f := range h {
			model += f.model
			base += f.base
		}
	}
	if base == 0 {
		return 0
	}
	return 1 - model/base
}

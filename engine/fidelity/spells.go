package fidelity

import (
	"backchannel/engine"
	"backchannel/engine/noise"
)

// SpellDays is how many days in which a hazard can strike make a forecast.
const SpellDays = 30

// Spell is up to thirty days in which a hazard could strike in the forced replay:
// its premise held and its clock ran. They need not be on end. The last spell of
// a hazard is what is left.
type Spell struct {
	Event  int
	Days   int
	Clock  uint64 // how far the clock went, Q32: the strikes expected
	Struck bool
	// Imposed: it struck although the model holds it to be impossible on that day.
	// The forecast was then that it would not, whatever the clock says.
	Imposed bool
}

// spells reads the hazards' clocks, a segment a day.
func (r *Record) spells(t *noise.Trace) {
	events := map[uint64]int{}
	for k := range r.Model.Events {
		events[r.Model.Events[k].ContentHash] = k
	}
	open := make([]Spell, len(r.Model.Events))
	t.Clocks(func(event, from, to uint64, points int) {
		k, ok := events[event]
		if !ok || to == from {
			return
		}
		s := &open[k]
		s.Event, s.Days, s.Clock, s.Struck = k, s.Days+1, s.Clock+to-from, s.Struck || points > 0
		if s.Days == SpellDays {
			r.Spells = append(r.Spells, *s)
			*s = Spell{}
		}
	})
	for k := range open {
		if open[k].Days > 0 {
			r.Spells = append(r.Spells, open[k])
		}
	}
	for _, s := range r.Forced.World.Audit.Struck {
		if s.Imposed {
			r.Spells = append(r.Spells, Spell{Event: int(s.Event), Days: SpellDays, Struck: true, Imposed: true})
		}
	}
}

// Hazards counts the hazards that the scenario lists, and those that never
// struck in the record.
func (r *Record) Hazards() (listed, never int) {
	for k := range r.Model.Events {
		if r.Model.Events[k].Class != engine.Stochastic {
			continue
		}
		listed++
		if !r.struck(k) {
			never++
		}
	}
	return listed, never
}

func (r *Record) struck(event int) bool {
	for k := range r.Spells {
		if r.Spells[k].Event == event && r.Spells[k].Struck {
			return true
		}
	}
	return false
}

// Impossible are the recorded events that the model holds to be impossible on
// their day.
func (r *Record) Impossible() (out []string) {
	for _, s := range r.Forced.World.Audit.Struck {
		if s.Imposed {
			out = append(out, s.Day.String()+" "+r.Model.Events[s.Event].Title+" (it could not strike)")
		}
	}
	return out
}

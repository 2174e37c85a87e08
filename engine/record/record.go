// Package record makes a world follow the real history: the choices and events
// of a scenario's record, day by day, under the same rules as any other world.
package record

import (
	"backchannel/engine"
	"backchannel/engine/worlds"
)

// forced makes a world follow the model's record.
type forced struct {
	moves []bool                    // used
	ends  map[engine.Day]engine.Day // of turns that a crisis cut short: by first day, the day after the last
}

// End is the day after the last of a turn: what the record did on a later day
// belongs to the next one, where a crisis had come between.
func (f *forced) End(from, to engine.Day) engine.Day {
	if end, ok := f.ends[from]; ok {
		return min(end, to)
	}
	return to
}

// Rich: nobody lacked the capital for what was really done.
func (f *forced) Rich() bool { return true }

// Strikes is how often a recorded event struck on a day.
func (f *forced) Strikes(m *engine.Model, event int, day engine.Day) int {
	n := 0
	for k := range m.Record.Events {
		if r := &m.Record.Events[k]; int(r.Event) == event && r.On == day {
			n++
		}
	}
	return n
}

// First is the side whose first entry of the turn has the earlier date.
func (f *forced) First(m *engine.Model, from, to engine.Day) engine.Side { return First(m, from, to) }

// First is the side whose first entry from a day on has the earlier date, none
// where the record has no entry before another day.
func First(m *engine.Model, from, to engine.Day) engine.Side {
	first, on := engine.NoSide, to
	for k := range m.Record.Moves {
		if r := &m.Record.Moves[k]; r.On >= from && r.On < on {
			first, on = r.Side, r.On
		}
	}
	return first
}

// Forced is a replay of the record: the world as it ended, and what the model
// could not follow.
type Forced struct {
	World       *engine.World
	Unexplained []string // entries that were not legal, or that answered nothing
	Silent      int      // stages of a side without an entry

	Ends map[engine.Day]engine.Day // of turns that a crisis cut short: by first day, the day after the last

	watch Watch
}

// Watch is told of each choice before it is made; silent says that the record
// has no entry for it.
type Watch func(w *engine.World, n engine.Need, made engine.Choice, silent bool)

// Force replays the model's record: choices and events forced.
func Force(m *engine.Model) *Forced { return ForceWatched(m, nil) }

// ForceWatched is Force with somebody looking on.
func ForceWatched(m *engine.Model, watch Watch) *Forced {
	if watch == nil {
		watch = func(*engine.World, engine.Need, engine.Choice, bool) {}
	}
	f := &forced{moves: make([]bool, len(m.Record.Moves)), ends: map[engine.Day]engine.Day{}}
	for f.cutShort(m) {
	}
	clear(f.moves)
	w := engine.NewForced(m, engine.FreeSetup(0), f)
	out := &Forced{World: w, Ends: f.ends, watch: watch}
	for n := w.Next(); !n.Over; n = w.Next() {
		out.choose(n, f)
	}
	for k := range f.moves {
		if !f.moves[k] {
			out.Unexplained = append(out.Unexplained, m.Record.Moves[k].On.String()+" "+m.Record.Moves[k].Side.String()+": "+
				engine.FormatChoice(m, m.Record.Moves[k].Side, m.Record.Moves[k].Choice))
		}
	}
	return out
}

// cutShort replays the record and notes the first turn that a crisis has cut
// short although entries of later days had been made in it. Their place is in
// the turns that follow. It says whether there was one.
func (f *forced) cutShort(m *engine.Model) bool {
	clear(f.moves)
	w := engine.NewForced(m, engine.FreeSetup(0), f)
	r := &Forced{World: w, watch: func(*engine.World, engine.Need, engine.Choice, bool) {}}
	from, before := w.S.Day, make([]bool, len(f.moves))
	for {
		n := w.Next()
		if n.Over || w.S.Day != from {
			for k := range f.moves {
				if f.moves[k] && !before[k] && m.Record.Moves[k].On >= w.S.Day {
					f.ends[from] = w.S.Day
					return true
				}
			}
			copy(before, f.moves)
			from = w.S.Day
		}
		if n.Over {
			return false
		}
		r.choose(n, f)
	}
}

// choose makes the record's choice for a need, or silence.
func (r *Forced) choose(n engine.Need, f *forced) {
	w := r.World
	silent := true
	for k := range w.M.Record.Moves {
		e := &w.M.Record.Moves[k]
		if f.moves[k] || e.Side != n.Side || e.On < w.S.Day || e.On >= w.S.Next {
			continue
		}
		c := e.Choice
		if answers(&c) != (n.Stage != engine.StageMove) {
			continue
		}
		if n.Stage != engine.StageMove {
			if !w.Touches(n, e.Match) {
				continue
			}
			c.Item = n.Item
		}
		if c.Kind == engine.Hold {
			f.moves[k], silent = true, false
			continue
		}
		r.watch(w, n, c, false)
		if w.Choose(c, [2]engine.Reason{}) == engine.Legal {
			f.moves[k] = true
			return
		}
		if n.Stage == engine.StageMove && w.Intervene(n.Side, c) {
			f.moves[k] = true
			r.Unexplained = append(r.Unexplained, e.On.String()+" "+e.Side.String()+": "+engine.FormatChoice(w.M, e.Side, e.Choice)+" (not legal: an intervention)")
			return
		}
	}
	if n.Stage == engine.StageMove && n.Ordinal == 0 {
		r.Silent++
	}
	c := worlds.Silence(n)
	r.watch(w, n, c, silent)
	w.Choose(c, [2]engine.Reason{})
}

// Before is the world of an era on the eve of a cut that begins later: the
// record replayed from the era's first day.
func Before(m *engine.Model, first engine.Day, pace engine.Pace) *engine.State {
	return &Force(m.Before(first, pace)).World.S
}

package policy

import (
	"backchannel/engine"
	"backchannel/engine/noise"
)

// mostRemembered is how many small races a Memory holds.
const mostRemembered = 4096

// Memory keeps the options of small races with their weights, by the path on
// which a world came to them: worlds that have gone one way so far weigh the same
// options. Nothing changes by it but the time that it takes. It serves one kind
// of worlds, those that began alike; forget it before others. A race is kept when
// it is weighed for the second time: most paths are gone only once.
type Memory struct {
	races    map[uint64]remembered
	once     [1 << 13]uint32 // of paths gone once, by their last bits, others
	options  []Option
	contents []uint64
	weights  []noise.Weight
}

type remembered struct{ from, to int32 }

// Forget empties the memory and keeps its room.
func (m *Memory) Forget() {
	clear(m.races)
	clear(m.once[:])
	m.options, m.contents, m.weights = m.options[:0], m.contents[:0], m.weights[:0]
}

// recall gives the options of a race on a path.
func (m *Memory) recall(path uint64) (remembered, bool) {
	if m == nil {
		return remembered{}, false
	}
	r, ok := m.races[path]
	return r, ok
}

// again says whether a race is weighed for the second time, as far as the paths
// in between have left a trace of the first.
func (m *Memory) again(path uint64) bool {
	first, mark := &m.once[path%uint64(len(m.once))], uint32(path>>32)
	if *first == mark {
		return true
	}
	*first = mark
	return false
}

// keep remembers the options of a race.
func (m *Memory) keep(path uint64, n int, option func(k int) *Option, weigh func(weights []noise.Weight, scores []int64)) {
	if m.races == nil {
		m.races = make(map[uint64]remembered, mostRemembered)
	}
	from := len(m.options)
	scores := make([]int64, 0, maxRaw)
	for k := range n {
		o := option(k)
		m.options, m.contents, scores = append(m.options, *o), append(m.contents, o.Content), append(scores, o.Score)
		m.weights = append(m.weights, 0)
	}
	weigh(m.weights[from:], scores)
	m.races[path] = remembered{int32(from), int32(len(m.options))}
}

// race races remembered options.
func (m *Memory) race(w *engine.World, slot noise.Slot, r remembered) *Option {
	if r.to-r.from == 1 {
		return &m.options[r.from]
	}
	return &m.options[int(r.from)+w.Race(slot, m.contents[r.from:r.to], m.weights[r.from:r.to])]
}

// keeps says whether the options of a small race that is about to be drawn are
// to be remembered, as far as there is room.
func (m *Mind) keeps(w *engine.World, slot noise.Slot, made bool) bool {
	o := m.Memory
	return o != nil && !made && !m.judging && len(o.races) < mostRemembered && o.again(w.Path^uint64(slot))
}

// remember keeps them.
func (m *Mind) remember(w *engine.World, slot noise.Slot, n int, option func(k int) *Option) {
	m.Memory.keep(w.Path^uint64(slot), n, option, m.Weigh)
}

// recalled decides as decide does, by threads that were weighed before, and by
// terms and carriages as far as they were.
func (m *Mind) recalled(w *engine.World, n engine.Need, slot noise.Slot, r remembered, extra *engine.Choice) (engine.Choice, [2]engine.Reason) {
	o := m.Memory.race(w, slot, r)
	if n.Stage != engine.StageMove || o.Choice.Kind != engine.Offer && o.Choice.Kind != engine.Probe {
		return o.Choice, o.Why
	}
	t := Thread{Option: *o}
	slot = slot.After(t.Content)
	best := t.Option
	if o.Choice.Kind == engine.Offer {
		terms, ok := m.Memory.recall(w.Path ^ uint64(slot))
		if !ok {
			m.see(w)
			return m.complete(w, slot, &t, extra, false)
		}
		best = *m.Memory.race(w, slot, terms)
		slot = slot.After(best.Content)
	}
	if way, ok := m.Memory.recall(w.Path ^ uint64(slot)); ok {
		o = m.Memory.race(w, slot, way)
		return o.Choice, o.Why
	}
	m.see(w)
	return m.carry(w, slot, &best, extra, m.mine(&t, extra), false)
}

// see looks at the world through the side's own eyes.
func (m *Mind) see(w *engine.World) {
	m.Look(w)
	m.own()
}

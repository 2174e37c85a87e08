package lab

import (
	"cmp"
	"context"
	"math"
	"slices"
	"sync"

	"backchannel/engine"
	"backchannel/engine/abduct"
	"backchannel/engine/noise"
	"backchannel/engine/whatif"
)

// Turning are the turning points of a play-through: every alternative in every
// slot, those of the slots with the most leverage first.
type Turning struct {
	Alternatives []Alternative `json:"alternatives"`
	Slots        int           `json:"slots"`
	Exist        int           `json:"exist"` // legal alternatives, packages of an offer apart
	Tried        int           `json:"tried"`
	Worlds       int           `json:"worlds"` // under each alternative
	Interrupted  bool          `json:"interrupted"`
}

// slot is one decision with what could have been done in it.
type slot struct {
	fork    *abduct.Fork
	moves   []engine.Choice
	weights []noise.Weight // odds against each other; 0: the policy did not weigh it
	ask     []*whatif.Question
	counts  []*whatif.Counts
	exist   int
}

// Slots are the decisions of a play-through, of one side or of both (NoSide),
// with what could have been done in each.
type Slots []slot

// Work is how many samples the slots take: one a slot and a world.
func (s Slots) Work(worlds int) int { return len(s) * worlds }

// TurningPoints tries every alternative in every slot under the play-through's
// own theory. Leverage is read from as many worlds an option; with few of them
// chance alone makes distributions differ, so that it comes out too high.
func TurningPoints(ctx context.Context, slots Slots, o Options) Turning {
	rest := o
	if o.Early != nil && o.Worlds > o.From+1 {
		first := o
		first.Worlds, rest.From = o.From+1, o.From+1
		slots.ask(ctx, first)
		if ctx.Err() == nil {
			o.Early(slots.Turning(1))
		}
	}
	slots.ask(ctx, rest)
	t := slots.Turning(o.Worlds - o.From)
	t.Interrupted = ctx.Err() != nil
	return t
}

// Turning ranks what has been counted so far, so many worlds under each option.
func (s Slots) Turning(worlds int) Turning {
	t := Turning{Slots: len(s), Worlds: worlds, Alternatives: []Alternative{}}
	for k := range s {
		t.Exist += s[k].exist
		t.add(&s[k])
	}
	slices.SortStableFunc(t.Alternatives, func(a, b Alternative) int {
		if a.on != b.on {
			return cmp.Or(cmp.Compare(*b.Leverage, *a.Leverage), cmp.Compare(a.on, b.on))
		}
		return cmp.Compare(b.swing(), a.swing())
	})
	return t
}

// averts is the share of same-luck worlds in which what happened does not.
func (a *Alternative) averts() float64 {
	if v := a.Averted[a.Historical].Value; v != nil {
		return *v
	}
	return 0
}

// add puts the alternatives of a slot on the list.
func (t *Turning) add(s *slot) {
	leverage := s.leverage()
	reader := abduct.NewActor(s.fork.Past.M)
	for k, q := range s.ask {
		if s.counts[k].Same[0].Worlds == 0 {
			continue
		}
		t.Tried++
		if q.Fork.Past.M.Content(&s.moves[k]) == q.Fork.Past.M.Content(&q.Fork.Decision().Choice) {
			continue // it was done
		}
		i := Inquiry{Versions: []Version{{Name: "fitted", Model: q.Fork.Past.M}}, Questions: []*whatif.Question{q}, Counts: []*whatif.Counts{s.counts[k]}, reader: reader}
		a := i.Result()
		a.Leverage, a.Meters, a.on, a.move = &leverage, nil, s.fork.At, s.moves[k]
		t.Alternatives = append(t.Alternatives, a)
	}
}

// leverage is how much of the headline's distribution in fresh luck hangs on the
// slot: Σ pᵢ·TV(Pᵢ, Σ pⱼPⱼ) over its options, where p are the policy's odds and P
// the distributions. What came out plays no part.
func (s *slot) leverage() float64 {
	_, headline := whatif.Outcomes(s.fork.Past.M)
	total := 0.0
	mean := make([]float64, headline)
	for k := range s.ask {
		p := float64(s.weights[k])
		total += p
		for o := range mean {
			mean[o] += p * s.now(k, o)
		}
	}
	if total == 0 {
		return 0
	}
	sum := 0.0
	for k := range s.ask {
		for o := range mean {
			sum += float64(s.weights[k]) / total * math.Abs(s.now(k, o)-mean[o]/total) / 2
		}
	}
	return sum
}

// now is the share of an outcome in fresh luck under one of the options.
func (s *slot) now(option, outcome int) float64 {
	p := &s.counts[option].Fresh[0]
	return orZero(fraction{p.Joint[outcome].Both + p.Joint[outcome].OnlyNow, p.Worlds})
}

// SlotsOf finds the decisions in which there was something to choose.
func SlotsOf(p *abduct.Past, side engine.Side, manner abduct.Manner, seed uint64) Slots {
	var out Slots
	for k := range p.Decisions {
		d := &p.Decisions[k]
		if side != engine.NoSide && d.Need.Side != side {
			continue
		}
		s := slot{fork: p.Fork(k)}
		s.options()
		if len(s.moves) < 2 {
			continue
		}
		var moves []engine.Choice
		var weights []noise.Weight
		for i, c := range s.moves {
			if q, why := whatif.New(s.fork, c, nil, manner, seed); why == engine.Legal {
				q.Plain = true
				s.ask, moves, weights = append(s.ask, q), append(moves, c), append(weights, s.weights[i])
			}
		}
		s.moves, s.weights = moves, weights
		for _, q := range s.ask {
			s.counts = append(s.counts, whatif.NewCounts(q))
		}
		out = append(out, s)
	}
	return out
}

// options are the threads that the policy weighs, hold among them, then the
// documented moves that are legal and not among them, then what lies one rung
// beside a recorded offer.
func (s *slot) options() {
	threads, weights := s.fork.Options()
	for k := range threads {
		s.moves, s.weights = append(s.moves, threads[k].Choice), append(s.weights, weights[k])
	}
	s.exist = len(s.moves)
	d, m := s.fork.Decision(), s.fork.Past.M
	for k := range m.Moves {
		mv := &m.Moves[k]
		c := engine.Choice{Kind: mv.Kind, Move: int16(k), Issue: -1, Channel: -1}
		if mv.ID == "" || mv.Side != d.Need.Side || s.has(c) || s.fork.Legal(c) != engine.Legal {
			continue
		}
		s.exist++
		if mv.Documented {
			s.extra(c)
		}
	}
	if d.Choice.Kind == engine.Offer {
		s.extra(d.Choice)
		s.neighbours(d.Choice)
	}
}

// extra adds an option that the policy did not weigh.
func (s *slot) extra(c engine.Choice) {
	if !s.has(c) && s.fork.Legal(c) == engine.Legal {
		s.moves, s.weights = append(s.moves, c), append(s.weights, 0)
	}
}

func (s *slot) has(c engine.Choice) bool {
	for k := range s.moves {
		if s.moves[k] == c {
			return true
		}
	}
	return false
}

// neighbours are the offers in which one term is a rung off.
func (s *slot) neighbours(c engine.Choice) {
	for _, by := range [2]int8{-1, 1} {
		for k := int8(0); k < c.Package.NGive; k++ {
			n := c
			n.Package.Give[k].Rung += by
			s.neighbour(n, n.Package.Give[k])
		}
		for k := int8(0); k < c.Package.NAsk; k++ {
			n := c
			n.Package.Ask[k].Rung += by
			s.neighbour(n, n.Package.Ask[k])
		}
	}
}

func (s *slot) neighbour(c engine.Choice, t engine.Term) {
	if t.Rung < 0 || int(t.Rung) >= len(s.fork.Past.M.Issues[t.Issue].Rungs) || s.has(c) || s.fork.Legal(c) != engine.Legal {
		return
	}
	s.exist++
	s.extra(c)
}

// ask asks all alternatives of all slots, each under the first coupling alone;
// what was done is played once a sample and slot.
func (s Slots) ask(ctx context.Context, o Options) {
	var lock sync.Mutex
	jobs(ctx, o, len(s), func() worker {
		actors := map[*engine.Model]*abduct.Actor{}
		hired := make([][]*whatif.Asker, len(s))
		return worker{
			play: func(at int, k int64) {
				if hired[at] == nil {
					for _, q := range s[at].ask {
						hired[at] = append(hired[at], whatif.NewAsker(q, actorOf(actors, q)))
					}
				}
				then := hired[at][0].Then(k)
				for _, a := range hired[at] {
					a.Quick(k, then)
				}
			},
			done: func() {
				lock.Lock()
				defer lock.Unlock()
				for at, askers := range hired {
					for k, a := range askers {
						s[at].counts[k].Add(a.C)
					}
				}
			},
		}
	})
}

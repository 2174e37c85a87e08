package main

import (
	"fmt"
	"strings"

	"backchannel/engine"
	"backchannel/engine/abduct"
)

// slotAt is the decision that a question is about, with the moves.
type slotAt struct {
	decision int
	move     engine.Choice
	instead  *engine.Choice // nil: what was done
}

// slotOf finds the decision: in the turn that holds the day, of the side whose
// move it is, the one in which what it is held against was done; else the first
// in which something was done; else the first.
func (a *app) slotOf(q *asked, p *abduct.Past) (slotAt, error) {
	day, err := engine.ParseDay(q.On)
	if err != nil {
		return slotAt{}, misusef("--on: %v", err)
	}
	if day < p.Decisions[0].Day || day > p.M.Cut.Last {
		return slotAt{}, fmt.Errorf("%s is not in the cut, which goes from %s to %s", q.On, p.Decisions[0].Day, p.M.Cut.Last)
	}
	sides, err := sidesOf(q, p)
	if err != nil {
		return slotAt{}, err
	}
	var firstErr error
	for _, side := range sides {
		s, err := findSlot(q, p, side, day)
		if err == nil {
			return s, nil
		}
		if firstErr == nil {
			firstErr = err
		}
	}
	return slotAt{}, firstErr
}

// sidesOf are the sides whose move it can be, the likelier first.
func sidesOf(q *asked, p *abduct.Past) ([]engine.Side, error) {
	side, err := sideOf(q.Side)
	switch {
	case err != nil:
		return nil, err
	case side != engine.NoSide:
		return []engine.Side{side}, nil
	case p.Person != engine.NoSide:
		return []engine.Side{p.Person, p.Person.Other()}, nil
	}
	var fits []engine.Side
	var first error
	for _, side := range [2]engine.Side{engine.Washington, engine.Havana} {
		_, _, err := engine.ParseChoice(p.M, side, q.Move)
		if err == nil && q.Instead != "" {
			_, _, err = engine.ParseChoice(p.M, side, q.Instead)
		}
		if err == nil {
			fits = append(fits, side)
		} else if first == nil || strings.Contains(first.Error(), "not washington's") {
			first = err
		}
	}
	switch {
	case len(fits) == 0:
		return nil, misusef("--move or --instead: %v", first)
	case len(fits) == 2 && !strings.HasPrefix(q.Move, "answer") && !strings.HasPrefix(q.Move, "promise"):
		return nil, misusef("either side could do that: say whose move is meant with --side")
	}
	return fits, nil
}

// findSlot finds the decision of one side.
func findSlot(q *asked, p *abduct.Past, side engine.Side, day engine.Day) (slotAt, error) {
	move, about, err := engine.ParseChoice(p.M, side, q.Move)
	if err != nil {
		return slotAt{}, misusef("--move %q: %v", q.Move, err)
	}
	s := slotAt{decision: -1, move: move}
	if q.Instead != "" {
		instead, _, err := engine.ParseChoice(p.M, side, q.Instead)
		if err != nil {
			return slotAt{}, misusef("--instead %q: %v", q.Instead, err)
		}
		s.instead = &instead
	}
	answers := move.Kind == engine.Answer || move.Kind == engine.Promise
	for k := range p.Decisions {
		d := &p.Decisions[k]
		if d.Need.Side != side || day < d.Day || day >= d.Next || answers != (d.Need.Stage != engine.StageMove) {
			continue
		}
		if answers && !p.Addresses(d, move.Item, about) {
			continue
		}
		if s.better(p, k) {
			s.decision = k
		}
	}
	switch {
	case s.decision < 0 && answers:
		return s, fmt.Errorf("%s: nothing of that kind waited for an answer of %s in the turn", q.On, side)
	case s.decision < 0:
		return s, fmt.Errorf("%s: %s had no turn then", q.On, side)
	}
	if d := &p.Decisions[s.decision]; s.instead != nil && same(p.M, d.Choice, *s.instead) {
		s.instead = nil
	}
	return s, nil
}

// better says whether a decision is nearer to what is meant than the one found so
// far.
func (s *slotAt) better(p *abduct.Past, k int) bool {
	if s.decision < 0 {
		return true
	}
	old, d := &p.Decisions[s.decision], &p.Decisions[k]
	if s.instead != nil {
		return same(p.M, d.Choice, *s.instead) && !same(p.M, old.Choice, *s.instead)
	}
	return !old.Acts() && d.Acts()
}

func same(m *engine.Model, a, b engine.Choice) bool { return m.Content(&a) == m.Content(&b) }

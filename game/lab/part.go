package lab

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"backchannel/engine/abduct"
	"backchannel/engine/whatif"
)

// Part is what one part of a run counted: of a question under each theory and in
// the other manners, or of every option of each slot. Whoever puts parts together
// asks the same question anew and adds the parts to it. The counts are kept as they
// were read until it is known what there is room for: each is a [whatif.Dump].
type Part struct {
	Counts  []json.RawMessage          `json:"counts,omitempty"` // of each theory; null: the move is not legal under it
	Manners map[string]json.RawMessage `json:"manners,omitempty"`
	Slots   []SlotPart                 `json:"slots,omitempty"`
}

// SlotPart is what was counted of one slot.
type SlotPart struct {
	Decision int               `json:"decision"`
	Options  []json.RawMessage `json:"options"`
}

// Samples are those that a part played.
type Samples struct {
	Options
	Short bool // the part was interrupted: it may have played fewer
}

// Part writes down what the inquiry has counted.
func (q *Inquiry) Part() (Part, error) {
	p := Part{Manners: map[string]json.RawMessage{}}
	for k, c := range q.Counts {
		d, err := dump(q.Questions[k], c)
		if err != nil {
			return p, err
		}
		p.Counts = append(p.Counts, d)
	}
	for _, other := range inManners(q.base()) {
		d, err := dump(other, q.Manners[other.Manner])
		if err != nil {
			return p, err
		}
		p.Manners[other.Manner.String()] = d
	}
	return p, nil
}

// null is written where there are no counts.
const null = "null"

func dump(q *whatif.Question, c *whatif.Counts) (json.RawMessage, error) {
	if q == nil {
		return json.RawMessage(null), nil
	}
	d, err := q.Dump(c)
	if err != nil {
		return nil, err
	}
	return json.Marshal(d)
}

// Clear begins the counts of an inquiry at nothing, to add parts to it.
func (q *Inquiry) Clear() {
	q.Counts = make([]*whatif.Counts, len(q.Questions))
	for k, x := range q.Questions {
		if x != nil {
			q.Counts[k] = whatif.NewCounts(x)
		}
	}
	q.Manners = nothingYet(inManners(q.base()))
}

// Add adds a part of the inquiry, or refuses what cannot have been counted; then
// nothing is added.
func (q *Inquiry) Add(p *Part, s Samples) error {
	if len(p.Counts) != len(q.Questions) || len(p.Manners) != otherManners || p.Slots != nil {
		return fmt.Errorf("counts of %d theories in %d manners, want of %d in %d", len(p.Counts), 1+len(p.Manners), len(q.Questions), 1+otherManners)
	}
	counts := make([]*whatif.Counts, len(q.Questions))
	for k, x := range q.Questions {
		if (x == nil) != (string(p.Counts[k]) == null) {
			return fmt.Errorf("theory %d: the move is legal in the part or here, and not in both", k)
		}
		if x == nil {
			continue
		}
		var err error
		if counts[k], err = s.restore(x, p.Counts[k], inFull); err != nil {
			return fmt.Errorf("theory %d: %w", k, err)
		}
	}
	others, quarter := map[abduct.Manner]*whatif.Counts{}, Samples{s.quarter(), s.Short}
	for _, x := range inManners(q.base()) {
		c, err := quarter.restore(x, p.Manners[x.Manner.String()], firstArm)
		if err != nil {
			return fmt.Errorf("manner %s: %w", x.Manner, err)
		}
		others[x.Manner] = c
	}
	for k, c := range counts {
		if c != nil {
			q.Counts[k].Add(c)
		}
	}
	for m, c := range others {
		q.Manners[m].Add(c)
	}
	return nil
}

// Part writes down what the slots have counted.
func (s Slots) Part() (Part, error) {
	p := Part{Slots: []SlotPart{}}
	for k := range s {
		own := SlotPart{Decision: s[k].fork.At}
		for i, q := range s[k].ask {
			d, err := dump(q, s[k].counts[i])
			if err != nil {
				return p, err
			}
			own.Options = append(own.Options, d)
		}
		p.Slots = append(p.Slots, own)
	}
	return p, nil
}

// Add adds a part of the slots, or refuses what cannot have been counted; then
// some of it may have been added.
func (s Slots) Add(p *Part, played Samples) error {
	if len(p.Slots) != len(s) || p.Counts != nil || p.Manners != nil {
		return fmt.Errorf("counts of %d decisions, want of %d", len(p.Slots), len(s))
	}
	for k := range s {
		own, other := &s[k], &p.Slots[k]
		if other.Decision != own.fork.At || len(other.Options) != len(own.ask) {
			return fmt.Errorf("counts of decision %d with %d options, want %d with %d", other.Decision, len(other.Options), own.fork.At, len(own.ask))
		}
		for i, q := range own.ask {
			c, err := played.restore(q, other.Options[i], quickly)
			if err != nil {
				return fmt.Errorf("decision %d, option %d: %w", own.fork.At, i, err)
			}
			own.counts[i].Add(c)
		}
	}
	return nil
}

// arms says which arms of a question are played beside the first.
type arms struct{ second, instead, fresh, freshSecond bool }

var (
	inFull   = arms{true, true, true, true}
	quickly  = arms{fresh: true}
	firstArm = arms{}
)

// restore reads counts, each arm of which is to have as many worlds as the part
// has samples.
func (s *Samples) restore(q *whatif.Question, data json.RawMessage, a arms) (*whatif.Counts, error) {
	d, err := read(data)
	if err != nil {
		return nil, err
	}
	c, err := q.Restore(d, int64(s.From), int64(s.Worlds))
	if err != nil {
		return nil, err
	}
	n, all := c.Same[0].Worlds, int64(s.Worlds-s.From)
	if n != all && !s.Short {
		return nil, fmt.Errorf("%d worlds, where there are %d samples", n, all)
	}
	for _, arm := range []struct {
		played bool
		worlds int64
	}{{a.second, c.Same[1].Worlds}, {a.instead && q.Instead != nil, c.Instead.Worlds}, {a.fresh, c.Fresh[0].Worlds}, {a.freshSecond, c.Fresh[1].Worlds}} {
		if arm.played && arm.worlds != n || !arm.played && arm.worlds != 0 {
			return nil, fmt.Errorf("%d worlds in one arm and %d in another", n, arm.worlds)
		}
	}
	return c, nil
}

// A dump has one object, five for its arms, and one for each way of parting,
// which takes more bytes than leastWay.
const (
	fewObjects = 6
	leastWay   = 40
)

// read reads a dump. A list of ways with nothing in them would need many times its
// own size: it is refused unread.
func read(data json.RawMessage) (*whatif.Dump, error) {
	if len(data) == 0 || string(data) == null {
		return nil, errors.New("no counts")
	}
	if n := bytes.Count(data, []byte("{")); n > fewObjects+len(data)/leastWay {
		return nil, fmt.Errorf("%d objects in %d bytes", n, len(data))
	}
	var d whatif.Dump
	if err := json.Unmarshal(data, &d); err != nil {
		return nil, err
	}
	return &d, nil
}

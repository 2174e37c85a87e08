package whatif

import (
	"errors"
	"fmt"

	"backchannel/engine"
)

// Restore reads counts of the question back, of samples from one to before
// another. What could not have been counted is refused, so that a dump may come
// from anywhere: only what the model and the question have room for is kept.
func (q *Question) Restore(d *Dump, from, to int64) (*Counts, error) {
	c := NewCounts(q)
	r := restorer{q: q, c: c, from: from, to: to}
	_, r.headline = Outcomes(q.Fork.Past.M)
	steps := []error{r.arm(&c.Same[0], &d.Same[0]), r.arm(&c.Same[1], &d.Same[1]), r.arm(&c.Instead, &d.Instead),
		r.pair(&c.Fresh[0], &d.Fresh[0]), r.pair(&c.Fresh[1], &d.Fresh[1])}
	if err := errors.Join(steps...); err != nil {
		return nil, err
	}
	if c.New = d.New; c.New < 0 || c.New > c.Same[0].Worlds {
		return nil, fmt.Errorf("%d of %d worlds with a choice that nobody faced", c.New, c.Same[0].Worlds)
	}
	if err := r.ways(d.Parting); err != nil {
		return nil, err
	}
	return c, errors.Join(r.fans(d.Fans), r.later(d.Later), r.scores(d.Scores))
}

// later reads in how many worlds the mover did what was done all the same.
func (r *restorer) later(cells []Cell) error {
	sum, last := int64(0), int64(r.q.Fork.Decision().Day)-1
	for _, cell := range cells {
		if cell[0] <= last || cell[0] > int64(r.q.Fork.Past.M.Cut.Last) || cell[1] < 1 || cell[1] > r.c.Same[0].Worlds {
			return fmt.Errorf("%d worlds in which it is done all the same on day %d", cell[1], cell[0])
		}
		last = cell[0]
		sum += cell[1]
		r.c.Later[engine.Day(cell[0])] = cell[1]
	}
	if sum > r.c.Same[0].Worlds {
		return fmt.Errorf("%d of %d worlds in which it is done all the same", sum, r.c.Same[0].Worlds)
	}
	return nil
}

// scores reads the scores: every world of a game has one.
func (r *restorer) scores(cells []Cell) error {
	sum, last := int64(0), int64(-1)
	for _, cell := range cells {
		if cell[0] <= last || cell[0] >= int64(len(r.c.Scores)) || cell[1] < 1 || cell[1] > r.c.Same[0].Worlds {
			return fmt.Errorf("%d worlds with a score of %d", cell[1], cell[0])
		}
		last = cell[0]
		sum += cell[1]
		r.c.Scores[cell[0]] = cell[1]
	}
	if r.c.Scores != nil && sum != r.c.Same[0].Worlds {
		return fmt.Errorf("%d of %d worlds have a score", sum, r.c.Same[0].Worlds)
	}
	return nil
}

// restorer reads a dump.
type restorer struct {
	q        *Question
	c        *Counts
	from, to int64 // samples
	headline int
}

// row refuses a row with more worlds than there are samples, or with counts that
// are not of its outcomes, so many each.
func (r *restorer) row(row *Row, outcomes, each int) error {
	switch {
	case row.Worlds < 0 || row.Worlds > r.to-r.from:
		return fmt.Errorf("%d worlds, where there are %d samples", row.Worlds, r.to-r.from)
	case row.Worlds == 0 && len(row.Counts) == 0:
		return nil
	case len(row.Counts) != outcomes*each:
		return fmt.Errorf("%d counts, where there are %d outcomes", len(row.Counts), outcomes)
	}
	for _, n := range row.Counts {
		if n < 0 || n > row.Worlds {
			return fmt.Errorf("a count of %d in %d worlds", n, row.Worlds)
		}
	}
	return nil
}

// oddly says that outcomes do not add up to the worlds.
func oddly(sum, worlds int64) error {
	if sum == worlds {
		return nil
	}
	return fmt.Errorf("%d outcomes in %d worlds", sum, worlds)
}

func (r *restorer) arm(a *Arm, row *Row) error {
	if err := r.row(row, len(a.Came), 1); err != nil {
		return err
	}
	a.Worlds = row.Worlds
	copy(a.Came, row.Counts)
	sum := int64(0)
	for _, n := range a.Came[:r.headline] {
		sum += n
	}
	return oddly(sum, a.Worlds)
}

func (r *restorer) pair(p *Pair, row *Row) error {
	if err := r.row(row, len(p.Joint), 4); err != nil {
		return err
	}
	p.Worlds = row.Worlds
	var then, now int64
	for k := range p.Joint {
		j := &p.Joint[k]
		if len(row.Counts) > 0 {
			n := row.Counts[4*k:]
			*j = Joint{n[0], n[1], n[2], n[3]}
		}
		if err := oddly(j.Both+j.OnlyThen+j.OnlyNow+j.Neither, p.Worlds); err != nil {
			return err
		}
		if k < r.headline {
			then, now = then+j.Both+j.OnlyThen, now+j.Both+j.OnlyNow
		}
	}
	return errors.Join(oddly(then, p.Worlds), oddly(now, p.Worlds))
}

// ways reads where the worlds part: each of them does in one way, and the first
// samples of two ways are two.
func (r *restorer) ways(list []DumpWay) error {
	sum, last := int64(0), r.from-1
	for k := range list {
		d := &list[k]
		at, of, err := r.way(d)
		switch {
		case err != nil:
			return err
		case d.Sample <= last || d.Sample >= r.to:
			return fmt.Errorf("a way of parting first seen in sample %d: they go from %d to before %d, each way with another", d.Sample, r.from, r.to)
		case d.Worlds < 1 || d.Worlds > r.to-r.from:
			return fmt.Errorf("a way of parting of %d worlds", d.Worlds)
		case r.c.Parting[at].Worlds > 0:
			return fmt.Errorf("a way of parting, %q in the turn of %s, is there twice", d.Now, d.Day)
		}
		r.c.Parting[at], last = of, d.Sample
		sum += d.Worlds
	}
	if sum != r.c.Same[0].Worlds {
		return fmt.Errorf("%d of %d worlds part or do not", sum, r.c.Same[0].Worlds)
	}
	return nil
}

// way reads one way of parting.
func (r *restorer) way(d *DumpWay) (at Parting, of Parted, err error) {
	m := r.q.Fork.Past.M
	at, of = Parting{Day: d.Day, Side: d.Side, Event: d.Event, More: d.More, Faced: d.Faced}, Parted{Worlds: d.Worlds, Sample: d.Sample}
	if d.Side != engine.Washington && d.Side != engine.Havana || d.Event < -1 || int(d.Event) >= len(m.Events) {
		return at, of, fmt.Errorf("a way of parting of side %d and event %d", d.Side, d.Event)
	}
	choice := d.Day != 0 && d.Event < 0
	if (d.Now != "") != choice || (d.Was != "") != d.Faced || d.Faced && !choice || d.More && d.Event < 0 {
		return at, of, fmt.Errorf("a way of parting of %q and %q that is no choice, no event and no other", d.Was, d.Now)
	}
	if (d.Day != 0 || d.Event >= 0) && (d.Day < r.q.Fork.Decision().Day || d.Day > m.Cut.Last) {
		return at, of, fmt.Errorf("a way of parting on %s, which is not between the move and the end", d.Day)
	}
	if at.Was, err = r.q.read(d.Side, d.Was, d.Via[0]); err != nil {
		return at, of, err
	}
	if at.Now, err = r.q.read(d.Side, d.Now, d.Via[1]); err != nil {
		return at, of, err
	}
	for k, w := range d.Reasons {
		reason := engine.Reason{Kind: engine.ReasonKind(w[0]), Issue: int8(w[1]), Amount: engine.Milli(w[2])}
		if w[0] < 0 || w[0] >= int64(engine.ReasonCount) || w[1] < -1 || w[1] >= int64(len(m.Issues)) {
			return at, of, fmt.Errorf("a reason %v for a choice", w)
		}
		of.Reasons[k] = reason
	}
	return at, of, nil
}

// fans reads how the meters stand: every world stands somewhere on every day.
func (r *restorer) fans(cells []Cell) error {
	f := r.c.Fans
	if f == nil {
		if len(cells) > 0 {
			return errors.New("meters of a question that keeps none")
		}
		return nil
	}
	last := int64(-1)
	for _, cell := range cells {
		place, n := cell[0], cell[1]
		if place <= last || place >= int64(len(f.counts)) || n < 1 || n > r.c.Same[0].Worlds {
			return fmt.Errorf("meters: %d worlds at place %d of %d", n, place, len(f.counts))
		}
		f.counts[place], last = uint32(n), place
	}
	for at := 0; at < len(f.counts); at += points {
		sum := int64(0)
		for _, n := range f.counts[at:][:points] {
			sum += int64(n)
		}
		if sum != r.c.Same[0].Worlds {
			return fmt.Errorf("meters: %d of %d worlds stand somewhere on a day", sum, r.c.Same[0].Worlds)
		}
	}
	return nil
}

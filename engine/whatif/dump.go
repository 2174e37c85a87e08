package whatif

import (
	"cmp"
	"fmt"
	"slices"

	"backchannel/engine"
)

// Dump is counts in a plain form, which can be written down, so that the parts of
// a run can be put together. Maps are sorted lists, and what is empty is left out.
// Numbers and choices mean what they mean under the question's model.
type Dump struct {
	Same    [2]Row    `json:"same"`
	Instead Row       `json:"instead"`
	Fresh   [2]Row    `json:"fresh"`
	New     int64     `json:"new,omitempty"`
	Parting []DumpWay `json:"parting,omitempty"` // by their first sample
	Fans    []Cell    `json:"fans,omitempty"`    // by their place
	Later   []Cell    `json:"later,omitempty"`   // by the turn
	Scores  []Cell    `json:"scores,omitempty"`  // by the score
}

// Row is an arm, with one count an outcome, or a pair, with four: both, only then,
// only now, neither.
type Row struct {
	Worlds int64   `json:"worlds"`
	Counts []int64 `json:"counts,omitempty"` // none without worlds
}

// DumpWay is a way of parting with how many worlds go it.
type DumpWay struct {
	Day     engine.Day  `json:"day"`
	Side    engine.Side `json:"side"`
	Event   int16       `json:"event"`
	More    bool        `json:"more,omitempty"`
	Faced   bool        `json:"faced,omitempty"`
	Was     string      `json:"was,omitempty"` // in the grammar, "" where there is none
	Now     string      `json:"now,omitempty"`
	Via     [2]int8     `json:"via,omitzero"` // channel + 1 of what was and is now, where the grammar does not say it, as of a counter-offer
	Worlds  int64       `json:"worlds"`
	Sample  int64       `json:"sample"`
	Reasons [2]Why      `json:"reasons,omitzero"`
}

// Why is a reason: its kind, its issue, its amount.
type Why [3]int64

// Cell is a place, of the fans counted through days, meters and heights, and how
// many worlds pass through it.
type Cell [2]int64

// Dump writes counts of the question down. It fails where a choice could not be
// read back as it is.
func (q *Question) Dump(c *Counts) (*Dump, error) {
	d := &Dump{Instead: c.Instead.row(), New: c.New}
	for k := range c.Same {
		d.Same[k], d.Fresh[k] = c.Same[k].row(), c.Fresh[k].row()
	}
	for at, of := range c.Parting {
		way, err := q.dumpWay(at, of)
		if err != nil {
			return nil, err
		}
		d.Parting = append(d.Parting, way)
	}
	slices.SortFunc(d.Parting, func(a, b DumpWay) int { return cmp.Compare(a.Sample, b.Sample) })
	if c.Fans != nil {
		for place, n := range c.Fans.counts {
			if n > 0 {
				d.Fans = append(d.Fans, Cell{int64(place), int64(n)})
			}
		}
	}
	for day, n := range c.Later {
		d.Later = append(d.Later, Cell{int64(day), n})
	}
	slices.SortFunc(d.Later, func(a, b Cell) int { return cmp.Compare(a[0], b[0]) })
	for score, n := range c.Scores {
		if n > 0 {
			d.Scores = append(d.Scores, Cell{int64(score), n})
		}
	}
	return d, nil
}

func (a *Arm) row() Row {
	if a.Worlds == 0 {
		return Row{}
	}
	return Row{a.Worlds, a.Came}
}

func (p *Pair) row() Row {
	if p.Worlds == 0 {
		return Row{}
	}
	r := Row{Worlds: p.Worlds}
	for _, j := range p.Joint {
		r.Counts = append(r.Counts, j.Both, j.OnlyThen, j.OnlyNow, j.Neither)
	}
	return r
}

func (q *Question) dumpWay(at Parting, of Parted) (DumpWay, error) {
	d := DumpWay{Day: at.Day, Side: at.Side, Event: at.Event, More: at.More, Faced: at.Faced, Worlds: of.Worlds, Sample: of.Sample}
	for k, r := range of.Reasons {
		d.Reasons[k] = Why{int64(r.Kind), int64(r.Issue), int64(r.Amount)}
	}
	var bad [2]error
	d.Was, d.Via[0], bad[0] = q.write(at.Side, at.Was)
	d.Now, d.Via[1], bad[1] = q.write(at.Side, at.Now)
	return d, cmp.Or(bad[0], bad[1])
}

// someItem stands in the grammar for what a bare answer addresses.
const someItem = 1

// write is a bare choice in the grammar, with the channel if the grammar leaves it
// out; no choice at all is "".
func (q *Question) write(side engine.Side, c engine.Choice) (text string, via int8, err error) {
	if c == (engine.Choice{}) {
		return "", 0, nil
	}
	addressed := c
	if c.Kind == engine.Answer || c.Kind == engine.Promise {
		addressed.Item = someItem
	}
	text = engine.FormatChoice(q.Fork.Past.M, side, addressed)
	back, err := q.read(side, text, 0)
	if err == nil && back.Channel != c.Channel {
		via = c.Channel + 1
		back, err = q.read(side, text, via)
	}
	if err != nil || back != c {
		return "", 0, fmt.Errorf("the choice %q cannot be written down", text)
	}
	return text, via, nil
}

// read is what write wrote.
func (q *Question) read(side engine.Side, text string, via int8) (engine.Choice, error) {
	if via < 0 || int(via) > len(q.Fork.Past.M.Channels) || text == "" && via != 0 {
		return engine.Choice{}, fmt.Errorf("the choice %q by channel %d", text, via-1)
	}
	if text == "" {
		return engine.Choice{}, nil
	}
	c, _, err := engine.ParseChoice(q.Fork.Past.M, side, text)
	if via > 0 {
		c.Channel = via - 1
	}
	return bare(c), err
}

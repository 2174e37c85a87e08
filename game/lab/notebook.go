package lab

import (
	"fmt"

	"backchannel/engine"
)

// Expectation is what somebody expected before they looked.
type Expectation struct {
	Still int    `json:"still"`         // in how many of 100 worlds with the same luck the play-through would still end as it did
	Why   string `json:"why,omitempty"` // in their own words
}

// Tried is a question that was asked in a visit, with what was expected.
type Tried struct {
	Decision int // of the play-through
	Move     engine.Choice
	Text     string // of the move
	Expected Expectation
	Run      *Run
}

// MostWhy is how long a reason may be, in letters.
const MostWhy = 200

// Found is an answer as far as it has come.
type Found struct {
	Alternative
	Read    Reading  `json:"reading"`
	Fans    []Fan    `json:"fans"`
	Stopped *Stopped `json:"stopped,omitempty"` // nil: it ran to its end
}

// Stopped says on how many worlds an answer stands that was stopped, and of how
// many it would have stood.
type Stopped struct {
	Done int64 `json:"done"`
	All  int64 `json:"all"`
}

// Notebook is what was asked in a visit with what came of it, in the form that the
// report reads beside its play-through.
type Notebook struct {
	Scenario     string  `json:"scenario"`
	Cut          string  `json:"cut"`
	Play         string  `json:"play"` // hash of the play-through at its end
	Alternatives []Found `json:"alternatives"`
}

// Notebook is what was asked so far, as far as it is answered.
func (v *Visit) Notebook() Notebook {
	n := Notebook{Scenario: v.Past.M.ID, Cut: v.Past.M.Cut.ID, Play: v.hash(), Alternatives: []Found{}}
	for k := range v.Tried {
		if f := v.Tried[k].Run.Found(); f != nil {
			n.Alternatives = append(n.Alternatives, *f)
		}
	}
	return n
}

func (v *Visit) hash() string { return fmt.Sprintf("%016x", v.Past.Hash()) }

// Recall takes up a notebook of an earlier visit; it says whether it is of this
// play-through. What cannot be found in it any more is left out.
func (v *Visit) Recall(n *Notebook) bool {
	if n.Scenario != v.Past.M.ID || n.Cut != v.Past.M.Cut.ID || n.Play != v.hash() {
		return false
	}
	for k := range n.Alternatives {
		f := &n.Alternatives[k]
		decision, move, ok := v.find(&f.Alternative)
		if !ok || !f.whole() {
			continue
		}
		t := Tried{Decision: decision, Move: move, Text: f.Read.Move, Run: finished(f)}
		if f.Expected != nil {
			t.Expected = *f.Expected
		}
		v.Tried = append(v.Tried, t)
	}
	return true
}

// whole says whether an answer has all that those who show it rely on; it may come
// from a file.
func (f *Found) whole() bool {
	for k := range f.Fans {
		n := &f.Fans[k]
		if len(n.Middle) == 0 || len(n.Low) != len(n.Middle) || len(n.High) != len(n.Middle) || len(n.Was) == 0 {
			return false
		}
	}
	return len(f.Read.Answer) > 0 && len(f.Read.Shares) > 0 && (f.Expected == nil || f.Expected.Still >= 0 && f.Expected.Still <= 100)
}

// find is the decision that an alternative was asked of, and the move.
func (v *Visit) find(a *Alternative) (decision int, move engine.Choice, ok bool) {
	m := v.Past.M
	for k := range v.Past.Decisions {
		d := &v.Past.Decisions[k]
		if d.Day.String() != a.On || d.Need.Side.String() != a.Side || text(m, d, d.Choice) != a.Done {
			continue
		}
		move, _, err := engine.ParseChoice(m, d.Need.Side, a.Move)
		if d.Need.Stage != engine.StageMove {
			move.Item = 0
		}
		return k, move, err == nil
	}
	return 0, engine.Choice{}, false
}

// finished is a run that is over, with what it found.
func finished(f *Found) *Run {
	r := &Run{background: inBackground(func() {})}
	r.latest.Store(f)
	if s := f.Stopped; s != nil {
		r.cut = true
		r.done.Store(s.Done)
		r.all.Store(s.All)
	}
	close(r.over)
	return r
}

// Still is in how many of 100 worlds with the same luck it ends as it did.
func (f *Found) Still() int { return hundred(f.SameLuck[f.Historical]) }

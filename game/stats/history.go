package stats

import (
	"backchannel/engine/fidelity"
	"backchannel/game/lab"
	"backchannel/game/tally"
)

// Checkpoints counts how the forced replay meets the record's checkpoints.
type Checkpoints struct {
	Forced int `json:"forced"` // a recorded move or event sets them
	Earned int `json:"earned"` // inside, moved mostly by the theory
	Held   int `json:"held"`   // inside, because little moved them
	Missed int `json:"missed"`
	Frozen int `json:"frozen"` // how many a world frozen at its opening would meet
}

// History is how faithful the model is to one record, or to several pooled.
type History struct {
	Choices     Choices     `json:"choices"`
	Events      Events      `json:"events"`
	Checkpoints Checkpoints `json:"checkpoints"`
	Silent      int         `json:"silent"`      // stages of a side without an entry: they count as hold
	Unexplained []string    `json:"unexplained"` // entries that the model cannot explain

	Paths        *Paths           `json:"paths,omitempty"`        // where worlds were played
	Free         map[string]*Free `json:"free,omitempty"`         // by who is played by the policy: washington, havana or both
	Expectations *Expectations    `json:"expectations,omitempty"` // where they were asked
	Jitter       *Jitter          `json:"jitter,omitempty"`       // of one record, where it was drawn
	HeldOut      *HeldOut         `json:"held_out,omitempty"`     // of one record, where the theory was fitted to the others
}

// Who may be played by the policy while the other side follows the record.
var Who = [...]string{"washington", "havana", "both"}

// Evidence is one record beside the model: weighed one step ahead, and what
// worlds show of it, where any were played.
type Evidence struct {
	Record *fidelity.Record
	Sights [len(Who)]*tally.Sight // nil: not played
	Rows   []lab.Expected
	Asked  bool    // the rows were asked
	Jitter *Jitter // nil: not drawn
	Held   *HeldOut
}

// HistoryOf reads one or several records; all are those of every era, from
// which a side's habits and the kinds' rates are read.
func HistoryOf(all []*fidelity.Record, evidence ...*Evidence) History {
	var records []*fidelity.Record
	h := History{Unexplained: []string{}}
	for _, e := range evidence {
		r := e.Record
		records = append(records, r)
		h.Silent += r.Forced.Silent
		h.Unexplained = append(append(h.Unexplained, r.Forced.Unexplained...), r.Impossible()...)
		for _, c := range r.Checkpoints {
			h.Checkpoints.count(c)
		}
		h.see(e)
	}
	if len(evidence) == 1 {
		h.Jitter, h.HeldOut = evidence[0].Jitter, evidence[0].Held
	}
	h.Choices, h.Events = ChoicesOf(all, records...), EventsOf(all, records...)
	return h
}

// see takes in what worlds show.
func (h *History) see(e *Evidence) {
	m := e.Record.Model
	for k, who := range Who {
		s := e.Sights[k]
		if s == nil {
			continue
		}
		if h.Free == nil {
			h.Free, h.Paths = map[string]*Free{}, &Paths{Series: map[string]SeriesPaths{}}
		}
		if h.Free[who] == nil {
			h.Free[who] = &Free{}
		}
		h.Free[who].add(m, s)
		if who == "both" {
			h.Paths.add(m, s.Fans)
		}
	}
	if e.Asked {
		if h.Expectations == nil {
			h.Expectations = &Expectations{Rows: []Expectation{}}
		}
		h.Expectations.add(m.ID, e.Rows)
	}
}

func (n *Checkpoints) count(c fidelity.Checkpoint) {
	switch c.Class {
	case fidelity.SetByRecord:
		n.Forced++
	case fidelity.Earned:
		n.Earned++
	case fidelity.Held:
		n.Held++
	default:
		n.Missed++
	}
	if c.Frozen {
		n.Frozen++
	}
}

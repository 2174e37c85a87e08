package stats

import "backchannel/engine/fidelity"

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
}

// HistoryOf reads one or several records; all are those of every era, from
// which a side's habits are read.
func HistoryOf(all []*fidelity.Record, records ...*fidelity.Record) History {
	h := History{Choices: ChoicesOf(all, records...), Events: EventsOf(all, records...), Unexplained: []string{}}
	for _, r := range records {
		h.Silent += r.Forced.Silent
		h.Unexplained = append(append(h.Unexplained, r.Forced.Unexplained...), r.Impossible()...)
		for _, c := range r.Checkpoints {
			h.Checkpoints.count(c)
		}
	}
	return h
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

package replay

import (
	"backchannel/engine"
	"backchannel/engine/record"
)

// Record replays the record and gives its result.
func Record(m *engine.Model) (Result, error) {
	f := record.Force(m)
	w := f.World
	return Result{Turns: len(w.Audit.Hashes), Hash: w.Audit.Hash, Outcome: m.Headline.Outcomes[w.Outcome()].ID, OK: true}, nil
}

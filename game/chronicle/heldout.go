package chronicle

import (
	"context"
	"fmt"
	"io/fs"

	"backchannel/engine"
	"backchannel/engine/fidelity"
	"backchannel/game/fit"
	"backchannel/game/stats"
)

// heldOut fits the theory's table of choice to the records of the other eras
// alone, and weighs this one under what comes out.
func heldOut(ctx context.Context, library fs.FS, all []*fidelity.Record, r *fidelity.Record) (*stats.HeldOut, error) {
	var others []*engine.Model
	for _, o := range all {
		if o.ID() != r.ID() {
			others = append(others, o.Model)
		}
	}
	if len(others) == 0 {
		return nil, nil
	}
	p, err := fit.New(library, others, "choice")
	if err != nil {
		return nil, err
	}
	found := p.Search(ctx, 1, func(int) {})
	own, err := fit.New(library, []*engine.Model{r.Model}, "choice")
	if err != nil {
		return nil, err
	}
	records, err := own.Records(found.Values)
	if err != nil {
		return nil, fmt.Errorf("%s held out: %w", r.ID(), err)
	}
	c := stats.ChoicesOf(all, records...)
	h := &stats.HeldOut{When: c.When, What: c.Skill, Of: len(p.Params)}
	for k := range p.Params {
		if found.Values[k] != p.Params[k].Now {
			h.Moved++
		}
	}
	return h, nil
}

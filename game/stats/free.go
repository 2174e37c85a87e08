package stats

import (
	"backchannel/engine"
	"backchannel/game/tally"
)

// Free is what comes of a cut when one side or both are played by the policy; a
// side that is not does what the record has, each thing on its day where it is
// legal, and is of history's type. Everything else is drawn.
type Free struct {
	Worlds      int64              `json:"worlds"`
	Outcomes    map[string]float64 `json:"outcomes,omitempty"` // of the headline; not where eras are pooled
	Historical  string             `json:"historical,omitempty"`
	AsInHistory float64            `json:"as_in_history"` // share of worlds with the headline of history; the mean, where eras are pooled
	Met         float64            `json:"met"`           // checkpoints met in a world, on average
	Checkpoints int                `json:"checkpoints"`   // of so many
	Frozen      int                `json:"frozen"`        // met by a world that stays as it opened
	Made        float64            `json:"made"`          // share of the record's choices that could be made; 0 where nobody follows it

	cuts    int
	made    float64
	entries int
}

// add takes in one cut's run.
func (f *Free) add(m *engine.Model, s *tally.Sight) {
	if s.Worlds == 0 {
		return
	}
	n := float64(s.Worlds)
	history := 0.0
	if h := int(m.Headline.Historical); h >= 0 && h < len(s.Outcomes) {
		history, f.Historical = float64(s.Outcomes[h])/n, m.Headline.Outcomes[h].ID
	}
	f.Outcomes = map[string]float64{}
	for k := range s.Outcomes {
		f.Outcomes[m.Headline.Outcomes[k].ID] = float64(s.Outcomes[k]) / n
	}
	f.AsInHistory = (f.AsInHistory*float64(f.cuts) + history) / float64(f.cuts+1)
	if f.cuts++; f.cuts > 1 {
		f.Outcomes, f.Historical = nil, ""
	}
	f.Worlds += s.Worlds
	f.Met += float64(s.Met) / n
	f.Checkpoints, f.Frozen = f.Checkpoints+s.Checkpoints, f.Frozen+s.Frozen
	f.made, f.entries = f.made+float64(s.Made)/n, f.entries+s.Entries
	if f.entries > 0 {
		f.Made = f.made / float64(f.entries)
	}
}

package engine

// windows notes which moves' windows have opened since the last turn: what has just
// become possible is on everybody's desk (Kingdon 1984 on policy windows).
func (w *World) windows() {
	s := &w.S
	for k := range w.M.Moves {
		when := w.M.Moves[k].When
		open := when == nil || when.True(s)
		switch {
		case !open:
			s.Opened[k] = 0
		case !s.Open[k] && s.Turn > 1:
			s.Opened[k] = s.Day
		}
		s.Open[k] = open
	}
}

// fresh is how lately the window of a move that is legal opened, from 1,000 on its
// day down to nothing; 0 if the move has been made since.
func (w *World) fresh(m *Move, index int) int64 {
	s, lasts := &w.S, w.M.Theory.Choice.FreshFor
	since := s.Opened[index]
	if !s.Open[index] { // it opened within this turn
		since = s.Day
	}
	age := int64(s.Day - since)
	if m.When == nil || since == 0 || age >= lasts || s.Done[index] > 0 && s.LastDone[index] >= since {
		return 0
	}
	return 1000 * (lasts - age) / lasts
}

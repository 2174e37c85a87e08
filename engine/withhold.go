package engine

// What Washington withholds hurts at once; what the patron then replaces hurts no
// more and cannot be withheld again (the sugar quota of 1960; Drezner 2003 and
// Hufbauer, Schott and Elliott 2007 on patrons who substitute).

// withhold makes the effects of Washington's pressure on a ladder: of the hardship
// it brings only what the patron has not replaced already.
func (w *World) withhold(m *Move, cause Cause) {
	for k := range m.Effects {
		e := &m.Effects[k]
		if e.When != nil && !e.When.True(&w.S) {
			continue
		}
		if e.Kind != AddQuantity || e.Index != QHardship || e.Amount <= 0 {
			w.effect(e, cause)
			continue
		}
		before := w.S.Q[QHardship]
		w.add(QHardship, Withholds(e.Amount, w.S.Replaced[m.Issue]), cause)
		w.S.Withheld[m.Issue] += w.S.Q[QHardship] - before
	}
}

// Withholds is how much of a pressure's hardship is left once the patron has
// replaced so much.
func Withholds(amount, replaced Milli) Milli { return max(amount-replaced, 0) }

// replace is the patron's work on a day: he makes good a share of what is
// withheld, by his support.
func (w *World) replace() {
	share := w.M.Theory.Pressure.Replace * w.S.Q[QPatron] / (100 * Point)
	for i := range w.M.Issues {
		good := w.S.Withheld[i] * share / (1000 * 30)
		if good == 0 {
			continue
		}
		w.daily(dailyPatron+i, QHardship, -good, Cause{Rule: RuleReplaced, Side: Havana, Index: int16(i), Input: w.S.Withheld[i]})
		w.S.Withheld[i] -= good
		w.S.Replaced[i] += good
	}
}

// closer is how far a patron is drawn in by pressure: a patron who gives half of
// all support or more by the whole, one who has gone hardly at all.
func (w *World) closer(amount Milli) Milli {
	return amount * min(w.S.Q[QPatron], 50*Point) / (50 * Point)
}

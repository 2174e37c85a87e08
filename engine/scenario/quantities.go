package scenario

import (
	"backchannel/engine"
)

// MaxOwnQuantities is how many quantities a scenario may add.
const MaxOwnQuantities = 38

// standard is what is fixed about a standard quantity.
type standard struct {
	title   string
	unit    string
	counter bool
	start   bool // the scenario gives its value at the opening
	need    bool // and must
	seen    [2]bool
}

var (
	all        = [2]bool{true, true}
	washington = [2]bool{true, false}
	havana     = [2]bool{false, true}
)

var standards = [engine.QStandardCount]standard{
	engine.QTension:   {title: "Tension", start: true, need: true, seen: all},
	engine.QTrustW:    {title: "Washington's trust of Havana", start: true, need: true, seen: washington},
	engine.QTrustH:    {title: "Havana's trust of Washington", start: true, need: true, seen: havana},
	engine.QStandingW: {title: "The President's standing", start: true, need: true, seen: all},
	engine.QStandingH: {title: "Havana's standing at home", start: true, need: true, seen: havana},
	engine.QHawksW:    {title: "Washington's hard men", start: true, need: true, seen: all},
	engine.QHawksH:    {title: "Havana's hard men", start: true, need: true, seen: havana},
	engine.QCongress:  {title: "Congress's room", start: true, need: true, seen: all},
	engine.QPatron:    {title: "The patron's support", start: true, need: true, seen: all},
	engine.QHardship:  {title: "Hardship in Cuba", start: true, need: true, seen: all},
	engine.QExit:      {title: "Exit pressure", start: true, need: true, seen: all},
	engine.QCapitalW:  {title: "Washington's capital", counter: true, seen: washington},
	engine.QCapitalH:  {title: "Havana's capital", counter: true, seen: havana},
	engine.QStories:   {title: "Stories that name the line", unit: "stories", counter: true, start: true, seen: all},
	engine.QDebtW:     {title: "Washington's unpaid cost of secrecy", seen: washington},
	engine.QDebtH:     {title: "Havana's unpaid cost of secrecy", seen: havana},
	engine.QOwedW:     {title: "What Washington owes an answer", seen: all},
	engine.QOwedH:     {title: "What Havana owes an answer", seen: all},
	engine.QPressureW: {title: "Washington's fresh public pressure", seen: all},
	engine.QPressureH: {title: "Havana's fresh public pressure", seen: all},
	engine.QCoverW:    {title: "Cover for Washington at home", seen: all},
	engine.QCoverH:    {title: "Cover for Havana at home", seen: all},
	engine.QPreparedW: {title: "Ground prepared in Washington", seen: washington},
	engine.QPreparedH: {title: "Ground prepared in Havana", seen: havana},
	engine.QBroken:    {title: "Promises broken", unit: "promises", counter: true, start: true, seen: all},
	engine.QProgress:  {title: "Visible progress of the talks", seen: all},
	engine.QSurge:     {title: "The press of arrivals", seen: all},
}

// declareOwn gives numbers to the scenario's own quantities.
func (l *loader) declareOwn() {
	s := l.src
	ids, at := idsOf(s.Quantities, func(t *quantityTable) (word, place) { return t.ID, t.At })
	n := min(len(ids), MaxOwnQuantities)
	if len(ids) > n {
		l.add(at[n], "one quantity too many: at most %d are allowed", n)
	}
	s.Quantities = s.Quantities[:n]
	for _, id := range ids[:n] {
		switch {
		case !id.set:
		case !goodName(id.text):
			l.add(id.at, "the id %q of a quantity must be lower case letters and digits, a letter first: expressions would read a hyphen as minus", id.text)
		case dateNames[id.text] || id.text == "true" || id.text == "false":
			l.add(id.at, "no quantity may be called %q", id.text)
		}
		if !l.quantities.put(id.text) && id.set {
			l.add(id.at, "a second quantity %q", id.text)
		}
	}
}

// goodName says whether an id can be written as a name in expressions.
func goodName(id string) bool {
	if !goodID(id) || id[0] < 'a' {
		return false
	}
	for k := range len(id) {
		if id[k] == '-' {
			return false
		}
	}
	return true
}

// quantityTables fills the quantities.
func (l *loader) quantityTables() {
	for k := range standards {
		st := &standards[k]
		l.m.Quantities = append(l.m.Quantities, engine.Quantity{Name: engine.StandardNames[k], Title: st.title, Unit: st.unit,
			Counter: st.counter, SeenBy: st.seen})
	}
	l.startTables()
	for k := range l.src.Quantities {
		t := &l.src.Quantities[k]
		q := engine.Quantity{Name: t.ID.text, Title: t.Title.text, Unit: t.Unit.text, Counter: t.Counter.on, SeenBy: all}
		if t.SeenBy != nil {
			q.SeenBy = l.sideSet(t.SeenBy)
		}
		if t.Start.set {
			q.Start = l.value(q.Counter, t.Start)
		}
		q.Words = l.stepWords(q.Counter, t.Words)
		q.Note = l.judged(t.At, "a quantity", t.Source, t.Note)
		l.m.Quantities = append(l.m.Quantities, q)
	}
}

// startTables gives the standard quantities their values at the opening.
func (l *loader) startTables() {
	var given [engine.QStandardCount]bool
	for k := range l.src.Starts {
		t := &l.src.Starts[k]
		note := l.judged(t.At, "a value at the opening", t.Source, t.Note)
		q, ok := l.find(l.quantities, t.Quantity, "quantity")
		switch {
		case !ok:
			continue
		case q >= engine.QStandardCount:
			l.add(t.Quantity.at, "%q has its own start among the quantities", t.Quantity.text)
			continue
		case !standards[q].start:
			l.add(t.Quantity.at, "the engine keeps %q by itself; it has no start", t.Quantity.text)
			continue
		case given[q]:
			l.add(t.Quantity.at, "a second start of %q", t.Quantity.text)
		}
		given[q] = true
		m := &l.m.Quantities[q]
		m.Note, m.Words = note, l.stepWords(m.Counter, t.Words)
		if t.Value.set {
			m.Start = l.value(m.Counter, t.Value)
		}
	}
	if l.src.Starts == nil {
		return
	}
	for q := range standards {
		if standards[q].need && !given[q] {
			l.add(l.src.At, "there is no [[start]] of %q", engine.StandardNames[q])
		}
	}
}

// value reads the value of a quantity at the opening.
func (l *loader) value(counter bool, w whole) engine.Milli {
	most := int64(100)
	if counter {
		most = MostAmount
	}
	if w.n < 0 || w.n > most {
		l.add(w.at, "the value must be from 0 to %d, not %d", most, w.n)
		return 0
	}
	return w.n * engine.Point
}

// stepWords reads the words for the steps of a quantity.
func (l *loader) stepWords(counter bool, tables []stepWordTable) []engine.StepWord {
	var words []engine.StepWord
	for k := range tables {
		t := &tables[k]
		l.value(counter, t.From)
		if k > 0 && t.From.set && t.From.n <= tables[k-1].From.n {
			l.add(t.From.at, "the words must stand in the order of their steps")
		}
		words = append(words, engine.StepWord{From: int32(min(max(t.From.n, 0), MostAmount)), Text: t.Text.text})
	}
	return words
}

package scenario

import (
	"io"
	"io/fs"
	"path"
	"reflect"
	"slices"
	"strings"

	"backchannel/engine"
	"backchannel/engine/expr"
	"backchannel/engine/noise"
)

// TheoryFile is the name of the theory beside the scenarios.
const TheoryFile = "theory.toml"

// beside are the files that lie beside the scenarios and are none: the theory,
// the ensemble of theories round it, and the premises of the phenomena.
var beside = []string{TheoryFile, "ensemble.toml", "premises.toml"}

// Load reads a scenario under a theory and compiles one of its cuts, or the
// default cut if cut is "". The model is nil if there is any mistake; with
// warnings alone it can be used.
func Load(theory *engine.Theory, theoryHash uint64, name string, data []byte, cut string) (*engine.Model, Problems) {
	m, problems := load(theory, theoryHash, name, data, cut)
	if theory == nil {
		problems = append(problems, Problem{File: name, Message: "there is no theory to load it under"}).sorted()
	}
	return m, problems
}

// load is Load; without a theory it checks what can be checked and gives no
// model.
func load(theory *engine.Theory, theoryHash uint64, name string, data []byte, cut string) (*engine.Model, Problems) {
	l := &loader{report: report{file: name}, theory: theory}
	l.m = &engine.Model{ScenarioHash: noise.HashString(string(data)), TheoryHash: theoryHash}
	if theory == nil {
		l.theory, l.broken = &engine.Theory{}, true
	}
	l.load(data, cut)
	if l.bad || l.broken {
		return nil, l.list.sorted()
	}
	l.m.Prepare()
	l.openCut()
	if l.bad {
		return nil, l.list.sorted()
	}
	return l.m, l.list.sorted()
}

// LoadFS reads theory.toml and the scenario with that id and compiles one of
// its cuts, or the default cut if cut is "".
func LoadFS(fsys fs.FS, id, cut string) (*engine.Model, Problems) {
	theory, hash, problems := theoryOf(fsys)
	if !goodID(id) {
		return nil, append(problems, Problem{File: id, Message: "this is no id of a scenario: lower case letters, digits and hyphens"})
	}
	data, bad := read(fsys, id+".toml")
	if bad != nil {
		return nil, append(problems, *bad).sorted()
	}
	m, more := load(theory, hash, id+".toml", data, cut)
	return m, append(problems, more...).sorted()
}

// theoryOf reads the theory beside the scenarios; it is nil after a mistake.
func theoryOf(fsys fs.FS) (*engine.Theory, uint64, Problems) {
	data, bad := read(fsys, TheoryFile)
	if bad != nil {
		return nil, 0, Problems{*bad}
	}
	theory, problems := LoadTheory(TheoryFile, data)
	return theory, noise.HashString(string(data)), problems
}

// read reads a file, but not much more of it than may be.
func read(fsys fs.FS, name string) ([]byte, *Problem) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, &Problem{File: name, Message: "the file cannot be opened: " + reason(err)}
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, MaxBytes+1))
	if err != nil {
		return nil, &Problem{File: name, Message: "the file cannot be read: " + reason(err)}
	}
	return data, nil
}

// reason is what an error says without the name of the file.
func reason(err error) string {
	if bad, ok := err.(*fs.PathError); ok {
		return bad.Err.Error()
	}
	return err.Error()
}

// Check reads the theory and every scenario and reports whatever is wrong with
// any of them.
func Check(fsys fs.FS) Problems {
	theory, hash, problems := theoryOf(fsys)
	files, err := scenarioFiles(fsys)
	if err != nil {
		return append(problems, Problem{File: ".", Message: "the folder cannot be read: " + reason(err)}).sorted()
	}
	for _, name := range files {
		data, bad := read(fsys, name)
		if bad != nil {
			problems = append(problems, *bad)
			continue
		}
		problems = append(problems, checkCuts(theory, hash, name, data)...)
	}
	return problems.sorted()
}

// checkCuts compiles every cut of a scenario: each has its own goals and may
// have its own headline.
func checkCuts(theory *engine.Theory, hash uint64, name string, data []byte) Problems {
	m, problems := load(theory, hash, name, data, "")
	if m == nil {
		return problems
	}
	for _, c := range m.Cuts {
		if c.ID != m.Cut.ID {
			_, more := load(theory, hash, name, data, c.ID)
			problems = append(problems, more...)
		}
	}
	return problems
}

// scenarioFiles are the scenarios of a folder.
func scenarioFiles(fsys fs.FS) ([]string, error) {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, err
	}
	var files []string
	for _, e := range entries {
		if !e.IsDir() && strings.HasSuffix(e.Name(), ".toml") && !slices.Contains(beside, e.Name()) {
			files = append(files, e.Name())
		}
	}
	return files, nil
}

// loader turns one scenario file into a model.
type loader struct {
	report
	src    *scenarioFile
	m      *engine.Model
	theory *engine.Theory
	broken bool // the theory could not be read; its names are not checked

	sources, cuts, quantities, issues, channels, orders, moves, events, hazards *names
	flows, crises, flowKinds, ruleKinds                                         *names
	cut                                                                         *cutTable // the one that is compiled
	opening                                                                     []engine.Setting
	leaders, types, goals                                                       [2]*names
	rungs                                                                       []*names
	used                                                                        []bool // sources
}

var sides = [2]engine.Side{engine.Washington, engine.Havana}

func (l *loader) load(data []byte, cut string) {
	doc := l.parse(data)
	if doc == nil {
		return
	}
	l.src = &scenarioFile{}
	l.decode(doc, l.src, optionalKey)
	l.m.Theory = *l.theory
	l.head(cut)
	l.declareAll()
	l.quantityTables()
	l.issueTables()
	l.channelTables()
	l.orderTables()
	l.flowTables()
	l.ownRuleTables()
	l.crisisTables()
	l.sideTables()
	l.moveTables()
	l.eventTables()
	l.headline()
	l.endingTables()
	l.recordTables()
	l.openings()
	l.unusedSources()
}

// head fills what the file says of itself.
func (l *loader) head(cut string) {
	s := l.src
	l.m.ID, l.m.Title, l.m.Version = s.ID.text, s.Title.text, s.Version.text
	if s.ID.set && !goodID(s.ID.text) {
		l.add(s.ID.at, "the id %q must be lower case letters and digits with single hyphens between", s.ID.text)
	} else if base := strings.TrimSuffix(path.Base(l.file), ".toml"); s.ID.set && base != s.ID.text {
		l.add(s.ID.at, "the id %q is not the name of the file, %q", s.ID.text, base)
	}
	for k, e := range s.Elections {
		l.m.Elections = append(l.m.Elections, e.day)
		if k > 0 && e.set && e.day <= s.Elections[k-1].day {
			l.add(e.at, "elections must stand in the order of time")
		}
	}
	l.short(s.Silence.Washington, 25, "card")
	l.short(s.Silence.Havana, 25, "card")
	l.sourceTables()
	l.cutTables(cut)
	l.choose()
}

// declareAll gives numbers to every id before anything is compiled.
func (l *loader) declareAll() {
	s := l.src
	l.quantities = newNames(engine.StandardNames[:]...)
	l.declareOwn()
	l.issues, l.channels, l.orders = newNames(), newNames(), newNames()
	l.moves, l.events, l.hazards = newNames(), newNames(), newNames()
	l.flows, l.crises, l.flowKinds, l.ruleKinds = newNames(), newNames(), newNames(), newNames()
	ids, at := idsOf(s.Issues, func(t *issueTable) (word, place) { return t.ID, t.At })
	s.Issues = s.Issues[:l.declare(l.issues, "issue", ids, at, engine.MaxIssues)]
	ids, at = idsOf(s.Channels, func(t *channelTable) (word, place) { return t.ID, t.At })
	s.Channels = s.Channels[:l.declare(l.channels, "channel", ids, at, engine.MaxChannels)]
	ids, at = idsOf(s.Orders, func(t *orderTable) (word, place) { return t.ID, t.At })
	s.Orders = s.Orders[:l.declare(l.orders, "standing order", ids, at, engine.MaxOrders)]
	ids, at = idsOf(s.Moves, func(t *moveTable) (word, place) { return t.ID, t.At })
	s.Moves = s.Moves[:l.declare(l.moves, "move", ids, at, engine.MaxMoves)]
	ids, at = idsOf(s.Events, func(t *eventTable) (word, place) { return t.ID, t.At })
	s.Events = s.Events[:l.declare(l.events, "event", ids, at, engine.MaxEvents)]
	ids, at = idsOf(s.Flows, func(t *flowTable) (word, place) { return t.ID, t.At })
	s.Flows = s.Flows[:l.declare(l.flows, "flow", ids, at, engine.MaxFlows)]
	ids, at = idsOf(s.Crises, func(t *crisisTable) (word, place) { return t.ID, t.At })
	s.Crises = s.Crises[:l.declare(l.crises, "crisis", ids, at, engine.MaxCrises)]
	for k := range l.theory.Hazards {
		l.hazards.put(l.theory.Hazards[k].Name)
	}
	for k := range l.theory.Flows {
		l.flowKinds.put(l.theory.Flows[k].Name)
	}
	for k := range l.theory.Rules {
		l.ruleKinds.put(l.theory.Rules[k].Name)
	}
	for _, side := range sides {
		l.declareSide(side)
	}
	l.declareRungs()
	for k := range s.Issues {
		if _, clash := l.quantities.index[s.Issues[k].ID.text]; clash {
			l.add(s.Issues[k].ID.at, "%q is a quantity as well: give the issue another id", s.Issues[k].ID.text)
		}
	}
	if k, ok := l.channels.index["openly"]; ok {
		l.add(s.Channels[k].ID.at, `no channel may be called "openly", which stands for none`)
	}
}

// declareSide gives numbers to a side's leaders, types and goals.
func (l *loader) declareSide(side engine.Side) {
	t := l.sideTable(side)
	l.leaders[side], l.types[side], l.goals[side] = newNames(), newNames(), newNames()
	ids, at := idsOf(t.Leaders, func(t *leaderTable) (word, place) { return t.ID, t.At })
	t.Leaders = t.Leaders[:l.declare(l.leaders[side], "leader", ids, at, engine.MaxLeaders)]
	ids, at = idsOf(t.Types, func(t *typeTable) (word, place) { return t.ID, t.At })
	t.Types = t.Types[:l.declare(l.types[side], "type", ids, at, engine.MaxTypes)]
	ids, at = idsOf(t.Goals, func(t *goalTable) (word, place) { return t.ID, t.At })
	t.Goals = t.Goals[:l.declare(l.goals[side], "goal", ids, at, engine.MaxGoals)]
	ids, at = idsOf(t.Constituencies, func(t *constituencyTable) (word, place) { return t.ID, t.At })
	t.Constituencies = t.Constituencies[:l.declare(newNames(), "constituency", ids, at, engine.MaxConstituencies)]
	ids, at = idsOf(t.Advisers, func(t *adviserTable) (word, place) { return t.ID, t.At })
	t.Advisers = t.Advisers[:l.declare(newNames(), "adviser", ids, at, engine.MaxAdvisers)]
}

// declareRungs gives numbers to the rungs of every ladder.
func (l *loader) declareRungs() {
	l.rungs = make([]*names, len(l.src.Issues))
	for k := range l.src.Issues {
		t := &l.src.Issues[k]
		if len(t.Rungs) > engine.MaxRungs {
			l.add(t.Rungs[engine.MaxRungs].at, "more than %d rungs", engine.MaxRungs)
			t.Rungs = t.Rungs[:engine.MaxRungs]
		}
		l.rungs[k] = newNames()
		for _, w := range t.Rungs {
			if !l.rungs[k].put(w.text) && w.set {
				l.add(w.at, "a second rung %q", w.text)
			}
		}
	}
}

func idsOf[T any](tables []T, id func(*T) (word, place)) ([]word, []place) {
	ids, at := make([]word, len(tables)), make([]place, len(tables))
	for k := range tables {
		ids[k], at[k] = id(&tables[k])
	}
	return ids, at
}

// sideTable is the table of a side.
func (l *loader) sideTable(side engine.Side) *sideTable {
	if side == engine.Washington {
		return &l.src.Side.Washington
	}
	return &l.src.Side.Havana
}

var sideNames = newNames("washington", "havana")

// side reads the name of a side.
func (l *loader) side(w word) engine.Side {
	if !w.set {
		return engine.Washington
	}
	k, _ := l.find(sideNames, w, "side")
	return engine.Side(k)
}

// sideSet reads a list of sides.
func (l *loader) sideSet(list []word) (set [2]bool) {
	for _, w := range list {
		if w.set {
			set[l.side(w)] = true
		}
	}
	return set
}

// rung reads the words of a rung of an issue; −1 if they are missing or wrong.
func (l *loader) rung(issue int, w word) int8 {
	if !w.set {
		return -1
	}
	k, ok := l.rungs[issue].index[w.text]
	if !ok {
		l.add(w.at, "the issue %q has no rung %q%s", l.issues.list[issue], w.text, expr.Suggest(w.text, l.rungs[issue].list))
		return -1
	}
	return int8(k)
}

// step reads a judged step within its range.
func (l *loader) step(w whole, least, most int64, what string) int8 {
	if w.set && (w.n < least || w.n > most) {
		l.add(w.at, "%s must be from %d to %d, not %d", what, least, most, w.n)
		return int8(least)
	}
	return int8(w.n)
}

// days reads a number of days.
func (l *loader) days(w whole, what string) int16 {
	if w.set && (w.n < 0 || w.n > engine.MostDays) {
		l.add(w.at, "%s must be from 0 to %d days, not %d", what, engine.MostDays, w.n)
		return 0
	}
	return int16(w.n)
}

// MostAmount is the largest amount of a quantity, in its units.
const MostAmount = 1_000_000_000

// amount reads a plain amount, in thousandths.
func (l *loader) amount(n int64, at place, what string) engine.Milli {
	if n < -MostAmount || n > MostAmount {
		l.add(at, "%s must be from %d to %d, not %d", what, -MostAmount, MostAmount, n)
		return 0
	}
	return n * engine.Point
}

// optionalKey says whether a key of the schema may be missing.
func optionalKey(table reflect.Type, key string) bool {
	for k := range table.NumField() {
		if f := table.Field(k); f.Tag.Get("toml") == key {
			_, need := f.Tag.Lookup("need")
			return !need
		}
	}
	return true
}

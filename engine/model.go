package engine

import "backchannel/engine/expr"

// Limits of a scenario. They are what keeps a State one flat value that is
// copied, compared and hashed without following a pointer.
const (
	MaxIssues         = 12
	MaxRungs          = 8
	MaxQuantities     = 66
	MaxChannels       = 12
	MaxMoves          = 128
	MaxOrders         = 12
	MaxEvents         = 64
	MaxFlows          = 6
	MaxFills          = 4 // counters that a flow fills
	MaxRules          = 24
	MaxCrises         = 4
	MaxSeries         = 8  // counters of which the last days are kept
	SeriesDays        = 32 // how many days, a power of two
	MaxLeaders        = 4  // a side
	MaxConstituencies = 8  // a side
	MaxTypes          = 6  // a side
	MaxGoals          = 4  // a side
	MaxParts          = 3  // a goal
	MaxAdvisers       = 6  // a side
	MaxTerms          = 3  // each way in a package
)

// Side is one of the two governments.
type Side int8

// The two sides, and NoSide where neither is meant.
const (
	Washington Side = 0
	Havana     Side = 1
	NoSide     Side = -1
)

// Other is the side across the Straits.
func (s Side) Other() Side { return 1 - s }

// String is the side's name as files write it.
func (s Side) String() string {
	switch s {
	case Washington:
		return "washington"
	case Havana:
		return "havana"
	}
	return "none"
}

// Kind is a kind of move; the set is closed.
type Kind uint8

// The kinds of move, in the order in which random play draws them.
const (
	Hold Kind = iota
	Probe
	Offer
	Answer
	Gesture
	Pressure
	Order
	Speech
	Disclosure
	Cover
	Open
	Close
	ThirdParty
	Work
	Ratify
	Promise
	KindCount
)

// KindNames are the words for kinds in files and results, by Kind.
var KindNames = [KindCount]string{"hold", "probe", "offer", "answer", "gesture", "pressure", "order", "speech", "disclosure",
	"cover", "open", "close", "third-party", "work", "ratify", "promise"}

// String is the kind's word in files.
func (k Kind) String() string { return KindNames[k] }

// Model is one cut of one scenario under one theory, checked and compiled. It
// never changes after loading and may be shared by any number of worlds.
type Model struct {
	ID, Title, Version string
	ScenarioHash       uint64 // of the scenario file's bytes
	TheoryHash         uint64 // of the theory file's bytes
	Theory             Theory
	Cut                Cut
	Cuts               []CutInfo
	Sources            []Source
	Quantities         []Quantity // the theory's standard ones first, see Q…
	Issues             []Issue
	Channels           []Channel
	Sides              [2]SideModel
	Moves              []Move
	Orders             []StandingOrder
	Events             []Event
	Flows              []Flow
	Rules              []OwnRule
	Crises             []Crisis
	Series             []int16 // the counters of which the last days are kept
	Headline           Headline
	YesNo              []Outcome // beside the headline
	Endings            []Ending
	Record             Record
	Checkpoints        []Checkpoint
	Expectations       []Expectation
	LeftOut            []LeftOut
	Elections          []Day // washington's national elections, in order

	start       State
	series      [MaxQuantities]int8 // place in Series, or −1
	reads       [MaxQuantities]int8 // issue that is read from the quantity, or −1
	issueHash   [MaxIssues]uint64
	moveHash    [MaxMoves]uint64
	channelHash [MaxChannels]uint64
	typeHash    [2][MaxTypes]uint64

	// What loops of a turn run over, so that they need not look at everything.
	chancy, exogenous, triggered []int16 // events that may be hazards, that are dated, that are triggered
	own                          [2][]int16
	others                       [2][MaxMoves]WhyNot // an observation's moves before it looks at one's own
}

// Day counts days since 1 January 1959; see Date.
type Day int32

// CutInfo is what a menu shows of a cut.
type CutInfo struct {
	ID, Title, Blurb string
	First, Last      Day
	Default          bool
}

// Cut is a named span of an era.
type Cut struct {
	CutInfo
	Pace  Pace
	Fixed bool // no crisis quickens the pace
}

// Pace is the length of a turn.
type Pace uint8

// The paces. Turns begin on a fixed grid (Mondays, firsts of months and quarters).
const (
	PaceDay Pace = iota
	PaceHalfWeek
	PaceWeek
	PaceHalfMonth
	PaceMonth
	PaceQuarter
	PaceHalfYear
	PaceCount
)

// PaceNames are the words for paces in files, by Pace.
var PaceNames = [PaceCount]string{"day", "half-week", "week", "half-month", "month", "quarter", "half-year"}

// Source is where a fact comes from.
type Source struct{ ID, Author, Title, Where, Date, Address string }

// Milli is a quantity in thousandths of its unit (of a point for a meter).
type Milli = int64

// Point is one point of a meter, or one unit of a counter.
const Point Milli = 1000

// The standard quantities, in the order in which every Model holds them.
const (
	QTension       = iota // 0–100
	QTrustW               // Washington's trust of Havana, 0–100
	QTrustH               // Havana's trust of Washington, 0–100
	QStandingW            // the President's standing at home, 0–100
	QStandingH            // Havana's hold and standing at home, 0–100
	QHawksW               // weight of the hard men at home, 0–100
	QHawksH               //
	QCongress             // Congress's room for the President, 0–100
	QPatron               // the patron's support of Havana, 0–100
	QHardship             // Havana's hardship, 0–100
	QExit                 // exit pressure, 0–100
	QCapitalW             // capital, in whole units
	QCapitalH             //
	QStories              // press stories that name the line, counter
	QDebtW                // audience cost of secret concessions, not yet paid, 0–100
	QDebtH                //
	QOwedW                // the worth of the other's gesture that Washington has not answered, 0–100
	QOwedH                //
	QPressureW            // fresh public pressure by Washington, 0–100, decays
	QPressureH            //
	QCoverW               // cover that the other side gives Washington at home, 0–100, decays
	QCoverH               //
	QPreparedW            // how far the ground at home is prepared, 0–100, decays
	QPreparedH            //
	QBroken               // promises broken or denied by either, counter
	QProgress             // how far talks are seen to progress, 0–100, decays: what spoilers strike at
	QSurge                // how hard people arriving press on Washington, 0–100, follows the flows
	QStandardCount        // where a scenario's own begin
)

// StandardNames are the names of the standard quantities in expressions and files.
var StandardNames = [QStandardCount]string{"tension", "trust.washington", "trust.havana", "standing.washington", "standing.havana",
	"hawks.washington", "hawks.havana", "congress", "patron", "hardship", "exit", "capital.washington", "capital.havana", "stories",
	"debt.washington", "debt.havana", "owed.washington", "owed.havana", "pressure.washington", "pressure.havana",
	"cover.washington", "cover.havana", "prepared.washington", "prepared.havana", "broken", "progress", "surge"}

// Quantity is a meter or a counter.
type Quantity struct {
	Name, Title, Unit string
	Counter           bool // unbounded above; else 0–100
	Start             Milli
	SeenBy            [2]bool
	Words             []StepWord // ascending by From
	Note              string     // where the start comes from
}

// StepWord is the word for a meter from a level up.
type StepWord struct {
	From int32 // points
	Text string
}

// Issue is one thing bargained over: a ladder from what suits Washington more
// to what suits Havana more.
type Issue struct {
	ID, Title  string
	Rungs      []Rung
	Start      int8
	MovedBy    [2]bool    // which side can move it
	Congress   bool       // moves only with Congress
	Third      string     // a third party that must agree, "" if none
	Days       int16      // days that carrying out takes; 0: by order at once
	HiddenFrom [2]bool    // from that side; it then holds a belief about the rung
	Reads      int16      // quantity that the rung is read from and moved through, -1 if none
	ThirdLand  bool       // a third country's affair: linkage to it shrinks the zone of agreement
	Grand      bool       // not small and technical
	Visible    bool       // moving it is seen by everyone, whatever road the agreement took
	Law        *expr.Prog // from the day on which it is true Congress holds the ladder, for good; nil never
	Source     string
}

// Rung is one settlement on a ladder.
type Rung struct {
	Text  string
	Deed  [2]string // what a side that can move the issue does to bring it about, as "send Vallejo to New York"; "" of one that cannot
	Needs Needs
	At    Milli // for an issue that Reads a counter: where the rung stands; the counter reads the nearest
}

// Needs is what has to come together before a rung can be reached.
type Needs struct {
	Agreement bool   // only an accepted package reaches it, never one side's own move
	Congress  bool   // Congress must go along
	Third     string // a third party must, "" if none
}

// Needs is what an issue's rung needs, its own needs and the whole ladder's together.
func (is *Issue) Needs(rung int8) Needs {
	n := is.Rungs[rung].Needs
	n.Congress = n.Congress || is.Congress
	if n.Third == "" {
		n.Third = is.Third
	}
	return n
}

// Flow is what happens many times a day: people who put to sea, visas at a
// window. How it grows and what it does is its kind's, in the theory.
type Flow struct {
	ID, Title, Unit string
	Kind            int8       // in Theory.Flows
	Willing         Milli      // how many would go if nothing held them
	From            int16      // counter that it empties, −1 if none
	Gate            *expr.Prog // 0–4: how open the way out is
	Pull            *expr.Prog // 0–4: how good the arrival is taken to be; nil: 4
	Halted          *expr.Prog // nobody sets out while true; nil never
	Start           Milli      // a day, at the opening
	Fills           []Fill
	Lost            int16 // counter of those who never arrive, −1 if none
	Toll            int8  // 0–4: how many those are
	SeenBy          [2]bool
	Source          string

	gateIssues []int8 // ladders that Gate, Pull or a Fill reads
}

// Fill is a counter that a flow fills.
type Fill struct {
	Counter int16
	When    *expr.Prog // nil always
	Also    bool       // filled beside the first that fits
	Burden  int8       // 0–4: how heavily an arrival there weighs on Washington's standing
}

// OwnRule is a rule of a kind of the theory that moves a scenario's own quantity.
type OwnRule struct {
	Kind     int8       // in Theory.Rules
	Of, From int16      // From −1 if the kind reads nothing
	Step     int8       // 0–4
	When     *expr.Prog // nil always
	Note     string
}

// Crisis is a situation that quickens the pace of a cut.
type Crisis struct {
	ID, Title    string
	Begins, Ends *expr.Prog
	Alarm        bool // everyone looks: it brings influence
}

// Channel is a person or place that carries messages.
type Channel struct {
	ID, Title, Name string // Title in full; Name short, for cards
	Trusted         [2]int8
	Leaks           int8 // 0–4
	Fidelity        int8 // 0–4
	Delay           int16
	Carries         int8          // most terms in a package
	Authority       [2]bool       // speaks with that side's authority: what it offers can bind
	AuthorityWhen   [2]*expr.Prog // likewise, while true
	OpenAtStart     bool
	Warmth          int8       // 0–4 at start
	Line            bool       // an official line: a leak of it counts as a story that names the line
	When            *expr.Prog // can be used only while true
	Source          string
}

// SideModel is what the scenario says of one side.
type SideModel struct {
	Name, Chair    string // "Washington"; "the President"
	Briefing       string
	Cares          [MaxIssues]int8           // 0–4
	Values         [MaxIssues][MaxRungs]int8 // 0–4
	CareRules      []CareRule
	Believes       [MaxIssues]Belief // of the other, at the opening
	Leaders        []Leader
	Constituencies []Constituency
	Types          []Type
	HistoryType    int8
	StartLeader    string
	Goals          []Goal
	HistoryGoals   [2]int8
	Advisers       []Adviser
	SilenceText    string // what silence means when nothing waits
}

// CareRule raises or lowers a care while a condition holds.
type CareRule struct {
	Issue int8
	Add   int8
	When  *expr.Prog
}

// Belief is what one side takes the other to want on one issue.
type Belief struct {
	Care       int8 // 0–4
	Furthest   int8 // furthest rung believed acceptable to the other, as seen from the other's best
	Confidence int8 // 0–3
}

// Leader is who governs a side.
type Leader struct {
	ID, Name string
	Pride    int8 // 0–4
	Patience int8 // 0–4
	Audience int8 // −4…+4: how much more a concession costs this leader at home
	Cares    [MaxIssues]int8
	Term     int8      // 0 none, 1 first term, 2 second term or lame duck
	Takes    [2]string // the cable on the day on which he comes in
	Source   string
}

// Constituency is a group at home with a stance.
type Constituency struct {
	ID, Name  string
	Influence int8            // 0–4
	Cares     [MaxIssues]int8 // 0–4: how much it minds a concession there
	Moves     int16           // the quantity that its anger moves beside standing (congress, hawks)
	RedLine   *expr.Prog      // true: its red line is crossed
	Veto      bool
	Text      string // what it says when the red line is crossed
}

// Type is the private facts of a side, drawn once a game.
type Type struct {
	ID, Name, Text string
	Weight         int8 // relative odds of being drawn, 1–4
	Cares          [MaxIssues]int8
	Values         [MaxIssues][MaxRungs]int8
	Furthest       [MaxIssues]int8 // rung beyond which it will not really go
	NoFee          bool            // refuses entry fees
	NoOpen         bool            // refuses what is carried openly or by a leaky channel
	Patience       int8            // 0–4
	Goals          [2]int8
}

// Goal is what a side cares to bring about.
type Goal struct {
	ID, Letter, Title, Text string
	Weight                  int8
	Parts                   []GoalPart
}

// GoalPart is one measured part of a goal. Exactly one of Quantity, Issue and
// Test is used.
type GoalPart struct {
	Quantity int16 // -1 if none
	Issue    int8  // -1 if none
	Test     *expr.Prog
	Level    Milli // for an issue: rung × Point
	Keep     bool  // to be kept throughout, else to be reached
	Text     string
	Shows    *expr.Prog // a number that tells how it stands, nil if none
	Unit     string     // what Shows counts

	reads  []Ref // what the test reads
	counts bool  // among it the last days of a counter
}

// Adviser sits at the desk or speaks in cables.
type Adviser struct {
	ID, Name, Office string
	AtDesk           bool
	When             *expr.Prog
	Believes         [MaxIssues]Belief // already merged with the side's own opening beliefs
	TrustBias        int8              // −4…+4 steps of trust that this adviser adds to what is known
	LeakBias         int8              // −4…+4
	Interest         Interest
	Record           string
	Unaware          *expr.Prog // while true he is not told of the line: he urges nothing by it and is not asked about it
}

// Interest is what an adviser wants: weights on quantities and goals.
type Interest struct {
	Goals      [MaxGoals]int8
	Quantities [MaxQuantities]int8 // −4…+4
	Issues     [MaxIssues]int8     // −4…+4: added to the care, which stays within 0–4
	Kinds      [KindCount]int8     // −4…+4: taste for kinds of move
	Moves      [MaxMoves]int8      // −4…+4: taste for single moves
}

// Move is an authored move of a scenario.
type Move struct {
	ID, Title, Detail  string
	Kind               Kind
	Side               Side
	Issue              int8 // -1 if none
	Rung               int8 // where a gesture or pressure puts it, -1 if none
	Order              int8 // the standing order it starts or recalls, -1 if none
	Run                bool // start it
	Channel            int8 // the channel it opens, closes or goes by, -1 if none
	Price              int8
	When               *expr.Prog
	WhyNot             []string // one for all, or one for each clause of When
	Effects            []Effect
	Reveals            int8 // standing order of the other side that it makes known, -1
	Exposes            bool // makes the line known
	Public             bool
	Once               bool
	Every              int16 // days between two of it
	Documented         bool
	Source             string
	IfSecret, IfLeaked string // what it may cost, in words
	Cable              [2]string
	Again              [][2]string // the cables from the second time on, in turn
	Touches            []int8      // events
	Considered         string      // who proposed it and why it was rejected, for the record
}

// EffectKind says what an effect changes.
type EffectKind uint8

// What an effect may change.
const (
	AddQuantity EffectKind = iota
	SetRung
	SetLeader
	SetOrder
	SetChannel // 0 closed, 1 open, 2 burned
	AddWarmth
	AddBelief // how far Side believes the other cares
	ShiftRung // Amount rungs towards Havana's end
)

// Effect is one change that a move or an event makes.
type Effect struct {
	Kind   EffectKind
	Side   Side
	Index  int16 // quantity, issue, leader, order, channel
	Amount Milli // of quantities in thousandths; of others whole
	When   *expr.Prog
}

// StandingOrder is a programme that runs until recalled.
type StandingOrder struct {
	ID, Title, Agency string
	Side              Side
	Running           bool
	HiddenFrom        [2]bool  // also from its own leader, where an agency runs it
	Autonomy          int8     // 0–4: how likely a recall is late, partial or not carried out
	Price             int8     // capital a month
	Effects           []Effect // each 30 days while it runs; Amount is per 30 days
	Source            string
}

// HazardKind is a kind of stochastic event; its coefficients belong to the theory.
type HazardKind int8

// EventClass says when an event happens.
type EventClass uint8

// The classes of event.
const (
	Exogenous EventClass = iota
	Stochastic
	Triggered
)

// Event is something nobody chose.
type Event struct {
	ID, Title   string
	Class       EventClass
	On          Day        // exogenous
	Person      bool       // the shock of a person: under unknown future it is a hazard
	Kind        HazardKind // index into Theory.Hazards, -1 if none
	Rate        int8       // step 0–4 of the kind's base rate
	Most        int8       // most times, 0 no limit
	Pause       int16      // days for which its clock stands after it struck
	When        *expr.Prog // premise, or trigger
	Effects     []Effect
	KnownTo     [2]bool // whose intelligence reaches it
	Text        [2]string
	Again       [][2]string // what is said from the second time on, in turn
	Warning     [2]string   // how it is announced
	Eve         [2]string   // of the shock of a person: how the desk speaks of the day before it has come
	Feared      bool        // listed in the record as feared, never struck
	Third       string
	Public      bool
	Stopper     string // what would have stopped it
	Source      string
	TurnsOff    bool // never announced
	ContentHash uint64
}

// Headline is the one question an era is about.
type Headline struct {
	Question   string
	Outcomes   []Outcome
	Historical int8
}

// Outcome is a named condition on the final state.
type Outcome struct {
	ID, Title  string
	When       *expr.Prog
	Historical bool
}

// Ending is the text for an outcome and a side.
type Ending struct {
	Outcome int8
	Side    Side
	When    *expr.Prog
	Text    string
}

// Record is the real history in the game's grammar.
type Record struct {
	Moves  []RecordMove
	Events []RecordEvent
	Weeks  []RecordWeek
	Series []RecordSeries
}

// RecordSeries is a sourced curve that stands beside a quantity.
type RecordSeries struct {
	ID, Title, Unit string
	Quantity        int16
	PerDay          bool // a day's gain, else the quantity itself
	Points          []RecordPoint
	Source          string
}

// RecordPoint is a sourced value on a day.
type RecordPoint struct {
	On    Day
	Value Milli
}

// RecordMove is one real decision.
type RecordMove struct {
	On        Day
	Precision string // "day", "about", "week"
	Side      Side
	Choice    Choice
	Match     string // for an answer: which waiting thing, by issue or "probe"
	Text      string
	Source    string
}

// RecordEvent is one real event.
type RecordEvent struct {
	On     Day
	Event  int8
	Text   string
	Source string
}

// RecordWeek is what happened in history in a span, shown after each turn.
type RecordWeek struct {
	From, To Day
	Text     string
	Source   string
}

// Checkpoint is a sourced value that the model is measured against.
type Checkpoint struct {
	On              Day
	What            string
	Value           *expr.Prog
	Want, Tolerance Milli
	When            *expr.Prog // the value means something only while true: else it never came to that; nil always
	Source          string
	FrozenWrong     bool
}

// Expectation is what contemporaries expected of an alternative.
type Expectation struct {
	Move                              string
	On                                Day
	Who, Quantity, Direction, Horizon string
	Source                            string
}

// LeftOut is a row of the history that the game cannot express.
type LeftOut struct{ What, Why string }

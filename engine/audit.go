package engine

import "backchannel/engine/noise"

// Rule names the rule that made a change.
type Rule uint8

// The rules.
const (
	RuleOpening Rule = iota
	RuleMove
	RuleOrder
	RuleEvent
	RuleDeal
	RuleAudience
	RuleDebt
	RuleVictory
	RuleGesture
	RuleReciprocity
	RuleSlight
	RulePressed
	RulePatron
	RuleAnswer
	RuleSilence
	RuleFee
	RuleLeak
	RulePromise
	RuleDrift
	RuleRest
	RuleIncome
	RulePrice
	RuleBelief
	RuleLeader
	RuleReads
	RuleRebuff
	RuleFlow
	RuleOwn
	RuleReplaced
	RuleRedLine // Index is the constituency
	RuleCount
)

// RuleNames are the words for rules in files and results.
var RuleNames = [RuleCount]string{"opening", "move", "standing order", "event", "deal", "audience cost", "debt paid", "victory",
	"gesture", "reciprocity", "slight", "pressure", "patron", "answer", "silence", "entry fee", "leak", "promise", "drift", "rest",
	"income", "price", "belief", "leader", "read from a counter", "rebuff", "flow", "own rule", "patron replaces", "red line"}

// Cause says why something changed: the rule and its inputs.
type Cause struct {
	Rule  Rule
	Side  Side
	Index int16 // move, order, event, issue or constituency, by the rule
	Input Milli // the rule's main input
}

// Entry is one line of the ledger.
type Entry struct {
	Day      Day
	Rung     bool  // of an issue, else of a quantity
	Index    int16 // of the quantity or issue
	Amount   Milli // really applied, after the bounds
	Cause    Cause
	Standing Milli // value after
}

// NewsKind says what a cable is about.
type NewsKind uint8

// The kinds of news.
const (
	NewsMove        NewsKind = iota // Side made the authored move Index
	NewsArrived                     // a message of Side has come; Item
	NewsSent                        // own message went; Item
	NewsAnswer                      // Side answered Item
	NewsLapsed                      // Item was never answered by Side
	NewsDeal                        // an accepted package moved what it could; Item
	NewsPromiseDue                  // Pledge of Side
	NewsPromise                     // Side's answer to a pledge that was due; Answer
	NewsPromiseLost                 // could not be kept: an ally or Congress refused
	NewsEvent                       // event Index
	NewsLeak                        // channel Index leaked
	NewsBurned                      // channel Index is burned
	NewsOpened                      // channel Index is open
	NewsClosed                      //
	NewsRung                        // issue Index moved from From to To by Side
	NewsLeader                      // Side is now led by Index
	NewsRedLine                     // constituency Index of Side protests
	NewsOrder                       // order Index started or ended
	NewsOrderLate                   // the agency has not carried out the recall
	NewsRevealed                    // order Index is known to Side
	NewsMoot                        // the offer Item has been overtaken: all that it says is done or promised
	NewsLost                        // the message Item died with its channel
	NewsTakenBack                   // Side went back on the agreement on issue Index, from From to At
)

// News is something that happened, as material for a cable.
type News struct {
	Day      Day
	Kind     NewsKind
	To       [2]bool
	Side     Side
	Index    int16
	Count    int16 // of a move or an event: how often by now, this time included
	From, At int8
	Item     Item
	Pledge   Pledge
	Answer   AnswerKind
	Reasons  [2]Reason
}

// Reason is why a choice weighed as it did.
type Reason struct {
	Kind   ReasonKind
	Issue  int8
	Amount Milli // of score
}

// ReasonKind is the sort of a Reason.
type ReasonKind uint8

// The reasons that a choice can quote.
const (
	NoReason ReasonKind = iota
	BecauseGain
	BecauseLoss
	BecauseTooFar
	BecauseHome
	BecauseFee
	BecausePressed
	BecauseDistrust
	BecauseGoal
	BecauseHurt
	BecauseWary
	BecauseLink
	BecauseRedLine
	BecauseLeak
	BecauseCost
	BecauseAsk
	BecauseTrust
	BecauseMeans
	BecauseRefusal
	BecauseUnofficial
	BecauseFresh
	ReasonCount
)

// ReasonNames are the words for reasons in files and results.
var ReasonNames = [ReasonCount]string{"none", "gain", "loss", "too far", "home", "entry fee", "pressed", "distrust", "goal", "hurt", "wary",
	"linkage", "red line", "leak", "cost", "information", "trust", "means", "refusal", "no authority"}

// Logged is one choice as it was made.
type Logged struct {
	Day     Day
	Side    Side
	Choice  Choice
	Reasons [2]Reason
}

// Struck is a hazard that struck. It is imposed if it was recorded and the model
// holds it to be impossible.
type Struck struct {
	Day     Day
	Event   int16
	Points  int16 // of its process; one strike however many
	Imposed bool
}

// Audit is what an audited world keeps beside its state. Its slices keep
// their capacity from world to world.
type Audit struct {
	Ledger  []Entry
	News    []News
	Choices []Logged
	Hashes  []TurnHash
	Struck  []Struck
	Trace   *noise.Trace // nil: races are not recorded
	Hash    uint64

	daily [dailySlots]int32 // where in the ledger a rule's line for these days stands, from 1
}

// Rules that work every day have one line in the ledger each turn; these are
// their places.
const (
	mostOrderEffects = 8
	dailyDrift       = 0
	dailyRest        = dailyDrift + 64
	dailyOrder       = dailyRest + 64
	dailyOwn         = dailyOrder + MaxOrders*mostOrderEffects
	dailyFlow        = dailyOwn + MaxRules
	flowLines        = MaxFills + 6
	dailyPatron      = dailyFlow + MaxFlows*flowLines
	dailySlots       = dailyPatron + MaxIssues
)

// openDays begins new lines for the rules that work every day.
func (a *Audit) openDays() { a.daily = [dailySlots]int32{} }

// daily changes a quantity by a rule that works every day: the ledger sums the
// turn's days up.
func (w *World) daily(line, q int, amount Milli, c Cause) {
	if amount == 0 {
		return
	}
	if w.Audit == nil || w.Audit.daily[line] == 0 {
		n := 0
		if w.Audit != nil {
			n = len(w.Audit.Ledger)
		}
		w.add(q, amount, c)
		if w.Audit != nil && len(w.Audit.Ledger) > n {
			w.Audit.daily[line] = int32(n + 1)
		}
		return
	}
	before := len(w.Audit.Ledger)
	w.add(q, amount, c)
	if len(w.Audit.Ledger) == before {
		return
	}
	e, sum := &w.Audit.Ledger[before], &w.Audit.Ledger[w.Audit.daily[line]-1]
	sum.Amount += e.Amount
	sum.Standing = e.Standing
	copy(w.Audit.Ledger[before:], w.Audit.Ledger[before+1:]) // what a ladder read from it stays
	w.Audit.Ledger = w.Audit.Ledger[:len(w.Audit.Ledger)-1]
}

// TurnHash is the chained hash at a turn's close.
type TurnHash struct {
	Day   Day
	Hash  uint64
	marks [MaxQuantities + MaxIssues]byte
}

// Reset empties the audit for another world.
func (a *Audit) Reset() {
	a.Ledger, a.News, a.Choices, a.Hashes = a.Ledger[:0], a.News[:0], a.Choices[:0], a.Hashes[:0]
	a.Struck = a.Struck[:0]
	a.Hash = 0
	if a.Trace != nil {
		a.Trace.Reset()
	}
}

func (w *World) news(n News) {
	if w.Audit == nil {
		return
	}
	if n.Day == 0 {
		n.Day = max(w.S.Day, w.on)
	}
	w.Audit.News = append(w.Audit.News, n)
}

var both = [2]bool{true, true}

func only(s Side) [2]bool { return [2]bool{s == Washington, s == Havana} }

package engine

// AnswerKind is what is said to an offer, a question or a promise that is due.
type AnswerKind uint8

// The answers. To a question, Accept is a frank answer and Refuse turns it aside.
const (
	NoAnswer AnswerKind = iota
	Accept
	Refuse
	Counter
	Silence
	Keep
	Delay
	Deny
)

// AnswerNames are the words for answers, by AnswerKind.
var AnswerNames = [...]string{"none", "accept", "refuse", "counter", "silence", "keep", "delay", "deny"}

// String is the answer's word.
func (a AnswerKind) String() string { return AnswerNames[a] }

// Term is one rung in a package; Fee marks a demand stated as an entry fee.
type Term struct {
	Issue, Rung int8
	Fee         bool
}

// Package is what an offer says. Unused terms are zero.
type Package struct {
	Give, Ask   [MaxTerms]Term
	NGive, NAsk int8
	Open, Due   int16 // days; 0: as the theory says
}

// Choice is one decision of a side.
type Choice struct {
	Kind    Kind
	Move    int16 // authored move, else −1
	Issue   int8  // of a probe, else −1
	Channel int8  // −1 openly
	Item    int32 // serial number of what an answer or a promise addresses
	Answer  AnswerKind
	Package Package
}

// HoldChoice ends a side's stage.
var HoldChoice = Choice{Kind: Hold, Move: -1, Issue: -1, Channel: -1}

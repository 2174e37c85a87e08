package engine

import "backchannel/engine/expr"

// Ref says what a name or a call in an expression reads: a kind in the high
// half, an index in the low half.
type Ref = expr.Ref

// refShift is by how much a Ref's kind is shifted.
const refShift = 16

// The kinds of Ref. The index is the quantity's, issue's, channel's, order's,
// move's, event's or side's place in the Model, for RefLeader side·16 + leader.
const (
	RefQuantity Ref = iota << refShift
	RefRung
	RefHighestQ
	RefLowestQ
	RefHighestRung
	RefLowestRung
	RefBargained
	RefOpen
	RefBurned
	RefWarmth
	RefOrdered
	RefDone
	RefSince
	RefStruck
	RefQuiet
	RefStruckKind // index: hazard kind
	RefQuietKind
	RefLeader
	RefKept
	RefDenied
	RefAccepted
	RefRefused
	RefAsked
	RefWaiting
	RefElapsed
	RefAgreed
	RefGained // index: series·32 + days
	RefMost
	RefLeast
	RefPeak // index: series
	RefPeakDay
	RefFlowing // index: flow
	RefCrisis
)

package engine

// Mechanism is something whose occurrence in a world is counted: the kinds of
// move by their Kind, then what can happen to messages and promises.
type Mechanism uint8

// The mechanisms beside the kinds of move.
const (
	MechLate Mechanism = iota + Mechanism(KindCount)
	MechDistorted
	MechLeak
	MechBurned
	MechBroken
	MechCounter
	MechAgency
	MechRatify
	MechEvent
	MechIllegal // a choice that was not legal after all: a fault of the policy
	MechCount
)

// MechanismNames are the words for mechanisms in results.
var MechanismNames = func() (n [MechCount]string) {
	copy(n[:], KindNames[:])
	n[MechLate], n[MechDistorted], n[MechLeak] = "late message", "distorted message", "leak"
	n[MechBurned], n[MechBroken], n[MechCounter] = "burned channel", "broken promise", "counter-offer"
	n[MechAgency], n[MechRatify], n[MechEvent], n[MechIllegal] = "late recall", "ratification", "event", "illegal choice"
	return n
}()

// Mechanisms counts what occurred in a world.
type Mechanisms [MechCount]int32

// Mark counts one more.
func (m *Mechanisms) Mark(k Mechanism) { m[k]++ }

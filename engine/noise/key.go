package noise

import "math/bits"

// The first two secrets of wyhash: odd numbers with 32 bits set, every byte
// balanced.
const (
	secretA = 0x2d358dccaa6c78a5
	secretB = 0x8bb84b93962eacc9
)

// Domains keep keys of different kinds apart. They are digits of π.
const (
	domainSlot    = 0x243f6a8885a308d3
	domainClock   = 0x13198a2e03707344
	domainSegment = 0xa4093822299f31d0
	domainMinimum = 0x082efa98ec4e6c89
	domainText    = 0x452821e638d01377
	domainCut     = 0xbe5466cf34e90c6c
)

// Mix hashes two words to one by two 64×64→128 multiplications; flipping any
// bit of either word flips each bit of the result half the time. Order matters:
// Mix(a, b) is not Mix(b, a). The form is wyhash64 of Wang Yi's wyhash 4, in the
// variant that folds the factors back in, so that a factor of zero does not wipe
// out the other.
func Mix(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a^secretA, b^secretB)
	hi, lo = bits.Mul64(a^lo, b^hi)
	return hi ^ lo
}

// HashString hashes text to a content hash that is the same on every platform.
// It is meant for compiling a scenario, not for the turn loop.
func HashString(s string) uint64 {
	h := Mix(domainText, uint64(len(s)))
	for len(s) > 0 {
		var word uint64
		n := min(len(s), 8)
		for i := range n {
			word |= uint64(s[i]) << (8 * i)
		}
		h = Mix(h, word)
		s = s[n:]
	}
	return h
}

// Slot names where a choice happens, without the seed. It is a hash: two slots
// are the same place if they are equal, and have no order.
type Slot uint64

// SlotOf is the slot of the choice that a side makes on a day (days from any
// origin, also negative) at a stage of its turn; ordinal counts the choices
// there. Every argument can take its whole range.
func SlotOf(day int32, side, stage, ordinal uint8) Slot {
	place := uint64(uint32(day))<<24 | uint64(side)<<16 | uint64(stage)<<8 | uint64(ordinal)
	return Slot(Mix(domainSlot, place))
}

// After is the slot of the next small race, once winner, a content hash, won
// this one.
func (s Slot) After(winner uint64) Slot {
	return Slot(Mix(uint64(s), winner))
}

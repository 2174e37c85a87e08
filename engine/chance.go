package engine

import "backchannel/engine/noise"

// Contents of the two-way draws; any distinct numbers would do, but they are
// part of every replay.
const (
	contentLate     uint64 = 0x9e3779b97f4a7c15
	contentDistort  uint64 = 0xbf58476d1ce4e5b9
	contentHeardFee uint64 = 0x94d049bb133111eb
	contentLost     uint64 = 0xd6e8feb86659fd93
	contentLeak     uint64 = 0xa0761d6478bd642f
	contentBurn     uint64 = 0xe7037ed1a0b428db
	contentAlly     uint64 = 0x8ebc6af09c88c6e3
	contentRatify   uint64 = 0x589965cc75374cc3
	contentAgency   uint64 = 0x1d8e4e27c47d124f
)

// race draws among options and records what came out.
func (w *World) race(slot noise.Slot, contents []uint64, weights []noise.Weight) int {
	winner := w.Noise.Race(slot, contents, weights)
	if winner >= 0 {
		w.Path = noise.Mix(w.Path^uint64(slot), contents[winner])
	}
	if w.Audit != nil && w.Audit.Trace != nil {
		w.Audit.Trace.Race(slot, contents, weights, winner)
	}
	return winner
}

// chance is a race of two: whether something with odds in thousandths happens.
func (w *World) chance(slot noise.Slot, content uint64, odds int64) bool {
	if odds <= 0 {
		return false
	}
	if odds >= 1000 {
		return true
	}
	contents := [2]uint64{content, ^content}
	top := max(odds, 1000-odds)
	weights := [2]noise.Weight{noise.Weight(odds << 31 / top), noise.Weight((1000 - odds) << 31 / top)}
	slot = slot.After(content)
	if w.Forced != nil {
		return w.forcedChance(slot, content, contents[:], weights[:])
	}
	return w.race(slot, contents[:], weights[:]) == 0
}

// forcedChance: in the record messages arrive as sent, and allies go along; in
// a game that was played it is as it came out.
func (w *World) forcedChance(slot noise.Slot, content uint64, contents []uint64, weights []noise.Weight) bool {
	winner := 1
	if content == contentAlly || content == contentRatify {
		winner = 0
	}
	if c, ok := w.Forced.(Chances); ok {
		if came, known := c.Chance(slot, content); known {
			winner = int(1 - truth(came))
		}
	}
	if w.Audit != nil && w.Audit.Trace != nil {
		w.Audit.Trace.Race(slot, contents, weights, winner)
	}
	return winner == 0
}

// permille is the odds, in thousandths, of a score against nothing.
func permille(score, tau int64) int64 { return noise.Odds(score, tau) * 1000 >> 16 }

// expNegQ32 is exp(−x) in Q16 for x in Q32.
func expNegQ32(x uint64) int64 { return noise.ExpNeg(int64(min(x>>12, 1<<40)), 1<<20) }

// Race draws a choice among options, for a policy: the winner's index.
func (w *World) Race(slot noise.Slot, contents []uint64, weights []noise.Weight) int {
	return w.race(slot, contents, weights)
}

// Recorded notes a choice that was not drawn but made, as the winner of the
// race that it would have been.
func (w *World) Recorded(slot noise.Slot, contents []uint64, weights []noise.Weight, winner int) {
	if w.Audit != nil && w.Audit.Trace != nil {
		w.Audit.Trace.Race(slot, contents, weights, winner)
	}
}

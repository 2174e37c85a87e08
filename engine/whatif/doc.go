// Package whatif asks what would have come of another move in one decision of a
// play-through, and counts the answers in whole numbers. Shares, bounds and words
// are formed from finished counts elsewhere.
//
// # Three questions
//
// This world: the own noise of a game that was played, the one move changed; one
// world, in which the person goes on as played. Same luck: noise given everything
// that came out, what would have happened, knowing what we know. Fresh luck: noise
// given only what had come out before the move, the other side's type drawn by
// what could be known; what could be expected at the time. The verdict on a
// history uses same luck, the quality of a decision is judged by fresh luck.
//
// In same luck the mover goes on in one of three manners, see [abduct.Manner]. In
// fresh luck both arms go on as anyone, under the same noise: each sample is a
// pair of worlds that differ in the move alone.
//
// # Four figures
//
// For an outcome that came out: averted, the share of same-luck worlds in which
// the alternative does not give it; needed, among the pairs of fresh luck in which
// what was done gives it the share in which the alternative does not: Pearl's
// probability of necessity (2009, ch. 9). For one that did not: would have
// brought, and enough, Pearl's probability of sufficiency. [Joint] holds what all
// of them need, and what the bounds of Tian and Pearl need that hold whatever the
// coupling (2000, Probabilities of Causation: Bounds and Identification).
//
// Every sample of same luck and every pair of fresh luck is played under both
// couplings of the noise, see [noise.Source.Cut].
//
// # Holding
//
// To hold in the place of a move of the record's or the game's leaves out that
// one move, and what else was done in the turn may still be done; but the move
// itself does not come back before the next turn. In fresh luck, where nothing of
// what came later is known, to hold ends the stage as it always does.
//
// # Order does not matter
//
// A sample is known by its number and the first seed. Counts are added up, so the
// result does not depend on which core plays what. The parting of worlds names
// the first sample that parts in its way, whoever played it.
package whatif

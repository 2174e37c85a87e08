// Package noise holds every primitive of chance in the engine, in integers.
//
// Nothing here is a sequence: each variate is a pure function of its key, so
// that adding, dropping or reordering one leaves all others as they were.
//
// # Keys
//
// A choice happens in a [Slot] (day, side, stage, ordinal, and the winners of
// the small races before it); an option is known by a 64-bit content hash made
// when the scenario is compiled. Seed, slot and content together name one unit
// exponential.
//
// # Races
//
// An option with weight λ = exp(score/τ) runs for the time E/λ; the smallest
// time wins. Option i then wins with the share λ_i/Σλ: the logit model, and the
// Gumbel-max model in the form that integers do exactly. Races compare by
// products of 128 bits.
//
// # Clocks
//
// A hazard's intensity adds up on a clock that never restarts. Its occurrences
// are the points of a Poisson process of rate one on that clock: see
// [Source.Point].
//
// # Conditioning
//
// A [Trace] keeps what came out in a play-through. [Condition] turns it into
// [Conditions], and [Conditions.Sample] gives noise drawn from all the noise
// that would have brought out the same: the abduction step of a structural
// counterfactual (Pearl 2009, ch. 7; for races, Oberst and Sontag 2019).
//
// # A second coupling
//
// How luck carries over from one set of weights to another is an assumption that
// no data can settle (Lorberbom and others 2021). [Source.Cut] is the same noise
// under another: one uniform a slot, cut by the weights.
//
// Positions and exponentials are in Q32, weights in Q31, shares in Q16. No float
// is used, since processors may fuse float operations; results are the same on
// every platform. A Source and Conditions may be used by several goroutines, a
// Trace by one.
package noise

//go:generate go run ./gen

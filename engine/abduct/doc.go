// Package abduct opens a play-through again at any of its decisions, under noise
// drawn from all the noise that would have brought out the same: abduction, the
// first of the three steps by which a structural causal model answers what would
// have been (Pearl, Causality, 2nd ed. 2009, ch. 7). Action and prediction follow
// in [Actor.Run]: one choice is put in the place of another, and the same rules
// run on. Package whatif asks the questions.
//
// # What came out
//
// A [Past] is a play-through weighed under one theory: a game that was played, or
// the record. It is replayed once with every race and clock noted; what a person
// or history chose stands as the winner of the race that the policy would have
// run. A turn of a side without an entry in the record counts as hold, and so
// does what follows its last entry in a turn: without that the record would
// reproduce itself almost never; with it, always. The price is that luck becomes
// sticky, so whoever shows an answer says on how many silent turns it rests.
//
// Under another theory ([Past.Under]) choices, events and chances are forced as
// they came out, and the weights are the other theory's.
//
// # Noise given what came out
//
// A race that w of the weights λ with sum Λ won: E₀ fresh, E_w = λ_w·E₀/Λ, every
// other E_i = λ_i·E₀/Λ plus a fresh exponential. A clock that passed n points on
// a stretch: n uniform points there, the next one beyond its end. Chances (late,
// changed, leaked, carried out, ratified …) are races of two. It is done in
// integers by package noise, as is the second coupling. An option that was not
// legal in the slot, and a slot that nobody faced, have fresh noise.
//
// The race is the Gumbel-max model in another form, so its counterfactuals are
// stable: an option whose weight did not grow against the winner's cannot replace
// it (Oberst and Sontag 2019, Counterfactual Off-Policy Evaluation with Gumbel-Max
// Structural Causal Models). That is an assumption: other mechanisms fit the same
// choices and answer otherwise (Lorberbom, Johnson, Maddison, Tarlow and Hazan
// 2021, Learning Generalized Gumbel-max Causal Mechanisms).
//
// # What no noise gives again
//
// Recorded moves that are not legal under the theory, and recorded events of
// intensity zero, are imposed: they happen on their day in every world of same
// luck. Who moved first, and that nobody lacked capital, are taken over from the
// record as well. Fresh luck takes over none of it.
//
// # The other side's type
//
// In same luck types are as they were. For fresh luck [Fork.Types] gives the odds
// with which each was drawn, times the odds that its policy gave to the side's
// choices so far; a frank answer rules out the types that would have given
// another.
package abduct

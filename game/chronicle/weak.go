package chronicle

import (
	"fmt"
	"math"

	"backchannel/game/stats"
)

// Limits beyond which a figure is a weak spot. They are the design's where it has
// one; none was set after a run.
const (
	rareHeadline   = 0.05 // the headline of history comes out less often, or more often than the rest
	narrowFan      = 0.6  // fewer of the sourced points lie inside the middle 80 % of the worlds
	chanceLevel    = 0.05 // as many right by the toss of a coin
	offStrikes     = 2.0  // strikes of a kind, off by so many standard errors
	wideHeadline   = 0.2  // judged values a step up or down move the headline so far
	mostForced     = 0.5  // share of checkpoints that the record itself sets
	heldLoss       = 0.05 // a theory fitted to the other eras loses so much of when or of what
	foundImportant = 5    // strikes, so few that nothing can be said of a kind
)

// spots are the weak spots of one record or of several.
type spots struct {
	of   string
	list []string
}

// weak lists the weak spots, those of all eras first.
func (b *Book) weak() (out []spots) {
	if len(b.Eras) > 1 { // else they are the era's own
		out = append(out, spots{"All eras", append(weakOf(&b.Overall), weakKinds(&b.Overall.Events)...)})
	}
	for k := range b.Eras {
		for j := range b.Eras[k].Pages {
			p := &b.Eras[k].Pages[j]
			if m := p.Record.Model; j == 0 || m.Cut.Default {
				out = append(out, spots{m.Title + ": " + m.Cut.Title, weakOf(&p.History)})
			}
		}
	}
	return out
}

// weakKinds are the kinds of hazard that strike far more or less often than the
// model expects.
func weakKinds(e *stats.Events) (out []string) {
	for _, name := range sorted(e.Kinds) {
		k := e.Kinds[name]
		off := (float64(k.Struck) - k.Expected) / math.Sqrt(math.Max(k.Expected, 1))
		if math.Abs(off) > offStrikes && (k.Struck >= foundImportant || k.Expected >= foundImportant) {
			out = append(out, fmt.Sprintf("the kind “%s” struck %d times, the model expected %.1f.", name, k.Struck, k.Expected))
		}
	}
	return out
}

// weakOf are the weak spots of one record or of several.
func weakOf(h *stats.History) (out []string) {
	say := func(is bool, format string, args ...any) {
		if is {
			out = append(out, fmt.Sprintf(format, args...))
		}
	}
	c, e, p := &h.Choices, &h.Events, &h.Checkpoints
	say(c.When < c.BaseRate, "*when* is worse (%.3f) than knowing only how often they act (%.3f).", c.When, c.BaseRate)
	say(c.Low <= 0, "*what* has no proven skill: %.2f (%.2f to %.2f) against “%s”.", c.Skill, c.Low, c.High, c.Baseline)
	say(c.NotThought > 0, "%d of %d things really done were not thought of.", c.NotThought, c.Active)
	say(e.Low <= 0, "*events* have no proven skill: %.2f (%.2f to %.2f).", e.Skill, e.Low, e.High)
	say(e.Imposed > 0, "%d of %d strikes came although the model held them to be impossible.", e.Imposed, e.Struck)
	say(2*e.Never < e.Listed, "fewer hazards are listed that never struck (%d) than struck (%d).", e.Never, e.Listed-e.Never)
	all := p.Earned + p.Forced + p.Held + p.Missed
	say(p.Missed > 0, "%d of %d checkpoints are missed in the forced replay.", p.Missed, all)
	say(float64(p.Forced) > mostForced*float64(all), "%d of %d checkpoints are set by the record itself.", p.Forced, all)
	say(p.Frozen >= p.Earned && all > 0, "a frozen world meets as many checkpoints (%d) as the theory earns (%d).", p.Frozen, p.Earned)
	if f := h.Free["both"]; f != nil {
		say(f.AsInHistory < rareHeadline || f.AsInHistory > 1-rareHeadline, "in free worlds the headline comes out as in history in %.0f in 100.", 100*f.AsInHistory)
		say(f.Met <= float64(f.Frozen), "free worlds meet no more checkpoints (%.1f) than a frozen one (%d).", f.Met, f.Frozen)
	}
	if t := h.Paths; t != nil && t.Points > 0 {
		say(t.Coverage < narrowFan, "only %.0f in 100 of %d sourced points lie inside the fan of 80 in 100.", 100*t.Coverage, t.Points)
		say(t.Skill <= 0, "the fans have no skill (%.2f) against “it stays as it is”.", t.Skill)
	}
	if x := h.Expectations; x != nil && x.N > 0 {
		say(x.P > chanceLevel, "expectations are met no better than by the toss of a coin: %d of %d, p %.3f.", x.Right, x.N, x.P)
		say(x.CannotBeAsked > 0, "%d expectations cannot be asked: the move is not legal on its day.", x.CannotBeAsked)
	}
	if j := h.Jitter; j != nil {
		say(j.What.Low <= 0 && j.What.High > 0, "whether *what* has skill turns on judged values: %s.", spread(j.What, 1, 2))
		say(j.Headline.High-j.Headline.Low > wideHeadline, "the headline turns on judged values: as in history %s in 100.", spread(j.Headline, 100, 0))
	}
	if x := h.HeldOut; x != nil {
		say(x.What < c.Skill-heldLoss || x.When < c.When-heldLoss, "held out it fares worse: %s.", refitted(x))
	}
	return out
}

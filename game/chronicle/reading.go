package chronicle

// reading says how a page is read.
const reading = `
## How to read it

The record is replayed in four ways. *Forced*: all choices and events as recorded; what comes out is
accounting. *One step*: each recorded decision and each hazard, given the true past. *One side free*: the
policy plays one side, the other does what the record has, each thing on its day where it is legal.
*Free*: the policy plays both. Nothing that the record itself forces counts as a success.

- *when*: mean log score of acting or holding, a turn of a side. Nearer to 0 is better; in brackets that of
  one who knows only how often they act.
- *what*: of the thread (kind of move and issue), given that the side acts. 1 less the log score by that of
  the best of three baselines; 0 is no better than it, below 0 worse. The interval draws whole months again.
  A thread that the policy did not think of is charged 1 in 1,000.
- *events*: Brier skill over every hazard and every thirty days in which it could strike, against the rate of
  its kind in the other eras (smoothed by thirty days at the rate of all kinds). The interval draws whole
  hazards again. A strike on a day on which the model holds it to be impossible is a forecast of 0 that failed.
- *checkpoints*: *earned*, inside the tolerance and moved at least by half by the theory; *forced*, inside and moved
  mostly by recorded moves and events; *held*, inside because little moved it; *missed*. Beside it stands how many a
  world that never moves would meet. In free worlds a checkpoint is met or not, on average over worlds.
- *paths*: how many points of the sourced series lie inside the middle 80 % of the free worlds, which should be
  about 80 in 100; and the continuous ranked probability score against one who says that it stays as the cut
  opened, each series in units of its own range.
- *expectations*: pairs of worlds of fresh luck from the eve of the move, the same noise in both, the move made in
  one and left out of its turn in the other, read at the end of the span (weeks: 28 days, months: 120, a year: 365).
  *Up* and *down* are right where the mean difference exceeds two standard errors that way; *same* where it does not,
  or is smaller than three points of a meter, a tenth of a rung, a tenth of what a counter changes without the move.
  Camps that expected opposite things are rows of their own, so that not all can be right. p is the odds
  of as many right by the toss of a coin.
- *judged values*: every care, rung's value, trust in a channel and its leaks a step up or down by a draw, again and
  again: the middle 80 % of what the figures become. The opening of the record stays as it is.
- *held out*: the numbers of the theory's table of choice are fitted to the records of the other eras alone, by one sweep of the
  search of ` + "`backchannel fit`" + `, and the era is weighed under what comes out. The search starts from the present values, which
  were set with all eras in view: what it shows is how far the other eras pull away from this one.

A weak spot is: *when* below the base rate; an interval that reaches 0; a checkpoint missed; more than half of the checkpoints set by
the record; a frozen world that does as well; a headline of history in fewer than 5 of 100 free worlds, or more than 95;
fewer than 60 of 100 points inside the fan; expectations that a coin would meet (p above 0.05); a kind of hazard off by more
than two standard errors; judged values that decide; a loss of more than 0.05 when held out.
`

package abduct_test

import (
	"flag"
	"math"
	"runtime"
	"sync"
	"testing"

	"backchannel/engine"
	"backchannel/engine/abduct"
	"backchannel/engine/noise"
	"backchannel/engine/worlds"
)

var calibrationGames = flag.Int("games", 900, "how many free games the tests of calibration play, over all eras")

const (
	samples = 11
)

// measures are what is read from a finished world, each held against the same
// reading of another world, which makes a yes or a no of it in any era.
var measures = [...]struct {
	name string
	of   func(w *engine.World) int64
}{
	{"tension", func(w *engine.World) int64 { return w.S.Q[engine.QTension] }},
	{"trust", func(w *engine.World) int64 { return w.S.Q[engine.QTrustW] - w.S.Q[engine.QTrustH] }},
	{"strikes", func(w *engine.World) (n int64) {
		for k := range w.S.Events {
			n += int64(w.S.Events[k].Passed)
		}
		return n
	}},
	{"standing", func(w *engine.World) int64 { return w.S.Q[engine.QStandingW] }},
	{"messages", func(w *engine.World) int64 { return int64(w.S.Serial) }},
	{"moves", func(w *engine.World) (n int64) {
		for k := range w.S.Done {
			n += int64(w.S.Done[k])
		}
		return n
	}},
}

// forecast is one game with one choice changed: in how many samples of same and
// of fresh luck each measure came out yes, and whether it did under the game's
// own noise.
type forecast struct {
	same, fresh [len(measures)]int
	truth       [len(measures)]bool

	more  [len(measures)]int // the same for more than in the game itself, by same luck
	truly [len(measures)]bool
}

// forecasts plays free games, changes one random choice in each, and forecasts.
func forecasts(t *testing.T) []forecast {
	t.Helper()
	list := models(t)
	games := *calibrationGames / len(list)
	if testing.Short() {
		games /= 8
	}
	out := make([]forecast, games*len(list))
	var all sync.WaitGroup
	cores := runtime.GOMAXPROCS(0)
	for core := range cores {
		all.Go(func() {
			for e, m := range list {
				o := oracle{m: m, actor: abduct.NewActor(m), free: worlds.NewFree(m)}
				for k := core; k < games; k += cores {
					out[e*games+k] = o.game(uint64(k))
				}
			}
		})
	}
	all.Wait()
	return out
}

type oracle struct {
	m     *engine.Model
	actor *abduct.Actor
	free  *worlds.Free
}

// game is one game; its choices of where and what to change look at nothing
// that comes later.
func (o *oracle) game(seed uint64) (f forecast) {
	set := engine.FreeSetup(seed)
	p := abduct.Play(o.m, set, engine.NoSide, nil)
	fork, move := change(p, seed)
	o.free.Run(engine.FreeSetup(seed + 1<<32))
	var bar [len(measures)]int64
	for k := range measures {
		bar[k] = measures[k].of(o.free.W)
	}
	read := func(l abduct.Line) (yes, more [len(measures)]bool) {
		l.Move = &move
		o.actor.Run(fork, &l)
		for k := range measures {
			yes[k] = measures[k].of(&o.actor.W) > bar[k]
			more[k] = measures[k].of(&o.actor.W) > measures[k].of(p.Final)
		}
		return yes, more
	}
	f.truth, f.truly = read(abduct.Line{Noise: noise.Free(seed), Type: -1})
	types := fork.Types()
	for k := range uint64(samples) {
		s := noise.Mix(seed+77, k)
		same, more := read(abduct.Line{Noise: p.Sample(s), Type: -1})
		before := fork.Before(s)
		fresh, _ := read(abduct.Line{Noise: before, Own: before, Manner: abduct.AsAnyone, Fresh: true, Type: types.Draw(noise.Free(s))})
		for i := range measures {
			f.same[i] += count(same[i])
			f.fresh[i] += count(fresh[i])
			f.more[i] += count(more[i])
		}
	}
	return f
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// change picks a day in the first three quarters of the cut and, in the
// decision that comes first then or soon after, another option than the one
// that was taken, but not to hold.
func change(p *abduct.Past, seed uint64) (*abduct.Fork, engine.Choice) {
	u := noise.Mix(seed, 0xfeed)
	span := uint64(p.M.Cut.Last-p.M.Cut.First) * 3 / 4
	day := p.M.Cut.First + engine.Day(u>>40%span)
	at := 0
	for at < len(p.Decisions)-1 && p.Decisions[at].Next <= day {
		at++
	}
	at = min(at+int(u>>20%4), len(p.Decisions)-1)
	f := p.Fork(at)
	options, _ := f.Options()
	done := p.M.Content(&p.Decisions[at].Choice)
	for k := range options {
		c := options[(int(u>>5%64)+k)%len(options)].Choice
		if c.Kind != engine.Hold && p.M.Content(&c) != done && f.Legal(c) == engine.Legal {
			return f, c
		}
	}
	return f, p.Decisions[at].Choice
}

// decile is the share of yes among the truth and its samples, and what the
// truth was. Under right conditioning the truth is one more sample, so that
// given how many of all say yes, each is as likely to be one of them: the
// expected difference in a decile is zero however few the samples.
type decile struct{ off, variance float64 }

// worst is the greatest distance from calibration among the deciles, in standard
// errors.
func worst(list []forecast, read func(*forecast) (said int, truth bool)) float64 {
	var deciles [10]decile
	for k := range list {
		f := &list[k]
		said, truth := read(f)
		share := float64(said+count(truth)) / (samples + 1)
		d := &deciles[min(int(share*10), 9)]
		d.off += float64(count(truth)) - share
		d.variance += share * (1 - share)
	}
	most := 0.0
	for _, d := range deciles {
		if d.variance > 8 { // enough for a normal distribution
			most = max(most, math.Abs(d.off)/math.Sqrt(d.variance))
		}
	}
	return most
}

// brier is the mean squared error of a forecast, less what the number of samples
// alone makes of it.
func brier(f *forecast, said int, measure int) float64 {
	share := float64(said) / samples
	off := share - float64(count(f.truth[measure]))
	return off*off - share*(1-share)/(samples-1)
}

// TestForecasts is the second and the third test of abduction. Over free games
// with one random choice changed, no decile of the same-luck forecasts of what
// the seed's own noise gives is off by more than 3.5 standard errors; nor of
// fresh luck's; and same luck's are better by far. With -games 10000 it is the
// full test; with -short there are too few games for deciles.
func TestForecasts(t *testing.T) {
	list := forecasts(t)
	for k := range measures {
		same := max(worst(list, func(f *forecast) (int, bool) { return f.same[k], f.truth[k] }),
			worst(list, func(f *forecast) (int, bool) { return f.more[k], f.truly[k] }))
		fresh := worst(list, func(f *forecast) (int, bool) { return f.fresh[k], f.truth[k] })
		t.Logf("%-9s same luck is off by %.1f standard errors at most, fresh luck by %.1f", measures[k].name, same, fresh)
		if same > 3.5 {
			t.Errorf("%s: same luck is off by %.1f standard errors in a decile", measures[k].name, same)
		}
		if fresh > 3.5 {
			t.Errorf("%s: fresh luck is off by %.1f standard errors in a decile", measures[k].name, fresh)
		}
		if mean, errors := better(list, k, k+1); !testing.Short() && errors < 4 {
			t.Errorf("%s: same luck's Brier score is better than fresh luck's by %.3f, %.1f standard errors only", measures[k].name, mean, errors)
		}
	}
	mean, errors := better(list, 0, len(measures))
	t.Logf("same luck's Brier score is better than fresh luck's by %.3f, %.1f standard errors", mean, errors)
	if errors < 5 {
		t.Errorf("same luck's Brier score is better than fresh luck's by %.3f, %.1f standard errors only", mean, errors)
	}
}

// better is by how much same luck's Brier score is better than fresh luck's over
// some measures, a game, and how many standard errors that is.
func better(list []forecast, from, to int) (mean, errors float64) {
	var sum, squares float64
	for i := range list {
		d := 0.0
		for k := from; k < to; k++ {
			d += brier(&list[i], list[i].fresh[k], k) - brier(&list[i], list[i].same[k], k)
		}
		d /= float64(to - from)
		sum += d
		squares += d * d
	}
	n := float64(len(list))
	return sum / n, sum / math.Sqrt(squares-sum*sum/n)
}

// TestTypesAreLearned: what the other side did so far makes its true type likelier
// than its odds at the draw, on the average of the logarithm over free games;
// before it did anything nothing is known but those odds.
func TestTypesAreLearned(t *testing.T) {
	games := 120
	if testing.Short() {
		games = 40
	}
	for _, m := range models(t) {
		gain := 0.0
		for seed := range uint64(games) {
			p := abduct.Play(m, engine.FreeSetup(seed), engine.NoSide, nil)
			gain += math.Log(shareOf(p.Fork(min(40, len(p.Decisions)-1)))) - math.Log(prior(p.Fork(0)))
		}
		if gain /= float64(games); gain < 0.05 {
			t.Errorf("%s: the log odds of the true type grow by %.3f a game", m.ID, gain)
		}
		p := abduct.Play(m, engine.FreeSetup(1), engine.NoSide, nil)
		if f := p.Fork(0); math.Abs(shareOf(f)-prior(f)) > 0.001 {
			t.Errorf("%s: before the first choice the true type has %.3f, it was drawn with %.3f", m.ID, shareOf(f), prior(f))
		}
	}
}

// shareOf is the share that the other side's true type has at a fork.
func shareOf(f *abduct.Fork) float64 {
	t := f.Types()
	sum := 0.0
	for _, w := range t.Weights() {
		sum += float64(w)
	}
	return float64(t.Weights()[f.Past.Setup.Types[t.Side]]) / sum
}

// prior is the share with which it was drawn.
func prior(f *abduct.Fork) float64 {
	side := f.Types().Side
	sum := 0.0
	for _, k := range f.Past.M.Sides[side].Types {
		sum += float64(k.Weight)
	}
	return float64(f.Past.M.Sides[side].Types[f.Past.Setup.Types[side]].Weight) / sum
}

package desk

import (
	"slices"
	"strings"

	"backchannel/engine"
	"backchannel/engine/play"
)

// Composer builds an offer, or an answer with terms of one's own, a slot at a
// time. It holds what has been put in so far; nothing happens in the game
// until its Choice is planned.
type Composer struct {
	r *Reader
	c engine.Choice
}

// Option is one thing that can stand in a slot.
type Option struct {
	Index int8 // issue, rung or channel
	Text  string
	Note  string
}

// Draft is the offer as it stands.
type Draft struct {
	Sentence  string
	Channel   string
	Open, Due int16
	Price     string
	Estimates []string
	Secret    string
	Leaked    string
	Can       bool
	CanNot    string
}

// Compose begins an offer by the channel that the other side trusts most.
func (r *Reader) Compose() *Composer {
	k := &Composer{r: r, c: engine.Choice{Kind: engine.Offer, Move: -1, Issue: -1, Channel: -1}}
	trust := int8(-1)
	for _, o := range k.Channels() {
		if o.Index < 0 {
			continue
		}
		if t := r.M.Channels[o.Index].Trusted[r.side.Other()]; t > trust {
			k.c.Channel, trust = o.Index, t
		}
	}
	return k
}

// Counter begins an answer with one's own terms: theirs turned round, without
// demands that were set before all talk.
func (r *Reader) Counter(it engine.ItemView) *Composer {
	p := &it.Package
	c := engine.Choice{Kind: engine.Answer, Answer: engine.Counter, Move: -1, Issue: -1, Channel: it.Channel, Item: it.Serial}
	c.Package = engine.Package{NGive: p.NAsk, NAsk: p.NGive, Due: p.Due}
	for k := int8(0); k < p.NAsk; k++ {
		c.Package.Give[k] = engine.Term{Issue: p.Ask[k].Issue, Rung: p.Ask[k].Rung}
	}
	for k := int8(0); k < p.NGive; k++ {
		c.Package.Ask[k] = engine.Term{Issue: p.Give[k].Issue, Rung: p.Give[k].Rung}
	}
	return &Composer{r: r, c: c}
}

// Choice is the offer as the engine takes it.
func (k *Composer) Choice() engine.Choice { return k.c }

// Gives and Asks are the terms so far.
func (k *Composer) Gives() []engine.Term { return k.c.Package.Give[:k.c.Package.NGive] }

// Asks are the terms asked for so far.
func (k *Composer) Asks() []engine.Term { return k.c.Package.Ask[:k.c.Package.NAsk] }

// AddGive puts a rung into the next free slot; it says whether there was one.
// The same issue given again replaces its rung.
func (k *Composer) AddGive(issue, rung int8) bool {
	return add(&k.c.Package.Give, &k.c.Package.NGive, engine.Term{Issue: issue, Rung: rung})
}

// AddAsk asks for a rung, as an entry fee if fee is set.
func (k *Composer) AddAsk(issue, rung int8, fee bool) bool {
	return add(&k.c.Package.Ask, &k.c.Package.NAsk, engine.Term{Issue: issue, Rung: rung, Fee: fee})
}

func add(slots *[engine.MaxTerms]engine.Term, n *int8, t engine.Term) bool {
	for k := int8(0); k < *n; k++ {
		if slots[k].Issue == t.Issue {
			slots[k] = t
			return true
		}
	}
	if *n >= engine.MaxTerms {
		return false
	}
	slots[*n] = t
	*n++
	return true
}

// Drop takes the term out of the offer that [Composer.Terms] lists at a place.
func (k *Composer) Drop(at int) {
	p := &k.c.Package
	if at < int(p.NGive) {
		p.NGive = drop(&p.Give, p.NGive, at)
		return
	}
	p.NAsk = drop(&p.Ask, p.NAsk, at-int(p.NGive))
}

func drop(slots *[engine.MaxTerms]engine.Term, n int8, at int) int8 {
	left := slices.Delete(slices.Clone(slots[:n]), at, at+1)
	*slots = [engine.MaxTerms]engine.Term{}
	return int8(copy(slots[:], left))
}

// Terms are the terms so far, in words, by their issues.
func (k *Composer) Terms() []Option {
	var out []Option
	for _, t := range k.Gives() {
		out = append(out, Option{t.Issue, k.r.deed(t.Issue, t.Rung, k.r.side), ""})
	}
	for _, t := range k.Asks() {
		out = append(out, Option{t.Issue, k.r.deed(t.Issue, t.Rung, k.r.side.Other()), ""})
	}
	return out
}

// Least is what the smallest offer costs, in units of influence.
func (k *Composer) Least() int64 { return k.r.M.Theory.Capital.Prices.Offer }

// Clear empties all slots.
func (k *Composer) Clear() {
	k.c.Package = engine.Package{Open: k.c.Package.Open, Due: k.c.Package.Due}
}

// SetChannel says what carries it, −1 for openly. A counter goes back by the
// road on which the offer came.
func (k *Composer) SetChannel(channel int8) {
	if k.c.Kind == engine.Offer {
		k.c.Channel = channel
	}
}

// SetOpen says for how many days it stands, 0 as is usual.
func (k *Composer) SetOpen(days int16) { k.c.Package.Open = days }

// SetDue says in how many days promises fall due, 0 as is usual.
func (k *Composer) SetDue(days int16) { k.c.Package.Due = days }

// Channels are the ways that could carry an offer now, openly last.
func (k *Composer) Channels() []Option {
	o := k.r.G.Observe()
	var out []Option
	for i := range k.r.M.Channels {
		ch := &k.r.M.Channels[i]
		if o.Channels[i].Usable && ch.Carries > 0 {
			out = append(out, Option{int8(i), ch.Name, ch.Title})
		}
	}
	return append(out, Option{-1, k.r.C.T("text.openly"), ""})
}

// Givable are the issues on which one can give something, Askable those on
// which one can ask for something.
func (k *Composer) Givable() []Option { return k.issues(k.r.side) }

// Askable are the issues on which one can ask for something.
func (k *Composer) Askable() []Option { return k.issues(k.r.side.Other()) }

func (k *Composer) issues(giver engine.Side) []Option {
	var out []Option
	for i := range k.r.M.Issues {
		if len(k.rungs(int8(i), giver)) > 0 {
			out = append(out, Option{int8(i), k.r.M.Issues[i].Title, k.r.rung(int8(i), k.r.G.Observe().Rungs[i])})
		}
	}
	return out
}

// GiveRungs and AskRungs are the rungs of an issue that can be given or asked.
func (k *Composer) GiveRungs(issue int8) []Option { return k.rungs(issue, k.r.side) }

// AskRungs are the rungs of an issue that can be asked for.
func (k *Composer) AskRungs(issue int8) []Option { return k.rungs(issue, k.r.side.Other()) }

func (k *Composer) rungs(issue int8, giver engine.Side) []Option {
	is := &k.r.M.Issues[issue]
	if !is.MovedBy[giver] {
		return nil
	}
	l := k.r.ladders(k.r.G.Observe())[issue]
	now := l.Today
	var out []Option
	for n := range is.Rungs {
		rung := int8(n)
		if rung == now || !is.MovedBy[giver.Other()] && engine.Concedes(giver, now, rung) < 0 {
			continue
		}
		out = append(out, Option{rung, is.Rungs[n].Text, strings.Join(l.Rungs[n].Marks, "; ")})
	}
	return out
}

// Draft is the offer in words, with what the advisers expect of it.
func (k *Composer) Draft() Draft {
	r, c := k.r, k.c
	as := c // as an offer, for price, costs and estimates
	as.Kind, as.Answer, as.Item = engine.Offer, engine.NoAnswer, 0
	d := Draft{Sentence: r.Sentence(&c.Package, r.side), Channel: r.channel(c.Channel), Open: c.Package.Open, Due: c.Package.Due}
	d.Price = r.price(r.M.Price(&c))
	if c.Package.NGive+c.Package.NAsk > 0 {
		d.Secret, d.Leaked = r.Costs(&as)
		card := play.Card{Choice: as}
		d.Estimates = r.EstimatesText(r.G.Estimates(as), &card)
	}
	why := r.G.W.WhyNot(r.side, &c)
	d.Can, d.CanNot = why == engine.Legal, r.WhyNot(why, &c)
	return d
}

// Askables are the issues that one can ask about and the channels that could
// carry a question now.
func (r *Reader) Askables() (issues, ways []Option) {
	o := r.G.Observe()
	for i := range r.M.Issues {
		issues = append(issues, Option{int8(i), r.M.Issues[i].Title, r.rung(int8(i), o.Rungs[i])})
	}
	for k := range r.M.Channels {
		if o.Channels[k].Usable {
			ways = append(ways, Option{int8(k), r.M.Channels[k].Name, r.M.Channels[k].Title})
		}
	}
	return issues, ways
}

package lab

import (
	"maps"
	"slices"

	"backchannel/engine"
	"backchannel/engine/abduct"
	"backchannel/engine/whatif"
)

// Shares is a distribution of the headline: outcome to share, all of them.
type Shares map[string]float64

// Alternative is what another move would have led to.
type Alternative struct {
	On       string        `json:"on"`
	Side     string        `json:"side"`
	Move     string        `json:"move"`     // the alternative
	Instead  string        `json:"instead"`  // what it is held against
	Done     string        `json:"done"`     // what was done
	Leverage *float64      `json:"leverage"` // of the slot; of turning points alone
	on       int           // the decision
	move     engine.Choice // of turning points alone

	Documented bool   `json:"documented"`           // it was really considered
	Considered string `json:"considered,omitempty"` // by whom, and why it was rejected

	Manner     string   `json:"manner"`
	Worlds     int64    `json:"worlds"` // samples under each theory
	Theories   int      `json:"theories"`
	Abstain    int      `json:"abstain"`    // whose replay does not give the outcome that happened
	NotLegal   int      `json:"not_legal"`  // under which the move could not be made
	Historical string   `json:"historical"` // the outcome that happened
	ThisWorld  Shares   `json:"this_world"` // of a played game, else null
	SameLuck   Shares   `json:"same_luck"`
	Second     Shares   `json:"same_luck_second"` // under the second coupling
	SameThen   Shares   `json:"same_luck_instead,omitempty"`
	Fresh      Shares   `json:"fresh_luck"`         // of the alternative
	FreshThen  Shares   `json:"fresh_luck_instead"` // of what it is held against
	Headline   Headline `json:"headline"`

	Averted  Answers            `json:"averted"`
	Brought  Answers            `json:"would_have_brought"`
	Needed   Answers            `json:"needed"`
	Enough   Answers            `json:"enough"`
	YesNo    map[string]Both    `json:"yes_no"`
	Manners  map[string]Manner  `json:"manners,omitempty"`
	Depends  bool               `json:"depends_on_what_came_next"`
	Parting  *Parting           `json:"parting"`
	Meters   map[string][]Point `json:"meters,omitempty"`
	Later    *Later             `json:"all_the_same"`       // nil where nothing was done that could be done later
	Score    *Score             `json:"score,omitempty"`    // of a played game
	Expected *Expectation       `json:"expected,omitempty"` // of somebody, before they looked

	Contradicted []string `json:"contradicted"` // outcomes of which the model's own record says other than history: nothing is said on them

	Silent  int     `json:"silent"`      // turns of a side after the move that the record is silent on
	Imposed int     `json:"unexplained"` // moves and events of the record that the model cannot explain; they happen in every world of same luck
	Unfaced float64 `json:"unfaced"`     // share of same-luck worlds with a choice that nobody faced
}

// Later is how often, with the same luck, the mover does what was done all the same.
type Later struct {
	Share  float64 `json:"share"`
	Median string  `json:"median,omitempty"` // half of them have by the turn of this day

	median engine.Day
}

// Score is how far a person's goals are reached at the end, of 100: in the game,
// and over the worlds with the same luck.
type Score struct {
	Was    int `json:"was"`
	Low    int `json:"p10"`
	Middle int `json:"p50"`
	High   int `json:"p90"`
}

// Answers are figures by outcome.
type Answers map[string]Answer

// Both is a yes-or-no outcome's share under each kind of luck.
type Both struct {
	Came      bool    `json:"came"`
	SameLuck  float64 `json:"same_luck"`
	Fresh     float64 `json:"fresh_luck"`
	FreshThen float64 `json:"fresh_luck_instead"`
}

// Headline is what one would say of the alternative in a sentence: how many
// theories say that an outcome of the headline becomes likelier, or less likely,
// in fresh luck, and by how much at least and at most among those.
type Headline struct {
	Outcome  string  `json:"outcome"` // the one that moves most
	Speak    int     `json:"speak"`   // theories with the majority
	Against  int     `json:"against"`
	Of       int     `json:"of"`
	Likelier bool    `json:"likelier"`
	Low      float64 `json:"low"` // 0–1, without sign
	High     float64 `json:"high"`
	Fragile  bool    `json:"fragile"`
}

// base is the question under the first theory.
func (q *Inquiry) base() *whatif.Question { return q.Questions[0] }

// asked are the counts of the theories that agree with the play-through on an
// outcome; the others abstain. Outcome −1 is any.
func (q *Inquiry) asked(outcome int) (out []*whatif.Counts) {
	own := q.base().Own()
	for k, c := range q.Counts {
		if c == nil || c.Same[0].Worlds == 0 || outcome >= 0 && q.Questions[k].Own().Has(outcome) != own.Has(outcome) {
			continue
		}
		out = append(out, c)
	}
	return out
}

// Result forms the answers.
func (q *Inquiry) Result() Alternative {
	b := q.base()
	m, d := b.Fork.Past.M, b.Fork.Decision()
	ids, headline := whatif.Outcomes(m)
	against := b.Against()
	r := Alternative{On: d.Day.String(), Side: d.Need.Side.String(), Move: text(m, d, b.Move), Instead: text(m, d, against), Done: text(m, d, d.Choice),
		Manner: b.Manner.String(), Theories: len(q.Versions),
		Averted: Answers{}, Brought: Answers{}, Needed: Answers{}, Enough: Answers{}, YesNo: map[string]Both{}, Contradicted: []string{}}
	r.Documented, r.Considered = documented(m, b.Move)
	all := q.asked(-1)
	for k := range q.Questions {
		if q.Questions[k] == nil {
			r.NotLegal++
		} else if q.Questions[k].Own()&(1<<headline-1) != b.Own()&(1<<headline-1) {
			r.Abstain++
		}
	}
	if len(all) > 0 {
		r.Worlds = all[0].Same[0].Worlds
	}
	for k := range ids {
		came := b.Own().Has(k)
		if k < headline && came {
			r.Historical = ids[k]
		}
		if contradicts(b, k) {
			r.Contradicted = append(r.Contradicted, ids[k])
			continue
		}
		agree := q.asked(k)
		if came {
			r.Averted[ids[k]], r.Needed[ids[k]] = changed(true).answer(agree, k), needed.answer(agree, k)
		} else {
			r.Brought[ids[k]], r.Enough[ids[k]] = changed(false).answer(agree, k), enough.answer(agree, k)
		}
	}
	q.shares(&r, all, ids, headline)
	r.Headline = q.headline(all, ids[:headline])
	q.sameOnly(&r)
	return r
}

// shares fills in the distributions.
func (q *Inquiry) shares(r *Alternative, all []*whatif.Counts, ids []string, headline int) {
	arm := func(of func(c *whatif.Counts) *whatif.Arm, k int) float64 {
		var f fraction
		for _, c := range all {
			f = f.plus(fraction{of(c).Came[k], of(c).Worlds})
		}
		return orZero(f)
	}
	pair := func(k int, now bool) float64 {
		var f fraction
		for _, c := range all {
			j := &c.Fresh[0].Joint[k]
			n := j.Both + j.OnlyThen
			if now {
				n = j.Both + j.OnlyNow
			}
			f = f.plus(fraction{n, c.Fresh[0].Worlds})
		}
		return orZero(f)
	}
	same := func(coupling int) func(c *whatif.Counts) *whatif.Arm {
		return func(c *whatif.Counts) *whatif.Arm { return &c.Same[coupling] }
	}
	r.SameLuck, r.Second, r.Fresh, r.FreshThen = Shares{}, Shares{}, Shares{}, Shares{}
	for k, id := range ids {
		if k >= headline {
			r.YesNo[id] = Both{q.base().Own().Has(k), arm(same(0), k), pair(k, true), pair(k, false)}
			continue
		}
		r.SameLuck[id], r.Second[id] = arm(same(0), k), arm(same(1), k)
		r.Fresh[id], r.FreshThen[id] = pair(k, true), pair(k, false)
	}
	if q.base().Instead != nil {
		r.SameThen = Shares{}
		for k, id := range ids[:headline] {
			r.SameThen[id] = arm(func(c *whatif.Counts) *whatif.Arm { return &c.Instead }, k)
		}
	}
	var unfaced fraction
	for _, c := range all {
		unfaced = unfaced.plus(fraction{c.New, c.Same[0].Worlds})
	}
	r.Unfaced = orZero(unfaced)
}

func orZero(f fraction) float64 {
	if v := f.value(); v != nil {
		return *v
	}
	return 0
}

// headline is the outcome that the alternative moves most in fresh luck, pooled,
// and what the theories say of it.
func (q *Inquiry) headline(all []*whatif.Counts, ids []string) Headline {
	most, at := 0.0, 0
	for k := range ids {
		sum := 0.0
		for _, c := range all {
			sum += ofFresh(&c.Fresh[0], k).move
		}
		if sum > most || -sum > most {
			most, at = max(sum, -sum), k
		}
	}
	v := needed.voices(all, at)
	h := Headline{Outcome: ids[at], Of: len(all), Likelier: v.up >= v.down, Speak: max(v.up, v.down), Against: min(v.up, v.down), Fragile: needed.fragile(all, at)}
	first := true
	for _, c := range all {
		e := ofFresh(&c.Fresh[0], at)
		if e.speaks() == 0 || e.speaks() > 0 != h.Likelier {
			continue
		}
		size := max(e.move, -e.move)
		if first {
			h.Low, h.High, first = size, size, false
		}
		h.Low, h.High = min(h.Low, size), max(h.High, size)
	}
	return h
}

// sameOnly fills in what is read from same luck under the first theory.
func (q *Inquiry) sameOnly(r *Alternative) {
	b := q.base()
	r.Imposed = b.Fork.Imposed()
	for k := b.Fork.At + 1; k < len(b.Fork.Past.Decisions); k++ {
		if d := &b.Fork.Past.Decisions[k]; d.Silent && d.Need.Stage == engine.StageMove && d.Need.Ordinal == 0 {
			r.Silent++
		}
	}
	if c := q.Counts[0]; c != nil && c.Same[0].Worlds > 0 {
		if q.reader == nil {
			q.reader = abduct.NewActor(b.Fork.Past.M)
		}
		r.Later, r.Score = laterOf(b, c), scoreOf(b, c)
		r.Parting, r.Meters = partingOf(q.reader, b, c), metersOf(b, c)
	}
}

// contradicts says whether the record under the model comes to a yes-or-no outcome
// that did not happen, or does not come to one that did.
func contradicts(q *whatif.Question, outcome int) bool {
	p := q.Fork.Past
	k := outcome - len(p.M.Headline.Outcomes)
	return p.Record && k >= 0 && q.Own().Has(outcome) != p.M.YesNo[k].Historical
}

// laterOf reads how often the mover does what was done all the same.
func laterOf(q *whatif.Question, c *whatif.Counts) *Later {
	if d := q.Fork.Decision(); q.Instead != nil || !d.Acts() || d.Need.Stage != engine.StageMove {
		return nil
	}
	days := slices.Sorted(maps.Keys(c.Later))
	worlds := int64(0)
	for _, day := range days {
		worlds += c.Later[day]
	}
	l := &Later{Share: float64(worlds) / float64(c.Same[0].Worlds)}
	sum := int64(0)
	for _, day := range days {
		if sum += c.Later[day]; 2*sum >= worlds {
			l.Median, l.median = day.String(), day
			break
		}
	}
	return l
}

// scoreOf reads how far a person's goals are reached.
func scoreOf(q *whatif.Question, c *whatif.Counts) *Score {
	if c.Scores == nil {
		return nil
	}
	p := q.Fork.Past
	return &Score{Was: int((p.Final.Score(p.Person) + 500) / 1000), Low: c.Score(100), Middle: c.Score(500), High: c.Score(900)}
}

// text is a choice in the grammar, an answer with what it is about left out.
func text(m *engine.Model, d *abduct.Decision, c engine.Choice) string {
	if c.Kind == engine.Answer || c.Kind == engine.Promise {
		c.Item = d.Need.Item
	}
	return engine.FormatChoice(m, d.Need.Side, c)
}

// documented says whether a move was really considered, and what is known of it.
func documented(m *engine.Model, c engine.Choice) (bool, string) {
	if c.Move < 0 {
		return false, ""
	}
	return m.Moves[c.Move].Documented, m.Moves[c.Move].Considered
}

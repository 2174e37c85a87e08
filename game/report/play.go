package report

import (
	"slices"

	"backchannel/engine"
	"backchannel/engine/play"
	"backchannel/engine/record"
	"backchannel/engine/replay"
	"backchannel/game/desk"
	"backchannel/game/lang"
)

// Play is one saved play that is over, read for its page.
type Play struct {
	Name  string // of the file
	File  *replay.File
	Model *engine.Model
	Game  *play.Game

	Forecasts []Forecast // what the person foretold as it went on; may be none

	r       *desk.Reader
	debrief desk.Debrief
	cables  []desk.Cable // of the whole game, as they came
	score   []desk.CurvePoint
	history *record.Forced // the record, forced

	ofRecord bool // it is no play but the record itself
}

// Forecast is something that the person foretold, and whether it came.
type Forecast struct {
	On     engine.Day
	What   string
	Odds   int // of 100
	Came   bool
	Open   bool   // it was never decided
	Reason string // in the person's own words; it may be empty
}

// Read replays a saved play for its page. A play that is not over is refused.
func Read(name string, m *engine.Model, f *replay.File, c *lang.Catalog) (*Play, error) {
	p := &Play{Name: name, File: f, Model: m}
	g, err := replay.Walk(m, f, func(g *play.Game) {
		if p.r == nil {
			p.r = desk.New(g, m, c)
		}
		p.cables = append(p.cables, p.r.Cables()...)
		p.note(g)
	})
	if err != nil {
		return nil, err
	}
	if !g.Over {
		return nil, errNotOver
	}
	p.Game = g
	p.debrief = p.r.Debrief()
	for _, f := range p.debrief.Own.Foretold {
		p.Forecasts = append(p.Forecasts, Forecast{On: f.Day, What: f.What, Odds: int(f.Odds), Came: f.Came, Open: !f.Decided, Reason: f.Reason})
	}
	slices.SortStableFunc(p.debrief.Turning, func(a, b desk.Turning) int { return int(a.Day - b.Day) })
	p.history = record.Force(m)
	return p, nil
}

// ReadRecord reads what really happened, for a page of what was asked of it.
func ReadRecord(m *engine.Model, c *lang.Catalog) *Play {
	history := record.Force(m)
	g := play.At(history.World, engine.Washington)
	return &Play{Name: m.ID, File: replay.Of(g), Model: m, Game: g, r: desk.New(g, m, c), history: history, ofRecord: true}
}

// note keeps the score at the close of the turn before a desk.
func (p *Play) note(g *play.Game) {
	day := p.Model.Cut.First
	if n := len(g.W.Audit.Hashes); n > 0 {
		day = g.W.Audit.Hashes[n-1].Day
	}
	p.score = append(p.score, desk.CurvePoint{Day: day, Value: (g.W.Score(g.Settings.Side) + 500) / 1000})
}

// final is the score as the debrief says it.
func (p *Play) final() int64 { return (p.Game.W.Score(p.side()) + 500) / 1000 }

func (p *Play) side() engine.Side { return p.Game.Settings.Side }
func (p *Play) outcome() int      { return p.Game.W.Outcome() }
func (p *Play) t() *lang.Catalog  { return p.r.C }
func (p *Play) era() string       { return p.Model.ID + "/" + p.Model.Cut.ID }

// say is a sentence of the page.
func (p *Play) say(key string, with ...any) string { return p.r.C.T(key, with...) }

// valueOn is a quantity at the close of the last turn up to a day.
func valueOn(w *engine.World, q int, day engine.Day) engine.Milli {
	close := w.M.Cut.First - 1
	for _, h := range w.Audit.Hashes {
		if h.Day <= day {
			close = h.Day
		}
	}
	value := w.Opening().Q[q]
	for k := range w.Audit.Ledger {
		if e := &w.Audit.Ledger[k]; !e.Rung && int(e.Index) == q && e.Day <= close {
			value += e.Amount
		}
	}
	return value
}

// Package chronicle sets the record of every era beside the model: it gathers
// what the replays and the worlds show, and writes it down as text and as a
// page. Worlds do not run through the arithmetic of this package.
package chronicle

import (
	"cmp"
	"context"
	"io/fs"
	"slices"

	"backchannel/engine"
	"backchannel/engine/abduct"
	"backchannel/engine/fidelity"
	"backchannel/engine/scenario"
	"backchannel/game/lab"
	"backchannel/game/stats"
	"backchannel/game/tally"
)

// seed is that of the first world: the same figures come out again.
const seed = 1

// Options say how much is looked at.
type Options struct {
	Cut      string      // one cut of each era; "": the whole record, and the others beside it
	Worlds   int         // free worlds a cut, and pairs of worlds an expectation; 0: none
	Jitter   int         // draws of the judged values of each whole record; 0: none
	Library  fs.FS       // where the theory lies, to fit it to the other eras; nil: it is not
	Cores    int         // 0: all
	Progress func(n int) // told how many steps are done, see Steps
}

// Steps is how many steps a gathering takes.
func (o *Options) Steps(infos []scenario.Info, ids []string) int {
	n := 0
	for _, id := range ids {
		n += len(cutsOf(infos, id, o.Cut))
	}
	return n
}

// Book is the record of several eras beside the model.
type Book struct {
	Eras    []Era
	All     []*fidelity.Record // the whole records of all eras there are
	Overall stats.History      // of the first page of each era
}

// Era is one era's pages: the whole record and the other cuts, or the one cut
// that was asked for.
type Era struct {
	ID    string
	Pages []Page
}

// Page is one cut.
type Page struct {
	stats.Evidence
	History stats.History
}

// Loader loads a cut of an era.
type Loader func(id, cut string) (*engine.Model, error)

// Gather weighs the records of eras and plays the worlds.
func Gather(ctx context.Context, load Loader, infos []scenario.Info, ids []string, o Options) (*Book, error) {
	g := gatherer{ctx: ctx, load: load, infos: infos, o: o, kept: map[string]*fidelity.Record{}}
	b := &Book{}
	for _, info := range infos {
		r, err := g.record(info.ID, Whole(infos, info.ID))
		if err != nil {
			return nil, err
		}
		b.All = append(b.All, r)
	}
	var pooled []*stats.Evidence
	for _, id := range ids {
		e := Era{ID: id}
		for k, cut := range cutsOf(infos, id, o.Cut) {
			p, err := g.page(b, id, cut, k == 0)
			if err != nil {
				return nil, err
			}
			e.Pages = append(e.Pages, *p)
		}
		pooled = append(pooled, &e.Pages[0].Evidence)
		b.Eras = append(b.Eras, e)
	}
	b.Overall = stats.HistoryOf(b.All, pooled...)
	return b, nil
}

// cutsOf are the cuts of an era, the longest first, or the one cut.
func cutsOf(infos []scenario.Info, id, cut string) []string {
	for _, info := range infos {
		if info.ID != id || cut != "" {
			continue
		}
		cuts := slices.Clone(info.Cuts)
		slices.SortStableFunc(cuts, func(a, b engine.CutInfo) int { return cmp.Compare(b.Last-b.First, a.Last-a.First) })
		var out []string
		for _, c := range cuts {
			out = append(out, c.ID)
		}
		return out
	}
	return []string{cut}
}

// Whole is the cut of an era that holds all of its record: the longest.
func Whole(infos []scenario.Info, id string) string { return cutsOf(infos, id, "")[0] }

type gatherer struct {
	ctx   context.Context
	load  Loader
	infos []scenario.Info
	o     Options
	kept  map[string]*fidelity.Record
}

// record is a cut's record, weighed once.
func (g *gatherer) record(id, cut string) (*fidelity.Record, error) {
	key := id + "/" + cut
	if g.kept[key] == nil {
		m, err := g.load(id, cut)
		if err != nil {
			return nil, err
		}
		g.kept[key] = fidelity.Weigh(m)
	}
	return g.kept[key], nil
}

// page looks at one cut; expectations and judged values only at the first of an
// era.
func (g *gatherer) page(b *Book, id, cut string, first bool) (*Page, error) {
	r, err := g.record(id, cut)
	if err != nil {
		return nil, err
	}
	p := &Page{Evidence: stats.Evidence{Record: r}}
	if g.o.Worlds > 0 {
		for k := range stats.Who {
			s := tally.See(g.ctx, r.Model, g.free(r.Model, k))
			p.Sights[k] = &s
		}
	}
	if g.o.Worlds > 0 && first {
		p.Rows = lab.Expect(g.ctx, abduct.Record(r.Model), seed, lab.Options{Worlds: g.o.Worlds, Cores: g.o.Cores})
		p.Asked = true
	}
	if g.o.Jitter > 0 && first {
		p.Jitter = jitter(g.ctx, b.All, r, g.o)
	}
	if g.o.Library != nil && first {
		if p.Held, err = heldOut(g.ctx, g.o.Library, b.All, r); err != nil {
			return nil, err
		}
	}
	if g.o.Progress != nil {
		g.o.Progress(1)
	}
	p.History = stats.HistoryOf(b.All, &p.Evidence)
	return p, g.ctx.Err()
}

// free are the worlds in which Washington, Havana or both are played by the
// policy. Who follows the record is of history's type.
func (g *gatherer) free(m *engine.Model, who int) tally.Options {
	o := tally.FreeOptions(g.o.Worlds, seed)
	o.Cores = g.o.Cores
	if stats.Who[who] != "both" {
		other := engine.Side(who).Other()
		o.Chairs[other], o.Types[other] = tally.Follows, m.Sides[other].HistoryType
	}
	return o
}

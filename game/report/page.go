package report

import (
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"

	"backchannel/assets"
)

//go:embed page.html page.css
var files embed.FS

var pageTemplate = template.Must(template.New("page.html").Funcs(template.FuncMap{
	"lines": func(s string) []string { return splitLines(s) },
	"add":   func(a, b int) int { return a + b },
}).ParseFS(files, "page.html"))

// Write writes the page: the debrief of one play, or several side by side.
func Write(w io.Writer, plays []*Play, tried []Tried) error {
	if len(plays) == 0 {
		return fmt.Errorf("no play to report")
	}
	p := plays[0]
	out := page{Lang: p.t().Tag(), Stamp: p.say("window.end.stamp"), Skip: p.say("report.skip"), Contents: p.say("report.contents")}
	css, err := files.ReadFile("page.css")
	if err != nil {
		return err
	}
	out.Style = template.CSS(faceRules() + string(css))
	switch {
	case p.ofRecord:
		p.fillRecord(&out, tried)
	case len(plays) == 1:
		err = p.fill(&out, tried)
	default:
		err = fillMany(&out, plays)
	}
	if err != nil {
		return err
	}
	return pageTemplate.Execute(w, out)
}

// fill makes the page of one play.
func (p *Play) fill(out *page, tried []Tried) (err error) {
	m := p.Model
	out.Kicker = p.say("report.kicker")
	out.Head = p.say("report.head", "Era", m.Title, "Cut", m.Cut.Title)
	out.Title = p.say("report.document", "Head", out.Head, "Name", p.Name)
	out.Facts = []string{
		p.say("report.chair", "Side", p.r.SideName(p.side()), "Chair", m.Sides[p.side()].Chair),
		p.say("report.dates", "From", p.r.Day(m.Cut.First), "To", p.r.Day(m.Cut.Last), "Count", len(p.File.Turns)),
		p.say("report.luck", "Seed", fmt.Sprint(p.File.Seed), "Name", p.Name),
	}
	if p.File.UnknownFuture {
		out.Facts = append(out.Facts, p.say("report.unknown_future"))
	}
	out.Sections, err = p.sections(tried)
	out.Foot = p.foot()
	return err
}

// fillRecord makes the page of what was asked of the record.
func (p *Play) fillRecord(out *page, tried []Tried) {
	m := p.Model
	out.Stamp, out.Kicker = p.say("window.lab.stamp"), p.say("report.record_kicker")
	out.Head = p.say("report.head", "Era", m.Title, "Cut", m.Cut.Title)
	out.Title = p.say("report.document", "Head", out.Head, "Name", p.Name)
	out.Facts = []string{p.say("report.dates", "From", p.r.Day(m.Cut.First), "To", p.r.Day(m.Cut.Last), "Count", len(p.File.Turns)),
		p.say("lab.happened", "Outcome", m.Headline.Outcomes[p.outcome()].Title)}
	out.Sections = filled([]section{
		{ID: "whatif", Title: p.say("report.whatif"), Blocks: p.whatIf(tried)},
		{ID: "limits", Title: p.say("report.limits"), Blocks: p.limits()},
		{ID: "record", Title: p.say("report.record"), Apart: true, Blocks: p.record()},
		{ID: "sources", Title: p.say("report.sources"), Blocks: p.sources()},
	})
	out.Foot = p.foot()
}

// foot says what the numbers are relative to.
func (p *Play) foot() []string {
	f := p.File
	return []string{p.say("report.relative", "Theory", f.TheoryVersion, "TheoryHash", f.TheoryHash, "Scenario", f.ScenarioVersion, "ScenarioHash", f.ScenarioHash, "Rules", f.Engine),
		p.say("report.alone")}
}

// faceRules bring the page's typefaces along, so that it loads none.
func faceRules() (out string) {
	for _, f := range []struct {
		family, style, weight, kind string
		data                        []byte
	}{
		{"Plex Serif", "normal", "400", "font/woff", assets.PlexSerif}, {"Plex Serif", "italic", "400", "font/woff", assets.PlexSerifItalic},
		{"Plex Serif", "normal", "600", "font/woff", assets.PlexSerifBold}, {"Typed", "normal", "400", "font/woff", assets.CourierPrimeWeb},
		{"Worn", "normal", "400", "font/woff", assets.SpecialElite},
	} {
		out += fmt.Sprintf("@font-face{font-family:%q;font-style:%s;font-weight:%s;src:url(data:%s;base64,%s)}\n",
			f.family, f.style, f.weight, f.kind, base64.StdEncoding.EncodeToString(f.data))
	}
	return out
}

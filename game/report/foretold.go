package report

import (
	"fmt"
	"html/template"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"backchannel/game/desk"
)

// foretold is whom one could have believed, and what one foretold oneself.
func (p *Play) foretold() ([]block, error) {
	out := list("", p.debrief.Advisers)
	if len(p.Forecasts) == 0 {
		return out, nil
	}
	own := &p.debrief.Own
	out = append(out, block{Table: p.forecastTable()})
	out = append(out, list("", own.Scores)...)
	out = append(out, texts(own.Few)...)
	if len(own.Table) == 0 {
		return out, nil
	}
	f, err := p.reliability(own.Table)
	return append(out, block{Figures: []figure{f}}), err
}

// forecastTable are one's own forecasts, with a column for reasons where any
// was given.
func (p *Play) forecastTable() *table {
	t := &table{Caption: p.say("report.own_forecasts"), Head: []string{p.say("report.when"), p.say("report.foretold"), p.say("report.odds"), p.say("report.came")}}
	reasons := slices.ContainsFunc(p.Forecasts, func(f Forecast) bool { return f.Reason != "" })
	if reasons {
		t.Head = append(t.Head, p.say("report.reason"))
	}
	for _, f := range p.Forecasts {
		came := p.say("report.no")
		switch {
		case f.Open:
			came = p.say("report.undecided")
		case f.Came:
			came = p.say("report.yes")
		}
		row := []string{p.r.Day(f.On), f.What, fmt.Sprint(f.Odds), came}
		if reasons {
			row = append(row, f.Reason)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// reliability is how often came what was said at some odds.
func (p *Play) reliability(bands []desk.Reliability) (figure, error) {
	numbers := table{Head: []string{p.say("report.said_band"), p.say("report.said_count"), p.say("report.said_mean"), p.say("report.said_came")}}
	f := figure{ID: "reliability", Title: p.say("report.reliability"), Desc: p.say("report.reliability_desc"), Numbers: p.say("report.numbers"),
		Keys: []key{{samples[own], p.say("report.key_foretold")}, {samples[rebuilt], p.say("report.key_perfect")}}}
	for _, b := range bands {
		numbers.Rows = append(numbers.Rows, []string{b.Band, fmt.Sprint(b.Count), fmt.Sprint(b.Said), fmt.Sprint(b.Came)})
	}
	f.Table = numbers
	var err error
	f.SVG, err = drawReliability(bands, &f, p.say("report.said_mean"), p.say("report.said_came"))
	return f, err
}

// drawReliability sets what came against what was said, each point with how
// many forecasts it stands for.
func drawReliability(bands []desk.Reliability, f *figure, said, came string) (template.HTML, error) {
	p := blank()
	points := plotter.XYLabels{}
	for _, b := range bands {
		points.XYs = append(points.XYs, plotter.XY{X: float64(b.Said), Y: float64(b.Came)})
		points.Labels = append(points.Labels, fmt.Sprint(b.Count))
	}
	perfect, err := plotter.NewLine(plotter.XYs{{X: 0, Y: 0}, {X: 100, Y: 100}})
	if err != nil {
		return "", err
	}
	perfect.Color, perfect.Width, perfect.Dashes = ink, 1.2, []vg.Length{5, 3}
	drawn, dots, err := plotter.NewLinePoints(points.XYs)
	if err != nil {
		return "", err
	}
	drawn.Color, drawn.Width = blue, 4
	dots.Shape, dots.Color, dots.Radius = draw.BoxGlyph{}, deep, 2.5
	counts, err := plotter.NewLabels(points)
	if err != nil {
		return "", err
	}
	for k := range counts.TextStyle {
		label(&counts.TextStyle[k])
		counts.TextStyle[k].Color = ink
	}
	counts.Offset = vg.Point{X: -6, Y: 8}
	p.Add(perfect, drawn, dots, counts)
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = 0, 100, -2, 110
	p.X.Label.Text, p.Y.Label.Text = said, came
	p.X.Tick.Marker, p.Y.Tick.Marker = fifths{}, fifths{}
	return svg(p, chartHigh+40, f.ID, f.Title, f.Desc)
}

// fifths are the ticks of a scale of 100.
type fifths struct{}

// Ticks are the ticks of the scale.
func (fifths) Ticks(_, _ float64) (out []plot.Tick) {
	for n := 0; n <= 100; n += 20 {
		out = append(out, plot.Tick{Value: float64(n), Label: fmt.Sprint(n)})
	}
	return out
}

package report

import (
	"bytes"
	"cmp"
	"fmt"
	"html"
	"html/template"
	"image/color"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/image/font/opentype"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/plotter"
	plottext "gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgsvg"

	"backchannel/assets"
	"backchannel/engine"
	"backchannel/game/desk"
)

// stroke is how a line is drawn: shape tells it as well as colour does.
type stroke uint8

const (
	own     stroke = iota // the play: a broad band with squares
	sourced               // history from a source: solid, with dots
	rebuilt               // history as the model has it: dashed
	several               // one play of many: thin, with its number at its end
)

// The inks of the charts, and the measures of a chart in points.
var (
	ink   = color.NRGBA{0x22, 0x1e, 0x1a, 0xff}
	faded = color.NRGBA{0x5a, 0x50, 0x43, 0xff}
	blue  = color.NRGBA{0x7d, 0x97, 0xc4, 0xff}
	deep  = color.NRGBA{0x1f, 0x3f, 0x7a, 0xff}
	hair  = color.NRGBA{0xc9, 0xbc, 0x9c, 0xff}
)

const (
	chartWide, chartHigh = 380, 220
	labelSize            = 11
)

// line is one line of a chart.
type line struct {
	stroke stroke
	points []desk.CurvePoint
	mark   string // its number, of one of several
}

// flag is a numbered day.
type flag struct {
	day  engine.Day
	mark string
}

// lines is a chart over the days of a cut.
type lines struct {
	id, title, desc string
	cut             engine.Cut
	months          []string
	lines           []line
	flags           []flag
	top             float64 // of a scale that has an end, else 0
}

// typewriter sets a chart's labels in the face of the cables.
var typewriter = func() plottext.Handler {
	face, err := opentype.Parse(assets.CourierPrime)
	if err != nil {
		panic("report: the embedded face: " + err.Error()) // cannot be: a test draws with it
	}
	return plottext.Plain{Fonts: font.NewCache(font.Collection{{Font: font.Font{Typeface: "Courier"}, Face: face}})}
}()

func label(s *draw.TextStyle) {
	s.Handler, s.Color = typewriter, faded
	s.Font = font.Font{Typeface: "Courier", Size: labelSize}
}

// blank is an empty chart in the page's style.
func blank() *plot.Plot {
	p := plot.New()
	p.BackgroundColor = nil
	p.TextHandler = typewriter
	for _, axis := range []*plot.Axis{&p.X, &p.Y} {
		label(&axis.Tick.Label)
		label(&axis.Label.TextStyle)
		axis.LineStyle.Color, axis.Tick.LineStyle.Color = faded, faded
		axis.Padding = 4
	}
	label(&p.Title.TextStyle)
	label(&p.Legend.TextStyle)
	return p
}

// draw is the chart as inline SVG.
func (l *lines) draw() (template.HTML, error) {
	p := blank()
	p.X.Min, p.X.Max = float64(l.cut.First), float64(l.cut.Last)
	p.X.Tick.Marker = dayTicks{l.months}
	p.Y.Tick.Marker = wholeTicks{}
	p.Y.Min, p.Y.Max = 0, math.Max(l.top, 1)
	grid := plotter.NewGrid()
	grid.Vertical.Width, grid.Horizontal.Color, grid.Horizontal.Width = 0, hair, 0.5
	p.Add(grid)
	for k := range l.lines {
		if err := l.lines[k].add(p); err != nil {
			return "", err
		}
	}
	p.X.Min, p.X.Max = float64(l.cut.First), float64(l.cut.Last)
	if p.Y.Max *= 1.04; l.top > 0 {
		p.Y.Max = l.top
	}
	if len(l.flags) > 0 {
		p.Y.Max += (p.Y.Max - p.Y.Min) * 0.12 // room for their numbers
	}
	p.Add(flags(l.flags), ends(l.lines))
	return svg(p, chartHigh, l.id, l.title, l.desc)
}

// add puts a line into a chart.
func (l *line) add(p *plot.Plot) error {
	if len(l.points) == 0 {
		return nil
	}
	xy := make(plotter.XYs, len(l.points))
	for k, at := range l.points {
		xy[k] = plotter.XY{X: float64(at.Day), Y: float64(at.Value)}
	}
	drawn, dots, err := plotter.NewLinePoints(xy)
	if err != nil {
		return err
	}
	l.style(drawn, dots)
	p.Add(drawn)
	if dots.Radius > 0 {
		p.Add(dots)
	}
	return nil
}

func (l *line) style(drawn *plotter.Line, dots *plotter.Scatter) {
	switch l.stroke {
	case own:
		drawn.Color, drawn.Width = blue, 4
		dots.Shape, dots.Color, dots.Radius = draw.BoxGlyph{}, deep, 1.8
	case sourced:
		drawn.Color, drawn.Width = ink, 1.2
		dots.Shape, dots.Color, dots.Radius = draw.CircleGlyph{}, ink, 2.2
		if len(l.points) > 40 {
			dots.Radius = 1.1
		}
	case rebuilt:
		drawn.Color, drawn.Width = ink, 1.2
		drawn.Dashes = []vg.Length{5, 3}
		dots.Radius = 0
	case several:
		drawn.Color, drawn.Width = deep, 1
		dots.Radius = 0
	}
}

// ends are the numbers of lines, each where its line ends; where lines end
// close together they stand apart, in order.
type ends []line

// Plot draws them.
func (e ends) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	style := draw.TextStyle{XAlign: draw.XLeft, YAlign: draw.YCenter}
	label(&style)
	style.Color, style.Font.Size = ink, labelSize-2
	type end struct {
		at   vg.Point
		mark string
	}
	var all []end
	for _, l := range e {
		if n := len(l.points) - 1; n >= 0 && l.mark != "" {
			all = append(all, end{vg.Point{X: x(float64(l.points[n].Day)), Y: y(float64(l.points[n].Value))}, l.mark})
		}
	}
	slices.SortStableFunc(all, func(a, b end) int { return cmp.Compare(a.at.Y, b.at.Y) })
	lowest := vg.Length(-1e9)
	for k, one := range all {
		shift := vg.Length(4)
		if one.at.Y-lowest < labelSize-2 { // beside the one before
			shift += vg.Length(k%2) * 10
			one.at.Y = max(one.at.Y, lowest+(labelSize-2)/2)
		}
		lowest = one.at.Y
		c.FillText(style, vg.Point{X: one.at.X + shift, Y: one.at.Y}, one.mark)
	}
}

// flags are numbered days in order, each a dotted line with its number on
// top; those of neighbours are told together.
type flags []flag

// Plot draws them.
func (f flags) Plot(c draw.Canvas, p *plot.Plot) {
	x, _ := p.Transforms(&c)
	style := draw.TextStyle{XAlign: draw.XCenter, YAlign: draw.YTop}
	label(&style)
	style.Color = ink
	for k := 0; k < len(f); {
		first, mark := x(float64(f[k].day)), f[k].mark
		at := first
		for ; k < len(f) && x(float64(f[k].day))-first < 2*labelSize; k++ {
			at = x(float64(f[k].day))
			c.StrokeLine2(draw.LineStyle{Color: faded, Width: 0.6, Dashes: []vg.Length{1, 2}}, at, c.Min.Y, at, c.Max.Y-labelSize)
			if f[k].mark != mark {
				mark = strings.SplitN(mark, "–", 2)[0] + "–" + f[k].mark
			}
		}
		c.FillText(style, vg.Point{X: (first + at) / 2, Y: c.Max.Y}, mark)
	}
}

// bars are numbers of named things, lying.
type bars struct {
	id, title, desc string
	names           []string
	values          []int64
	top             float64
}

func (b *bars) draw() (template.HTML, error) {
	p := blank()
	n := len(b.names)
	values, names := make(plotter.Values, n), make([]string, n)
	ends := plotter.XYLabels{XYs: make(plotter.XYs, n), Labels: make([]string, n)}
	for k := range b.names { // the first on top
		at := n - 1 - k
		values[at], names[at] = float64(b.values[k]), b.names[k]
		ends.XYs[at] = plotter.XY{X: values[at], Y: float64(at)}
		ends.Labels[at] = desk.Thousands(b.values[k])
	}
	chart, err := plotter.NewBarChart(values, 9)
	if err != nil {
		return "", err
	}
	chart.Horizontal, chart.Color = true, blue
	chart.LineStyle.Color, chart.LineStyle.Width = deep, 0.7
	said, err := plotter.NewLabels(ends)
	if err != nil {
		return "", err
	}
	for k := range said.TextStyle {
		label(&said.TextStyle[k])
	}
	said.Offset = vg.Point{X: 4, Y: -3}
	p.Add(chart, said)
	p.NominalY(names...)
	p.X.Min, p.X.Max = 0, math.Max(b.top, 1)*1.1
	p.X.Tick.Marker = wholeTicks{}
	return svg(p, vg.Length(50+18*n), b.id, b.title, b.desc)
}

// wholeTicks are the default ticks at whole numbers, none between.
type wholeTicks struct{}

// Ticks are the ticks of a scale.
func (wholeTicks) Ticks(low, high float64) (out []plot.Tick) {
	for _, t := range (plot.DefaultTicks{}).Ticks(low, high) {
		if t.Label != "" && t.Value == math.Trunc(t.Value) && t.Value >= 0 {
			out = append(out, plot.Tick{Value: t.Value, Label: desk.Thousands(int64(t.Value))})
		}
	}
	return out
}

// dayTicks are the firsts of months, quarters or years, or Mondays in a span of weeks.
type dayTicks struct{ months []string }

// Ticks are the ticks of a span of days.
func (d dayTicks) Ticks(low, high float64) (out []plot.Tick) {
	first, last := engine.Day(low), engine.Day(high)
	every := 1 + int(last-first)/200 // months between two
	if every > 2 {
		every = (every + 5) / 6 * 6
	}
	for day := first; day <= last; day++ {
		year, month, of := day.Civil()
		t := plot.Tick{Value: float64(day)}
		switch {
		case last-first < 50 && day.Weekday() == 0: // a Monday
			t.Label = strconv.Itoa(of) + " " + d.month(month)
		case last-first >= 50 && of == 1 && (month-1)%every == 0:
			if t.Label = d.month(month); month == 1 {
				t.Label = strconv.Itoa(year)
			}
		default:
			continue
		}
		out = append(out, t)
	}
	return out
}

func (d dayTicks) month(n int) string {
	name := []rune(d.months[n-1])
	return string(name[:min(3, len(name))])
}

// svg draws a chart as an element of the page: without a name space, size or
// face of its own, with a title and a description for those who do not see it.
func svg(p *plot.Plot, high vg.Length, id, title, desc string) (template.HTML, error) {
	canvas := vgsvg.NewWith(vgsvg.UseWH(chartWide, high))
	p.Draw(draw.Crop(draw.New(canvas), 2, -22, 2, -4))
	var b bytes.Buffer
	if _, err := canvas.WriteTo(&b); err != nil {
		return "", err
	}
	drawing := b.String()
	drawing = drawing[strings.Index(drawing, "<g "):]
	drawing = faces.ReplaceAllString(drawing, "font-size:")
	head := fmt.Sprintf(`<svg viewBox="0 0 %d %d" role="img" aria-labelledby="%s-t %s-d"><title id="%s-t">%s</title><desc id="%s-d">%s</desc>`,
		chartWide, int(high), id, id, id, html.EscapeString(title), id, html.EscapeString(desc))
	return template.HTML(head + strings.TrimSpace(drawing)), nil
}

var faces = regexp.MustCompile(`font-family:[^"]*font-size:`)

// samples are the lines of a legend, drawn as in the charts.
var samples = map[stroke]template.HTML{
	own:     sample(`<path d="M2 7H38" stroke="#7d97c4" stroke-width="4"/><path d="M7 5h4v4h-4zM29 5h4v4h-4z" fill="#1f3f7a"/>`),
	sourced: sample(`<path d="M2 7H38" stroke="#221e1a" stroke-width="1.3"/><circle cx="10" cy="7" r="2.5"/><circle cx="30" cy="7" r="2.5"/>`),
	rebuilt: sample(`<path d="M2 7H38" stroke="#221e1a" stroke-width="1.3" stroke-dasharray="5 3"/>`),
	several: sample(`<path d="M2 7H28" stroke="#1f3f7a" stroke-width="1"/><text x="31" y="11" font-size="11">1</text>`),
}

func sample(drawing string) template.HTML {
	return template.HTML(`<svg class="sample" viewBox="0 0 40 14" aria-hidden="true">` + drawing + `</svg>`)
}

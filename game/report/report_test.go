package report_test

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"backchannel/engine"
	"backchannel/engine/play"
	"backchannel/engine/replay"
	"backchannel/engine/scenario"
	"backchannel/game/desk"
	"backchannel/game/lang"
	"backchannel/game/report"
	"backchannel/scenarios"
)

var update = flag.Bool("update", false, "write the golden outlines again")

const replays = "../../scenarios/replays/"

// golden is the first committed play from a chair: the outlines of two pages
// are committed. They change with the play: -update writes them again.
func golden(t testing.TB, side string) string {
	t.Helper()
	files, err := filepath.Glob(replays + "*-" + side + "-*.toml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no committed play from %s, %v", side, err)
	}
	return strings.TrimSuffix(filepath.Base(files[0]), ".toml")
}

var chairs = []string{"washington", "havana"}

// read is a committed play, read for its page.
func read(t testing.TB, name string) *report.Play {
	t.Helper()
	data, err := os.ReadFile(replays + name + ".toml")
	if err != nil {
		t.Fatal(err)
	}
	f, err := replay.Decode(name, data)
	if err != nil {
		t.Fatal(err)
	}
	m, problems := scenario.LoadFS(scenarios.FS, f.Scenario, f.Cut)
	if m == nil {
		t.Fatal(problems)
	}
	p, err := report.Read(name, m, f, lang.For("en"))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func page(t testing.TB, tried []report.Tried, plays ...*report.Play) string {
	t.Helper()
	var b bytes.Buffer
	if err := report.Write(&b, plays, tried); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// all are the committed plays.
func all(t testing.TB) (out []*report.Play) {
	t.Helper()
	files, err := filepath.Glob(replays + "*.toml")
	if err != nil || len(files) < 2 {
		t.Fatalf("%d committed plays, %v", len(files), err)
	}
	for _, f := range files {
		out = append(out, read(t, strings.TrimSuffix(filepath.Base(f), ".toml")))
	}
	return out
}

// TestOutline: the structure of two committed plays' pages is the one that is
// committed, and the same twice.
func TestOutline(t *testing.T) {
	for _, chair := range chairs {
		name := golden(t, chair)
		got := page(t, nil, read(t, name))
		if again := page(t, nil, read(t, name)); again != got {
			t.Errorf("%s: not the same page twice", name)
		}
		compare(t, chair, outline(t, got))
	}
	compare(t, "together", outline(t, page(t, nil, read(t, golden(t, chairs[0])), read(t, golden(t, chairs[1])))))
}

func compare(t *testing.T, name, got string) {
	t.Helper()
	path := "testdata/" + name + ".txt"
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("%s: the outline is\n%s", path, got)
	}
}

// outline is a page's headings, and how many of each other thing stand under each.
func outline(t *testing.T, page string) string {
	var out strings.Builder
	counts := map[string]int{}
	flush := func() {
		for _, tag := range []string{"table", "figure", "svg"} {
			if counts[tag] > 0 {
				fmt.Fprintf(&out, " %s %d", tag, counts[tag])
			}
		}
		out.WriteString("\n")
		clear(counts)
	}
	heading := ""
	walk(t, page, func(tag string, _ []xml.Attr) {
		if tag == "h1" || tag == "h2" || tag == "h3" || tag == "figcaption" {
			heading = tag
			flush()
			return
		}
		counts[tag]++
	}, func(text string) {
		if heading != "" {
			fmt.Fprintf(&out, "%s %s:", heading, strings.TrimSpace(text))
			heading = ""
		}
	})
	flush()
	return strings.TrimSpace(out.String()) + "\n"
}

// walk reads a page as strict XML: what is not well-formed fails the test.
func walk(t *testing.T, page string, element func(string, []xml.Attr), text func(string)) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(page))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			element(token.Name.Local, token.Attr)
		case xml.CharData:
			text(string(token))
		}
	}
}

// TestAlone: no page asks for anything from outside, runs a script, repeats an
// id or leaves a chart without title, description and table; headings never
// skip a level.
func TestAlone(t *testing.T) {
	plays := all(t)
	for _, p := range []string{page(t, nil, plays[0]), page(t, nil, plays...)} {
		c := checker{T: t, ids: map[string]bool{}}
		walk(t, p, c.element, func(text string) {
			if strings.Contains(text, "[report.") || strings.Contains(text, "[lesson.") {
				t.Errorf("a word is missing: %q", text)
			}
		})
		for _, id := range c.named {
			if !c.ids[id] {
				t.Errorf("labelled by %q, which is not there", id)
			}
		}
		if strings.Contains(p, "@import") || regexp.MustCompile(`url\((?:'|")?http`).MatchString(p) || !strings.Contains(p, "default-src 'none'") {
			t.Error("the style asks for something, or the policy is gone")
		}
		figures := strings.Count(p, "<figure ")
		if figures == 0 || strings.Count(p, "<svg viewBox=\"0 0 380") != figures || strings.Count(p, "<desc ") != figures || strings.Count(p, "<details>") != figures {
			t.Errorf("of %d charts some have no drawing, description or table", figures)
		}
	}
}

// checker looks at a page's elements, one after the other.
type checker struct {
	*testing.T
	ids   map[string]bool
	named []string // ids that something is labelled by
	level int      // of the last heading
}

func (c *checker) element(tag string, attrs []xml.Attr) {
	switch tag {
	case "script", "link", "img", "iframe", "image", "object", "embed", "audio", "video", "base", "form", "use":
		c.Errorf("an element <%s>", tag)
	case "h1", "h2", "h3":
		if n := int(tag[1] - '0'); n > c.level+1 {
			c.Errorf("<%s> after a heading of level %d", tag, c.level)
		} else {
			c.level = n
		}
	}
	for _, a := range attrs {
		c.attribute(tag, a)
	}
}

func (c *checker) attribute(tag string, a xml.Attr) {
	switch a.Name.Local {
	case "id":
		if c.ids[a.Value] {
			c.Errorf("id %q twice", a.Value)
		}
		c.ids[a.Value] = true
	case "aria-labelledby":
		c.named = append(c.named, strings.Fields(a.Value)...)
	case "href":
		if tag != "a" {
			c.Errorf("<%s href=%q>", tag, a.Value)
		}
	case "src", "srcset", "style":
		if strings.Contains(a.Value, ":/") {
			c.Errorf("<%s %s=%q>", tag, a.Name.Local, a.Value)
		}
	}
}

// words is a page's text, spaces made one.
func words(t *testing.T, page string) string {
	var b strings.Builder
	walk(t, page, func(string, []xml.Attr) { b.WriteByte(' ') }, func(s string) { b.WriteString(s) })
	return strings.Join(strings.Fields(b.String()), " ")
}

// TestAgreesWithTheDebrief: what the debrief says stands on the page, word for
// word and number for number, and so do the curves and every cable.
func TestAgreesWithTheDebrief(t *testing.T) {
	for _, chair := range chairs {
		name := golden(t, chair)
		p := read(t, name)
		text := words(t, page(t, nil, p))
		has := func(s string) {
			t.Helper()
			if s = strings.Join(strings.Fields(s), " "); s != "" && !strings.Contains(text, s) {
				t.Errorf("%s: the page does not say %q", name, s)
			}
		}
		r := desk.New(p.Game, p.Model, lang.For("en"))
		d := r.Debrief()
		for _, s := range append([]string{d.Question, d.Title, d.History, d.Ending, d.Score, d.Price, d.Open, d.Other, d.Reading}, append(append(d.Unseen, d.Stoppers...), d.Advisers...)...) {
			has(s)
		}
		for _, g := range d.Goals {
			has(fmt.Sprint(g.Title, " ", g.Share, " ", g.Points, " ", strings.Join(g.Parts, " ")))
		}
		for _, c := range d.Checkpoints {
			has(c.What + " " + c.Date + " " + c.Said + " " + desk.Thousands(c.Theirs))
		}
		for _, k := range d.Turning {
			has(k.Date + " " + k.Cause)
			for _, change := range k.Changes {
				has(change[1:])
			}
		}
		for _, c := range r.Curves() {
			has(c.Title)
			for _, s := range c.Spans {
				has(r.Day(s.To) + " " + desk.Thousands(s.Yours))
			}
		}
		for _, q := range r.Shown() {
			if !p.Model.Quantities[q].Counter {
				has(fmt.Sprintf("to %d of 100", p.Game.W.S.Q[q]/1000))
			}
		}
		cables(t, p, has)
	}
}

// cables looks for every cable that the game showed, in a replay of its own.
func cables(t *testing.T, p *report.Play, has func(string)) {
	t.Helper()
	n := 0
	var r *desk.Reader
	if _, err := replay.Walk(p.Model, p.File, func(g *play.Game) {
		if r == nil {
			r = desk.New(g, p.Model, lang.For("en"))
		}
		for _, c := range r.Cables() {
			n++
			has(c.Date + " " + c.Text)
		}
	}); err != nil || n < 20 {
		t.Errorf("%d cables, %v", n, err)
	}
}

// TestNotOver: the page of a play that goes on would give it away.
func TestNotOver(t *testing.T) {
	p := read(t, golden(t, chairs[0]))
	f := *p.File
	f.Turns = f.Turns[:4]
	if _, err := report.Read("begun", p.Model, &f, lang.For("en")); err == nil || !strings.Contains(err.Error(), "not over") {
		t.Errorf("a play that is not over: %v", err)
	}
}

// TestWhatIf: results of the laboratory stand on the page; files that are none
// or of another era are refused.
func TestWhatIf(t *testing.T) {
	p := read(t, golden(t, chairs[0]))
	data, err := os.ReadFile("testdata/whatif.json")
	if err != nil {
		t.Fatal(err)
	}
	tried, err := report.ReadTried("whatif.json", data, p)
	if err != nil {
		t.Fatal(err)
	}
	text := words(t, page(t, tried, p))
	for _, s := range []string{"What was tried in the laboratory", "Monday 16 September", "Do nothing.", "71", "18 to 92", "needed (fragile)", "not defined", "The worlds part on"} {
		if !strings.Contains(text, s) {
			t.Errorf("the page does not say %q", s)
		}
	}
	for _, bad := range []string{`{`, `{}`, `[]x`, `{"on":"1963-09-16"}`, `{"scenario":"elsewhere","on":"1963-09-16","same_luck":{"a":1}}`} {
		if _, err := report.ReadTried("bad.json", []byte(bad), p); err == nil || !strings.Contains(err.Error(), "bad.json: ") {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

// TestForecasts: what a person foretold is shown, and nothing where there is none.
func TestForecasts(t *testing.T) {
	p := read(t, golden(t, chairs[0]))
	if strings.Contains(page(t, nil, p), "What you foretold") {
		t.Error("an empty place shows")
	}
	p.Forecasts = []report.Forecast{{On: p.Model.Cut.First + 14, What: "They <sit> down", Odds: 37, Came: true, Reason: "because & so"}}
	if text := words(t, page(t, nil, p)); !strings.Contains(text, "They <sit> down 37 yes because & so") {
		t.Error("the forecast does not show")
	}
}

// mischief is a reason that would like to be more than words.
const mischief = `=1+1</td><script>alert("x")</script><img src=x onerror=y> & {{.N}}`

// TestForecastsCSV: a row for each forecast, its reason as it was written, but
// never a formula, and a row for the play says how many and how well.
func TestForecastsCSV(t *testing.T) {
	p := read(t, golden(t, chairs[0]))
	p.Forecasts = []report.Forecast{{On: p.Model.Cut.First, What: "They, of all, come", Odds: 37, Came: true, Reason: mischief}, {On: p.Model.Cut.First, What: "＝They go", Odds: 0, Open: true},
		{On: p.Model.Cut.First, What: "x", Odds: 100}}
	for k, want := range [][]string{{"They, of all, come", "37", "'" + mischief, "true"}, {"'＝They go", "0", "", ""}, {"x", "100", "", "false"}} {
		rows := table(t, report.WriteForecastsCSV, p)
		if len(rows) != 4 || !slices.Equal(rows[k+1][6:], want) || !slices.Equal(rows[k+1][2:4], []string{p.Model.Cut.ID, p.File.Side}) {
			t.Errorf("%d rows; %q, want at its end %q", len(rows), rows[k+1], want)
		}
	}
	if rows := table(t, report.WriteCSV, p); rows[0][14] != "forecasts" || !slices.Equal(rows[1][14:17], []string{"3", "0", ""}) {
		t.Errorf("of the play: %q", rows[1][:18])
	}
}

// table is what a writer writes of a play, as a spreadsheet reads it.
func table(t *testing.T, write func(io.Writer, []*report.Play) error, p *report.Play) [][]string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, []*report.Play{p}); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// TestForetoldInSave: the forecasts of a save stand on its page with their
// scores, and from five on with a plot of what came against what was said.
func TestForetoldInSave(t *testing.T) {
	m, problems := scenario.LoadFS(scenarios.FS, "accommodation", "")
	if m == nil {
		t.Fatal(problems)
	}
	for _, most := range []int{2, 100} {
		g := play.New(m, play.Settings{Seed: 7, Goals: [2]int8{-1, -1}})
		for turn := 0; !g.Over; turn++ {
			for _, c := range g.Hand() {
				if c.Choice.Kind == engine.Probe || c.Choice.Kind == engine.Offer {
					g.Plan(c.Choice)
					break
				}
			}
			for k, thing := range g.Matters() {
				if len(g.Foretold())+k < most {
					g.Foretell(thing.Thing, int64(k*37+turn*11)%101)
					g.Because(thing.Thing, mischief)
				}
			}
			g.Commit()
		}
		p, err := report.Read("mine", m, replay.Of(g), lang.For("en"))
		if err != nil {
			t.Fatal(err)
		}
		if len(p.Forecasts) != len(g.Foretold()) {
			t.Errorf("%d forecasts on the page, %d in the game", len(p.Forecasts), len(g.Foretold()))
		}
		html := page(t, nil, p)
		text := words(t, html)
		if strings.Contains(html, "<script") || strings.Contains(html, "<img") {
			t.Error("a reason becomes part of the page's own text")
		}
		for _, want := range []string{"What you foretold", mischief, "Brier score", "The warnings on your desk"} {
			if !strings.Contains(text, want) {
				t.Errorf("the page does not say %q", want)
			}
		}
		few, plot := strings.Contains(text, "too few to say how reliable"), strings.Contains(html, `<figure id="reliability">`)
		if enough := most > 2; few == enough || plot != enough {
			t.Errorf("of %d forecasts: too few %v, a plot %v", len(p.Forecasts), few, plot)
		}
	}
}

// TestCSV: a row for each play with as many fields as the head.
func TestCSV(t *testing.T) {
	plays := all(t)
	plays[0].Name = "=1+1"
	var b bytes.Buffer
	if err := report.WriteCSV(&b, plays); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(rows) != len(plays)+1 {
		t.Fatalf("%d rows for %d plays, %v", len(rows), len(plays), err)
	}
	if rows[1][0] != "'=1+1" {
		t.Errorf("a formula: %q", rows[1][0])
	}
	for k, p := range plays {
		at := func(head string) string {
			for i, h := range rows[0] {
				if h == head {
					return rows[k+1][i]
				}
			}
			return ""
		}
		score := fmt.Sprint((p.Game.W.Score(p.Game.Settings.Side) + 500) / 1000)
		if at("score") != score || at("outcome") != p.Model.Headline.Outcomes[p.Game.W.Outcome()].ID || at("tension") != fmt.Sprintf("%.1f", float64(p.Game.W.S.Q[0])/1000) {
			t.Errorf("%s: %v", p.Name, rows[k+1])
		}
	}
}

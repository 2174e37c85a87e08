//go:build !headless

package ui

import (
	"math"
	"slices"
	"testing"
)

// TestNamesKeepApart: names that would touch stand about the middle of where
// they would be, in their order and within the chart.
func TestNamesKeepApart(t *testing.T) {
	for _, c := range []struct {
		name      string
		at, wants []float64
	}{
		{"free", []float64{0, 30, 60}, []float64{0, 30, 60}},
		{"alike", []float64{50, 50}, []float64{40, 60}},
		{"three, the last pushed on", []float64{40, 44, 70}, []float64{31, 51, 71}},
		{"at the top", []float64{0, 0, 0}, []float64{0, 20, 40}},
		{"at the bottom", []float64{80, 80, 80}, []float64{40, 60, 80}},
	} {
		var tags []tag
		for i, y := range c.at {
			tags = append(tags, tag{series: i, y: y, h: 20})
		}
		apart(tags, 0, 100)
		var got []float64
		for _, k := range tags {
			got = append(got, k.y)
		}
		if !slices.Equal(got, c.wants) {
			t.Errorf("%s: %v, wanted %v", c.name, got, c.wants)
		}
	}
}

// TestBarsLineUp: bars beside each other are as high and as long, whatever their
// words.
func TestBarsLineUp(t *testing.T) {
	var a, b Bars
	a.Items = []Bar{{Label: "Shots", Value: 1, Text: "1"}, {Label: "A meeting under a name that is rather long to be set in a line", Value: 0.5, Text: "50"}}
	b.Items = []Bar{{Label: "Shots", Value: 1, Text: "100 with it", WasText: "90 as it was", Was: 0.9}, {Label: "A meeting", Value: 0.5, Text: "50 with it"}}
	a.Beside, b.Beside = &b, &a
	h := NewHost(onePage{Row{Gap: Broad, Children: []Node{Grow(1, a), Grow(1, b)}}}, 900, 300)
	h.Frame()
	var top, bottom []float64
	for _, x := range h.Frame().Texts {
		switch x.Text {
		case "Shots":
			top = append(top, x.Lines[0].Y)
		case "50", "50 with it":
			bottom = append(bottom, x.Lines[0].Y)
		}
	}
	if len(top) != 2 || top[0] != top[1] || len(bottom) != 2 || bottom[0] != bottom[1] {
		t.Errorf("the rows stand at %v and %v", top, bottom)
	}
	for _, p := range Audit(h.Frame()) {
		t.Error(p)
	}
}

// TestStemsKeepApart: stems of one day stand beside each other, in their order,
// and none beyond the end.
func TestStemsKeepApart(t *testing.T) {
	stems := []Stem{{At: 10}, {At: 50}, {At: 50}, {At: 97}, {At: 98}, {At: 100}}
	got := spaced(stems, func(day float64) float64 { return day }, 20, 100)
	if want := []float64{0, 20, 40, 60, 80, 100}; !slices.Equal(got, want) {
		t.Errorf("they stand at %v, wanted %v", got, want)
	}
	if got := spaced(stems[:3], func(day float64) float64 { return day }, 20, 100); !slices.Equal(got, []float64{10, 50, 70}) {
		t.Errorf("with room they stand at %v", got)
	}
	low := Stems{Min: 0, Max: 9, Top: 25, Ticks: []Mark{{At: 1, Text: "September"}}, Stems: []Stem{{At: 1, Mark: "1"}}}
	high := Stems{Min: 0, Max: 9, Top: 100, Stems: []Stem{{At: 1, High: 100, Mark: "1"}, {At: 1, High: 3, Mark: "2"}}}
	h := NewHost(onePage{Column{Children: []Node{low, high}}}, 900, 600)
	if c := (&Context{device: 1, unit: 1, em: 1, type_: newTypesetter()}); low.Measure(c, 900) != high.Measure(c, 900) {
		t.Error("the chart's height depends on what is in it")
	}
	for _, p := range Audit(h.Frame()) {
		t.Error(p)
	}
}

// TestAStemIsAsHighAsItsWeight: from the axis in proportion, however low.
func TestAStemIsAsHighAsItsWeight(t *testing.T) {
	n := Stems{Max: 9, Top: 50, Scale: []Mark{{0, "0"}, {25, "25"}}, Stems: []Stem{{1, 0, "a"}, {3, 1, "b"}, {5, 25, "c"}, {7, 50, "d"}}}
	at := map[string]float64{}
	for _, x := range NewHost(onePage{n}, 900, 600).Frame().Texts {
		_, at[x.Text] = x.Lines[0].Mid()
	}
	point := (at["0"] - at["25"]) / 25
	for mark, weight := range map[string]float64{"a": 0, "b": 1, "c": 25, "d": 50} {
		if high := at["0"] - at[mark]; math.Abs(high-weight*point) > 2 {
			t.Errorf("a weight of %v stands %.1f pixels high, a point being %.1f", weight, high, point)
		}
	}
}

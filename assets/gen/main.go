// Command gen cuts the coastlines of the Florida Straits out of Natural
// Earth's countries at 1:10 million, as the npm package world-atlas packs them
// (countries-10m.json, a TopoJSON topology), and writes them as compact
// polylines.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"math"
	"os"
	"sort"
)

// The chart's rectangle in degrees, and the finest detail kept.
const (
	west, south, east, north = -87.0, 18.5, -72.5, 29.0
	tolerance                = 0.004
	smallest                 = 0.0004 // square degrees; smaller islets are left out
)

type point [2]float64

type topology struct {
	Transform struct{ Scale, Translate [2]float64 }
	Arcs      [][][2]int
	Objects   map[string]struct {
		Geometries []struct {
			Type       string
			Arcs       json.RawMessage
			Properties struct{ Name string }
		}
	}
}

type land struct {
	Country string `json:"country"`
	Ring    []int  `json:"ring"`
}

func main() {
	in := flag.String("in", "countries-10m.json", "TopoJSON file of world-atlas")
	out := flag.String("out", "straits.json", "file to write")
	flag.Parse()
	if err := run(*in, *out); err != nil {
		log.Fatal(err)
	}
}

func run(in, out string) error {
	data, err := os.ReadFile(in)
	if err != nil {
		return err
	}
	var t topology
	if err := json.Unmarshal(data, &t); err != nil {
		return err
	}
	arcs := t.decode()
	var lands []land
	for _, g := range t.Objects["countries"].Geometries {
		var polygons [][][]int
		switch g.Type {
		case "Polygon":
			polygons = make([][][]int, 1)
			err = json.Unmarshal(g.Arcs, &polygons[0])
		case "MultiPolygon":
			err = json.Unmarshal(g.Arcs, &polygons)
		default:
			continue
		}
		if err != nil {
			return fmt.Errorf("%s: %w", g.Properties.Name, err)
		}
		for _, p := range polygons {
			ring := clip(join(arcs, p[0])) // lakes are left out
			if len(ring) < 3 || area(ring) < smallest {
				continue
			}
			if r := pack(simplify(ring)); len(r) >= 6 {
				lands = append(lands, land{g.Properties.Name, r})
			}
		}
	}
	sort.SliceStable(lands, func(i, j int) bool { return len(lands[i].Ring) > len(lands[j].Ring) })
	b, err := json.Marshal(map[string]any{"bounds": [4]float64{west, south, east, north}, "land": lands})
	if err != nil {
		return err
	}
	return os.WriteFile(out, append(b, '\n'), 0o644)
}

// decode undoes the topology's quantisation and difference coding.
func (t *topology) decode() [][]point {
	arcs := make([][]point, len(t.Arcs))
	for i, a := range t.Arcs {
		x, y := 0, 0
		for _, d := range a {
			x += d[0]
			y += d[1]
			arcs[i] = append(arcs[i], point{
				float64(x)*t.Transform.Scale[0] + t.Transform.Translate[0],
				float64(y)*t.Transform.Scale[1] + t.Transform.Translate[1],
			})
		}
	}
	return arcs
}

// join strings the arcs of a ring together; ^i is arc i backwards.
func join(arcs [][]point, ids []int) []point {
	var ring []point
	for _, id := range ids {
		if id >= 0 {
			ring = append(ring, arcs[id][:len(arcs[id])-1]...)
			continue
		}
		a := arcs[^id]
		for i := len(a) - 1; i > 0; i-- {
			ring = append(ring, a[i])
		}
	}
	return ring
}

// clip cuts a ring to the chart's rectangle (Sutherland and Hodgman).
func clip(ring []point) []point {
	for axis := range 2 {
		for _, side := range []struct{ at, sign float64 }{
			{[]float64{west, south}[axis], 1}, {[]float64{east, north}[axis], -1},
		} {
			var next []point
			inside := func(p point) bool { return (p[axis]-side.at)*side.sign >= 0 }
			for i, p := range ring {
				q := ring[(i+1)%len(ring)]
				if inside(p) {
					next = append(next, p)
				}
				if inside(p) != inside(q) {
					f := (side.at - p[axis]) / (q[axis] - p[axis])
					c := point{p[0] + f*(q[0]-p[0]), p[1] + f*(q[1]-p[1])}
					c[axis] = side.at
					next = append(next, c)
				}
			}
			ring = next
			if len(ring) == 0 {
				return nil
			}
		}
	}
	return ring
}

// simplify drops the points that lie within the tolerance of the line
// (Douglas and Peucker), from the two ends of the ring's first half.
func simplify(ring []point) []point {
	half := len(ring) / 2
	a := peucker(append([]point(nil), ring[:half+1]...))
	b := peucker(append(append([]point(nil), ring[half:]...), ring[0]))
	return append(a, b[1:len(b)-1]...)
}

func peucker(line []point) []point {
	if len(line) < 3 {
		return line
	}
	p, q := line[0], line[len(line)-1]
	far, at := 0.0, 0
	for i := 1; i < len(line)-1; i++ {
		if d := distance(line[i], p, q); d > far {
			far, at = d, i
		}
	}
	if far <= tolerance {
		return []point{p, q}
	}
	left := peucker(line[:at+1])
	return append(append([]point(nil), left...), peucker(line[at:])[1:]...)
}

func distance(p, a, b point) float64 {
	dx, dy := b[0]-a[0], b[1]-a[1]
	if dx == 0 && dy == 0 {
		return math.Hypot(p[0]-a[0], p[1]-a[1])
	}
	return math.Abs(dy*(p[0]-a[0])-dx*(p[1]-a[1])) / math.Hypot(dx, dy)
}

func area(ring []point) float64 {
	sum := 0.0
	for i, p := range ring {
		q := ring[(i+1)%len(ring)]
		sum += p[0]*q[1] - q[0]*p[1]
	}
	return math.Abs(sum) / 2
}

// pack writes a ring in thousandths of a degree, as differences.
func pack(ring []point) []int {
	var out []int
	px, py := 0, 0
	for _, p := range ring {
		x, y := int(math.Round(p[0]*1000)), int(math.Round(p[1]*1000))
		if len(out) > 0 && x == px && y == py {
			continue
		}
		out = append(out, x-px, y-py)
		px, py = x, y
	}
	return out
}

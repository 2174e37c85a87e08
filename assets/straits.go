package assets

import (
	"encoding/json"
	"fmt"
)

// A Point is a place on the globe: longitude east and latitude north, in
// degrees.
type Point struct{ Lon, Lat float64 }

// A Shore is one closed coastline.
type Shore struct {
	Country string
	Points  []Point
	// Edge tells, for the segment from point i to the next, whether it is the
	// border of the chart and not a coast.
	Edge []bool
}

// A Coastline is the land of a rectangle of the globe.
type Coastline struct {
	West, South, East, North float64 // the rectangle, in degrees
	Shores                   []Shore
}

// file is the form of straits.json: each ring holds longitude and latitude in
// thousandths of a degree, the first absolute, the others as differences.
type file struct {
	Bounds [4]float64 `json:"bounds"`
	Land   []struct {
		Country string `json:"country"`
		Ring    []int  `json:"ring"`
	} `json:"land"`
}

// Straits returns the coasts around the Florida Straits: Cuba, Florida, the
// Bahamas, Jamaica and the west of Hispaniola.
func Straits() (*Coastline, error) {
	var f file
	if err := json.Unmarshal(straits, &f); err != nil {
		return nil, fmt.Errorf("assets: straits.json: %w", err)
	}
	c := &Coastline{West: f.Bounds[0], South: f.Bounds[1], East: f.Bounds[2], North: f.Bounds[3]}
	for i, l := range f.Land {
		if len(l.Ring) < 6 || len(l.Ring)%2 != 0 {
			return nil, fmt.Errorf("assets: straits.json: ring %d has %d numbers", i, len(l.Ring))
		}
		s := Shore{Country: l.Country}
		x, y := 0, 0
		for j := 0; j < len(l.Ring); j += 2 {
			x += l.Ring[j]
			y += l.Ring[j+1]
			s.Points = append(s.Points, Point{float64(x) / 1000, float64(y) / 1000})
		}
		for j, p := range s.Points {
			s.Edge = append(s.Edge, c.onEdge(p, s.Points[(j+1)%len(s.Points)]))
		}
		c.Shores = append(c.Shores, s)
	}
	return c, nil
}

// onEdge tells whether the segment from p to q lies on the chart's border.
func (c *Coastline) onEdge(p, q Point) bool {
	return p.Lon == q.Lon && (p.Lon <= c.West || p.Lon >= c.East) ||
		p.Lat == q.Lat && (p.Lat <= c.South || p.Lat >= c.North)
}

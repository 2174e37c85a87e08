//go:build !headless

package ui

import (
	"math"
	"sync"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/vector"

	"backchannel/assets"
)

var coast = sync.OnceValues(assets.Straits)

// straits draws the chart of the Florida Straits, from a picture made once for
// each size.
func (p *Painter) straits(to *ebiten.Image, o chartOp) {
	if p.chart == nil || p.chartK != o {
		if p.chart != nil {
			p.chart.Deallocate()
		}
		b := pixels(o.r)
		p.chart = ebiten.NewImage(b.Dx(), b.Dy())
		p.chartK = o
		drawStraits(p.chart, o)
	}
	opt := &ebiten.DrawImageOptions{}
	opt.GeoM.Translate(o.r.X, o.r.Y)
	to.DrawImage(p.chart, opt)
}

// sight is the part of the globe that fills a window: the straits, with Havana
// and Miami well inside.
const (
	sightWest, sightEast   = -85.6, -73.6
	sightSouth, sightNorth = 19.6, 27.2
)

func drawStraits(img *ebiten.Image, o chartOp) {
	img.Fill(Sea.NRGBA())
	c, err := coast()
	if err != nil { // the desk stays bare; the assets' own test tells
		return
	}
	at, scale := projection(o)
	graticule(img, o, at)
	var land, shore vector.Path
	for _, s := range c.Shores {
		pts := make([]point, len(s.Points))
		for i, q := range s.Points {
			pts[i] = at(q.Lon, q.Lat)
		}
		trace(&land, pts, true)
		for i, q := range pts { // the chart's own border is no coast
			if next := pts[(i+1)%len(pts)]; !s.Edge[i] {
				shore.MoveTo(float32(q.x), float32(q.y))
				shore.LineTo(float32(next.x), float32(next.y))
			}
		}
	}
	ink := func(k Colour, a float64) *vector.DrawPathOptions {
		opt := &vector.DrawPathOptions{AntiAlias: true}
		opt.ColorScale.ScaleWithColor(fade(k, a*(1-o.dim)))
		return opt
	}
	line := func(u float64) *vector.StrokeOptions {
		return &vector.StrokeOptions{Width: float32(u * o.scale), LineCap: vector.LineCapRound}
	}
	// Water lines: the engraver's way to make land stand out of the sea.
	for i, u := range [...]float64{46, 34, 23, 14, 7} {
		vector.StrokePath(img, &shore, line(u), ink(Coast, 0.035+0.012*float64(i)))
	}
	vector.FillPath(img, &land, &vector.FillOptions{}, ink(Land, 1))
	vector.StrokePath(img, &shore, line(1.2), ink(Coast, 0.85))
	rose(img, o, at(-84.6, 25.2), 0.55*scale)
	vignette(img, o.r)
}

// projection maps longitude and latitude to pixels by Mercator, so that the
// sight covers the window. The scale is the pixels of a degree of longitude.
func projection(o chartOp) (at func(lon, lat float64) point, scale float64) {
	merc := func(lat float64) float64 {
		return math.Log(math.Tan(math.Pi/4+lat*math.Pi/360)) * 180 / math.Pi
	}
	midX, midY := (sightWest+sightEast)/2, (merc(sightSouth)+merc(sightNorth))/2
	scale = max(o.r.W/(sightEast-sightWest), o.r.H/(merc(sightNorth)-merc(sightSouth)))
	return func(lon, lat float64) point {
		return point{o.r.W/2 + (lon-midX)*scale, o.r.H/2 - (merc(lat)-midY)*scale}
	}, scale
}

// graticule draws the net of whole degrees.
func graticule(img *ebiten.Image, o chartOp, at func(lon, lat float64) point) {
	var path vector.Path
	for lon := -90.0; lon <= -70; lon++ {
		a, b := at(lon, 16), at(lon, 31)
		trace(&path, []point{a, b}, false)
	}
	for lat := 16.0; lat <= 31; lat++ {
		a, b := at(-90, lat), at(-70, lat)
		trace(&path, []point{a, b}, false)
	}
	opt := &vector.DrawPathOptions{AntiAlias: true}
	opt.ColorScale.ScaleWithColor(fade(Coast, 0.13*(1-o.dim)))
	vector.StrokePath(img, &path, &vector.StrokeOptions{Width: float32(o.scale)}, opt)
}

// rose draws a compass rose with rhumb lines.
func rose(img *ebiten.Image, o chartOp, mid point, r float64) {
	var rings, rays, points vector.Path
	for _, f := range [...]float64{1, 0.94, 0.62} {
		trace(&rings, circle(mid.x, mid.y, r*f), true)
	}
	for i := range 32 {
		a := float64(i) * math.Pi / 16
		in := 0.88
		if i%4 == 0 {
			in = 0.62
		}
		trace(&rings, []point{{mid.x + r*in*math.Sin(a), mid.y - r*in*math.Cos(a)}, {mid.x + r*math.Sin(a), mid.y - r*math.Cos(a)}}, false)
		if i%2 == 0 {
			far := o.r.W * 1.2
			trace(&rays, []point{{mid.x + r*math.Sin(a), mid.y - r*math.Cos(a)}, {mid.x + far*math.Sin(a), mid.y - far*math.Cos(a)}}, false)
		}
	}
	for i := range 4 {
		a := float64(i) * math.Pi / 2
		tip := 0.92
		if i == 0 {
			tip = 1.18
		}
		s, c := math.Sin(a), math.Cos(a)
		trace(&points, []point{{mid.x + r*tip*s, mid.y - r*tip*c}, {mid.x + 0.09*r*c, mid.y + 0.09*r*s}, {mid.x - 0.09*r*c, mid.y - 0.09*r*s}}, true)
	}
	ink := func(a float64) *vector.DrawPathOptions {
		opt := &vector.DrawPathOptions{AntiAlias: true}
		opt.ColorScale.ScaleWithColor(fade(Coast, a*(1-o.dim)))
		return opt
	}
	vector.StrokePath(img, &rays, &vector.StrokeOptions{Width: float32(0.8 * o.scale)}, ink(0.12))
	vector.StrokePath(img, &rings, &vector.StrokeOptions{Width: float32(o.scale)}, ink(0.5))
	vector.FillPath(img, &points, &vector.FillOptions{}, ink(0.6))
}

// vignette darkens the window towards its corners like a lamp over the desk.
func vignette(img *ebiten.Image, r Rect) {
	const n = 128
	k := Shade.NRGBA()
	tex := alphaTexture(n, [3]uint8{k.R, k.G, k.B}, func(x, y float64) float64 {
		d := math.Hypot(x/n-0.5, (y/n-0.46)*0.9)
		return min(0.62, max(0, d-0.26)*1.25)
	})
	opt := &ebiten.DrawImageOptions{Filter: ebiten.FilterLinear}
	opt.GeoM.Scale(r.W/n, r.H/n)
	img.DrawImage(tex, opt)
}

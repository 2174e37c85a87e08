//go:build !headless

package ui

import (
	"image"
	"math"
	"sync"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/vector"

	"backchannel/assets"
)

var coast = sync.OnceValues(assets.Straits)

// A chartKey is what a picture of the chart depends on.
type chartKey struct {
	r     Rect
	scale float64
}

// An engraving is a picture of the chart, made beside the game.
type engraving struct {
	key chartKey
	img *image.RGBA
}

// prepare begins to engrave the chart that a frame shows, so that it is ready
// when the window opens.
func (p *Painter) prepare(f *Frame) {
	for _, o := range f.ops {
		if o, ok := o.(chartOp); ok {
			p.engrave(chartKey{o.r, o.scale})
			return
		}
	}
}

func (p *Painter) engrave(k chartKey) {
	if p.engraving {
		return
	}
	p.engraving = true
	plain := p.Plain
	go func() { p.engraved <- engraving{k, engrave(k, plain)} }()
}

// Late tells whether something that was painted as well as could be can now
// be painted better.
func (p *Painter) Late() bool {
	if !p.engraving {
		return false
	}
	select {
	case e := <-p.engraved:
		p.setChart(e)
		return true
	default:
		return false
	}
}

func (p *Painter) setChart(e engraving) {
	if p.chart != nil {
		p.chart.Deallocate()
	}
	p.chart, p.chartK, p.engraving = ebiten.NewImageFromImage(e.img), e.key, false
}

// straits draws the chart of the Florida Straits, from a picture made once for
// each size. While a window is being resized the old picture is stretched.
func (p *Painter) straits(to *ebiten.Image, o chartOp) {
	k := chartKey{o.r, o.scale}
	if p.chartK != k {
		p.engrave(k)
		if p.chart == nil || p.Plain {
			p.setChart(<-p.engraved)
		}
	}
	if p.chartK != k {
		p.engrave(k)
	}
	opt := &ebiten.DrawImageOptions{Filter: ebiten.FilterLinear}
	b := p.chart.Bounds()
	opt.GeoM.Scale(math.Ceil(o.r.W)/float64(b.Dx()), math.Ceil(o.r.H)/float64(b.Dy()))
	opt.GeoM.Translate(o.r.X, o.r.Y)
	to.DrawImage(p.chart, opt)
	if o.dim > 0 { // as if the chart lay under tracing paper
		vector.FillRect(to, float32(o.r.X), float32(o.r.Y), float32(o.r.W), float32(o.r.H), fade(Sea, o.dim), false)
	}
}

// sight is the part of the globe that fills a window: the straits, with Havana
// and Miami well inside.
const (
	sightWest, sightEast   = -85.6, -73.6
	sightSouth, sightNorth = 19.6, 27.2
	roseLon, roseLat       = -74.5, 26.3
	roseSize               = 0.5 // degrees of longitude
)

// waterlines are the distances from the shore, in units, at which an engraver
// draws lines along it so that land stands out of the sea.
var waterlines = [...]float64{5, 11, 18.5, 27.5, 38.5}

// engrave draws the chart without the graphics card, which would take long for
// so many segments and would not draw them alike everywhere.
func engrave(o chartKey, plain bool) *image.RGBA {
	b := pixels(o.r)
	w, h := b.Dx(), b.Dy()
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	c, err := coast()
	if err != nil { // the desk stays bare; the assets' own test tells
		c = &assets.Coastline{}
	}
	at, scale := projection(o)
	margin := int(waterlines[len(waterlines)-1]*o.scale) + 2 // land outside has water lines too
	land := newPlate(w+2*margin, h+2*margin)
	for _, s := range c.Shores {
		pts := make([]point, len(s.Points))
		for i, q := range s.Points {
			p := at(q.Lon, q.Lat)
			pts[i] = point{p.x + float64(margin), p.y + float64(margin)}
		}
		land.polygon(pts)
	}
	mask := land.coverage()
	far := distances(mask, w+2*margin, h+2*margin)
	lines := newPlate(w, h)
	drawNet(lines, o, at)
	net := lines.coverage()
	mid := at(roseLon, roseLat)
	lines = newPlate(w, h)
	drawRose(lines, o, mid, roseSize*scale)
	ornament := lines.coverage()
	t := tinter{o: o, w: w, h: h, margin: margin, mask: mask, far: far, net: net, rose: ornament, grain: 2.4}
	if plain {
		t.grain = 0
	}
	rows(h, func(y int) { t.row(out, y) })
	return out
}

// projection maps longitude and latitude to pixels by Mercator, so that the
// sight covers the window. The scale is the pixels of a degree of longitude.
func projection(o chartKey) (at func(lon, lat float64) point, scale float64) {
	merc := func(lat float64) float64 {
		return math.Log(math.Tan(math.Pi/4+lat*math.Pi/360)) * 180 / math.Pi
	}
	midX, midY := (sightWest+sightEast)/2, (merc(sightSouth)+merc(sightNorth))/2
	scale = max(o.r.W/(sightEast-sightWest), o.r.H/(merc(sightNorth)-merc(sightSouth)))
	return func(lon, lat float64) point {
		return point{o.r.W/2 + (lon-midX)*scale, o.r.H/2 - (merc(lat)-midY)*scale}
	}, scale
}

// drawNet draws the net of whole degrees.
func drawNet(p *plate, o chartKey, at func(lon, lat float64) point) {
	for lon := math.Ceil(sightWest) - 2; lon <= sightEast+2; lon++ {
		x := round(at(lon, sightSouth).x)
		p.line(point{x, 0}, point{x, o.r.H}, o.scale)
	}
	for lat := math.Ceil(sightSouth) - 2; lat <= sightNorth+2; lat++ {
		y := round(at(sightWest, lat).y)
		p.line(point{0, y}, point{o.r.W, y}, o.scale)
	}
}

// drawRose draws a compass rose.
func drawRose(p *plate, o chartKey, mid point, r float64) {
	for _, f := range [...]float64{1, 0.94, 0.62} {
		ring := circle(mid.x, mid.y, r*f)
		for i, q := range ring {
			p.line(q, ring[(i+1)%len(ring)], o.scale)
		}
	}
	ray := func(a, from, to float64) {
		s, c := math.Sin(a), math.Cos(a)
		p.line(point{mid.x + r*from*s, mid.y - r*from*c}, point{mid.x + r*to*s, mid.y - r*to*c}, o.scale)
	}
	for i := range 64 {
		in := 0.94
		if i%2 == 0 {
			in = 0.9
		}
		if i%8 == 0 {
			in = 0.62
		}
		ray(float64(i)*math.Pi/32, in, 1)
	}
	for i := range 8 {
		a, tip, broad := float64(i)*math.Pi/4, 0.58, 0.05
		if i%2 == 0 {
			tip, broad = 0.9, 0.09
		}
		if i == 0 {
			tip = 1.22
		}
		s, c := math.Sin(a), math.Cos(a)
		p.polygon([]point{{mid.x + r*tip*s, mid.y - r*tip*c}, {mid.x + broad*r*c, mid.y + broad*r*s}, {mid.x - broad*r*c, mid.y - broad*r*s}})
	}
}

// tinter colours the chart pixel by pixel.
type tinter struct {
	o            chartKey
	w, h, margin int
	mask         []uint8   // land, with a margin around
	far          []float32 // distance from land in pixels, with the margin
	net, rose    []uint8
	grain        float64 // of 255; hides the steps of the vignette
}

func (t *tinter) row(out *image.RGBA, y int) {
	sea, land, ink, shade := rgb(Sea), rgb(Land), rgb(Coast), rgb(Shade)
	grain := scatter(uint32(y)*2654435761 + 17)
	outermost := waterlines[len(waterlines)-1]
	v := (float64(y)/float64(t.h) - 0.46) * 0.9
	for x := range t.w {
		i := (y+t.margin)*(t.w+2*t.margin) + x + t.margin
		c := sea
		if d := float64(t.far[i]) / t.o.scale; d < outermost+2 {
			shallow := max(0, 1-d/outermost)
			c = mix(c, ink, 0.10*shallow*shallow)
			for k, at := range waterlines {
				if line := near1(d-at, 0.6); line > 0 {
					c = mix(c, ink, line*(0.34-0.055*float64(k)))
				}
			}
		}
		if net := t.net[y*t.w+x]; net > 0 {
			c = mix(c, ink, float64(net)/255*0.13)
		}
		if m := t.mask[i]; m > 0 {
			cover := float64(m) / 255
			c = mix(c, land, cover)
			c = mix(c, ink, 4*cover*(1-cover)*0.8) // the half-covered pixels are the shore
		}
		if rose := t.rose[y*t.w+x]; rose > 0 {
			c = mix(c, ink, float64(rose)/255*0.5)
		}
		u := float64(x)/float64(t.w) - 0.5
		if far := math.Sqrt(u*u+v*v) - 0.24; far > 0 {
			c = mix(c, shade, min(0.6, far*1.2))
		}
		noise := (grain.next() - 0.5) * t.grain
		p := out.PixOffset(x, y)
		for k := range 3 {
			out.Pix[p+k] = uint8(min(255, max(0, c[k]+noise+0.5)))
		}
		out.Pix[p+3] = 255
	}
}

// near1 is 1 at zero and falls to 0 at twice the width.
func near1(d, width float64) float64 { return max(0, min(1, 1.5-math.Abs(d)/width)) }

func rgb(k Colour) [3]float64 {
	n := k.NRGBA()
	return [3]float64{float64(n.R), float64(n.G), float64(n.B)}
}

func mix(a, b [3]float64, t float64) [3]float64 {
	return [3]float64{a[0] + (b[0]-a[0])*t, a[1] + (b[1]-a[1])*t, a[2] + (b[2]-a[2])*t}
}

//go:build !headless

package ui

import (
	"image"
	"math"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/text/v2"
	"github.com/hajimehoshi/ebiten/v2/vector"
)

// A Painter paints frames; it keeps the textures that it has made.
type Painter struct {
	// Plain leaves out the grain of paper and chart, for pictures that are kept.
	Plain bool

	faces  *typesetter
	grain  *ebiten.Image
	toning *ebiten.Image
	shadow *ebiten.Image
	chart  *ebiten.Image
	chartK chartKey

	engraved  chan engraving // the chart of another size, once it is made
	engraving bool
}

// NewPainter returns a painter.
func NewPainter() *Painter {
	return &Painter{faces: newTypesetter(), engraved: make(chan engraving, 1)}
}

// Paint paints the whole frame.
func (p *Painter) Paint(dst *ebiten.Image, f *Frame) {
	clips := []*ebiten.Image{dst}
	for _, o := range f.ops {
		to := clips[len(clips)-1]
		switch o := o.(type) {
		case clipOp:
			r := pixels(o.r)
			clips = append(clips, dst.SubImage(r).(*ebiten.Image))
		case unclipOp:
			clips = clips[:len(clips)-1]
		default:
			if !to.Bounds().Empty() {
				p.paint(to, o)
			}
		}
	}
}

func (p *Painter) paint(to *ebiten.Image, o op) {
	switch o := o.(type) {
	case fillOp:
		vector.FillRect(to, float32(o.r.X), float32(o.r.Y), float32(o.r.W), float32(o.r.H), o.colour, false)
	case strokeOp:
		paintPath(to, o)
	case textOp:
		p.text(to, o)
	case paperOp:
		p.paper(to, o)
	case shadowOp:
		p.dropShadow(to, o)
	case chartOp:
		p.straits(to, o)
	}
}

func paintPath(to *ebiten.Image, o strokeOp) {
	var path vector.Path
	if o.dash > 0 {
		for _, d := range dashes(o.pts, o.dash) {
			trace(&path, d, false)
		}
	} else {
		trace(&path, o.pts, o.closed)
	}
	opt := &vector.DrawPathOptions{AntiAlias: true}
	opt.ColorScale.ScaleWithColor(o.colour)
	if o.fill {
		vector.FillPath(to, &path, &vector.FillOptions{}, opt)
		return
	}
	s := &vector.StrokeOptions{Width: float32(o.width), MiterLimit: 4}
	if o.round {
		s.LineCap, s.LineJoin = vector.LineCapRound, vector.LineJoinRound
	}
	vector.StrokePath(to, &path, s, opt)
}

func trace(path *vector.Path, pts []point, closed bool) {
	for i, q := range pts {
		if i == 0 {
			path.MoveTo(float32(q.x), float32(q.y))
		} else {
			path.LineTo(float32(q.x), float32(q.y))
		}
	}
	if closed {
		path.Close()
	}
}

// dashes cuts a line into dashes with gaps of the same length.
func dashes(pts []point, length float64) (out [][]point) {
	var now []point
	left, on := length, true
	for i := 1; i < len(pts); i++ {
		a, b := pts[i-1], pts[i]
		for {
			d := math.Hypot(b.x-a.x, b.y-a.y)
			if on && len(now) == 0 {
				now = append(now, a)
			}
			if d < left {
				left -= d
				if on {
					now = append(now, b)
				}
				break
			}
			a = point{a.x + (b.x-a.x)*left/d, a.y + (b.y-a.y)*left/d}
			if on {
				out, now = append(out, append(now, a)), nil
			}
			left, on = length, !on
		}
	}
	if len(now) > 1 {
		out = append(out, now)
	}
	return out
}

func (p *Painter) text(to *ebiten.Image, o textOp) {
	opt := &text.DrawOptions{}
	opt.GeoM.Translate(o.x, o.y)
	if o.angle != 0 {
		opt.GeoM.Translate(-o.ox, -o.oy)
		opt.GeoM.Rotate(o.angle)
		opt.GeoM.Translate(o.ox, o.oy)
		opt.Filter = ebiten.FilterLinear
	}
	opt.ColorScale.ScaleWithColor(o.colour)
	text.Draw(to, o.text, p.faces.face(o.face, o.px), opt)
}

// paper draws a sheet: its ground, its grain and its darker edges.
func (p *Painter) paper(to *ebiten.Image, o paperOp) {
	vector.FillRect(to, float32(o.r.X), float32(o.r.Y), float32(o.r.W), float32(o.r.H), o.colour, false)
	if p.grain == nil {
		p.grain, p.toning = grainTexture(), toningTexture()
	}
	sheet, ok := to.SubImage(pixels(o.r)).(*ebiten.Image)
	if !ok || sheet.Bounds().Empty() {
		return
	}
	if !p.Plain {
		tile(sheet, p.grain, int(o.r.X), int(o.r.Y))
	}
	if !o.flat {
		nineSlice(sheet, p.toning, o.r, toningMargin, 1)
	}
}

// tile covers an image with a texture from x0, y0 to the right and down.
func tile(to, tex *ebiten.Image, x0, y0 int) {
	b, n := to.Bounds(), tex.Bounds().Dx()
	for y := y0; y < b.Max.Y; y += n {
		for x := x0; x < b.Max.X; x += n {
			opt := &ebiten.DrawImageOptions{}
			opt.GeoM.Translate(float64(x), float64(y))
			to.DrawImage(tex, opt)
		}
	}
}

func (p *Painter) dropShadow(to *ebiten.Image, o shadowOp) {
	if p.shadow == nil {
		p.shadow = shadowTexture()
	}
	d := o.depth
	r := Rect{o.r.X - d, o.r.Y - d*0.5, o.r.W + 2*d, o.r.H + 2*d}
	nineSlice(to, p.shadow, r, shadowMargin, d*2/shadowMargin)
}

// nineSlice stretches a texture over r: its corners, margin wide, keep their
// shape and are scaled by scale.
func nineSlice(to, tex *ebiten.Image, r Rect, margin int, scale float64) {
	n := tex.Bounds().Dx()
	m := min(float64(margin)*scale, r.W/2, r.H/2)
	src := [4]int{0, margin, n - margin, n}
	xs := [4]float64{r.X, r.X + m, r.Right() - m, r.Right()}
	ys := [4]float64{r.Y, r.Y + m, r.Bottom() - m, r.Bottom()}
	for j := range 3 {
		for i := range 3 {
			w, h := xs[i+1]-xs[i], ys[j+1]-ys[j]
			if w <= 0 || h <= 0 {
				continue
			}
			part := tex.SubImage(image.Rect(src[i], src[j], src[i+1], src[j+1])).(*ebiten.Image)
			opt := &ebiten.DrawImageOptions{Filter: ebiten.FilterLinear}
			opt.GeoM.Scale(w/float64(src[i+1]-src[i]), h/float64(src[j+1]-src[j]))
			opt.GeoM.Translate(xs[i], ys[j])
			to.DrawImage(part, opt)
		}
	}
}

func pixels(r Rect) image.Rectangle {
	return image.Rect(int(math.Floor(r.X)), int(math.Floor(r.Y)), int(math.Ceil(r.Right())), int(math.Ceil(r.Bottom())))
}

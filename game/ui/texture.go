//go:build !headless

package ui

import (
	"math"

	"github.com/hajimehoshi/ebiten/v2"
)

const (
	grainSize    = 256
	toningMargin = 14
	shadowMargin = 32
)

// scatter is a fixed sequence of numbers, so that paper always looks the same.
type scatter uint32

func (s *scatter) next() float64 {
	*s = *s*1664525 + 1013904223
	return float64(*s>>8) / (1 << 24)
}

// grainTexture is the tooth of paper: faint specks, blurred a little, and a few
// fibres; it tiles.
func grainTexture() *ebiten.Image {
	s := scatter(0x7ab)
	v := make([]float64, grainSize*grainSize)
	for range 9000 {
		x, y, d := int(s.next()*grainSize), int(s.next()*grainSize), (s.next()-0.55)*9
		for j := -1; j <= 1; j++ {
			for i := -1; i <= 1; i++ {
				v[((y+j+grainSize)%grainSize)*grainSize+(x+i+grainSize)%grainSize] += d / float64(1+i*i+j*j)
			}
		}
	}
	for range 60 {
		x, y, a := s.next()*grainSize, s.next()*grainSize, s.next()*math.Pi*2
		for range int(6 + s.next()*14) {
			a += (s.next() - 0.5) * 0.5
			x, y = x+math.Cos(a), y+math.Sin(a)
			v[((int(y)+grainSize)%grainSize)*grainSize+(int(x)+grainSize)%grainSize] -= 11
		}
	}
	px := make([]byte, 4*len(v))
	for i, d := range v {
		// Light specks are white, dark ones brown, both premultiplied.
		a := min(26, math.Abs(d))
		c := [3]float64{1, 1, 1}
		if d < 0 {
			c = [3]float64{0.35, 0.25, 0.12}
		}
		for k := range 3 {
			px[4*i+k] = byte(a * c[k])
		}
		px[4*i+3] = byte(a)
	}
	img := ebiten.NewImage(grainSize, grainSize)
	img.WritePixels(px)
	return img
}

// toningTexture darkens the rim of a sheet, as light and fingers do in years.
// It is narrow, so that no box shows inside the sheet where the tone ends.
func toningTexture() *ebiten.Image {
	const n = 3 * toningMargin
	e := Edge.NRGBA()
	return alphaTexture(n, [3]uint8{e.R, e.G, e.B}, func(x, y float64) float64 {
		d := min(x, y, n-x, n-y)
		t := max(0, 1-d/toningMargin)
		return 0.62*t*t*t*t + 0.1*t
	})
}

// shadowTexture is the soft shadow of a rectangle.
func shadowTexture() *ebiten.Image {
	const n, soft = 3 * shadowMargin, float64(shadowMargin)
	k := Shade.NRGBA()
	fall := func(d float64) float64 { // from 0 outside to 1 inside
		t := min(1, max(0, d/soft))
		return t * t * (3 - 2*t)
	}
	return alphaTexture(n, [3]uint8{k.R, k.G, k.B}, func(x, y float64) float64 {
		return 0.5 * fall(min(x, n-x)) * fall(min(y, n-y))
	})
}

func alphaTexture(n int, c [3]uint8, alpha func(x, y float64) float64) *ebiten.Image {
	px := make([]byte, 4*n*n)
	for i := range n * n {
		a := alpha(float64(i%n)+0.5, float64(i/n)+0.5)
		for k := range 3 {
			px[4*i+k] = byte(float64(c[k])*a + 0.5)
		}
		px[4*i+3] = byte(255*a + 0.5)
	}
	img := ebiten.NewImage(n, n)
	img.WritePixels(px)
	return img
}

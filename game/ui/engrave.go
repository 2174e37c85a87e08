//go:build !headless

package ui

import (
	"image"
	"image/draw"
	"math"
	"runtime"
	"sync"

	"golang.org/x/image/vector"
)

// A plate gathers shapes of one ink.
type plate struct {
	w, h int
	r    *vector.Rasterizer
}

func newPlate(w, h int) *plate { return &plate{w, h, vector.NewRasterizer(w, h)} }

// polygon adds a filled shape.
func (p *plate) polygon(pts []point) {
	for i, q := range pts {
		if i == 0 {
			p.r.MoveTo(float32(q.x), float32(q.y))
		} else {
			p.r.LineTo(float32(q.x), float32(q.y))
		}
	}
	p.r.ClosePath()
}

// line adds a line of a width.
func (p *plate) line(a, b point, width float64) {
	d := math.Hypot(b.x-a.x, b.y-a.y)
	if d == 0 {
		return
	}
	nx, ny := -(b.y-a.y)/d*width/2, (b.x-a.x)/d*width/2
	p.polygon([]point{{a.x + nx, a.y + ny}, {b.x + nx, b.y + ny}, {b.x - nx, b.y - ny}, {a.x - nx, a.y - ny}})
}

// coverage returns how much of each pixel is covered, 0 to 255.
func (p *plate) coverage() []uint8 {
	img := image.NewAlpha(image.Rect(0, 0, p.w, p.h))
	p.r.DrawOp = draw.Src
	p.r.Draw(img, img.Rect, image.Opaque, image.Point{})
	return img.Pix
}

// distances returns for each pixel the distance to the nearest one that is
// more than half covered (Felzenszwalb and Huttenlocher's two passes).
func distances(mask []uint8, w, h int) []float32 {
	const none = 1 << 24
	out := make([]float32, w*h)
	for i, m := range mask {
		if m < 128 {
			out[i] = none
		}
	}
	rows(w, func(x int) {
		best := float32(none)
		for y := range h { // the nearest above, then the nearest below
			if out[y*w+x] == 0 {
				best = 0
			} else if best < none {
				best++
			}
			out[y*w+x] = best
		}
		best = none
		for y := h - 1; y >= 0; y-- {
			if out[y*w+x] == 0 {
				best = 0
			} else if best < none {
				best++
			}
			out[y*w+x] = min(out[y*w+x], best)
		}
	})
	rows(h, func(y int) { parabolas(out[y*w : y*w+w]) })
	return out
}

// parabolas turns distances within columns into distances in the plane, for
// one row.
func parabolas(row []float32) {
	n := len(row)
	at, from := make([]int, n), make([]float64, n+1)
	f := make([]float64, n)
	for x, d := range row {
		f[x] = float64(d) * float64(d)
	}
	k := 0
	from[0], from[1] = math.Inf(-1), math.Inf(1)
	for x := 1; x < n; x++ {
		cross := func() float64 {
			v := at[k]
			return (f[x] + float64(x*x) - f[v] - float64(v*v)) / float64(2*(x-v))
		}
		s := cross()
		for s <= from[k] {
			k--
			s = cross()
		}
		k++
		at[k], from[k], from[k+1] = x, s, math.Inf(1)
	}
	k = 0
	for x := range n {
		for from[k+1] < float64(x) {
			k++
		}
		d := float64(x - at[k])
		row[x] = float32(math.Sqrt(d*d + f[at[k]]))
	}
}

// rows runs f for 0 to n-1 on all cores.
func rows(n int, f func(i int)) {
	var wg sync.WaitGroup
	parts := max(1, runtime.GOMAXPROCS(0))
	for p := range parts {
		wg.Go(func() {
			for i := n * p / parts; i < n*(p+1)/parts; i++ {
				f(i)
			}
		})
	}
	wg.Wait()
}

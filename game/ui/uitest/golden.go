//go:build !headless

package uitest

import (
	"flag"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"backchannel/game/ui"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

// Pictures are compared so that a renderer that softens edges in
// another way still agrees: two pixels match if the one lies between the
// darkest and the lightest of the other's neighbours, give or take slack.
const (
	slack = 26 // of 255, for each channel

	// Share of the pixels may differ by more. A focus frame that is missing is
	// more than that.
	Share = 0.0003
)

// Picture paints what a host shows.
func Picture(t testing.TB, h *ui.Host) *image.NRGBA {
	t.Helper()
	NeedDisplay(t)
	f := h.Frame()
	w, ht := int(f.Size.W), int(f.Size.H)
	dst := ebiten.NewImage(w, ht)
	defer dst.Deallocate()
	p := ui.NewPainter()
	p.Plain = true // grain would only make the files large
	p.Paint(dst, f)
	out := image.NewNRGBA(image.Rect(0, 0, w, ht))
	dst.ReadPixels(out.Pix) // premultiplied, but a window is opaque
	return out
}

// Golden compares what a host shows with testdata/NAME.png.
func Golden(t testing.TB, name string, h *ui.Host) {
	t.Helper()
	Compare(t, name, Picture(t, h))
}

// Compare compares a picture with testdata/NAME.png, or writes that file if the
// test runs with -update.
func Compare(t testing.TB, name string, got *image.NRGBA) {
	t.Helper()
	path := filepath.Join("testdata", name+".png")
	got = compact(got)
	if *update {
		if err := write(path, got); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := read(path)
	if err != nil {
		t.Errorf("%v (run with -update to write it); got: %s", err, keep(t, name+".got", got))
		return
	}
	if want.Rect != got.Rect {
		t.Errorf("%s is %v, got %v: %s", path, want.Rect.Max, got.Rect.Max, keep(t, name+".got", got))
		return
	}
	diff, off := Differ(want, got)
	if part := float64(off) / float64(got.Rect.Dx()*got.Rect.Dy()); part > Share {
		t.Errorf("%s differs in %.3f %% of its pixels, more than %.3f %%\n got: %s\ndiff: %s", path, 100*part, 100*Share,
			keep(t, name+".got", got), keep(t, name+".diff", diff))
	}
}

// largest is the widest picture that is kept as it is.
const largest = 1600

// compact halves large pictures and rounds the channels a little, which keeps
// the files small and lies well within the slack. More than this would draw
// steps where a tone fades, and one looks at these pictures.
func compact(in *image.NRGBA) *image.NRGBA {
	step := 1
	for in.Rect.Dx()/step > largest {
		step *= 2
	}
	out := image.NewNRGBA(image.Rect(0, 0, in.Rect.Dx()/step, in.Rect.Dy()/step))
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			i := out.PixOffset(x, y)
			for k := range 3 {
				sum := 0
				for j := range step * step {
					sum += int(in.Pix[in.PixOffset(x*step+j%step, y*step+j/step)+k])
				}
				out.Pix[i+k] = uint8(sum/(step*step))&^3 | 2
			}
			out.Pix[i+3] = 255
		}
	}
	return out
}

// Differ counts the pixels in which two pictures of a size differ and marks
// them red.
func Differ(want, got *image.NRGBA) (diff *image.NRGBA, off int) {
	diff = image.NewNRGBA(got.Rect)
	for y := range got.Rect.Dy() {
		for x := range got.Rect.Dx() {
			p := got.NRGBAAt(x, y)
			grey := p.R/6 + p.G/6 + p.B/6 + 110
			diff.SetNRGBA(x, y, color.NRGBA{grey, grey, grey, 255})
			if !near(want, got, x, y) || !near(got, want, x, y) {
				off++
				diff.SetNRGBA(x, y, color.NRGBA{220, 0, 0, 255})
			}
		}
	}
	return diff, off
}

// near tells whether a's pixel lies within what b shows around that place.
func near(a, b *image.NRGBA, x, y int) bool {
	i := a.PixOffset(x, y)
	for k := range 3 {
		v := int(a.Pix[i+k])
		if d := v - int(b.Pix[i+k]); d <= slack && d >= -slack {
			continue
		}
		lo, hi := 255, 0
		for j := max(0, y-1); j <= min(b.Rect.Dy()-1, y+1); j++ {
			for l := max(0, x-1); l <= min(b.Rect.Dx()-1, x+1); l++ {
				w := int(b.Pix[b.PixOffset(l, j)+k])
				lo, hi = min(lo, w), max(hi, w)
			}
		}
		if v < lo-slack || v > hi+slack {
			return false
		}
	}
	return true
}

// keep writes a picture to a folder that outlives the test.
func keep(t testing.TB, name string, img *image.NRGBA) string {
	dir, err := os.MkdirTemp("", "uitest-")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, filepath.Base(name)+".png")
	if err := write(path, img); err != nil {
		t.Fatal(err)
	}
	return path
}

func write(path string, img image.Image) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	enc := png.Encoder{CompressionLevel: png.BestCompression}
	if err := enc.Encode(f, img); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

func read(path string) (*image.NRGBA, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		return nil, err
	}
	out := image.NewNRGBA(image.Rect(0, 0, img.Bounds().Dx(), img.Bounds().Dy()))
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			out.Set(x, y, img.At(img.Bounds().Min.X+x, img.Bounds().Min.Y+y))
		}
	}
	return out, nil
}

//go:build !headless

package ui

import (
	"runtime"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
)

// Options are the wishes of who opens the window.
type Options struct {
	Width, Height int     // in points; 1280×800 if zero
	TextScale     float64 // 0.8 to 2; 1 if zero
	Fullscreen    bool
	// Drawn, if not nil, is called once the first frame is painted, so that
	// one can measure how long the window takes to show something.
	Drawn func()
}

// Run opens the window and shows scenes until the player closes it or a scene
// asks to quit. It must be called from the main goroutine.
func Run(title string, first Scene, opts Options) error {
	if opts.Width == 0 || opts.Height == 0 {
		opts.Width, opts.Height = baseWidth, baseHeight
	}
	g := &game{host: NewHost(first, float64(opts.Width), float64(opts.Height)), painter: NewPainter(), done: make(chan any, 16), drawn: opts.Drawn}
	if opts.TextScale != 0 {
		g.host.SetTextScale(opts.TextScale)
	}
	g.painter.prepare(g.host.Frame())
	ebiten.SetWindowTitle(title)
	ebiten.SetWindowSize(opts.Width, opts.Height)
	ebiten.SetWindowResizingMode(ebiten.WindowResizingModeEnabled)
	ebiten.SetFullscreen(opts.Fullscreen)
	ebiten.SetScreenClearedEveryFrame(false)
	ebiten.SetTPS(idleTPS)
	return ebiten.RunGameWithOptions(g, &ebiten.RunGameOptions{GraphicsLibrary: ebiten.GraphicsLibraryAuto})
}

// game runs a host inside Ebitengine's loop.
type game struct {
	host    *Host
	painter *Painter
	input   input
	wake    time.Time
	done    chan any
	painted *Frame
	busy    int // updates left at full speed after the last input
	drawn   func()
}

// awake is how many updates after the last input go at full speed.
const awake = 90

// Update takes what happened and hands it to the host.
func (g *game) Update() error {
	now := time.Now()
	events := g.input.read(now, g.host.draws)
	if !g.wake.IsZero() && now.After(g.wake) {
		g.wake = time.Time{}
		events = append(events, Event{Kind: Tick})
	}
	for more := true; more; {
		select {
		case v := <-g.done:
			events = append(events, Event{Kind: Done, Value: v})
		default:
			more = false
		}
	}
	g.pace(len(events) > 0 || g.input.held())
	for i, e := range events {
		if e.Kind == KeyIn && e.Key == KeyF11 {
			ebiten.SetFullscreen(!ebiten.IsFullscreen())
			events = append(events[:i:i], events[i+1:]...)
			break
		}
	}
	if len(events) == 0 {
		return nil
	}
	return g.obey(g.host.Feed(events...), now)
}

func (g *game) obey(cmd Command, now time.Time) error {
	if cmd.Quit {
		return ebiten.Termination
	}
	if cmd.Fullscreen {
		ebiten.SetFullscreen(!ebiten.IsFullscreen())
	}
	if cmd.Wake > 0 {
		g.wake = now.Add(cmd.Wake)
	}
	for _, work := range append(cmd.earlier, cmd.Go) {
		if work != nil {
			go func() { g.done <- work() }()
		}
	}
	return nil
}

// pace runs at full speed while the player's hands move, slowly otherwise.
func (g *game) pace(active bool) {
	switch {
	case active && g.busy == 0:
		ebiten.SetTPS(ebiten.DefaultTPS)
		g.busy = awake
	case active:
		g.busy = awake
	case g.busy > 0:
		if g.busy--; g.busy == 0 {
			ebiten.SetTPS(idleTPS)
		}
	}
}

// nap keeps the loop, which goes on at the screen's rate even where nothing is
// drawn, from turning faster than the game looks for input while nobody plays.
// A browser has its own pace and must not be held up.
func (g *game) nap() {
	if g.busy == 0 && !g.painter.engraving && runtime.GOOS != "js" {
		time.Sleep(idleNap)
	}
}

// Draw paints if something has changed.
func (g *game) Draw(screen *ebiten.Image) {
	f := g.host.Frame()
	if late := g.painter.Late(); f == g.painted && !late {
		g.nap()
		return
	}
	g.painted = f
	g.painter.Paint(screen, f)
	if g.drawn != nil {
		g.drawn()
		g.drawn = nil
	}
}

// LayoutF gives every pixel of the device to the host.
func (g *game) LayoutF(w, h float64) (float64, float64) {
	s := ebiten.Monitor().DeviceScaleFactor()
	g.host.Resize(w*s, h*s, s)
	return w * s, h * s
}

// Layout is never called, since LayoutF is.
func (g *game) Layout(w, h int) (int, int) { return w, h }

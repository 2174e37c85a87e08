//go:build !headless

package ui

import (
	"time"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/inpututil"
)

// keys are the keys that widgets know, by Ebitengine's names.
var keys = map[ebiten.Key]Key{
	ebiten.KeyTab: KeyTab, ebiten.KeyEnter: KeyEnter, ebiten.KeyNumpadEnter: KeyEnter, ebiten.KeySpace: KeySpace,
	ebiten.KeyEscape: KeyEscape, ebiten.KeyBackspace: KeyBackspace, ebiten.KeyDelete: KeyDelete,
	ebiten.KeyArrowLeft: KeyLeft, ebiten.KeyArrowRight: KeyRight, ebiten.KeyArrowUp: KeyUp, ebiten.KeyArrowDown: KeyDown,
	ebiten.KeyPageUp: KeyPageUp, ebiten.KeyPageDown: KeyPageDown, ebiten.KeyHome: KeyHome, ebiten.KeyEnd: KeyEnd,
	ebiten.KeyF1: KeyF1, ebiten.KeyF2: KeyF2, ebiten.KeyF5: KeyF5, ebiten.KeyF11: KeyF11,
}

// chords are the keys that count only together with Ctrl.
var chords = map[ebiten.Key]Key{
	ebiten.KeyEqual: KeyPlus, ebiten.KeyNumpadAdd: KeyPlus, ebiten.KeyMinus: KeyMinus, ebiten.KeyNumpadSubtract: KeyMinus,
	ebiten.KeyDigit0: KeyZero, ebiten.KeyNumpad0: KeyZero,
	ebiten.KeyA: KeyA, ebiten.KeyZ: KeyZ, ebiten.KeyF: KeyF, ebiten.KeyS: KeyS,
}

// repeats are the keys that go on while they are held.
var repeats = []ebiten.Key{ebiten.KeyTab, ebiten.KeyArrowLeft, ebiten.KeyArrowRight, ebiten.KeyArrowUp, ebiten.KeyArrowDown,
	ebiten.KeyPageUp, ebiten.KeyPageDown, ebiten.KeyBackspace, ebiten.KeyDelete}

// input reads the player's hands and makes events of them.
type input struct {
	x, y     float64
	moved    time.Time // when the pointer last moved, zero once Rest is told
	repeatAt time.Time
	touch    ebiten.TouchID
	touching bool
	touched  finger
	runes    []rune
	pressed  []ebiten.Key
}

// read returns what happened; draws tells whether a finger can draw something
// along at a place.
func (in *input) read(now time.Time, draws func(x, y float64) bool) []Event {
	events := in.keyboard(now)
	events = append(events, in.mouse(now)...)
	return append(events, in.finger(draws)...)
}

// held tells whether a key or button is down.
func (in *input) held() bool {
	return in.touching || ebiten.IsMouseButtonPressed(ebiten.MouseButtonLeft) || len(inpututil.AppendPressedKeys(nil)) > 0
}

func mods() (m Mods) {
	if ebiten.IsKeyPressed(ebiten.KeyShift) {
		m |= Shift
	}
	if ebiten.IsKeyPressed(ebiten.KeyControl) || ebiten.IsKeyPressed(ebiten.KeyMeta) {
		m |= Ctrl
	}
	if ebiten.IsKeyPressed(ebiten.KeyAlt) {
		m |= Alt
	}
	return m
}

func (in *input) keyboard(now time.Time) (events []Event) {
	m := mods()
	in.pressed = inpututil.AppendJustPressedKeys(in.pressed[:0])
	for _, k := range in.pressed {
		if key, ok := keys[k]; ok {
			events = append(events, Event{Kind: KeyIn, Key: key, Mods: m})
			in.repeatAt = now.Add(repeatLag)
		} else if key, ok := chords[k]; ok && m&Ctrl != 0 {
			events = append(events, Event{Kind: KeyIn, Key: key, Mods: m})
		}
	}
	for _, k := range repeats {
		if len(in.pressed) == 0 && ebiten.IsKeyPressed(k) && now.After(in.repeatAt) {
			events = append(events, Event{Kind: KeyIn, Key: keys[k], Mods: m})
			in.repeatAt = now.Add(repeatGap)
		}
	}
	in.runes = ebiten.AppendInputChars(in.runes[:0])
	for _, r := range in.runes {
		if m&Ctrl == 0 {
			events = append(events, Event{Kind: RuneIn, Rune: r, Mods: m})
		}
	}
	return events
}

func (in *input) mouse(now time.Time) (events []Event) {
	cx, cy := ebiten.CursorPosition()
	x, y := float64(cx), float64(cy)
	if x != in.x || y != in.y {
		in.x, in.y, in.moved = x, y, now
		events = append(events, Event{Kind: Move, X: x, Y: y})
	} else if !in.moved.IsZero() && now.Sub(in.moved) > tipRest {
		in.moved = time.Time{}
		events = append(events, Event{Kind: Rest, X: x, Y: y})
	}
	if inpututil.IsMouseButtonJustPressed(ebiten.MouseButtonLeft) {
		events = append(events, Event{Kind: Down, X: x, Y: y})
	}
	if inpututil.IsMouseButtonJustReleased(ebiten.MouseButtonLeft) {
		events = append(events, Event{Kind: Up, X: x, Y: y})
	}
	if dx, dy := ebiten.Wheel(); dx != 0 || dy != 0 {
		events = append(events, Event{Kind: Wheel, X: x, Y: y, DX: dx, DY: dy})
	}
	return events
}

// finger follows the first finger on the glass.
func (in *input) finger(draws func(x, y float64) bool) []Event {
	if !in.touching {
		ids := inpututil.AppendJustPressedTouchIDs(nil)
		if len(ids) == 0 {
			return nil
		}
		x, y := ebiten.TouchPosition(ids[0])
		in.touch, in.touching, in.touched = ids[0], true, fingerDown(float64(x), float64(y))
		return nil
	}
	if inpututil.IsTouchJustReleased(in.touch) {
		in.touching = false
		return in.touched.up()
	}
	x, y := ebiten.TouchPosition(in.touch)
	return in.touched.move(float64(x), float64(y), ebiten.Monitor().DeviceScaleFactor(), draws)
}

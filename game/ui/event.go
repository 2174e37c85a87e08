//go:build !headless

package ui

// A Kind says what an [Event] tells.
type Kind uint8

// Events from the player's hands, then those that widgets and the host make
// of them.
const (
	KeyIn  Kind = iota + 1 // Key, Mods; also when a held key repeats
	RuneIn                 // Rune
	Down                   // the pointer's button or a finger goes down at X, Y
	Up                     // and up again
	Move                   // the pointer moves to X, Y
	Rest                   // the pointer has rested for a while
	Wheel                  // DX, DY in notches

	Activate // a button or card named ID
	Choose   // option Index of the tabs or chip named ID
	Change   // the field named ID now holds Text
	Set      // the scale named ID is set to Index, or Unset
	Dismiss  // the dialog or drawer named ID is to be left
	Tick     // the time asked for with Command.Wake is over
	Done     // Command.Go has returned Value
	Resize   // size or scale of the window changed
)

// A Key is a key that widgets know by name; other keys arrive as runes.
type Key uint8

// The keys.
const (
	NoKey Key = iota
	KeyTab
	KeyEnter
	KeySpace
	KeyEscape
	KeyBackspace
	KeyDelete
	KeyLeft
	KeyRight
	KeyUp
	KeyDown
	KeyPageUp
	KeyPageDown
	KeyHome
	KeyEnd
	KeyF1
	KeyF2
	KeyF5
	KeyF11
	KeyPlus
	KeyMinus
	KeyZero
	KeyA
	KeyZ
	KeyF
	KeyS
)

// Mods are the modifier keys held down.
type Mods uint8

// The modifiers; Ctrl is also Command on a Mac.
const (
	Shift Mods = 1 << iota
	Ctrl
	Alt
)

// An Event is one thing that happened.
type Event struct {
	Kind   Kind
	Key    Key
	Mods   Mods
	Rune   rune
	X, Y   float64 // pixels
	DX, DY float64 // notches of the wheel
	ID     string
	Index  int
	Text   string
	Value  any
}

//go:build !headless

package ui

import (
	"image/color"
	"time"
)

// A Colour is a design token: one of the few inks and papers of the game.
type Colour uint8

// The inks, papers and desk colours.
const (
	NoColour   Colour = iota
	Sheet             // aged paper, the ground of most text
	Index             // the lighter board of index cards
	Manila            // folder and drawer
	Slip              // the yellow slip of a tooltip
	Ink               // carbon-black typewriter ink
	Faded             // the same ink under a worn ribbon, for what is secondary
	RedPencil         // the red pencil: what costs or threatens; and rubber stamps
	BlueCarbon        // the blue of a carbon copy: what can be pressed, and nothing else
	RuleRed           // the red top line of an index card
	RuleBlue          // its pale blue lines
	Edge              // the darker edge of a sheet
	Sea               // the chart's water, ground of text on the desk
	Land              // the chart's land
	Coast             // coastline and graticule
	Chalk             // text on the desk
	Brass             // the outer focus frame and title accents on the desk
	Steel             // paper clips
	Shade             // shadows and the dimming behind a dialog
	Light             // the inner focus frame and highlights
)

// NRGBA returns the colour's value.
func (c Colour) NRGBA() color.NRGBA { return palette[c] }

var palette = [...]color.NRGBA{
	NoColour:   {},
	Sheet:      {0xec, 0xe2, 0xca, 0xff},
	Index:      {0xf6, 0xf0, 0xde, 0xff},
	Manila:     {0xdc, 0xc6, 0x97, 0xff},
	Slip:       {0xf5, 0xe7, 0xa9, 0xff},
	Ink:        {0x22, 0x1e, 0x1a, 0xff},
	Faded:      {0x5a, 0x50, 0x43, 0xff},
	RedPencil:  {0x9b, 0x22, 0x1c, 0xff},
	BlueCarbon: {0x1f, 0x3f, 0x7a, 0xff},
	RuleRed:    {0xc6, 0x6a, 0x60, 0xff},
	RuleBlue:   {0x9d, 0xb4, 0xc4, 0xff},
	Edge:       {0xb0, 0x9c, 0x74, 0xff},
	Sea:        {0x1c, 0x30, 0x38, 0xff},
	Land:       {0x34, 0x47, 0x43, 0xff},
	Coast:      {0x9c, 0xb5, 0xa6, 0xff},
	Chalk:      {0xf0, 0xe8, 0xd4, 0xff},
	Brass:      {0xe0, 0xb6, 0x56, 0xff},
	Steel:      {0x6f, 0x74, 0x78, 0xff},
	Shade:      {0x0a, 0x0c, 0x0e, 0xff},
	Light:      {0xff, 0xfb, 0xee, 0xff},
}

// A TypeSize is a size of type in units.
type TypeSize float64

// The type scale.
const (
	Fine    TypeSize = 13.5
	Body    TypeSize = 16
	Lead    TypeSize = 18
	Heading TypeSize = 21
	Title   TypeSize = 32
	Display TypeSize = 60
)

// A Space is a distance in units.
type Space float64

// The spacing scale.
const (
	NoSpace Space = 0
	Hair    Space = 1
	Thin    Space = 2
	Tight   Space = 4
	Snug    Space = 8
	Even    Space = 12
	Roomy   Space = 18
	Broad   Space = 28
	Vast    Space = 48
)

// Measures that are not on a scale.
const (
	baseWidth, baseHeight = 1280, 800 // the window in which a unit is one point
	minFit, maxFit        = 0.85, 2.0 // how far a window's size may scale a unit
	minTextScale          = 0.8
	maxTextScale          = 2.0
	textStep              = 0.1

	minType = 11.0 // smallest legible type, in points of the device

	leadTyped, leadBook = 1.32, 1.42 // line height over size of type
	// Where letters lie about their baseline, as shares of the size of type.
	baseBelowMiddle    = 0.29
	inkAbove, inkBelow = 0.76, 0.22

	focusWidth  = 3.0  // focus frame, in units
	barWidth    = 9.0  // scroll bar
	minTarget   = 30.0 // smallest height of a control
	dialogWidth = 620.0
	drawerWidth = 460.0
	tipWidth    = 330.0
	cardMin     = 250.0 // narrowest column of cards in a Grid by default
	stampAngle  = -0.085
	tabWidth    = 30.0 // strip of a card with its key
	oddsWidth   = 64.0 // bar of likelihood
	oddsHeight  = 8.0
	scaleHeight = 34.0 // ruler of a scale with its cursor
	cursorWidth = 20.0
	flagWidth   = 190.0 // cloth of a flag on a timeline
	popupRows   = 8.0
	stemsHeight = 165.0 // chart of stems
	stemHead    = 10.0  // half of a stem's head with its number

	tipRest   = 450 * time.Millisecond // pointer rest before a tooltip
	repeatLag = 320 * time.Millisecond // before a held key repeats
	repeatGap = 45 * time.Millisecond
	idleTPS   = 15
	idleNap   = 50 * time.Millisecond // leaves an update its time at that pace
	wheelStep = 56.0                  // one notch of the wheel, in units
	contrast  = 4.5                   // WCAG AA for text
)

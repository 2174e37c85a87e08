// Package ui is the drawing foundation of the window: paper, type, keyboard
// focus and a small set of widgets for papers of 1963.
//
// # How it works
//
// A [Scene] is a value that takes events and returns a tree of [Node]s. The
// [Host] lays the tree out into a [Frame], a list of things to paint plus the
// list of what can be focused and of every text with its rectangle. The layout
// is a pure function of the window's size, the scale, the scene and the host's
// small [State] (focus, scroll offsets, open chooser). Only [Paint] touches the
// screen, and only when something has changed. So a scene can be driven by
// events in a test, searched by ID, and checked by [Audit], without a display.
//
// Widgets hold no callbacks. What a player does with a widget comes back to
// the scene as an event that carries the widget's ID: [Activate] for buttons
// and cards, [Choose] for tabs and chips, [Change] for text fields, [Set] for scales,
// [Dismiss] for a dialog that is left.
//
// # Why not a widget library
//
// ebitenui was looked at and left out. Its widgets keep their state and their
// callbacks inside, so a layout cannot be had without running the loop; its
// focus frame, text flow and hit rectangles would all have had to be replaced
// for keyboard play, for type that scales, and for pictures that stay stable
// in tests; and it redraws every frame.
//
// # Length
//
// Nothing outside tokens.go states a colour or a length. Lengths are given in
// units of a 1280×800 window and multiplied by the device's scale, by how far
// the window is larger or smaller than that, and by the player's text scale.
package ui

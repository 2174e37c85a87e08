//go:build !headless

package ui

import "time"

// A Scene is one screen of the game. It is a value: Update returns the scene
// that follows (nil means the same one), View reads and changes nothing.
type Scene interface {
	// Update takes what happened since the last call.
	Update(events []Event) (next Scene, command Command)
	// View returns what is to be seen.
	View(c *Context) Node
}

// A Command is what a scene asks of the host beside changing itself.
type Command struct {
	// Quit closes the window.
	Quit bool
	// Wake asks for a Tick after this time; zero asks for none. A later Wake
	// replaces an earlier one.
	Wake time.Duration
	// Go is run beside the game; its result arrives as the Value of Done. It
	// must not touch the scene.
	Go func() any
	// Focus moves the focus to an element by its ID.
	Focus string
	// TextScale sets the player's text scale, 0.8 to 2; zero leaves it.
	TextScale float64
	// Fullscreen switches between the window and the full screen.
	Fullscreen bool

	earlier []func() any // Go of the commands before this one
}

// and returns both commands; where they differ the later one holds.
func (c Command) and(d Command) Command {
	d.Quit = c.Quit || d.Quit
	d.Fullscreen = c.Fullscreen != d.Fullscreen
	d.earlier = append(c.earlier, d.earlier...)
	if d.Wake == 0 {
		d.Wake = c.Wake
	}
	if d.Go == nil {
		d.Go = c.Go
	} else if c.Go != nil {
		d.earlier = append(d.earlier, c.Go)
	}
	return d
}

// A Node is a part of a screen: a widget or a container of others.
type Node interface {
	// Measure returns the size that the node takes where it may be w pixels
	// wide. A node that can wrap returns the height at that width.
	Measure(c *Context, w float64) Extent
	// Place draws the node into r and registers what can be focused.
	Place(c *Context, r Rect)
}

//go:build !headless

package window

// Measures of the scenes, in units of type.
const (
	stackBelow = 720.0 // narrower than this, what stands side by side is stacked
	chairMin   = 190.0 // narrowest card of a chair
	cardMin    = 262.0 // narrowest card of the hand

	readingWidth = 940.0 // widest sheet that fills the window

	footShare = 0.24 // most of the window's height that the plan takes
	dimmed    = 0.45 // how far the chart recedes behind papers
)

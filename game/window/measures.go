//go:build !headless

package window

// Measures of the scenes, in units of type.
const (
	stackBelow = 720.0 // narrower than this, what stands side by side is stacked
	titleBelow = 860.0 // narrower than this, the title is one column
	shortBelow = 560.0 // lower than this, the desk is one list
	chairMin   = 190.0 // narrowest card of a chair
	cardMin    = 330.0 // narrowest card of the hand

	gaugeMin     = 340.0  // narrowest number of the header
	readingWidth = 1120.0 // widest sheet that fills the window

	handShare   = 2.3  // of the width for the hand, against the folder
	folderShare = 1.35 // of the width for the folder in a narrow window

	chartMin   = 440.0 // narrowest chart of the verdict
	chartHigh  = 190.0 // a chart's height
	yearsAbove = 500   // days of a span above which a chart counts years
	nearly     = 12    // day of a month from which on the next month is near

	stemsTop = 25.0 // of the scale of turning points, or a multiple where a weight is above

	footShare = 0.24 // most of the window's height that the plan takes
	dimmed    = 0.45 // how far the chart recedes behind papers
)

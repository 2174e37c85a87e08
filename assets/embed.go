// Package assets holds what the window shows that is not text: typefaces and
// the coastlines of the Florida Straits. Origins and licences are listed in
// LICENSES.md.
package assets

import _ "embed"

//go:generate go run ./gen -in countries-10m.json -out straits.json

// The typefaces, as OpenType or WOFF files.
var (
	// CourierPrime is the typewriter face of cables and cards.
	//go:embed fonts/courier-prime-regular.otf
	CourierPrime []byte

	// CourierPrimeBold is its bold.
	//go:embed fonts/courier-prime-bold.otf
	CourierPrimeBold []byte

	// CourierPrimeItalic is its italic.
	//go:embed fonts/courier-prime-italic.otf
	CourierPrimeItalic []byte

	// CourierPrimeWeb is the Latin part of its regular, in a form that browsers
	// accept.
	//go:embed fonts/courier-prime-web.woff
	CourierPrimeWeb []byte

	// SpecialElite is a worn typewriter face for titles and rubber stamps.
	//go:embed fonts/special-elite-regular.woff
	SpecialElite []byte

	// PlexSerif is the book face of running text.
	//go:embed fonts/ibm-plex-serif-regular.woff
	PlexSerif []byte

	// PlexSerifBold is its semibold.
	//go:embed fonts/ibm-plex-serif-semibold.woff
	PlexSerifBold []byte

	// PlexSerifItalic is its italic.
	//go:embed fonts/ibm-plex-serif-italic.woff
	PlexSerifItalic []byte

	//go:embed straits.json
	straits []byte
)

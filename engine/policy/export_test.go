package policy

import "backchannel/engine"

// Packages are the ways in which an issue is asked for, by the eyes used last.
func (m *Mind) Packages(issue int8) []Option {
	m.packages(&m.lens, issue, true)
	return m.packs[:m.nPacks]
}

// Carries says whether a package can go by a channel.
func (m *Mind) Carries(channel int8, p *engine.Package) bool { return m.carries(channel, p) }

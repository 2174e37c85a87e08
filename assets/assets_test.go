package assets_test

import (
	"testing"

	"backchannel/assets"
)

func TestStraitsHoldCubaAndFlorida(t *testing.T) {
	c, err := assets.Straits()
	if err != nil {
		t.Fatal(err)
	}
	inside := func(country string, lon, lat float64) bool {
		for _, s := range c.Shores {
			if s.Country != country {
				continue
			}
			in := false
			for i, p := range s.Points {
				q := s.Points[(i+1)%len(s.Points)]
				if (p.Lat > lat) != (q.Lat > lat) && lon < (q.Lon-p.Lon)*(lat-p.Lat)/(q.Lat-p.Lat)+p.Lon {
					in = !in
				}
			}
			if in {
				return true
			}
		}
		return false
	}
	for _, c := range []struct {
		name, country string
		lon, lat      float64
		want          bool
	}{
		{"Santa Clara", "Cuba", -79.97, 22.41, true},
		{"Camagüey", "Cuba", -77.92, 21.38, true},
		{"Orlando", "United States of America", -81.38, 28.54, true},
		{"middle of the straits", "Cuba", -81.0, 23.9, false},
		{"middle of the straits", "United States of America", -81.0, 23.9, false},
	} {
		if got := inside(c.country, c.lon, c.lat); got != c.want {
			t.Errorf("%s in %s: %v, want %v", c.name, c.country, got, c.want)
		}
	}
}

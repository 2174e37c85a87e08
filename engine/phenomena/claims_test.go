package phenomena

import (
	"strings"
	"testing"

	"backchannel/engine"
)

// TestClaims: under the shipped theory every phenomenon has its sign, also with a
// part of the worlds; each of the list is there.
func TestClaims(t *testing.T) {
	s := shipped(t)
	s.Part = 50 // as many as fit plays
	claims, err := s.Claims(true)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[int]bool{}
	for _, c := range claims {
		seen[c.Phenomenon] = true
		t.Logf("%d: %s: %d, %d", c.Phenomenon, c.What, c.More, c.Less)
		if !c.Holds() {
			t.Errorf("%d: %s: %d, %d", c.Phenomenon, c.What, c.More, c.Less)
		}
	}
	if len(seen) != Count {
		t.Errorf("%d phenomena are measured, not %d", len(seen), Count)
	}
}

// TestClaimsStop: a theory without a mechanism fails at its phenomenon, and the
// measuring stops there.
func TestClaimsStop(t *testing.T) {
	s := shipped(t)
	load := s.Load
	s.Load = func(era, cut string) (*engine.Model, error) {
		m, err := load(era, cut)
		if err == nil {
			m.Theory.Trust.Matched = 0
		}
		return m, err
	}
	claims, err := s.Claims(false)
	if err != nil || len(claims) == 0 {
		t.Fatal(claims, err)
	}
	if last := claims[len(claims)-1]; last.Phenomenon != 3 || last.Holds() {
		t.Errorf("it stops at %+v", last)
	}
}

// TestMissingPremise: an era that is not there, or that lacks what the premise
// names, is an error.
func TestMissingPremise(t *testing.T) {
	for _, change := range []func(p *Premises){
		func(p *Premises) { p.Concession.Era = "nowhere" },
		func(p *Premises) { p.Concession.Gives = "nothing" },
	} {
		s := shipped(t)
		change(s.Premises)
		if _, err := s.Claims(false); err == nil || !strings.Contains(err.Error(), "no") {
			t.Errorf("it says %v", err)
		}
	}
}

package policy

import (
	"backchannel/engine"
	"backchannel/engine/noise"
)

// memo keeps what is asked again and again while one desk is weighed through
// one pair of eyes: what each rung is worth to oneself and is taken to be worth
// to the other side, what conceding it costs at home, what is best to give, and
// what a leak by each channel would cost.
type memo struct {
	round uint32 // a cell of an earlier round is empty
	worth [engine.MaxIssues][engine.MaxRungs]cell
	their [engine.MaxIssues][engine.MaxRungs]cell
	homes [engine.MaxIssues][engine.MaxRungs][2][engine.MaxChannels + 1]cell // unanswered or not; openly, then by channel
	gifts [engine.MaxIssues]giftCell
	leaks [engine.MaxChannels]cell

	reserves [2]reserveCell // of what is small and technical, of what is not
	tau      int64
	spread   noise.Spread // of tau

	lines   [engine.MaxChannels + 1]way
	nLines  int
	linesOf uint32 // round
}

type cell struct {
	round uint32
	value int64
}

type giftCell struct {
	cell
	rung int8
}

type reserveCell struct {
	round uint32
	value [2]int64
}

// forget empties the memo: the eyes or the desk are others.
func (o *memo) forget() {
	o.round++
	if o.round == 0 { // after four thousand million rounds
		*o = memo{round: 1}
	}
}

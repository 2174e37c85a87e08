package lab

import (
	"context"
	"sync/atomic"
)

// background is work that goes on beside those who look at it.
type background struct {
	cancel context.CancelFunc
	over   chan struct{}
	all    *atomic.Int64
	done   *atomic.Int64
}

func inBackground(cancel context.CancelFunc) background {
	return background{cancel: cancel, over: make(chan struct{}), all: new(atomic.Int64), done: new(atomic.Int64)}
}

// Stop ends the work early; what has been found stays.
func (b *background) Stop() { b.cancel() }

// Wait waits until the work is over.
func (b *background) Wait() { <-b.over }

// Over says whether the work is over.
func (b *background) Over() bool {
	select {
	case <-b.over:
		return true
	default:
		return false
	}
}

// Done is how many samples are done, and of how many as far as is known.
func (b *background) Done() (done, all int64) { return b.done.Load(), b.all.Load() }

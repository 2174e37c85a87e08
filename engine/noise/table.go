package noise

import "math/bits"

// table maps 64-bit keys to indices by open addressing with linear probing. It is
// sized once, at most half full, and has no deletion.
type table struct {
	cells []cell
}

type cell struct {
	key   uint64
	index int32 // plus one; 0 marks an empty cell
}

func newTable(keys int) table {
	if keys == 0 {
		return table{}
	}
	return table{cells: make([]cell, 1<<bits.Len64(uint64(2*keys-1)))}
}

// put stores an index for a key that has none. It returns the index that the key
// has now, and whether it had it before.
func (t *table) put(key uint64, index int) (int, bool) {
	mask := uint64(len(t.cells) - 1)
	for at := Mix(key, 0) & mask; ; at = (at + 1) & mask {
		c := &t.cells[at]
		if c.index == 0 {
			*c = cell{key: key, index: int32(index + 1)}
			return index, false
		}
		if c.key == key {
			return int(c.index - 1), true
		}
	}
}

// get is the index of a key, and whether it has one.
func (t *table) get(key uint64) (int, bool) {
	if len(t.cells) == 0 {
		return 0, false
	}
	mask := uint64(len(t.cells) - 1)
	for at := Mix(key, 0) & mask; ; at = (at + 1) & mask {
		c := &t.cells[at]
		if c.index == 0 {
			return 0, false
		}
		if c.key == key {
			return int(c.index - 1), true
		}
	}
}

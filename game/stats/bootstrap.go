package stats

import (
	"slices"

	"backchannel/engine/noise"
)

// draws is how many times an interval is drawn again.
const draws = 1000

// interval is the middle 90 % of the skill when whole months are drawn again
// with replacement: decisions of one month hang together.
func interval(all []scored, base int) (low, high float64) {
	months := map[int][]scored{}
	var order []int
	for _, s := range all {
		if months[s.month] == nil {
			order = append(order, s.month)
		}
		months[s.month] = append(months[s.month], s)
	}
	slices.Sort(order)
	return bootstrap(len(order), func(pick []int) float64 {
		var again []scored
		for _, from := range pick {
			again = append(again, months[order[from]]...)
		}
		return skill(again, base)
	})
}

// bootstrap is the middle 90 % of a figure when its n parts are drawn again with
// replacement.
func bootstrap(n int, figure func(pick []int) float64) (low, high float64) {
	found, pick := make([]float64, draws), make([]int, n)
	for k := range found {
		for j := range pick {
			u := noise.Mix(uint64(k)+0x51ed, uint64(j)+0x270b)
			pick[j] = int(u >> 33 % uint64(max(n, 1)))
		}
		found[k] = figure(pick)
	}
	slices.Sort(found)
	return found[draws/20], found[draws-1-draws/20]
}

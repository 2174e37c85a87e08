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
	found := make([]float64, draws)
	for k := range found {
		var again []scored
		for j := range order {
			u := noise.Mix(uint64(k)+0x51ed, uint64(j)+0x270b)
			again = append(again, months[order[u>>33%uint64(len(order))]]...)
		}
		found[k] = skill(again, base)
	}
	slices.Sort(found)
	return found[draws/20], found[draws-1-draws/20]
}

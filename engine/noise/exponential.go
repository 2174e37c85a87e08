package noise

import "math/bits"

// Exp is an exponential variate of mean one in Q32. It is at least 1; free
// noise is at most 64·ln 2 = 44.4 in Q32, and the conditioned noise of an option
// that lost at most twice that.
type Exp uint64

// ExpFrom turns 64 uniform bits into a unit exponential, −ln(u/2⁶⁴): the leading
// zeros of u count multiples of ln 2, and a table with linear interpolation gives
// the logarithm of the rest. It falls as u grows. The error is below 1.3·10⁻⁷
// everywhere, and below 2.5·10⁻⁴ of the value and two units, so that the shortest
// times are right too.
func ExpFrom(u uint64) Exp {
	u |= 1
	zeros := bits.LeadingZeros64(u)
	mantissa := u << (zeros + 1) // without its leading one
	cell := mantissa >> 54
	rest := mantissa << 10 >> 32
	left, right := uint64(lnTable[cell]), uint64(lnTable[cell+1])
	// rest is below 2³², so what is taken off is below left−right: the sum is
	// at least 1, in the last cell too, where right is 0.
	return Exp(uint64(zeros)*uint64(lnTable[0]) + left - (left-right)*rest>>32)
}

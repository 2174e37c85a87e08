// Package phenomena stages what the theory must show: that the same concession
// costs more in public than in secret, that a patron's collapse opens talks, and
// the others that the literature names. Each is one thing changed in the same
// worlds under the same noise. Which era has a phenomenon's premise, and who takes
// which part, stands in a file beside the eras, [File].
//
// The tests hold each against a least size fixed beforehand and see it gone when
// its mechanism is switched off; [Stage.Claims] measures all of them, so that who
// changes the theory can see whether each keeps its sign.
package phenomena

package replay

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"backchannel/engine"
	"backchannel/engine/play"
)

// MaxForecastText is the longest forecast in words, in bytes.
const MaxForecastText = 200

var thingWords = [...]string{play.ThingOffer: "offer", play.ThingQuestion: "question", play.ThingEvent: "event"}

// said is a forecast as the file has it: "offer #12 60", "event riot 20".
type said struct {
	kind    play.ThingKind
	name    string // of an event
	serial  int32  // of a message
	percent int64
}

// parseForecast reads a forecast, in the one form in which it is written.
func parseForecast(line string) (said, error) {
	if len(line) > MaxForecastText {
		return said{}, fmt.Errorf("%d bytes, more than the %d that a forecast may have", len(line), MaxForecastText)
	}
	parts := strings.Split(line, " ")
	if len(parts) != 3 {
		return said{}, fmt.Errorf("a forecast is a kind, a thing and per cent, as in %q", "offer #12 60")
	}
	kind := slices.Index(thingWords[:], parts[0])
	if kind < 0 {
		return said{}, fmt.Errorf("%q is neither offer, question nor event", parts[0])
	}
	out := said{kind: play.ThingKind(kind)}
	n, ok := whole(parts[2])
	if !ok || n > 100 {
		return said{}, fmt.Errorf("%q is no whole number from 0 to 100", parts[2])
	}
	out.percent = n
	if out.kind == play.ThingEvent {
		if out.name = parts[1]; out.name == "" {
			return said{}, fmt.Errorf("it names no event")
		}
		return out, nil
	}
	digits, marked := strings.CutPrefix(parts[1], "#")
	if n, ok = whole(digits); !marked || !ok || n == 0 {
		return said{}, fmt.Errorf("%q is no number of a message, as #12 is", parts[1])
	}
	out.serial = int32(n)
	return out, nil
}

// whole is a number in digits alone, without zeros in front.
func whole(s string) (int64, bool) {
	n, err := strconv.ParseInt(s, 10, 32)
	return n, err == nil && n >= 0 && strconv.FormatInt(n, 10) == s
}

// formatForecast writes a forecast.
func formatForecast(m *engine.Model, t play.Thing, percent int64) string {
	name := "#" + strconv.Itoa(int(t.Index))
	if t.Kind == play.ThingEvent {
		name = m.Events[t.Index].ID
	}
	return thingWords[t.Kind] + " " + name + " " + strconv.FormatInt(percent, 10)
}

// foretold adds a forecast to a turn. The list of reasons begins with the first
// that was given, and from there on is as long as that of forecasts.
func (t *Turn) foretold(line, reason string) {
	if reason != "" || t.Reasons != nil {
		t.Reasons = append(t.Reasons, make([]string, len(t.Forecasts)-len(t.Reasons))...)
		t.Reasons = append(t.Reasons, reason)
	}
	t.Forecasts = append(t.Forecasts, line)
}

var unfit = [...]string{play.TooLong: "more letters than a reason may have", play.NotOneLine: "a character that no line of text has",
	play.BlankAtEdge: "a blank at its beginning or end"}

// checkForecasts says what is no forecast or no reason for one, or nil.
func checkForecasts(t *Turn) error {
	for _, line := range t.Forecasts {
		if _, err := parseForecast(line); err != nil {
			return fmt.Errorf("forecast %q: %w", line, err)
		}
	}
	if t.Reasons == nil {
		return nil
	}
	if len(t.Reasons) != len(t.Forecasts) {
		return fmt.Errorf("%d reasons for %d forecasts: there is one for each, empty where none was given", len(t.Reasons), len(t.Forecasts))
	}
	for _, s := range t.Reasons {
		if bad := play.FitReason(s); bad != play.Fit {
			return fmt.Errorf("reason %q: %s", s, unfit[bad])
		}
	}
	return nil
}

// foretell says a turn's forecasts at the desk; it says which cannot be said.
func foretell(m *engine.Model, g *play.Game, turn *Turn) string {
	seen := map[play.Thing]bool{}
	for k, line := range turn.Forecasts {
		s, err := parseForecast(line)
		if err != nil {
			return fmt.Sprintf("forecast %q: %v", line, err)
		}
		t := play.Thing{Kind: s.kind, Index: s.serial}
		if s.kind == play.ThingEvent {
			t.Index = int32(slices.IndexFunc(m.Events, func(e engine.Event) bool { return e.ID == s.name }))
		}
		if seen[t] {
			return fmt.Sprintf("forecast %q: the second of the same thing", line)
		}
		seen[t] = true
		if !g.Foretell(t, s.percent) {
			return fmt.Sprintf("forecast %q: nothing of the kind can be foretold here", line)
		}
		if k < len(turn.Reasons) && !g.Because(t, turn.Reasons[k]) {
			return fmt.Sprintf("forecast %q: its reason cannot be kept", line)
		}
	}
	return ""
}

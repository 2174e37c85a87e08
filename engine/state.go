package engine

// Sizes of what a State holds of passing things.
const (
	MaxItems    = 16 // messages under way or waiting
	MaxPromises = 12
)

// ChannelStatus says whether a channel can be used.
type ChannelStatus int8

// The states of a channel.
const (
	Closed ChannelStatus = iota
	Opened
	Burned
)

// ChannelState is what changes of a channel.
type ChannelState struct {
	Status    ChannelStatus
	Warmth    int8
	Exchanges int16
	LastUse   Day
	Until     Day // burned until
}

// OrderState is what changes of a standing order.
type OrderState struct {
	Running bool
	Ends    Day     // a recall that the agency carries out late takes effect on this day; 0 none
	Known   [2]bool // to that side
	Since   Day
}

// EventState is what changes of an event.
type EventState struct {
	Clock  uint64 // Q32, never restarts
	Passed int32  // points of its process passed
	Struck int16
	Last   Day // -1 before it struck
	Until  Day // its clock stands until then
	Rate   int64
}

// FlowState is what changes of a flow.
type FlowState struct {
	Rate Milli // a day, now
	Rest Milli // of a whole person, left over
	Gone Milli // who have gone since the era's opening, of those who were willing
}

// SeriesState is the last days of a counter.
type SeriesState struct {
	Gains   [SeriesDays]int32 // in whole units, by day modulo SeriesDays
	Past    Milli             // the counter at the last day's close
	Peak    int32             // the most in a day since the opening
	PeakDay Day
}

// ItemStatus is where a message is.
type ItemStatus int8

// The states of a message.
const (
	NoItem  ItemStatus = iota
	Going              // under way
	Waiting            // for an answer
)

// Item is an offer or a question between the sides.
type Item struct {
	Serial   int32
	Status   ItemStatus
	Kind     Kind // Offer or Probe
	From     Side
	Channel  int8 // -1 openly
	Issue    int8 // of a question
	Sent     Day
	Arrives  Day
	Lapses   Day
	Package  Package // as sent
	Heard    Package // as it arrived
	Changed  bool    // on the way
	Counters bool    // a counter-offer
	Leaked   bool
}

// Pledge is a promise that has not yet been kept: a commitment.
type Pledge struct {
	Serial   int32 // 0: free
	Debtor   Side
	Issue    int8
	Rung     int8
	From     int8 // rung on the day of signature
	Signed   Day
	Due      Day
	Delays   int8
	Answered bool // something was given for it
	Public   bool
}

// BeliefState is a belief as it changes; Care in thousandths of a step.
type BeliefState struct {
	Care       int16
	Best       int8 // rung that the other is known to like best, −1 while it is only taken to be at its own end
	Furthest   int8
	Confidence int8
}

// Rebuff is the last demand on an issue that was refused; Day 0: none.
type Rebuff struct {
	Day  Day
	Rung int8
}

// Agreed is where an agreement put an issue, and who moved it; Day 0: none.
type Agreed struct {
	Day  Day
	By   Side
	Rung int8
}

// State is everything that can change in a world: one flat value, copied
// with an assignment.
type State struct {
	Opening, Day, Next Day   // the turn runs from Day to the day before Next
	Today              Day   // the day that is running; at the desk the same as Day
	Crises             uint8 // a bit each, while it is on
	Fast               bool  // turns have the crisis's pace until the slower grid's next line
	Turn               int16
	Over               bool
	Serial             int32
	First              Side // has the initiative this turn
	Q, Hi, Lo          [MaxQuantities]Milli
	Rungs              [MaxIssues]int8
	HiRung, LoRung     [MaxIssues]int8
	OpenRung           [MaxIssues]int8
	Bargained          [MaxIssues]int8
	Agreed             [MaxIssues]Agreed // the last agreement on each issue
	Withheld, Replaced [MaxIssues]Milli  // hardship that Washington's pressure on a ladder has caused and nobody made good, and what the patron made good
	Laws               uint16            // ladders that a law has put into Congress's hands, a bit each
	Channels           [MaxChannels]ChannelState
	Orders             [MaxOrders]OrderState
	Done               [MaxMoves]int16
	LastDone           [MaxMoves]Day
	Opened             [MaxMoves]Day // the first day of the turn in which a move's window was found open after it had been shut; 0: shut, long open or never shut
	Open               [MaxMoves]bool
	Events             [MaxEvents]EventState
	Flows              [MaxFlows]FlowState
	Series             [MaxSeries]SeriesState
	Leader, Type       [2]int8
	Took               [2]Day                    // the day on which the leader took over; 0: he had long been there
	Beliefs            [2][MaxIssues]BeliefState // of side about the other
	RungBelief         [2][MaxIssues]int8        // of a hidden ladder
	Items              [MaxItems]Item
	Pledges            [MaxPromises]Pledge
	Kept, Denied       [2]int16
	Accepted, Refused  [2]int16
	Asked              [2]int16
	Rebuffs            [2][MaxIssues]Rebuff // of side's demands by the other
	OwedSince          [2]Day
	Crossed            [2]uint16       // red lines crossed, a bit a constituency
	Failed             [2]uint16       // conditions to be kept that have failed, a bit a part
	kind               [MaxEvents]int8 // hazard kind of each event, so that a State can be asked alone
}

// Value gives what an expression reads; see the Ref constants.
func (s *State) Value(r Ref) int64 {
	i := int(r & 0xffff)
	switch r >> refShift { // dense, for a table of jumps
	case RefQuantity >> refShift:
		return floorPoint(s.Q[i])
	case RefRung >> refShift:
		return int64(s.Rungs[i])
	case RefHighestQ >> refShift:
		return floorPoint(s.Hi[i])
	case RefLowestQ >> refShift:
		return floorPoint(s.Lo[i])
	case RefHighestRung >> refShift:
		return int64(s.HiRung[i])
	case RefLowestRung >> refShift:
		return int64(s.LoRung[i])
	case RefBargained >> refShift:
		return int64(s.Bargained[i])
	case RefOpen >> refShift:
		return truth(s.Channels[i].Status == Opened)
	case RefBurned >> refShift:
		return truth(s.Channels[i].Status == Burned)
	case RefWarmth >> refShift:
		return int64(s.Channels[i].Warmth)
	case RefOrdered >> refShift:
		return truth(s.Orders[i].Running)
	case RefDone >> refShift:
		return int64(s.Done[i])
	case RefSince >> refShift:
		if s.Done[i] == 0 {
			return 9999
		}
		return int64(s.Today - s.LastDone[i])
	case RefStruck >> refShift:
		return int64(s.Events[i].Struck)
	case RefQuiet >> refShift:
		return int64(s.quiet(i))
	case RefLeader >> refShift:
		return truth(int(s.Leader[i>>4]) == i&15)
	default:
		return s.count(r, i)
	}
}

// count is the rest of Value: what is counted over several things.
func (s *State) count(r Ref, i int) int64 {
	switch r >> refShift {
	case RefStruckKind >> refShift, RefQuietKind >> refShift:
		return s.byKind(r&^0xffff, i)
	case RefKept >> refShift:
		return int64(s.Kept[i])
	case RefDenied >> refShift:
		return int64(s.Denied[i])
	case RefAccepted >> refShift:
		return int64(s.Accepted[i])
	case RefRefused >> refShift:
		return int64(s.Refused[i])
	case RefAsked >> refShift:
		return int64(s.Asked[i])
	case RefWaiting >> refShift:
		n := int64(0)
		for k := range s.Items {
			if s.Items[k].Status == Waiting && s.Items[k].From.Other() == Side(i) {
				n++
			}
		}
		return n
	case RefElapsed >> refShift:
		return int64(s.Today - s.Opening)
	case RefAgreed >> refShift:
		if s.Agreed[i].Day == 0 {
			return -1
		}
		return int64(s.Agreed[i].Rung)
	case RefFlowing >> refShift:
		return s.Flows[i].Rate / Point
	case RefCrisis >> refShift:
		return truth(s.Crises&(1<<i) != 0)
	}
	return s.serial(r, i)
}

// byKind counts or times the events of one hazard kind.
func (s *State) byKind(kind Ref, mask int) int64 {
	n, quiet := int64(0), int64(s.Today-s.Opening)
	for k := range s.Events {
		if s.kind[k] != int8(mask) {
			continue
		}
		n += int64(s.Events[k].Struck)
		quiet = min(quiet, int64(s.quiet(k)))
	}
	if kind == RefStruckKind {
		return n
	}
	return quiet
}

func (s *State) quiet(event int) Day {
	if s.Events[event].Last < 0 {
		return s.Today - s.Opening
	}
	return s.Today - s.Events[event].Last
}

func truth(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// floorPoint is whole points, rounded down.
func floorPoint(m Milli) int64 {
	if m < 0 {
		return -((-m + Point - 1) / Point)
	}
	return m / Point
}

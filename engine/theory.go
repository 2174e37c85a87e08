package engine

// Theory is the rules' parameters, the same for every era. Amounts of meters
// are in thousandths of a point unless a name says otherwise; shares are in
// thousandths. The toml tags are the keys of scenarios/theory.toml.
type Theory struct {
	Version string `toml:"version"`

	Worth    TheoryWorth    `toml:"worth"`
	Capital  TheoryCapital  `toml:"capital"`
	Choice   TheoryChoice   `toml:"choice"`
	Home     TheoryHome     `toml:"home"`
	Trust    TheoryTrust    `toml:"trust"`
	Pressure TheoryPressure `toml:"pressure"`
	Messages TheoryMessages `toml:"messages"`
	Belief   TheoryBelief   `toml:"belief"`
	Promises TheoryPromises `toml:"promises"`
	Means    TheoryMeans    `toml:"means"`
	Pace     TheoryPace     `toml:"pace"`
	Surge    TheorySurge    `toml:"surge"`
	Hazards  []Hazard       `toml:"hazard"`
	Drifts   []Drift        `toml:"drift"`
	Rests    []Rest         `toml:"rest"`
	Flows    []FlowKind     `toml:"flow"`
	Rules    []RuleKind     `toml:"rule"`
}

// TheoryWorth says what a step is worth.
type TheoryWorth struct {
	Meter    [5]int64 `toml:"meter"`     // an effect of 0–4 steps on a meter, thousandths of a point
	Monthly  [5]int64 `toml:"monthly"`   // a standing order's monthly effect of 0–4 steps, thousandths of a point
	Care     [5]int64 `toml:"care"`      // a care of 0–4, thousandths
	Rung     int64    `toml:"rung"`      // one step of a rung's value at care 4, thousandths of a point of score
	Beyond   int64    `toml:"beyond"`    // each rung past the furthest that a type will go
	RedLine  int64    `toml:"red_line"`  // what breaks a secret red line
	HeldLine int64    `toml:"held_line"` // crossing a constituency's red line, in worth
}

// TheoryCapital is what a side may spend.
type TheoryCapital struct {
	Start  int64    `toml:"start"`  // units
	Month  int64    `toml:"month"`  // units each 30 days
	Crisis int64    `toml:"crisis"` // units more each 30 days while a crisis is on
	Cap    int64    `toml:"cap"`    // units
	Unit   int64    `toml:"unit"`   // what the policy takes one unit to be worth, thousandths of a point of score
	Prices PriceMap `toml:"prices"` // of the kinds that no scenario authors, units
}

// PriceMap is the price of generated moves.
type PriceMap struct {
	Probe int64 `toml:"probe"`
	Offer int64 `toml:"offer"`
	Term  int64 `toml:"term"` // each term beyond the second
}

// TheoryChoice is how choices are made.
type TheoryChoice struct {
	Tau      int64      `toml:"tau"`       // of every race, thousandths of a point of score
	Hold     int64      `toml:"hold"`      // the weight of hold in a turn of 30 days, as a score
	Restless int64      `toml:"restless"`  // what a step of impatience takes from hold
	Silence  int64      `toml:"silence"`   // the score of letting a message lie
	Face     int64      `toml:"face"`      // what the refusal of an offer is taken to cost in face
	Loud     int64      `toml:"loud"`      // how much dearer a refusal in the open is, thousandths
	Again    int64      `toml:"again"`     // what each move already made in the stage takes from the next
	Fresh    int64      `toml:"fresh"`     // what a move gains whose window has just opened; it fades with time
	FreshFor int64      `toml:"fresh_for"` // days until nothing is left of it
	Window   int64      `toml:"window"`    // days that an offer stays open unless it says otherwise
	Due      int64      `toml:"due"`       // days to the due day unless it says otherwise
	Stake    int64      `toml:"stake"`     // a score of that size is felt as half of it; greater ones ever less, thousandths of a point of score
	Early    int64      `toml:"early"`     // share of what reaching a goal is worth that counts at the opening; all of it on the last day, thousandths
	Kinds    KindScores `toml:"kinds"`     // what each kind of act takes, or brings by being routine, thousandths of a point of score
}

// KindScores is a score for each kind of move that opens a turn's business.
type KindScores struct {
	Probe      int64 `toml:"probe"`
	Offer      int64 `toml:"offer"`
	Gesture    int64 `toml:"gesture"`
	Pressure   int64 `toml:"pressure"`
	Order      int64 `toml:"order"`
	Speech     int64 `toml:"speech"`
	Disclosure int64 `toml:"disclosure"`
	Cover      int64 `toml:"cover"`
	Open       int64 `toml:"open"`
	Close      int64 `toml:"close"`
	ThirdParty int64 `toml:"third_party"`
	Work       int64 `toml:"work"`
}

// Of is the score of a kind, 0 for those that open nothing.
func (s *KindScores) Of(k Kind) int64 {
	switch k {
	case Probe:
		return s.Probe
	case Offer:
		return s.Offer
	case Gesture:
		return s.Gesture
	case Pressure:
		return s.Pressure
	case Order:
		return s.Order
	case Speech:
		return s.Speech
	case Disclosure:
		return s.Disclosure
	case Cover:
		return s.Cover
	case Open:
		return s.Open
	case Close:
		return s.Close
	case ThirdParty:
		return s.ThirdParty
	case Work:
		return s.Work
	}
	return 0
}

// TheoryHome is audience cost and the home front.
type TheoryHome struct {
	Audience     int64 `toml:"audience"`      // standing lost for a public concession of one rung at influence 4 and minding 4, thousandths of a point
	Secret       int64 `toml:"secret"`        // share of it felt at once when secret, thousandths
	Debt         int64 `toml:"debt"`          // share of it kept as debt when secret
	Surcharge    int64 `toml:"surcharge"`     // share of the debt paid when it comes out (over 1000: more than in public)
	Surprise     int64 `toml:"surprise"`      // what an unprepared public adds, thousandths
	Election     int64 `toml:"election"`      // added close to an election, thousandths at election day
	ElectionSpan int64 `toml:"election_span"` // days over which that grows
	SecondTerm   int64 `toml:"second_term"`   // share left for a second-term leader
	Unanswered   int64 `toml:"unanswered"`    // added where the other gave nothing
	Leader       int64 `toml:"leader"`        // each step of a leader's audience, thousandths
	Anger        int64 `toml:"anger"`         // share of the cost that moves the constituency's own quantity
	Aloud        int64 `toml:"aloud"`         // share of a public concession's cost that is paid for offering it in the open, thousandths
	Victory      int64 `toml:"victory"`       // standing for each rung that the other gave, when it is known
	Rebuff       int64 `toml:"rebuff"`        // weight of the hard men of a side whose offer is refused, thousandths of a point
	Progress     int64 `toml:"progress"`      // visible progress that an agreement in public adds, thousandths of a point
	Glimpse      int64 `toml:"glimpse"`       // share of it that is seen of a secret one: agencies have ears
	Collapse     int64 `toml:"collapse"`      // standing, in points, below which nothing can be conceded
	Ratify       int64 `toml:"ratify"`        // score for ratification at Congress's room 50; each point of room adds ratify_room
	RatifyRoom   int64 `toml:"ratify_room"`
	Law          int64 `toml:"law"`           // 1: what a law holds is out of the President's hands; 0: it binds nobody
	RatifySecret int64 `toml:"ratify_secret"` // taken for what comes as a surprise
}

// TheoryTrust is how trust grows and falls.
type TheoryTrust struct {
	Gesture  int64 `toml:"gesture"`  // for a gesture worth one value step at care 4, thousandths of a point
	Floor    int64 `toml:"floor"`    // share of good news believed at trust 0, thousandths; all of it at trust 100
	Costly   int64 `toml:"costly"`   // added for a cost borne at home, thousandths for each point
	Matched  int64 `toml:"matched"`  // added when it answers the other's gesture
	Owed     int64 `toml:"owed"`     // how much of a gesture's worth waits for an answer
	Slight   int64 `toml:"slight"`   // standing lost for each point owed that lapses unanswered
	Pressure int64 `toml:"pressure"` // lost for a pressure worth one value step
	Kept     int64 `toml:"kept"`     // promise kept
	Delayed  int64 `toml:"delayed"`  // promise delayed
	Denied   int64 `toml:"denied"`   // promise denied or broken
	Accepted int64 `toml:"accepted"` // offer accepted
	Silence  int64 `toml:"silence"`  // lost when a message lapses unanswered
	Frank    int64 `toml:"frank"`    // a frank answer to a question
	Fee      int64 `toml:"fee"`      // lost for each entry fee
	Leaked   int64 `toml:"leaked"`   // lost with each side when the line comes out
}

// TheoryPressure is what pressing the other does.
type TheoryPressure struct {
	Tension int64 `toml:"tension"` // for one value step at care 4
	Fresh   int64 `toml:"fresh"`   // fresh public pressure
	Patron  int64 `toml:"patron"`  // the patron's support, when Washington presses; in full from a support of 50
	Replace int64 `toml:"replace"` // share of what is withheld that a patron at full support makes good each 30 days, thousandths
	Hawks   int64 `toml:"hawks"`   // the hard men of the side that is pressed
	Pleased int64 `toml:"pleased"` // standing with one's own hard men
	Relief  int64 `toml:"relief"`  // tension taken by a gesture worth one value step
}

// TheoryMessages is what happens to messages on the way.
type TheoryMessages struct {
	Late     [5]int64 `toml:"late"`      // odds in thousandths that a message is late, by fidelity 0–4
	LateDays int64    `toml:"late_days"` // days
	Distort  [5]int64 `toml:"distort"`   // odds in thousandths that it arrives changed, by fidelity 0–4
	Leak     [5]int64 `toml:"leak"`      // odds in thousandths that a message leaks, by leaks 0–4
	Hawks    int64    `toml:"hawks"`     // added to the odds for each ten points of hawks over 50, thousandths
	BurnDays int64    `toml:"burn_days"` // days that a burned channel stays shut
	Burn     int64    `toml:"burn"`      // odds in thousandths that a leak burns the channel
	Warm     int64    `toml:"warm"`      // exchanges for a step of warmth
	Carriage int64    `toml:"carriage"`  // worth of a step of the receiver's trust in the channel, to the odds of acceptance
	LeakCost int64    `toml:"leak_cost"` // what a leak is taken to be worth beyond the debt, as a score
	Cool     int64    `toml:"cool"`      // days without use that cost a step of warmth
}

// TheoryBelief is how beliefs change.
type TheoryBelief struct {
	Step       int64 `toml:"step"`       // weight of new evidence against each step of confidence, thousandths
	OddsTau    int64 `toml:"odds_tau"`   // spread of believed odds, thousandths of a point of worth
	Doubt      int64 `toml:"doubt"`      // added to it for each step of confidence missing
	Info       int64 `toml:"info"`       // what a question is worth for each step of confidence missing
	Distrust   int64 `toml:"distrust"`   // share of a mere promise believed at trust 0, thousandths
	Refuse     int64 `toml:"refuse"`     // the score of a plain refusal
	Counter    int64 `toml:"counter"`    // what haggling costs
	Fee        int64 `toml:"fee"`        // pride: an entry fee's cost at pride 2, as worth
	Pressed    int64 `toml:"pressed"`    // pride: a demand under fresh public pressure, for each 10 points
	Reserve    int64 `toml:"reserve"`    // worth below which nothing is accepted, at no hurt
	Hurt       int64 `toml:"hurt"`       // taken from the reserve for each 10 points of hurt over 40, given a way out
	WayOut     int64 `toml:"way_out"`    // share of it that counts where nobody carries the offer, thousandths
	Mistrust   int64 `toml:"mistrust"`   // added to the reserve for each 10 points of trust under 50, grand issues only
	Leap       int64 `toml:"leap"`       // the first rung that a term skips, at trust 0, as worth; the second twice that, nothing at trust 100
	Rebuff     int64 `toml:"rebuff"`     // a demand refused today, if it is made again, as worth; nothing after eight weeks
	Hope       int64 `toml:"hope"`       // each step of an adviser's trust, as worth added to what the other side is believed to gain
	Unofficial int64 `toml:"unofficial"` // a grand term carried by somebody without authority, as worth
	Link       int64 `toml:"link"`       // a demand on a third country's issue, as worth
	New        int64 `toml:"new"`        // added to the reserve on the day on which a leader takes over, as worth
	NewDays    int64 `toml:"new_days"`   // days over which that falls to nothing
	Patience   int64 `toml:"patience"`   // each step of patience adds to the reserve
	Frank      int64 `toml:"frank"`      // score of answering a question frankly at trust 50
	FrankStep  int64 `toml:"frank_step"` // for each 10 points of trust
}

// TheoryPromises is whether promises are kept.
type TheoryPromises struct {
	Honour     int64    `toml:"honour"`    // score for keeping one's word
	Delay      int64    `toml:"delay"`     // score of asking for time
	Deny       int64    `toml:"deny"`      // score of denying
	Days       int64    `toml:"days"`      // days that a delay gains
	Ally       int64    `toml:"ally"`      // odds in thousandths that a third party goes along, at the patron's support 50
	AllyStep   int64    `toml:"ally_step"` // for each 10 points of support above or below
	Behind     int64    `toml:"behind"`    // taken from the odds where it was settled in secret, behind the third party's back, and no ground was prepared
	Agency     [5]int64 `toml:"agency"`    // odds in thousandths that a recall is late, by autonomy 0–4
	AgencyDays int64    `toml:"agency_days"`
}

// TheoryMeans is what meters are worth to each side as means, in thousandths
// of a point of score for each point; index 0 Washington, 1 Havana.
type TheoryMeans struct {
	Trust    [2]int64 `toml:"trust"` // the other's trust of oneself
	Standing [2]int64 `toml:"standing"`
	Hawks    [2]int64 `toml:"hawks"`
	Tension  [2]int64 `toml:"tension"`
	Congress [2]int64 `toml:"congress"`
	Patron   [2]int64 `toml:"patron"`
	Hardship [2]int64 `toml:"hardship"`
	Exit     [2]int64 `toml:"exit"`
	Rival    [2]int64 `toml:"rival"` // the other's standing
	Prepared [2]int64 `toml:"prepared"`
	Cover    [2]int64 `toml:"cover"`   // cover given to the other
	Warmth   [2]int64 `toml:"warmth"`  // a step of a channel's warmth
	Channel  [2]int64 `toml:"channel"` // an open channel
	Stories  [2]int64 `toml:"stories"` // a story that names the line
	Hidden   [2]int64 `toml:"hidden"`  // an order of the other's made known
	Surge    [2]int64 `toml:"surge"`   // how hard arrivals press on Washington
	Own      int64    `toml:"own"`     // a point of a quantity that a scenario added, for a side whose goal reads it: the goal says
}

// TheoryPace says which situation has which pace.
type TheoryPace struct {
	Crisis string `toml:"crisis"` // while a crisis is on, the word of a pace

	InCrisis Pace `toml:"-"`
}

// TheorySurge is how people arriving press on Washington.
type TheorySurge struct {
	Flood   int64    `toml:"flood"`   // a day that make a surge of 100
	Follow  int64    `toml:"follow"`  // share of the way that the surge covers in a day, thousandths
	Burden  [5]int64 `toml:"burden"`  // standing lost for a thousand arrivals, by a destination's burden 0–4, thousandths of a point
	Horizon int64    `toml:"horizon"` // days ahead that a side looks when it weighs a flow
	Doubt   int64    `toml:"doubt"`   // share of what it foresees that it believes, thousandths
}

// FlowKind is a kind of flow.
type FlowKind struct {
	Name   string   `toml:"name"`
	Gates  [5]int64 `toml:"gates"`  // how many a day of a million willing go at full pressure, by the gate 0–4
	Pulls  [5]int64 `toml:"pulls"`  // share of them, by the pull 0–4, thousandths
	Exit   bool     `toml:"exit"`   // follows exit pressure: half of it at 50
	Seed   int64    `toml:"seed"`   // share of the target at which it begins to spread, thousandths
	Spread int64    `toml:"spread"` // growth in a day while few have gone: who arrived is what brings the next, thousandths
	Stop   int64    `toml:"stop"`   // share of what is too much that ends in a day, thousandths
	Storm  int64    `toml:"storm"`  // share that sets out while it is halted, thousandths
	Relief int64    `toml:"relief"` // share of exit pressure that goes with all of the willing, thousandths
	Press  bool     `toml:"press"`  // counts in the surge
	Tolls  [5]int64 `toml:"tolls"`  // lost of ten thousand, by the toll 0–4
}

// The forms of a RuleKind.
const (
	FormSettle = iota // goes back to its opening
	FormMeter         // moves with a meter above the middle
	FormGain          // moves with what a counter gains
	FormEmpty         // loses a share of itself
)

// RuleKind is a kind of rule for quantities that a scenario adds.
type RuleKind struct {
	Name  string   `toml:"name"`
	Form  string   `toml:"form"`  // settle, meter, gain or empty
	Each  int64    `toml:"each"`  // settle, empty: share each 30 days; meter: for every 10 points above the middle each 30 days; gain: for each thousand; thousandths
	Above int64    `toml:"above"` // meter: the middle, points
	Steps [5]int64 `toml:"steps"` // share of Each by the rule's step 0–4, thousandths

	Shape int8 `toml:"-"`
}

// Hazard is a kind of stochastic event with its coefficients.
type Hazard struct {
	Name   string   `toml:"name"`
	Rates  [5]int64 `toml:"rates"` // by step 0–4: occurrences each 30 days, thousandths
	Coeffs []Coeff  `toml:"coeff"`
}

// Coeff raises or lowers a rate or a drift with a quantity.
type Coeff struct {
	Of     string `toml:"of"`     // quantity
	Each   int64  `toml:"each"`   // share of the base rate for each 10 points away from Around, thousandths
	Around int64  `toml:"around"` // points
	Index  int16  `toml:"-"`
}

// Drift is a coupling between quantities over time: Of changes by Each for
// every 10 points of From above Above, each 30 days.
type Drift struct {
	Of                 string `toml:"of"`
	From               string `toml:"from"`
	Above              int64  `toml:"above"` // points
	Each               int64  `toml:"each"`  // thousandths of a point
	Both               bool   `toml:"both"`  // also downwards when From is below Above
	OfIndex, FromIndex int16  `toml:"-"`
}

// Rest draws a quantity back to a level: of the distance, Share thousandths
// each 30 days. Level "start" is the value at the opening.
type Rest struct {
	Of      string `toml:"of"`
	Level   int64  `toml:"level"`   // points
	Opening bool   `toml:"opening"` // rather to its value at the opening
	Share   int64  `toml:"share"`   // thousandths each 30 days
	Index   int16  `toml:"-"`
}

package scenario

// The schema is the format of scenarios/README.md as Go types. Every value
// keeps its place, so that checks can point at it. A field tagged need:"" must
// be there.

type scenarioFile struct {
	At           place
	ID           word              `toml:"id" need:""`
	Title        word              `toml:"title" need:""`
	Version      word              `toml:"version" need:""`
	Elections    []date            `toml:"elections"`
	Silence      bothTexts         `toml:"silence" need:""`
	Headline     headlineTable     `toml:"headline" need:""`
	YesNo        []yesNoTable      `toml:"yesno"`
	Cuts         []cutTable        `toml:"cut" need:""`
	Sources      []sourceTable     `toml:"source"`
	Starts       []startTable      `toml:"start" need:""`
	Quantities   []quantityTable   `toml:"quantity"`
	Side         sidesTable        `toml:"side" need:""`
	Issues       []issueTable      `toml:"issue" need:""`
	Channels     []channelTable    `toml:"channel"`
	Moves        []moveTable       `toml:"move"`
	Orders       []orderTable      `toml:"order"`
	Flows        []flowTable       `toml:"flow"`
	Rules        []ruleTable       `toml:"rule"`
	Crises       []crisisTable     `toml:"crisis"`
	Events       []eventTable      `toml:"event"`
	Endings      []endingTable     `toml:"ending"`
	Record       recordTable       `toml:"record"`
	Checkpoints  []checkpointTable `toml:"checkpoint"`
	Expectations []expectTable     `toml:"expectation"`
	LeftOut      []leftOutTable    `toml:"left_out"`

	Other []headlineTable // of the other cuts
}

type sideTexts struct {
	At         place
	Washington word `toml:"washington"`
	Havana     word `toml:"havana"`
}

type bothTexts struct {
	At         place
	Washington word `toml:"washington" need:""`
	Havana     word `toml:"havana" need:""`
}

type sideNumbers struct {
	At         place
	Washington whole `toml:"washington" need:""`
	Havana     whole `toml:"havana" need:""`
}

type headlineTable struct {
	At         place
	Question   word           `toml:"question" need:""`
	Outcomes   []outcomeTable `toml:"outcomes" need:""`
	Historical word           `toml:"historical" need:""`
}

type outcomeTable struct {
	At    place
	ID    word `toml:"id" need:""`
	Title word `toml:"title" need:""`
	When  word `toml:"when" need:""`
}

type yesNoTable struct {
	At         place
	ID         word   `toml:"id" need:""`
	Title      word   `toml:"title" need:""`
	When       word   `toml:"when" need:""`
	Historical flag   `toml:"historical" need:""`
	Cuts       []word `toml:"cuts"`
}

type cutTable struct {
	At       place
	ID       word            `toml:"id" need:""`
	Title    word            `toml:"title" need:""`
	Blurb    word            `toml:"blurb" need:""`
	First    date            `toml:"first" need:""`
	Last     date            `toml:"last" need:""`
	Pace     word            `toml:"pace" need:""`
	Fixed    flag            `toml:"fixed"`
	Default  flag            `toml:"default"`
	Briefing sideTexts       `toml:"briefing"`
	Start    []cutStartTable `toml:"start"`
	Headline *headlineTable  `toml:"headline"`
}

type cutStartTable struct {
	At     place
	Set    pairs `toml:"set" need:""`
	Source word  `toml:"source"`
	Note   word  `toml:"note"`
}

type sourceTable struct {
	At      place
	ID      word `toml:"id" need:""`
	Author  word `toml:"author" need:""`
	Title   word `toml:"title" need:""`
	Where   word `toml:"where" need:""`
	Date    word `toml:"date" need:""`
	Address word `toml:"address"`
}

type stepWordTable struct {
	At   place
	From whole `toml:"from" need:""`
	Text word  `toml:"text" need:""`
}

type startTable struct {
	At       place
	Quantity word            `toml:"quantity" need:""`
	Value    whole           `toml:"value" need:""`
	Words    []stepWordTable `toml:"words"`
	Source   word            `toml:"source"`
	Note     word            `toml:"note"`
}

type quantityTable struct {
	At      place
	ID      word            `toml:"id" need:""`
	Title   word            `toml:"title" need:""`
	Unit    word            `toml:"unit"`
	Counter flag            `toml:"counter"`
	Start   whole           `toml:"start" need:""`
	SeenBy  []word          `toml:"seen_by"`
	Words   []stepWordTable `toml:"words"`
	Source  word            `toml:"source"`
	Note    word            `toml:"note"`
}

type issueTable struct {
	At         place
	ID         word            `toml:"id" need:""`
	Title      word            `toml:"title" need:""`
	Rungs      []word          `toml:"rungs" need:""`
	Start      word            `toml:"start" need:""`
	MovedBy    []word          `toml:"moved_by" need:""`
	Days       whole           `toml:"days"`
	HiddenFrom []word          `toml:"hidden_from"`
	Reads      word            `toml:"reads"`
	Levels     []whole         `toml:"at"`
	Needs      keyed[[]word]   `toml:"needs"`
	ThirdLand  flag            `toml:"third_land"`
	Grand      flag            `toml:"grand"`
	Visible    flag            `toml:"visible"`
	Law        word            `toml:"law"`
	Washington stanceTable     `toml:"washington" need:""`
	Havana     stanceTable     `toml:"havana" need:""`
	CareWhen   []careWhenTable `toml:"care_when"`
	Source     word            `toml:"source"`
	Note       word            `toml:"note"`
}

type stanceTable struct {
	At     place
	Cares  whole   `toml:"cares" need:""`
	Values []whole `toml:"values" need:""`
	Deeds  []word  `toml:"deeds"` // of a side that can move the issue: what it does to bring each rung about
	Source word    `toml:"source"`
	Note   word    `toml:"note"`
}

type careWhenTable struct {
	At     place
	Side   word  `toml:"side" need:""`
	Add    whole `toml:"add" need:""`
	When   word  `toml:"when" need:""`
	Source word  `toml:"source"`
	Note   word  `toml:"note"`
}

type channelTable struct {
	At            place
	ID            word        `toml:"id" need:""`
	Title         word        `toml:"title" need:""`
	Name          word        `toml:"name" need:""`
	Trusted       sideNumbers `toml:"trusted" need:""`
	Leaks         whole       `toml:"leaks" need:""`
	Fidelity      whole       `toml:"fidelity" need:""`
	Delay         whole       `toml:"delay" need:""`
	Carries       whole       `toml:"carries" need:""`
	Authority     []word      `toml:"authority"`
	AuthorityWhen sideTexts   `toml:"authority_when"`
	Open          flag        `toml:"open"`
	Warmth        whole       `toml:"warmth"`
	Line          flag        `toml:"line"`
	When          word        `toml:"when"`
	Source        word        `toml:"source"`
	Note          word        `toml:"note"`
}

type moveTable struct {
	At         place
	ID         word      `toml:"id" need:""`
	Side       word      `toml:"side" need:""`
	Kind       word      `toml:"kind" need:""`
	Title      word      `toml:"title" need:""`
	Detail     word      `toml:"detail"`
	Issue      word      `toml:"issue"`
	Rung       word      `toml:"rung"`
	Order      word      `toml:"order"`
	Run        flag      `toml:"run"`
	Channel    word      `toml:"channel"`
	Price      whole     `toml:"price" need:""`
	When       word      `toml:"when"`
	WhyNot     wordList  `toml:"why_not"`
	Once       flag      `toml:"once"`
	Every      whole     `toml:"every"`
	Public     flag      `toml:"public"`
	Exposes    flag      `toml:"exposes"`
	Reveals    word      `toml:"reveals"`
	Effects    pairs     `toml:"effects"`
	Touches    []word    `toml:"touches"`
	IfSecret   word      `toml:"if_secret"`
	IfLeaked   word      `toml:"if_leaked"`
	Cable      sideTexts `toml:"cable"`
	Again      textPairs `toml:"again"` // cables from the second time on
	Documented flag      `toml:"documented"`
	Considered word      `toml:"considered"`
	Source     word      `toml:"source"`
	Note       word      `toml:"note"`
}

type orderTable struct {
	At         place
	ID         word   `toml:"id" need:""`
	Side       word   `toml:"side" need:""`
	Title      word   `toml:"title" need:""`
	Agency     word   `toml:"agency" need:""`
	Running    flag   `toml:"running"`
	HiddenFrom []word `toml:"hidden_from"`
	Autonomy   whole  `toml:"autonomy"`
	Price      whole  `toml:"price"`
	Monthly    pairs  `toml:"monthly"`
	Source     word   `toml:"source"`
	Note       word   `toml:"note"`
}

type eventTable struct {
	At      place
	ID      word      `toml:"id" need:""`
	Title   word      `toml:"title" need:""`
	Kind    word      `toml:"kind" need:""`
	On      date      `toml:"on"`
	Person  flag      `toml:"person"`
	Hazard  word      `toml:"hazard"`
	Rate    whole     `toml:"rate"`
	When    word      `toml:"when"`
	Pause   whole     `toml:"pause"`
	Most    whole     `toml:"most"`
	Effects pairs     `toml:"effects"`
	KnownTo []word    `toml:"known_to"`
	Warning sideTexts `toml:"warning"`
	Eve     sideTexts `toml:"eve"` // of the shock of a person: what the desk says before the day that everyone knows
	Text    sideTexts `toml:"text"`
	Again   textPairs `toml:"again"` // texts from the second time on
	Public  flag      `toml:"public"`
	Stopper word      `toml:"stopper"`
	Feared  flag      `toml:"feared"`
	Third   word      `toml:"third"`
	Source  word      `toml:"source"`
	Note    word      `toml:"note"`
}

type endingTable struct {
	At      place
	Outcome word `toml:"outcome" need:""`
	Side    word `toml:"side" need:""`
	When    word `toml:"when"`
	Text    word `toml:"text" need:""`
}

type leftOutTable struct {
	At   place
	What word `toml:"what" need:""`
	Why  word `toml:"why" need:""`
}

type flowTable struct {
	At      place
	ID      word        `toml:"id" need:""`
	Kind    word        `toml:"kind" need:""`
	Title   word        `toml:"title" need:""`
	Unit    word        `toml:"unit" need:""`
	Willing whole       `toml:"willing"`
	From    word        `toml:"from"`
	Gate    word        `toml:"gate" need:""`
	Pull    word        `toml:"pull"`
	Halted  word        `toml:"halted"`
	Start   whole       `toml:"start"`
	To      []fillTable `toml:"to"`
	Lost    word        `toml:"lost"`
	Toll    whole       `toml:"toll"`
	SeenBy  []word      `toml:"seen_by"`
	Source  word        `toml:"source"`
	Note    word        `toml:"note"`
}

type fillTable struct {
	At      place
	Counter word  `toml:"counter" need:""`
	When    word  `toml:"when"`
	Also    flag  `toml:"also"`
	Burden  whole `toml:"burden"`
}

type ruleTable struct {
	At     place
	Kind   word  `toml:"kind" need:""`
	Of     word  `toml:"of" need:""`
	From   word  `toml:"from"`
	Step   whole `toml:"step"`
	When   word  `toml:"when"`
	Source word  `toml:"source"`
	Note   word  `toml:"note"`
}

type crisisTable struct {
	At     place
	ID     word `toml:"id" need:""`
	Title  word `toml:"title" need:""`
	Begins word `toml:"begins" need:""`
	Ends   word `toml:"ends" need:""`
	Alarm  flag `toml:"alarm"`
}

package scenario

type sidesTable struct {
	At         place
	Washington sideTable `toml:"washington" need:""`
	Havana     sideTable `toml:"havana" need:""`
}

type sideTable struct {
	At             place
	Name           word                `toml:"name" need:""`
	Chair          word                `toml:"chair" need:""`
	Briefing       word                `toml:"briefing" need:""`
	History        word                `toml:"history" need:""`
	HistoryGoals   []word              `toml:"history_goals" need:""`
	Leaders        []leaderTable       `toml:"leader" need:""` // the first governs at the opening
	Constituencies []constituencyTable `toml:"constituency"`
	Types          []typeTable         `toml:"type" need:""`
	Goals          []goalTable         `toml:"goal" need:""`
	Advisers       []adviserTable      `toml:"adviser" need:""`
	Believes       keyed[beliefTable]  `toml:"believes"`
}

type leaderTable struct {
	At       place
	ID       word         `toml:"id" need:""`
	Name     word         `toml:"name" need:""`
	Pride    whole        `toml:"pride" need:""`
	Patience whole        `toml:"patience" need:""`
	Audience whole        `toml:"audience"`
	Term     whole        `toml:"term"`
	Takes    sideTexts    `toml:"takes"` // the cable on the day on which he comes in
	Cares    keyed[whole] `toml:"cares"`
	Source   word         `toml:"source"`
	Note     word         `toml:"note"`
}

type constituencyTable struct {
	At        place
	ID        word         `toml:"id" need:""`
	Name      word         `toml:"name" need:""`
	Influence whole        `toml:"influence" need:""`
	Minds     keyed[whole] `toml:"minds"`
	Moves     word         `toml:"moves"`
	RedLine   word         `toml:"red_line"`
	Veto      flag         `toml:"veto"`
	Text      word         `toml:"text"`
	Source    word         `toml:"source"`
	Note      word         `toml:"note"`
}

type typeTable struct {
	At       place
	ID       word         `toml:"id" need:""`
	Name     word         `toml:"name" need:""`
	Text     word         `toml:"text" need:""`
	Weight   whole        `toml:"weight" need:""`
	Cares    keyed[whole] `toml:"cares"`
	Furthest keyed[word]  `toml:"furthest"`
	NoFee    flag         `toml:"no_fee"`
	NoOpen   flag         `toml:"no_open"`
	Patience whole        `toml:"patience" need:""`
	Goals    []word       `toml:"goals" need:""`
	Source   word         `toml:"source"`
	Note     word         `toml:"note"`
}

type goalTable struct {
	At     place
	ID     word        `toml:"id" need:""`
	Title  word        `toml:"title" need:""`
	Text   word        `toml:"text" need:""`
	Weight whole       `toml:"weight" need:""`
	Parts  []partTable `toml:"parts" need:""`
	Cuts   []word      `toml:"cuts"`
}

type partTable struct {
	At    place
	Keep  word  `toml:"keep"`
	Reach word  `toml:"reach"`
	Level level `toml:"level"`
	Text  word  `toml:"text" need:""`
	Shows word  `toml:"shows"`
	Unit  word  `toml:"unit"`
}

type adviserTable struct {
	At       place
	ID       word               `toml:"id" need:""`
	Name     word               `toml:"name" need:""`
	Office   word               `toml:"office" need:""`
	Desk     flag               `toml:"desk"`
	When     word               `toml:"when"`
	Believes keyed[beliefTable] `toml:"believes"`
	Trusts   whole              `toml:"trusts"`
	Leaks    whole              `toml:"leaks"`
	Wants    wantsTable         `toml:"wants" need:""`
	Record   word               `toml:"record"`
	Unaware  word               `toml:"unaware"`
	Source   word               `toml:"source"`
	Note     word               `toml:"note"`
}

type wantsTable struct {
	At         place
	Goals      keyed[whole] `toml:"goals"`
	Quantities pairs        `toml:"quantities"`
	Issues     keyed[whole] `toml:"issues"`
	Kinds      keyed[whole] `toml:"kinds"`
	Moves      keyed[whole] `toml:"moves"`
}

type beliefTable struct {
	At         place
	Care       whole `toml:"care"`
	Furthest   word  `toml:"furthest"`
	Confidence whole `toml:"confidence"`
	Source     word  `toml:"source"`
	Note       word  `toml:"note"`
}

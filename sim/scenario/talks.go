package scenario

import (
	"math"
	"strconv"

	"shuttle/agents/clock"
	"shuttle/sim/document"
	"shuttle/sim/rng"
	"shuttle/sim/talks"
	"shuttle/sim/world"
)

// talks reads how the talks are run: format, horizon, who mediates, from which text.
func (r *reader) talks() {
	m := r.root.Map("talks")
	r.c.Mediator = r.mediator(m, "single-text")
	r.c.Initial = r.draft(m, "text", "blank")
	r.readSettled(m)
	first := r.readFormats()
	r.first = first
	if r.c.Begins = m.Text("begins", ""); r.c.Begins != "" {
		if !isDate(r.c.Begins) {
			m.Fault("begins", "is not a date", "a date as 2025-12-01", "")
		}
	}
	own := common()
	horizon := m.Number("horizon", document.Between(.01, 36525).In("days"), document.Plain(182))
	rounds := m.Int("rounds", 1, maxRounds, 52)
	width := own.param(m.Number("width", document.Above(0).In("worth"), document.Plain(.2)))
	still := own.param(m.Number("still", document.Above(0).In("days"), document.Plain(60)))
	hp := own.param(horizon)
	r.longest = func(formats ...int) (most int) {
		for _, f := range formats {
			most = max(most, 1, min(rounds, int(math.Floor(hp.High/max(r.formats[f].Days.Low*(1-r.saved), .01)+1e-9))))
		}
		return most
	}
	r.c.Longest = r.longest(first)
	set, format := r.public, r.formats[first]
	r.c.Shared = func(s *talks.Shared, b *talks.Binder) {
		set(s, b)
		s.Format.Place = first
		b.Number(format.Days, &s.Format.Days)
		b.Number(format.Noise, &s.Format.Noise)
		b.Number(hp, &s.Horizon)
		b.Number(still, &s.Still)
		b.Number(width, &s.Width)
		s.Rounds = rounds
	}
}

// isDate reports whether a text is a day of the calendar, as 2006-01-02. (The package
// that knows calendars also knows what time it is, which nothing here may.)
func isDate(text string) bool {
	if len(text) != len("2006-01-02") || text[4] != '-' || text[7] != '-' {
		return false
	}
	year, err1 := strconv.Atoi(text[:4])
	month, err2 := strconv.Atoi(text[5:7])
	day, err3 := strconv.Atoi(text[8:])
	if err1 != nil || err2 != nil || err3 != nil || month < 1 || month > 12 {
		return false
	}
	days := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
	if month == 2 && year%4 == 0 && (year%100 != 0 || year%400 == 0) {
		days = 29
	}
	return day >= 1 && day <= days
}

// maxRounds bounds the rounds of any run.
const maxRounds = 2000

// shared reads the numbers that are nobody's own: durability, the front, pressure.
func (r *reader) shared() {
	own := common()
	d := r.root.Map("durability")
	eta := own.param(d.Number("guarantee", document.AtLeast(0).In("-"), document.Plain(1.8)))
	verification := own.param(d.Number("verification", document.AtLeast(0).In("-"), document.Plain(.5)))
	ambiguity := own.param(d.Number("ambiguity", document.AtLeast(0).In("-"), document.Plain(.6)))
	legitimacy := own.param(d.Number("legitimacy", document.AtLeast(0).In("-"), document.Plain(.4)))
	dividend := own.param(d.Number("dividend", document.AtLeast(0).In("-"), document.Plain(.3)))
	frailty := own.param(d.Number("frailty", document.AtLeast(0).In("-"), document.Plain(0)))
	imposed := own.param(d.Number("imposed", document.AtLeast(0).In("-"), document.Plain(1)))
	leverage := own.param(d.Number("leverage", document.Above(0).In("worth"), document.Plain(.06)))
	steel := own.param(d.Number("steel_at", document.Between(.01, 1).In("share"), document.Plain(.75)))
	after := own.param(d.Number("watch", document.Between(.1, 100).In("years"), document.Plain(5)))
	ref := d.Map("reference")
	share := document.Between(0, 1).In("share")
	promised := own.param(ref.Number("guarantee", share, document.Plain(0)))
	watched := own.param(ref.Number("verification", share, document.Plain(0)))
	vague := own.param(ref.Number("ambiguity", share, document.Plain(0)))
	rightful := own.param(ref.Number("legitimacy", share, document.Plain(0)))
	usual := own.param(ref.Number("dividend", share, document.Plain(0)))
	jitter := own.param(r.root.Number("jitter", document.Between(0, 1).In("score"), document.Plain(0)))
	momentum := r.front(own)
	instruments := r.pressure(own)
	q := make([]rng.Param, len(r.names))
	for _, i := range r.order {
		g := r.blocks[i].Map("guarantee")
		n := g.Number("credibility", document.Between(0, 1).In("share"), document.Plain(0))
		q[i] = owner{r.c.Parties[i].Key, r.blocks[i].Path()}.param(n)
	}
	shaken := r.on["jitter"]
	r.public = func(s *talks.Shared, b *talks.Binder) {
		b.Number(eta, &s.Eta)
		b.Number(verification, &s.Verification)
		b.Number(ambiguity, &s.Ambiguity)
		b.Number(legitimacy, &s.Legitimacy)
		b.Number(dividend, &s.Dividend)
		b.Number(vague, &s.Usual.Ambiguity)
		b.Number(rightful, &s.Usual.Legitimacy)
		b.Number(usual, &s.Usual.Dividend)
		b.Number(frailty, &s.Frailty)
		b.Number(imposed, &s.Imposed)
		b.Number(leverage, &s.Leverage)
		b.Number(promised, &s.Reference.Guarantee)
		b.Number(watched, &s.Reference.Verification)
		b.Number(steel, &s.SteelAt)
		b.Number(after, &s.After)
		if shaken {
			b.Number(jitter, &s.Jitter)
		}
		momentum(s, b)
		instruments(s, b)
		s.Credibility = make([]float64, len(q))
		for i := range q {
			b.Number(q[i], &s.Credibility[i])
		}
	}
}

// front reads the course of the war.
func (r *reader) front(own owner) func(*talks.Shared, *talks.Binder) {
	m := r.root.Map("front")
	unit := document.Between(-1, 1).In("momentum")
	start := own.param(m.Number("start", unit, document.Plain(0)))
	level := own.param(m.Number("level", unit, document.Plain(0)))
	reversion := own.param(m.Number("reversion", document.AtLeast(0).In("per year"), document.Plain(0)))
	spread := own.param(m.Number("spread", document.AtLeast(0).In("momentum"), document.Plain(0)))
	m.Text("note", "")
	if !r.on["momentum"] {
		return func(*talks.Shared, *talks.Binder) {}
	}
	return func(s *talks.Shared, b *talks.Binder) {
		b.Number(start, &s.Momentum.Start)
		b.Number(level, &s.Momentum.Level)
		b.Number(reversion, &s.Momentum.Reversion)
		b.Number(spread, &s.Momentum.Spread)
	}
}

// pressure reads the standing instruments.
func (r *reader) pressure(own owner) func(*talks.Shared, *talks.Binder) {
	var list []world.Instrument
	var params [][4]rng.Param
	for _, m := range r.root.List("pressure").Maps() {
		in := world.Instrument{Name: m.Text("name")}
		on, ok := r.party(m, "on", m.Text("on"))
		in.On = on
		in.Support = m.Choice("kind", []string{"pressure", "support"}, "pressure") == "support"
		p := [4]rng.Param{
			own.param(m.Number("use", document.Between(0, 1).In("share"), document.Plain(0))),
			own.param(m.Number("effect", document.AtLeast(0).In("worth"))),
			own.param(m.Number("lag", document.AtLeast(0).In("days"), document.Plain(0))),
			own.param(m.Number("decay", document.AtLeast(0).In("per year"), document.Plain(0))),
		}
		in.Transient = m.Bool("withdrawn", false)
		m.Text("note", "")
		if ok && r.on["pressure"] {
			list, params = append(list, in), append(params, p)
		}
	}
	return func(s *talks.Shared, b *talks.Binder) {
		s.Instruments = append([]world.Instrument(nil), list...)
		for i := range s.Instruments {
			in := &s.Instruments[i]
			b.Number(params[i][0], &in.Use)
			b.Number(params[i][1], &in.Effect)
			b.Number(params[i][2], &in.Lag)
			b.Number(params[i][3], &in.Decay)
		}
	}
}

// clock reads how long peace holds and builds the tables of its price.
func (r *reader) clock() {
	d := r.root.Map("durability")
	r.c.Clock = clock.Published()
	if d.Choice("clock", []string{"published", "constant"}, "published") == "constant" {
		r.c.Clock = clock.Constant(fixed(d, "rate", document.AtLeast(0).In("per year")))
	}
	if !r.on["commitment"] || len(r.rates) == 0 {
		return
	}
	low, high := math.Inf(1), 0.0
	for _, n := range r.rates {
		low, high = min(low, n.Lo), max(high, n.Hi)
	}
	for _, s := range r.siblings {
		if s.Case.Tables.Are(r.c.Clock, low, high) {
			r.c.Tables = s.Case.Tables
			return
		}
	}
	tables, err := clock.NewTables(r.c.Clock, low, high)
	if err != nil {
		d.Fault("", err.Error(), "", "")
		return
	}
	r.c.Tables = tables
}

package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"shuttle/agents/message"
	"shuttle/sim/talks"
)

// prose writes steps as a story.
type prose struct {
	w      io.Writer
	issues []string // in the order of the document
	quiet  bool     // nothing was said in this round so far
	err    error    // the first that writing met
}

func newProse(w io.Writer, c *talks.Case) *prose {
	p := &prose{w: w}
	for _, is := range c.Agenda.Issues {
		p.issues = append(p.issues, is.Name)
	}
	return p
}

func (p *prose) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

// tell writes one step.
func (p *prose) tell(s step) {
	switch s.Event {
	case "round":
		p.hush()
		p.line("\n%s", heading(&s))
		p.quiet = true
	case "happened":
		p.line("  Outside, %s: %s.", onDay(&s), s.Note)
	case "initialled":
		p.line("  Draft %d is initialled; it goes home to be confirmed.", s.Draft)
	case "evening":
		if text := evening(&s); text != "" && !p.quiet {
			p.line("  %s", text)
		}
	case "visit":
		p.quiet = false
		p.line("  %s's room: %s", s.Room, asked(&s))
		p.full(s.Text)
		if answer := answered(&s); answer != "" {
			p.line("    %s %s", s.Room, answer)
		}
	case "signing":
		p.quiet = false
		verb := "signs"
		if s.Verdict != message.Sign.String() {
			verb = "does not sign"
		}
		p.line("  At the table: %s %s%s", s.Room, verb, standing(&s))
	case "signed":
		p.line("  Draft %d is signed.", s.Draft)
	case "ended":
		p.hush()
		p.end(&s)
	}
}

// heading is when and where a round is held, by whom, and under what pressure.
func heading(s *step) string {
	text := fmt.Sprintf("Round %d, day %s", s.Round, days(s.Day))
	for _, part := range []string{s.Date, s.Place, s.Format, s.Rung} {
		if part != "" {
			text += ", " + part
		}
	}
	for i, name := range slices.Sorted(maps.Keys(s.Pressure)) {
		if text += ", "; i == 0 {
			text += "pressure in force: "
		}
		text += name + " " + decimals(s.Pressure[name], 3)
	}
	return text
}

// days are written to a tenth, and whole days as whole numbers.
func days(x float64) string { return strings.TrimSuffix(decimals(x, 1), ".0") }

// onDay is the date of what happened outside, or its day where there is no calendar.
func onDay(s *step) string {
	if s.Date != "" {
		return s.Date
	}
	return "day " + days(s.Day)
}

// evening is how the sides stand after a round, and how they say they do.
func evening(s *step) string {
	var parts []string
	if s.Said != nil && s.Closeness != nil {
		parts = append(parts, fmt.Sprintf("In public, %.0f%% of the way is said to be done; it is %.0f%%", 100**s.Said, 100**s.Closeness))
	}
	if s.Trust != nil {
		parts = append(parts, "least trust "+decimals(*s.Trust, 2))
	}
	if len(parts) == 0 {
		return ""
	}
	return "[" + strings.Join(parts, "; ") + "]"
}

// hush ends a round in which nothing was said.
func (p *prose) hush() {
	if p.quiet {
		p.line("  Nobody meets.")
	}
	p.quiet = false
}

// asked is what a party was told, and asked.
func asked(s *step) string {
	var said string
	switch s.Verb {
	case message.Table.String():
		said = fmt.Sprintf("shown draft %d", s.Draft)
		if s.Text != nil || len(s.Moved) > 0 {
			said += ", by " + s.Author + ":"
		}
		if len(s.Moved) > 0 {
			said += " " + moves(s.Moved)
		}
	case message.Relay.String():
		said = carried(s)
	case message.Choose.String():
		said = choice(s)
	case message.Adopt.String():
		said = "told that the text now reads:"
		if s.Text == nil {
			said += " " + moves(s.Options[0])
		}
	}
	if t := s.Told; t != nil {
		said = fmt.Sprintf("told that no deal is worth between %s and %s to %s; %s", decimals(t.Low, 3), decimals(t.High, 3), t.Of, said)
	}
	if len(s.First) > 0 {
		said += fmt.Sprintf("; told that %s would first move %s", s.Of, strings.Join(once(s.First), ", "))
	}
	return said
}

// carried is an offer that was brought.
func carried(s *step) string {
	switch {
	case s.empty && s.Text != nil:
		return "asked for a first offer, which is:"
	case s.empty:
		return "asked for a first offer"
	case s.Text != nil:
		return fmt.Sprintf("brought an offer of %s:", s.Author)
	case len(s.Moved) > 0:
		return fmt.Sprintf("brought the last offer, of %s, which arrives with %s", s.Author, moves(s.Moved))
	}
	return fmt.Sprintf("brought the last offer, of %s", s.Author)
}

// choice is what was to choose from.
func choice(s *step) string {
	switch {
	case s.whole && s.Text != nil:
		return "asked whether this text would be better:"
	case s.whole:
		return "asked whether this would be better: " + moves(s.Options[0])
	case s.free && len(s.Options) == 1:
		return "asked whether this would be better than the text as it stands: " + moves(s.Options[0])
	}
	var options []string
	for i, o := range s.Options {
		options = append(options, fmt.Sprintf("(%d) %s", i+1, moves(o)))
	}
	if s.free {
		return "asked whether one of these would be better than the text as it stands: " + strings.Join(options, "; ")
	}
	return "asked which it minds least: " + strings.Join(options, "; ")
}

// answered is what the party said.
func answered(s *step) string {
	var parts []string
	switch s.Verdict {
	case message.Sign.String():
		parts = append(parts, "would sign")
	case message.Near.String():
		parts = append(parts, "is near signing")
	case message.Far.String():
		parts = append(parts, "is far from signing")
	}
	if s.Crossed != "" {
		parts = append(parts, "says that "+s.Crossed+" crosses its line")
	}
	if len(s.Wishes) > 0 {
		parts = append(parts, "objects: "+moves(foremost(s.Wishes)))
	}
	if len(s.Offer) > 0 {
		parts = append(parts, fmt.Sprintf("offers draft %d: %s", s.Draft, moves(s.Offer)))
	}
	if s.Choice != nil {
		parts = append(parts, chosen(s))
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, "; ") + standing(s)
}

func chosen(s *step) string {
	text := fmt.Sprintf("takes (%d)", *s.Choice)
	switch {
	case *s.Choice == 0 && s.free:
		return "would rather keep the text as it stands"
	case *s.Choice == 0:
		return "takes none"
	case s.whole, s.free && len(s.Options) == 1:
		text = "finds it better"
	case s.free:
		text = fmt.Sprintf("finds (%d) better", *s.Choice)
	}
	if s.Strong {
		text += ", and minds it a good deal"
	}
	return text
}

// standing is how the text really stands with the party, which the others are not
// told.
func standing(s *step) string {
	if s.Worth == nil || s.Floor == nil {
		return ""
	}
	worth, asks := decimals(*s.Worth, 3), ""
	switch reads := decimals(*s.Reads, 3); {
	case *s.Reads < -1: // nothing but a text that is sure to fail afterwards is read as so little
		worth += ", sure not to be ratified"
	case reads != worth:
		worth += ", read as " + reads
	}
	if s.Asks != nil {
		asks = ", asks " + decimals(*s.Asks, 2)
	}
	return fmt.Sprintf(" [worth %s%s, no deal %s]", worth, asks, decimals(*s.Floor, 3))
}

func moves(list []move) string {
	if len(list) == 0 {
		return "no change"
	}
	var parts []string
	for _, m := range list {
		parts = append(parts, fmt.Sprintf("%s %s → %s", m.Clause, m.From, m.To))
	}
	return strings.Join(parts, ", ")
}

// full writes a text clause by clause.
func (p *prose) full(text map[string]string) {
	if text == nil {
		return
	}
	for _, name := range p.issues {
		p.line("      %s: %s", name, text[name])
	}
}

// end writes how the run came out.
func (p *prose) end(s *step) {
	p.line("")
	if s.Fault != "" {
		p.line("The run broke off in round %d: %s.", s.Round, strings.TrimSuffix(s.Fault, "."))
		return
	}
	p.line("The talks ended in round %d, day %s, with draft %d: %s (%s). %s", s.Round, days(s.Day), s.Draft, s.Outcome, s.Reason, s.Why)
	if s.Text != nil {
		p.line("Peace held for %.2g years of those watched. The text that was signed:", s.Peace)
		p.full(s.Text)
	}
	t := newTable("party", "worth of the last text", "no deal", "gain")
	for _, one := range s.Sides {
		worth, gain := "–", "–"
		if one.Worth != nil {
			worth, gain = decimals(*one.Worth, 3), decimals(*one.Worth-one.Floor, 3)
		}
		t.AppendRow(row(one.Party, worth, decimals(one.Floor, 3), gain))
	}
	p.line("\n%s", t.Render())
	if s.Digest != nil {
		p.inShort(s)
	}
}

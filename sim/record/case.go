package record

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// Case is case.json: what is known of a scenario before anyone talks. All
// worths are at base values, in the scenario's worth units.
type Case struct {
	Name    string      `json:"name"`
	Title   string      `json:"title"`
	Live    bool        `json:"live"`             // a conflict that goes on: outputs carry Caveat
	Caveat  string      `json:"caveat,omitempty"` // sentence to print beside every result
	Parties []CaseParty `json:"parties"`          // in display order
	Issues  []CaseIssue `json:"issues"`           // in document order

	Outcomes float64 `json:"outcomes"` // size of the space of deals
	Frontier []Point `json:"frontier"` // undominated deals that nobody would refuse
	Outline  []Point `json:"outline"`  // undominated deals over all deals, whatever the fallbacks
	Samples  []Point `json:"samples"`  // a few hundred deals, as a background cloud

	Nash             *Point `json:"nash"` // nil: no deal that nobody would refuse
	KalaiSmorodinsky *Point `json:"kalai_smorodinsky"`
	Egalitarian      *Point `json:"egalitarian"`
	Welfare          *Point `json:"welfare"` // largest sum of the belligerents' utilities

	Opposition       *float64 `json:"opposition"`        // how opposed the belligerents' interests are; nil: no deal that nobody would refuse
	RationalFraction float64  `json:"rational_fraction"` // share of deals that nobody would refuse, 0..1
	ZoneShare        float64  `json:"zone_share"`        // share of draws with a zone of agreement, 0..1
	ZoneLow          float64  `json:"zone_low"`          // interval of ZoneShare
	ZoneHigh         float64  `json:"zone_high"`
	ZoneN            int      `json:"zone_n"` // draws behind ZoneShare

	Assumptions []Assumption `json:"assumptions"` // every number of the document
	Warnings    []string     `json:"warnings"`
}

// CaseParty is one party of a case.
type CaseParty struct {
	Name        string  `json:"name"`
	Role        string  `json:"role"`
	Fallback    float64 `json:"fallback"` // perceived worth of no deal
	Belligerent bool    `json:"belligerent"`
}

// CaseIssue is one issue of a case and what it is worth to whom.
type CaseIssue struct {
	Name     string       `json:"name"`
	Pillar   string       `json:"pillar"`
	Document string       `json:"document"`
	Unit     string       `json:"unit"`
	Levels   []string     `json:"levels"` // labels, in ladder order
	Worth    []IssueWorth `json:"worth"`  // one a party, in the order of Case.Parties
}

// IssueWorth is what the levels of one issue contribute to one party's worth.
type IssueWorth struct {
	Party  string    `json:"party"`
	Span   float64   `json:"span"`   // best contribution minus worst
	Levels []float64 `json:"levels"` // contribution of each level
}

// Point is a deal in the space of the belligerents' utilities.
type Point struct {
	Deal      []string  `json:"deal"`      // level label of each issue
	Utilities []float64 `json:"utilities"` // belligerents in display order
}

// Assumption is one number of a scenario and what it rests on.
type Assumption struct {
	Path   string  `json:"path"` // where it stands in the document
	Unit   string  `json:"unit"`
	Basis  string  `json:"basis"` // source, assumption, definition, own-choice, or [ByDefault]; "" when none is given
	Source string  `json:"source"`
	Note   string  `json:"note"`
	Lo     float64 `json:"lo"`
	Base   float64 `json:"base"`
	Hi     float64 `json:"hi"`
	Shape  string  `json:"shape"` // distribution between Lo and Hi
}

// ByDefault is the basis of numbers that the scenario leaves to the program.
const ByDefault = "default"

// WriteCase writes case.json, indented, with a newline at its end. A number
// that is not finite is an error. Errors do not name the file, which the caller
// knows.
func WriteCase(w io.Writer, c Case) error {
	b, err := json.MarshalIndent(c, "", "  ")
	if err != nil {
		return err
	}
	_, err = w.Write(append(b, '\n'))
	return err
}

// ReadCase reads what [WriteCase] wrote. Text after the document and a document
// cut short are errors. They do not name the file.
func ReadCase(r io.Reader) (Case, error) {
	var c Case
	d := json.NewDecoder(r)
	if err := d.Decode(&c); err != nil {
		if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
			return Case{}, errors.New("truncated")
		}
		return Case{}, err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return Case{}, fmt.Errorf("more text after the document, at byte %d", d.InputOffset())
	}
	return c, nil
}

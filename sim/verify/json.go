package verify

import (
	"encoding/json"
	"io"
	"math"
)

// said is a row as JSON spells it: null where there is no number.
type said struct {
	Check     string   `json:"check"`
	Mechanism string   `json:"mechanism"`
	Source    string   `json:"source"`
	Class     Class    `json:"class"`
	Fact      string   `json:"fact"`
	What      string   `json:"what"`
	Unit      string   `json:"unit"`
	Expected  *float64 `json:"expected"`
	From      *float64 `json:"agrees_from"`
	To        *float64 `json:"agrees_to"`
	Simulated *float64 `json:"simulated"`
	Low       *float64 `json:"low"`
	High      *float64 `json:"high"`
	Runs      int      `json:"runs"`
	Verdict   string   `json:"verdict"`
	Weak      string   `json:"weak"`
	Note      string   `json:"note"`
}

// WriteJSON writes the rows as an array.
func WriteJSON(w io.Writer, rows []Row) error {
	list := make([]said, len(rows))
	for i := range rows {
		r := &rows[i]
		list[i] = said{r.Check, r.Mechanism, r.Source, r.Class, r.Fact, r.What, r.Unit, there(r.Expected), there(r.Least), there(r.Most),
			there(r.Simulated), there(r.Low), there(r.High), r.Runs, r.Verdict(), r.Weak, r.Remark()}
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(list)
}

// there is a number if it is one.
func there(x float64) *float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return nil
	}
	return &x
}

package main

import (
	"shuttle/sim/record"
	"shuttle/sim/report/words"
)

// missed tells deals that were missed from deals that did not exist, over the runs
// that came to no agreement.
type missed struct {
	Runs    int `json:"runs"`
	Existed int `json:"deal_existed"`    // runs with a deal on the first day that nobody would have refused
	Open    int `json:"not_established"` // runs in which the search for one left it open

	agreement, zone, fault int // columns of the rows
}

func newMissed(rows record.Schema) *missed {
	return &missed{agreement: rows.Index("agreement"), zone: rows.Index("zone"), fault: rows.Index("fault")}
}

// add takes in the row of a run; one that broke off counts nowhere.
func (m *missed) add(row record.Row) {
	agreement, zone := row[m.agreement], row[m.zone]
	if !row[m.fault].IsNull() || agreement.IsNull() || agreement.Flag() {
		return
	}
	m.Runs++
	switch {
	case zone.IsNull():
		m.Open++
	case zone.Flag():
		m.Existed++
	}
}

// sentence says it; it is empty when there is nothing to say.
func (m *missed) sentence() string {
	if m == nil {
		return ""
	}
	return words.Missed(m.Runs, m.Existed, m.Open)
}

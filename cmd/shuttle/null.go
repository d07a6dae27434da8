package main

import "shuttle/sim/record"

// ends are those of an interval for other programs: null where there is none.
type ends struct {
	Low  *float64 `json:"low"`
	High *float64 `json:"high"`
}

func endsOf(i *record.Interval) ends {
	if i == nil {
		return ends{}
	}
	return ends{&i.Low, &i.High}
}

// given is a number for other programs: null where it is not.
func given(there bool, x *float64) *float64 {
	if there {
		return x
	}
	return nil
}

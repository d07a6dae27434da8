package party

// Exhausted is the fallback that is left when all weariness that is to come has come
// [worth].
func (s *Self) Exhausted() float64 {
	f := s.party.traits.Fallback
	weary := func(years float64) float64 {
		only := Fallback{Weariness: f.Weariness, Weary: f.Weary, Myopic: f.Myopic}
		return only.At(Outside{Years: years}, s.party.traits.Discount)
	}
	return s.Floor() - weary(s.days/year) - f.Weariness
}

// year is the length of a year [days].
const year = 365.25

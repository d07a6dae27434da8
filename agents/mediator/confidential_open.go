package mediator

// openPolicy is the best that talks reach in which each side hears what the other
// answered: a split for each pair of answers, or the talks fail with some chance. Two who
// are alike share evenly. A strong side that faces a weak one is given b, and may fight
// instead, which brings it pθ; it may also call itself weak, and then takes what that
// brings in the room, 1 − b, or what it would have in a war with another strong side, θ/2.
//
// Where pθ + θ/2 ≥ 1, which is γ ≥ 1, the second temptation is none and b = pθ. Else b has
// to be larger the less often two strong sides are brought to peace, and what a weak side
// could gain by calling itself strong grows with it. With z = b·pHL the conditions are
//
//	(1−q)(1−θ)/2 ≥ q(½−(1−p)θ)·pHH + z − D·pHL,  D = q(1−(1−p)θ) + (1−q)θ/2    (the weak tell)
//	z ≥ x·pHL − q(1−θ)/2·pHH,                    x = (1−q)pθ + q(1−θ/2)         (the strong tell)
//	z ≥ pθ·pHL                                                                  (the strong sign)
//
// and the chance of war q²(1−pHH) + 2q(1−q)(1−pHL) is least at a corner of what they allow.
// Own derivation in the setting of Hörner, Morelli and Squintani 2015; a test searches all
// policies of the kind.
func (s *Confidential) openPolicy() policy {
	q, theta := s.Strong, s.Left
	alone, weak := s.Odds*theta, (1-s.Odds)*theta
	room := (1 - q) * (1 - theta) / 2
	d := float64(q*(1-weak)) + float64((1-q)*theta/2)
	x := float64((1-q)*alone) + float64(q*(1-theta/2))
	both := [2]float64{q * (.5 - weak), q * (theta/2 - weak)} // what pHH takes of the room, by what binds
	mixed := [2]float64{alone - d, x - d}                     // what pHL takes
	fits := func(hh, hl float64) bool {
		const hair = 1e-12
		for k := range both {
			if float64(both[k]*hh)+float64(mixed[k]*hl) > room+hair {
				return false
			}
		}
		return hh >= 0 && hh <= 1 && hl >= 0 && hl <= 1
	}
	var hh, hl float64
	for _, corner := range corners(both, mixed, room) {
		if fits(corner[0], corner[1]) && float64(q*corner[0])+float64(2*(1-q)*corner[1]) > float64(q*hh)+float64(2*(1-q)*hl) {
			hh, hl = corner[0], corner[1]
		}
	}
	share := alone
	if hl > 0 {
		share = max(alone, x-float64(q*(1-theta)/2*hh)/hl)
	}
	return policy{peace: [3]float64{1, hl, hh}, share: share}
}

// corners are where the lines both·u + mixed·v = room meet each other and the sides of the
// unit square.
func corners(both, mixed [2]float64, room float64) [][2]float64 {
	list := [][2]float64{{1, 1}, {0, 1}, {1, 0}}
	for k := range both {
		list = append(list, [2]float64{(room - mixed[k]) / both[k], 1}, [2]float64{0, room / mixed[k]}, [2]float64{1, (room - both[k]) / mixed[k]})
	}
	det := float64(both[0]*mixed[1]) - float64(both[1]*mixed[0])
	return append(list, [2]float64{room * (mixed[1] - mixed[0]) / det, room * (both[0] - both[1]) / det})
}

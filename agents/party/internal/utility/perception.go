package utility

// Expect changes what the owner expects of others without touching any table: ln θ,
// by which mistrust scales the hazard it expects, and the chance that guarantees are
// kept [share]. It reports whether anything changed.
func (u *Utility) Expect(logTheta, credibility float64) bool {
	if u.num.LogTheta == logTheta && u.num.Credibility == credibility {
		return false
	}
	u.num.LogTheta, u.num.Credibility = logTheta, credibility
	return true
}

// Package genius reads domains and utility profiles in the XML format of GENIUS, the
// exchange format of automated-negotiation benchmarks, and makes scenarios of them.
//
// It knows the format and what of it a scenario can hold; it reads from readers and
// writes YAML. It must not know how a run is played or measured.
//
// # What becomes of a file
//
// A worth is the sum over issues of weight times score, as in GENIUS 10.4; its Java code
// is the source of what the manual leaves open:
//   - a discrete issue scores an evaluation divided by the largest of the issue; integer
//     and real issues score what their evaluator says, held within [0,1];
//   - weights are taken as they are, even where they do not add up to 1; GENIUS then cuts
//     a worth above 1 down to 1, a scenario does not;
//   - the weights of objectives that group issues count for nothing;
//   - a missing reservation value is 0; the reservation value is the fallback;
//   - a discount factor is noted and ignored: rounds cost nothing in the scenario;
//   - a real issue is cut into equal steps, as many as the caller wants;
//   - every party signs, and every mechanism is off.
//
// Profiles made of constraints are refused, as are integer issues of more values than a
// ladder has levels.
//
// # Measures under the names of other libraries
//
// The measures of package measure have one definition each. Beside them, those of GENIUS
// 10.4 (MultilateralAnalysis) and NegMAS 0.15.7 (preferences/ops.py); r is what no deal
// is worth, m and M the least and the largest utility in the whole space:
//
//	            ours                           GENIUS                       NegMAS
//	frontier    of deals with u ≥ r            of all deals: our outline    equal
//	Nash        greatest Π(u − r)              equal                        Π(u − max(r, m))
//	egalitarian greatest min(u − r)            none                         "kalai": min(u − max(r, m));
//	                                                                        "modified_kalai": min(u)
//	Kalai–      greatest least share of the    least Σ|u_i − u_j|           "ks": least spread of
//	Smorodinsky best acceptable gain                                        (u − d)/(M − d), d = max(r, m)
//	welfare     greatest Σu where u ≥ r        greatest Σu of all deals     equal
//	opposition  least √Σ(1 − u/M)², u ≥ r      least √Σ(1 − u)², all deals  equal
//	rational    share of deals with u > r      none                         equal
//
// NegMAS's Nash and Kalai points equal our Nash and egalitarian points where no
// reservation value is below the least utility.
package genius

package experiment

import (
	"fmt"

	"shuttle/sim/record"
)

// Bounds of a sweep whose runs are followed round by round, so that what is kept of
// them fits into memory and onto a disk. Own choices, above what every shipped
// experiment needs.
const (
	mostFollowed       = 40      // arms
	mostFollowedRounds = 1 << 14 // rounds of all arms at their longest
	mostFollowedValues = 1 << 28 // numbers of all runs at their longest
)

// Followed tells whether the runs of the sweep are followed round by round, and if
// not why.
func (s *Sweep) Followed() (bool, string) {
	arms := s.Arms()
	if arms > mostFollowed {
		return false, fmt.Sprintf("what went on round by round is not recorded: %d points and mediators are more than %d", arms, mostFollowed)
	}
	longest := s.Base.Case.Longest
	for i := range arms {
		if a, err := s.Arm(i); err == nil {
			longest = max(longest, a.Scenario.Case.Longest)
		}
	}
	a := Arm{Scenario: s.Base}
	values := float64(arms) * float64(longest) * float64(s.Runs) * float64(len(series(a.parties())))
	if arms*longest > mostFollowedRounds || values > mostFollowedValues {
		return false, fmt.Sprintf("what went on round by round is not recorded: %d points and mediators of %d runs, of up to %d rounds each, are too many", arms, s.Runs, longest)
	}
	return true, ""
}

// Following gathers round by round what the blocks of one arm hold, in order.
type Following struct {
	arm     Arm
	width   int
	rounds  *rounds
	clauses *clauses
	next    int // replicate
	course  course
}

// Follow begins to gather an arm.
func (s *Sweep) Follow(arm int) (*Following, error) {
	a, err := s.Arm(arm)
	if err != nil {
		return nil, err
	}
	c, parties := a.Scenario.Case, a.parties()
	return &Following{
		arm: a, width: len(series(parties)),
		rounds: newRounds(parties, c.Longest), clauses: newClauses(len(c.Agenda.Issues), len(c.Parties)),
	}, nil
}

// Add takes in the courses of the arm's next runs, as [Blocks.Play] gave them.
func (f *Following) Add(courses []byte, runs int) error {
	for range runs {
		var err error
		if courses, err = f.course.unpack(courses, f.width, len(f.arm.Scenario.Order)); err != nil {
			return fmt.Errorf("run %d: %w", f.next, err)
		}
		if err := count(&f.course, f.next, f.rounds, f.clauses); err != nil {
			return err
		}
		f.next++
	}
	if len(courses) > 0 {
		return errPackedCourse
	}
	return nil
}

// Rows are the arm's lines of rounds.csv and clauses.csv.
func (f *Following) Rows() ([]record.RoundRow, []record.ClauseRow) {
	s := f.arm.Scenario
	return f.rounds.rows(f.arm.Point, f.arm.mediator()), f.clauses.rows(f.arm.Point, f.arm.mediator(), s.Case.Agenda, f.arm.parties(), s.Order)
}

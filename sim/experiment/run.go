package experiment

import "context"

// Run plays a plan on so many workers and hands everything to the sink in order.
// It returns at once when the context ends, within one run of each worker, with
// the context's error.
func Run(ctx context.Context, p Plan, workers int, sink Sink) error {
	if err := p.validate(workers); err != nil {
		return err
	}
	s := slots{runs: p.Runs, inBatch: p.inBatch()}
	buffers := make([]*batch, 2*workers+1)
	for i := range buffers {
		buffers[i] = newBatch(s.inBatch, len(p.Schema()))
	}
	fills := make([]func(context.Context, int, *batch) error, workers)
	for i := range fills {
		w := &worker{plan: &p, slots: s, arm: -1}
		fills[i] = w.fill
	}
	t := &teller{plan: &p, slots: s, sink: sink}
	return InOrder(ctx, len(p.Arms)*s.perArm(), buffers, fills, t.take)
}

// teller takes batches in order and tells the sink.
type teller struct {
	plan    *Plan
	slots   slots
	sink    Sink
	rounds  *rounds
	clauses *clauses
}

func (t *teller) take(number int, b *batch) error {
	at, first, _ := t.slots.of(number)
	arm := &t.plan.Arms[at]
	if first == 0 {
		c := arm.Scenario.Case
		t.rounds = newRounds(arm.parties(), c.Longest)
		t.clauses = newClauses(len(c.Agenda.Issues), len(c.Parties))
	}
	for i := range b.runs[:b.n] {
		if err := t.run(&b.runs[i], first+i); err != nil {
			return err
		}
	}
	if first+b.n < t.plan.Runs || t.sink.Arm == nil {
		return nil
	}
	return t.sink.Arm(*arm, t.rounds.rows(arm.Point, arm.mediator()),
		t.clauses.rows(arm.Point, arm.mediator(), arm.Scenario.Case.Agenda, arm.parties(), arm.Scenario.Order))
}

// run tells of one run.
func (t *teller) run(p *played, replicate int) error {
	if t.sink.Row != nil {
		if err := t.sink.Row(p.row); err != nil {
			return err
		}
	}
	return count(&p.course, replicate, t.rounds, t.clauses)
}

// count takes in what is kept of a run beside its row, unless it has a fault.
func count(c *course, replicate int, r *rounds, k *clauses) error {
	if c.fault {
		return nil
	}
	if replicate == 0 {
		r.keep(c)
	}
	k.add(c)
	return r.add(c)
}

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"shuttle/agents"
	"shuttle/cmd/shuttle/internal/store"
	"shuttle/sim/document"
	"shuttle/sim/experiment"
	"shuttle/sim/report/words"
	"shuttle/sim/rng"
	"shuttle/sim/scenario"
	"shuttle/sim/talks"
)

func (p *program) traceCommand() *cobra.Command {
	t := tracing{program: p}
	cmd := &cobra.Command{
		Use:   "trace SCENARIO|RESULT",
		Short: "Tell one run as a story",
		Long: `trace plays one run of a scenario, or of a result again, and tells it: who was
visited when, what was said, what moved, who objected to what, who signed, and why
it ended. What stands in brackets is the truth, which nobody at the talks knows. With
--out it also draws the run: its drafts among the deals that its own parties could
have had, and what went on round by round.`,
		Example: `  # The fourth run of those that shuttle run plays, and its charts.
  shuttle trace configs/textbook.yaml --replicate 3 --out figures`,
		Args: only("a scenario or a result"),
		RunE: func(cmd *cobra.Command, args []string) error {
			t.seeded, t.drawing.strict = cmd.Flags().Changed("seed"), cmd.Flags().Changed("chart")
			return t.run(cmd.Context(), args[0])
		},
	}
	to := cmd.Flags()
	t.addSeed(to)
	to.IntVar(&t.point, "point", 0, "design point of a sweep's result; all else has 0 only")
	to.IntVar(&t.replicate, "replicate", 0, "which of the runs, from 0")
	to.StringVar(&t.mediator, "mediator", "", "another mediator than the scenario's, at its defaults")
	t.addSet(to)
	t.addJSON(to)
	t.addQuiet(to)
	t.addCharts(to)
	return cmd
}

// tracing is one call of the trace command.
type tracing struct {
	*program
	flags
	seeded    bool // a seed was given
	point     int
	replicate int
	mediator  string
	drawing   drawing // what --out draws
}

func (t *tracing) run(ctx context.Context, name string) error {
	if t.point < 0 {
		return misuse("--point must be at least 0, have %d", t.point)
	}
	if t.replicate < 0 {
		return misuse("--replicate must be at least 0, have %d", t.replicate)
	}
	if t.drawing.strict && t.out == "" {
		return misuse("--chart %s: wants a folder to draw into, --out figures", strings.Join(t.drawing.only, ","))
	}
	if _, _, err := t.drawing.charts(); err != nil {
		return err
	}
	s, err := t.load(name)
	if err != nil {
		return err
	}
	o, err := t.tell(s)
	if err != nil || t.out == "" {
		return err
	}
	return t.draw(ctx, s, o)
}

// tell plays the run and tells it.
func (t *tracing) tell(s *scenario.Scenario) (*talks.Outcome, error) {
	if !t.asJSON {
		return t.tellStory(s)
	}
	lines := json.NewEncoder(t.stdout)
	lines.SetEscapeHTML(false)
	var err error
	o, fault := t.play(s, func(at step) {
		if err == nil {
			err = lines.Encode(at)
		}
	})
	if err != nil {
		return nil, err
	}
	return o, fault
}

func (t *tracing) tellStory(s *scenario.Scenario) (*talks.Outcome, error) {
	p := newProse(t.stdout, s.Case)
	p.line("%s", s.Title)
	if s.Live {
		p.line("%s", words.Sentence(scenario.Caveat))
	}
	p.line("One run: master seed %d, replicate %d, mediator %s.", t.seed, t.replicate, s.Case.Mediator.Name)
	o, fault := t.play(s, p.tell)
	if p.err != nil {
		return nil, p.err
	}
	return o, fault
}

// play plays the run; the error is why it could not be played to its end.
func (t *tracing) play(s *scenario.Scenario, tell func(step)) (o *talks.Outcome, err error) {
	teller := newStoryteller(s.Case, s.Order, tell)
	defer func() {
		if cause := recover(); cause != nil { // as in the rows of a result: a fault of this run
			err = fmt.Errorf("the run broke off: %v", cause)
		}
	}()
	o = talks.NewEngine(s.Case).Play(rng.Derive(rng.Seed(t.seed), t.replicate), teller.watch)
	teller.end(o)
	if o.Fault != "" {
		return nil, fmt.Errorf("the run broke off: %s", o.Fault)
	}
	return o, nil
}

// load reads a scenario, or the configuration and the seed of a result.
func (t *tracing) load(name string) (*scenario.Scenario, error) {
	doc, err := t.document(name)
	if err != nil {
		return nil, err
	}
	if err := patch(doc, t.set); err != nil {
		return nil, err
	}
	s, err := scenario.Compile(doc)
	if err != nil || t.mediator == "" || t.mediator == s.Case.Mediator.Name {
		return s, err
	}
	if _, ok := strategy(t.mediator); !ok {
		var names []string
		for _, m := range agents.Mediators() {
			names = append(names, m.Name)
		}
		return nil, misuse("--mediator %s: %s", t.mediator, oneOf(t.mediator, names))
	}
	if err := patch(doc, []string{"talks.mediator=" + experiment.Played(t.mediator)}); err != nil {
		return nil, err
	}
	return scenario.Compile(doc)
}

// document is the scenario itself, or what a result was made with.
func (t *tracing) document(name string) (*document.Document, error) {
	if info, err := os.Stat(name); err != nil || !info.IsDir() {
		if t.point > 0 {
			return nil, t.noPoint()
		}
		return parseAs(aScenario, name)
	}
	r, err := open(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	if !t.seeded {
		t.seed = r.Manifest.Seed
	}
	if runs := r.Manifest.Runs / max(1, len(r.Manifest.Mediators)); t.replicate >= runs {
		return nil, misuse("--replicate %d: %s has replicates 0 to %d", t.replicate, name, runs-1)
	}
	if r.Manifest.Command == "sweep" {
		return t.pointOf(r)
	}
	if t.point > 0 {
		return nil, t.noPoint()
	}
	from, err := r.Reader("config.yaml")
	if err != nil {
		return nil, badInput{err}
	}
	src, err := io.ReadAll(from)
	if err != nil {
		return nil, err
	}
	return document.Parse(strings.TrimSuffix(name, "/")+"/config.yaml", src)
}

func (t *tracing) noPoint() error {
	return misuse("--point %d: there is only design point 0", t.point)
}

// pointOf is the scenario at a design point of a sweep's result, under the mediator
// asked for or the first of the sweep.
func (t *tracing) pointOf(r *store.Result) (*document.Document, error) {
	files, err := experimentOf(r)
	if err != nil {
		return nil, err
	}
	s := files.sweep
	if t.point >= len(s.Points) {
		return nil, misuse("--point %d: the design has points 0 to %d", t.point, len(s.Points)-1)
	}
	mediator := t.mediator
	if t.mediator = ""; mediator == "" { // the document is under whoever it was
		mediator = s.Mediators[0]
	}
	if !slices.Contains(s.Mediators, mediator) {
		return nil, misuse("--mediator %s: %s", mediator, oneOf(mediator, s.Mediators))
	}
	return s.Document(t.point, mediator)
}

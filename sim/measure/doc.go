// Package measure says how good an outcome was.
//
// It sees the truth, which nobody at the talks does: what deals are really worth
// and what no deal is worth. It looks from outside, after a run or at a table where
// nobody has spoken yet, and never changes the course of a run. It must not know
// how rows are written or drawn, and no mediator may import it.
//
// [Solve] maps the space of deals: who could have had what. [Finder] tells
// whether there was anything to agree on. [All] lists what is recorded of a run, each
// measure with its unit and meaning, and a [Ledger] fills the rows. [CaseFile] puts
// together what is known of a scenario before anyone talks.
//
// A deal is acceptable when nobody would refuse it: every signatory, and every
// party whose consent the text needs, finds it worth at least its fallback and none
// of its red lines crossed. Authors do not count here: a deal is judged, not a draft.
package measure

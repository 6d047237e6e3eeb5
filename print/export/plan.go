// Package export writes an event's printed pieces into a folder: all that was asked for, or nothing.
package export

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"tiengtrong/app"
	"tiengtrong/print"
)

// Kind is a kind of printed piece.
type Kind string

// The kinds of printed pieces.
const (
	Programs     Kind = "program"
	Banners      Kind = "banners"
	Posters      Kind = "posters"
	Certificates Kind = "certificates"
)

// Kinds lists the kinds that are exported where nothing else is said, in their order.
var Kinds = []Kind{Programs, Banners, Posters, Certificates}

// All lists every kind: Kinds, and what is made only where it is asked for.
func All() []Kind {
	all := Kinds
	for _, p := range paperwork {
		all = append(slices.Clip(all), p.kind)
	}
	return all
}

// Use is who will work with the files.
type Use string

// The uses: the school's own printer, a print shop, and anything that shines.
const (
	Office Use = "office" // PDF of the finished size
	Shop   Use = "shop"   // PDF with bleed and printer's marks
	Screen Use = "screen" // PNG
)

// Uses lists the uses in the order in which people choose from them.
var Uses = []Use{Office, Shop, Screen}

// Plan says what to export, for whom, and where to.
type Plan struct {
	Event   *app.Event
	Studio  *print.Studio
	What    []Kind
	For     Use
	Dir     string            // made where it is missing
	Force   bool              // export past errors
	Design  app.ID            // the certificate that alone is wanted; zero for all
	Only    []app.ID          // recipients whose certificates alone are wanted, such as one to be printed again; nil for all
	Printer []app.Calibration // for the office: of the printer, one for each paper; empty for one that isn't off
	Options

	// Ready is asked when all files are complete and before any of them appears; after its error none does. nil agrees.
	Ready func() error
}

// check finds an option that the use does not have, or that has no meaning without another.
func (p Plan) check() error {
	if len(p.Printer) > 0 && p.For != Office {
		return &MisplacedOption{"--printer", Office}
	}
	if slices.Contains(p.What, Register) && !Serves(Register, p.For) {
		return &MisplacedOption{"--what " + string(Register), Office}
	}
	return p.Options.check(p.For)
}

// File tells one file that was written. The size is that of its first page's trim as it is in the file; the
// finished piece is Scale times as large.
type File struct {
	Path     string  `json:"path"`
	Kind     Kind    `json:"kind"`
	Pages    int     `json:"pages"`
	WidthMM  float64 `json:"width_mm"`
	HeightMM float64 `json:"height_mm"`
	Scale    int     `json:"scale"`
	ID       app.ID  `json:"-"` // of the piece
	BleedMM  float64 `json:"-"` // on every side
	Detail
}

// Result is what an export wrote, and what the proof found.
type Result struct {
	Files    []File
	Problems []app.Problem
}

// Forced tells whether the files were written past an error.
func (r Result) Forced() bool { return len(r.Files) > 0 && CountErrors(r.Problems) > 0 }

// BlockedError says that errors stand in the way of an export.
type BlockedError struct{ Problems []app.Problem }

// Error counts the errors; each is a sentence of its own.
func (b *BlockedError) Error() string {
	return fmt.Sprintf("%d errors stand in the way", CountErrors(b.Problems))
}

// CountErrors counts the problems that stop an export.
func CountErrors(problems []app.Problem) int {
	n := 0
	for _, p := range problems {
		if p.Severity == app.Error {
			n++
		}
	}
	return n
}

// UnknownName says that there is no kind, use, paper, order, field and so on of that name.
type UnknownName struct {
	What  string // as the phrase "export.unknown-WHAT" is called: "kind", "use", "paper"
	Name  string
	Known []string
}

// Error names what there is.
func (u *UnknownName) Error() string {
	return fmt.Sprintf("no such %s: %q (there are: %s)", u.What, u.Name, strings.Join(u.Known, ", "))
}

// FolderError says that files can't be written into a folder, and why.
type FolderError struct {
	Dir string
	Err error
}

// Error describes the failure for a log.
func (f *FolderError) Error() string { return fmt.Sprintf("write into %s: %v", f.Dir, f.Err) }

// Unwrap returns the cause.
func (f *FolderError) Unwrap() error { return f.Err }

// ParseKinds reads a list such as "program,banners"; an empty one means Kinds.
func ParseKinds(list string) ([]Kind, error) {
	if strings.TrimSpace(list) == "" {
		return Kinds, nil
	}
	var out []Kind
	for _, name := range strings.Split(list, ",") {
		kind := Kind(strings.TrimSpace(name))
		if all := All(); !slices.Contains(all, kind) {
			return nil, &UnknownName{"kind", string(kind), names(all)}
		}
		if !slices.Contains(out, kind) {
			out = append(out, kind)
		}
	}
	return out, nil
}

// ParseUse reads a use.
func ParseUse(name string) (Use, error) {
	if use := Use(strings.TrimSpace(name)); slices.Contains(Uses, use) {
		return use, nil
	}
	return "", &UnknownName{"use", name, names(Uses)}
}

func names[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return out
}

// subjects tells which kinds of subjects a kind of piece prints; paperwork tells its own.
var subjects = map[Kind][]app.SubjectKind{
	Programs:     {app.OfCeremony, app.OfItem},
	Banners:      {app.OfBanner},
	Posters:      {app.OfPoster},
	Certificates: {app.OfCertificate, app.OfRecipient},
}

// Proof returns what the proofreader and the preflight find about the pieces of the given kinds, and about
// the event's facts, which stand on all of them.
func Proof(e *app.Event, studio *print.Studio, what []Kind) []app.Problem {
	found, _ := ProofContext(context.Background(), e, studio, what)
	return found
}

// ProofContext is Proof until the context is cancelled; the error is the context's.
func ProofContext(ctx context.Context, e *app.Event, studio *print.Studio, what []Kind) ([]app.Problem, error) {
	return ProofOf(ctx, Plan{Event: e, Studio: studio, What: what})
}

// ProofOf reads all that a plan is to print, until the context is cancelled; the error is the context's.
func ProofOf(ctx context.Context, plan Plan) ([]app.Problem, error) {
	p := newProof(plan)
	err := p.read(ctx, plan.Event, plan.Studio)
	if err == nil {
		p.paperwork(paperworkJobs(plan))
	}
	return p.found, err
}

// proof collects what is wrong with the pieces of some kinds, each thing once.
type proof struct {
	what  []Kind
	only  []app.ID         // recipients; nil for all
	said  map[finding]bool // by the proofreader, who is asked before the preflight
	found []app.Problem
}

// newProof begins with what the proofreader finds.
func newProof(plan Plan) *proof {
	p := &proof{what: plan.What, only: plan.Only, said: map[finding]bool{}}
	all := append(app.Check(plan.Event), plan.Studio.Awards.Check(plan.Event)...)
	if plan.Only == nil {
		all = append(all, app.Provisional(plan.Event)...)
	}
	p.add(all)
	for _, problem := range all {
		p.said[finding{problem.Code, problem.Subject.ID}] = true
	}
	return p
}

// read runs the preflight over an event's pieces, until the context is cancelled.
func (p *proof) read(ctx context.Context, e *app.Event, studio *print.Studio) error {
	for problems := range studio.Findings(ctx, only(e, p.what)) {
		if ctx.Err() != nil {
			break
		}
		for i := range problems {
			if slices.Contains(ofPrograms, problems[i].Subject.Kind) { // of which there is paperwork besides
				problems[i].Papers = []string{string(Programs)}
			}
		}
		p.add(problems)
	}
	return ctx.Err()
}

// add takes what the preflight found.
func (p *proof) add(problems []app.Problem) {
	for _, problem := range Concerning(problems, p.what) {
		other := p.only != nil && problem.Subject.Kind == app.OfRecipient && !slices.Contains(p.only, problem.Subject.ID)
		if !other && !p.said[finding{problem.Code, problem.Subject.ID}] {
			p.found = append(p.found, problem)
		}
	}
}

// paperwork takes what is wrong with paperwork; what is known of another paper is wrong on this one, too.
func (p *proof) paperwork(paper []job) {
	for _, j := range paper {
		for _, problem := range j.problems {
			i := slices.IndexFunc(p.found, func(q app.Problem) bool { return sameProblem(problem, q) })
			switch {
			case i < 0:
				problem.Papers = []string{string(j.kind)}
				p.add([]app.Problem{problem})
			case p.found[i].Papers != nil && !slices.Contains(p.found[i].Papers, string(j.kind)):
				p.found[i].Papers = append(p.found[i].Papers, string(j.kind))
			}
		}
	}
}

// finding tells problems of different things apart.
type finding struct {
	code string
	id   app.ID
}

// only returns the event with the pieces of the given kinds alone, so that no others are laid out.
func only(e *app.Event, what []Kind) *app.Event {
	c := *e
	if !slices.Contains(what, Programs) {
		c.Ceremonies = nil
	}
	if !slices.Contains(what, Banners) {
		c.Banners = nil
	}
	if !slices.Contains(what, Posters) {
		c.Posters = nil
	}
	if !slices.Contains(what, Certificates) {
		c.Certificates = nil
	}
	return &c
}

// Concerning returns those of the problems that are about the pieces of the given kinds, or about the event's
// facts. What is wrong on another paper only doesn't concern them, though both be about one program.
func Concerning(problems []app.Problem, what []Kind) []app.Problem {
	concerns := func(p app.Problem) bool {
		return slices.ContainsFunc(what, func(k Kind) bool {
			if p.Papers != nil {
				return slices.Contains(p.Papers, string(k))
			}
			return p.Subject.Kind == app.OfEvent || slices.Contains(subjectsOf(k), p.Subject.Kind)
		})
	}
	var found []app.Problem
	for _, p := range problems {
		if concerns(p) {
			found = append(found, p)
		}
	}
	return found
}

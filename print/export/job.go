package export

import (
	"context"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"tiengtrong/app"
	"tiengtrong/print"
)

// job is one file to be written: its name without ending, and its pages.
type job struct {
	id     app.ID
	name   string
	title  string
	kind   Kind
	count  int
	page   func(i int) *print.Page
	each   iter.Seq[*print.Page] // of a long document: instead of page
	merge  *merge                // where it is one: instead of page
	names  []string              // of files, where each page is one of its own
	detail Detail

	problems []app.Problem         // of paperwork
	write    func(io.Writer) error // a file without pages, whose name has its ending; count is 1
}

// jobs lists the files of a plan in the event's order, and then its paperwork.
func jobs(plan Plan, paper []job) ([]job, error) {
	var out []job
	for _, kind := range Kinds {
		for _, want := range plan.What {
			if want == kind && (kind == Certificates || plan.Shard.leads()) {
				made, err := makers[kind](plan)
				if err != nil {
					return nil, err
				}
				out = append(out, made...)
			}
		}
	}
	out = append(out, paper...)
	return slices.DeleteFunc(unique(out), func(j job) bool { return j.count == 0 }), nil // no letter to be cut out, say
}

// makers lays out the pieces of each kind.
var makers = map[Kind]func(Plan) ([]job, error){
	Programs: programs, Banners: banners, Posters: posters, Certificates: certificates,
}

func programs(plan Plan) ([]job, error) {
	var out []job
	for _, c := range plan.Event.Ceremonies {
		if len(c.Program.Items) == 0 {
			continue
		}
		pages, _ := plan.Studio.Program(plan.Event, c)
		out = append(out, sheets(Programs, "chuong-trinh", c.Title, pages, nil))
	}
	return out, nil
}

// sheets is one file with pages that are laid out.
func sheets(kind Kind, prefix, title string, pages []*print.Page, problems []app.Problem) job {
	return job{
		name: fileName(prefix, title), title: title, kind: kind, count: len(pages), problems: problems,
		page: func(i int) *print.Page { return pages[i] },
	}
}

// finish makes of a layout the page that a use needs.
func finish(plan Plan, page *print.Page, line string) *print.Page {
	switch plan.For {
	case Shop:
		marked := print.ForPDF(plan.Studio.Marked(page, line))
		if marked.Scale > 1 {
			marked = print.ForPDF(plan.Studio.Marked(page, fmt.Sprintf("%s · TỈ LỆ 1:%d", line, marked.Scale)))
		}
		return marked
	case Office:
		return print.ForPDF(trimmed(page))
	default:
		return trimmed(page)
	}
}

// trimmed returns the page without its bleed and slug.
func trimmed(page *print.Page) *print.Page {
	c := *page
	c.Bleed, c.Slug = print.Sides{}, print.Sides{}
	return &c
}

// slugLine tells whose a piece is, and its name where one can be printed, its size and how many are ordered.
func slugLine(plan Plan, p app.Piece) string {
	parts := []string{plan.Studio.Printable(plan.Event.School.Name), p.Name, fmt.Sprintf("khổ thành phẩm %g × %g mm", p.WidthMM, p.HeightMM), fmt.Sprintf("SL %d", p.Copies)}
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), " · ")
}

// pages hands out the pages of a job in order, until the context is cancelled. The pages of a merge come with their
// problems; those of other pieces were told by the proof.
func (j job) pages(ctx context.Context) iter.Seq[print.Laid] {
	if j.merge != nil {
		return j.merge.pages(ctx)
	}
	if j.each != nil {
		return func(yield func(print.Laid) bool) {
			for page := range j.each {
				if !yield(print.Laid{Page: page}) {
					return
				}
			}
		}
	}
	return func(yield func(print.Laid) bool) {
		for i := range j.count {
			if !yield(print.Laid{Page: j.page(i)}) {
				return
			}
		}
	}
}

// first counts the pages before the job's, where it is a shard.
func (j job) first() int {
	if j.merge == nil {
		return 0
	}
	return j.merge.first
}

// fileName names a file by what it is and what it is called, without saying the same twice.
func fileName(kind, title string) string {
	name := Slug(title)
	if name == kind || strings.HasPrefix(name, kind+"-") {
		return name
	}
	return kind + "-" + name
}

// maxSlug keeps names of files within what every system and every zip tool takes.
const maxSlug = 60

// Slug returns a text as part of a file name: lower case ASCII letters and digits, parted by hyphens.
func Slug(text string) string {
	words := strings.FieldsFunc(app.Fold(text), func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9') })
	name := ""
	for _, w := range words {
		if len(name)+1+len(w) > maxSlug {
			break
		}
		name += "-" + w
	}
	if name == "" {
		return "khong-ten"
	}
	return name[1:]
}

// unique numbers the names that stand more than once.
func unique(list []job) []job {
	taken := map[string]bool{}
	for i := range list {
		name := list[i].name
		for n := 2; taken[name]; n++ {
			name = fmt.Sprintf("%s-%d", list[i].name, n)
		}
		taken[name] = true
		list[i].name = name
	}
	return list
}

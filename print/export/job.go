package export

import (
	"fmt"
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
	detail Detail
}

// jobs lists the files of a plan in the event's order.
func jobs(plan Plan) []job {
	var out []job
	for _, kind := range Kinds {
		for _, want := range plan.What {
			if want == kind {
				out = append(out, makers[kind](plan)...)
			}
		}
	}
	return unique(slices.DeleteFunc(out, func(j job) bool { return j.count == 0 })) // no letter to be cut out, say
}

// makers lays out the pieces of each kind.
var makers = map[Kind]func(Plan) []job{
	Programs: programs, Banners: banners, Posters: posters, Certificates: certificates,
}

func programs(plan Plan) []job {
	var out []job
	for _, c := range plan.Event.Ceremonies {
		if len(c.Program.Items) == 0 {
			continue
		}
		pages, _ := plan.Studio.Program(plan.Event, c)
		out = append(out, job{
			name: fileName("chuong-trinh", c.Title), title: c.Title, kind: Programs, count: len(pages),
			page: func(i int) *print.Page { return pages[i] },
		})
	}
	return out
}

func certificates(plan Plan) []job {
	var out []job
	for _, c := range plan.Event.Certificates {
		batch := plan.Studio.Certificates(plan.Event, c)
		if batch.Len() == 0 {
			continue
		}
		blank := finish(plan, batch.Blank(), fmt.Sprintf("%s · %s · %g × %g mm", plan.Event.School.Name, c.Name, c.WidthMM, c.HeightMM))
		out = append(out, job{
			id: c.ID, name: fileName("giay-khen", c.Name), title: c.Name, kind: Certificates, count: batch.Len(),
			page: func(i int) *print.Page {
				page, _ := batch.Page(i)
				return onto(blank, page)
			},
		})
	}
	return out
}

// onto returns a page of a merge on the finished blank, marks and all, that it shares with the others.
func onto(blank, page *print.Page) *print.Page {
	c := *blank
	c.Items = page.Items
	if len(blank.Items) > 0 {
		c.Under = blank
	}
	return &c
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

func slugLine(e *app.Event, p app.Piece) string {
	return fmt.Sprintf("%s · %s · khổ thành phẩm %g × %g mm · SL %d", e.School.Name, p.Name, p.WidthMM, p.HeightMM, p.Copies)
}

func (j job) pages() iter.Seq[*print.Page] {
	return func(yield func(*print.Page) bool) {
		for i := range j.count {
			if !yield(j.page(i)) {
				return
			}
		}
	}
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

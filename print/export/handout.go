package export

import (
	"fmt"
	"slices"

	"tiengtrong/app"
	"tiengtrong/print"
)

// Handout says how certificates are sorted, parted and put onto sheets. Its zero value is one file in the order of the list.
type Handout struct {
	Order    app.Order
	Tones    app.Tones
	PerClass bool         // a file for each class, and a file with a cover sheet for each pack
	Calls    bool         // a call sheet for who announces the names
	Names    string       // a file for each recipient, named by this pattern: "{lớp}/{stt} {họ tên}"
	Up       int          // certificates on a sheet; 0 where each has its own
	Sheet    *print.Paper // on which they stand; nil for the smallest that has room
	Gutter   *print.MM    // between them; nil for one that has room for the bleed where the sheet has
}

// ParseOrder reads an order of certificates; "" is that of the list.
func ParseOrder(name string) (app.Order, error) { return known("order", app.Order(name), app.Orders) }

// ParseTones reads an order of the tones; "" is that of dictionaries.
func ParseTones(name string) (app.Tones, error) {
	return known("tones", app.Tones(name), app.ToneOrders)
}

// known returns a name that is "" or one of a list.
func known[T ~string](what string, name T, list []T) (T, error) {
	if name != "" && !slices.Contains(list, name) {
		return "", &UnknownName{what, string(name), names(list)}
	}
	return name, nil
}

// ConflictingOptions says that two options don't go together.
type ConflictingOptions struct{ One, Other string }

// Error describes the failure for a log.
func (c *ConflictingOptions) Error() string { return c.One + " and " + c.Other + " exclude each other" }

// check finds options that have no meaning for the use, or none together.
func (h Handout) check(use Use) error {
	switch {
	case h.Up > 0 && use == Screen:
		return &MisplacedOption{"--n-up", Office}
	case h.Up > 0 && h.Names != "":
		return &ConflictingOptions{"--n-up", "--name-pattern"}
	case h.Up == 0 && h.Sheet != nil:
		return &ConflictingOptions{"--sheet", "--n-up 0"}
	case h.Up == 0 && h.Gutter != nil:
		return &ConflictingOptions{"--gutter", "--n-up 0"}
	}
	return nil
}

// bundle is the certificates that are handed out together.
type bundle struct {
	suffix string // of the name of its file
	words  string // after the title of the file
	class  string
	order  []int
}

// chosen returns the places of the recipients that the plan asks for, in the order of handing out.
func (p Plan) chosen(batch *print.Batch, by app.Order) []int {
	order := batch.Order(by, p.Tones)
	if p.Only == nil {
		return order
	}
	wanted := p.wanted()
	return slices.DeleteFunc(order, func(place int) bool { return !wanted(batch.Recipient(place).ID) })
}

// bundles parts the recipients in the given order by class where that is asked; else they are one bundle.
func (h Handout) bundles(batch *print.Batch, order []int) []bundle {
	if !h.PerClass {
		return []bundle{{order: order}}
	}
	byClass := map[string]int{}
	var out []bundle
	for _, place := range order {
		class := batch.Recipient(place).Class
		i, known := byClass[class]
		if !known {
			i = len(out)
			byClass[class] = i
			out = append(out, bundle{suffix: "-lop-" + Slug(class), words: " · Lớp " + class, class: class})
		}
		out[i].order = append(out[i].order, place)
	}
	slices.SortStableFunc(out, func(a, b bundle) int { return app.CompareClasses(a.class, b.class) })
	return out
}

// certificates makes the jobs of each design that somebody receives.
func certificates(plan Plan) ([]job, error) {
	var out []job
	for _, c := range plan.Event.Certificates {
		if plan.Design != (app.ID{}) && plan.Design != c.ID {
			continue
		}
		batch := plan.batch(c)
		order := plan.chosen(batch, plan.Order)
		if len(order) == 0 {
			continue
		}
		if err := checkPattern(batch, plan.Names); err != nil {
			return nil, err
		}
		d := design{plan, c, batch, plan.Handout.bundles(batch, order), nil}
		if plan.Up > 0 {
			var err error
			if d.imposed, err = print.Impose(plan.blank(batch), plan.Up, plan.Sheet, plan.Gutter); err != nil {
				return nil, err
			}
		}
		merges, err := d.merges()
		if err != nil {
			return nil, err
		}
		out = append(out, merges...)
		if plan.Shard.leads() {
			out = append(out, d.lists()...)
		}
	}
	return out, nil
}

// batch prepares a design for the sheets that the plan prints on.
func (p Plan) batch(c app.Certificate) *print.Batch {
	if p.Blank {
		return p.Studio.Imprints(p.Event, c)
	}
	return p.Studio.Certificates(p.Event, c)
}

// blank is the sheet without a recipient's lines.
func (p Plan) blank(b *print.Batch) *print.Page {
	if p.Trial {
		return p.Studio.Trial(b.Blank())
	}
	return b.Blank()
}

// design is one design of certificates on its way into files.
type design struct {
	plan    Plan
	cert    app.Certificate
	batch   *print.Batch
	bundles []bundle
	imposed *print.Imposition // nil where each certificate is a page
}

// name tells the design, and a trial and what is for blanks from what can be handed out: none must take the place of another.
func (d design) name() string {
	name := fileName("giay-khen", d.cert.Name)
	if d.plan.Blank {
		name += "-len-phoi"
	}
	if d.plan.Trial {
		name += "-in-thu"
	}
	return name
}

// suffix tells the file from that of all certificates: which shard it is, how many it has, or the number of the one.
func (d design) suffix(order []int) string {
	if d.plan.Only == nil {
		return d.plan.Shard.suffix()
	}
	if len(order) > 1 {
		return fmt.Sprintf("-%d-giay", len(order))
	}
	number, _ := d.batch.Fill("{số}", order[0])
	return "-so-" + Slug(number)
}

// merges makes the files of the certificates: the shard is a run of all their pages, bundle after bundle.
func (d design) merges() ([]job, error) {
	line := fmt.Sprintf("%s · %s · %g × %g mm", d.plan.Event.School.Name, d.cert.Name, d.cert.WidthMM, d.cert.HeightMM)
	blank := finish(d.plan, d.plan.blank(d.batch), line)
	paper := blank.Trim
	if d.imposed != nil {
		paper = d.imposed.Sheet
	}
	aim, err := aimFor(d.plan.Printer, paper)
	if err != nil {
		return nil, err
	}
	var out []job
	total := 0
	for _, b := range d.bundles {
		m := &merge{batch: d.batch, blank: blank, aim: aim, imposed: d.imposed, order: b.order, first: total}
		total += m.count()
		out = append(out, job{id: d.cert.ID, name: d.name() + b.suffix + d.suffix(b.order), title: d.cert.Name + b.words, kind: Certificates, merge: m})
	}
	first, end := d.plan.Shard.of(total)
	design := d.batch.Problems()
	for i := range out {
		m := out[i].merge
		before := m.first
		m.first, m.end = min(max(first-before, 0), m.count()), min(max(end-before, 0), m.count())
		if out[i].count = m.end - m.first; out[i].count > 0 {
			m.design, design = design, nil
		}
		if d.plan.Names != "" {
			out[i].names = fileNames(d.batch, m.order, d.plan.Names)[m.first:m.end]
		}
	}
	return out, nil
}

// lists makes the sheets that go with the certificates, each kind in a file of its own: they are not printed on the same
// paper.
func (d design) lists() []job {
	var out []job
	add := func(suffix, words string, count int, page func(int) *print.Page) {
		out = append(out, job{id: d.cert.ID, name: d.name() + suffix, title: d.cert.Name + words, kind: Certificates, count: count, page: page})
	}
	if d.plan.PerClass {
		packs := make([]print.Pack, len(d.bundles))
		for i, b := range d.bundles {
			packs[i] = print.Pack{Class: b.class, Order: b.order}
		}
		covers := d.batch.Covers(packs)
		add("-bia-goi", " · Bìa gói", covers.Len(), covers.Page)
	}
	if d.plan.Calls {
		calls := d.batch.CallSheet(d.batch.Order(app.OnStage, d.plan.Tones))
		add("-goi-ten", " · Gọi tên", calls.Len(), calls.Page)
	}
	if d.imposed != nil {
		add("-cach-cat", " · Cách cắt", len(d.bundles), func(i int) *print.Page {
			return d.imposed.Guide(d.plan.Studio, len(d.bundles[i].order), d.cert.Name+d.bundles[i].words)
		})
	}
	return out
}

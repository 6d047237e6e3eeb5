package export

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"tiengtrong/app"
	"tiengtrong/print"
)

// merge is the certificates of one design on their way into a file, or one shard of them.
type merge struct {
	batch *print.Batch
	blank *print.Page // finished, marks and all: what the sheets share
	first int         // recipient
	some  []int       // places of the recipients where not all were asked for; else nil
}

// certificates makes a job of each design that somebody receives.
func certificates(plan Plan) []job {
	var out []job
	for _, c := range plan.Event.Certificates {
		batch := plan.Studio.Certificates(plan.Event, c)
		some, suffix := plan.chosen(c)
		if plan.Only != nil && len(some) == 0 {
			continue
		}
		first, end := plan.Shard.of(batch.Len())
		if some != nil {
			first, end = 0, len(some)
		}
		line := fmt.Sprintf("%s · %s · %g × %g mm", plan.Event.School.Name, c.Name, c.WidthMM, c.HeightMM)
		out = append(out, job{
			id: c.ID, name: fileName("giay-khen", c.Name) + suffix, title: c.Name, kind: Certificates, count: end - first,
			merge: &merge{batch, finish(plan, batch.Blank(), line), first, some},
		})
	}
	return out
}

// chosen returns the places of the recipients that the plan asks for, nil for all, and what tells the file from that of
// all: the number, where it is of one.
func (p Plan) chosen(c app.Certificate) (places []int, suffix string) {
	if p.Only == nil {
		return nil, p.Shard.suffix()
	}
	numbers := p.Event.Numbering(c)
	for i, r := range p.Event.RosterOf(c).Recipients {
		if slices.Contains(p.Only, r.ID) {
			number, _ := numbers.Of(i, r)
			places, suffix = append(places, i), "-so-"+Slug(number)
		}
	}
	if len(places) > 1 {
		suffix = fmt.Sprintf("-%d-giay", len(places))
	}
	return places, suffix
}

// pages lays out the sheets on all cores.
func (m *merge) pages(ctx context.Context, count int) iter.Seq[print.Laid] {
	sheets := m.batch.Pages(ctx, m.first, m.first+count)
	if m.some != nil {
		sheets = m.batch.Chosen(ctx, m.some)
	}
	return func(yield func(print.Laid) bool) {
		for laid := range sheets {
			laid.Page = onto(m.blank, laid.Page)
			if !yield(laid) {
				return
			}
		}
	}
}

// onto returns a page of a merge on the finished blank that it shares with the others.
func onto(blank, page *print.Page) *print.Page {
	c := *blank
	c.Items = page.Items
	if len(blank.Items) > 0 {
		c.Under = blank
	}
	return &c
}

// unmerged returns the event without the certificates that somebody receives: their proof is read while they are written,
// so that no sheet is laid out twice.
func unmerged(e *app.Event) *app.Event {
	c := *e
	c.Certificates = nil
	for _, cert := range e.Certificates {
		if len(e.RosterOf(cert).Recipients) == 0 {
			c.Certificates = append(c.Certificates, cert)
		}
	}
	return &c
}

// Shard is one of several machines' parts of each merge: a run of certificates one after the other, with the numbers
// that they have in the whole. Other pieces are the first machine's. The zero value is the whole.
type Shard struct{ Part, Parts int }

// maxShards is more machines than anybody has.
const maxShards = 9999

// ParseShard reads "3/16", the third of sixteen; "" is the whole.
func ParseShard(text string) (Shard, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return Shard{}, nil
	}
	part, parts, _ := strings.Cut(text, "/")
	i, err := strconv.Atoi(part)
	n, err2 := strconv.Atoi(parts)
	if err != nil || err2 != nil || i < 1 || i > n || n > maxShards {
		return Shard{}, &UnknownName{"shard", text, []string{"1/4", "2/4", "3/4", "4/4"}}
	}
	return Shard{i, n}, nil
}

// of returns which of count things are the shard's: the k-th of all, from 1, is in shard ⌈k · parts / count⌉.
func (s Shard) of(count int) (first, end int) {
	if s.Parts == 0 {
		return 0, count
	}
	return (s.Part - 1) * count / s.Parts, s.Part * count / s.Parts
}

// leads tells whether the shard has what is no merge.
func (s Shard) leads() bool { return s.Part <= 1 }

// suffix tells the shard in the name of its file, so that names sort as the shards do.
func (s Shard) suffix() string {
	if s.Parts == 0 {
		return ""
	}
	parts := strconv.Itoa(s.Parts)
	return fmt.Sprintf("-phan-%0*d-tren-%s", len(parts), s.Part, parts)
}

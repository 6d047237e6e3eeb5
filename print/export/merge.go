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

// merge is the certificates of one design, or of one class of it, on their way into a file, or one shard of them.
type merge struct {
	batch      *print.Batch
	blank      *print.Page       // finished, marks and all: what the sheets share
	imposed    *print.Imposition // where several go onto a sheet: instead of blank
	aim        print.Matrix      // for a printer that is off
	order      []int             // places in the list
	first, end int               // of the pages of the whole
	design     []app.Problem     // told with the first page
}

// count returns how many pages the whole has.
func (m *merge) count() int {
	if m.imposed != nil {
		return m.imposed.Sheets(len(m.order))
	}
	return len(m.order)
}

// pages lays out the sheets on all cores.
func (m *merge) pages(ctx context.Context) iter.Seq[print.Laid] {
	return func(yield func(print.Laid) bool) {
		pages := m.single(ctx)
		if m.imposed != nil {
			pages = m.sheets(ctx)
		}
		design := m.design
		for laid := range pages {
			laid.Page.Aim = m.aim
			laid.Problems = append(slices.Clip(design), laid.Problems...)
			design = nil
			if !yield(laid) {
				return
			}
		}
	}
}

// single makes a page of each certificate.
func (m *merge) single(ctx context.Context) iter.Seq[print.Laid] {
	return func(yield func(print.Laid) bool) {
		for laid := range m.batch.Pages(ctx, m.order[m.first:m.end]) {
			laid.Page = onto(m.blank, laid.Page)
			if !yield(laid) {
				return
			}
		}
	}
}

// sheets makes a page of the certificates that stand on one sheet.
func (m *merge) sheets(ctx context.Context) iter.Seq[print.Laid] {
	return func(yield func(print.Laid) bool) {
		var order []int
		for place := range m.places() {
			if place >= 0 {
				order = append(order, m.order[place])
			}
		}
		next, stop := iter.Pull(m.batch.Pages(ctx, order))
		defer stop()
		var sheet print.Laid
		var on []*print.Page
		for place := range m.places() {
			var laid print.Laid
			if place >= 0 {
				var more bool
				if laid, more = next(); !more {
					return
				}
			}
			on, sheet.Problems = append(on, laid.Page), append(sheet.Problems, laid.Problems...)
			if len(on) == m.imposed.Up() {
				sheet.Page = m.imposed.Page(on)
				if !yield(sheet) {
					return
				}
				sheet, on = print.Laid{}, nil
			}
		}
	}
}

// places tells for each place of each sheet which of the certificates, in their order, stands there; -1 for none.
func (m *merge) places() iter.Seq[int] {
	return func(yield func(int) bool) {
		for sheet := m.first; sheet < m.end; sheet++ {
			for place := range m.imposed.Up() {
				if !yield(m.imposed.At(sheet, place, len(m.order))) {
					return
				}
			}
		}
	}
}

// onto returns a page of a merge on the finished blank that it shares with the others.
func onto(blank, page *print.Page) *print.Page {
	c := *blank
	c.Items, c.Shared = page.Items, page.Shared
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

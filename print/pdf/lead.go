package pdf

import "tiengtrong/print"

// leads are the beginnings that pages of a merge have in common, beyond what lies under all of them: each is written once,
// as the part that lies under those pages.
type leads map[lead]*print.Page

// lead tells beginnings apart.
type lead struct {
	under *print.Page
	items [maxLead]print.Item
}

// maxLead is how many items a beginning may have, and maxLeads how many there may be: a merge has a few, as names take one
// line or two.
const (
	maxLead  = 8
	maxLeads = 64
)

// apart returns the page with its beginning under it.
func (l leads) apart(p *print.Page) *print.Page {
	if p.Shared == 0 || p.Shared > maxLead {
		return p
	}
	key := lead{under: p.Under}
	copy(key.items[:], p.Items[:p.Shared])
	if l[key] == nil {
		if len(l) == maxLeads {
			return p
		}
		l[key] = &print.Page{Under: p.Under, Items: p.Items[:p.Shared]}
	}
	out := *p
	out.Under, out.Items, out.Shared = l[key], p.Items[p.Shared:], 0
	return &out
}

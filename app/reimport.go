package app

import "slices"

// Changes is what a list that is imported once more does to a roster. Who is recognised keeps the ID, and with it
// the number of a certificate that was issued.
type Changes struct {
	Roster    *Roster // as it will be, with the identity of the old one
	Added     []*Recipient
	Changed   []Change
	Gone      []*Recipient // stood in the list before and do not any more
	Kept      []*Recipient // are not in the list and stay: who was typed in by hand, of whom no list can tell, and whom Keep keeps
	Unchanged int
	Dropped   []string // columns of the old list, besides the fields, that the new one doesn't have
}

// Change is a recipient that the new list tells otherwise.
type Change struct {
	Before, After *Recipient
	Kind          string   // how the person was recognised: an Alike constant
	Fields        []string // that change, in the order of RosterColumns
	More          []MoreChange
}

// MoreChange is a change in a column that the program has no field for.
type MoreChange struct{ Header, Before, After string }

// Any tells whether the list changes anything.
func (c Changes) Any() bool { return len(c.Added)+len(c.Changed)+len(c.Gone) > 0 }

// UpdateRoster puts the changes into the event, for every certificate that the roster serves. It belongs inside
// Document.Edit.
func (e *Event) UpdateRoster(c Changes) {
	e.EditRoster(c.Roster.ID, func(r *Roster) { *r = *c.Roster.clone() })
}

// Reimport tells what list, newly read, changes in the roster old. mapping is what the reading calls so: fields
// that the new list has no column for keep their old text.
func Reimport(old, list *Roster, mapping map[string]string) Changes {
	m := matching{peopleOf(old.Recipients), peopleOf(list.Recipients), map[*Recipient]Change{}}
	m.matchSame(func(p *person) string { return key(p.name, p.class, p.born, p.Award) })
	m.matchSame(func(p *person) string { return key(p.name, p.class, p.born) })
	for _, l := range append(slices.Clone(likenesses), sameName) {
		m.match(l)
	}
	return m.changes(old, list, mapping)
}

// matching pairs the people of an old list with those of a new one.
type matching struct {
	old, list []*person             // those not paired yet
	pairs     map[*Recipient]Change // by who stands in the new list
}

func peopleOf(list []*Recipient) []*person {
	out := make([]*person, len(list))
	for i, r := range list {
		out[i] = newPerson(r)
	}
	return out
}

// matchSame pairs people of one and the same key in the order of the lists.
func (m *matching) matchSame(key func(*person) string) {
	waiting := map[string][]*person{}
	for _, p := range m.old {
		waiting[key(p)] = append(waiting[key(p)], p)
	}
	for _, p := range m.list {
		if k := key(p); len(waiting[k]) > 0 {
			m.pair(waiting[k][0], p, AlikeSame)
			waiting[k] = waiting[k][1:]
		}
	}
	m.dropPaired()
}

// match pairs people who are alike, and like nobody else.
func (m *matching) match(l likeness) {
	old, list := index{}, index{}
	for _, p := range m.old {
		old.add(l.keys(p), p)
	}
	for _, p := range m.list {
		list.add(l.keys(p), p)
	}
	for _, p := range m.list {
		if before, only := old.alike(l.keys(p), l, p); only {
			if _, only := list.alike(l.keys(before), l, before); only {
				m.pair(before, p, l.kind)
			}
		}
	}
	m.dropPaired()
}

func (m *matching) pair(before, after *person, kind string) {
	m.pairs[after.Recipient] = Change{Before: before.Recipient, After: after.Recipient, Kind: kind}
}

func (m *matching) dropPaired() {
	paired := map[*Recipient]bool{}
	for after, c := range m.pairs {
		paired[after], paired[c.Before] = true, true
	}
	isPaired := func(p *person) bool { return paired[p.Recipient] }
	m.old, m.list = slices.DeleteFunc(m.old, isPaired), slices.DeleteFunc(m.list, isPaired)
}

// changes makes the new roster: in the order of the list, with who was typed in by hand at the end.
func (m *matching) changes(old, list *Roster, mapping map[string]string) Changes {
	roster := *list
	roster.ID, roster.Name, roster.Recipients = old.ID, old.Name, nil
	c := Changes{Roster: &roster}
	shared := map[string][2]int{}
	for i, header := range old.Columns {
		if k := slices.IndexFunc(list.Columns, func(h string) bool { return Fold(h) == Fold(header) }); k >= 0 {
			shared[list.Columns[k]] = [2]int{i, k}
		} else {
			c.Dropped = append(c.Dropped, header)
		}
	}
	for _, r := range list.Recipients {
		change, known := m.pairs[r]
		if !known {
			c.Added = append(c.Added, r)
		} else {
			r = updated(change.Before, r, mapping)
			change.After, change.Fields = r, Differences(change.Before, r)
			for _, header := range list.Columns {
				at, both := shared[header]
				before, after := cellAt(change.Before.Extra, at[0]), cellAt(r.Extra, at[1])
				if both && before != after {
					change.More = append(change.More, MoreChange{header, before, after})
				}
			}
			if len(change.Fields)+len(change.More) > 0 {
				c.Changed = append(c.Changed, change)
			} else {
				c.Unchanged++
			}
		}
		roster.Recipients = append(roster.Recipients, r)
	}
	for _, p := range m.old {
		c.Gone = append(c.Gone, p.Recipient)
	}
	return c.Keep(old, func(r *Recipient) bool { return r.Row == 0 })
}

// Keep has some of those who are gone from the roster old stay, at the end of the list, with what stood in their columns.
func (c Changes) Keep(old *Roster, stays func(*Recipient) bool) Changes {
	roster := *c.Roster
	columns := append(slices.Clip(roster.Columns), c.Dropped...)
	roster.Recipients, c.Kept = slices.Clip(roster.Recipients), slices.Clip(c.Kept)
	var gone []*Recipient
	for _, r := range c.Gone {
		if !stays(r) {
			gone = append(gone, r)
			continue
		}
		if len(r.Extra) > 0 {
			roster.Columns, c.Dropped = columns, nil
			r = r.moved(old.Columns, columns)
		}
		c.Kept = append(c.Kept, r)
		roster.Recipients = append(roster.Recipients, r)
	}
	c.Gone, c.Roster = gone, &roster
	return c
}

// moved returns the recipient with the texts of columns at their places in others, which hold all of them.
func (r *Recipient) moved(columns, others []string) *Recipient {
	moved := *r
	moved.Extra = make([]string, len(others))
	for to, header := range others {
		if from := slices.IndexFunc(columns, func(h string) bool { return Fold(h) == Fold(header) }); from >= 0 {
			moved.Extra[to] = cellAt(r.Extra, from)
		}
	}
	return &moved
}

// updated returns the recipient before as the list tells it now.
func updated(before, now *Recipient, mapping map[string]string) *Recipient {
	r := *now
	r.ID = before.ID
	has := func(field string) bool { return mapping[field] != "" }
	if r.Class == "" && !has(FieldClass) {
		r.Class = before.Class
	}
	if !has(FieldBorn) {
		r.Born = before.Born
	}
	if !has(FieldGender) && !has(FieldFemale) {
		r.Gender = before.Gender
	}
	if !has(FieldAward) {
		r.Award = before.Award
	}
	if !has(FieldCitation) {
		r.Citation = before.Citation
	}
	if !has(FieldCall) {
		r.Call = before.Call
	}
	return &r
}

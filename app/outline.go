package app

import "slices"

// Outline is a running order as it is edited: a heading for each part, and below it the part's items. Items before the
// first heading belong to no part. An Outline is changed by making another one.
type Outline []Row

// Row is a row of an Outline: the heading of a part, or an item.
type Row struct {
	RowID
	Part string // that the heading names, "" where the part has no name
	Item Item   // zero for a heading
}

// RowID tells a row apart from others: by its item, or by the part that the heading begins.
type RowID struct {
	Item    ID
	Heading bool
}

// Chosen is a set of rows. The heading of a part stands for the part as a whole.
type Chosen map[RowID]bool

// Outline returns the program's rows. Items without a part have a heading where a part stands before them.
func (p Program) Outline() Outline {
	var o Outline
	for _, part := range p.Parts(NoClock) {
		o = append(o, p.emptyBefore(part.From, part.To)...)
		if part.Name != "" || p.Items[part.From].PartID != (ID{}) || len(o) > 0 {
			o = append(o, heading(part.ID, part.Name))
		}
		for _, it := range p.Items[part.From:part.To] {
			o = append(o, itemRow(it))
		}
	}
	return append(o, p.emptyBefore(-1, 0)...)
}

// emptyBefore returns the headings of the empty parts that stand before one of items[from:to]; -1 is the end of the program.
func (p Program) emptyBefore(from, to int) Outline {
	var o Outline
	for _, part := range p.Empty {
		if i := Index(p.Items, part.Before); from <= i && i < to {
			o = append(o, heading(part.ID, part.Name))
		}
	}
	return o
}

func heading(part ID, name string) Row { return Row{RowID: RowID{part, true}, Part: Clean(name)} }

func itemRow(it Item) Row { return Row{RowID: RowID{Item: it.ID}, Part: Clean(it.Part), Item: it} }

// Program returns the program of which this is the outline: each item is in the part under whose heading it stands.
func (o Outline) Program() Program {
	var p Program
	var headings []EmptyPart // after the last item; all but the last of them are of empty parts
	part := EmptyPart{}
	for _, row := range o {
		if row.Heading {
			headings = append(headings, EmptyPart{ID: row.RowID.Item, Name: row.Part})
			continue
		}
		if n := len(headings); n > 0 {
			part = headings[n-1]
			for _, empty := range headings[:n-1] {
				empty.Before = row.Item.ID
				p.Empty = append(p.Empty, empty)
			}
			headings = nil
		}
		row.Item.Part, row.Item.PartID = part.Name, part.ID
		p.Items = append(p.Items, row.Item)
	}
	p.Empty = append(p.Empty, headings...)
	return p
}

// Same tells whether two outlines have the same rows under the same names, whatever is in their items.
func (o Outline) Same(other Outline) bool {
	return slices.EqualFunc(o, other, func(a, b Row) bool { return a.RowID == b.RowID && (!a.Heading || a.Part == b.Part) })
}

// Index returns the place of a row, or -1.
func (o Outline) Index(id RowID) int {
	return slices.IndexFunc(o, func(row Row) bool { return row.RowID == id })
}

// Spread returns the chosen rows with all rows of the parts whose heading is chosen.
func (o Outline) Spread(chosen Chosen) Chosen {
	all, whole := Chosen{}, false
	for _, row := range o {
		if row.Heading {
			whole = chosen[row.RowID]
		}
		if whole || chosen[row.RowID] {
			all[row.RowID] = true
		}
	}
	return all
}

// Taken returns the chosen rows, and those of the chosen parts.
func (o Outline) Taken(chosen Chosen) Outline {
	chosen = o.Spread(chosen)
	return o.keep(func(row Row) bool { return chosen[row.RowID] })
}

// Without returns the outline without the chosen rows and without the items of the chosen parts.
func (o Outline) Without(chosen Chosen) Outline {
	chosen = o.Spread(chosen)
	return o.keep(func(row Row) bool { return !chosen[row.RowID] })
}

// Ungrouped returns the outline without the chosen headings: their items go to the part above.
func (o Outline) Ungrouped(chosen Chosen) Outline {
	return o.keep(func(row Row) bool { return !row.Heading || !chosen[row.RowID] })
}

func (o Outline) keep(which func(Row) bool) Outline {
	var kept Outline
	for _, row := range o {
		if which(row) {
			kept = append(kept, row)
		}
	}
	return kept
}

// edges returns the places of the first and the last chosen row, or -1, and whether a heading is among them.
func (o Outline) edges(chosen Chosen) (first, last int, parts bool) {
	first, last = -1, -1
	for i, row := range o {
		if chosen[row.RowID] {
			if first < 0 {
				first = i
			}
			last, parts = i, parts || row.Heading
		}
	}
	return first, last, parts
}

// partStart returns the place at or before i where a part begins; partEnd returns that at or after i. The top is one.
func (o Outline) partStart(i int) int {
	for i > 0 && i < len(o) && !o[i].Heading {
		i--
	}
	return i
}

func (o Outline) partEnd(i int) int {
	for i > 0 && i < len(o) && !o[i].Heading {
		i++
	}
	return i
}

// MovedTo returns the outline with the chosen rows, in their order, before the row that stands at place to. Parts go
// between parts.
func (o Outline) MovedTo(chosen Chosen, to int) Outline {
	chosen = o.Spread(chosen)
	_, _, parts := o.edges(chosen)
	if parts {
		to = o.partEnd(to)
	}
	at, rest := len(o[:to].Without(chosen)), o.Without(chosen)
	if parts {
		rest = rest.headed(at)
	}
	return slices.Insert(rest, at, o.Taken(chosen)...)
}

// Moved returns the outline with the chosen rows moved up or down by one row, by a whole part where a heading is among
// them. Lines that stood apart come together.
func (o Outline) Moved(chosen Chosen, down bool) Outline {
	chosen = o.Spread(chosen)
	first, last, parts := o.edges(chosen)
	switch {
	case first < 0, !down && first == 0, down && last == len(o)-1:
		return o
	case down && parts:
		return o.MovedTo(chosen, o.partEnd(min(last+2, len(o))))
	case down:
		return o.MovedTo(chosen, last+2)
	case parts:
		return o.MovedTo(chosen, o.partStart(first-1))
	}
	return o.MovedTo(chosen, first-1)
}

// Inserted returns the outline with other rows after the last chosen one, or at the end. With a heading among them they
// come after the part.
func (o Outline) Inserted(chosen Chosen, rows Outline) Outline {
	_, last, _ := o.edges(chosen)
	at := last + 1
	if last < 0 {
		at = len(o)
	}
	if slices.ContainsFunc(rows, func(row Row) bool { return row.Heading }) {
		at = o.partEnd(at)
	}
	return slices.Insert(slices.Clone(o), at, rows...)
}

// Copies returns copies of rows with identities of their own; name gives a part's copy its name.
func (o Outline) Copies(name func(string) string) Outline {
	copies := Outline{}
	for _, row := range o {
		if row.Heading {
			copies = append(copies, heading(NewID(), name(row.Part)))
			continue
		}
		copies = append(copies, itemRow(row.Item.Duplicate()))
	}
	return copies
}

// Grouped returns the outline with a new part of that name, and its heading. One chosen item begins the part, which goes on
// to the next heading; several are the part, gathered where the first of them stood. Where no item is chosen the part is
// empty, and follows the chosen one.
func (o Outline) Grouped(chosen Chosen, name string) (Outline, RowID) {
	first, last, parts := o.edges(chosen)
	head := heading(NewID(), name)
	switch {
	case first < 0 || parts:
		return o.Inserted(chosen, Outline{head}), head.RowID
	case first == last:
		return slices.Insert(slices.Clone(o), first, head), head.RowID
	case first > 0 && o[first-1].Heading: // what is left of that part follows
		first--
	}
	rest := o.Without(chosen).headed(first)
	return slices.Insert(rest, first, append(Outline{head}, o.Taken(chosen)...)...), head.RowID
}

// headed returns the outline with a heading at that place, so that what is put before it takes nothing that follows.
func (o Outline) headed(at int) Outline {
	if at >= len(o) || o[at].Heading {
		return o
	}
	return slices.Insert(slices.Clone(o), at, heading(NewID(), o[at].Part))
}

// Renamed returns the outline with another name on a heading.
func (o Outline) Renamed(heading RowID, name string) Outline {
	o = slices.Clone(o)
	if i := o.Index(heading); i >= 0 {
		o[i].Part = Clean(name)
	}
	return o
}

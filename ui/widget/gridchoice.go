package widget

import (
	"maps"
	"slices"
)

// keep has the choice follow its rows from where they were.
func (g *Grid[K]) keep(before []GridRow[K]) {
	places := map[K]int{}
	for i, row := range g.rows {
		places[row.Key] = i
	}
	if came := g.came(before); came != nil {
		g.mark(came)
		return
	}
	for key := range g.chosen {
		if _, still := places[key]; !still {
			delete(g.chosen, key)
		}
	}
	lead := follow(before, g.lead, places)
	if lead >= 0 && len(g.chosen) > 0 && g.rows[lead].Key != before[g.lead].Key { // what is still chosen comes first
		maps.DeleteFunc(places, func(key K, _ int) bool { return !g.chosen[key] })
		lead = follow(before, g.lead, places)
	}
	if lead < 0 {
		lead = g.first()
	}
	if len(g.chosen) == 0 && lead >= 0 {
		g.chosen[g.rows[lead].Key] = true
	}
	anchor := follow(before, g.anchor, places)
	if anchor < 0 || !g.chosen[g.rows[anchor].Key] {
		anchor = lead
	}
	g.lead, g.anchor = lead, anchor
}

// came returns the keys of the rows that came to those that were there before: put in, or brought back by undo. nil where
// there are none, or where all rows are others.
func (g *Grid[K]) came(before []GridRow[K]) []K {
	was := map[K]bool{}
	for _, row := range before {
		was[row.Key] = true
	}
	var came []K
	for _, row := range g.rows {
		if !was[row.Key] {
			came = append(came, row.Key)
		}
	}
	if len(came) == len(g.rows) {
		return nil
	}
	return came
}

// first is where people begin: the first item, or the first row; -1 where there is none.
func (g *Grid[K]) first() int {
	for i, row := range g.rows {
		if !row.Heading {
			return i
		}
	}
	return min(0, len(g.rows)-1)
}

// follow returns where the i-th row went; where it's gone, the next one that stayed takes its place, or else the one before.
func follow[K comparable](rows []GridRow[K], i int, places map[K]int) int {
	if i < 0 || i >= len(rows) {
		return -1
	}
	for _, row := range rows[i:] {
		if at, still := places[row.Key]; still {
			return at
		}
	}
	for n := range rows[:i] {
		if at, still := places[rows[i-1-n].Key]; still {
			return at
		}
	}
	return -1
}

// Lead returns the row at the cursor, if there is any.
func (g *Grid[K]) Lead() (key K, ok bool) {
	if g.lead < 0 || g.lead >= len(g.rows) {
		return key, false
	}
	return g.rows[g.lead].Key, true
}

// Chosen returns the chosen rows.
func (g *Grid[K]) Chosen() map[K]bool { return g.chosen }

// Choose chooses rows, and tells nobody.
func (g *Grid[K]) Choose(keys ...K) {
	g.commit()
	g.mark(keys)
	g.paint()
	g.reveal()
}

// mark chooses rows as if they had been chosen with Shift from the first to the last, where the cursor is then.
func (g *Grid[K]) mark(keys []K) {
	g.chosen = map[K]bool{}
	for i, row := range g.rows {
		if slices.Contains(keys, row.Key) {
			if len(g.chosen) == 0 {
				g.anchor = i
			}
			g.chosen[row.Key] = true
			g.lead = i
		}
	}
}

// step moves the cursor to a row; extending, all rows from where it began are chosen.
func (g *Grid[K]) step(to int, extending bool) {
	if len(g.rows) == 0 {
		return
	}
	to = min(max(to, 0), len(g.rows)-1)
	if g.lead = to; !extending {
		g.anchor = to
	}
	g.chosen = map[K]bool{}
	for i := min(g.anchor, to); i <= max(g.anchor, to); i++ {
		g.chosen[g.rows[i].Key] = true
	}
	g.chose()
}

// toggle takes one row into the choice, or out of it.
func (g *Grid[K]) toggle(i int) {
	key := g.rows[i].Key
	if g.chosen[key] && len(g.chosen) > 1 {
		delete(g.chosen, key)
	} else {
		g.chosen[key] = true
	}
	g.lead, g.anchor = i, i
	g.chose()
}

// ChooseAll chooses every row; the cursor stays.
func (g *Grid[K]) ChooseAll() {
	for _, row := range g.rows {
		g.chosen[row.Key] = true
	}
	g.anchor = 0
	g.chose()
}

func (g *Grid[K]) chose() {
	g.paint()
	g.reveal()
	if g.OnChoose != nil {
		g.OnChoose()
	}
}

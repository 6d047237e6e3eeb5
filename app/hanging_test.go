package app

import "testing"

func TestOverdue(t *testing.T) {
	from := Date{2025, 9, 20}
	for _, c := range []struct {
		name  string
		piece Piece
		today Date
		want  string
	}{
		{"hangs on the 15th day", Piece{Status: Hung, HungFrom: from}, from.AddDays(15), ""},
		{"hangs on the 16th day", Piece{Status: Hung, HungFrom: from}, from.AddDays(16), "hung-overdue"},
		{"is only printed", Piece{Status: Printed, HungFrom: from}, from.AddDays(16), ""},
		{"was taken down", Piece{Status: TakenDown, HungFrom: from}, from.AddDays(99), ""},
		{"should come down today", Piece{Status: Hung, HungFrom: from, HungTo: from.AddDays(7)}, from.AddDays(7), ""},
		{"should have come down", Piece{Status: Hung, HungFrom: from, HungTo: from.AddDays(7)}, from.AddDays(8), "hung-past-date"},
		{"hangs since an unknown day", Piece{Status: Hung}, from.AddDays(99), ""},
	} {
		e := NewEvent()
		e.Posters, e.Banners = []Poster{{Piece: c.piece}}, []Banner{{Piece: c.piece}}
		found := Overdue(e, c.today)
		if c.want == "" && len(found) > 0 {
			t.Errorf("%s: %v", c.name, found)
		}
		if c.want != "" && (len(found) != 2 || found[0].Code != c.want || found[1].Code != c.want || found[0].Severity != Warning) {
			t.Errorf("%s: %v, want %s of both", c.name, found, c.want)
		}
	}
}

func TestAdvanceNotesTheDays(t *testing.T) {
	day, p := Date{2025, 9, 20}, Piece{Status: Printed}
	p.Advance(Hung, day)
	if p.Status != Hung || p.HungFrom != day {
		t.Errorf("hung: %+v", p)
	}
	p.HungTo = day.AddDays(30)
	p.Advance(TakenDown, day.AddDays(9))
	if p.HungFrom != day || p.HungTo != day.AddDays(9) {
		t.Errorf("taken down earlier than planned: %+v", p)
	}
	p.Advance(Hung, day.AddDays(20))
	if p.HungFrom != day {
		t.Errorf("a known day was overwritten: %+v", p)
	}
}

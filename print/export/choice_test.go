package export_test

import (
	"testing"

	"tiengtrong/app"
	"tiengtrong/print/export"
)

// Whose certificates a plan has decides which numbers go on paper with it: of nobody's, none.
func TestAPlanKnowsItsNumbers(t *testing.T) {
	p := plan(t, export.Office)
	e := p.Event.Clone()
	p.Event = e
	fresh, err := e.Issue(app.Issuing{Date: app.Date{Year: 2025, Month: 10, Day: 1}})
	if err != nil || len(fresh) < 2 || len(p.Fresh()) != len(fresh) {
		t.Fatal(len(fresh), len(p.Fresh()), err)
	}
	one := p
	one.LeaveOut(fresh[1:])
	if got := one.Fresh(); len(got) != 1 || got[0] != fresh[0] {
		t.Errorf("with one left the plan has %d numbers", len(got))
	}
	none := p
	none.LeaveOut(fresh)
	if none.Only == nil || len(none.Fresh()) > 0 {
		t.Errorf("with nobody left the plan has %d numbers", len(none.Fresh()))
	}
	e.MarkPrinted(e.Certificates[0].ID, app.Date{Year: 2025, Month: 10, Day: 2})
	rest := p
	if rest.Unprinted() || rest.Only != nil {
		t.Errorf("all is printed, and of %d it is said that they wait", len(rest.Only))
	}
}

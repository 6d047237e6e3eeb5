package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// papers returns a window that shows the sheets of the sample's certificates.
func papers(t *testing.T, e *app.Event) (*Window, *paperView) {
	t.Helper()
	w := open(t, e)
	p := w.turnTo("certificates").(*certificatesPage)
	p.tabs.Select(paperTab)
	return w, p.paper
}

// longName is of a people whose names are long, as lists have it now and then.
const longName = "Nguyễn Hoàng Trần Công Tằng Tôn Nữ Phương Hoài Thương Huyền Trân"

func TestJumpToTheLongestNameAndToWhatIsWrong(t *testing.T) {
	e := sample(t).Clone()
	r := e.Rosters[0].Recipients
	e.EditRoster(e.Rosters[0].ID, func(roster *app.Roster) {
		roster.EditRecipient(r[300].ID, func(p *app.Recipient) { p.Name = longName })
		roster.EditRecipient(r[20].ID, func(p *app.Recipient) { p.Name = "" })
		roster.EditRecipient(r[90].ID, func(p *app.Recipient) { p.Name = "" })
	})
	w, v := papers(t, e)
	w.jobs.rest()
	v.toLongest()
	if v.pager.at != 300 || !strings.Contains(v.name.Text(), longName) {
		t.Errorf("the longest name is shown on sheet %d: %q", v.pager.at+1, v.name.Text())
	}
	for _, want := range []int{20, 90, 20} {
		v.toNextTrouble()
		if v.pager.at != want {
			t.Errorf("the next sheet with a problem is %d, want %d", v.pager.at, want)
		}
	}
}

func TestPeopleAreFilteredAndSorted(t *testing.T) {
	e := sample(t).Clone()
	r := e.Rosters[0].Recipients
	e.EditRoster(e.Rosters[0].ID, func(roster *app.Roster) {
		roster.EditRecipient(r[300].ID, func(p *app.Recipient) { p.Name = longName })
		roster.EditRecipient(r[20].ID, func(p *app.Recipient) { p.Name = "" })
	})
	w, v := papers(t, e)
	w.jobs.rest()
	v.finder.whom.Choose(withTrouble)
	if len(v.found) != 1 || v.found[0] != 20 {
		t.Errorf("with problems are %v", v.found)
	}
	v.finder.whom.Choose(longest)
	if len(v.found) != len(r) || v.found[0] != 300 {
		t.Errorf("of %d the longest name has %d", len(v.found), v.found[0])
	}
	test.Type(v.finder.search, "1A1")
	for _, i := range v.found {
		if !strings.Contains(r[i].Class+r[i].Name, "1A1") {
			t.Errorf("%s of class %s was found", r[i].Name, r[i].Class)
		}
	}
	if len(v.found) == 0 {
		t.Fatal("nobody of class 1A1 was found")
	}
	v.list.Select(1)
	if v.pager.at != v.found[1] {
		t.Errorf("sheet %d is shown, %d was chosen", v.pager.at, v.found[1])
	}
}

// Whom the list shows, the sheet shows, and the other way round.
func TestSheetAndListShowOneRecipient(t *testing.T) {
	w, v := papers(t, sample(t))
	v.pager.turn(1)
	v.pager.turn(1)
	v.page.tabs.Select(rosterTab)
	people := w.doc.Event().Rosters[0].Recipients
	if entry := entryOf(t, w, "field.recipient-name"); entry.Text != people[2].Name {
		t.Errorf("the list has chosen %q, the sheet was %q", entry.Text, people[2].Name)
	}
	v.page.roster.edit.choose(7)
	v.page.tabs.Select(paperTab)
	if !strings.Contains(v.name.Text(), people[7].Name) {
		t.Errorf("the sheet is of %q, chosen was %q", v.name.Text(), people[7].Name)
	}
}

func TestChoiceTellsWhatIsChosen(t *testing.T) {
	open(t, sample(t))
	c := widget.NewChoice("a", "b", "c")
	told := -1
	c.OnChoose = func(i int) { told = i }
	c.Mark(1)
	if c.Chosen() != 1 || told != -1 {
		t.Errorf("marked %d, told %d", c.Chosen(), told)
	}
	c.Choose(2)
	if c.Chosen() != 2 || told != 2 {
		t.Errorf("chosen %d, told %d", c.Chosen(), told)
	}
}

// A sheet that is asked for while another one is drawn must not be forgotten when the view changes its size meanwhile.
func TestPreviewKeepsTheNewestWish(t *testing.T) {
	_, v := papers(t, sample(t))
	want := v.sheet.page
	v.sheet.drawing.busy = true
	v.turn(5)
	v.sheet.ask()
	got := v.sheet.drawing.next()
	if got.page == nil || got.page == want {
		t.Error("the sheet that was seen before is drawn again")
	}
}

// What is wrong with a sheet is said beside it, and leads to the field where it is mended.
func TestWhatIsWrongIsSaidBesideTheSheet(t *testing.T) {
	e := sample(t).Clone()
	r := e.Rosters[0].Recipients
	e.EditRoster(e.Rosters[0].ID, func(roster *app.Roster) {
		roster.EditRecipient(r[20].ID, func(p *app.Recipient) { p.Class = "" })
	})
	w, v := papers(t, e)
	w.jobs.rest()
	v.toNextTrouble()
	want := w.problem(app.Problem{Code: "recipient-empty-field", Subject: e.Certificates[0].About(r[20]), Args: map[string]string{"field": "lớp"}})
	if !strings.Contains(want, "(dòng ") || !strings.Contains(seen(w), want) {
		t.Errorf("beside the sheet %q isn't said", want)
	}
	told := 0
	for _, o := range test.LaidOutObjects(v.list) {
		if mark, ok := o.(*widget.Press); ok && mark.Visible() {
			told++
			if mark.Hint() != want {
				t.Errorf("the mark in the list tells %q", mark.Hint())
			}
		}
	}
	if told != 1 {
		t.Errorf("%d marks are seen in the list", told)
	}
	v.page.tabs.Select(rosterTab)
	if !strings.Contains(strings.Join(textsOf(v.page.roster.fields), " "), want) {
		t.Errorf("beside the fields %q isn't said", want)
	}
	v.turn(21)
	if strings.Contains(strings.Join(textsOf(v.page.roster.fields), " "), want) {
		t.Error("it is said of the next one too")
	}
}

// What is wrong with many people is one line, which leads to all of them.
func TestFindingsOfManyPeopleAreOneLine(t *testing.T) {
	e := sample(t).Clone()
	r := e.Rosters[0].Recipients
	e.EditRoster(e.Rosters[0].ID, func(roster *app.Roster) {
		for i := 40; i < 68; i++ {
			roster.EditRecipient(r[i].ID, func(p *app.Recipient) { p.Class = "" })
		}
	})
	w := open(t, e)
	w.jobs.rest()
	found := slices.DeleteFunc(w.problems, func(p app.Problem) bool { return p.Subject.Kind != app.OfRecipient })
	lines := w.problemLines(found, 8)
	if len(found) != 28 || len(lines) != 1 || !strings.Contains(textIn(lines[0]), "và 27 người khác cũng vậy: ") {
		t.Fatalf("%d problems in %d lines", len(found), len(lines))
	}
	test.Tap(lines[0].(*widget.Tap))
	people := w.pages["certificates"].(*certificatesPage).roster
	if w.current != "certificates" || people.found[0] != 40 || len(people.found) != 28 {
		t.Errorf("it leads to %s with %d people", w.current, len(people.found))
	}
}

// The finder works beside the UI goroutine: what is typed must not wait for it.
func TestListShowsALetterBeforeTheFinderIsDone(t *testing.T) {
	for _, tab := range []int{rosterTab, paperTab} {
		w := open(t, sample(t))
		p := w.turnTo("certificates").(*certificatesPage)
		p.tabs.Select(tab)
		list, finder := p.roster.list, p.roster.finder
		if tab == paperTab {
			list, finder = p.paper.list, p.paper.finder
		}
		update, shown := list.UpdateItem, []string(nil)
		list.UpdateItem = func(i int, o fyne.CanvasObject) {
			update(i, o)
			shown = append(shown, textsOf(o)...)
		}
		finder.asked.busy = true
		p.roster.form.edit("field.recipient-name", func(r *app.Recipient) { r.Name = "Vũ Thùy Hà Maia" })
		if !slices.Contains(shown, "Vũ Thùy Hà Maia") {
			t.Errorf("tab %d was shown %q", tab, shown)
		}
	}
}

package ui

import (
	"image"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"tiengtrong/app"
	"tiengtrong/app/intake"
	"tiengtrong/assets"
	"tiengtrong/ui/widget"
)

// theSample is shared by all tests: an event never changes.
var theSample = sync.OnceValues(func() (*app.Event, error) { return intake.Sample(assets.Sub(".")) })

func sample(t testing.TB) *app.Event {
	t.Helper()
	e, err := theSample()
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// open returns a window on the event whose background work is done at once.
func open(t testing.TB, e *app.Event) *Window {
	t.Helper()
	w, err := newWindow(test.NewTempApp(t), "", &jobs{inline: true})
	if err != nil {
		t.Fatal(err)
	}
	w.now = func() time.Time { return time.Date(2025, 9, 24, 9, 0, 0, 0, time.UTC) }
	w.open(e, "")
	w.win.Resize(fyne.NewSize(1280, 800))
	return w
}

// rest lets the pause that the window waits for be over.
func (j *jobs) rest() {
	if j.paused != nil {
		j.paused()
	}
}

// tabsOf returns the tabs of a page, or nil.
func tabsOf(p page) *widget.Segments {
	if p, ok := p.(tabbed); ok {
		return p.segments()
	}
	return nil
}

// everyView shows each tab of each page in turn.
func everyView(w *Window, look func(name pageName, tab int)) {
	for _, name := range pageNames {
		p := w.turnTo(name)
		tabs := tabsOf(p)
		if tabs == nil {
			look(name, 0)
			continue
		}
		for i := range tabs.Len() {
			tabs.Select(i)
			look(name, i)
		}
	}
}

// textsOf lists the words that are seen in an object.
func textsOf(o fyne.CanvasObject) []string {
	var texts []string
	for _, part := range test.LaidOutObjects(o) {
		if text, ok := part.(*canvas.Text); ok && strings.TrimSpace(text.Text) != "" {
			texts = append(texts, text.Text)
		}
	}
	return texts
}

func seen(w *Window) string { return strings.Join(textsOf(w.win.Content()), "\n") }

func TestShowingNeverEdits(t *testing.T) {
	for name, e := range map[string]*app.Event{"sample": sample(t), "empty": app.NewEvent()} {
		w := open(t, e)
		everyView(w, func(page pageName, tab int) {
			if w.doc.Event() != e || w.doc.Dirty() || w.doc.UndoLabel() != "" {
				t.Fatalf("%s event: showing %s, tab %d, changed the event (%s)", name, page, tab, w.doc.UndoLabel())
			}
			if len(textsOf(w.pages[page].content())) < 3 {
				t.Errorf("%s event: %s, tab %d, shows nothing", name, page, tab)
			}
		})
	}
}

func TestEachPageShowsTheSample(t *testing.T) {
	w := open(t, sample(t))
	want := map[pageName][]string{
		"overview":     {"Tuần lễ hưởng ứng học tập suốt đời năm 2025", "412", "Lịch hoạt động", "7", "ngày nữa"},
		"program":      {"07:15", "07:00 – 08:35 · 95 phút", "07:00 – 08:00 · 60 phút", "Ký cam kết thi đua"},
		"slogans":      {"Học, học nữa, học mãi", "V.I. Lênin"},
		"posters":      {"Chủ đề Tuần lễ", "420 × 594 mm"},
		"banners":      {"6 × 0,9 m", "5 × 3 m", "0,8 × 1,8 m"},
		"certificates": {"412 người nhận", "{họ tên}"},
		"print":        {"Giấy khen (412 tờ)", "Nhà in, tiệm quảng cáo"},
	}
	for _, name := range pageNames {
		w.turnTo(name)
		text := seen(w)
		for _, words := range want[name] {
			if !strings.Contains(text, words) {
				t.Errorf("%s does not show %q", name, words)
			}
		}
	}
}

// entryIn returns the field for text that an object is, or nil.
func entryIn(o fyne.CanvasObject) *widget.Entry {
	switch o := o.(type) {
	case *widget.Entry:
		return o
	case *widget.Parsed[string]:
		return o.Entry
	case *widget.Parsed[float64]:
		return o.Entry
	case *widget.Parsed[int]:
		return o.Entry
	case *widget.Parsed[app.Date]:
		return o.Entry
	case *widget.Parsed[app.Clock]:
		return o.Entry
	case *widget.Parsed[image.Point]:
		return o.Entry
	}
	return nil
}

// entryOf returns the field under a label of the page that is seen.
func entryOf(t testing.TB, w *Window, label string) *widget.Entry {
	t.Helper()
	parts := test.LaidOutObjects(w.place)
	for i, part := range parts {
		words, ok := part.(*widget.Words)
		if !ok || words.Text() != w.say(label) {
			continue
		}
		for _, next := range parts[i+1:] {
			if e := entryIn(next); e != nil {
				return e
			}
			if _, ok := next.(*widget.Words); ok {
				break // it is no label of a field
			}
		}
	}
	t.Fatalf("no field %s is seen", label)
	return nil
}

func TestTypingIsOneStepOfUndo(t *testing.T) {
	e := sample(t)
	w := open(t, e)
	entry := titleField(t, w)
	entry.Mark(0, 0)
	test.Type(entry, "Kính mời ")
	got := w.doc.Event().Ceremonies[0].Program.Items[0].Title
	if want := "Kính mời " + e.Ceremonies[0].Program.Items[0].Title; got != want {
		t.Fatalf("the title is %q, want %q", got, want)
	}
	if label := w.doc.UndoLabel(); label != "sửa “Nội dung”" {
		t.Errorf("the step is called %q", label)
	}
	w.doc.Undo()
	if w.doc.Event() != e {
		t.Error("one undo did not lead back to the event as it was")
	}
	if entry.Text != e.Ceremonies[0].Program.Items[0].Title {
		t.Errorf("after undo the field shows %q", entry.Text)
	}
}

// A space at the end of what is typed is none of the event's yet, and must not vanish under the hands.
func TestTypingKeepsASpace(t *testing.T) {
	w := open(t, sample(t))
	w.turnTo("overview")
	tabsOf(w.pages["overview"]).Select(1)
	entry := entryOf(t, w, "field.school-name")
	entry.SetText("")
	test.Type(entry, "Trường ")
	if entry.Text != "Trường " || w.doc.Event().School.Name != "Trường" {
		t.Errorf("field %q, event %q", entry.Text, w.doc.Event().School.Name)
	}
}

func TestListsAddDuplicateMoveRemove(t *testing.T) {
	views := []struct {
		page  pageName
		tab   int
		count func(*app.Event) int
	}{
		{"overview", 2, func(e *app.Event) int { return len(e.Asks) }},
		{"program", 0, func(e *app.Event) int { return len(e.Ceremonies[0].Program.Items) }},
		{"program", 1, func(e *app.Event) int { return len(e.Ceremonies) }},
		{"slogans", 0, func(e *app.Event) int { return len(e.Slogans) }},
		{"posters", 0, func(e *app.Event) int { return len(e.Posters) }},
		{"banners", 0, func(e *app.Event) int { return len(e.Banners) }},
		{"certificates", designTab, func(e *app.Event) int { return len(e.Certificates) }},
		{"certificates", rosterTab, func(e *app.Event) int { return len(e.RosterOf(e.Certificates[0]).Recipients) }},
	}
	for _, v := range views {
		e := sample(t)
		w := open(t, e)
		p := w.turnTo(v.page)
		if tabs := tabsOf(p); tabs != nil {
			tabs.Select(v.tab)
		}
		n := v.count(e)
		steps := []struct {
			name string
			do   func()
			want int
		}{
			{"add", p.list().add, n + 1}, {"duplicate", p.list().duplicate, n + 2}, {"move", func() { p.list().move(-1) }, n + 2},
			{"remove", p.list().remove, n + 1}, {"remove", p.list().remove, n},
		}
		for _, step := range steps {
			step.do()
			if got := v.count(w.doc.Event()); got != step.want {
				t.Errorf("%s, tab %d: %s leaves %d, want %d", v.page, v.tab, step.name, got, step.want)
			}
		}
		for range steps {
			w.doc.Undo()
		}
		if w.doc.Event() != e {
			t.Errorf("%s, tab %d: five steps of undo do not lead back", v.page, v.tab)
		}
	}
}

func TestMovedItemChangesItsTime(t *testing.T) {
	w := open(t, sample(t))
	w.turnTo("program").list().move(1)
	text := seen(w)
	for _, want := range []string{"07:00\n10\nVăn nghệ chào mừng", "07:10\n15\nỔn định tổ chức"} {
		if !strings.Contains(text, want) {
			t.Errorf("after the first item moved down, %s is not seen", want)
		}
	}
}

func TestGapAndOverlapAreSaid(t *testing.T) {
	w := open(t, sample(t))
	w.doc.Edit("", "", func(e *app.Event) {
		e.Ceremonies[0].Program.Items[2].HardStart = 7*60 + 35
		e.Ceremonies[0].Program.Items[4].HardStart = 7*60 + 40
	})
	w.turnTo("program")
	text := seen(w)
	for _, want := range []string{"trống 10 phút", "chồng 5 phút"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not said", want)
		}
	}
}

func TestProblemLeadsToItsPlace(t *testing.T) {
	e := sample(t)
	roster := e.Rosters[0]
	subjects := map[pageName]app.Subject{
		"program":      {Kind: app.OfItem, ID: e.Ceremonies[0].Program.Items[5].ID, Parent: e.Ceremonies[0].ID},
		"slogans":      {Kind: app.OfSlogan, ID: e.Slogans[3].ID},
		"posters":      {Kind: app.OfPoster, ID: e.Posters[2].ID},
		"banners":      {Kind: app.OfBanner, ID: e.Banners[1].ID},
		"certificates": {Kind: app.OfRecipient, ID: roster.Recipients[400].ID, Parent: e.Certificates[0].ID},
	}
	w := open(t, e)
	for name, s := range subjects {
		w.goTo(s)
		if w.current != name {
			t.Errorf("%s leads to %s", s.Kind, w.current)
		}
	}
	chosen := map[pageName]app.ID{
		"program": w.pages["program"].(*programPage).order.current(e).ID, "slogans": w.pages["slogans"].(*slogansPage).edit.chosen,
		"posters": w.pages["posters"].(*gallery[app.Poster]).edit.chosen, "banners": w.pages["banners"].(*gallery[app.Banner]).edit.chosen,
		"certificates": w.pages["certificates"].(*certificatesPage).roster.edit.chosen,
	}
	for name, s := range subjects {
		if chosen[name] != s.ID {
			t.Errorf("%s: another thing is chosen", name)
		}
	}
	w.goTo(subjects["certificates"])
	entry := entryOf(t, w, "field.recipient-name")
	if entry.Text != roster.Recipients[400].Name {
		t.Errorf("the recipient's name shows %q", entry.Text)
	}
}

func TestSearchPassesOverMarks(t *testing.T) {
	w := open(t, sample(t))
	p := w.turnTo("slogans").(*slogansPage)
	test.Type(p.search, "hoc mai")
	if len(p.found) != 1 || w.doc.Event().Slogans[p.found[0]].Text != "Học, học nữa, học mãi" {
		t.Errorf("found %d slogans", len(p.found))
	}
	c := w.turnTo("certificates").(*certificatesPage)
	w.find()
	test.Type(c.roster.finder.search, "vu thuy ha mai")
	if len(c.roster.found) != 1 {
		t.Errorf("found %d recipients", len(c.roster.found))
	}
}

// tapButton presses the button with these words in the sheet that lies over the window.
func tapButton(t testing.TB, w *Window, words string) {
	t.Helper()
	top := w.win.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("there is no sheet over the window")
	}
	for _, part := range test.LaidOutObjects(top) {
		if b, ok := part.(*widget.Button); ok && b.Text == words {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("the sheet has no button %q", words)
}

func TestLengthsAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string]float64{"6000": 6000, "6 m": 6000, "0,9m": 900, "90 cm": 900, " 297 mm": 297, "1.5m": 1500} {
		if got, err := parseMM(text); err != nil || got != want {
			t.Errorf("%q is read as %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "m", "-3", "nan", "inf", "1e9", "sáu mét"} {
		if got, err := parseMM(text); err == nil {
			t.Errorf("%q is read as %v", text, got)
		}
	}
}

// On a display of 1920 × 1080 at 150 % the title, the menu and the task bar leave 1280 × 650 units: every page is seen there
// without scrolling as a whole.
func TestEveryViewFitsASmallScreen(t *testing.T) {
	w := open(t, sample(t))
	for _, code := range languages {
		w.useLanguage(code)
		everyView(w, func(name pageName, tab int) {
			const foot = 28
			if need := w.place.MinSize(); need.Width > 1280-railWidth || need.Height > 650-foot {
				t.Errorf("%s: %s, tab %d, needs %v", code, name, tab, need)
			}
		})
	}
}

func TestWhatDoesNotFitIsSaidUnderTheSheet(t *testing.T) {
	w := open(t, sample(t))
	g := w.turnTo("banners").(*gallery[app.Banner])
	if g.paper.note.Visible() {
		t.Fatalf("of the sample's banner is said: %q", g.paper.note.Text())
	}
	entry := entryOf(t, w, "field.banner-text")
	text := entry.Text
	entry.SetText(strings.Repeat("Học để phát triển bản thân ", 60))
	if !g.paper.note.Visible() || !strings.Contains(g.paper.note.Text(), "quá dài") {
		t.Errorf("of a text that is too long is said: %q", g.paper.note.Text())
	}
	entry.SetText(text)
	if g.paper.note.Visible() {
		t.Errorf("after the text fits again is said: %q", g.paper.note.Text())
	}
}

// A small picture that was in the making when its piece was removed, or another event opened, is drawn for nobody.
func TestSmallPictureComesTooLate(t *testing.T) {
	w := open(t, sample(t))
	g := w.turnTo("posters").(*gallery[app.Poster])
	w.turnTo("print")
	w.doc.Edit("", "", func(e *app.Event) { e.Posters = e.Posters[:1] })
	g.thumbs.show()
	w.open(app.NewEvent(), "")
	g.thumbs.show()
}

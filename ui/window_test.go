package ui

import (
	"image/color"
	"math"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/app"
	"tiengtrong/app/file"
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
	switch p := p.(type) {
	case *overviewPage:
		return p.tabs
	case *programPage:
		return p.tabs
	case *certificatesPage:
		return p.tabs
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
		for i := range 3 {
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
		"program":      {"07:00–07:15", "07:00 – 08:35 · 95 phút", "Chào cờ, hát Quốc ca, Đội ca"},
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
			if e, ok := next.(*widget.Entry); ok {
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
	w.turnTo("program")
	entry := entryOf(t, w, "field.item-title")
	w.win.Canvas().Focus(entry)
	entry.CursorColumn = 0
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
	for _, want := range []string{"07:00–07:10", "07:10–07:25"} {
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
	for _, want := range []string{"Trống 10 phút", "lấn 5 phút"} {
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
		"program": w.pages["program"].(*programPage).items.chosen, "slogans": w.pages["slogans"].(*slogansPage).edit.chosen,
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

func TestSloganBecomesBanner(t *testing.T) {
	e := sample(t)
	w := open(t, e)
	p := w.turnTo("slogans").(*slogansPage)
	p.edit.choose(6)
	p.makeBanner()
	banners := w.doc.Event().Banners
	if len(banners) != len(e.Banners)+1 || banners[len(banners)-1].Text != e.Slogans[6].Text {
		t.Fatal("no banner was made of the slogan")
	}
	if w.current != "banners" {
		t.Errorf("the window shows %s", w.current)
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
	test.Type(c.roster.search, "vu thuy ha mai")
	if len(c.roster.found) != 1 {
		t.Errorf("found %d recipients", len(c.roster.found))
	}
}

func TestImportedListReplacesTheRoster(t *testing.T) {
	w := open(t, sample(t))
	c := w.turnTo("certificates").(*certificatesPage)
	data, err := os.ReadFile("../assets/samples/danh-sach-khen-thuong.csv")
	if err != nil {
		t.Fatal(err)
	}
	im := &rosterImport{w: w, path: "ds.csv", data: data, forced: map[string]string{}}
	im.read(func() { im.open(c.edit.chosen, func() { c.tabs.Select(rosterTab) }) })
	im.choices[app.FieldClass].SetSelectedIndex(0) // “there is no such column”
	if im.roster.Recipients[0].Class != "" {
		t.Error("mapping the class to no column was not heard")
	}
	im.choices[app.FieldClass].SetSelected("Lớp")
	tapButton(t, w, w.say("intake.take"))
	e := w.doc.Event()
	got := e.RosterOf(e.Certificates[0])
	if len(got.Recipients) != 412 || got.Source != "ds.csv" || got.Recipients[0].Class != "1A1" {
		t.Errorf("the roster holds %d recipients from %q, the first of class %q", len(got.Recipients), got.Source, got.Recipients[0].Class)
	}
	if len(e.Rosters) != 1 {
		t.Errorf("the event holds %d rosters", len(e.Rosters))
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
		if b, ok := part.(*fynewidget.Button); ok && b.Text == words {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("the sheet has no button %q", words)
}

func TestSaveAsAndOpenAgain(t *testing.T) {
	w := open(t, sample(t))
	w.doc.Edit("", "", func(e *app.Event) { e.Title = "Tuần lễ khác" })
	if !strings.HasPrefix(w.win.Title(), "● ") {
		t.Errorf("the title %q does not say that something is unsaved", w.win.Title())
	}
	path := filepath.Join(t.TempDir(), "Tuần lễ.trong")
	w.saveAs()
	name := w.win.Canvas().Focused().(*widget.Entry)
	name.SetText(strings.TrimSuffix(path, ".trong"))
	tapButton(t, w, w.say("action.save"))
	if w.doc.Dirty() || w.path != path || !strings.HasPrefix(w.win.Title(), "Tuần lễ.trong") {
		t.Errorf("dirty %v, path %q, title %q", w.doc.Dirty(), w.path, w.win.Title())
	}
	back, err := file.Open(path)
	if err != nil || back.Title != "Tuần lễ khác" {
		t.Errorf("the file holds %+v, %v", back, err)
	}
	if r := w.recent(); len(r) != 1 || r[0] != path {
		t.Errorf("recent files: %q", r)
	}
}

func TestReplacingAFileIsAskedOnce(t *testing.T) {
	w := open(t, sample(t))
	path := filepath.Join(t.TempDir(), "a.trong")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.saveAs()
	w.win.Canvas().Focused().(*widget.Entry).SetText(path)
	tapButton(t, w, w.say("action.save"))
	if data, _ := os.ReadFile(path); string(data) != "old" {
		t.Fatal("the file was replaced without a question")
	}
	tapButton(t, w, w.say("pick.overwrite-yes"))
	if _, err := file.Open(path); err != nil {
		t.Error(err)
	}
}

func TestUnsavedChangesAreNotDropped(t *testing.T) {
	w := open(t, sample(t))
	gone := false
	w.unsaved(func() { gone = true })
	if !gone {
		t.Error("asked though nothing was changed")
	}
	w.doc.Edit("", "", func(e *app.Event) { e.Title = "x" })
	gone = false
	w.unsaved(func() { gone = true })
	tapButton(t, w, w.say("answer.cancel"))
	if gone {
		t.Error("went on after “cancel”")
	}
	w.unsaved(func() { gone = true })
	tapButton(t, w, w.say("answer.dont-save"))
	if !gone {
		t.Error("did not go on after “don't save”")
	}
}

func TestExportWritesFiles(t *testing.T) {
	w := open(t, sample(t))
	p := w.turnTo("print").(*printPage)
	dir := filepath.Join(t.TempDir(), "in")
	p.folder.SetText(dir)
	p.export()
	files, err := filepath.Glob(filepath.Join(dir, "*.pdf"))
	if err != nil || len(files) != 6+3+4+1 {
		t.Errorf("wrote %d files, %v", len(files), err)
	}
	if p.done.Hidden || !strings.Contains(seen(w), "giay-khen-") {
		t.Error("the written files are not named")
	}
}

func TestErrorsHoldTheExportBack(t *testing.T) {
	w := open(t, sample(t))
	w.doc.Edit("", "", func(e *app.Event) { e.School.Head.Title = "" })
	p := w.turnTo("print").(*printPage)
	w.jobs.rest()
	if !p.start.Disabled() {
		t.Error("the export may start though an error stands in the way")
	}
	if !strings.Contains(seen(w), "Chưa có chức danh người đứng đầu trường") {
		t.Error("the error is not shown")
	}
	p.force.SetChecked(true)
	if p.start.Disabled() {
		t.Error("the export may not start though the user insists")
	}
}

func TestContrast(t *testing.T) {
	surfaces := []fyne.ThemeColorName{theme.ColorNameBackground, widget.ColorCard, widget.ColorChosen, theme.ColorNameInputBackground, theme.ColorNameOverlayBackground}
	words := []fyne.ThemeColorName{theme.ColorNameForeground, widget.ColorMuted, theme.ColorNamePlaceHolder, widget.ColorGoldText, theme.ColorNameError,
		theme.ColorNameWarning, theme.ColorNameSuccess, theme.ColorNamePrimary}
	pairs := [][2]fyne.ThemeColorName{
		{theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary}, {theme.ColorNameForeground, theme.ColorNameButton},
		{widget.ColorRailText, widget.ColorRail}, {widget.ColorRailMuted, widget.ColorRail}, {widget.ColorRailText, widget.ColorRailEnd},
		{widget.ColorMuted, widget.ColorSoft}, {widget.ColorGoldText, widget.ColorGoldSoft}, {theme.ColorNameForeground, widget.ColorGoldSoft},
		{theme.ColorNameSuccess, widget.ColorGoodSoft}, {theme.ColorNameWarning, widget.ColorWarnSoft}, {theme.ColorNameError, widget.ColorBadSoft},
		{theme.ColorNameForegroundOnError, theme.ColorNameError},
	}
	for _, s := range surfaces {
		for _, w := range words {
			pairs = append(pairs, [2]fyne.ThemeColorName{w, s})
		}
	}
	for _, isDark := range []bool{false, true} {
		th := newTheme(isDark)
		for _, p := range pairs {
			if r := contrast(th.Color(p[0], 0), th.Color(p[1], 0)); r < 4.5 {
				t.Errorf("dark %v: %s on %s has a contrast of %.2f", isDark, p[0], p[1], r)
			}
		}
	}
}

// contrast is the ratio of WCAG 2.1.
func contrast(a, b color.Color) float64 {
	light := func(c color.Color) float64 {
		r, g, b, _ := c.RGBA()
		part := func(v uint32) float64 {
			s := float64(v) / 0xffff
			if s <= 0.03928 {
				return s / 12.92
			}
			return math.Pow((s+0.055)/1.055, 2.4)
		}
		return 0.2126*part(r) + 0.7152*part(g) + 0.0722*part(b)
	}
	x, y := light(a), light(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
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

func BenchmarkKeystrokeToPreview(b *testing.B) {
	w := open(b, sample(b))
	g := w.turnTo("banners").(*gallery[app.Banner])
	entry := entryOf(b, w, "field.banner-text")
	text := entry.Text
	b.ResetTimer()
	for i := range b.N {
		before := g.paper.page
		entry.SetText(text + strings.Repeat("!", i%3+1))
		if g.paper.page == before {
			b.Fatal("the preview did not change")
		}
	}
}

// crowd returns the sample with a list of so many recipients.
func crowd(b *testing.B, n int) *app.Event {
	e := sample(b).Clone()
	r := app.NewRoster("crowd")
	for i := range n {
		c := *e.Rosters[0].Recipients[i%412]
		c.ID = app.NewID()
		r.Recipients = append(r.Recipients, &c)
	}
	e.ReplaceRoster(e.Certificates[0].ID, r)
	return e
}

func BenchmarkKeystrokeBeside100000Recipients(b *testing.B) {
	w := open(b, crowd(b, 100_000))
	p := w.turnTo("certificates").(*certificatesPage)
	p.tabs.Select(rosterTab)
	entry := entryOf(b, w, "field.recipient-name")
	text := entry.Text
	b.ResetTimer()
	for i := range b.N {
		entry.SetText(text + strings.Repeat("n", i%3+1))
	}
}

func TestDroppedFiles(t *testing.T) {
	w := open(t, sample(t))
	w.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI("../assets/samples/danh-sach-khen-thuong.xlsx")})
	tapButton(t, w, w.say("intake.take"))
	if w.doc.UndoLabel() != w.say("undo.import-roster") {
		t.Errorf("after a list was dropped, the last step is %q", w.doc.UndoLabel())
	}
	w.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI("../assets/icons/app.png")})
	e := w.doc.Event()
	if len(e.Images) != 1 || e.Posters[0].Artwork != "app.png" {
		t.Errorf("after a picture was dropped, there are %d, and the poster's is %q", len(e.Images), e.Posters[0].Artwork)
	}
	w.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI("../go.mod")})
	if text := strings.Join(textsOf(w.win.Canvas().Overlays().Top()), " "); !strings.Contains(text, "go.mod") {
		t.Errorf("of another file is said: %q", text)
	}
}

func TestWindowComesBackAsLarge(t *testing.T) {
	w := open(t, app.NewEvent())
	w.win.Resize(fyne.NewSize(1400, 900))
	w.close()
	if got := w.app.Preferences().Float(prefWidth); got != 1400 {
		t.Errorf("the width kept is %v", got)
	}
}

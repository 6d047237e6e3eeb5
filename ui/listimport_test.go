package ui

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"github.com/xuri/excelize/v2"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// importing opens the sheet that imports a list, with an event whose certificate has nobody yet, or that of the sample.
func importing(t *testing.T, e *app.Event, name, text string) (*Window, *listImport) {
	t.Helper()
	w := open(t, e)
	p := w.turnTo("certificates").(*certificatesPage)
	im := &listImport{w: w, certificate: p.edit.chosen, path: name, data: []byte(text), taken: func() {}}
	im.read(im.choices, im.open)
	if im.sheet == nil {
		t.Fatal("no sheet is shown: ", textsOf(w.win.Canvas().Overlays().Top()))
	}
	return w, im
}

// nobody is the sample without its recipients.
func nobody(t *testing.T) *app.Event {
	e := sample(t).Clone()
	e.ReplaceRoster(e.Certificates[0].ID, app.NewRoster(""))
	return e
}

func overlay(w *Window) string { return strings.Join(textsOf(w.win.Canvas().Overlays().Top()), "\n") }

func TestListIsImportedInOneStepOfUndo(t *testing.T) {
	data, err := os.ReadFile("../assets/samples/danh-sach-khen-thuong.csv")
	if err != nil {
		t.Fatal(err)
	}
	e := nobody(t)
	w, im := importing(t, e, "ds.csv", string(data))
	class := im.steps[1].(*importColumns).rows[app.FieldClass]
	if !strings.Contains(class.sample.Text(), "1A1") {
		t.Errorf("the column of classes shows %q", class.sample.Text())
	}
	class.choice.SetSelectedIndex(0) // “there is no such column”
	if im.roster.Recipients[0].Class != "" {
		t.Error("mapping the class to no column was not heard")
	}
	class.choice.SetSelected("Lớp")
	tapButton(t, w, w.say("import.next"))
	if w.doc.Event() != e {
		t.Fatal("the event was changed before the list was taken")
	}
	tapButton(t, w, w.say("intake.take"))
	got := w.doc.Event().RosterOf(w.doc.Event().Certificates[0])
	if len(got.Recipients) != 412 || got.Source != "ds.csv" || got.Recipients[0].Class != "1A1" {
		t.Errorf("the roster holds %d recipients from %q, the first of class %q", len(got.Recipients), got.Source, got.Recipients[0].Class)
	}
	w.doc.Undo()
	if w.doc.Event() != e {
		t.Error("one undo does not lead back")
	}
}

const doubtful = "Họ và tên\tLớp\tNgày sinh\tDanh hiệu\n" +
	"Lê Hoà\t5A\t01/02/2015\tHọc sinh Xuất sắc\n" +
	"Lê Hòa\t5A\t01/02/2015\tHọc sinh Xuất sắc\n" +
	"\t5A\t03/04/2015\tHọc sinh Xuất sắc\n" +
	"Trần Thị Mai\t5B\tkhông rõ\tHọc sinh Giỏi\n"

func TestEveryRowIsAccountedFor(t *testing.T) {
	w, im := importing(t, nobody(t), "ds.tsv", doubtful)
	im.turn(2)
	account := im.steps[2].(*importAccount)
	if !strings.Contains(account.sum.Text(), "4 dòng = 3 người nhận + 1 dòng không lấy") {
		t.Errorf("the sum is %q", account.sum.Text())
	}
	if text := overlay(w); !strings.Contains(text, "Dòng 4") || !strings.Contains(text, w.say("reason.no-name")) {
		t.Errorf("the row that is left out is not told:\n%s", text)
	}
	for i, h := range account.heaps {
		if h.phrase == "import.doubles" {
			account.showHeap(i)
		}
	}
	var drop *widget.Check
	for _, o := range test.LaidOutObjects(w.win.Canvas().Overlays().Top()) {
		if c, ok := o.(*widget.Check); ok && c.Visible() {
			drop = c
		}
	}
	if drop == nil || !strings.Contains(overlay(w), "Lê Hoà") || !strings.Contains(overlay(w), "Lê Hòa") {
		t.Fatalf("the two Lê Hòa are not seen side by side:\n%s", overlay(w))
	}
	drop.SetChecked(true)
	if !strings.Contains(account.sum.Text(), "4 dòng = 2 người nhận + 2 dòng không lấy") {
		t.Errorf("after one was dropped the sum is %q", account.sum.Text())
	}
	tapButton(t, w, w.say("intake.take"))
	got := w.doc.Event().RosterOf(w.doc.Event().Certificates[0])
	if len(got.Recipients) != 2 || len(got.LeftOut) != 2 || got.LeftOut[1].Reason != app.ReasonDuplicate {
		t.Errorf("%d recipients, left out %+v", len(got.Recipients), got.LeftOut)
	}
}

func TestCorrectedListTellsWhatChanges(t *testing.T) {
	w, im := importing(t, nobody(t), "ds.tsv", doubtful)
	im.turn(2)
	tapButton(t, w, w.say("intake.take"))
	old := w.doc.Event().RosterOf(w.doc.Event().Certificates[0])
	corrected := strings.Replace(doubtful, "Học sinh Giỏi", "Học sinh Xuất sắc", 1) + "Vũ An\t5C\t01/01/2015\tHọc sinh Giỏi\n"
	im = &listImport{w: w, certificate: w.doc.Event().Certificates[0].ID, path: "ds2.tsv", data: []byte(corrected), taken: func() {}}
	im.read(im.choices, im.open)
	im.turn(2)
	text := overlay(w)
	for _, want := range []string{"Thêm mới (1)", "Thay đổi (1)", "Không còn (0)", "Vũ An"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not seen:\n%s", want, text)
		}
	}
	account := im.steps[2].(*importAccount)
	account.showHeap(1)
	if text := overlay(w); !strings.Contains(text, "Danh hiệu: Học sinh Giỏi, nay là Học sinh Xuất sắc") {
		t.Errorf("the change is not told:\n%s", text)
	}
	tapButton(t, w, w.say("intake.take"))
	now := w.doc.Event().RosterOf(w.doc.Event().Certificates[0])
	if now.ID != old.ID || len(now.Recipients) != 4 || now.Recipients[2].ID != old.Recipients[2].ID || now.Recipients[2].Award != "Học sinh Xuất sắc" {
		t.Errorf("the list was not brought up to date: %+v", now.Recipients[2])
	}
}

func TestOldTextIsShownAndMustBeConfirmed(t *testing.T) {
	data, err := os.ReadFile("../assets/samples/danh-sach-khen-thuong-tcvn3.csv")
	if err != nil {
		t.Fatal(err)
	}
	_, rows, _ := strings.Cut(string(data), "\n") // headers that are read alike in every encoding
	w, im := importing(t, nobody(t), "ds.csv", "STT,Ho va ten,Ngay sinh,Nu,Lop,Danh hieu,Noi dung khen thuong\n"+rows)
	if im.at != 0 || !im.next.Disabled() || !strings.Contains(overlay(w), w.say("encoding.tcvn3")) {
		t.Fatalf("old text is not shown first:\n%s", overlay(w))
	}
	source := im.steps[0].(*importSource)
	source.sure.SetChecked(true)
	if im.next.Disabled() {
		t.Error("one may not go on after a look")
	}
	right := im.roster.Recipients[0].Name
	source.encodings.SetSelected(w.say("encoding.vni"))
	if im.choices.Encoding != "vni" || im.roster.Recipients[0].Name == right {
		t.Errorf("read as VNI the first is %q", im.roster.Recipients[0].Name)
	}
	if source.sure.Checked {
		t.Error("what was confirmed of one encoding holds for another")
	}
	source.encodings.SetSelected(w.say("encoding.tcvn3"))
	if im.roster.Recipients[0].Name != right {
		t.Errorf("read as TCVN3 again the first is %q", im.roster.Recipients[0].Name)
	}
}

func TestSheetOfAWorkbookIsChosen(t *testing.T) {
	book := excelize.NewFile()
	for sheet, names := range map[string][]string{"Sheet1": {"Lê An", "Vũ Bình"}, "Khối 5": {"Trần Chi"}} {
		if _, err := book.NewSheet(sheet); err != nil {
			t.Fatal(err)
		}
		book.SetSheetRow(sheet, "A1", &[]string{"Họ và tên", "Lớp", "Chức vụ"})
		for i, name := range names {
			book.SetSheetRow(sheet, fmt.Sprintf("A%d", i+2), &[]string{name, "5A", "Lớp trưởng"})
		}
	}
	data, err := book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	w, im := importing(t, nobody(t), "ds.xlsx", data.String())
	if im.at != 0 || len(im.roster.Recipients) != 2 || !strings.Contains(overlay(w), "Khối 5") {
		t.Fatalf("the sheets are not offered:\n%s", overlay(w))
	}
	source := im.steps[0].(*importSource)
	for _, card := range source.sheets.Objects {
		if strings.Contains(strings.Join(textsOf(card), " "), "Khối 5") {
			test.Tap(card.(fyne.Tappable))
		}
	}
	im.turn(2)
	tapButton(t, w, w.say("intake.take"))
	got := w.doc.Event().RosterOf(w.doc.Event().Certificates[0])
	if len(got.Recipients) != 1 || got.Recipients[0].Name != "Trần Chi" || got.Sheet != "Khối 5" {
		t.Errorf("taken was %+v", got)
	}
	if len(got.Columns) != 1 || got.Columns[0] != "Chức vụ" {
		t.Errorf("the other columns of the list are %v", got.Columns)
	}
}

func TestCellsArePasted(t *testing.T) {
	w := open(t, nobody(t))
	p := w.turnTo("certificates").(*certificatesPage)
	w.app.Clipboard().SetContent(doubtful)
	p.roster.pasteRoster()
	tapButton(t, w, w.say("import.next"))
	tapButton(t, w, w.say("intake.take"))
	if got := w.doc.Event().RosterOf(w.doc.Event().Certificates[0]); len(got.Recipients) != 3 {
		t.Errorf("%d were taken", len(got.Recipients))
	}
	w.app.Clipboard().SetContent("")
	p.roster.pasteRoster()
	if text := overlay(w); !strings.Contains(text, w.say("error.title")) {
		t.Errorf("of an empty clipboard is said: %q", text)
	}
}

// Rows that are the same are told before the list is taken, and somebody says what becomes of them.
func TestThoseWhoStandTwiceAreAskedAbout(t *testing.T) {
	const list = "Họ và tên,Lớp,Danh hiệu\nTrần Thanh Vy,1A1,Xuất sắc\nVũ Hà Mai,1A2,Xuất sắc\nTrần Thanh Vy,1A1,Xuất sắc\nVũ Hà Mai,1A2,Xuất sắc\nVũ Hà Mai,1A2,Giải Nhất\n"
	for choice, want := range []int{3, 5} {
		w, im := importing(t, nobody(t), "ds.csv", list)
		tapButton(t, w, w.say("import.next"))
		if text := overlay(w); !strings.Contains(text, w.say("import.doubles-ask", "count", "2")) || !strings.Contains(text, w.say("import.head-first")) || !im.next.Disabled() {
			t.Fatalf("they aren't asked about: %s", text)
		}
		im.steps[2].(*importAccount).doubles.Choose(choice)
		tapButton(t, w, w.say("intake.take"))
		e := w.doc.Event()
		if n := len(e.RosterOf(e.Certificates[0]).Recipients); n != want {
			t.Errorf("choice %d takes %d people, want %d", choice, n, want)
		}
	}
	w, im := importing(t, nobody(t), "ds.csv", list[:strings.LastIndex(list, "Trần")])
	tapButton(t, w, w.say("import.next"))
	if account := im.steps[2].(*importAccount); im.next.Disabled() || account.twice.Visible() {
		t.Error("a list without doubles asks about them")
	}
}

// A file of other people doesn't take everybody's place without somebody having said so.
func TestThoseWhoWouldGoAreAskedAbout(t *testing.T) {
	const list = "Họ và tên,Lớp,Danh hiệu\nTrần Thanh Vy,1A1,Xuất sắc\nNgười Mới,9A,Xuất sắc\n"
	for choice, want := range []int{413, 3, 2} { // all stay, who has a number, nobody
		e := sample(t).Clone()
		if _, err := e.Issue(app.Issuing{}); err != nil {
			t.Fatal(err)
		}
		e.Register = &app.Register{Entries: e.Register.Entries[:1]} // one has a number who isn't in the file
		w, im := importing(t, e, "ds.csv", list)
		tapButton(t, w, w.say("import.next"))
		account := im.steps[2].(*importAccount)
		if text := overlay(w); !im.next.Disabled() || !strings.Contains(text, w.say("import.fate-open")) {
			t.Fatalf("they aren't asked about:\n%s", text)
		}
		account.gone.answers.Choose(choice)
		tapButton(t, w, w.say("intake.take"))
		e = w.doc.Event()
		if n := len(e.RosterOf(e.Certificates[0]).Recipients); n != want {
			t.Errorf("choice %d leaves %d people, want %d", choice, n, want)
		}
	}
}

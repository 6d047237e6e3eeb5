package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tiengtrong/ui/widget"
)

func TestWhatHasNoMeaningIsSaidAtItsLine(t *testing.T) {
	w := open(t, sample(t))
	p := w.turnTo("certificates").(*certificatesPage)
	line := func(code string) *wordingLine {
		for _, l := range p.design.lines {
			if l.code == code {
				return l
			}
		}
		t.Fatalf("there is no line %s", code)
		return nil
	}
	detail := line("detail")
	for text, want := range map[string]string{
		"Học sinh lớp {lop hoc}": "Ký tự thứ 14: không có trường {lop hoc}", "Lớp {lớp": "Ký tự thứ 5", "Lớp lớp}": "dấu } thừa",
		"{nếu gì đó: a | b: c}": "không hiểu điều kiện", "{ngày sinh: kiểu lạ}": "không có dạng viết",
	} {
		detail.entry.SetText(text)
		if !detail.flaw.Visible() || !strings.Contains(detail.flaw.Text(), want) {
			t.Errorf("of %q is said %q, want %q", text, detail.flaw.Text(), want)
		}
		if line("award").flaw.Visible() {
			t.Errorf("of %q is said at another line", text)
		}
	}
	detail.entry.SetText("Học sinh lớp {lớp}")
	if detail.flaw.Visible() {
		t.Errorf("of a sound line is said %q", detail.flaw.Text())
	}
}

func TestFieldIsPutInWhereTheCursorStands(t *testing.T) {
	w := open(t, sample(t))
	p := w.turnTo("certificates").(*certificatesPage)
	for _, l := range p.design.lines {
		if l.code != "detail" {
			continue
		}
		l.entry.SetText("Lớp , khối 1")
		l.entry.CursorColumn = 4
		l.put("{lớp}")
		if got := w.doc.Event().Certificates[0].Detail; got != "Lớp {lớp}, khối 1" {
			t.Errorf("the line is %q", got)
		}
		l.offer()
	}
	if text := overlay(w); !strings.Contains(text, "{họ tên}\nVũ Thùy Hà Mai") {
		t.Errorf("the list offers:\n%s", text)
	}
	list := w.win.Canvas().Focused().(*widget.List)
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn} {
		list.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if got := w.doc.Event().Certificates[0].Detail; got != "Lớp {lớp}{lớp}, khối 1" {
		t.Errorf("after the third was picked by keys the line is %q", got)
	}
}

func TestSizesOfType(t *testing.T) {
	for text, want := range map[string]float64{"": 0, "24": 24, "24,5 pt": 24.5, " 18PT": 18} {
		if got, err := parsePoints(text); err != nil || got != want {
			t.Errorf("%q is read as %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"x", "-3", "900", "nan"} {
		if got, err := parsePoints(text); err == nil {
			t.Errorf("%q is read as %v", text, got)
		}
	}
}

func TestLimitsOfNamesAreKept(t *testing.T) {
	w := open(t, sample(t))
	w.turnTo("certificates")
	entryOf(t, w, "field.certificate-name-min").SetText("20")
	if got := w.doc.Event().Certificates[0]; got.NameMinPt != 20 || got.NameLines != 0 {
		t.Errorf("the limits are %v, %d lines", got.NameMinPt, got.NameLines)
	}
}

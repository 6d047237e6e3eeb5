package intake_test

import (
	"io/fs"
	"testing"

	"tiengtrong/app"
	"tiengtrong/app/intake"
	"tiengtrong/assets"
)

func readSample(t testing.TB, name string) []byte {
	t.Helper()
	data, err := fs.ReadFile(assets.Sub("samples"), name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Every form in which the school keeps its list gives the same 412 recipients, on the rows of that form.
func TestRosterFormsAgree(t *testing.T) {
	forms := []struct {
		file, sheet, encoding string
		firstRow              int
	}{
		{"danh-sach-khen-thuong.xlsx", "Khen thưởng", "xlsx", 8},
		{"danh-sach-khen-thuong.csv", "danh-sach-khen-thuong", "utf-8", 2},
		{"danh-sach-khen-thuong-tcvn3.csv", "danh-sach-khen-thuong-tcvn3", "tcvn3", 2},
		{"danh-sach-khen-thuong-utf16.txt", "danh-sach-khen-thuong-utf16", "utf-16le", 2},
	}
	var want []app.Recipient
	for _, form := range forms {
		roster, reading, err := intake.Roster("/một thư mục/"+form.file, readSample(t, form.file), nil)
		if err != nil {
			t.Fatal(err)
		}
		if reading.Sheet != form.sheet || reading.Encoding != form.encoding || roster.Source != form.file {
			t.Errorf("%s: sheet %q, encoding %q, source %q", form.file, reading.Sheet, reading.Encoding, roster.Source)
		}
		got := make([]app.Recipient, 0, 412)
		for i, r := range roster.Recipients {
			if r.Row != form.firstRow+i {
				t.Fatalf("%s: recipient %d is on row %d", form.file, i, r.Row)
			}
			c := *r
			c.ID, c.Row = app.ID{}, 0
			got = append(got, c)
		}
		if want == nil {
			want = got
		}
		if len(got) != 412 || len(reading.Remarks) != 0 {
			t.Fatalf("%s: %d recipients, remarks %v", form.file, len(got), reading.Remarks)
		}
		for i := range got {
			if got[i] != want[i] {
				t.Fatalf("%s: %+v instead of %+v", form.file, got[i], want[i])
			}
		}
	}
}

func TestRosterTellsWhatItLeavesOut(t *testing.T) {
	_, reading, err := intake.Roster("danh-sach.xlsx", readSample(t, "danh-sach-khen-thuong.xlsx"), nil)
	if err != nil {
		t.Fatal(err)
	}
	want := []app.LeftOut{
		{Row: 420, Text: "Danh sách này có 412 học sinh./.", Reason: app.ReasonFooter},
		{Row: 421, Text: "Phù Liễn, ngày 30 tháng 9 năm 2025", Reason: app.ReasonFooter},
		{Row: 422, Text: "HIỆU TRƯỞNG", Reason: app.ReasonFooter},
	}
	if len(reading.LeftOut) != len(want) {
		t.Fatalf("left out: %v", reading.LeftOut)
	}
	for i, l := range reading.LeftOut {
		if l != want[i] {
			t.Errorf("%+v instead of %+v", l, want[i])
		}
	}
	last := reading.Recipients[411]
	if last.Name != "Nguyễn Thành Quang Phong" || last.Row != 419 || last.Class != "5A6" || last.Born != (app.Date{Year: 2015, Month: 6, Day: 9}) || last.Gender != app.Male {
		t.Errorf("%+v", last)
	}
}

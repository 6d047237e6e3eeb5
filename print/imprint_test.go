package print

import (
	"bytes"
	"image"
	"image/png"
	"slices"
	"testing"

	"tiengtrong/app"
)

// TestImprints: a blank gets what is not on it, where the design has it, moved as its line asks.
func TestImprints(t *testing.T) {
	s := studio(t)
	e, c := pupils(3)
	c.SetOnBlank(app.BlankLine{Line: app.IssuerLine, Show: app.Never})
	c.SetOnBlank(app.BlankLine{Line: app.VerbLine, Show: app.Never})
	c.SetOnBlank(app.BlankLine{Line: app.DateLine, Show: app.Always, DXMM: -3})
	c.SetOnBlank(app.BlankLine{Line: app.NameLine, DYMM: 4})
	c.Date = app.Date{Year: 2025, Month: 10, Day: 1}
	whole, _ := s.Certificates(e, c).Page(0)
	page, problems := s.Imprints(e, c).Page(0)
	if len(problems) > 0 {
		t.Error(problems)
	}
	places := map[string]Point{}
	for _, text := range wordsOf(whole) {
		places[text.String] = text.At
	}
	var printed []string
	for _, text := range wordsOf(page) {
		at := places[text.String]
		switch text.String {
		case "Nguyễn Thị Ánh Tuyết":
			at = at.Add(0, 4)
		case "ngày 01 tháng 10 năm 2025":
			at = at.Add(-3, 0)
		}
		if text.At != at {
			t.Errorf("%q is at %v, not at %v", text.String, text.At, at)
		}
		printed = append(printed, text.String)
	}
	want := []string{"Nguyễn Thị Ánh Tuyết", "Học sinh lớp 1A1", "Học sinh Xuất sắc", "Năm học", "Vào sổ khen thưởng: Số 001/GK", "ngày 01 tháng 10 năm 2025"}
	slices.Sort(printed)
	slices.Sort(want)
	if !slices.Equal(printed, want) {
		t.Errorf("printed %q\nwant    %q", printed, want)
	}
}

func TestTheScanIsOnlyForPreviews(t *testing.T) {
	s := studio(t)
	e, c := pupils(1)
	var data bytes.Buffer
	if err := png.Encode(&data, image.NewRGBA(image.Rect(0, 0, 4, 3))); err != nil {
		t.Fatal(err)
	}
	e.Images = append(e.Images, &app.Image{Name: "phoi.png", Data: data.Bytes()})
	c.Blank = app.Blank{Scan: "phoi.png", XMM: 2, YMM: 1, WidthMM: 290, HeightMM: 200}
	pictures := func(p *Page) (boxes []Rect) {
		for ; p != nil; p = p.Under {
			for _, item := range p.Items {
				if picture, ok := item.(*Picture); ok {
					boxes = append(boxes, picture.Box)
				}
			}
		}
		return boxes
	}
	b := s.Imprints(e, c)
	page, _ := b.Page(0)
	if over := b.OverScan(page); len(pictures(page)) > 0 || !slices.Equal(pictures(over), []Rect{{2, 1, 290, 200}}) || over.Under != b.OverScan(page).Under {
		t.Errorf("printed %v, seen %v", pictures(page), pictures(b.OverScan(page)))
	}
	c.Blank.Scan = "gone.png"
	b = s.Imprints(e, c)
	if !slices.ContainsFunc(b.Problems(), func(p app.Problem) bool { return p.Code == "image-missing" && p.Severity == app.Warning }) {
		t.Error(b.Problems())
	}
	if page, _ := b.Page(0); b.OverScan(page) != page {
		t.Error("a page without a scan is as it is")
	}
}

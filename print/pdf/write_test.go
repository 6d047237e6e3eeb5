package pdf_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"iter"
	"math"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"tiengtrong/print"
	"tiengtrong/print/pdf"
	"tiengtrong/print/pdf/pdftest"
)

// letters are the 134 letters that Vietnamese adds to ASCII.
const letters = "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ" +
	"àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"

var a4 = print.Size{W: 297, H: 210}

func face(t testing.TB, name string) *print.Face {
	t.Helper()
	fonts, err := print.LoadFonts(os.DirFS("../../assets/fonts"))
	if err != nil {
		t.Fatal(err)
	}
	f, err := fonts.Face(name)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func line(f *print.Face, size print.Pt, x, y print.MM, s string) *print.Text {
	t := print.NewText(f, size, print.Black, s)
	t.At = print.Point{X: x, Y: y}
	return t
}

// each yields pages without errors.
func each(pages ...*print.Page) iter.Seq2[*print.Page, error] {
	return func(yield func(*print.Page, error) bool) {
		for _, p := range pages {
			if !yield(p, nil) {
				return
			}
		}
	}
}

// write writes pages to a file and has it checked by outside tools.
func write(t *testing.T, meta pdf.Meta, pages ...*print.Page) string {
	t.Helper()
	var out bytes.Buffer
	if err := pdf.Write(context.Background(), &out, meta, each(pages...)); err != nil {
		t.Fatal(err)
	}
	path := pdftest.File(t, out.Bytes())
	pdftest.Check(t, path)
	return path
}

func TestEveryVietnameseLetterIsFound(t *testing.T) {
	fonts, err := print.LoadFonts(os.DirFS("../../assets/fonts"))
	if err != nil {
		t.Fatal(err)
	}
	if n := len([]rune(letters)); n != 134 {
		t.Fatalf("%d letters in the test, not 134", n)
	}
	page := &print.Page{Trim: print.Size{W: 800, H: 600}}
	for i, name := range fonts.Names() {
		page.Add(line(face(t, name), 11, 10, print.MM(10+10*i), letters))
	}
	found := pdftest.Text(t, write(t, pdf.Meta{}, page))
	if got := strings.Count(strings.ReplaceAll(found, "\n", ""), letters); got != len(fonts.Names()) {
		t.Errorf("the 134 letters are found whole in %d of %d fonts:\n%s", got, len(fonts.Names()), found)
	}
}

func TestKernsDoNotSplitWords(t *testing.T) {
	const sentence = "AVATAR Tiếng Trống WAVE To LTV. Vậy Tương Yên"
	page := &print.Page{Trim: a4}
	for i, name := range []string{"BeVietnamPro_700Bold", "Tinos_400Regular", "Montserrat_900Black", "Lora_700Bold"} {
		page.Add(line(face(t, name), 24, 10, print.MM(30+40*i), sentence))
	}
	found := pdftest.Text(t, write(t, pdf.Meta{}, page))
	if n := strings.Count(found, sentence); n != 4 {
		t.Errorf("the sentence is found %d times, not 4:\n%s", n, found)
	}
}

func TestBoxes(t *testing.T) {
	page := &print.Page{Trim: a4, Bleed: print.AllSides(3), Slug: print.Sides{Top: 10, Right: 11, Bottom: 12, Left: 13}}
	large := &print.Page{Trim: print.Size{W: 5000, H: 900}, Bleed: print.AllSides(10)}
	path := write(t, pdf.Meta{}, page, large)
	for _, want := range []struct {
		page int
		name string
		box  [4]float64
	}{
		{1, "MediaBox", [4]float64{0, 0, 13 + 3 + 297 + 3 + 11, 12 + 3 + 210 + 3 + 10}},
		{1, "BleedBox", [4]float64{13, 12, 13 + 303, 12 + 216}},
		{1, "TrimBox", [4]float64{16, 15, 16 + 297, 15 + 210}},
		{2, "MediaBox", [4]float64{0, 0, 5020, 920}},
		{2, "TrimBox", [4]float64{10, 10, 5010, 910}},
	} {
		got := pdftest.Box(t, path, want.page, want.name)
		for i := range got {
			if math.Abs(got[i]-want.box[i]) > 0.1 {
				t.Errorf("page %d: %s is %.2f, not %v", want.page, want.name, got, want.box)
				break
			}
		}
	}
}

func TestOnlyTheInksAskedFor(t *testing.T) {
	whole := print.RectPath(print.Rect{W: 100, H: 100})
	paint := func(items ...print.Item) *print.Page {
		return &print.Page{Trim: print.Size{W: 100, H: 100}, Items: items}
	}
	yellow, cyan := print.Ink{Y: 100}, print.Ink{C: 60}
	black, magenta := image.NewCMYK(image.Rect(0, 0, 4, 4)), image.NewCMYK(image.Rect(0, 0, 4, 4))
	for i := 0; i < len(magenta.Pix); i += 4 {
		black.Pix[i+3], magenta.Pix[i+1] = 255, 255
	}
	box := print.Rect{W: 50, H: 100}
	text := print.NewText(face(t, "Tinos_400Regular"), 100, yellow, "Ẫy")
	text.At = print.Point{X: 5, Y: 80}
	pages := []struct {
		page *print.Page
		want [4]float64
	}{
		{paint(&print.Fill{Path: whole, Ink: yellow}), [4]float64{0, 0, 1, 0}},
		{paint(&print.Clip{Box: box, Items: []print.Item{&print.Fill{Path: whole, Ink: cyan}}}), [4]float64{0.5, 0, 0, 0}},
		{paint(&print.Picture{Box: box, Name: "black", Image: black}), [4]float64{0, 0, 0, 0.5}},
		{paint(&print.Picture{Box: box, Name: "magenta", Image: magenta}), [4]float64{0, 0.5, 0, 0}},
		{paint(&print.Shade{Path: whole, To: print.Point{X: 100}, Inks: [2]print.Ink{{M: 100}, {M: 50}}}), [4]float64{0, 1, 0, 0}},
		{paint(&print.Stroke{Path: whole, Ink: print.Black, Width: 20}), [4]float64{0, 0, 0, 1 - 0.8*0.8}},
		{paint(text), [4]float64{0, 0, 0.03, 0}},
	}
	var all []*print.Page
	for _, p := range pages {
		all = append(all, p.page)
	}
	inks := pdftest.Inks(t, write(t, pdf.Meta{}, all...))
	if len(inks) != len(pages) {
		t.Fatalf("inks of %d pages, not %d", len(inks), len(pages))
	}
	for i, got := range inks {
		for plate, want := range pages[i].want {
			if math.Abs(got[plate]-want) > 0.01 || want == 0 && got[plate] != 0 {
				t.Errorf("page %d: inks cover %v, not %v", i+1, got, pages[i].want)
				break
			}
		}
	}
}

func TestMeta(t *testing.T) {
	meta := pdf.Meta{Title: "Giấy khen (412 tờ)", Author: "Trường Tiểu học", Subject: "Lễ phát động", Keywords: "học, sách", Lang: "vi-VN",
		Created: time.Date(2025, 10, 1, 7, 0, 0, 0, time.FixedZone("", 7*3600))}
	page := &print.Page{Trim: a4, Items: []print.Item{line(face(t, "Tinos_400Regular"), 12, 20, 20, "Một")}}
	path := write(t, meta, page)
	info := pdftest.Tool(t, "pdfinfo", "-isodates", path)
	for _, want := range []string{meta.Title, meta.Author, meta.Subject, meta.Keywords, "Tiếng Trống", "2025-10-01T"} {
		if !strings.Contains(info, want) {
			t.Errorf("pdfinfo does not show %q:\n%s", want, info)
		}
	}
	data, _ := os.ReadFile(path)
	for _, want := range []string{"%PDF-1.6\n", "/Trapped/False", "/ID[<", "(D:20251001070000+07'00')"} {
		if !bytes.Contains(data, []byte(want)) {
			t.Errorf("the file does not hold %q", want)
		}
	}
}

func TestManyPagesInOrder(t *testing.T) {
	const n = 700 // more than two branches of the page tree
	f := face(t, "Tinos_400Regular")
	under := &print.Page{Trim: a4, Items: []print.Item{line(f, 14, 20, 30, "Nền chung")}}
	var pages []*print.Page
	for i := range n {
		pages = append(pages, &print.Page{Trim: a4, Under: under, Items: []print.Item{line(f, 20, 20, 60, fmt.Sprintf("tờ %d.", i+1))}})
	}
	path := write(t, pdf.Meta{}, pages...)
	if got := pdftest.Pages(t, path); got != n {
		t.Fatalf("%d pages, not %d", got, n)
	}
	sheets := strings.Split(strings.TrimSuffix(pdftest.Text(t, path), "\f"), "\f")
	for i, s := range sheets {
		if !strings.Contains(s, fmt.Sprintf("tờ %d.", i+1)) || !strings.Contains(s, "Nền chung") {
			t.Fatalf("page %d reads %q", i+1, s)
		}
	}
	data, _ := os.ReadFile(path)
	if forms := bytes.Count(data, []byte("/Subtype/Form")); forms != 1 {
		t.Errorf("the shared part is written %d times, not once", forms)
	}
}

func TestErrorsNameThePageAndTheText(t *testing.T) {
	f := face(t, "Lora_400Regular")
	good := &print.Page{Trim: a4, Items: []print.Item{line(f, 12, 20, 20, "được")}}
	bad := func(item print.Item) iter.Seq2[*print.Page, error] {
		return each(good, good, &print.Page{Trim: a4, Items: []print.Item{item}})
	}
	short := line(f, 12, 0, 0, "ba chữ")
	short.Kerns = short.Kerns[:2]
	outlined := line(f, 12, 0, 0, "Giá 5₫")
	outlined.Outlined = true
	failing := func(yield func(*print.Page, error) bool) {
		_ = yield(good, nil) && yield(good, nil) && yield(nil, errors.New("hết giấy"))
	}
	for _, test := range []struct {
		pages iter.Seq2[*print.Page, error]
		want  string
	}{
		{bad(line(f, 12, 0, 0, "Giá 5₫")), `write page 3: text "Giá 5₫": font Lora_400Regular has no '₫' (U+20AB)`},
		{bad(outlined), `write page 3: text "Giá 5₫": font Lora_400Regular has no '₫' (U+20AB)`},
		{bad(line(f, 12, 0, 0, "Vui 😀")), `write page 3: text "Vui 😀": '😀' (U+1F600) lies beyond the letters a PDF font of ours can hold`},
		{bad(short), `write page 3: text "ba chữ" has 6 letters but 2 kerns`},
		{bad(&print.Fill{Path: print.CirclePath(print.Point{X: print.MM(math.NaN())}, 5)}), `write page 3: a *print.Fill lies nowhere: its numbers are not finite`},
		{bad(nil), `write page 3: cannot draw <nil>`},
		{bad(&print.Picture{Name: "logo"}), `write page 3: picture "logo" is empty`},
		{each(good, &print.Page{Trim: print.Size{W: 6000, H: 900}}), `write page 2: a PDF page may be up to 5080 mm a side, not 6000.0 × 900.0 mm`},
		{failing, `write page 3: hết giấy`},
		{each(), `write pages: there are none`},
	} {
		err := pdf.Write(context.Background(), &bytes.Buffer{}, pdf.Meta{}, test.pages)
		if err == nil || err.Error() != test.want {
			t.Errorf("got  %v\nwant %s", err, test.want)
		}
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	drawn := 0
	endless := func(yield func(*print.Page, error) bool) {
		for yield(&print.Page{Trim: a4}, nil) {
			if drawn++; drawn == 1000 {
				cancel()
			}
		}
	}
	err := pdf.Write(ctx, &bytes.Buffer{}, pdf.Meta{}, endless)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if drawn > 1100 {
		t.Errorf("%d pages were asked for after the end", drawn-1000)
	}
}

// fullDisk takes some bytes and no more.
type fullDisk struct{ room int }

func (d *fullDisk) Write(b []byte) (int, error) {
	if d.room -= len(b); d.room < 0 {
		return 0, errors.New("đĩa đầy")
	}
	return len(b), nil
}

func TestFullDiskIsAnError(t *testing.T) {
	page := &print.Page{Trim: a4, Items: []print.Item{line(face(t, "Tinos_400Regular"), 12, 20, 20, "Một")}}
	for _, room := range []int{0, 3000} {
		if err := pdf.Write(context.Background(), &fullDisk{room}, pdf.Meta{}, each(page)); err == nil || !strings.Contains(err.Error(), "đĩa đầy") {
			t.Errorf("with room for %d bytes: %v", room, err)
		}
	}
}

// TestAlikePagesShareTheirResources writes pages of two kinds in turn, and each run of one kind has one dictionary.
func TestAlikePagesShareTheirResources(t *testing.T) {
	upright, bold := face(t, "Lora_400Regular"), face(t, "PlayfairDisplay_700Bold")
	under := &print.Page{Trim: a4, Items: []print.Item{line(bold, 40, 90, 60, "GIẤY KHEN")}}
	name := func(f *print.Face, under *print.Page) *print.Page {
		return &print.Page{Trim: a4, Under: under, Items: []print.Item{line(f, 20, 60, 100, "Thảo (An) \\ Vỹ")}}
	}
	file := write(t, pdf.Meta{}, name(upright, under), name(upright, under), name(bold, under), name(bold, nil), name(bold, nil), name(upright, under))
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var runs []string
	for _, m := range regexp.MustCompile(`/Resources (\d+) 0 R/Contents`).FindAllSubmatch(data, -1) {
		runs = append(runs, string(m[1]))
	}
	if got := slices.Compact(slices.Clone(runs)); len(runs) != 6 || len(got) != 4 {
		t.Errorf("six pages in four runs have the resources %v", runs)
	}
	if got := strings.Count(pdftest.Text(t, file), "Thảo (An) \\ Vỹ"); got != 6 {
		t.Errorf("%d of 6 pages have their line", got)
	}
}

package main

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tiengtrong/app"
	"tiengtrong/app/file"
	"tiengtrong/app/intake"
	"tiengtrong/assets"
	"tiengtrong/print"
	"tiengtrong/print/export"
	"tiengtrong/print/pdf/conform"
	"tiengtrong/print/pdf/pdftest"
	"tiengtrong/print/raster"
	"tiengtrong/print/raster/rastertest"
)

func sampleEvent(t testing.TB) *app.Event {
	t.Helper()
	e, err := intake.Sample(assets.Sub("."))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func exported(t testing.TB, e *app.Event, use export.Use, what ...export.Kind) []export.File {
	t.Helper()
	studio, err := newStudio()
	if err != nil {
		t.Fatal(err)
	}
	plan := export.Plan{Event: e, Studio: studio, What: what, For: use, Dir: t.TempDir()}
	result, err := export.Run(context.Background(), plan, nil)
	if err != nil {
		t.Fatal(err, result.Problems)
	}
	return result.Files
}

// pieces counts the files of a kind.
func pieces(files []export.File, kind export.Kind) int {
	n := 0
	for _, f := range files {
		if f.Kind == kind {
			n++
		}
	}
	return n
}

// TestSamplePackForTheShop exports the sample and has other programs read every file back.
func TestSamplePackForTheShop(t *testing.T) {
	files := exported(t, sampleEvent(t), export.Shop, export.Kinds...)
	for kind, want := range map[export.Kind]int{export.Programs: 6, export.Banners: 3, export.Posters: 4, export.Certificates: 1} {
		if n := pieces(files, kind); n != want {
			t.Errorf("%d files of %s, want %d", n, kind, want)
		}
	}
	for _, f := range files {
		pdftest.Check(t, f.Path)
		pdftest.Conforms(t, f.Path, conform.X4)
		if plates := strings.Join(pdftest.Plates(t, f.Path), " "); plates != "Black Cyan Magenta Yellow" {
			t.Errorf("%s: Ghostscript makes the plates %s", f.Path, plates)
		}
		if n := pdftest.Pages(t, f.Path); n != f.Pages {
			t.Errorf("%s: %d pages, said %d", f.Path, n, f.Pages)
		}
		for _, page := range []int{1, f.Pages} {
			trim, bleed := pdftest.Box(t, f.Path, page, "TrimBox"), pdftest.Box(t, f.Path, page, "BleedBox")
			if math.Abs(trim[2]-trim[0]-f.WidthMM) > 0.1 || math.Abs(trim[3]-trim[1]-f.HeightMM) > 0.1 {
				t.Errorf("%s: the trim is %v, said %g × %g mm", f.Path, trim, f.WidthMM, f.HeightMM)
			}
			if f.Kind != export.Programs && (bleed[0] >= trim[0] || bleed[2] <= trim[2] || bleed[1] >= trim[1] || bleed[3] <= trim[3]) {
				t.Errorf("%s: page %d has no bleed: %v in %v", f.Path, page, trim, bleed)
			}
		}
		if inks := pdftest.Inks(t, f.Path); len(inks) != f.Pages {
			t.Errorf("%s: Ghostscript sees %d pages of CMYK", f.Path, len(inks))
		}
	}
}

// TestSampleCertificatesNameEveryone looks for all 412 names, one a page, in the order of the list.
func TestSampleCertificatesNameEveryone(t *testing.T) {
	e := sampleEvent(t)
	recipients := e.RosterOf(e.Certificates[0]).Recipients
	if len(recipients) != 412 {
		t.Fatalf("%d recipients", len(recipients))
	}
	for _, use := range []export.Use{export.Office, export.Shop} {
		files := exported(t, e, use, export.Certificates)
		pages := strings.Split(strings.TrimSuffix(pdftest.Text(t, files[0].Path), "\f"), "\f")
		if len(pages) != len(recipients) {
			t.Fatalf("%d pages of text", len(pages))
		}
		for i, r := range recipients {
			if text := strings.Join(strings.Fields(pages[i]), " "); !strings.Contains(text, r.Name) || !strings.Contains(text, "lớp "+r.Class) {
				t.Errorf("page %d does not name %s, %s: %s", i+1, r.Name, r.Class, text)
			}
		}
	}
}

// TestSampleProgramCanBeRead finds the twelve items with their times, in order, in the text of the program.
func TestSampleProgramCanBeRead(t *testing.T) {
	e := sampleEvent(t)
	files := exported(t, e, export.Office, export.Programs)
	for _, f := range files {
		pdftest.Check(t, f.Path)
		pdftest.Conforms(t, f.Path, conform.A2b)
	}
	text := strings.Join(strings.Fields(pdftest.Tool(t, "pdftotext", "-layout", files[0].Path, "-")), " ")
	slots := e.Ceremonies[0].Schedule()
	if len(slots) != 12 {
		t.Fatalf("%d items", len(slots))
	}
	at := 0
	for i, s := range slots {
		next := strings.Index(text[at:], s.Start.String())
		if next < 0 {
			t.Fatalf("item %d: %s is not in the text after the item before", i+1, s.Start)
		}
		at += next
	}
	text = strings.Join(strings.Fields(pdftest.Text(t, files[0].Path)), " ") // block by block
	for _, words := range []string{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TRƯỜNG TIỂU HỌC LÊ HỒNG PHONG", "CHƯƠNG TRÌNH", "Người phụ trách", "HIỆU TRƯỞNG"} {
		if !strings.Contains(text, words) {
			t.Errorf("%q is not in the program", words)
		}
	}
}

// TestPreviewIsThePaper draws every page of the sample twice, by poppler from the PDF and by the preview from the
// Page, and compares. Poppler mixes inks from other primaries, so colours may differ by more than shapes do.
func TestPreviewIsThePaper(t *testing.T) {
	e := sampleEvent(t)
	studio, err := newStudio()
	if err != nil {
		t.Fatal(err)
	}
	files := exported(t, e, export.Office, export.Kinds...)
	pages := samplePages(e, studio)
	if len(files) != len(pages) {
		t.Fatalf("%d files, %d pieces", len(files), len(pages))
	}
	for i, f := range files {
		var renderer raster.Renderer
		density := 300 / f.WidthMM
		for n, paper := range rastertest.Poppler(t, f.Path, density) {
			page := print.ForPDF(pages[i][n])
			preview, err := renderer.Draw(page, page.TrimBox(), density)
			if err != nil {
				t.Fatal(err)
			}
			d, err := rastertest.Compare(paper, preview)
			if err != nil || d.Mean > 14 || d.Worst > 75 {
				t.Errorf("%s, page %d: %+v, %v", filepath.Base(f.Path), n+1, d, err)
			}
		}
	}
}

// samplePages lays out all pieces in the order of the export.
func samplePages(e *app.Event, studio *print.Studio) [][]*print.Page {
	var all [][]*print.Page
	for _, c := range e.Ceremonies {
		pages, _ := studio.Program(e, c)
		all = append(all, pages)
	}
	for _, b := range e.Banners {
		page, _ := studio.Banner(e, b)
		all = append(all, []*print.Page{page})
	}
	for _, p := range e.Posters {
		page, _ := studio.Poster(e, p)
		all = append(all, []*print.Page{page})
	}
	for _, c := range e.Certificates {
		batch := studio.Certificates(e, c)
		pages := make([]*print.Page, batch.Len())
		for i := range pages {
			pages[i], _ = batch.Page(i)
		}
		all = append(all, pages)
	}
	return all
}

func TestTheSampleHasNoErrors(t *testing.T) {
	studio, err := newStudio()
	if err != nil {
		t.Fatal(err)
	}
	say := &speaker{lang: "en"}
	for _, p := range export.Proof(sampleEvent(t), studio, export.Kinds) {
		if p.Severity == app.Error {
			t.Error(say.load().Problem(p))
		}
	}
}

// BenchmarkCertificatesFromFile takes 412 certificates from the .trong file to the PDF.
func BenchmarkCertificatesFromFile(b *testing.B) {
	path := filepath.Join(b.TempDir(), "mau.trong")
	if err := file.Save(path, sampleEvent(b)); err != nil {
		b.Fatal(err)
	}
	dir := b.TempDir()
	for b.Loop() {
		e, err := file.Open(path)
		if err != nil {
			b.Fatal(err)
		}
		studio, err := newStudio()
		if err != nil {
			b.Fatal(err)
		}
		plan := export.Plan{Event: e, Studio: studio, What: []export.Kind{export.Certificates}, For: export.Office, Dir: dir}
		if _, err := export.Run(context.Background(), plan, nil); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(412*float64(b.N)/b.Elapsed().Seconds(), "certificates/s")
}

// BenchmarkBannerKeystroke is what one letter in a banner's text costs: the edit, the layout and a preview 1200
// pixels wide.
func BenchmarkBannerKeystroke(b *testing.B) {
	doc := app.NewDocument(sampleEvent(b))
	studio, err := newStudio()
	if err != nil {
		b.Fatal(err)
	}
	n := 0
	for b.Loop() {
		n++
		doc.Edit("", "text", func(e *app.Event) {
			e.Banners[0].Text = fmt.Sprintf("Học để phát triển bản thân, lần %d", n)
		})
		e := doc.Event()
		page, _ := studio.Banner(e, e.Banners[0])
		if _, err := raster.Draw(page, page.TrimBox(), 1200/float64(page.Trim.W)); err != nil {
			b.Fatal(err)
		}
	}
}

func TestMain(m *testing.M) {
	os.Unsetenv("LANG")
	code := m.Run()
	for _, end := range slices.Backward(ends) {
		end()
	}
	os.Exit(code)
}

// ends are what tests leave to be done after the last of them.
var ends []func()

func atEnd(do func()) { ends = append(ends, do) }

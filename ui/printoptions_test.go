package ui

import (
	"image"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tiengtrong/app"
	"tiengtrong/print"
	"tiengtrong/print/export"
	"tiengtrong/print/pack"
)

// printing opens the print page with banners alone chosen, and a folder to write into.
func printing(t *testing.T, use export.Use) (*Window, *printPage, string) {
	t.Helper()
	w := open(t, sample(t))
	p := w.turnTo("print").(*printPage)
	for kind, box := range p.what {
		box.SetChecked(kind == export.Banners)
	}
	dir := filepath.Join(t.TempDir(), "in")
	p.folder.SetText(dir)
	p.chooseUse(use)
	p.show(w.doc.Event())
	return w, p, dir
}

func written(t *testing.T, pattern ...string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(pattern...))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestOfficeOptions(t *testing.T) {
	w, p, dir := printing(t, export.Office)
	if !p.options.tiled.Hidden {
		t.Error("an overlap is asked for though nothing is tiled")
	}
	selectOf(t, w, "sheets.how").SetSelected("Chia ra tờ A3 để ghép")
	entryOf(t, w, "sheets.overlap").SetText("15")
	got := p.options.of(export.Office)
	if got.Tile == nil || got.Tile.Code != "a3" || got.Overlap != 15 || got.Letters != nil {
		t.Errorf("options for tiling: %+v", got)
	}
	p.export()
	if files := written(t, dir, "*-ghep-a3.pdf"); len(files) != 3 {
		t.Errorf("tiled files: %q", files)
	}
	if text := seen(w); !strings.Contains(text, "chồng mép 15 mm") {
		t.Error("the sheets are not told")
	}
	p.options.sheets.SetSelected("Chữ rời để cắt, mỗi tờ A4 một chữ")
	if got := p.options.of(export.Office); got.Letters == nil || got.Letters.Code != "a4" || got.Tile != nil {
		t.Errorf("options for letters: %+v", got)
	}
	p.export()
	if files := written(t, dir, "*-chu-roi-a4.pdf"); len(files) != 3 {
		t.Errorf("files with letters: %q", files)
	}
}

func TestEachUseHasItsOwnOptions(t *testing.T) {
	_, p, _ := printing(t, export.Office)
	p.options.sheets.SetSelectedIndex(1)
	p.options.panels.SetChecked(true)
	p.options.outline.SetChecked(true)
	p.options.set(image.Pt(800, 450))
	p.options.cover.SetChecked(true)
	if got := p.options.of(export.Office); got.Tile != &print.Papers[0] || got.Panels || got.Pixels != (image.Point{}) || got.Cover {
		t.Errorf("office: %+v", got)
	}
	if got := p.options.of(export.Shop); got != (export.Options{Panels: true, Outline: true}) {
		t.Errorf("shop: %+v", got)
	}
	if got := p.options.of(export.Screen); got != (export.Options{Pixels: image.Pt(800, 450), Cover: true}) {
		t.Errorf("screen: %+v", got)
	}
}

func TestChoicesOutliveTheLanguage(t *testing.T) {
	w, p, _ := printing(t, export.Shop)
	p.options.panels.SetChecked(true)
	p.options.outline.SetChecked(true)
	p.options.sheets.SetSelectedIndex(2)
	p.options.set(image.Pt(800, 450))
	p.options.cover.SetChecked(true)
	w.switchLanguage()
	now := w.turnTo("print").(*printPage)
	if now == p || now.use != export.Shop || !slices.Equal(now.kinds(), []export.Kind{export.Banners}) {
		t.Fatalf("for %s: %v", now.use, now.kinds())
	}
	for _, use := range export.Uses {
		if got, want := now.options.of(use), p.options.of(use); got != want {
			t.Errorf("%s: %+v, want %+v", use, got, want)
		}
	}
}

func TestShopPanels(t *testing.T) {
	w, p, dir := printing(t, export.Shop)
	w.doc.Edit("", "", func(e *app.Event) { e.Banners[0].WidthMM, e.Banners[0].HeightMM = 6000, 2000 })
	p.options.panels.SetChecked(true)
	p.export()
	if files := written(t, dir, "*-tam-*-tren-3*.pdf"); len(files) != 6 {
		t.Errorf("panels: %q of %q", files, written(t, dir, "*"))
	}
	if !strings.Contains(seen(w), "tấm 1/3") {
		t.Error("the panels are not told")
	}
}

func TestScreenOptions(t *testing.T) {
	w, p, dir := printing(t, export.Screen)
	list := selectOf(t, w, "screen.preset")
	list.SetSelected("4K: 3840 × 2160")
	if got := p.options.of(export.Screen).Pixels; got != image.Pt(3840, 2160) {
		t.Errorf("4K is %v", got)
	}
	list.SetSelected("Vuông, mạng xã hội: 1080 × 1080")
	entry := entryOf(t, w, "screen.pixels")
	if entry.Text != "1080 × 1080" {
		t.Errorf("the field shows %q", entry.Text)
	}
	entry.SetText("640*160")
	if list.SelectedIndex() >= 0 {
		t.Error("a typed size is called a preset")
	}
	p.options.cover.SetChecked(true)
	p.export()
	files := written(t, dir, "*-640x160px.png")
	if len(files) != 3 {
		t.Fatalf("pictures: %q", files)
	}
	f, err := os.Open(files[0])
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if c, _, err := image.DecodeConfig(f); err != nil || c.Width != 640 || c.Height != 160 {
		t.Errorf("a picture of %d × %d, %v", c.Width, c.Height, err)
	}
	list.SetSelectedIndex(0)
	if got := p.options.of(export.Screen); got != (export.Options{}) || !p.options.cover.Disabled() {
		t.Errorf("without a size: %+v", got)
	}
}

func TestPackageForTheShop(t *testing.T) {
	w, p, dir := printing(t, export.Shop)
	p.what[export.Programs].SetChecked(true)
	p.options.pack.SetChecked(true)
	if !p.what[export.Programs].Disabled() || !p.options.panels.Disabled() {
		t.Error("what no package holds can be chosen")
	}
	p.export()
	files := written(t, dir, "*")
	if len(files) != 1 || filepath.Base(files[0]) != pack.Name(w.doc.Event()) {
		t.Fatalf("wrote %q", files)
	}
	report, err := pack.Verify(t.Context(), files[0])
	if err != nil || len(report.Findings) > 0 || len(report.Ticket.Pieces) != 3 {
		t.Fatalf("the package: %+v, %v", report, err)
	}
	text := seen(w)
	for _, want := range []string{w.totalWords(report.Ticket), report.Ticket.Pieces[0].Name} {
		if !strings.Contains(strings.ReplaceAll(text, "\n", " "), want) {
			t.Errorf("%q is not said in\n%s", want, text)
		}
	}
	p.chooseUse(export.Office)
	if p.what[export.Programs].Disabled() {
		t.Error("programs can't be chosen for the office")
	}
}

func TestNoPackageOfNothing(t *testing.T) {
	w := open(t, app.NewEvent())
	p := w.turnTo("print").(*printPage)
	dir := t.TempDir()
	p.folder.SetText(dir)
	p.chooseUse(export.Shop)
	p.options.pack.SetChecked(true)
	p.force.SetChecked(true)
	p.export()
	if p.doing.Text() != w.say("print.pack-nothing") || len(written(t, dir, "*")) > 0 {
		t.Errorf("of an event without pieces is said %q", p.doing.Text())
	}
}

func TestPosterLink(t *testing.T) {
	e := sample(t)
	w := open(t, e)
	w.turnTo("posters")
	entryOf(t, w, "field.poster-link").SetText("https://thuvien.edu.vn/doc")
	if got := w.doc.Event().Posters[0].Link; got != "https://thuvien.edu.vn/doc" {
		t.Errorf("the link is %q", got)
	}
	oneStep(t, w, e, "the link")
}

func TestArtworkOfAllKinds(t *testing.T) {
	w := open(t, sample(t))
	g := w.turnTo("posters").(*gallery[app.Poster])
	svg := `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10" fill="red"/></svg>`
	path := filepath.Join(t.TempDir(), "Trống.SVG")
	if err := os.WriteFile(path, []byte(svg), 0o600); err != nil {
		t.Fatal(err)
	}
	picking := &picker{want: wanted{endings: imageEndings}}
	for _, name := range []string{"a.png", "a.JPG", "a.jpeg", "a.webp", "Trống.SVG"} {
		if !picking.wants(name) {
			t.Errorf("%s can't be picked", name)
		}
	}
	w.loadImage(path, g.giveTo(g.edit.chosen))
	if got := w.doc.Event().Posters[0].Artwork; got != "Trống.SVG" {
		t.Errorf("the poster's picture is %q", got)
	}
}

func TestAFolderThatCanNotBeWritten(t *testing.T) {
	for _, packing := range []bool{false, true} {
		w, p, dir := printing(t, export.Shop)
		if err := os.WriteFile(dir, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		p.options.pack.SetChecked(packing)
		p.export()
		top := w.win.Canvas().Overlays().Top()
		if top == nil || !strings.Contains(strings.Join(textsOf(top), " "), "Không ghi được vào thư mục") {
			t.Errorf("packing %v: nothing is said of the folder", packing)
		}
	}
}

// TestWhatWasExportedIsOnPaper: an export of certificates, and no other, is noted in the register.
func TestWhatWasExportedIsOnPaper(t *testing.T) {
	w, p, _ := printing(t, export.Office)
	w.record(func(e *app.Event) error { _, err := e.Issue(app.Issuing{}); return err }, func() {})
	for _, kind := range []export.Kind{export.Banners, export.Certificates} {
		for other, box := range p.what {
			box.SetChecked(other == kind)
		}
		p.export()
		if first := w.doc.Event().Entries()[0]; first.Printed.IsZero() != (kind == export.Banners) {
			t.Errorf("after an export of %s: %+v", kind, first)
		}
	}
}

package export_test

import (
	"context"
	"errors"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tiengtrong/app"
	"tiengtrong/assets"
	"tiengtrong/print"
	"tiengtrong/print/export"
	"tiengtrong/print/pdf/conform"
	"tiengtrong/print/pdf/pdftest"
)

func event() *app.Event {
	e := app.NewEvent()
	e.Title, e.From, e.To = "Tuần lễ học tập suốt đời", app.Date{Year: 2025, Month: 10, Day: 1}, app.Date{Year: 2025, Month: 10, Day: 7}
	e.School = app.School{Name: "Trường Tiểu học Lê Hồng Phong", Parent: "UBND phường Phù Liễn", Place: "Phù Liễn",
		SchoolYear: "2025 - 2026", Head: app.Signatory{Title: "HIỆU TRƯỞNG", Name: "Phạm Thu Hương"}}
	c := app.NewCeremony("Lễ phát động", e.From)
	c.Lead = "Hiệu trưởng"
	c.Program.Items = []app.Item{app.NewItem("Chào cờ")}
	c.Program.Items[0].Who = "Tổng phụ trách"
	e.Ceremonies = []app.Ceremony{c}
	e.Banners = []app.Banner{app.NewBanner("Cổng trường", "Học, học nữa, học mãi"), app.NewBanner("Cổng trường", "Đọc sách mỗi ngày")}
	e.Posters = []app.Poster{app.NewPoster("Thư viện", "Đọc sách mỗi ngày")}
	cert := app.NewCertificate("Gương sáng tự học")
	cert.Date = e.From
	r := app.NewRoster("Khen")
	for _, name := range []string{"Vũ Thùy Hà Mai", "Trần Thanh Vy", "H'Hen Niê"} {
		r.Recipients = append(r.Recipients, &app.Recipient{ID: app.NewID(), Name: name, Class: "1A1", Award: "Gương sáng tự học", Citation: "Đã tự học"})
	}
	cert.RosterID = r.ID
	e.Rosters, e.Certificates = []*app.Roster{r}, []app.Certificate{cert}
	return e
}

func studio(t testing.TB) *print.Studio {
	t.Helper()
	s, err := print.NewStudio(assets.Sub("fonts"), assets.Sub("styles"), assets.Sub("icc"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func plan(t testing.TB, use export.Use) export.Plan {
	return export.Plan{Event: event(), Studio: studio(t), What: export.Kinds, For: use, Dir: filepath.Join(t.TempDir(), "ra", "tệp")}
}

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

func TestExportForTheShop(t *testing.T) {
	p := plan(t, export.Shop)
	last := 0
	result, err := export.Run(context.Background(), p, func(done, total int, _ string) {
		if done < last || done >= total {
			t.Errorf("progress %d of %d after %d", done, total, last)
		}
		last = done
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"ap-phich-thu-vien-420x594mm.pdf",
		"bang-ron-cong-truong-6000x900mm-ti-le-1-10-2.pdf",
		"bang-ron-cong-truong-6000x900mm-ti-le-1-10.pdf",
		"chuong-trinh-le-phat-dong.pdf",
		"giay-khen-guong-sang-tu-hoc.pdf",
	}
	if got := names(t, p.Dir); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("files:\n%s", strings.Join(got, "\n"))
	}
	for _, f := range result.Files {
		pdftest.Conforms(t, f.Path, conform.X4)
		size := [3]float64{f.WidthMM, f.HeightMM, float64(f.Scale)}
		if f.Kind == export.Banners && size != [3]float64{600, 90, 10} || f.Kind == export.Posters && size != [3]float64{420, 594, 1} ||
			f.Kind == export.Certificates && (size != [3]float64{297, 210, 1} || f.Pages != 3) {
			t.Errorf("%+v", f)
		}
		if _, err := os.Stat(f.Path); err != nil {
			t.Error(err)
		}
	}
}

func TestExportForTheScreen(t *testing.T) {
	p := plan(t, export.Screen)
	p.What = []export.Kind{export.Certificates, export.Banners}
	result, err := export.Run(context.Background(), p, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(result.Files) != 2+3 {
		t.Errorf("%d files", len(result.Files))
	}
	for _, f := range result.Files {
		in, err := os.Open(f.Path)
		if err != nil {
			t.Fatal(err)
		}
		picture, err := png.DecodeConfig(in)
		in.Close()
		if err != nil || picture.Width != 1920 {
			t.Errorf("%s: %+v, %v", f.Path, picture, err)
		}
	}
}

func TestErrorsStopAnExport(t *testing.T) {
	p := plan(t, export.Office)
	p.Event.Certificates[0].Title = ""
	_, err := export.Run(context.Background(), p, nil)
	if blocked := (*export.BlockedError)(nil); !errors.As(err, &blocked) || len(names(t, p.Dir)) > 0 {
		t.Fatalf("%v; wrote %v", err, names(t, p.Dir))
	}
	p.What = []export.Kind{export.Banners} // which the certificate's error doesn't concern
	if result, err := export.Run(context.Background(), p, nil); err != nil || result.Forced() {
		t.Errorf("banners: %v, forced %v", err, result.Forced())
	}
	p.What, p.Force = export.Kinds, true
	if result, err := export.Run(context.Background(), p, nil); err != nil || !result.Forced() || len(result.Files) != 5 {
		t.Errorf("forced: %v, %+v", err, result)
	}
}

func TestACancelledExportLeavesNothing(t *testing.T) {
	p := plan(t, export.Office)
	ctx, cancel := context.WithCancel(context.Background())
	_, err := export.Run(ctx, p, func(done, total int, _ string) {
		if done == total-1 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || len(names(t, p.Dir)) > 0 {
		t.Errorf("%v; left %v", err, names(t, p.Dir))
	}
}

func TestAFolderThatCantBeMade(t *testing.T) {
	p := plan(t, export.Office)
	file := filepath.Join(t.TempDir(), "tệp")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	p.Dir = filepath.Join(file, "thư mục")
	if _, err := export.Run(context.Background(), p, nil); err == nil {
		t.Error("no error")
	}
}

func TestParse(t *testing.T) {
	if _, err := export.ParseKinds("banners,flags"); err == nil || !strings.Contains(err.Error(), "posters") {
		t.Errorf("the error must list the kinds: %v", err)
	}
	if kinds, err := export.ParseKinds(" posters,banners,posters"); err != nil || len(kinds) != 2 {
		t.Errorf("%v %v", kinds, err)
	}
	if _, err := export.ParseUse("fax"); err == nil || !strings.Contains(err.Error(), "shop") {
		t.Errorf("the error must list the uses: %v", err)
	}
}

func TestACancelledProofWritesNothing(t *testing.T) {
	p := plan(t, export.Office)
	p.Dir = filepath.Join(p.Dir, "ra")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := export.Run(ctx, p, nil); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if _, err := os.Stat(p.Dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder was made: %v", err)
	}
}

func TestAFailedExportTakesItsFolderAway(t *testing.T) {
	p := plan(t, export.Office)
	p.Dir = filepath.Join(p.Dir, "ra")
	ctx, cancel := context.WithCancel(context.Background())
	if _, err := export.Run(ctx, p, func(int, int, string) { cancel() }); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if _, err := os.Stat(p.Dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder was left: %v", err)
	}
}

func TestAFolderInTheWayLeavesTheOthersUnwritten(t *testing.T) {
	p := plan(t, export.Office)
	result, err := export.Run(context.Background(), p, nil)
	if err != nil {
		t.Fatal(err)
	}
	last := result.Files[len(result.Files)-1].Path
	p.Dir = t.TempDir()
	if err := os.Mkdir(filepath.Join(p.Dir, filepath.Base(last)), 0o755); err != nil {
		t.Fatal(err)
	}
	_, err = export.Run(context.Background(), p, nil)
	if folder := (*export.FolderError)(nil); !errors.As(err, &folder) || folder.Dir != p.Dir || len(names(t, p.Dir)) != 1 {
		t.Errorf("%v; left %v", err, names(t, p.Dir))
	}
}

func TestProofSaysEachThingOnce(t *testing.T) {
	e := event()
	e.Certificates[0].Detail = "Học sinh {lơp2}"
	e.Posters[0].Artwork = "không có.png"
	counts := map[string]int{}
	for _, p := range export.Proof(e, studio(t), export.Kinds) {
		counts[p.Code]++
	}
	if counts["unknown-field"] != 1 || counts["image-missing"] != 1 {
		t.Errorf("%v", counts)
	}
}

// TestOutlineAllLeavesNoFont writes a program and certificates for a shop that wants no font in a file: there is none, and
// what the pages share is still written once.
func TestOutlineAllLeavesNoFont(t *testing.T) {
	sizes := map[bool]int{}
	for _, all := range []bool{false, true} {
		p := plan(t, export.Shop)
		p.What, p.Options.Outline = []export.Kind{export.Programs, export.Certificates}, all
		result, err := export.Run(context.Background(), p, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range result.Files {
			pdftest.Check(t, f.Path)
			fonts := len(strings.Split(strings.TrimSpace(pdftest.Tool(t, "pdffonts", f.Path)), "\n")) - 2
			if all != (fonts <= 0) {
				t.Errorf("outline all %v: %s has %d fonts", all, f.Path, fonts)
			}
			data, err := os.ReadFile(f.Path)
			if err != nil {
				t.Fatal(err)
			}
			if f.Kind == export.Certificates {
				sizes[all] = strings.Count(string(data), "/Subtype/Form")
			}
		}
	}
	if sizes[true] != sizes[false] || sizes[true] == 0 {
		t.Errorf("forms: %v", sizes)
	}
}

// TestNothingAppearsBeforeItIsAgreed: who says no at the end leaves no file.
func TestNothingAppearsBeforeItIsAgreed(t *testing.T) {
	p, refused := plan(t, export.Office), errors.New("the register can't be saved")
	p.Ready = func() error {
		for _, name := range names(t, p.Dir) {
			if !strings.HasPrefix(name, ".tiengtrong-") {
				t.Error(name, "appeared before")
			}
		}
		return refused
	}
	if _, err := export.Run(context.Background(), p, nil); !errors.Is(err, refused) || len(names(t, p.Dir)) > 0 {
		t.Error(err, names(t, p.Dir))
	}
}

package pack_test

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"tiengtrong/app"
	"tiengtrong/assets"
	"tiengtrong/print"
	"tiengtrong/print/export"
	"tiengtrong/print/pack"
)

func plan(t testing.TB) export.Plan {
	t.Helper()
	studio, err := print.NewStudio(assets.Sub("fonts"), assets.Sub("styles"), assets.Sub("icc"))
	if err != nil {
		t.Fatal(err)
	}
	e := app.NewEvent()
	e.Title, e.From, e.To = "Tuần lễ học tập suốt đời", app.Date{Year: 2025, Month: 10, Day: 1}, app.Date{Year: 2025, Month: 10, Day: 7}
	e.School = app.School{Name: "Trường Tiểu học Lê Hồng Phong", Parent: "UBND phường Phù Liễn", Place: "Phù Liễn",
		SchoolYear: "2025 - 2026", Head: app.Signatory{Title: "HIỆU TRƯỞNG", Name: "Phạm Thu Hương"}}
	long, short := app.NewBanner("Cổng trường", "Học, học nữa, học mãi"), app.NewBanner("Hành lang", "Đọc sách mỗi ngày")
	long.Copies, short.WidthMM = 2, 3000
	e.Banners = []app.Banner{long, short}
	e.Posters = []app.Poster{app.NewPoster("Thư viện", "Đọc sách mỗi ngày"), app.NewPoster("Câu lạc bộ", "Mời bạn vào câu lạc bộ đọc sách")}
	cert := app.NewCertificate("Gương sáng tự học")
	cert.Date = e.From
	r := app.NewRoster("Khen")
	for _, name := range []string{"Vũ Thùy Hà Mai", "Trần Thanh Vy", "H'Hen Niê"} {
		r.Recipients = append(r.Recipients, &app.Recipient{ID: app.NewID(), Name: name, Class: "1A1", Award: "Gương sáng tự học", Citation: "Đã tự học"})
	}
	cert.RosterID = r.ID
	e.Rosters, e.Certificates = []*app.Roster{r}, []app.Certificate{cert}
	return export.Plan{Event: e, Studio: studio, Dir: filepath.Join(t.TempDir(), "gói")}
}

// sound is a sound package, made once for all tests that only read it.
var sound = struct {
	sync.Once
	data []byte
}{}

// written returns the path of a sound package.
func written(t testing.TB) string {
	t.Helper()
	sound.Do(func() {
		result, err := pack.Write(context.Background(), plan(t), nil)
		if err == nil {
			sound.data, err = os.ReadFile(result.Path)
		}
		if err != nil {
			t.Fatal(err)
		}
	})
	path := filepath.Join(t.TempDir(), "goi.zip")
	if err := os.WriteFile(path, sound.data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// unzipped returns the files of a package.
func unzipped(t testing.TB, path string) map[string][]byte {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	files := map[string][]byte{}
	for _, f := range z.File {
		in, err := f.Open()
		if err == nil {
			files[f.Name], err = io.ReadAll(in)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// zipped writes files as a package. Their sums are made anew unless that is what is tampered with.
func zipped(t testing.TB, files map[string][]byte, sums bool) string {
	t.Helper()
	if sums {
		delete(files, "SHA256SUMS")
		var list strings.Builder
		for name, data := range files {
			fmt.Fprintf(&list, "%x  %s\n", sha256.Sum256(data), name)
		}
		files["SHA256SUMS"] = []byte(list.String())
	}
	path := filepath.Join(t.TempDir(), "goi.zip")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z := zip.NewWriter(f)
	for name, data := range files {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name}) // stored, which is fast
		if err == nil {
			_, err = w.Write(data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestThePackage(t *testing.T) {
	p := plan(t)
	result, err := pack.Write(context.Background(), p, nil)
	if err != nil {
		t.Fatal(err)
	}
	if name := filepath.Base(result.Path); name != "goi-nha-in-tuan-le-hoc-tap-suot-doi.zip" {
		t.Errorf("it is called %s", name)
	}
	entries, _ := os.ReadDir(p.Dir)
	if len(entries) != 1 {
		t.Errorf("the folder holds %v", entries)
	}
	var orders []string
	for _, piece := range result.Ticket.Pieces {
		orders = append(orders, piece.Order)
	}
	want := []string{
		"In bạt hiflex, 6×0,9 m, SL 2 = 10,8 m², dán biên 3 cm, đóng 28 khoen cách 49,8 cm",
		"In bạt hiflex, 3×0,9 m, SL 1 = 2,7 m², dán biên 3 cm, đóng 16 khoen cách 49,5 cm",
		"In PP cán màng, 42×59,4 cm, SL 1 = 0,25 m², cắt sát khổ",
		"In PP cán màng, 42×59,4 cm, SL 1 = 0,25 m², cắt sát khổ",
		"In giấy C300, 29,7×21 cm, SL 3 tờ, in 1 mặt, cắt sát khổ",
	}
	if !slices.Equal(orders, want) {
		t.Errorf("orders:\n%s", strings.Join(orders, "\n"))
	}
	if r := result.Ticket; r.AreaM2 != 14.19 || r.Price != 10.8*45000+2.7*45000+2*0.25*75000 || r.Unpriced != 1 || r.OpenM2 != 0.19 {
		t.Errorf("in all %v m², %v, %d unpriced", r.AreaM2, r.Price, r.Unpriced)
	}
	report, err := pack.Verify(context.Background(), result.Path)
	if err != nil || len(report.Findings) > 0 || report.Files != 13 || len(report.Ticket.Pieces) != 5 {
		t.Errorf("verified: %v %v of %d files", err, report.Findings, report.Files)
	}
}

func TestSumsAreReadByOthers(t *testing.T) {
	dir := t.TempDir()
	for name, data := range unzipped(t, written(t)) {
		path := filepath.Join(dir, name)
		os.MkdirAll(filepath.Dir(path), 0o755)
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, ".png") {
			if img, err := png.Decode(bytes.NewReader(data)); err != nil || max(img.Bounds().Dx(), img.Bounds().Dy()) != 800 || img.Bounds().Min != (image.Point{}) {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	cmd := exec.Command("sha256sum", "--check", "--strict", "SHA256SUMS")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	out, err := exec.Command("pdftotext", "-layout", filepath.Join(dir, "job-ticket.pdf"), "-").Output()
	if text := string(out); err != nil || !strings.Contains(text, "PHIẾU ĐẶT IN") || !strings.Contains(text, "645.000 ₫") || !strings.Contains(text, "SL 2 = 10,8 m²") {
		t.Errorf("the printed ticket says, %v:\n%s", err, text)
	}
}

func TestXJDF(t *testing.T) {
	var job struct {
		XMLName  xml.Name
		Version  string `xml:",attr"`
		Types    string `xml:",attr"`
		Products []struct {
			ID     string `xml:",attr"`
			Amount int    `xml:",attr"`
			Layout struct {
				Dimensions string `xml:"FinishedDimensions,attr"`
			} `xml:"Intent>LayoutIntent"`
		} `xml:"ProductList>Product"`
		Sets []struct {
			Name      string `xml:",attr"`
			Resources []struct {
				Part struct {
					Product string `xml:"ProductPart,attr"`
				}
				RunList struct {
					File struct {
						URL string `xml:",attr"`
					} `xml:"FileSpec"`
				}
				Media struct {
					Type string `xml:"MediaType,attr"`
				}
			} `xml:"Resource"`
		} `xml:"ResourceSet"`
	}
	files := unzipped(t, written(t))
	if err := xml.Unmarshal(files["job-ticket.xjdf"], &job); err != nil {
		t.Fatal(err)
	}
	if job.XMLName.Space != "http://www.CIP4.org/JDFSchema_2_0" || job.Version != "2.0" || job.Types != "Product" || len(job.Products) != 5 {
		t.Errorf("job: %+v", job)
	}
	if p := job.Products[0]; p.Amount != 2 || p.Layout.Dimensions != "17007.874 2551.181 0" { // 6000 × 900 mm
		t.Errorf("banner: %+v", p)
	}
	if p := job.Products[4]; p.Amount != 3 {
		t.Errorf("certificates: %+v", p)
	}
	for _, set := range job.Sets {
		for i, r := range set.Resources {
			if set.Name == "RunList" && (files[r.RunList.File.URL] == nil || r.Part.Product != job.Products[i].ID) {
				t.Errorf("file %d: %+v", i, r)
			}
		}
		if set.Name == "Media" && (set.Resources[0].Media.Type != "Vinyl" || set.Resources[2].Media.Type != "Paper") {
			t.Errorf("media: %+v", set.Resources)
		}
	}
}

// TestTheSchemaTellsTheTicket keeps schema and ticket together.
func TestTheSchemaTellsTheTicket(t *testing.T) {
	data, err := os.ReadFile("../../assets/schema/job-ticket.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	type object struct {
		Required   []string
		Properties map[string]struct{ Items *object }
	}
	var schema object
	if err := json.Unmarshal(data, &schema); err != nil {
		t.Fatal(err)
	}
	holds := func(s object, what map[string]any) {
		for name := range what {
			if _, ok := s.Properties[name]; !ok {
				t.Errorf("the schema doesn't tell %s", name)
			}
		}
		for _, name := range s.Required {
			if _, ok := what[name]; !ok {
				t.Errorf("the ticket lacks %s", name)
			}
		}
	}
	var ticket map[string]any
	if err := json.Unmarshal(unzipped(t, written(t))["job-ticket.json"], &ticket); err != nil {
		t.Fatal(err)
	}
	holds(schema, ticket)
	for _, piece := range ticket["pieces"].([]any) {
		holds(*schema.Properties["pieces"].Items, piece.(map[string]any))
	}
}

func TestNoPackageAfterACancel(t *testing.T) {
	p := plan(t)
	ctx, cancel := context.WithCancel(context.Background())
	_, err := pack.Write(ctx, p, func(done, _ int, _ string) {
		if done == 3 {
			cancel()
		}
	})
	if entries, _ := os.ReadDir(p.Dir); !errors.Is(err, context.Canceled) || len(entries) > 0 {
		t.Errorf("%v, the folder holds %v", err, entries)
	}
	p.Event.Banners[0].Text = ""
	var blocked *export.BlockedError
	if _, err := pack.Write(context.Background(), p, nil); !errors.As(err, &blocked) {
		t.Errorf("errors of the proof: %v", err)
	}
}

// TestNoPackageBeforeItIsAgreed: the package, like the files of an export, waits for who keeps the register.
func TestNoPackageBeforeItIsAgreed(t *testing.T) {
	p, refused := plan(t), errors.New("the register can't be saved")
	p.Ready = func() error { return refused }
	if _, err := pack.Write(context.Background(), p, nil); !errors.Is(err, refused) {
		t.Error(err)
	}
	if left, _ := filepath.Glob(filepath.Join(p.Dir, "*")); len(left) > 0 {
		t.Error("left:", left)
	}
}

package export_test

import (
	"context"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tiengtrong/app"
	"tiengtrong/print"
	"tiengtrong/print/export"
	"tiengtrong/print/raster"
)

const link = "https://thuvien.example.edu.vn/hoc-lieu-mo"

// scanned returns what a scanner of QR codes reads from a picture.
func scanned(t *testing.T, path string) string {
	t.Helper()
	out, err := exec.Command("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", path).Output()
	if err != nil {
		return err.Error()
	}
	return strings.TrimSpace(string(out))
}

func writePNG(t *testing.T, path string, img image.Image) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
}

func linked(style string, w, h float64) app.Poster {
	p := app.NewPoster("Thư viện", "Thư viện điện tử – học liệu mở")
	p.Style, p.WidthMM, p.HeightMM, p.Link = style, w, h, link
	p.Body = "- Quét mã QR để vào thư viện điện tử của trường.\n- Chọn sách, bài giảng, thí nghiệm vui theo lớp của em.\n- Đọc ở lớp, ở nhà, ở thư viện."
	p.Footer = "Trường Tiểu học Lê Hồng Phong"
	return p
}

// TestLinksCanBeScannedFromAPreview draws posters of every style no wider than 300 pixels.
func TestLinksCanBeScannedFromAPreview(t *testing.T) {
	s, dir := studio(t), t.TempDir()
	if keep := os.Getenv("KEEP"); keep != "" {
		dir = keep
	}
	for _, style := range s.Styles().Posters {
		for _, size := range [][2]float64{{420, 594}, {594, 420}, {500, 500}, {210, 297}} {
			page, problems := s.Poster(app.NewEvent(), linked(style.Code, size[0], size[1]))
			if len(problems) > 0 {
				t.Errorf("%s %v: %v", style.Code, size, problems)
			}
			img, err := raster.Draw(page, page.TrimBox(), 300/min(size[0], size[1]))
			if err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(dir, fmt.Sprintf("%s-%g.png", style.Code, size))
			writePNG(t, path, img)
			if got := scanned(t, path); got != link {
				t.Errorf("%s %v: scanned %q", style.Code, size, got)
			}
		}
	}
}

// TestLinksCanBeScannedFromPaper scans an exported file at the size of its print, as another program draws it.
func TestLinksCanBeScannedFromPaper(t *testing.T) {
	for _, use := range []export.Use{export.Office, export.Shop} {
		e := event()
		e.Posters = []app.Poster{linked("hoc-lieu", 420, 594)}
		plan := export.Plan{Event: e, Studio: studio(t), What: []export.Kind{export.Posters}, For: use, Dir: t.TempDir()}
		result, err := export.Run(context.Background(), plan, nil)
		if err != nil {
			t.Fatal(err)
		}
		picture := filepath.Join(plan.Dir, "ve")
		if out, err := exec.Command("pdftoppm", "-r", "72", "-png", "-singlefile", result.Files[0].Path, picture).CombinedOutput(); err != nil {
			t.Fatalf("pdftoppm: %v %s", err, out)
		}
		if got := scanned(t, picture+".png"); got != link {
			t.Errorf("%s: scanned %q", use, got)
		}
	}
}

func TestLinksAreVectorsWithAQuietZone(t *testing.T) {
	page, _ := studio(t).Poster(app.NewEvent(), linked("trang-sach", 420, 594))
	var card, code *print.Fill
	for _, item := range page.Items {
		if fill, ok := item.(*print.Fill); ok && fill.Ink == print.Black && len(fill.Path) > 500 {
			code = fill
			break
		} else if ok {
			card = fill
		}
	}
	if code == nil || card.Ink != print.White {
		t.Fatal("no code on a white card")
	}
	outer, inner := card.Path.Bounds(), code.Path.Bounds()
	module := inner.W / 33 // version 4 holds 62 bytes with level M
	for _, zone := range []print.MM{inner.X - outer.X, inner.Y - outer.Y, outer.Right() - inner.Right(), outer.Bottom() - inner.Bottom()} {
		if zone < 4*module-0.001 {
			t.Errorf("a quiet zone of %.2f mm around modules of %.2f mm", zone, module)
		}
	}
}

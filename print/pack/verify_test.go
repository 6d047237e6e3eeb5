package pack_test

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"tiengtrong/app"
	"tiengtrong/assets"
	"tiengtrong/print"
	"tiengtrong/print/pack"
	"tiengtrong/print/pdf/conform"
)

const (
	poster = "pdf/ap-phich-thu-vien-420x594mm.pdf"
	certs  = "pdf/giay-khen-guong-sang-tu-hoc.pdf"

	picture = "xem-truoc/ap-phich-thu-vien-420x594mm.png"
)

// reordered changes all pieces of the order in JSON and XJDF alike, and adds it up again: only the printed order is as it was.
func reordered(t *testing.T, files map[string][]byte, change func(*print.TicketPiece)) {
	t.Helper()
	var old print.Ticket
	if err := json.Unmarshal(files["job-ticket.json"], &old); err != nil {
		t.Fatal(err)
	}
	ticket := old
	ticket.Pieces, ticket.AreaM2, ticket.OpenM2, ticket.Price, ticket.Unpriced = nil, 0, 0, 0, 0
	for _, p := range old.Pieces {
		change(&p)
		ticket.Add(p, float64(p.UnitPrice))
	}
	var err error
	if files["job-ticket.json"], err = json.Marshal(ticket); err == nil {
		files["job-ticket.xjdf"], err = pack.XJDF(ticket)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// replaced returns a file with a text in the place of another of the same length, so that no offset moves.
func replaced(t *testing.T, data []byte, old, new string) []byte {
	t.Helper()
	if len(new) > len(old) {
		t.Fatalf("%q is longer than %q", new, old)
	}
	if !bytes.Contains(data, []byte(old)) {
		t.Fatalf("no %q", old)
	}
	return bytes.ReplaceAll(data, []byte(old), []byte(new+strings.Repeat(" ", len(old)-len(new))))
}

var streams = regexp.MustCompile(`(?s)<<([^<>]*?)/Filter/FlateDecode/Length (\d+)>>\nstream\n`)

// painted returns a file whose first content stream sets a colour of a screen: "1 0 0 rg" in the place of four plates. The
// stream is deflated anew, and padded to its old length with what follows the end of a deflated stream.
func painted(t *testing.T, data []byte) []byte {
	t.Helper()
	for _, m := range streams.FindAllSubmatchIndex(data, -1) {
		length := 0
		fmt.Sscan(string(data[m[4]:m[5]]), &length)
		raw := data[m[1] : m[1]+length]
		in, err := zlib.NewReader(bytes.NewReader(raw))
		if err != nil {
			continue
		}
		content, err := io.ReadAll(in)
		if err != nil || !bytes.Contains(content, []byte(" k\n")) || len(data[m[2]:m[3]]) > 0 {
			continue
		}
		content = append([]byte("1 0 0 rg\n"), content[:len(content)/2]...) // half, so that it fits
		content = content[:bytes.LastIndexByte(content, '\n')+1]
		var out bytes.Buffer
		zip, _ := zlib.NewWriterLevel(&out, zlib.BestCompression)
		zip.Write(content)
		zip.Close()
		if out.Len() > length {
			t.Fatal("it doesn't fit")
		}
		return append(append(append([]byte{}, data[:m[1]]...), append(out.Bytes(), make([]byte, length-out.Len())...)...), data[m[1]+length:]...)
	}
	t.Fatal("no content")
	return nil
}

// tamperings are what may happen to a package, by the finding that tells it.
var tamperings = []struct {
	code, file string
	sums       bool // made anew afterwards: only looking into the files finds it
	tamper     func(t *testing.T, files map[string][]byte)
}{
	{"changed", poster, false, func(t *testing.T, f map[string][]byte) { f[poster][len(f[poster])/2] ^= 1 }},
	{"changed", "job-ticket.pdf", false, func(t *testing.T, f map[string][]byte) { f["job-ticket.pdf"][9999] ^= 1 }},
	{"missing", poster, false, func(t *testing.T, f map[string][]byte) { delete(f, poster) }},
	{"missing", poster, true, func(t *testing.T, f map[string][]byte) { delete(f, poster) }},
	{"missing", "job-ticket.pdf", true, func(t *testing.T, f map[string][]byte) { delete(f, "job-ticket.pdf") }},
	{"missing", picture, true, func(t *testing.T, f map[string][]byte) { delete(f, picture) }},
	{"unknown-file", "virus.exe", false, func(t *testing.T, f map[string][]byte) { f["virus.exe"] = []byte("MZ") }},
	{"not-ordered", "pdf/virus.pdf", true, func(t *testing.T, f map[string][]byte) { f["pdf/virus.pdf"] = f[poster] }},
	{"odd-name", "../virus.pdf", true, func(t *testing.T, f map[string][]byte) { f["../virus.pdf"] = f[poster] }},
	{"no-sums", "SHA256SUMS", false, func(t *testing.T, f map[string][]byte) { delete(f, "SHA256SUMS") }},
	{"no-sums", "SHA256SUMS", false, func(t *testing.T, f map[string][]byte) { f["SHA256SUMS"] = []byte("không có gì\n") }},
	{"no-ticket", "job-ticket.json", true, func(t *testing.T, f map[string][]byte) { f["job-ticket.json"] = f["job-ticket.json"][:99] }},
	{"tickets-differ", "job-ticket.xjdf", true, func(t *testing.T, f map[string][]byte) {
		f["job-ticket.xjdf"] = bytes.Replace(f["job-ticket.xjdf"], []byte(`Amount="2"`), []byte(`Amount="9"`), 1)
	}},
	{"wrong-total", "job-ticket.json", true, func(t *testing.T, f map[string][]byte) {
		f["job-ticket.json"] = bytes.Replace(f["job-ticket.json"], []byte(`"area_m2": 14.19`), []byte(`"area_m2": 41.19`), 1)
	}},
	{"wrong-figures", "pdf/bang-ron-cong-truong-6000x900mm-ti-le-1-10.pdf", true, func(t *testing.T, f map[string][]byte) {
		f["job-ticket.json"] = bytes.Replace(f["job-ticket.json"], []byte(`"copies": 2`), []byte(`"copies": 9`), 1)
	}},
	{"twice", poster, true, func(t *testing.T, f map[string][]byte) {
		f["job-ticket.json"] = bytes.Replace(f["job-ticket.json"], []byte(certs), []byte(poster), 1)
	}},
	{"pages", certs, true, func(t *testing.T, f map[string][]byte) {
		f["job-ticket.json"] = bytes.Replace(f["job-ticket.json"], []byte(`"pages": 3`), []byte(`"pages": 4`), 1)
	}},
	{"scale", "pdf/bang-ron-cong-truong-6000x900mm-ti-le-1-10.pdf", true, func(t *testing.T, f map[string][]byte) {
		f["job-ticket.json"] = bytes.Replace(f["job-ticket.json"], []byte(`"scale": 10`), []byte(`"scale": 1`), 1)
	}},
	{"size", poster, true, func(t *testing.T, f map[string][]byte) {
		f["job-ticket.json"] = bytes.Replace(f["job-ticket.json"], []byte(`"width_mm": 420`), []byte(`"width_mm": 421`), 1)
	}},
	{"size", poster, true, func(t *testing.T, f map[string][]byte) {
		box := regexp.MustCompile(`/TrimBox\[(\S+)`).FindSubmatch(f[poster])
		f[poster] = replaced(t, f[poster], string(box[0]), "/TrimBox[9")
	}},
	{"bleed", poster, true, func(t *testing.T, f map[string][]byte) {
		bleed := regexp.MustCompile(`/BleedBox\[[^\]]*\]`).Find(f[poster])
		f[poster] = replaced(t, f[poster], string(bleed), "/BleedBox[30 45 1240 1750]")
	}},
	{"x4-colours", poster, true, func(t *testing.T, f map[string][]byte) { f[poster] = painted(t, f[poster]) }},
	{"x4-colours", poster, true, func(t *testing.T, f map[string][]byte) {
		f[poster] = replaced(t, f[poster], "/ColorSpace/DeviceCMYK", "/ColorSpace/DeviceRGB")
	}},
	{"x4-embedding", certs, true, func(t *testing.T, f map[string][]byte) { f[certs] = replaced(t, f[certs], "/FontFile2", "/FontFileX") }},
	{"x4-identification", poster, true, func(t *testing.T, f map[string][]byte) { f[poster] = replaced(t, f[poster], "PDF/X-4", "PDF/X-3") }},
	{"other-condition", poster, true, func(t *testing.T, f map[string][]byte) { f[poster] = replaced(t, f[poster], "(FOGRA39)", "(FOGRA51)") }},
	{"not-ordered", "virus.exe", true, func(t *testing.T, f map[string][]byte) { f["virus.exe"] = []byte("MZ") }},
	{"other-file", "pdf/ap-phich-cau-lac-bo-420x594mm.pdf", true, func(t *testing.T, f map[string][]byte) {
		other := "pdf/ap-phich-cau-lac-bo-420x594mm.pdf"
		f[poster], f[other] = f[other], f[poster] // of one size: only the ticket knows which is which
	}},
	{"other-file", picture, true, func(t *testing.T, f map[string][]byte) { f[picture] = []byte("PNG") }},
	{"words-differ", "job-ticket.pdf", true, func(t *testing.T, f map[string][]byte) { f["job-ticket.pdf"] = f[certs] }},
	{"no-pdf", "job-ticket.pdf", true, func(t *testing.T, f map[string][]byte) { f["job-ticket.pdf"] = []byte("<html>") }},
	{"words-differ", "job-ticket.pdf", true, func(t *testing.T, f map[string][]byte) { reordered(t, f, func(p *print.TicketPiece) { p.Copies = 9 }) }},
	{"wrong-figures", poster, true, func(t *testing.T, f map[string][]byte) {
		reordered(t, f, func(p *print.TicketPiece) { p.Copies = -p.Copies })
	}},
	{"empty", "job-ticket.json", true, func(t *testing.T, f map[string][]byte) {
		f["job-ticket.json"] = regexp.MustCompile(`(?s)"pieces": \[.*\n  \]`).ReplaceAll(f["job-ticket.json"], []byte(`"pieces": []`))
	}},
	{"no-pdf", poster, true, func(t *testing.T, f map[string][]byte) { f[poster] = []byte("<html>") }},
}

func TestVerifyFindsWhatIsTamperedWith(t *testing.T) {
	sound := unzipped(t, written(t))
	for _, c := range tamperings {
		files := map[string][]byte{}
		for name, data := range sound {
			files[name] = bytes.Clone(data)
		}
		c.tamper(t, files)
		report, err := pack.Verify(context.Background(), zipped(t, files, c.sums))
		if err != nil {
			t.Errorf("%s: %v", c.code, err)
			continue
		}
		found := false
		for _, f := range report.Findings {
			found = found || f.Code == c.code && f.File == c.file
		}
		if !found {
			t.Errorf("%s %s: found %v", c.code, c.file, report.Findings)
		}
	}
	report, err := pack.Verify(context.Background(), zipped(t, maps.Clone(sound), true))
	if err != nil || len(report.Findings) > 0 {
		t.Errorf("zipped anew: %v %v", err, report.Findings)
	}
}

// TestEveryFindingHasItsSentence keeps findings and phrases together, in both languages.
func TestEveryFindingHasItsSentence(t *testing.T) {
	for _, lang := range []string{"vi", "en"} {
		phrases, err := app.LoadPhrases(assets.Sub("lang"), lang)
		if err != nil {
			t.Fatal(err)
		}
		codes := []string{"more", "unreadable-cut", "unreadable-foreign", "unreadable-newer", "unreadable-too-large"}
		for _, c := range tamperings {
			codes = append(codes, c.code)
		}
		for _, rule := range conform.Rules() {
			codes = append(codes, "x4-"+rule)
		}
		for _, place := range conform.Places {
			codes = append(codes, "where-"+place)
		}
		for _, code := range codes {
			if _, ok := phrases["pack."+code]; !ok {
				t.Errorf("%s: no sentence for %s", lang, code)
			}
		}
	}
}

func reason(t *testing.T, path string) string {
	t.Helper()
	_, err := pack.Verify(context.Background(), path)
	var unreadable *pack.Unreadable
	if !errors.As(err, &unreadable) {
		return fmt.Sprint(err)
	}
	return unreadable.Reason
}

func TestWhatIsNoPackage(t *testing.T) {
	whole, err := os.ReadFile(written(t))
	if err != nil {
		t.Fatal(err)
	}
	file := func(data []byte) string {
		path := filepath.Join(t.TempDir(), "goi.zip")
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for _, part := range []int{4, 100, len(whole) / 2, len(whole) - 1} {
		if got := reason(t, file(whole[:part])); got != "cut" {
			t.Errorf("cut at %d: %s", part, got)
		}
	}
	for name, data := range map[string][]byte{"empty": nil, "text": []byte("Kính gửi nhà in"), "pdf": unzipped(t, written(t))[poster]} {
		if got := reason(t, file(data)); got != "foreign" {
			t.Errorf("%s: %s", name, got)
		}
	}
	if got := reason(t, zipped(t, map[string][]byte{"word/document.xml": []byte("<xml/>")}, false)); got != "foreign" {
		t.Errorf("a document: %s", got)
	}
	newer := unzipped(t, written(t))
	newer["job-ticket.json"] = bytes.Replace(newer["job-ticket.json"], []byte("job-ticket/1"), []byte("job-ticket/2"), 1)
	if got := reason(t, zipped(t, newer, true)); got != "newer" {
		t.Errorf("newer: %s", got)
	}
	if got := reason(t, filepath.Join(t.TempDir(), "khong-co.zip")); got != "foreign" {
		t.Errorf("none: %s", got)
	}
}

// TestBombsAreNotOpened gives packages that claim to be large, and ones that are larger than they claim.
func TestBombsAreNotOpened(t *testing.T) {
	files := unzipped(t, written(t))
	path := filepath.Join(t.TempDir(), "bom.zip")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(f)
	for i := range 5000 {
		z.Create(fmt.Sprintf("%d", i))
	}
	z.Close()
	f.Close()
	if got := reason(t, path); got != "too-large" {
		t.Errorf("5000 files: %s", got)
	}
	huge := zipped(t, files, true)
	data, _ := os.ReadFile(huge)
	at := bytes.Index(data, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(data[at+24:], 2<<30) // the size that the directory claims
	os.WriteFile(huge, data, 0o644)
	if got := reason(t, huge); got != "too-large" {
		t.Errorf("2 GiB claimed: %s", got)
	}
	zeros := map[string][]byte{"SHA256SUMS": make([]byte, 17<<20), "job-ticket.json": make([]byte, 17<<20)}
	report, err := pack.Verify(context.Background(), zipped(t, zeros, false))
	if err != nil || len(report.Findings) != 2 {
		t.Errorf("large texts: %v %v", err, report.Findings)
	}
}

func FuzzVerify(f *testing.F) {
	whole, err := os.ReadFile(written(f))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add([]byte("PK\x05\x06\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"))
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(dir, "goi.zip")
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		pack.Verify(context.Background(), path)
	})
}

func BenchmarkPackage(b *testing.B) {
	p := plan(b)
	for b.Loop() {
		if _, err := pack.Write(context.Background(), p, nil); err != nil {
			b.Fatal(err)
		}
	}
}

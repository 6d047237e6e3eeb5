package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"tiengtrong/app"
	"tiengtrong/app/file"
)

// run runs a command as main does and returns its standard output, its standard error and its exit code.
func run(t *testing.T, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	real := os.Stderr
	os.Stderr = w
	told := make(chan string)
	go func() {
		data, _ := io.ReadAll(r)
		told <- string(data)
	}()
	say := &speaker{lang: "vi"}
	root := rootCommand(say)
	var out bytes.Buffer
	root.SetOut(&out)
	root.SetErr(w)
	root.SetArgs(args)
	runErr := root.ExecuteContext(t.Context())
	if runErr != nil {
		code = 1
		if exit := (*exitError)(nil); errors.As(runErr, &exit) {
			code = exit.code
		}
		io.WriteString(w, say.error(runErr)+"\n")
	}
	w.Close()
	os.Stderr = real
	return out.String(), <-told, code
}

// decode reads JSON that must be all there is.
func decode(t *testing.T, text string, v any) {
	t.Helper()
	dec := json.NewDecoder(strings.NewReader(text))
	if err := dec.Decode(v); err != nil {
		t.Fatalf("not JSON: %v\n%s", err, text)
	}
	if _, err := dec.Token(); err != io.EOF {
		t.Error("more than JSON on standard output")
	}
}

func sampleFile(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "mẫu.trong")
	if _, stderr, code := run(t, "new", "--template", "mau", "--out", path); code != 0 {
		t.Fatal(stderr)
	}
	return path
}

func TestNewListsAndMakesEveryTemplate(t *testing.T) {
	list, _, code := run(t, "new", "--list")
	lines := strings.Split(strings.TrimSpace(list), "\n")
	if code != 0 || len(lines) < 6 {
		t.Fatalf("%d: %s", code, list)
	}
	if english, _, _ := run(t, "new", "--list", "--lang", "en"); !strings.Contains(english, "sample event") {
		t.Errorf("in English: %s", english)
	}
	for _, line := range lines {
		name := strings.Fields(line)[0]
		path := filepath.Join(t.TempDir(), "x.trong")
		if _, stderr, code := run(t, "new", "--template", name, "--out", path); code != 0 {
			t.Errorf("%s: %s", name, stderr)
			continue
		}
		if e, err := file.Open(path); err != nil || e.Title == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
	path := filepath.Join(t.TempDir(), "y.trong")
	if _, stderr, code := run(t, "new", "--template", "không-có", "--out", path); code != 1 || !strings.Contains(stderr, "mau") {
		t.Errorf("%d: %s", code, stderr)
	}
}

func TestNewDoesNotWriteOverAFile(t *testing.T) {
	path := sampleFile(t)
	before, _ := os.ReadFile(path)
	if _, stderr, code := run(t, "new", "--template", "mau", "--out", path); code != 1 || !strings.Contains(stderr, path) {
		t.Errorf("%d: %s", code, stderr)
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("the file was overwritten")
	}
}

func TestRosterOfTheSamples(t *testing.T) {
	type row struct {
		Row                                        int
		Name, Class, Born, Gender, Award, Citation string
	}
	type answer struct {
		Sheet, Encoding string
		Mapping         map[string]string
		Recipients      []row
		LeftOut         []app.LeftOut `json:"left_out"`
	}
	read := func(name string) (a answer) {
		stdout, stderr, code := run(t, "roster", "assets/samples/"+name, "--json")
		if code != 0 {
			t.Fatal(stderr)
		}
		decode(t, stdout, &a)
		return a
	}
	xlsx := read("danh-sach-khen-thuong.xlsx")
	first := row{8, "Vũ Thùy Hà Mai", "1A1", "2019-08-18", "female", "Học sinh Xuất sắc", "Đã có thành tích xuất sắc trong học tập và rèn luyện"}
	if len(xlsx.Recipients) != 412 || xlsx.Recipients[0] != first || xlsx.Recipients[411].Row != 419 || xlsx.Recipients[411].Gender != "male" {
		t.Errorf("%d recipients, the first %+v", len(xlsx.Recipients), xlsx.Recipients[0])
	}
	var rows []int
	for _, l := range xlsx.LeftOut {
		rows = append(rows, l.Row)
		if l.Reason == "" || l.Text == "" {
			t.Errorf("%+v", l)
		}
	}
	if !reflect.DeepEqual(rows, []int{420, 421, 422}) || xlsx.Sheet != "Khen thưởng" || xlsx.Mapping["name"] != "Họ và tên" {
		t.Errorf("left out %v; sheet %q; mapping %v", rows, xlsx.Sheet, xlsx.Mapping)
	}
	for _, other := range []string{"danh-sach-khen-thuong.csv", "danh-sach-khen-thuong-utf16.txt", "danh-sach-khen-thuong-tcvn3.csv"} {
		a := read(other)
		if len(a.Recipients) != 412 {
			t.Errorf("%s: %d recipients", other, len(a.Recipients))
			continue
		}
		for i, r := range a.Recipients {
			r.Row = xlsx.Recipients[i].Row
			if r != xlsx.Recipients[i] {
				t.Errorf("%s: %+v, the spreadsheet has %+v", other, r, xlsx.Recipients[i])
				break
			}
		}
	}
}

func TestRosterWithColumnsMappedByHand(t *testing.T) {
	list := filepath.Join(t.TempDir(), "list.csv")
	os.WriteFile(list, []byte("Bé;Phòng học\nVũ Thùy Hà Mai;1A1\n"), 0o600)
	if _, stderr, code := run(t, "roster", list); code != 1 || !strings.Contains(stderr, "Phòng học") {
		t.Errorf("%d: the columns that there are must be named: %s", code, stderr)
	}
	stdout, stderr, code := run(t, "roster", list, "--map", "name=Bé", "--map", "class=Phòng học", "--json")
	var a struct {
		Recipients []struct{ Name, Class string }
	}
	if code != 0 {
		t.Fatal(stderr)
	}
	if decode(t, stdout, &a); len(a.Recipients) != 1 || a.Recipients[0].Class != "1A1" {
		t.Error(stdout)
	}
	for _, bad := range []string{"name=Cột lạ", "tuổi=Bé", "name"} {
		if _, stderr, code := run(t, "roster", list, "--map", bad); code != 1 || len(stderr) < 20 {
			t.Errorf("%s: %d %s", bad, code, stderr)
		}
	}
}

func TestImportAndInfo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.trong")
	if err := file.Save(path, app.NewEvent()); err != nil {
		t.Fatal(err)
	}
	_, stderr, code := run(t, "import", path, "--roster", "assets/samples/danh-sach-khen-thuong.xlsx",
		"--program", "assets/samples/chuong-trinh-le-phat-dong.csv", "--slogans", "assets/samples/khau-hieu.txt")
	if code != 0 || !strings.Contains(stderr, "412") {
		t.Fatalf("%d: %s", code, stderr)
	}
	stdout, _, _ := run(t, "info", path, "--json")
	var s struct {
		Ceremonies, Slogans, Certificates, Recipients int
		Items                                         int `json:"program_items"`
	}
	decode(t, stdout, &s)
	if s.Ceremonies != 1 || s.Items != 12 || s.Slogans != 8 || s.Certificates != 1 || s.Recipients != 412 {
		t.Errorf("%+v", s)
	}
	if e, err := file.Open(path); err != nil || e.Ceremonies[0].Start.String() != "07:00" || e.Ceremonies[0].End().String() != "08:35" {
		t.Errorf("%v", err)
	}
	before, _ := os.ReadFile(path)
	if _, stderr, code := run(t, "import", path, "--roster", "assets/samples/danh-sach-khen-thuong.xlsx", "--certificate", "Bằng khen"); code != 1 || !strings.Contains(stderr, "Bằng khen") {
		t.Errorf("%d: %s", code, stderr)
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("a failed import changed the file")
	}
}

func TestCheckTellsByItsExitCode(t *testing.T) {
	path := sampleFile(t)
	stdout, stderr, code := run(t, "check", path, "--json")
	var a struct{ Problems []problemJSON }
	decode(t, stdout, &a)
	if code != 0 || stderr != "" {
		t.Errorf("sample: %d %s", code, stderr)
	}
	e, _ := file.Open(path)
	e.Certificates[0].Title = ""
	if err := file.Save(path, e); err != nil {
		t.Fatal(err)
	}
	stdout, _, code = run(t, "check", path, "--json")
	if decode(t, stdout, &a); code != 1 || len(a.Problems) == 0 || a.Problems[0].Message == "" {
		t.Errorf("%d: %s", code, stdout)
	}
	if _, stderr, code := run(t, "check", filepath.Join(t.TempDir(), "none.trong")); code != 2 || !strings.Contains(stderr, "none.trong") {
		t.Errorf("%d: %s", code, stderr)
	}
}

func TestExportCommand(t *testing.T) {
	path, dir := sampleFile(t), t.TempDir()
	stdout, _, code := run(t, "export", path, "--out", dir, "--for", "shop", "--what", "banners", "--json")
	var a struct {
		Files []struct {
			Path, Kind    string
			Pages, Scale  int
			Width, Height float64
			WidthMM       float64 `json:"width_mm"`
		}
	}
	if decode(t, stdout, &a); code != 0 || len(a.Files) != 3 || a.Files[0].Scale != 10 || a.Files[0].WidthMM != 600 {
		t.Errorf("%d: %s", code, stdout)
	}
	e, _ := file.Open(path)
	e.Banners[0].Text = ""
	file.Save(path, e)
	dir = t.TempDir()
	if stdout, stderr, code := run(t, "export", path, "--out", dir, "--json"); code != 1 || stdout != "" || !strings.Contains(stderr, "--force") {
		t.Errorf("%d %s %s", code, stdout, stderr)
	}
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
	if _, stderr, code := run(t, "export", path, "--out", dir, "--what", "banners", "--force"); code != 0 || !strings.Contains(stderr, "--force") {
		t.Errorf("forced: %d %s", code, stderr)
	}
	for _, bad := range [][]string{{"--for", "fax"}, {"--what", "flags"}} {
		if _, stderr, code := run(t, append([]string{"export", path, "--out", dir}, bad...)...); code != 1 || stderr == "" {
			t.Errorf("%v: %d %s", bad, code, stderr)
		}
	}
}

func TestAnEmptyListKeepsTheEarlierOne(t *testing.T) {
	path := sampleFile(t)
	before, _ := os.ReadFile(path)
	dir := t.TempDir()
	for flag, text := range map[string]string{"--roster": "Họ và tên,Lớp\n", "--program": "Thời gian,Nội dung,Người phụ trách\n,,Cô Mai\n"} {
		list := filepath.Join(dir, "rỗng.csv")
		os.WriteFile(list, []byte(text), 0o600)
		if _, stderr, code := run(t, "import", path, flag, list); code != 1 || !strings.Contains(stderr, "rỗng.csv") {
			t.Errorf("%s: %d %s", flag, code, stderr)
		}
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("the event was changed")
	}
}

func TestACancelledCommandChangesAndSaysNothing(t *testing.T) {
	path := sampleFile(t)
	before, _ := os.ReadFile(path)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, args := range [][]string{{"import", path, "--slogans", "assets/samples/khau-hieu.txt"}, {"check", path, "--json"}, {"export", path, "--out", t.TempDir()}} {
		root := rootCommand(&speaker{lang: "vi"})
		var out bytes.Buffer
		root.SetOut(&out)
		root.SetArgs(args)
		if err := root.ExecuteContext(ctx); !errors.Is(err, context.Canceled) || out.Len() > 0 {
			t.Errorf("%v: %v %s", args, err, &out)
		}
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("the event was changed")
	}
}

func TestOutputRemembersItsFailure(t *testing.T) {
	full, w := io.Pipe()
	full.CloseWithError(io.ErrShortWrite)
	out := &output{Writer: w}
	io.WriteString(out, "x")
	if !errors.Is(out.err, io.ErrShortWrite) {
		t.Error(out.err)
	}
}

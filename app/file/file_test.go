package file

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"tiengtrong/app"
)

func sample() *app.Event {
	e := app.NewEvent()
	e.Title, e.From, e.To = "Tuần lễ hưởng ứng học tập suốt đời", app.Date{Year: 2025, Month: 10, Day: 1}, app.Date{Year: 2025, Month: 10, Day: 7}
	e.School = app.School{Name: "Trường Tiểu học <Lê Hồng Phong> & bạn", Head: app.Signatory{Title: "HIỆU TRƯỞNG"}}
	c := app.NewCeremony("Lễ phát động", e.From)
	it := app.NewItem("Chào cờ\nQuốc ca")
	it.SetCue(app.Sound, "đội trống")
	fixed := app.NewItem("Truyền hình trực tiếp")
	fixed.HardStart = 8 * 60
	c.Program.Items = []app.Item{it, fixed}
	e.Ceremonies = []app.Ceremony{c}
	e.Slogans = []app.Slogan{app.NewSlogan("Học, học nữa, học mãi")}
	e.Asks = []app.Ask{{ID: app.NewID(), Audience: "Học sinh", Points: []string{"Đọc sách"}}}
	e.Posters = []app.Poster{app.NewPoster("Áp phích", "Đọc")}
	e.Banners = []app.Banner{app.NewBanner("Băng rôn", "Học")}
	r := app.NewRoster("Khen thưởng")
	r.Recipients = []*app.Recipient{{ID: app.NewID(), Row: 8, Name: "H'Hen Niê", Born: app.Date{Year: 2016, Month: 3, Day: 15}, Gender: app.Female}}
	r.LeftOut = []app.LeftOut{{Row: 9, Text: "Danh sách có 1 học sinh", Reason: "footer"}}
	e.Rosters = []*app.Roster{r}
	cert := app.NewCertificate("Giấy khen")
	cert.RosterID = r.ID
	e.Certificates = []app.Certificate{cert}
	if _, err := e.Issue(app.Issuing{Date: e.From}); err != nil {
		panic(err)
	}
	e.Images = []*app.Image{{Name: "tranh thư viện.png", Data: []byte{0, 1, 2, 255}}}
	return e
}

func saved(t *testing.T, e *app.Event) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sự kiện.trong")
	if err := Save(path, e); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestOpenGivesBackWhatWasSaved(t *testing.T) {
	for name, e := range map[string]*app.Event{"sample": sample(), "empty": app.NewEvent()} {
		got, err := Open(saved(t, e))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !reflect.DeepEqual(got, e) {
			t.Errorf("%s:\ngot  %+v\nwant %+v", name, got, e)
		}
	}
}

func code(err error) Code {
	var e *Error
	if !errors.As(err, &e) {
		return Code("no *Error: " + err.Error())
	}
	return e.Code
}

// zipOf returns a zip of the given entries.
func zipOf(t *testing.T, entries map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range entries {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, text)
	}
	z.Close()
	return b.Bytes()
}

func TestBadFilesAreRefusedAndLeftAsTheyWere(t *testing.T) {
	defer func(was int64) { maxEntry = was }(maxEntry)
	maxEntry = 1 << 20
	whole, err := os.ReadFile(saved(t, sample()))
	if err != nil {
		t.Fatal(err)
	}
	flipped := bytes.Clone(whole)
	flipped[bytes.Index(flipped, []byte{0, 1, 2, 255})] ^= 0x40 // a byte of the stored image
	for name, c := range map[string]struct {
		data []byte
		want Code
	}{
		"empty":            {nil, NotEvent},
		"text":             {[]byte("Kính gửi các thầy cô"), NotEvent},
		"another zip":      {zipOf(t, map[string]string{"xl/workbook.xml": "<x/>"}), NotEvent},
		"foreign event":    {zipOf(t, map[string]string{"event.json": `{"format":1,"event":{}}`}), NotEvent},
		"no event inside":  {zipOf(t, map[string]string{"event.json": `{"program":"Tiếng Trống","format":1}`}), NotEvent},
		"newer":            {zipOf(t, map[string]string{"event.json": `{"program":"Tiếng Trống","format":4,"event":[1]}`}), Newer},
		"newer event":      {zipOf(t, map[string]string{"event.json": `{"program":"Tiếng Trống","format":1,"event":{"anthem":"x"}}`}), Newer},
		"bad JSON":         {zipOf(t, map[string]string{"event.json": `{"program":`}), Damaged},
		"no register":      {zipOf(t, map[string]string{"event.json": `{"program":"Tiếng Trống","format":2,"register":true,"event":{}}`}), Damaged},
		"bad date":         {zipOf(t, map[string]string{"event.json": `{"program":"Tiếng Trống","format":1,"event":{"from":"32/1/2025"}}`}), Damaged},
		"missing changes":  {zipOf(t, map[string]string{"rosters/x.json": "{}", "event.json": `{"program":"Tiếng Trống","format":3,"event":{},"rosters":["rosters/x.json"],"changed":["rosters/x.json"]}`}), Damaged},
		"foreign changes":  {zipOf(t, map[string]string{"rosters/x.json": "{}", "rosters/x.json.changes": `{"first":2,"last":0,"roster":{}}`, "event.json": `{"program":"Tiếng Trống","format":3,"event":{},"rosters":["rosters/x.json"],"changed":["rosters/x.json"]}`}), Damaged},
		"missing roster":   {zipOf(t, map[string]string{"event.json": `{"program":"Tiếng Trống","format":1,"event":{},"rosters":["rosters/x.json"]}`}), Damaged},
		"missing image":    {zipOf(t, map[string]string{"event.json": `{"program":"Tiếng Trống","format":1,"event":{},"images":["x.png"]}`}), Damaged},
		"one byte flipped": {flipped, Damaged},
		"half":             {whole[:len(whole)/2], Truncated},
		"last byte gone":   {whole[:len(whole)-1], Truncated},
		"zip bomb":         {zipOf(t, map[string]string{"event.json": strings.Repeat(" ", int(maxEntry)+1)}), TooLarge},
	} {
		path := filepath.Join(t.TempDir(), "bad.trong")
		if err := os.WriteFile(path, c.data, 0o600); err != nil {
			t.Fatal(err)
		}
		e, err := Open(path)
		if err == nil || code(err) != c.want || e != nil {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
		if after, _ := os.ReadFile(path); !bytes.Equal(after, c.data) {
			t.Errorf("%s: opening changed the file", name)
		}
	}
	if _, err := Open(filepath.Join(t.TempDir(), "none.trong")); code(err) != NotFound {
		t.Errorf("missing file: %v", err)
	}
	if _, err := Open(t.TempDir()); code(err) != NotEvent {
		t.Errorf("a folder: %v", err)
	}
}

func TestAFailedSaveLeavesTheOldFile(t *testing.T) {
	path := saved(t, sample())
	before, _ := os.ReadFile(path)
	err := WriteWhole(path, func(w io.Writer) error {
		io.WriteString(w, strings.Repeat("half", 1<<16))
		return errors.New("disk full")
	})
	if err == nil {
		t.Fatal("no error")
	}
	after, _ := os.ReadFile(path)
	if !bytes.Equal(before, after) {
		t.Error("the old file changed")
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
	if err := Save(filepath.Join(t.TempDir(), "no folder", "x.trong"), sample()); code(err) != NoFolder {
		t.Errorf("no folder: %v", err)
	}
}

func TestSaveKeepsLinksAndPermissions(t *testing.T) {
	path := saved(t, sample())
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "link.trong")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	if err := Save(link, app.NewEvent()); err != nil {
		t.Fatal(err)
	}
	if info, _ := os.Lstat(link); info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link was replaced")
	}
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o600 {
		t.Errorf("permissions became %v", info.Mode())
	}
	if e, err := Open(path); err != nil || len(e.Ceremonies) != 0 {
		t.Errorf("the target was not written: %v", err)
	}
}

func TestEveryCodeHasItsSentence(t *testing.T) {
	for _, lang := range []string{"vi", "en"} {
		phrases, err := app.LoadPhrases(os.DirFS("../../assets/lang"), lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range []Code{NotFound, NoAccess, NotEvent, Truncated, Damaged, Newer, TooLarge, CantWrite} {
			if s := phrases.Say("file."+string(c), "path", "x"); !strings.Contains(s, "“x”") {
				t.Errorf("%s: %s: %q", lang, c, s)
			}
		}
	}
}

// FuzzOpen feeds strangers' bytes to Open: it must answer with an *Error or an event, and never panic.
func FuzzOpen(f *testing.F) {
	path := filepath.Join(f.TempDir(), "x.trong")
	if err := Save(path, sample()); err != nil {
		f.Fatal(err)
	}
	whole, _ := os.ReadFile(path)
	f.Add(whole)
	f.Add(whole[:100])
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(t.TempDir(), "x.trong")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		e, err := Open(path)
		if (e == nil) == (err == nil) {
			t.Errorf("event %v and error %v", e, err)
		}
		if err != nil {
			code(err)
		}
	})
}

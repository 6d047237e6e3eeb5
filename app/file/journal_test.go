package file

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"tiengtrong/app"
)

var seven = time.Date(2025, 10, 1, 7, 0, 0, 123456789, time.FixedZone("+07", 7*3600))

// played returns a live run of a ceremony of three items, and the steps that it took.
func played() (app.Run, []app.Action) {
	c := app.NewCeremony("Lễ phát động", app.Date{Year: 2025, Month: 10, Day: 1})
	c.Program.Items = []app.Item{app.NewItem("Đón đại biểu"), app.NewItem("Chào cờ"), app.NewItem("Bế mạc")}
	return app.NewRun(c), []app.Action{
		{At: seven, Step: app.StepStart},
		{At: seven.Add(5 * time.Minute), Step: app.StepNext},
		{At: seven.Add(5 * time.Minute), Step: app.StepShow, Show: &app.Audience{Open: true, Scene: app.AwardScene, Call: 7}},
		{At: seven.Add(6 * time.Minute), Step: app.StepHold, Reason: "mưa\nto"},
		{At: seven.Add(8 * time.Minute), Step: app.StepResume},
	}
}

// journalOf writes the journal of a run, and returns the run and the journal's path.
func journalOf(t *testing.T) (app.Run, string) {
	t.Helper()
	run, actions := played()
	j, err := NewJournal(filepath.Join(t.TempDir(), "sự kiện.trong"), run, seven)
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	for _, a := range actions {
		run, _ = run.Do(a)
		if err := j.Append(a); err != nil {
			t.Fatal(err)
		}
	}
	return run, j.Path
}

// same fails where two runs don't show the same.
func same(t *testing.T, got, want app.Run) {
	t.Helper()
	now := seven.Add(10 * time.Minute)
	a, b := got.At(now), want.At(now)
	if len(got.Actions) != len(want.Actions) || !reflect.DeepEqual(got.Plan, want.Plan) || a.Now != b.Now || a.Elapsed != b.Elapsed || a.Phase != b.Phase || !a.End.Equal(b.End) || got.Shown() != want.Shown() {
		t.Errorf("got %+v\nwant %+v", a, b)
	}
}

func TestJournalGoesOnAfterACrash(t *testing.T) {
	want, path := journalOf(t)
	whole, _ := os.ReadFile(path)
	last := bytes.LastIndexByte(whole[:len(whole)-1], '\n') + 1
	for cut := last; cut <= len(whole); cut++ { // the crash came while the last action was written
		if err := os.WriteFile(path, whole[:cut], 0o600); err != nil {
			t.Fatal(err)
		}
		expected := app.Run{Plan: want.Plan, Actions: want.Actions[:len(want.Actions)-1]}
		if cut == len(whole) {
			expected = want
		}
		read, err := ReadJournal(path)
		if err != nil {
			t.Fatalf("cut at %d: %v", cut, err)
		}
		same(t, read, expected)
		j, got, err := OpenJournal(path)
		if err != nil {
			t.Fatalf("cut at %d: %v", cut, err)
		}
		next := app.Action{At: seven.Add(9 * time.Minute), Step: app.StepNext}
		if err := j.Append(next); err != nil {
			t.Fatal(err)
		}
		j.Close()
		got, ok := got.Do(next)
		if read, err = ReadJournal(path); err != nil || !ok {
			t.Fatalf("cut at %d, and gone on: %v", cut, err)
		}
		same(t, read, got)
	}
}

func TestJournalsOfACeremonyTheLatestFirst(t *testing.T) {
	run, path := journalOf(t)
	event := filepath.Join(filepath.Dir(path), "sự kiện.trong")
	later, err := NewJournal(event, run, seven.Add(time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	later.Close()
	other, _ := played()
	j, err := NewJournal(event, other, seven)
	if err != nil {
		t.Fatal(err)
	}
	j.Close()
	if got := Journals(event, run.Plan.ID); !reflect.DeepEqual(got, []string{later.Path, path}) {
		t.Errorf("%q", got)
	}
}

func TestJournalWhereTheEventsFolderIsGone(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	t.Setenv("AppData", t.TempDir())
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	run, _ := played()
	event := filepath.Join(file, "sự kiện.trong") // nothing can be written below a file
	j, err := NewJournal(event, run, seven)
	if err != nil {
		t.Fatal(err)
	}
	j.Close()
	if got := Journals(event, run.Plan.ID); len(got) != 1 || got[0] != j.Path {
		t.Errorf("%q, not %q", got, j.Path)
	}
}

func TestBadJournalsAreRefused(t *testing.T) {
	_, path := journalOf(t)
	data, _ := os.ReadFile(path)
	whole := string(data)
	for name, c := range map[string]struct {
		text string
		want Code
	}{
		"empty":       {"", NotEvent},
		"torn head":   {whole[:40], NotEvent},
		"text":        {"Kính gửi các thầy cô\n", NotEvent},
		"newer":       {strings.Replace(whole, `"journal":2`, `"journal":3`, 1), Newer},
		"bad line":    {strings.Replace(whole, `"step":"hold"`, `"step":hold`, 1), Damaged},
		"nonsense":    {strings.Replace(whole, `"step":"hold"`, `"step":"start"`, 1), Damaged},
		"a bad plan":  {strings.Replace(whole, `"minutes":5`, `"minutes":"5"`, 1), Damaged},
		"line missed": {strings.Replace(whole, `{"at":"2025-10-01T07:05`, `{"at":"tomorrow`, 1), Damaged},
	} {
		if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		j, _, err := OpenJournal(path)
		if err == nil || code(err) != c.want || j != nil {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
		if after, _ := os.ReadFile(path); string(after) != c.text {
			t.Errorf("%s: the file was changed", name)
		}
	}
	if _, err := ReadJournal(filepath.Join(t.TempDir(), "none")); code(err) != NotFound {
		t.Errorf("no file: %v", err)
	}
	if _, err := ReadJournal(t.TempDir()); code(err) != NotEvent {
		t.Errorf("a folder: %v", err)
	}
}

func FuzzJournal(f *testing.F) {
	f.Add([]byte(`{"program":"Tiếng Trống","journal":1,"plan":{"start":"07:00","program":{"items":[{"title":"a","minutes":5,"hardStart":"08:00"}]}}}` + "\n" +
		`{"at":"2025-10-01T07:00:00+07:00","step":"start"}` + "\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		run, whole, err := parseJournal(bytes.NewReader(data))
		if err != nil {
			code(err)
			return
		}
		if whole > int64(len(data)) {
			t.Fatalf("%d of %d bytes are whole", whole, len(data))
		}
		run.At(seven)
		run.CatchUp(seven)
	})
}

func BenchmarkJournalAppend(b *testing.B) {
	run, actions := played()
	j, err := NewJournal(filepath.Join(b.TempDir(), "x.trong"), run, seven)
	if err != nil {
		b.Fatal(err)
	}
	defer j.Close()
	for b.Loop() {
		if err := j.Append(actions[0]); err != nil {
			b.Fatal(err)
		}
	}
}

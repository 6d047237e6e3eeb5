package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestMarkupOfEveryPage compares what each view shows of the sample with its outline in testdata/markup: a widget a line, in both
// languages, with its state, and as which one Tab comes to it.
func TestMarkupOfEveryPage(t *testing.T) {
	t.Setenv("HOME", "/home/co-giao") // the print page proposes a folder there
	views := map[string][2][]outlined{}
	for i, code := range []string{"vi", "en"} {
		w := open(t, sample(t))
		w.useLanguage(code)
		w.jobs.rest()
		everyView(w, func(page pageName, tab int) {
			name := fmt.Sprintf("%s-%d", page, tab+1)
			view := views[name]
			view[i] = outlineOf(w)
			views[name] = view
		})
	}
	for name, view := range views {
		compareMarkup(t, name, view[0], view[1])
	}
	known, _ := filepath.Glob(filepath.Join("testdata", "markup", "*.txt"))
	if len(known) != len(views) {
		t.Errorf("there are %d outlines of %d views: remove those of views that are gone", len(known), len(views))
	}
}

// compareMarkup compares the outlines of a view in two languages with the golden, or writes it.
func compareMarkup(t *testing.T, name string, vi, en []outlined) {
	t.Helper()
	if len(vi) != len(en) {
		t.Errorf("%s has %d widgets in Vietnamese and %d in English", name, len(vi), len(en))
		return
	}
	const most = 150
	if len(vi) > most {
		t.Errorf("%s has %d widgets: nobody reviews more than %d", name, len(vi), most)
	}
	var text strings.Builder
	for i := range vi {
		text.WriteString(bilingual(vi[i], en[i]) + "\n")
	}
	path := filepath.Join("testdata", "markup", name+".txt")
	if *update {
		writeMarkup(t, path, text.String())
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Error(err)
		return
	}
	if text.String() != string(want) {
		t.Errorf("%s\n%s\nIf it is meant to be so: CGO_ENABLED=0 go test ./ui -run Markup -update, and read the difference.", path, firstUnlike(string(want), text.String()))
	}
}

func writeMarkup(t *testing.T, path, text string) {
	t.Helper()
	err := os.MkdirAll(filepath.Dir(path), 0o755)
	if err == nil {
		err = os.WriteFile(path, []byte(text), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// bilingual is a widget's line: what it says in English stands after what it says in Vietnamese, where that is another text.
func bilingual(vi, en outlined) string {
	line := strings.Repeat("  ", vi.depth) + vi.kind
	if vi.tab > 0 {
		line += fmt.Sprintf(" #%d", vi.tab)
	}
	if en.kind != vi.kind || en.depth != vi.depth || en.tab != vi.tab {
		line += fmt.Sprintf(" [in English: %d %s #%d]", en.depth, en.kind, en.tab)
	}
	return line + pair(" “%s”", vi.says, en.says) + pair(" (%s)", vi.state, en.state)
}

// pair writes one text, or two where they differ, or nothing.
func pair(form, vi, en string) string {
	switch {
	case vi == "" && en == "":
		return ""
	case vi == en:
		return fmt.Sprintf(form, inOneLine(vi))
	}
	return fmt.Sprintf(form+form, inOneLine(vi), inOneLine(en))
}

// inOneLine is a text in one line of at most sixty letters.
func inOneLine(text string) string {
	const most = 60
	text = flat(text)
	if utf8.RuneCountInString(text) > most {
		return string([]rune(text)[:most-1]) + "…"
	}
	return text
}

// firstUnlike shows the first lines in which two texts differ.
func firstUnlike(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d was\n%s\nand is now\n%s", i+1, a[i], b[i])
		}
	}
	return fmt.Sprintf("it had %d lines and has now %d", len(a)-1, len(b)-1)
}

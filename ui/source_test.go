package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tiengtrong/app"
	"tiengtrong/app/intake"
	"tiengtrong/app/table"
	"tiengtrong/assets"
	"tiengtrong/print/export"
)

// sources parses the files of a folder that are not tests.
func sources(t *testing.T, dir string) map[string]*ast.File {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]*ast.File{}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = f
	}
	return files
}

func TestOneDoorToTheUIGoroutine(t *testing.T) {
	seenGo, seenDo := 0, 0
	for _, dir := range []string{".", "widget"} {
		for name, f := range sources(t, dir) {
			ast.Inspect(f, func(n ast.Node) bool {
				what := ""
				switch n := n.(type) {
				case *ast.GoStmt:
					what, seenGo = "a go statement", seenGo+1
				case *ast.SelectorExpr:
					if x, ok := n.X.(*ast.Ident); ok && x.Name == "fyne" && (n.Sel.Name == "Do" || n.Sel.Name == "DoAndWait") {
						what, seenDo = "fyne."+n.Sel.Name, seenDo+1
					}
					if x, ok := n.X.(*ast.Ident); ok && x.Name == "time" && n.Sel.Name == "AfterFunc" {
						what = "time.AfterFunc"
					}
				}
				if what != "" && name != "job.go" {
					t.Errorf("%s holds %s; only job.go may", name, what)
				}
				return true
			})
		}
	}
	if seenGo != 1 || seenDo == 0 {
		t.Errorf("job.go holds %d go statements and %d calls of fyne.Do", seenGo, seenDo)
	}
}

func phrases(t *testing.T, code string) app.Phrases {
	t.Helper()
	p, err := app.LoadPhrases(assets.Sub("lang"), code)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

var hole = regexp.MustCompile(`\{[a-z]+\}`)

func TestLanguagesHaveTheSameSentences(t *testing.T) {
	vi, en := phrases(t, "vi"), phrases(t, "en")
	for key := range en {
		if _, ok := vi[key]; !ok {
			t.Errorf("%s is in English alone", key)
		}
	}
	for key, sentence := range vi {
		other, ok := en[key]
		if !ok {
			t.Errorf("%s is in Vietnamese alone", key)
			continue
		}
		a, b := hole.FindAllString(sentence, -1), hole.FindAllString(other, -1)
		slices.Sort(a)
		slices.Sort(b)
		if !slices.Equal(slices.Compact(a), slices.Compact(b)) {
			t.Errorf("%s has other holes in the two languages: %v, %v", key, a, b)
		}
	}
}

// keyArguments tells at which argument calls of these names take a phrase's key.
var keyArguments = map[string]int{
	"say": 0, "labelled": 0, "section": 0, "titled": 0, "text": 0, "lines": 0, "date": 0, "clock": 0, "count": 0, "length": 0, "year": 0, "usual": 0, "points": 0, "shift": 0, "metres": 0, "smallWords": 0,
	"action": 1, "check": 0, "choice": 1, "item": 0, "tool": 1, "railButton": 0, "stepped": 0, "Say": 0,
}

func TestEveryPhraseExists(t *testing.T) {
	vi := phrases(t, "vi")
	n := 0
	for name, f := range sources(t, ".") {
		ast.Inspect(f, func(node ast.Node) bool {
			call, ok := node.(*ast.CallExpr)
			if !ok {
				return true
			}
			called := ""
			switch fun := call.Fun.(type) {
			case *ast.SelectorExpr:
				called = fun.Sel.Name
			case *ast.Ident:
				called = fun.Name
			}
			at, ok := keyArguments[called]
			if !ok || at >= len(call.Args) {
				return true
			}
			if lit, ok := call.Args[at].(*ast.BasicLit); ok {
				n++
				if key := strings.Trim(lit.Value, `"`); vi[key] == "" && !strings.HasSuffix(key, ".") {
					t.Errorf("%s: there is no phrase %q", name, key)
				}
			}
			return true
		})
	}
	if n < 200 {
		t.Errorf("only %d phrases were found in the source", n)
	}
}

func codes[V ~string](prefix string, list []V) []string {
	var keys []string
	for _, c := range list {
		keys = append(keys, prefix+"."+string(c))
	}
	return keys
}

func TestEveryCodeHasItsWords(t *testing.T) {
	vi := phrases(t, "vi")
	keys := slices.Concat(codes("page", pageNames), codes("level", app.Levels), codes("venue", app.Venues), codes("status", app.PieceStatuses), codes("scene", app.Scenes),
		codes("phase", []app.Phase{app.PhaseBefore, app.PhaseOn, app.PhaseHeld, app.PhaseWaiting, app.PhaseOver}),
		codes("banner-kind", app.BannerKinds), codes("field.cue", app.Crews), codes("stage.cue", app.Crews), codes("gender", []app.Gender{app.Female, app.Male, ""}),
		codes("gender-short", []app.Gender{app.Female, app.Male, ""}), codes("use", export.Uses), codes("kind", export.All()), codes("lang", languages),
		codes("encoding", table.Encodings), codes("encoding", table.TypedEncodings), codes("order", app.Orders), codes("tones", app.ToneOrders))
	for _, line := range app.Lines {
		keys = append(keys, "blank.line-"+string(line))
	}
	keys = append(keys, codes("show", shows)...)
	for _, r := range holdReasons {
		keys = append(keys, "reason."+r.code)
	}
	for _, c := range app.RosterColumns {
		if c.Field == app.FieldNumber {
			continue // never mapped by hand
		}
		keys = append(keys, "roster-field."+c.Field)
	}
	templates, err := intake.Templates(assets.Sub("."))
	if err != nil {
		t.Fatal(err)
	}
	for _, template := range templates {
		keys = append(keys, "template."+template.Name)
	}
	for _, key := range keys {
		key = strings.Replace(key, ".cue.", ".cue-", 1)
		if vi[key] == "" {
			t.Errorf("there is no phrase %s", key)
		}
	}
}

// fyneDir returns the folder of Fyne's source.
func fyneDir(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "fyne.io/fyne/v2").Output()
	if err != nil {
		t.Fatal("go list: ", err)
	}
	return strings.TrimSpace(string(out))
}

func TestFyneSpeaksTheLanguage(t *testing.T) {
	vi := phrases(t, "vi")
	data, err := os.ReadFile(filepath.Join(fyneDir(t), "lang", "translations", "base.en.json"))
	if err != nil {
		t.Fatal(err)
	}
	keys := regexp.MustCompile(`(?m)^    "([^"]+)":`).FindAllStringSubmatch(string(data), -1)
	if len(keys) < 35 {
		t.Fatalf("found %d keys of Fyne", len(keys))
	}
	for _, key := range keys {
		if vi["fyne."+key[1]] == "" {
			t.Errorf("Fyne's %q has no words", key[1])
		}
	}
}

var looksLikeKey = regexp.MustCompile(`^[a-z]+(-[a-z]+)*\.[a-z0-9.-]+$`)

func TestSwitchedLanguageLeavesNoOtherWords(t *testing.T) {
	w := open(t, sample(t))
	vi, en := phrases(t, "vi"), phrases(t, "en")
	for _, code := range []string{"en", "vi"} {
		w.useLanguage(code)
		own, other := vi, en
		if code == "en" {
			own, other = en, vi
		}
		foreign := map[string]bool{}
		for key, sentence := range other {
			if own[key] != sentence && len([]rune(sentence)) > 3 && !strings.HasPrefix(key, "template.") {
				foreign[sentence] = true
			}
		}
		for _, sentence := range own {
			delete(foreign, sentence) // the same words elsewhere
		}
		everyView(w, func(name pageName, tab int) {
			for _, text := range textsOf(w.win.Content()) {
				if looksLikeKey.MatchString(text) {
					t.Errorf("%s: %s, tab %d, shows a key: %q", code, name, tab, text)
				}
				if foreign[text] && text != w.say("lang.other") && !isData(text) {
					t.Errorf("%s: %s, tab %d, shows words of the other language: %q", code, name, tab, text)
				}
			}
		})
		for _, m := range w.win.MainMenu().Items {
			for _, item := range m.Items {
				if looksLikeKey.MatchString(item.Label) || foreign[item.Label] && !strings.HasPrefix(item.Label, "Tiếng") && item.Label != "English" {
					t.Errorf("%s: the menu shows %q", code, item.Label)
				}
			}
		}
	}
}

// isData tells whether a text is the event's own, which is Vietnamese in every language of the screen.
func isData(text string) bool {
	return slices.Contains([]string{"Nhà trường", "Thư viện", "Học sinh", "Sân khấu"}, text)
}

func TestSheetsOverTheWindow(t *testing.T) {
	w := open(t, sample(t))
	for name, show := range map[string]func(){
		"new": w.askNew, "open": w.askOpen, "save as": w.saveAs, "welcome": w.welcome,
		"left out": func() { w.turnTo("certificates").(*certificatesPage).roster.showLeftOut() },
	} {
		show()
		top := w.win.Canvas().Overlays().Top()
		if top == nil || len(textsOf(top)) < 3 {
			t.Fatalf("%s: no sheet is seen", name)
		}
		for _, text := range textsOf(top) {
			if looksLikeKey.MatchString(text) {
				t.Errorf("%s shows a key: %q", name, text)
			}
		}
		w.win.Canvas().Overlays().Remove(top)
	}
}

package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// wanted says what is to be chosen. The toolkit's own chooser speaks English in places, and opens what it is to
// save, which would cut an old file short before the new one is whole.
type wanted struct {
	title   string
	action  string   // words on the button
	endings []string // of the files that are shown, ".xlsx"; none means folders alone
	name    string   // proposed for saving; "" where a file or folder is to be opened
	saving  bool
	start   string // folder to begin in
}

// picker is the sheet in which a file or a folder is chosen.
type picker struct {
	w      *Window
	want   wanted
	done   func(path string)
	dir    string
	names  []os.DirEntry
	path   *fynewidget.Label
	name   *widget.Entry
	list   *widget.List
	note   *widget.Words
	sheet  *sheet
	accept *widget.Button

	replaces string // the file whose replacement was asked for
}

// pick asks for a file or folder and calls done with its path.
func (w *Window) pick(want wanted, done func(path string)) {
	p := &picker{w: w, want: want, done: done, name: widget.NewEntry(1)}
	p.path = fynewidget.NewLabel("")
	p.path.Truncation = fyne.TextTruncateEllipsis
	p.note = widget.NewWords("", widget.Look{Color: theme.ColorNameError, Wrap: true, Size: widget.SizeSmall})
	p.list = widget.NewList(func() int { return len(p.names) }, p.newLine, p.showLine)
	p.list.OnSelected = p.selected
	p.name.OnSubmitted = func(string) { p.finish() }
	p.name.OnEdit = func(string) { p.asking("") }
	p.name.SetPlaceHolder(w.say("pick.name"))
	up := w.tool("up", "pick.up", func() { p.enter(filepath.Dir(p.dir)) })
	top := container.NewBorder(nil, nil, up, nil, p.path)
	center := widget.Surface(theme.ColorNameInputBackground, widget.ColorLine, 8, p.list)
	content := widget.Fixed(container.NewBorder(top, widget.Column(4, widget.Inset(p.name, 4, 0), p.note), p.places(), nil,
		widget.Inset(center, 0, 6)), 0, 400)
	p.accept = button(want.action, true, p.finish)
	p.sheet = w.newSheet(want.title, 720, content, button(w.say("answer.cancel"), false, func() { p.sheet.close() }), p.accept)
	p.enter(startFolder(want.start))
	if want.saving {
		p.name.SetText(want.name)
	}
	w.win.Canvas().Focus(p.name)
	if want.saving { // what is typed takes the name's place and leaves its ending
		p.name.Mark(0, len([]rune(strings.TrimSuffix(want.name, filepath.Ext(want.name)))))
	}
}

func startFolder(dir string) string {
	if info, err := os.Stat(dir); err == nil && info.IsDir() {
		if abs, err := filepath.Abs(dir); err == nil {
			return abs
		}
	}
	if home, err := os.UserHomeDir(); err == nil {
		return home
	}
	return string(filepath.Separator)
}

// places are the folders in which people keep their files, as far as they exist.
func (p *picker) places() fyne.CanvasObject {
	home, err := os.UserHomeDir()
	if err != nil {
		return nil
	}
	box := widget.Column(2)
	for _, place := range []struct{ phrase, dir string }{
		{"pick.home", ""}, {"pick.desktop", "Desktop"}, {"pick.documents", "Documents"}, {"pick.downloads", "Downloads"},
	} {
		dir := filepath.Join(home, place.dir)
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			continue
		}
		b := widget.NewLabelled(p.w.say(place.phrase), theme.FolderIcon(), func() { p.enter(dir) })
		b.Alignment, b.Importance = fynewidget.ButtonAlignLeading, fynewidget.LowImportance
		box.Add(b)
	}
	return box
}

func (p *picker) newLine() fyne.CanvasObject {
	return container.NewBorder(nil, nil, widget.Inset(fynewidget.NewIcon(theme.FileIcon()), 0, 8), nil, fynewidget.NewLabel(""))
}

func (p *picker) showLine(i int, o fyne.CanvasObject) {
	line := o.(*fyne.Container)
	line.Objects[0].(*fynewidget.Label).SetText(p.names[i].Name())
	res := theme.FileIcon()
	if p.names[i].IsDir() {
		res = theme.FolderIcon()
	}
	line.Objects[1].(*fyne.Container).Objects[0].(*fynewidget.Icon).SetResource(res)
}

func (p *picker) selected(i int) {
	entry := p.names[i]
	p.list.UnselectAll()
	if entry.IsDir() {
		p.enter(filepath.Join(p.dir, entry.Name()))
		return
	}
	p.name.SetText(entry.Name())
}

// enter lists a folder: folders first, then the files that are wanted, without hidden ones.
func (p *picker) enter(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		p.note.SetText(p.w.say("pick.cannot-open", "path", dir))
		return
	}
	p.note.SetText("")
	p.dir, p.names = dir, nil
	for _, entry := range entries {
		if !strings.HasPrefix(entry.Name(), ".") && (entry.IsDir() || p.wants(entry.Name())) {
			p.names = append(p.names, entry)
		}
	}
	slices.SortStableFunc(p.names, func(a, b os.DirEntry) int {
		if a.IsDir() != b.IsDir() {
			if a.IsDir() {
				return -1
			}
			return 1
		}
		return strings.Compare(app.Fold(a.Name()), app.Fold(b.Name()))
	})
	p.path.SetText(dir)
	if len(p.want.endings) == 0 {
		p.name.SetText(dir)
	}
	p.list.Refresh()
	p.list.ScrollToTop()
}

func (p *picker) wants(name string) bool {
	return slices.Contains(p.want.endings, strings.ToLower(filepath.Ext(name)))
}

// finish takes what stands in the field: a name in the folder, or a whole path.
func (p *picker) finish() {
	name := strings.TrimSpace(p.name.Text)
	if name == "" {
		p.note.SetText(p.w.say("pick.no-name"))
		return
	}
	path := name
	if !filepath.IsAbs(path) {
		path = filepath.Join(p.dir, name)
	}
	info, err := os.Stat(path)
	folders := len(p.want.endings) == 0
	switch {
	case err == nil && info.IsDir() && !folders:
		p.enter(path)
		p.name.SetText("")
		return
	case p.want.saving && filepath.Ext(path) != p.want.endings[0]:
		path += p.want.endings[0]
		info, err = os.Stat(path)
	case !p.want.saving && !folders && err != nil:
		p.note.SetText(p.w.say("file.not-found", "path", path))
		return
	}
	if p.want.saving && err == nil && p.replaces != path && path != p.w.path {
		p.asking(path)
		p.note.SetText(p.w.say("pick.overwrite", "name", info.Name()))
		return
	}
	p.sheet.close()
	p.done(path)
}

// asking asks whether the file at path is to be replaced; another press of the button says yes. With path "" it
// takes the question back.
func (p *picker) asking(path string) {
	words, importance := p.want.action, fynewidget.HighImportance
	if path != "" {
		words, importance = p.w.say("pick.overwrite-yes"), fynewidget.DangerImportance
	}
	p.replaces = path
	p.accept.Importance = importance
	p.accept.SetText(words)
	p.note.SetText("")
}

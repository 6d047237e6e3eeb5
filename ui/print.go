package ui

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"tiengtrong/app"
	"tiengtrong/print/export"
	"tiengtrong/print/pack"
	"tiengtrong/ui/widget"
)

// printPage writes what is to be printed: what, for whom, and where to. It shows first what is wrong with it.
type printPage struct {
	w        *Window
	box      fyne.CanvasObject
	choices  fyne.CanvasObject
	numbered fyne.CanvasObject // the choice of certificates by the register; hidden where no number was given
	what     map[export.Kind]*widget.Check
	why      *widget.Words   // why some kinds can't be chosen
	again    *fyne.Container // a warning of numbers that are on paper already
	use      export.Use
	uses     map[export.Use]*useCard
	options  *printOptions
	sheets   *sheetChecks // of certificates
	tabs     *widget.Segments
	shop     *shopView
	folder   *widget.Entry
	force    *widget.Check
	start    *widget.Button
	stop     *widget.Button
	progress *fynewidget.ProgressBar
	doing    *widget.Words
	verdict  *fyne.Container
	trouble  *fyne.Container
	results  *fyne.Container
	done     *fyne.Container // the card of the results
	cancel   context.CancelFunc
	found    []app.Problem
	proofed  bool
	count    int // of all things that are chosen
}

func newPrint(w *Window) page {
	p := &printPage{w: w, use: export.Office, what: map[export.Kind]*widget.Check{}, uses: map[export.Use]*useCard{}}
	p.folder = widget.NewEntry(1)
	p.force = widget.NewCheck(w.say("print.force"), func(bool) { p.enable() })
	p.start = widget.NewLabelled(w.say("print.export"), icon("print"), p.export)
	p.start.Importance = fynewidget.HighImportance
	p.stop = button(w.say("print.cancel"), false, func() { p.cancel() })
	p.progress, p.doing = fynewidget.NewProgressBar(), widget.NewWords("", widget.Look{Color: widget.ColorMuted, Wrap: true})
	p.progress.Hide()
	p.stop.Hide()
	p.verdict, p.trouble, p.results = container.NewStack(), widget.Column(6), widget.Column(6)
	p.again = container.NewStack()
	open := widget.NewLabelled(w.say("print.open-folder"), icon("open"), p.openFolder)
	p.done = widget.Card(widget.Column(10, widget.Border(nil, nil, nil, open,
		widget.Inset(widget.NewWords(w.say("print.done"), widget.Look{Size: widget.SizeHeading, Bold: true}), 8, 0)), p.results))
	p.done.Hide()
	head, about := w.header("print")
	about.SetText(w.say("print.about"))
	right := widget.Column(16, p.where(), p.done, widget.Card(w.section("print.problems", p.verdict, p.again, p.trouble)))
	p.shop = newShop(w)
	p.tabs = widget.NewSegments([]string{w.say("print.files"), w.say("print.shop")}, []fyne.CanvasObject{
		container.New(&shares{[]float32{0.5, 0.5}, 4}, widget.Scrolled(p.plan(), 14), widget.Scrolled(right, 14)),
		widget.Scrolled(p.shop.box, 14),
	})
	p.tabs.OnSelect = func(int) { p.show(w.doc.Event()) }
	p.box = framed(head, p.tabs)
	p.adopt(w.printed)
	w.printed = p
	return p
}

// adopt takes over what was chosen on the page before the window was built anew, in another language, say.
func (p *printPage) adopt(old *printPage) {
	if old == nil {
		return
	}
	for kind, box := range p.what {
		box.SetChecked(old.what[kind].Checked)
	}
	p.options.adopt(old.options)
	p.chooseUse(old.use)
}

// plan is the card with the choices.
func (p *printPage) plan() fyne.CanvasObject {
	w := p.w
	p.sheets = newSheetChecks(w, func() { p.show(w.doc.Event()) })
	kinds, uses := p.kindChoices(), widget.Column(8)
	for _, use := range export.Uses {
		card := newUseCard(w.say("use."+string(use)), w.say("use."+string(use)+"-about"), func() { p.chooseUse(use); p.show(w.doc.Event()) })
		p.uses[use] = card
		uses.Add(card)
	}
	p.options = newPrintOptions(w)
	p.options.pack.OnChanged = func(bool) { p.packed(); p.show(w.doc.Event()) }
	uses.Add(p.options.box)
	p.chooseUse(p.use)
	p.numbered = w.titled("print.numbered", p.sheets.box)
	p.choices = widget.Column(16,
		widget.Card(w.section("print.for", uses)),
		widget.Card(w.section("print.what", kinds, p.numbered)))
	return p.choices
}

// where is the card with the folder, and with what starts and stops the export.
func (p *printPage) where() fyne.CanvasObject {
	w := p.w
	choose := widget.NewLabelled(w.say("print.choose"), icon("open"), func() {
		w.pick(wanted{title: w.say("print.folder"), action: w.say("print.choose-yes"), start: p.folder.Text}, func(dir string) { p.folder.SetText(dir) })
	})
	where := widget.Border(nil, nil, nil, choose, p.folder)
	run := widget.Border(nil, nil, nil, container.NewCenter(widget.Row(8, p.stop, p.start)), widget.Inset(widget.Column(4, p.doing, p.progress), 2, 2))
	return widget.Card(w.section("print.folder", where, p.force, run))
}

// folders are the names of the folders for each use; they stay the same in every language of the screen.
var folders = map[export.Use]string{export.Office: "van-phong", export.Shop: "nha-in", export.Screen: "man-hinh"}

// folderOf proposes a folder beside the event's file, another for each use: what is for the shop must not take the
// place of what is for the office.
func (w *Window) folderOf(use export.Use) string {
	if path, err := filepath.Abs(w.path); err == nil && w.path != "" {
		base := filepath.Base(path)
		return filepath.Join(filepath.Dir(path), base[:len(base)-len(filepath.Ext(base))]+"-in", folders[use])
	}
	return filepath.Join(startFolder(w.lastFolder()), fileNameOf(w.doc.Event().Title)+"-in", folders[use])
}

func (p *printPage) chooseUse(use export.Use) {
	proposed := p.folder.Text == "" || p.folder.Text == p.w.folderOf(p.use)
	p.use = use
	if proposed { // a folder that the user chose stays
		p.folder.Fill(p.w.folderOf(p.use))
	}
	p.options.choose(use)
	p.packed()
	for u, card := range p.uses {
		card.choose(u == use)
	}
}

func (p *printPage) content() fyne.CanvasObject { return p.box }

func (p *printPage) segments() *widget.Segments { return p.tabs }
func (p *printPage) list() lister               { return nil }

// reveal shows the shop: what of the event has its place here.
func (p *printPage) reveal(app.Subject) { p.tabs.Select(shopTab) }

func (p *printPage) fieldsOf(app.SubjectKind) fields { return nil } // of no subject's own

// The tabs of the page.
const (
	filesTab = iota
	shopTab  // the profile of the print shop
)

func (p *printPage) show(e *app.Event) {
	if p.tabs.Selected() == shopTab {
		p.shop.show(e)
		return
	}
	if p.folder.Text == "" {
		p.folder.Fill(p.w.folderOf(p.use))
	}
	chosen := p.kinds()
	p.countKinds(e, chosen)
	p.sheets.show()
	if slices.Contains(chosen, export.Certificates) && e.Register != nil {
		p.numbered.Show()
	} else {
		p.numbered.Hide()
	}
	found := export.Concerning(p.w.problems, chosen)
	if p.w.certificates.skip {
		found = slices.DeleteFunc(found, func(problem app.Problem) bool { return problem.Code == "issued-changed" })
	}
	if !p.proofed || !slices.EqualFunc(found, p.found, sameProblem) {
		p.proofed, p.found = true, found
		p.trouble.Objects = p.w.problemLines(found, 40)
		p.trouble.Refresh()
	}
	p.warnAgain(e, chosen)
	p.enable()
}

// enable lets the export start where something is chosen and no error stands in the way, or the user insists.
func (p *printPage) enable() {
	errors := export.CountErrors(p.found)
	p.force.Hidden = errors == 0
	p.force.Refresh()
	if p.cancel == nil && len(p.kinds()) > 0 && (errors == 0 || p.force.Checked) {
		p.start.Enable()
	} else {
		p.start.Disable()
	}
}

// export writes the files beside the UI goroutine, tells how far it is, and can be stopped.
func (p *printPage) export() {
	p.tabs.Select(filesTab)
	if p.start.Disabled() {
		return
	}
	w := p.w
	if p.packing() && p.count == 0 {
		p.doing.SetText(w.say("print.pack-nothing"))
		return
	}
	plan := export.Plan{Event: w.doc.Event(), Studio: w.studio, What: p.kinds(), For: p.use, Dir: p.folder.Text,
		Force: p.force.Checked, Options: p.options.of(p.use)}
	skipped, err := w.narrow(&plan)
	waits := !errors.Is(err, errAllPrinted)
	if rest := slices.DeleteFunc(slices.Clone(plan.What), isCertificates); !waits && len(rest) > 0 {
		plan.What, err = rest, nil
	}
	if err != nil {
		p.doing.SetText(w.exportError(plan, err))
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	p.cancel = cancel
	p.running(true)
	since := pace{time.Now()}
	report := w.jobs.every(50*time.Millisecond, func(done, total int, name string) {
		p.progress.SetValue(float64(done) / float64(max(total, 1)))
		p.doing.SetText(w.progressWords(since, name, done, total))
	})
	var result export.Result
	var packed pack.Result
	write := func() { result, err = export.Run(ctx, plan, report) }
	if p.packing() {
		write = func() { packed, err = pack.Write(ctx, plan, report) }
	}
	w.jobs.run(write, func() {
		cancel()
		p.cancel = nil
		p.running(false)
		p.tell(plan, result, packed, err)
		if words := w.skippedWords(skipped); err == nil && words != "" {
			p.results.Add(w.note("warning", theme.ColorNameWarning, words))
		}
		if err == nil && !waits {
			p.results.Add(w.note("warning", theme.ColorNameWarning, w.say("print.rest-only")))
		}
		w.noticed()
	})
}

func (p *printPage) running(on bool) {
	p.progress.SetValue(0)
	p.doing.SetText("")
	p.progress.Hidden, p.stop.Hidden = !on, !on
	p.progress.Refresh()
	p.stop.Refresh()
	p.enable()
}

// tell says what was written, or why nothing was.
func (p *printPage) tell(plan export.Plan, result export.Result, packed pack.Result, err error) {
	w := p.w
	p.done.Hide()
	blocked, folder := (*export.BlockedError)(nil), (*export.FolderError)(nil)
	switch {
	case errors.Is(err, context.Canceled):
		p.doing.SetText(w.say("print.cancelled"))
	case errors.As(err, &blocked):
		p.doing.SetText(w.say("print.blocked", "count", fmt.Sprint(export.CountErrors(blocked.Problems))))
	case errors.As(err, &folder):
		w.tellError(w.say("print.no-write", "path", plan.Dir))
	case err != nil:
		w.tellError(w.say("print.failed", "reason", err.Error()))
	case packed.Path != "":
		p.doing.SetText(w.say("print.packed", "count", fmt.Sprint(len(packed.Ticket.Pieces))))
		p.namePackage(packed)
	default:
		p.doing.SetText(w.say("print.written", "count", fmt.Sprint(len(result.Files))))
		p.name(plan, result)
	}
}

// maxResults is how many of the written files are named; pictures of certificates are many.
const maxResults = 30

func (p *printPage) name(plan export.Plan, result export.Result) {
	w := p.w
	p.results.RemoveAll()
	if len(result.Files) > 0 {
		p.warnForced(result.Problems)
	}
	for _, f := range result.Files[:min(len(result.Files), maxResults)] {
		name, err := filepath.Rel(plan.Dir, f.Path)
		if err != nil {
			name = f.Path
		}
		about := joined(" · ", w.fileWords(f), w.detailWords(f.Detail))
		p.results.Add(widget.Column(0, widget.NewWords(name, widget.Look{Bold: true, Size: widget.SizeSmall, Wrap: true}),
			widget.NewWords(about, widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted})))
	}
	if rest := len(result.Files) - maxResults; rest > 0 {
		p.results.Add(widget.NewWords(w.say("proof.more", "count", fmt.Sprint(rest)), widget.Look{Color: widget.ColorMuted}))
	}
	p.done.Show()
}

// warnForced says that something was written past errors, where it was.
func (p *printPage) warnForced(problems []app.Problem) {
	if n := export.CountErrors(problems); n > 0 {
		p.results.Add(p.w.note("warning", theme.ColorNameWarning, p.w.say("print.forced", "count", fmt.Sprint(n))))
	}
}

func (p *printPage) openFolder() { p.w.openOutside(p.folder.Text) }

// useCard is one of the uses to choose from.
type useCard struct {
	*widget.Tap
	back *canvas.Rectangle
	dot  *canvas.Circle
}

func newUseCard(name, about string, do func()) *useCard {
	c := &useCard{back: canvas.NewRectangle(nil), dot: canvas.NewCircle(nil)}
	c.back.CornerRadius, c.back.StrokeWidth, c.dot.StrokeWidth = 10, 1, 2
	words := widget.Column(1, widget.NewWords(name, widget.Look{Bold: true}),
		widget.NewWords(about, widget.Look{Size: widget.SizeSmall, Color: widget.ColorMuted, Wrap: true}))
	dot := container.NewCenter(widget.Fixed(c.dot, 14, 14))
	c.Tap = widget.NewTap(container.NewStack(c.back, widget.Inset(widget.Border(nil, nil, dot, nil, widget.Inset(words, 0, 12)), 10, 14)), 10, do)
	return c
}

func (c *useCard) choose(on bool) {
	fill, line, dot := widget.ColorCard, widget.ColorLine, widget.ColorCard
	if on {
		fill, line, dot = widget.ColorChosen, theme.ColorNamePrimary, theme.ColorNamePrimary
	}
	c.back.FillColor, c.back.StrokeColor = theme.Color(fill), theme.Color(line)
	c.dot.FillColor, c.dot.StrokeColor = theme.Color(dot), theme.Color(theme.ColorNamePrimary)
	c.back.Refresh()
	c.dot.Refresh()
}

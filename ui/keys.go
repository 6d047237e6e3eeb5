package ui

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tiengtrong/app"
	"tiengtrong/app/file"
	"tiengtrong/app/seal"
	"tiengtrong/assets"
	"tiengtrong/ui/widget"
)

// keysSheet is where a school's keys are made, backed up and revoked, and where its register is signed.
type keysSheet struct {
	w      *Window
	store  seal.Store
	ring   *seal.Ring
	sheet  *sheet
	list   *fyne.Container
	told   *widget.Words
	revoke *widget.Button
}

// keys opens the sheet.
func (w *Window) keys() {
	store, err := seal.DefaultStore()
	if err != nil {
		w.tellError(err.Error())
		return
	}
	if app.Clean(w.doc.Event().School.Name) == "" {
		w.tellError(w.say("keys.no-school"))
		return
	}
	k := &keysSheet{w: w, store: store, list: widget.Column(6), told: widget.NewWords("", widget.Look{Wrap: true})}
	k.revoke = button(w.say("keys.revoke"), false, k.askRevoke)
	acts := widget.Columns(2, 10,
		button(w.say("keys.new"), false, k.rotate), button(w.say("keys.sign"), true, k.sign),
		button(w.say("keys.backup"), false, k.backup), button(w.say("keys.restore"), false, k.restore),
		button(w.say("keys.page"), false, k.page), k.revoke)
	content := widget.Column(12, widget.NewWords(w.say("keys.about"), widget.Look{Wrap: true, Color: widget.ColorMuted}),
		widget.Fixed(widget.Surface(widget.ColorCard, widget.ColorLine, 10, widget.Inset(container.NewVScroll(k.list), 8, 12)), 0, 120),
		acts, widget.Fixed(k.told, 0, 44))
	k.sheet = w.newSheet(w.say("keys.title", "school", w.doc.Event().School.Name), 680, content, button(w.say("answer.close"), false, func() { k.sheet.close() }))
	k.show()
}

// show lists the keys.
func (k *keysSheet) show() {
	ring, err := k.store.Ring(k.w.doc.Event().School.Name)
	k.list.RemoveAll()
	if err != nil {
		k.tell(err)
		return
	}
	k.ring = ring
	for _, key := range ring.Keys {
		k.list.Add(widget.NewWords(k.w.keyWords(key), widget.Look{}))
	}
	if len(ring.Keys) == 0 {
		k.list.Add(widget.NewWords(k.w.say("keys.none"), widget.Look{Color: widget.ColorMuted}))
	}
	enable(k.revoke, ring.Current() != nil)
	k.list.Refresh()
}

// keyWords tell of one key: since when, and what became of it.
func (w *Window) keyWords(key seal.Key) string {
	switch {
	case key.Revoked != nil:
		return w.say("keys.revoked", "id", key.ID, "date", shortDay(key.Revoked.Date), "reason", key.Revoked.Reason)
	case key.Until != "":
		return w.say("keys.replaced", "id", key.ID, "from", shortDay(key.From), "until", shortDay(key.Until))
	}
	return w.say("keys.in-use", "id", key.ID, "from", shortDay(key.From))
}

// shortDay writes "2025-10-01" as people do.
func shortDay(text string) string {
	if d, err := app.ParseDate(text); err == nil {
		return d.Short()
	}
	return text
}

func (k *keysSheet) today() string { return k.w.now().Format(time.DateOnly) }

// tell says why something failed.
func (k *keysSheet) tell(err error) {
	for bad, phrase := range map[error]string{
		seal.ErrNoKey: "keys.none", seal.ErrLostSecret: "keys.lost", seal.ErrWrongPassphrase: "keys.wrong-passphrase", seal.ErrNotBackup: "keys.not-backup",
	} {
		if errors.Is(err, bad) {
			k.w.tellError(k.w.say(phrase))
			return
		}
	}
	k.w.tellError(err.Error())
}

// done says what was done, and shows the keys as they are now; or why it failed.
func (k *keysSheet) done(err error, phrase string, pairs ...string) {
	if err != nil {
		k.tell(err)
		return
	}
	k.told.SetText(k.w.say(phrase, pairs...))
	k.show()
}

func (k *keysSheet) rotate() {
	_, err := k.store.Rotate(k.w.doc.Event().School.Name, k.today())
	k.done(err, "keys.made")
}

// sign signs the numbers of the register that ask for a code.
func (k *keysSheet) sign() {
	var done seal.Signing
	err := k.w.doc.Record(func(e *app.Event) (err error) {
		done, err = k.store.SignRegister(e)
		return err
	})
	k.done(cmp.Or(err, done.Note()), "keys.signed", "count", fmt.Sprint(done.Signed), "void", fmt.Sprint(done.Void))
}

// passphrase asks for the words that lock a backup.
func (k *keysSheet) passphrase(title string, then func(words string)) {
	entry := widget.NewSecret()
	var s *sheet
	take := func() { s.close(); then(entry.Text) }
	yes := button(title, true, take)
	yes.Disable()
	entry.OnChanged = func(text string) { enable(yes, len([]rune(text)) >= seal.ShortestPassphrase) }
	entry.OnSubmitted = func(string) {
		if !yes.Disabled() {
			take()
		}
	}
	s = k.w.newSheet(title, 460, k.w.labelled("keys.passphrase", entry), button(k.w.say("answer.cancel"), false, func() { s.close() }), yes)
	k.w.win.Canvas().Focus(entry)
}

// backup writes the keys, locked with a passphrase, into a file of the user's choice.
func (k *keysSheet) backup() {
	k.passphrase(k.w.say("keys.backup"), func(words string) {
		var data []byte
		var err error
		k.w.jobs.run(func() { data, err = k.store.Backup(k.ring.School, words) }, func() {
			k.writeTo("khoa-cua-truong.khoa", data, err, "keys.backed-up")
		})
	})
}

// page writes the page with which anybody can verify the school's certificates.
func (k *keysSheet) page() {
	data, err := seal.Page(assets.Sub("verify"), []*seal.Ring{k.ring})
	k.writeTo("xac-minh.html", data, err, "keys.page-written")
}

func (k *keysSheet) writeTo(name string, data []byte, err error, phrase string) {
	if err != nil {
		k.tell(err)
		return
	}
	w := k.w
	w.pick(wanted{title: w.say("keys.where"), action: w.say("action.save"), endings: []string{filepath.Ext(name)}, name: name, saving: true, start: w.lastFolder()}, func(path string) {
		err := file.WriteWhole(path, func(out io.Writer) error { _, err := out.Write(data); return err })
		k.done(err, phrase, "path", path)
	})
}

// restore takes keys from a backup.
func (k *keysSheet) restore() {
	w := k.w
	w.pick(wanted{title: w.say("keys.restore"), action: w.say("action.open-file"), endings: []string{".khoa"}, start: w.lastFolder()}, func(path string) {
		k.passphrase(w.say("keys.restore"), func(words string) {
			var err error
			w.jobs.run(func() {
				var data []byte
				if data, err = os.ReadFile(path); err == nil {
					_, err = k.store.Restore(data, words)
				}
			}, func() { k.done(err, "keys.restored") })
		})
	})
}

// askRevoke ends the key in use, which came into strange hands. What the register knows stays genuine.
func (k *keysSheet) askRevoke() {
	key := k.ring.Current()
	k.w.askReason(k.w.say("keys.revoke"), key.ID, []string{"Lộ khóa", "Mất máy tính"}, func(reason string) {
		err := k.ring.Revoke(key.ID, seal.Act{Date: k.today(), Reason: app.Clean(reason)}, k.w.doc.Event().SealedTexts())
		if err == nil {
			err = k.store.Save(k.ring)
		}
		k.done(err, "keys.revoked-now")
	})
}

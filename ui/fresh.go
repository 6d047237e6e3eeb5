package ui

import "tiengtrong/app"

// The names that new things get until people give them better ones. They may be printed, in a program's heading
// or on a slug line, so that they are Vietnamese whatever the language of the screen.
const (
	newCeremonyName    = "Hoạt động mới"
	newAskName         = "Đối tượng mới"
	newCertificateName = "Giấy khen mới"
	newMaterialName    = "Chất liệu mới"
)

// schoolField stands in the words of pieces for the school's name, whatever that is.
const schoolField = "{trường}"

// catchUpReason is why items are left out or shortened by proposal; a report prints it.
const catchUpReason = "để kịp giờ"

// copyOf names a copy.
func copyOf(name string) string { return name + " (bản sao)" }

// askFacts shows where the facts of a new event are typed, with the cursor in the first one that is missing; nothing of the
// kind where all are there.
func (w *Window) askFacts() {
	e := w.doc.Event()
	for _, fact := range []struct {
		field   string
		missing bool
	}{
		{"field.event-from", e.Day().IsZero()}, {"field.school-name", app.Clean(e.School.Name) == ""}, {"field.signer-name", app.Clean(e.School.Head.Name) == ""},
	} {
		if fact.missing {
			p := w.turnTo("overview").(*overviewPage)
			p.tabs.Select(1)
			w.win.Canvas().Focus(p.facts.fields()[fact.field].focus)
			return
		}
	}
}

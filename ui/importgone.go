package ui

import (
	"fmt"

	"fyne.io/fyne/v2"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// stays says who of the old list stays that the new one doesn't have.
type stays int

const (
	staysOpen stays = iota - 1 // nobody has said; of a few, those with a number stay
	staysAll                   // the places of the answers
	staysNumbered
	staysNobody
)

// goneMany tells whether so many would go that it is asked first: more than five, or than a tenth of the old list. Of a wrong
// file that is nearly everybody.
func (im *listImport) goneMany(gone []*app.Recipient) bool {
	old := im.old()
	return old != nil && !im.replace && (len(gone) > 5 || 10*len(gone) > len(old.Recipients))
}

// asksGone tells whether somebody still has to say what becomes of those who would go.
func (im *listImport) asksGone(gone []*app.Recipient) bool {
	return im.stay == staysOpen && im.goneMany(gone)
}

// numbers are the numbers in force, by who has them.
func (im *listImport) numbers() map[app.ID]string {
	numbers := map[app.ID]string{}
	for _, v := range im.w.doc.Event().Entries() {
		if v.InForce() {
			numbers[v.Recipient] = v.Number
		}
	}
	return numbers
}

// keeps tells of each who isn't in the new list whether that one stays, by who has a number.
func (im *listImport) keeps(numbers map[app.ID]string) func(*app.Recipient) bool {
	return func(r *app.Recipient) bool {
		return im.stay == staysAll || im.stay != staysNobody && numbers[r.ID] != ""
	}
}

// goneQuestion asks what becomes of those whom the new list doesn't have.
type goneQuestion struct {
	im      *listImport
	box     *fyne.Container // hidden where nobody goes
	asks    *widget.Words
	answers *widget.Choice
}

func newGoneQuestion(im *listImport, decided func()) *goneQuestion {
	w := im.w
	q := &goneQuestion{im: im, asks: widget.NewWords("", widget.Look{Bold: true, Wrap: true})}
	q.answers = widget.NewChoice(w.say("import.gone-keep"), w.say("import.gone-numbered"), w.say("import.gone-drop"))
	q.answers.OnChoose = func(i int) {
		im.stay = stays(i)
		decided()
	}
	q.box = question(q.asks, q.answers)
	return q
}

// show tells how many they are, or how many go where the old list is replaced, and what was decided.
func (q *goneQuestion) show(gone []*app.Recipient) {
	im, phrase := q.im, "import.gone-ask"
	if im.replace {
		gone, phrase = im.old().Recipients, "import.gone-replaced"
	}
	numbers, numbered := im.numbers(), 0
	for _, r := range gone {
		if numbers[r.ID] != "" {
			numbered++
		}
	}
	q.asks.SetText(im.w.say(phrase, "count", fmt.Sprint(len(gone)), "numbered", fmt.Sprint(numbered)))
	q.box.Hidden, q.answers.Hidden = len(gone) == 0, im.replace
	switch {
	case im.stay != staysOpen:
		q.answers.Mark(int(im.stay))
	case im.goneMany(gone):
		q.answers.Mark(-1)
	default:
		q.answers.Mark(int(staysNumbered))
	}
}

// heap lists them, each with what becomes of that one.
func (q *goneQuestion) heap(gone []*app.Recipient) heap {
	w, numbers, asks := q.im.w, q.im.numbers(), q.im.asksGone(gone)
	keeps := q.im.keeps(numbers)
	fate := func(r *app.Recipient) string {
		switch {
		case asks:
			return w.say("import.fate-open")
		case keeps(r):
			return w.say("import.fate-stays")
		}
		return w.say("import.fate-goes")
	}
	return heap{phrase: "import.gone", heads: [3]string{"import.head-row", "import.head-person", "import.head-fate"}, lead: 80, count: len(gone),
		line: func(i int) [3]string {
			r := gone[i]
			number := numbers[r.ID]
			if number != "" {
				number = w.say("import.has-number", "number", number)
			}
			return [3]string{fmt.Sprint(r.Row), w.person(r), joined("  ·  ", fate(r), number)}
		}}
}

package pack

import (
	"bytes"
	"math"
	"path"
	"strings"
	"unicode"

	"tiengtrong/print"
	"tiengtrong/print/pdf/conform"
)

// checkOrder finds contradictions between the forms of the order, and files that nobody ordered.
func (v *verifier) checkOrder() {
	t := v.report.Ticket
	if t.Format == "" {
		return // there is none
	}
	if len(t.Pieces) == 0 {
		v.find("empty", ticketJSON)
	}
	for _, name := range []string{ticketPDF, ticketXJDF} {
		if v.files[name] == nil {
			v.find("missing", name)
		}
	}
	if given, err := v.content(ticketXJDF, maxText); err == nil {
		if want, err := XJDF(t); err != nil || !bytes.Equal(given, want) {
			v.find("tickets-differ", ticketXJDF)
		}
	}
	v.checkWords(t)
	v.checkFigures(t)
	v.checkOrdered(t)
}

// checkOrdered finds files that the order doesn't tell of.
func (v *verifier) checkOrdered(t print.Ticket) {
	ordered := map[string]bool{ticketJSON: true, ticketPDF: true, ticketXJDF: true, sumsFile: true}
	for _, p := range t.Pieces {
		ordered[p.File], ordered[p.Preview] = true, true
	}
	for name := range sorted(v.files) {
		if !ordered[name] {
			v.find("not-ordered", name)
		}
	}
}

// checkWords reads the printed order back: the words of every piece and the total must stand there.
func (v *verifier) checkWords(t print.Ticket) {
	data, err := v.content(ticketPDF, maxFile)
	if err != nil {
		return // which is told already
	}
	file, err := conform.Read(data)
	if err != nil {
		v.find("no-pdf", ticketPDF)
		return
	}
	printed := squeezed(file.Text())
	for _, p := range t.Pieces {
		for _, words := range []string{p.Name, p.Order, path.Base(p.File)} {
			if !strings.Contains(printed, squeezed(words)) {
				v.find("words-differ", ticketPDF, "words", words)
				return
			}
		}
	}
	if !strings.Contains(printed, squeezed(t.Total())) {
		v.find("words-differ", ticketPDF, "words", t.Total())
	}
}

// squeezed leaves of a text what tells orders apart in any layout: the letters and digits that Vietnamese fonts have, and the
// signs within figures. Spaces come and go with the lines, and other signs may have been replaced.
func squeezed(text string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x1F00 && (unicode.IsLetter(r) || unicode.IsDigit(r)) || strings.ContainsRune(",.×=", r) {
			return r
		}
		return -1
	}, text)
}

// checkFigures adds up the order again.
func (v *verifier) checkFigures(t print.Ticket) {
	again := print.Ticket{}
	for _, p := range t.Pieces {
		again.Add(p, float64(p.UnitPrice))
	}
	if math.Abs(again.AreaM2-t.AreaM2) > 0.005 || math.Abs(again.OpenM2-t.OpenM2) > 0.005 || again.Price != t.Price || again.Unpriced != t.Unpriced {
		v.find("wrong-total", ticketJSON)
	}
	for i, p := range t.Pieces {
		if q := again.Pieces[i]; q.AreaM2 != p.AreaM2 || q.Price != p.Price || q.Order != p.Order || p.Copies < 1 || p.Pages < 1 {
			v.find("wrong-figures", p.File)
		}
	}
}

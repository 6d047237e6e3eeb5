package print

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"tiengtrong/app"
)

// anyText returns up to most words, as often none as some.
func anyText(r *rand.Rand, most int) string {
	words := strings.Fields("Lễ chào cờ, hát Quốc ca; phát biểu của Ban giám hiệu nghiêng nghiêng nhường nhịn Ẫ Ặ trao thưởng cho học sinh")
	var out []string
	for range r.IntN(2) * r.IntN(most+1) {
		out = append(out, words[r.IntN(len(words))])
	}
	return strings.Join(out, " ")
}

// anyProgram returns n items as people write them: many are a title alone, some have everything.
func anyProgram(r *rand.Rand, n int) []app.Item {
	var items []app.Item
	part, parts := "", r.IntN(2) == 0
	rich := r.IntN(3) > 0
	now := app.Clock(7 * 60)
	for i := range n {
		if parts && (i == 0 || r.IntN(6) == 0) {
			part = []string{"", "Phần lễ", "Phần hội"}[r.IntN(3)]
		}
		it := app.NewItem(strings.TrimSpace(fmt.Sprintf("Mục %d %s", i+1, anyText(r, 4))))
		it.Minutes, it.Part = r.IntN(9), part
		if r.IntN(8) == 0 {
			it.HardStart = now + app.Clock(r.IntN(9))
		}
		if rich {
			it.Title += " " + anyText(r, 14)
			it.Who, it.Where, it.Notes, it.Script = anyText(r, 10), anyText(r, 6), anyText(r, 20), anyText(r, 120)
			it.Optional = r.IntN(4) == 0
			for _, crew := range app.Crews {
				it.SetCue(crew, anyText(r, 8))
			}
		}
		now += app.Clock(it.Minutes)
		items = append(items, it)
	}
	return items
}

// TestAnyProgramFits lays out programs of every length on each paper that has their items: rows break to the next page, and
// nothing lies on anything else or beyond the margins.
func TestAnyProgramFits(t *testing.T) {
	e, c := launch(t)
	s := studio(t)
	papers := []struct {
		name  string
		lay   func(*app.Event, app.Ceremony) ([]*Page, []app.Problem)
		check func(*testing.T, []*Page)
	}{
		{"program", s.Program, checkDocument}, {"run sheet", s.RunSheet, checkWorksheet}, {"script", s.Script, checkWorksheet},
	}
	for n := 1; n <= 60; n++ {
		r := rand.New(rand.NewPCG(uint64(n), 20))
		c.Program.Items, c.NotesKept = anyProgram(r, n), r.IntN(2) == 0
		for _, paper := range papers {
			pages, problems := paper.lay(e, c)
			if len(problems) > 0 {
				t.Errorf("%s of %d items: %v", paper.name, n, problems)
			}
			paper.check(t, pages)
			for i := range n {
				if title := fmt.Sprintf("Mục %d", i+1); !strings.Contains(said(pages), title) {
					t.Errorf("%s of %d items lacks %q", paper.name, n, title)
				}
			}
			if t.Failed() {
				return
			}
		}
	}
}

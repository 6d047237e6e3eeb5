package print

import (
	"strings"
	"testing"

	"tiengtrong/app"
)

func TestProgramWithParts(t *testing.T) {
	e, c := rehearsed(t)
	pages, problems := studio(t).Program(e, c)
	if len(problems) != 0 {
		t.Errorf("problems: %v", problems)
	}
	checkDocument(t, pages)
	golden(t, "program-parts.txt", dumpPages(pages))
	all := said(pages)
	for _, want := range []string{"PHẦN LỄ (07:00 - 08:00 · 1 giờ) 07:00 - 07:15", "PHẦN HỘI (08:05 - 08:40 · 35 phút) 08:05 - 08:10"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not printed in %s", want, all)
		}
	}
}

// TestAPartsHeadingStaysWithItsItems tries programs of many lengths: no page ends with the heading of a part, whether in the
// program, the run sheet or the script.
func TestAPartsHeadingStaysWithItsItems(t *testing.T) {
	e, c := rehearsed(t)
	layouts := worksheets(t)
	layouts["program"] = studio(t).Program
	for name, lay := range layouts {
		for first := range 12 {
			c := withItems(c, 14)
			for i := range c.Program.Items {
				c.Program.Items[i].Part = map[bool]string{true: "Phần lễ", false: "Phần hội"}[i <= first]
			}
			pages, problems := lay(e, c)
			if len(problems) > 0 {
				t.Errorf("%s, %d items before: %v", name, first+1, problems)
			}
			for n, page := range pages {
				text := said([]*Page{page})
				if at := strings.Index(text, "PHẦN HỘI"); at >= 0 && !strings.Contains(text[at:], c.Program.Items[first+1].Title) {
					t.Errorf("%s, %d items before: page %d ends with a heading", name, first+1, n+1)
				}
			}
		}
	}
}

func TestAPartWithoutAnHourTellsItsLength(t *testing.T) {
	c := app.Ceremony{Start: app.NoClock, Program: app.Program{Items: []app.Item{app.NewItem("Chào cờ")}}}
	c.Program.Items[0].Part = "Phần lễ"
	pages, _ := studio(t).Program(app.NewEvent(), c)
	if all := said(pages); !strings.Contains(all, "PHẦN LỄ (05 phút)") || strings.Contains(all, "00:0") {
		t.Error(all)
	}
}

// The notes of those who run the day aren't for delegates, unless the school wants them there.
func TestProgramKeepsNotesFromDelegates(t *testing.T) {
	e, c := launch(t)
	for kept, want := range map[bool]int{true: 0, false: 1} {
		c.NotesKept = kept
		pages, _ := studio(t).Program(e, c)
		text := strings.Join(printed(pages), " ")
		if got := strings.Count(text, "micro đã thử"); got != want {
			t.Errorf("kept: %v, and the note stands there %d times", kept, got)
		}
		if strings.Contains(text, "Ghi chú") == kept || !strings.Contains(text, "Bục phát biểu") {
			t.Errorf("kept: %v, and the columns are wrong", kept)
		}
	}
}

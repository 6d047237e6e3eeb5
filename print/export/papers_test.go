package export_test

import (
	"slices"
	"strings"
	"testing"

	"tiengtrong/app"
	"tiengtrong/print/export"
)

// TestAPaperThatIsNotChosenBlocksNothing: what doesn't fit on the run sheet is told of the run sheet alone, and a letter that
// no paper can print, once, of each paper.
func TestAPaperThatIsNotChosenBlocksNothing(t *testing.T) {
	e := event()
	it := &e.Ceremonies[0].Program.Items[0]
	it.SetCue(app.Sound, strings.Repeat("Nhạc nền trang trọng ", 200))
	it.Title += " 🎵"
	found := export.Proof(e, studio(t), export.All())
	concerns := func(code string, kinds ...export.Kind) int {
		return len(slices.DeleteFunc(export.Concerning(found, kinds), func(p app.Problem) bool { return p.Code != code }))
	}
	if concerns("text-too-long", export.RunSheets) != 1 || concerns("text-too-long", export.Programs, export.Scripts, export.Certificates) != 0 {
		t.Errorf("a cue that is too long for the run sheet: %v", found)
	}
	for _, kind := range []export.Kind{export.Programs, export.RunSheets, export.Scripts} {
		if n := concerns("missing-glyph", kind); n != 1 {
			t.Errorf("%d letters that the %s lacks: %v", n, kind, found)
		}
	}
	if n := concerns("missing-glyph", export.All()...); n != 1 {
		t.Errorf("one letter is told %d times", n)
	}
}

package ui

import (
	"strings"
	"testing"

	"tiengtrong/app"
)

func BenchmarkKeystrokeToPreview(b *testing.B) {
	w := open(b, sample(b))
	g := w.turnTo("banners").(*gallery[app.Banner])
	entry := entryOf(b, w, "field.banner-text")
	text := entry.Text
	b.ResetTimer()
	for i := range b.N {
		before := g.paper.page
		entry.SetText(text + strings.Repeat("!", i%3+1))
		if g.paper.page == before {
			b.Fatal("the preview did not change")
		}
	}
}

// crowd returns the sample with a list of so many recipients.
func crowd(b *testing.B, n int) *app.Event {
	e := sample(b).Clone()
	r := app.NewRoster("crowd")
	for i := range n {
		c := *e.Rosters[0].Recipients[i%412]
		c.ID = app.NewID()
		r.Recipients = append(r.Recipients, &c)
	}
	e.ReplaceRoster(e.Certificates[0].ID, r)
	return e
}

func BenchmarkKeystrokeBeside100000Recipients(b *testing.B) {
	w := open(b, crowd(b, 100_000))
	p := w.turnTo("certificates").(*certificatesPage)
	p.tabs.Select(rosterTab)
	entry := entryOf(b, w, "field.recipient-name")
	text := entry.Text
	b.ResetTimer()
	for i := range b.N {
		entry.SetText(text + strings.Repeat("n", i%3+1))
	}
}

func BenchmarkScroll100000Recipients(b *testing.B) {
	w := open(b, crowd(b, 100_000))
	p := w.turnTo("certificates").(*certificatesPage)
	p.tabs.Select(rosterTab)
	b.ResetTimer()
	for i := range b.N {
		p.roster.list.ScrollToOffset(float32(i%100_000) * 36)
	}
}

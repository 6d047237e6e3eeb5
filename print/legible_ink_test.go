package print

import (
	"strings"
	"testing"

	"tiengtrong/app"
)

func own(c, m, y, k float32) app.OwnInk {
	return app.OwnInk{Ink: Ink{C: c, M: m, Y: y, K: k}, Own: true}
}

func TestPieceIsPrintedInItsOwnInks(t *testing.T) {
	s, e := studio(t), app.NewEvent()
	blue := Ink{C: 100, M: 60, K: 10}
	b := app.NewBanner("Băng rôn", "Học tập suốt đời")
	p := app.NewPoster("Áp phích", "Đọc sách")
	for _, test := range []struct {
		name string
		page func() *Page
		inks *app.OwnInks
	}{
		{"banner", func() *Page { page, _ := s.Banner(e, b); return page }, &b.Inks},
		{"poster", func() *Page { page, _ := s.Poster(e, p); return page }, &p.Inks},
	} {
		if strings.Contains(Dump(test.page()), blue.String()) {
			t.Fatalf("a %s has the blue without being asked", test.name)
		}
		test.inks.Ground = app.OwnInk{Ink: blue, Own: true}
		if !strings.Contains(Dump(test.page()), blue.String()) {
			t.Errorf("a %s on its own ground isn't", test.name)
		}
	}
}

func TestEveryStylesWordsStandOut(t *testing.T) {
	s, e := studio(t), app.NewEvent()
	check := func(code string, found []app.Problem) {
		for _, p := range found {
			if p.Args["ink"] != "" {
				t.Errorf("%s: %s %v", code, p.Code, p.Args)
			}
		}
	}
	for _, style := range s.Styles().Banners {
		b := app.NewBanner("Băng rôn", "Học tập suốt đời")
		b.Style = style.Code
		_, found := s.Banner(e, b)
		check(style.Code, found)
	}
	for _, style := range s.Styles().Posters {
		p := app.NewPoster("Áp phích", "Đọc sách")
		p.Style = style.Code
		_, found := s.Poster(e, p)
		check(style.Code, found)
	}
}

func TestOwnInksAreJudged(t *testing.T) {
	s, e := studio(t), app.NewEvent()
	for _, test := range []struct {
		name       string
		change     func(*app.OwnInks)
		code       string
		severity   app.Severity
		ink, other string
	}{
		{"no change", func(*app.OwnInks) {}, "", "", "", ""},
		{"exactly the limit", func(i *app.OwnInks) { i.Second = own(100, 100, 100, 0) }, "", "", "", ""},
		{"past the limit", func(i *app.OwnInks) { i.Second = own(100, 100, 100, 1) }, "ink-too-much", app.Error, "second", ""},
		{"red on red", func(i *app.OwnInks) { i.Title = own(0, 100, 100, 0) }, "ink-too-faint", app.Warning, "title", "ground"},
		{"yellow under yellow", func(i *app.OwnInks) { i.Ground, i.Text = own(0, 0, 100, 0), own(0, 0, 0, 100) }, "ink-too-faint", app.Warning, "ground", "title"},
	} {
		b := app.NewBanner("Băng rôn", "Học tập suốt đời")
		test.change(&b.Inks)
		_, found := s.Banner(e, b)
		var judged []app.Problem
		for _, p := range found {
			if p.Args["ink"] != "" {
				judged = append(judged, p)
			}
		}
		if test.code == "" && len(judged) == 0 {
			continue
		}
		ok := false
		for _, p := range judged {
			ok = ok || p.Code == test.code && p.Severity == test.severity && p.Args["ink"] == test.ink && (test.other == "" || p.Args["other-ink"] == test.other)
		}
		if !ok {
			t.Errorf("%s: %v", test.name, judged)
		}
	}
}

func TestFootersStandOutFromTheirBand(t *testing.T) {
	c := studio(t).Condition
	if c.wordsOn(Ink{C: 100, M: 90, Y: 35, K: 40}) != White || c.wordsOn(Ink{Y: 60}) != Black {
		t.Error("words on a dark band are white, and on a light one black")
	}
}

package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

func TestSlogansAreFoundByAllWordsAndTags(t *testing.T) {
	w := open(t, sample(t))
	p := w.turnTo("slogans").(*slogansPage)
	test.Type(p.search, "MAI hoc")
	if len(p.found) != 1 || len(p.stock.found) != 1 {
		t.Errorf("found %d and %d slogans", len(p.found), len(p.stock.found))
	}
	p.search.Fill("")
	p.tags.toggle("chủ đề")
	for _, i := range p.stock.found {
		if s := p.stock.all[i]; !strings.Contains(listed(s.Tags), "chủ đề") {
			t.Errorf("%q does not bear the tag", s.Text)
		}
	}
	if len(p.stock.found) < 3 || len(p.found) == 0 {
		t.Errorf("the tag finds %d and %d", len(p.found), len(p.stock.found))
	}
	p.tags.toggle("chủ đề")
	if len(p.found) != len(w.doc.Event().Slogans) {
		t.Error("a tag that was chosen twice still hides slogans")
	}
}

func TestAUseLeadsToItsPiece(t *testing.T) {
	w := open(t, sample(t))
	w.turnTo("slogans").(*slogansPage).uses.Objects[0].(*widget.Tap).Tapped(nil)
	if w.current != "posters" {
		t.Errorf("a click on a poster leads to %s", w.current)
	}
}

func TestANearMissIsMarkedAndMended(t *testing.T) {
	e := sample(t)
	s := app.NewSlogan(strings.Replace(e.Theme, "Học để", "Học tập để", 1))
	e.Slogans = append(e.Slogans, s)
	w := open(t, e)
	w.goTo(app.Subject{Kind: app.OfSlogan, ID: s.ID})
	says(t, "near miss", seen(w), "Khác nguyên văn", "[tập]", "gần giống nguyên văn")
	tapIn(t, w.win.Content(), w.say("slogans.mend"))
	if got := app.Find(w.doc.Event().Slogans, s.ID).Text; got != e.Theme {
		t.Errorf("mended to %q", got)
	}
	if strings.Contains(seen(w), "Khác nguyên văn") {
		t.Error("the right wording is still flagged")
	}
}

func TestTheCatalogueIsCopiedAndUsed(t *testing.T) {
	w := open(t, app.NewEvent())
	p := w.turnTo("slogans").(*slogansPage)
	p.tabs.Select(1)
	test.Type(p.search, "khai mo tuong lai")
	p.search.Fill("")
	test.Type(p.search, "chia khoa tuong lai")
	says(t, "catalogue", seen(w), "Tri thức là chìa khóa mở cửa tương lai", "Năm 2017")
	tapIn(t, w.win.Content(), w.say("slogans.take"))
	if list := w.doc.Event().Slogans; len(list) != 1 || list[0].Year != 2017 || p.tabs.Selected() != 0 {
		t.Fatalf("copied: %+v", list)
	}
	w.doc.Undo()
	p.tabs.Select(1)
	p.makeBanner()
	if e := w.doc.Event(); w.current != "banners" || len(e.Banners) != 1 || e.Banners[0].Text != p.stock.current().Text {
		t.Errorf("%s, %d banners", w.current, len(e.Banners))
	}
}

// tapIn presses the button with those words.
func tapIn(t *testing.T, o fyne.CanvasObject, words string) {
	t.Helper()
	for _, part := range test.LaidOutObjects(o) {
		if b, ok := part.(*widget.Button); ok && b.Text == words {
			b.OnTapped()
			return
		}
	}
	t.Fatalf("there is no button %q", words)
}

func TestSloganBecomesBanner(t *testing.T) {
	e := sample(t)
	w := open(t, e)
	p := w.turnTo("slogans").(*slogansPage)
	p.edit.choose(6)
	p.makeBanner()
	banners := w.doc.Event().Banners
	if len(banners) != len(e.Banners)+1 || banners[len(banners)-1].Text != e.Slogans[6].Text {
		t.Fatal("no banner was made of the slogan")
	}
	if w.current != "banners" {
		t.Errorf("the window shows %s", w.current)
	}
}

func TestSloganBecomesEveryFormatInOneStep(t *testing.T) {
	e := sample(t)
	w := open(t, e)
	p := w.turnTo("slogans").(*slogansPage)
	p.makeSet()
	if now := w.doc.Event(); len(now.Banners) != len(e.Banners)+len(app.BannerKinds) || len(now.Posters) != len(e.Posters)+1 {
		t.Fatalf("%d banners, %d posters", len(now.Banners), len(now.Posters))
	}
	w.doc.Undo()
	if now := w.doc.Event(); len(now.Banners) != len(e.Banners) || len(now.Posters) != len(e.Posters) {
		t.Error("one undo must take back the whole set")
	}
}

// The headline of a banner and of a poster is held against the theme as slogans are.
func TestAHeadlineThatMissesTheThemeIsMended(t *testing.T) {
	w := open(t, sample(t))
	theme := w.doc.Event().Theme
	near := strings.Replace(theme, "tri thức", "trí thức", 1)
	w.doc.Edit("", "", func(e *app.Event) { e.Basis, e.Banners[0].Text, e.Posters[0].Title = "", near, near })
	for _, name := range []pageName{"banners", "posters"} {
		p := w.turnTo(name)
		said := strings.Join(textsOf(p.content()), "\n")
		says(t, string(name), said, "[trí]", "+tri")
		if strings.Contains(said, w.say("slogans.near-title")+" –") {
			t.Errorf("%s: a source is announced that isn't there", name)
		}
		tapIn(t, p.content(), w.say("slogans.mend"))
		if said := strings.Join(textsOf(p.content()), "\n"); strings.Contains(said, w.say("slogans.near-title")) {
			t.Errorf("%s: it is still said to differ", name)
		}
	}
	if e := w.doc.Event(); e.Banners[0].Text != theme || e.Posters[0].Title != theme {
		t.Errorf("mended: %q, %q", e.Banners[0].Text, e.Posters[0].Title)
	}
}

package ui

import (
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"tiengtrong/app"
	"tiengtrong/ui/widget"
)

// selectOf returns the list under a label of the page that is seen.
func selectOf(t testing.TB, w *Window, label string) *widget.Select {
	t.Helper()
	parts := test.LaidOutObjects(w.place)
	for i, part := range parts {
		if words, ok := part.(*widget.Words); !ok || words.Text() != w.say(label) {
			continue
		}
		for _, next := range parts[i+1:] {
			if list, ok := next.(*widget.Select); ok {
				return list
			}
			if _, ok := next.(*widget.Words); ok {
				break // it is no label of a list
			}
		}
	}
	t.Fatalf("no list %s is seen", label)
	return nil
}

// oneStep checks that an edit is one step of undo, and takes it back.
func oneStep(t testing.TB, w *Window, before *app.Event, what string) {
	t.Helper()
	if w.doc.Event() == before {
		t.Errorf("%s: nothing was edited", what)
	}
	if w.doc.Undo(); w.doc.Event() != before {
		t.Errorf("%s: one undo does not lead back", what)
	}
}

func TestShopFields(t *testing.T) {
	e := sample(t)
	w := open(t, e)
	w.turnTo("print").(*printPage).tabs.Select(shopTab)
	for field, c := range map[string]struct {
		text string
		got  func(app.Shop) any
		want any
	}{
		"field.shop-name":    {"Xưởng Minh", func(s app.Shop) any { return s.Name }, "Xưởng Minh"},
		"field.shop-note":    {"hỏi 1/9", func(s app.Shop) any { return s.Note }, "hỏi 1/9"},
		"field.shop-rolls":   {"1200; 3,2 m", func(s app.Shop) any { return s.RollsMM }, []float64{1200, 3200}},
		"field.shop-machine": {"3,3 m", func(s app.Shop) any { return s.MachineMM }, 3300.0},
		"field.shop-hem":     {"25", func(s app.Shop) any { return s.HemMM }, 25.0},
		"field.shop-pocket":  {"60", func(s app.Shop) any { return s.PocketMM }, 60.0},
		"field.shop-weld":    {"1,5 cm", func(s app.Shop) any { return s.WeldMM }, 15.0},
		"field.shop-frame":   {"70", func(s app.Shop) any { return s.FrameMM }, 70.0},
		"field.shop-eyelet":  {"400", func(s app.Shop) any { return s.EyeletMM }, 400.0},
		"field.shop-bleed":   {"5", func(s app.Shop) any { return s.BleedMM }, 5.0},
		"field.shop-safe":    {"40", func(s app.Shop) any { return s.SafeMM }, 40.0},
	} {
		entry := entryOf(t, w, field)
		entry.SetText("")
		test.Type(entry, c.text)
		if got := c.got(w.doc.Event().Printer()); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s holds %v, want %v", field, got, c.want)
		}
		entry.OnLeave()
		for w.doc.UndoLabel() != "" {
			w.doc.Undo()
		}
		if w.doc.Event() != e {
			t.Errorf("%s: undo does not lead back", field)
		}
	}
}

func TestShopFieldIsOneStep(t *testing.T) {
	e := sample(t)
	w := open(t, e)
	w.turnTo("print").(*printPage).tabs.Select(shopTab)
	entry := entryOf(t, w, "field.shop-hem")
	w.win.Canvas().Focus(entry)
	test.Type(entry, "1")
	test.Type(entry, "2")
	oneStep(t, w, e, "typing a measure")
}

func TestShopPresets(t *testing.T) {
	e := sample(t)
	w := open(t, e)
	w.turnTo("print").(*printPage).tabs.Select(shopTab)
	list := selectOf(t, w, "field.shop-preset")
	list.SetSelected("Xưởng có máy in 3,2 m")
	if shop := w.doc.Event().Printer(); shop.Code != "may-3m2" || len(shop.Materials) == 0 {
		t.Errorf("the preset gives %+v", shop)
	}
	entryOf(t, w, "field.shop-name").SetText("Xưởng Minh")
	if list.SelectedIndex() >= 0 {
		t.Error("the shop is still called a preset after it was edited")
	}
	list.SetSelected("Xưởng có máy in 3,2 m")
	if w.doc.Event().Printer().Name == "Xưởng Minh" {
		t.Error("the preset does not come back")
	}
	w.doc.Undo()
	w.doc.Undo()
	oneStep(t, w, e, "choosing a preset")
}

func TestMaterials(t *testing.T) {
	e := sample(t)
	w := open(t, e)
	p := w.turnTo("print").(*printPage)
	p.tabs.Select(shopTab)
	standard := app.StandardShop().Materials
	p.shop.add()
	if got := w.doc.Event().Shop.Materials; len(got) != len(standard)+1 || got[len(standard)].Name != newMaterialName {
		t.Fatalf("after adding: %+v", got)
	}
	oneStep(t, w, e, "adding a material")
	if len(p.shop.rows) != len(standard) {
		t.Errorf("after undo there are %d rows", len(p.shop.rows))
	}
	name, price := p.shop.fieldsOf(t, 1)
	name.SetText("PP trong")
	oneStep(t, w, e, "naming a material")
	test.Type(price, "1")
	price.SetText("90.000")
	if got := w.doc.Event().Printer().Material("pp").Price; got != 90000 {
		t.Errorf("the price is %v", got)
	}
	oneStep(t, w, e, "pricing a material")
	p.shop.remove("decal")
	if shop := w.doc.Event().Printer(); shop.Material("decal") != nil || len(p.shop.rows) != len(standard)-1 {
		t.Errorf("after removing: %+v", shop.Materials)
	}
	oneStep(t, w, e, "removing a material")
	if app.StandardShop().Materials[1].Name != "PP cán màng" {
		t.Error("the standard shop was edited")
	}
}

// fieldsOf returns the fields of the name and of the price of a material.
func (v *shopView) fieldsOf(t testing.TB, i int) (name *widget.Entry, price *widget.Entry) {
	t.Helper()
	for _, part := range test.LaidOutObjects(v.rows[i].box) {
		switch o := part.(type) {
		case *widget.Parsed[float64]:
			price = o.Entry
		case *widget.Entry:
			if price == nil || o != price {
				name = o
			}
		}
	}
	if name == nil || price == nil {
		t.Fatalf("material %d has no fields", i)
	}
	return name, price
}

func TestABadMeasureLeadsToTheShop(t *testing.T) {
	w := open(t, sample(t))
	w.doc.Edit("", "", func(e *app.Event) { e.Shop = app.StandardShop(); e.Shop.EyeletMM = 0 })
	w.jobs.rest()
	for _, p := range w.problems {
		if p.Code == "shop-bad-measure" {
			w.goToProblem(p)
		}
	}
	if w.current != "print" || w.pages["print"].(*printPage).tabs.Selected() != shopTab {
		t.Errorf("the problem leads to %s", w.current)
	}
}

func TestPricesAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string]float64{"45000": 45000, "45.000 đ": 45000, "1,200,000": 1200000, "": 0, " 90 000 ₫": 90000} {
		if got, err := parsePrice(text); err != nil || got != want {
			t.Errorf("%q is read as %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"-5", "năm nghìn", "99999999999999", "45k"} {
		if got, err := parsePrice(text); err == nil {
			t.Errorf("%q is read as %v", text, got)
		}
	}
	if got := formatPrice(1234567); got != "1.234.567" {
		t.Errorf("a price is written %q", got)
	}
}

func TestRollsAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string]string{"1600": "1600", "1600;3,2 m; ": "1600; 3200"} {
		if got, err := parseRolls(text); err != nil || got != want {
			t.Errorf("%q is read as %q, %v", text, got, err)
		}
	}
	for _, text := range []string{"", ";", "rộng", "1600; x"} {
		if got, err := parseRolls(text); err == nil {
			t.Errorf("%q is read as %q", text, got)
		}
	}
}

func TestBannerFinishing(t *testing.T) {
	e := sample(t)
	w := open(t, e)
	g := w.turnTo("banners").(*gallery[app.Banner])
	entryOf(t, w, "field.piece-distance").SetText("40 m")
	if got := w.doc.Event().Banners[0].Distance; got != 40 {
		t.Errorf("the distance is %v", got)
	}
	oneStep(t, w, e, "the distance")
	g.tabs.Select(1)
	for field, c := range map[string]struct {
		choose string
		want   app.Finish
	}{
		"field.banner-edge":     {"Dán xỏ cây", app.Finish{Edge: app.PocketEdge}},
		"field.banner-eyelets":  {"Không khoen", app.Finish{Eyelets: app.No}},
		"field.banner-material": {"Decal", app.Finish{Material: "decal"}},
	} {
		selectOf(t, w, field).SetSelected(c.choose)
		if got := w.doc.Event().Banners[0].Finish; got != c.want {
			t.Errorf("%s: the finish is %+v, want %+v", field, got, c.want)
		}
		oneStep(t, w, e, field)
	}
	if got := selectOf(t, w, "field.banner-edge").Selected; got != "Thường lệ: Dán biên" {
		t.Errorf("of a strip whose edge is left open is said %q", got)
	}
}

func TestBannerTellsHowFarItReads(t *testing.T) {
	w := open(t, sample(t))
	w.turnTo("banners")
	text := seen(w)
	page, _ := w.studio.Banner(w.doc.Event(), w.doc.Event().Banners[0])
	reads := page.Legibility()
	want := "6 × 0,9 m  ·  " + w.readingWords(float64(reads.Capitals), reads.Well, reads.Limit)
	if !strings.Contains(text, want) || !strings.Contains(want, "Chữ cao 1") {
		t.Errorf("%q is not said", want)
	}
}

func TestFinishingIsShownOnDemand(t *testing.T) {
	e := sample(t)
	w := open(t, e)
	g := w.turnTo("banners").(*gallery[app.Banner])
	plain := g.paper.sheet.Image
	g.finish.SetChecked(true)
	shown := g.paper.sheet.Image
	if reflect.DeepEqual(plain, shown) {
		t.Error("the finishing is not seen")
	}
	g.finish.SetChecked(false)
	if !reflect.DeepEqual(plain, g.paper.sheet.Image) {
		t.Error("the finishing does not vanish")
	}
	if w.doc.Event() != e {
		t.Error("showing the finishing edited the event")
	}
}

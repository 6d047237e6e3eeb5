package ui

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tiengtrong/app"
	"tiengtrong/assets"
	"tiengtrong/print"
	"tiengtrong/ui/widget"
)

// shopView edits the profile of the print shop: what it can do, how it finishes large pieces, and what it asks for.
type shopView struct {
	w         *Window
	box       fyne.CanvasObject
	form      *form[app.Shop]
	materials *fyne.Container
	rows      []*materialRow // of the materials, in their order
}

// editShop changes the event's shop; one that was standard until now becomes the event's own.
func editShop(e *app.Event, change func(*app.Shop)) {
	shop := e.Printer()
	change(&shop)
	e.Shop = shop
}

func newShop(w *Window) *shopView {
	v := &shopView{w: w, materials: widget.Column(6)}
	v.form = newForm(w, func() string { return "shop" }, func(e *app.Event) *app.Shop {
		shop := e.Printer()
		return &shop
	})
	v.form.write = editShop
	f := v.form
	who := widget.Card(w.section("shop.who", v.presets(),
		f.text("field.shop-name", func(s *app.Shop) *string { return &s.Name }),
		f.lines("field.shop-note", 2, func(s *app.Shop) *string { return &s.Note })))
	measures := widget.Card(w.section("shop.measures",
		widget.Columns(2, 12,
			v.rolls(),
			f.length("field.shop-machine", func(s *app.Shop) *float64 { return &s.MachineMM }),
			f.length("field.shop-hem", func(s *app.Shop) *float64 { return &s.HemMM }),
			f.length("field.shop-pocket", func(s *app.Shop) *float64 { return &s.PocketMM }),
			f.length("field.shop-weld", func(s *app.Shop) *float64 { return &s.WeldMM }),
			f.length("field.shop-frame", func(s *app.Shop) *float64 { return &s.FrameMM }),
			f.length("field.shop-eyelet", func(s *app.Shop) *float64 { return &s.EyeletMM }),
			f.length("field.shop-bleed", func(s *app.Shop) *float64 { return &s.BleedMM }),
			f.length("field.shop-safe", func(s *app.Shop) *float64 { return &s.SafeMM }))))
	add := widget.NewLabelled(w.say("shop.add-material"), icon("add"), v.add)
	prices := widget.Card(w.section("shop.materials",
		materialColumns(w.smallWords("shop.material"), w.smallWords("shop.price"), spacer()),
		v.materials, container.NewHBox(add)))
	v.box = widget.Columns(2, 16, widget.Column(16, who, prices), widget.Column(16, measures))
	return v
}

func (w *Window) smallWords(phrase string) fyne.CanvasObject {
	return widget.NewWords(w.say(phrase), widget.Look{Size: widget.SizeSmall, Bold: true, Color: widget.ColorMuted})
}

// presets is the field that takes the figures of one of the shops that come with the program.
func (v *shopView) presets() fyne.CanvasObject {
	shops, err := app.LoadShops(assets.Sub("shops"))
	if err != nil {
		shops = []app.Shop{app.StandardShop()}
	}
	names := make([]string, len(shops))
	for i, s := range shops {
		names[i] = s.Name
	}
	showing := false
	list := widget.NewSelect(names, nil)
	list.PlaceHolder = v.w.say("shop.own")
	list.OnChanged = func(string) {
		if i := list.SelectedIndex(); i >= 0 && !showing {
			v.form.edit("field.shop-preset", func(s *app.Shop) {
				*s = shops[i]
				s.RollsMM, s.Materials = slices.Clone(s.RollsMM), slices.Clone(s.Materials)
			})
		}
	}
	v.form.shows = append(v.form.shows, func(s *app.Shop) {
		showing = true
		defer func() { showing = false }()
		if i := slices.IndexFunc(shops, func(p app.Shop) bool { return reflect.DeepEqual(p, *s) }); i >= 0 {
			list.SetSelectedIndex(i)
		} else {
			list.ClearSelected()
		}
	})
	return v.w.labelled("field.shop-preset", widget.Framed(list))
}

// rolls is the field for the widths of the shop's rolls.
func (v *shopView) rolls() fyne.CanvasObject {
	const field = "field.shop-rolls"
	entry := widget.NewParsed(parseRolls, func(s string) string { return s }, func(text string) {
		v.form.edit(field, func(s *app.Shop) { s.RollsMM = rollsOf(text) })
	})
	v.form.shows = append(v.form.shows, func(s *app.Shop) { entry.FillValue(formatRolls(s.RollsMM)) })
	return v.w.labelled(field, entry)
}

// parseRolls reads widths that are parted by semicolons, "1600; 3,2 m", and returns them as formatRolls writes them.
func parseRolls(text string) (string, error) {
	var rolls []float64
	for _, part := range strings.Split(text, ";") {
		if strings.TrimSpace(part) == "" {
			continue
		}
		width, err := parseMM(part)
		if err != nil {
			return "", err
		}
		rolls = append(rolls, width)
	}
	if len(rolls) == 0 {
		return "", errors.New("a shop has a roll")
	}
	return formatRolls(rolls), nil
}

func formatRolls(rolls []float64) string {
	words := make([]string, len(rolls))
	for i, width := range rolls {
		words[i] = formatMM(width)
	}
	return strings.Join(words, "; ")
}

// rollsOf reads what formatRolls wrote.
func rollsOf(text string) []float64 {
	var rolls []float64
	for _, part := range strings.Split(text, "; ") {
		width, _ := parseMM(part) // it was written from a number
		rolls = append(rolls, width)
	}
	return rolls
}

func (v *shopView) show(e *app.Event) {
	v.form.show(e)
	shop := e.Printer()
	if !slices.EqualFunc(v.rows, shop.Materials, func(r *materialRow, m app.Material) bool { return r.code == m.Code }) {
		v.rows = nil
		v.materials.RemoveAll()
		for _, m := range shop.Materials {
			row := v.newRow(m.Code)
			v.rows = append(v.rows, row)
			v.materials.Add(row.box)
		}
	}
	for _, row := range v.rows {
		row.form.show(e)
	}
}

// materialRow are the fields of one material.
type materialRow struct {
	code string
	box  fyne.CanvasObject
	form *form[app.Material]
}

func (v *shopView) newRow(code string) *materialRow {
	w := v.w
	r := &materialRow{code: code}
	r.form = newForm(w, func() string { return "material/" + code }, func(e *app.Event) *app.Material { return e.Printer().Material(code) })
	r.form.write = func(e *app.Event, change func(*app.Material)) {
		editShop(e, func(s *app.Shop) {
			if m := s.Material(code); m != nil {
				change(m)
			}
		})
	}
	name := widget.NewEntry(1)
	r.form.bind("shop.material", name, func(m *app.Material) *string { return &m.Name })
	price := parsed(r.form, "shop.price", parsePrice, formatPrice, func(m *app.Material) *float64 { return &m.Price })
	price.SetPlaceHolder(w.say("hint.ask-shop"))
	r.box = materialColumns(name, price, w.tool("remove", "shop.remove-material", func() { v.remove(code) }))
	return r
}

// materialColumns sets the parts of a material side by side.
func materialColumns(name, price, tool fyne.CanvasObject) fyne.CanvasObject {
	return container.NewBorder(nil, nil, nil, widget.Row(8, widget.Fixed(price, 120, 0), widget.Fixed(tool, 34, 0)),
		container.NewBorder(nil, nil, nil, widget.Fixed(spacer(), 8, 0), name))
}

// add adds a material and puts the cursor into its name.
func (v *shopView) add() {
	v.edit("add", func(s *app.Shop) {
		s.Materials = append(slices.Clone(s.Materials), app.Material{Code: freeCode(*s), Name: newMaterialName})
	})
	v.rows[len(v.rows)-1].form.begin()
}

func (v *shopView) remove(code string) {
	v.edit("remove", func(s *app.Shop) {
		s.Materials = slices.DeleteFunc(slices.Clone(s.Materials), func(m app.Material) bool { return m.Code == code })
	})
}

func (v *shopView) edit(action string, change func(*app.Shop)) {
	label := v.w.say("undo."+action, "thing", v.w.say("noun.material"))
	v.w.doc.Edit(label, "", func(e *app.Event) { editShop(e, change) })
}

// freeCode returns a code that no material of the shop has.
func freeCode(s app.Shop) string {
	for n := len(s.Materials) + 1; ; n++ {
		if code := fmt.Sprintf("chat-lieu-%d", n); s.Material(code) == nil {
			return code
		}
	}
}

// mostPrice is more than any material costs.
const mostPrice = 1e9

// parsePrice reads đồng as people write them: "45000", "45.000", "45,000 đ"; nothing is 0.
func parsePrice(text string) (float64, error) {
	s := strings.NewReplacer(".", "", ",", "", " ", "", "đ", "", "₫", "").Replace(strings.ToLower(text))
	if s == "" {
		return 0, nil
	}
	v, err := strconv.ParseUint(s, 10, 64)
	if err == nil && v > mostPrice {
		err = fmt.Errorf("not a price: %q", text)
	}
	return float64(v), err
}

// formatPrice writes whole đồng with a dot at the thousands; 0, of no price, is left empty.
func formatPrice(v float64) string {
	if v == 0 {
		return ""
	}
	return strings.TrimSuffix(print.Dong(int64(math.Round(v))), " ₫")
}

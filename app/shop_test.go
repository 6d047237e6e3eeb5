package app

import (
	"encoding/json"
	"math"
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
)

func TestShopsOfTheProgram(t *testing.T) {
	shops, err := LoadShops(os.DirFS("../assets/shops"))
	if err != nil || len(shops) < 2 {
		t.Fatalf("%d shops, %v", len(shops), err)
	}
	codes := map[string]Shop{}
	for _, s := range shops {
		codes[s.Code] = s
		if s.Note == "" {
			t.Errorf("%s does not say where its figures come from", s.Code)
		}
	}
	if len(codes) != len(shops) || !reflect.DeepEqual(codes["pho-thong"], StandardShop()) {
		t.Errorf("the standard shop is not among %v", codes)
	}
}

func TestAShopThatCannotBe(t *testing.T) {
	for name, text := range map[string]string{
		"no JSON": "{", "no roll": `{"rollsMM": []}`, "a narrow roll": `{"rollsMM": [10]}`, "eyelets everywhere": `{"eyeletMM": 0}`,
		"a machine that is narrower than its roll": `{"machineMM": 1000}`, "a hem outside": `{"hemMM": -1}`,
		"a material of no name": `{"materials": [{"code": "hiflex", "name": " "}]}`, "money for nothing": `{"materials": [{"code": "hiflex", "name": "Bạt", "price": -1}]}`,
	} {
		_, err := LoadShops(fstest.MapFS{"x.json": {Data: []byte(text)}})
		if err == nil || !strings.Contains(err.Error(), "x.json") {
			t.Errorf("%s: %v", name, err)
		}
	}
	s := StandardShop()
	if s.HemMM = math.NaN(); s.Sound() {
		t.Error("a hem that is no number is sound")
	}
}

func TestFilesWithoutAShopHaveTheStandardOne(t *testing.T) {
	var e Event
	if err := json.Unmarshal([]byte(`{"banners": [{"kind": "phuon"}]}`), &e); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(e.Printer(), StandardShop()) || e.Banners[0].Finishing() != (Finish{PocketEdge, No, "hiflex"}) {
		t.Errorf("%+v, %+v", e.Printer(), e.Banners[0].Finishing())
	}
	if data, err := json.Marshal(e); err != nil || strings.Contains(string(data), `"shop"`) || strings.Contains(string(data), `"finish"`) {
		t.Errorf("what nobody has chosen is written: %s, %v", data, err)
	}
	e.Shop = StandardShop()
	e.Shop.HemMM = 40
	if e.Printer().HemMM != 40 {
		t.Error("the event's own shop is not used")
	}
}

func TestFinishing(t *testing.T) {
	for _, c := range []struct {
		kind       BannerKind
		asked, got Finish
	}{
		{BangRon, Finish{}, Finish{HemEdge, Yes, "hiflex"}},
		{BangRon, Finish{Eyelets: No}, Finish{HemEdge, No, "hiflex"}},
		{BangRon, Finish{Edge: PocketEdge}, Finish{PocketEdge, No, "hiflex"}},
		{BangRon, Finish{Edge: PocketEdge, Eyelets: Yes}, Finish{PocketEdge, Yes, "hiflex"}},
		{Backdrop, Finish{Edge: HemEdge}, Finish{HemEdge, Yes, "hiflex"}},
		{Standee, Finish{Material: "formex"}, Finish{CutEdge, No, "formex"}},
		{"?", Finish{Edge: "?", Eyelets: "?"}, Finish{HemEdge, Yes, "hiflex"}},
	} {
		b := Banner{Kind: c.kind, Finish: c.asked}
		if got := b.Finishing(); got != c.got {
			t.Errorf("%s with %+v: %+v", c.kind, c.asked, got)
		}
	}
}

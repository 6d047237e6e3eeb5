package app

import (
	"encoding/json"
	"testing"
)

func TestInkIsReadAsItIsWritten(t *testing.T) {
	for _, test := range []struct {
		text string
		want Ink
		ok   bool
	}{
		{"C0 M100 Y100 K4", Ink{0, 100, 100, 4}, true},
		{"C12.5 M0 Y0 K0", Ink{C: 12.5}, true},
		{"M0 C0 Y0 K0", Ink{}, false},
		{"C0 M101 Y0 K0", Ink{}, false},
		{"C0 M-1 Y0 K0", Ink{}, false},
		{"CNaN M0 Y0 K0", Ink{}, false},
		{"C0 M0 Y0", Ink{}, false},
		{"", Ink{}, false},
	} {
		var got Ink
		err := got.UnmarshalText([]byte(test.text))
		if (err == nil) != test.ok || got != test.want {
			t.Errorf("%q: %v, %v", test.text, got, err)
		}
		if test.ok && got.String() != test.text {
			t.Errorf("%q is written as %q", test.text, got)
		}
	}
}

func TestOwnInksStandInPlaceOfTheStyles(t *testing.T) {
	style := Palette[Ink]{Ground: Ink{M: 100}, Title: Ink{Y: 100}, Award: Ink{K: 100}}
	var own OwnInks
	if Over(style, own) != style {
		t.Error("without own colours, the style's change")
	}
	own.Of(GroundInk).Own = true // white, which is also the zero ink
	want := style
	want.Ground = Ink{}
	if got := Over(style, own); got != want {
		t.Errorf("got %v", got)
	}
}

func TestEveryDutyHasAPlace(t *testing.T) {
	var p Palette[int]
	for i, d := range PieceDuties {
		if at := p.Of(d); at == nil || *at != 0 {
			t.Fatalf("%s has no place of its own", d)
		}
		*p.Of(d) = i + 1
	}
}

func TestOwnInksAreKept(t *testing.T) {
	b := NewBanner("a", "b")
	before, err := json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"id":"` + b.ID.String() + `"`; string(before[:len(want)]) != want {
		t.Fatalf("a banner is written as %s", before)
	}
	var fields map[string]any
	if err := json.Unmarshal(before, &fields); err != nil || fields["inks"] != nil {
		t.Errorf("a banner in its style's colours is written with %v, %v", fields["inks"], err)
	}
	b.Inks.Ground = OwnInk{Ink{}, true}
	b.Inks.Title = OwnInk{Ink{K: 100}, true}
	data, err := json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	var got Banner
	if err := json.Unmarshal(data, &got); err != nil || got != b {
		t.Errorf("%s is read as %+v, %v", data, got, err)
	}
}

package app

import (
	"fmt"
	"reflect"
	"testing"

	"github.com/google/uuid"
)

// full returns an event in which every field and every list is set.
func full() *Event {
	e := new(Event)
	n := 0
	set(reflect.ValueOf(e).Elem(), &n)
	return e
}

// set gives every field that v reaches a value of its own, two elements to each list.
func set(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			set(v.Field(i), n)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		set(v.Index(0), n)
		set(v.Index(1), n)
	case reflect.Array:
		for i := range v.Len() {
			set(v.Index(i), n)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		set(v.Elem(), n)
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
	case reflect.String:
		v.SetString(fmt.Sprint("text ", *n))
	case reflect.Int:
		v.SetInt(int64(*n))
	case reflect.Uint8:
		v.SetUint(uint64(*n % 256))
	case reflect.Float32, reflect.Float64:
		v.SetFloat(float64(*n))
	case reflect.Bool:
		v.SetBool(true)
	default:
		panic("a kind that the test doesn't know: " + v.Kind().String())
	}
}

func TestCloneSharesNothingThatCanChange(t *testing.T) {
	original, reference := full(), full()
	if !reflect.DeepEqual(original, reference) {
		t.Fatal("the generator is not deterministic")
	}
	scribble(reflect.ValueOf(original.Clone()).Elem())
	if !reflect.DeepEqual(original, reference) {
		t.Error("writing over a clone changed the original")
	}
}

// scribble clears everything that v reaches, except behind pointers: what an Event points at is shared, and
// never changed once published.
func scribble(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			scribble(v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			scribble(v.Index(i))
		}
	}
	v.SetZero()
}

func TestEditRosterLeavesThePublishedRoster(t *testing.T) {
	e := full()
	roster, recipient := e.Rosters[0], e.Rosters[0].Recipients[1]
	recipient.Extra = []string{"9,5"}
	was := *recipient
	was.Extra = []string{"9,5"}
	c := e.Clone()
	c.EditRoster(roster.ID, func(r *Roster) {
		r.EditRecipient(recipient.ID, func(p *Recipient) { p.Name, p.Extra[0] = "Vũ Thùy Hà Mai", "10" })
		r.LeftOut[0].Text = "changed"
	})
	if !reflect.DeepEqual(*recipient, was) || e.Rosters[0] != roster || roster.LeftOut[0].Text == "changed" {
		t.Error("the published roster changed")
	}
	if got := c.Rosters[0].Recipients[1].Name; got != "Vũ Thùy Hà Mai" {
		t.Errorf("the edited name is %q", got)
	}
	if c.Rosters[0].Recipients[0] != roster.Recipients[0] {
		t.Error("a recipient that was not edited was copied")
	}
}

func TestListEdits(t *testing.T) {
	item := func(n byte) Item { return Item{ID: uuid.UUID{n}} }
	order := func(list []Item) string {
		s := ""
		for _, it := range list {
			s += fmt.Sprint(it.ID[0])
		}
		return s
	}
	list := func() []Item { return []Item{item(1), item(2), item(3), item(4)} }
	for _, c := range []struct{ name, got, want string }{
		{"move down", order(Move(list(), uuid.UUID{1}, 2)), "2314"},
		{"move up", order(Move(list(), uuid.UUID{4}, -1)), "1243"},
		{"move past the end", order(Move(list(), uuid.UUID{2}, 9)), "1342"},
		{"move past the beginning", order(Move(list(), uuid.UUID{3}, -9)), "3124"},
		{"move what is not there", order(Move(list(), uuid.UUID{9}, 1)), "1234"},
		{"remove", order(Remove(list(), uuid.UUID{3})), "124"},
		{"insert after", order(InsertAfter(list(), uuid.UUID{2}, item(9))), "12934"},
		{"insert after what is not there", order(InsertAfter(list(), uuid.UUID{8}, item(9))), "12349"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %s, want %s", c.name, c.got, c.want)
		}
	}
}

func TestDuplicatesHaveTheirOwnIdentity(t *testing.T) {
	c := full().Ceremonies[0]
	d := c.Duplicate()
	if d.ID == c.ID || d.Program.Items[0].ID == c.Program.Items[0].ID {
		t.Error("a duplicate kept an identity")
	}
	d.Program.Items[0].SetCue(Sound, "tắt nhạc")
	if c.Program.Items[0].Cue(Sound) == "tắt nhạc" {
		t.Error("a duplicate shares its cues")
	}
	if it := (Item{HardStart: 480}).Duplicate(); it.HardStart != NoClock {
		t.Error("two items may not begin at the same hard start")
	}
}

func TestReplaceRoster(t *testing.T) {
	e := sound()
	old, fresh := e.Rosters[0], NewRoster("mới")
	e.Certificates = append(e.Certificates, e.Certificates[0].Duplicate())
	e.ReplaceRoster(e.Certificates[0].ID, fresh)
	if e.RosterOf(e.Certificates[0]) != fresh || e.RosterOf(e.Certificates[1]) != old {
		t.Error("the list of another certificate changed")
	}
	e.ReplaceRoster(e.Certificates[1].ID, NewRoster("nữa"))
	if e.Roster(old.ID) != nil || len(e.Rosters) != 2 {
		t.Error("a list that nobody uses stayed")
	}
}

func TestAddSlogans(t *testing.T) {
	e := sound()
	if n := e.AddSlogans([]Slogan{NewSlogan("HỌC, học nữa,  học mãi"), NewSlogan("Đọc"), NewSlogan("đọc")}); n != 1 || len(e.Slogans) != 3 {
		t.Errorf("added %d, now %d", n, len(e.Slogans))
	}
}

func TestBannerSetHasEveryKind(t *testing.T) {
	set := BannerSet("Học, học nữa, học mãi", "Trường Tiểu học Lê Hồng Phong")
	for i, kind := range BannerKinds {
		if set[i].Kind != kind || set[i].Text != "Học, học nữa, học mãi" || set[i].ID == (ID{}) {
			t.Errorf("%s: %+v", kind, set[i])
		}
	}
	e := sound()
	e.Banners = set
	if problems := Check(e); len(problems) > 0 {
		t.Errorf("%+v", problems)
	}
}

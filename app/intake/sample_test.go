package intake_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"tiengtrong/app"
	"tiengtrong/app/intake"
	"tiengtrong/assets"
)

func sample(t *testing.T) *app.Event {
	t.Helper()
	e, err := intake.Sample(assets.Sub("."))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestSampleIsTheWholeEvent(t *testing.T) {
	e := sample(t)
	launch := e.Ceremonies[0]
	if launch.Start.String() != "07:00" || len(launch.Program.Items) != 12 || launch.End().String() != "08:35" {
		t.Errorf("the launch runs %s – %s with %d items", launch.Start, launch.End(), len(launch.Program.Items))
	}
	for _, it := range launch.Program.Items {
		if it.HardStart != app.NoClock {
			t.Errorf("%q starts hard at %s", it.Title, it.HardStart)
		}
	}
	venues := map[app.Venue]bool{}
	for _, c := range e.Ceremonies[1:] {
		venues[c.Venue] = true
		if c.Date.Before(app.Date{Year: 2025, Month: 10, Day: 2}) || (app.Date{Year: 2025, Month: 10, Day: 7}).Before(c.Date) || len(c.Program.Items) < 3 {
			t.Errorf("%q: %s, %d items", c.Title, c.Date, len(c.Program.Items))
		}
	}
	if len(venues) != len(app.Venues) {
		t.Errorf("activities reach only %v", venues)
	}
	if n := len(e.RosterOf(e.Certificates[0]).Recipients); n != 412 {
		t.Errorf("%d recipients", n)
	}
	if len(e.Slogans) != 8 || len(e.Posters) != 4 || len(e.Banners) != 3 || len(e.Asks) != 3 {
		t.Errorf("%d slogans, %d posters, %d banners, %d asks", len(e.Slogans), len(e.Posters), len(e.Banners), len(e.Asks))
	}
	for _, s := range e.Slogans {
		if s.Source == "" {
			t.Errorf("no source of %q", s.Text)
		}
	}
}

func TestSampleHasNoProblem(t *testing.T) {
	for _, p := range app.Check(sample(t)) {
		t.Errorf("%s: %s %v", p.Code, p.Subject.Name, p.Args)
	}
}

// A template may lack what only the school knows, but nothing else may be wrong with it.
func TestTemplatesWaitOnlyForTheSchool(t *testing.T) {
	open := map[string]bool{
		"event-no-school": true, "event-no-place": true, "event-no-date": true,
		"certificate-no-name": true, "certificate-no-recipients": true,
	}
	list, err := intake.Templates(assets.Sub("."))
	if err != nil || len(list) < 7 || list[0].Name != intake.SampleName {
		t.Fatalf("%v %v", list, err)
	}
	for _, tpl := range list {
		e, err := intake.NewFrom(assets.Sub("."), tpl.Name)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range app.Check(e) {
			if !open[p.Code] {
				t.Errorf("%s: %s: %s %v", tpl.Name, p.Code, p.Subject.Name, p.Args)
			}
		}
		if len(e.Certificates) == 0 || len(e.Banners) == 0 || len(e.Slogans) == 0 || len(e.Ceremonies) == 0 {
			t.Errorf("%s lacks a part", tpl.Name)
		}
	}
}

// Who types school, day and headteacher once has everything complete but the list of who gets certificates.
func TestTemplatesNeedOneSchoolOneDayOneHead(t *testing.T) {
	list, err := intake.Templates(assets.Sub("."))
	if err != nil {
		t.Fatal(err)
	}
	for _, tpl := range list[1:] {
		e, err := intake.NewFrom(assets.Sub("."), tpl.Name)
		if err != nil {
			t.Fatal(err)
		}
		e.School.Name, e.School.Ward, e.School.Head.Name = "Trường Tiểu học Kim Đồng", "phường Phù Liễn", "Nguyễn Thị Hiền"
		if e.From.IsZero() {
			e.From = app.Date{Year: 2026, Month: 11, Day: 20}
		}
		for _, p := range app.Check(e) {
			if p.Code != "certificate-no-recipients" {
				t.Errorf("%s: %s: %s %v", tpl.Name, p.Code, p.Subject.Name, p.Args)
			}
		}
		for _, b := range e.Banners {
			if b = e.FilledBanner(b); !strings.Contains(b.Over+b.Under, e.School.Name) {
				t.Errorf("%s: %s doesn't name the school: %q %q %q", tpl.Name, b.Name, b.Over, b.Text, b.Under)
			}
		}
		for _, p := range e.Posters {
			if p = e.FilledPoster(p); !strings.Contains(p.Footer, e.School.Name) {
				t.Errorf("%s: %s doesn't name the school", tpl.Name, p.Name)
			}
		}
		for _, c := range e.Certificates {
			signer, place := e.Signing(c)
			if signer.Name != e.School.Head.Name || signer.Title != "HIỆU TRƯỞNG" || place != "Phù Liễn" || e.SignedOn(c) != e.From {
				t.Errorf("%s is signed by %v, %s, %s", c.Name, signer, place, e.SignedOn(c))
			}
		}
	}
}

func TestNewFromGivesFreshIdentities(t *testing.T) {
	seen := map[app.ID]bool{}
	for range 2 {
		e, err := intake.NewFrom(assets.Sub("."), "khai-giang")
		if err != nil {
			t.Fatal(err)
		}
		ids := []app.ID{e.ID, e.Ceremonies[0].ID, e.Ceremonies[0].Program.Items[0].ID, e.Slogans[0].ID, e.Banners[0].ID, e.Certificates[0].ID}
		for _, id := range ids {
			if seen[id] {
				t.Errorf("%s was given twice", id)
			}
			seen[id] = true
		}
	}
	var unknown *intake.UnknownTemplate
	if _, err := intake.NewFrom(assets.Sub("."), "../samples/su-kien"); !errors.As(err, &unknown) || len(unknown.Known) < 7 {
		t.Errorf("a path is no template: %v", err)
	}
}

// TestTemplatesAreReadyForTheDay looks at the first ceremony of each template: the MC has words for every item, the crews
// have cues, and something can be saved where time runs short.
func TestTemplatesAreReadyForTheDay(t *testing.T) {
	list, err := intake.Templates(assets.Sub("."))
	if err != nil {
		t.Fatal(err)
	}
	for _, tpl := range list {
		e, err := intake.NewFrom(assets.Sub("."), tpl.Name)
		if err != nil {
			t.Fatal(err)
		}
		for _, circle := range []app.Circle{app.StaffCircle, app.PupilCircle, app.ParentsCircle} {
			if !slices.ContainsFunc(e.Asks, func(a app.Ask) bool { return a.Circle() == circle && len(a.Said()) > 1 }) {
				t.Errorf("%s asks little of %s", tpl.Name, circle)
			}
		}
		program := e.Ceremonies[0].Program
		saved, cues := 0, 0
		for _, it := range program.Items {
			if it.Script == "" || it.Part == "" || it.MinMinutes >= it.Minutes {
				t.Errorf("%s: %q has no words, no part, or can't be shortened to %d", tpl.Name, it.Title, it.MinMinutes)
			}
			if cues += len(it.Cues); it.MinMinutes > 0 || it.Optional {
				saved++
			}
		}
		if saved < 3 || cues < len(program.Items) || len(program.Parts(e.Ceremonies[0].Start)) != 2 {
			t.Errorf("%s: %d items can be shortened or left out, %d cues, parts %v", tpl.Name, saved, cues, program.Parts(0))
		}
	}
}

func TestAPosterKeepsItsAskInANewEvent(t *testing.T) {
	e, err := intake.NewFrom(assets.Sub("."), intake.SampleName)
	if err != nil {
		t.Fatal(err)
	}
	bearing := 0
	for _, p := range e.Posters {
		if p.Ask != (app.ID{}) {
			bearing++
			if app.Find(e.Asks, p.Ask) == nil {
				t.Errorf("%q lost its ask", p.Name)
			}
		}
	}
	if bearing == 0 {
		t.Error("no poster of the sample bears an ask")
	}
}

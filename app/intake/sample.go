package intake

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"tiengtrong/app"
)

// The files of the sample event: what a school would have on its disk, and in JSON what it would type.
const (
	sampleEvent   = "samples/su-kien.json"
	sampleProgram = "samples/kich-ban-le-phat-dong.csv"
	sampleSlogans = "samples/khau-hieu.txt"
	sampleRoster  = "samples/danh-sach-khen-thuong.xlsx"
)

// SampleName is the name under which NewFrom gives the sample event.
const SampleName = "mau"

// Sample builds the sample event: the launch of the Lifelong Learning Week at a primary school in Hải Phòng. Its
// program, slogans and recipients are imported from a school's own files, as a user would. assets is the folder
// that holds samples and slogans.
func Sample(assets fs.FS) (*app.Event, error) {
	e, err := readEvent(assets, sampleEvent)
	if err != nil {
		return nil, err
	}
	for _, part := range []func(fs.FS, *app.Event) error{addProgram, addSlogans, addRoster} {
		if err := part(assets, e); err != nil {
			return nil, fmt.Errorf("build the sample event: %w", err)
		}
	}
	return e, nil
}

func readEvent(assets fs.FS, name string) (*app.Event, error) {
	data, err := fs.ReadFile(assets, name)
	if err != nil {
		return nil, fmt.Errorf("read event: %w", err)
	}
	var e app.Event
	if err := json.Unmarshal(data, &e); err != nil {
		return nil, fmt.Errorf("read event %s: %w", name, err)
	}
	return &e, nil
}

// addProgram fills the running order of the launch, the first ceremony.
func addProgram(assets fs.FS, e *app.Event) error {
	data, err := fs.ReadFile(assets, sampleProgram)
	if err != nil {
		return err
	}
	r, err := Program(sampleProgram, data)
	if err != nil {
		return err
	}
	e.Ceremonies[0].Start, e.Ceremonies[0].Program.Items = r.Start, r.Items
	return nil
}

func addSlogans(assets fs.FS, e *app.Event) error {
	catalogue, err := Catalogue(assets)
	if err != nil {
		return err
	}
	data, err := fs.ReadFile(assets, sampleSlogans)
	if err != nil {
		return err
	}
	r, err := Slogans(sampleSlogans, data, catalogue)
	e.Slogans = r.Slogans
	return err
}

// addRoster gives the first certificate its recipients.
func addRoster(assets fs.FS, e *app.Event) error {
	data, err := fs.ReadFile(assets, sampleRoster)
	if err != nil {
		return err
	}
	roster, _, err := Roster(sampleRoster, data, Choices{})
	if err != nil {
		return err
	}
	e.Rosters = append(e.Rosters, roster)
	e.Certificates[0].RosterID = roster.ID
	return nil
}

// Catalogue reads the built-in slogans from the folder that holds slogans.
func Catalogue(assets fs.FS) ([]app.Slogan, error) {
	sub, err := fs.Sub(assets, "slogans")
	if err != nil {
		return nil, err
	}
	return app.LoadCatalogue(sub)
}

// Template is an event that a school can begin with.
type Template struct {
	Name  string // for NewFrom: "khai-giang"
	Title string // the event's: "Lễ khai giảng năm học mới"
}

// Templates lists what NewFrom can give: the sample event first, then the files of the folder templates, by name.
func Templates(assets fs.FS) ([]Template, error) {
	files, err := fs.Glob(assets, "templates/*.json")
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	list := []Template{}
	for _, file := range append([]string{sampleEvent}, files...) {
		e, err := readEvent(assets, file)
		if err != nil {
			return nil, err
		}
		name := strings.TrimSuffix(path.Base(file), ".json")
		if file == sampleEvent {
			name = SampleName
		}
		list = append(list, Template{name, e.Title})
	}
	return list, nil
}

// UnknownTemplate says that NewFrom was asked for a template that is not there.
type UnknownTemplate struct {
	Name  string
	Known []string
}

// Error names the templates that are there.
func (e *UnknownTemplate) Error() string {
	return fmt.Sprintf("no template %q; there are: %s", e.Name, strings.Join(e.Known, ", "))
}

// NewFrom makes a new event from the template of that name, with identities of its own.
func NewFrom(assets fs.FS, name string) (*app.Event, error) {
	list, err := Templates(assets)
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(list, func(t Template) bool { return t.Name == name }) {
		unknown := &UnknownTemplate{Name: name}
		for _, t := range list {
			unknown.Known = append(unknown.Known, t.Name)
		}
		return nil, unknown
	}
	var e *app.Event
	if name == SampleName {
		e, err = Sample(assets)
	} else {
		e, err = readEvent(assets, "templates/"+name+".json")
	}
	if err != nil {
		return nil, err
	}
	refresh(e)
	return e, nil
}

// refresh gives a new identity to everything in an event that nobody else has. Rosters were just imported and
// have theirs.
func refresh(e *app.Event) {
	e.ID = app.NewID()
	for i, c := range e.Ceremonies {
		e.Ceremonies[i] = c.Duplicate()
	}
	for i, s := range e.Slogans {
		e.Slogans[i] = s.Duplicate()
	}
	asks := map[app.ID]app.ID{}
	for i := range e.Asks {
		id := app.NewID()
		asks[e.Asks[i].ID], e.Asks[i].ID = id, id
	}
	for i, p := range e.Posters {
		p.Ask = asks[p.Ask]
		e.Posters[i] = p.Duplicate()
	}
	for i, b := range e.Banners {
		e.Banners[i] = b.Duplicate()
	}
	for i, c := range e.Certificates {
		e.Certificates[i] = c.Duplicate()
	}
}

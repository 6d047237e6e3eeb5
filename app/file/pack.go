package file

import (
	"archive/zip"
	"encoding/json"
	"fmt"
	"io"

	"tiengtrong/app"
)

// packer writes an event file. What an older file of the event has packed already is taken from there as it is.
type packer struct {
	z   *zip.Writer
	old *zip.Reader    // nil for none
	had map[string]any // what is packed in the entries of old; published values never change, so that the same one is packed the same
	has map[string]any // what is packed in the new file's entries
}

func (p *packer) write(w io.Writer, e *app.Event, comment string) error {
	p.z, p.has = zip.NewWriter(w), map[string]any{}
	if err := p.z.SetComment(comment); err != nil {
		return err
	}
	c := content{Program: programName, Format: 1, Event: e}
	if e.Register != nil {
		c.Format, c.Register = 2, true
		if err := p.pack(registerEntry, e.Register); err != nil {
			return err
		}
	}
	for _, r := range e.Rosters {
		if err := p.roster(&c, r); err != nil {
			return err
		}
	}
	for _, im := range e.Images {
		c.Images = append(c.Images, im.Name)
		if err := p.image(im); err != nil {
			return fmt.Errorf("write image %s: %w", im.Name, err)
		}
	}
	if err := writeJSON(p.z, eventEntry, c); err != nil {
		return err
	}
	return p.z.Close()
}

// pack writes an entry with a published value.
func (p *packer) pack(name string, v any) error {
	if p.had[name] == v {
		return p.take(name, v)
	}
	p.has[name] = v
	return writeJSON(p.z, name, v)
}

// take takes an entry with that value from the older file.
func (p *packer) take(name string, v any) error {
	p.has[name] = v
	f := find(p.old, name)
	if f == nil {
		return fmt.Errorf("the older file lacks %s", name)
	}
	return p.z.Copy(f)
}

// roster writes a list: what the older file has of it and what changed since, where that is little.
func (p *packer) roster(c *content, r *app.Roster) error {
	name := "rosters/" + r.ID.String() + ".json"
	c.Rosters = append(c.Rosters, name)
	older, _ := p.had[name].(*app.Roster)
	if older == nil || older == r {
		return p.pack(name, r)
	}
	made := changesOf(older, r)
	if len(made.Roster.Recipients)*fewChanges >= len(r.Recipients) {
		return p.pack(name, r)
	}
	c.Format, c.Changed = format, append(c.Changed, name)
	if err := p.take(name, older); err != nil {
		return err
	}
	return writeJSON(p.z, name+changesEnding, made)
}

// image writes a picture. Pictures are compressed already.
func (p *packer) image(im *app.Image) error {
	out, err := p.z.CreateHeader(&zip.FileHeader{Name: "images/" + im.Name, Method: zip.Store})
	if err == nil {
		_, err = out.Write(im.Data)
	}
	return err
}

func writeJSON(z *zip.Writer, name string, v any) error {
	out, err := z.Create(name)
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return nil
}

// changesEnding ends the name of the entry with a list's changes.
const changesEnding = ".changes"

// fewChanges is how many times as many recipients as have changed a list must have for its changes to be written alone.
const fewChanges = 20

// changes make of an older version of a list a newer one.
type changes struct {
	First  int         `json:"first"`  // so many recipients at the beginning of the older one have stayed
	Last   int         `json:"last"`   // and so many at its end
	Roster *app.Roster `json:"roster"` // the newer one; of its recipients only those between
}

// changesOf compares two versions of a list, which share the recipients that have stayed.
func changesOf(older, newer *app.Roster) changes {
	a, b := older.Recipients, newer.Recipients
	first, last, most := 0, 0, min(len(a), len(b))
	for first < most && a[first] == b[first] {
		first++
	}
	for last < most-first && a[len(a)-1-last] == b[len(b)-1-last] {
		last++
	}
	r := *newer
	r.Recipients = b[first : len(b)-last]
	return changes{first, last, &r}
}

// apply makes the newer version of a list from the older one.
func (c changes) apply(older *app.Roster) (*app.Roster, error) {
	n := len(older.Recipients)
	if c.Roster == nil || c.First < 0 || c.Last < 0 || c.First > n-c.Last {
		return nil, fmt.Errorf("the changes are of another list than that of %d recipients", n)
	}
	r := *c.Roster
	r.Recipients = append(append(older.Recipients[:c.First:c.First], r.Recipients...), older.Recipients[n-c.Last:]...)
	return &r, nil
}

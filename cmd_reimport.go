package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"tiengtrong/app"
)

// importRoster takes a list into a certificate. One that has a list already is updated: who is recognised stays who
// it was, and what would be lost or changed is told first and needs --yes.
func (f importFlags) importRoster(say *speaker, e *app.Event) error {
	list, reading, err := f.list.read(f.roster)
	if err != nil {
		return err
	}
	tellRoster(say, os.Stderr, reading)
	if len(list.Recipients) == 0 {
		return sentence("no-recipients", "file", reading.File)
	}
	cert, err := f.target(say, e)
	if err != nil {
		return err
	}
	old := e.RosterOf(*cert)
	if len(old.Recipients) == 0 {
		e.ReplaceRoster(cert.ID, list)
		return nil
	}
	changes := app.Reimport(old, list, reading.Mapping)
	tellChanges(say, os.Stderr, changes)
	tellIssued(say, os.Stderr, e, changes.Gone)
	if len(changes.Changed)+len(changes.Gone) > 0 && !f.yes && !f.dryRun {
		return sentence("import-confirm")
	}
	e.UpdateRoster(changes)
	return nil
}

// tellChanges lists what a list changes in the one before.
func tellChanges(say *speaker, w io.Writer, c app.Changes) {
	count := func(n int) string { return fmt.Sprint(n) }
	fmt.Fprintln(w, say.say("cli.changes", "added", count(len(c.Added)), "changed", count(len(c.Changed)), "gone", count(len(c.Gone)), "same", count(c.Unchanged)))
	for _, change := range c.Changed {
		var fields []string
		for _, f := range change.Fields {
			fields = append(fields, say.say("cli.field-changed", "field", say.say("roster-field."+f),
				"before", fieldText(say, change.Before, f), "after", fieldText(say, change.After, f)))
		}
		for _, m := range change.More {
			fields = append(fields, say.say("cli.field-changed", "field", m.Header, "before", m.Before, "after", m.After))
		}
		fmt.Fprintln(w, "  ~ "+say.say("cli.person", "name", change.Before.Name, "class", change.Before.Class)+"  "+strings.Join(fields, "; "))
	}
	if len(c.Dropped) > 0 {
		fmt.Fprintln(w, "  "+say.say("cli.columns-dropped", "columns", strings.Join(c.Dropped, ", ")))
	}
	for _, list := range []struct {
		sign, word string
		people     []*app.Recipient
	}{{"+", "cli.person", c.Added}, {"-", "cli.person", c.Gone}, {"=", "cli.person-kept", c.Kept}} {
		for _, r := range list.people {
			fmt.Fprintln(w, "  "+list.sign+" "+say.say(list.word, "name", r.Name, "class", r.Class))
		}
	}
}

// tellIssued lists who is gone and has a number: the register keeps it, and giving it up is for the school to decide.
func tellIssued(say *speaker, w io.Writer, e *app.Event, gone []*app.Recipient) {
	isGone := map[app.ID]bool{}
	for _, r := range gone {
		isGone[r.ID] = true
	}
	for _, v := range e.Entries() {
		if isGone[v.Recipient] && v.InForce() {
			fmt.Fprintln(w, "  ! "+say.say("cli.gone-issued", "name", v.Facts.Name, "class", v.Facts.Class, "number", v.Number))
		}
	}
}

// fieldText returns what a recipient has in a field, in words.
func fieldText(say *speaker, r *app.Recipient, field string) string {
	if field == app.FieldGender {
		return say.say("gender." + string(r.Gender))
	}
	return r.Text(field)
}

// target returns the certificate that the roster is for; an event without one gets the usual design.
func (f importFlags) target(say *speaker, e *app.Event) (*app.Certificate, error) {
	if len(e.Certificates) == 0 && f.certificate == "" {
		e.Certificates = append(e.Certificates, app.NewCertificate(say.say("cli.certificate")))
	}
	if f.certificate == "" {
		return &e.Certificates[0], nil
	}
	return certificateNamed(e, f.certificate)
}

// certificateNamed returns the certificate that the school calls so.
func certificateNamed(e *app.Event, name string) (*app.Certificate, error) {
	for i := range e.Certificates {
		if app.Fold(e.Certificates[i].Name) == app.Fold(name) {
			return &e.Certificates[i], nil
		}
	}
	return nil, sentence("no-certificate", "name", name)
}

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"tiengtrong/app"
	"tiengtrong/app/file"
	"tiengtrong/app/intake"
	"tiengtrong/assets"
)

// rosterJSON is what `roster --json` writes.
type rosterJSON struct {
	Sheet      string            `json:"sheet"`
	Encoding   string            `json:"encoding"`
	Mapping    map[string]string `json:"mapping"`
	Recipients []recipientJSON   `json:"recipients"`
	LeftOut    []app.LeftOut     `json:"left_out"`
	Remarks    []remarkJSON      `json:"remarks"`

	// OtherSheets hold recipients too, and are not taken.
	OtherSheets []intake.OtherSheet `json:"other_sheets"`
}

type recipientJSON struct {
	Row      int        `json:"row"`
	Name     string     `json:"name"`
	Class    string     `json:"class"`
	Born     app.Date   `json:"born"`
	Gender   app.Gender `json:"gender"`
	Award    string     `json:"award"`
	Citation string     `json:"citation"`
}

type remarkJSON struct {
	Row   int    `json:"row"`
	Field string `json:"field"`
	Text  string `json:"text"`
	Code  string `json:"code"`
}

func toJSON(r intake.RosterReading) rosterJSON {
	out := rosterJSON{Sheet: r.Sheet, Encoding: r.Encoding, Mapping: r.Mapping, LeftOut: nonNil(r.LeftOut), OtherSheets: nonNil(r.Others)}
	for _, p := range r.Recipients {
		out.Recipients = append(out.Recipients, recipientJSON{p.Row, p.Name, p.Class, p.Born, p.Gender, p.Award, p.Citation})
	}
	for _, m := range r.Remarks {
		out.Remarks = append(out.Remarks, remarkJSON(m))
	}
	out.Recipients, out.Remarks = nonNil(out.Recipients), nonNil(out.Remarks)
	return out
}

func rosterCommand(say *speaker) *cobra.Command {
	var headers []string
	var asJSON bool
	cmd := &cobra.Command{
		Use:  "roster",
		Args: arguments("roster", 1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			_, reading, err := readRoster(args[0], headers)
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(cmd.OutOrStdout(), toJSON(reading))
			}
			for _, r := range reading.Recipients {
				fmt.Fprintf(cmd.OutOrStdout(), "%d\t%s\t%s\t%s\t%s\n", r.Row, r.Name, r.Class, r.Born.Short(), r.Award)
			}
			tellRoster(say, os.Stderr, reading)
			return nil
		},
	}
	addMapFlag(cmd, &headers)
	cmd.Flags().BoolVar(&asJSON, "json", false, "")
	return cmd
}

func addMapFlag(cmd *cobra.Command, headers *[]string) {
	cmd.Flags().StringArrayVar(headers, "map", nil, "")
}

// readRoster reads a list with columns mapped by hand, as "name=Họ và tên".
func readRoster(path string, headers []string) (*app.Roster, intake.RosterReading, error) {
	forced := map[string]string{}
	for _, pair := range headers {
		field, header, ok := strings.Cut(pair, "=")
		if !ok {
			return nil, intake.RosterReading{}, sentence("map-form")
		}
		forced[strings.TrimSpace(field)] = header
	}
	data, err := readList(path)
	if err != nil {
		return nil, intake.RosterReading{}, err
	}
	return intake.Roster(filepath.Base(path), data, forced)
}

func readList(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, &exitError{2, &file.Error{Code: file.NotFound, Path: path, Err: err}}
	case err != nil:
		return nil, &exitError{2, &file.Error{Code: file.NoAccess, Path: path, Err: err}}
	}
	return data, nil
}

// tellRoster says how many recipients there are, and which rows are none and why.
func tellRoster(say *speaker, w io.Writer, r intake.RosterReading) {
	fmt.Fprintln(w, say.say("cli.roster", "count", fmt.Sprint(len(r.Recipients)), "file", r.File, "sheet", r.Sheet, "encoding", r.Encoding))
	tellLeftOut(say, w, r.LeftOut)
	tellRemarks(say, w, r.Remarks)
	for _, o := range r.Others {
		fmt.Fprintln(w, "  "+say.say("cli.other-sheet", "sheet", o.Name, "count", fmt.Sprint(o.Count)))
	}
}

func tellLeftOut(say *speaker, w io.Writer, rows []app.LeftOut) {
	for _, l := range rows {
		fmt.Fprintln(w, say.say("cli.left-out", "row", fmt.Sprint(l.Row), "text", l.Text, "reason", say.say("reason."+l.Reason)))
	}
}

func tellRemarks(say *speaker, w io.Writer, remarks []app.Remark) {
	for _, m := range remarks {
		fmt.Fprintln(w, "  "+say.say("remark."+m.Code, "row", fmt.Sprint(m.Row), "text", m.Text))
	}
}

// importFlags are the flags of `import`.
type importFlags struct {
	roster, certificate, program, ceremony, slogans string
	headers                                         []string
}

func importCommand(say *speaker) *cobra.Command {
	var f importFlags
	cmd := &cobra.Command{
		Use:  "import",
		Args: arguments("import", 1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.roster == "" && f.program == "" && f.slogans == "" {
				return sentence("import-needs")
			}
			return f.run(cmd.Context(), say, args[0])
		},
	}
	cmd.Flags().StringVar(&f.roster, "roster", "", "")
	cmd.Flags().StringVar(&f.certificate, "certificate", "", "")
	cmd.Flags().StringVar(&f.program, "program", "", "")
	cmd.Flags().StringVar(&f.ceremony, "ceremony", "", "")
	cmd.Flags().StringVar(&f.slogans, "slogans", "", "")
	addMapFlag(cmd, &f.headers)
	return cmd
}

// run takes the lists into the event at path, unless somebody else has written there meanwhile.
func (f importFlags) run(ctx context.Context, say *speaker, path string) error {
	before, _ := os.Stat(path)
	e, err := openFile(path)
	if err != nil {
		return err
	}
	if err := f.apply(say, e); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if now, err := os.Stat(path); err != nil || !os.SameFile(before, now) || !now.ModTime().Equal(before.ModTime()) {
		return sentence("changed", "path", path)
	}
	if err := file.Save(path, e); err != nil {
		return err
	}
	fmt.Fprintln(os.Stderr, say.say("cli.saved", "path", path))
	return nil
}

// apply changes the event, which nobody else has seen yet.
func (f importFlags) apply(say *speaker, e *app.Event) error {
	for _, step := range []struct {
		path string
		run  func(*speaker, *app.Event) error
	}{{f.roster, f.importRoster}, {f.program, f.importProgram}, {f.slogans, f.importSlogans}} {
		if step.path == "" {
			continue
		}
		if err := step.run(say, e); err != nil {
			return err
		}
	}
	return nil
}

func (f importFlags) importRoster(say *speaker, e *app.Event) error {
	roster, reading, err := readRoster(f.roster, f.headers)
	if err != nil {
		return err
	}
	tellRoster(say, os.Stderr, reading)
	if len(roster.Recipients) == 0 {
		return sentence("no-recipients", "file", reading.File)
	}
	cert, err := f.target(say, e)
	if err != nil {
		return err
	}
	e.ReplaceRoster(cert.ID, roster)
	return nil
}

// target returns the certificate that the roster is for; an event without one gets the usual design.
func (f importFlags) target(say *speaker, e *app.Event) (*app.Certificate, error) {
	if len(e.Certificates) == 0 && f.certificate == "" {
		e.Certificates = append(e.Certificates, app.NewCertificate(say.say("cli.certificate"), e.School))
	}
	for i := range e.Certificates {
		if f.certificate == "" || app.Fold(e.Certificates[i].Name) == app.Fold(f.certificate) {
			return &e.Certificates[i], nil
		}
	}
	return nil, sentence("no-certificate", "name", f.certificate)
}

func (f importFlags) importProgram(say *speaker, e *app.Event) error {
	data, err := readList(f.program)
	if err != nil {
		return err
	}
	reading, err := intake.Program(f.program, data)
	if err != nil {
		return err
	}
	if len(reading.Items) == 0 {
		tellLeftOut(say, os.Stderr, reading.LeftOut)
		return sentence("no-items", "file", reading.File)
	}
	if len(e.Ceremonies) == 0 && f.ceremony == "" {
		e.Ceremonies = append(e.Ceremonies, app.NewCeremony(e.Title, e.From))
	}
	for i := range e.Ceremonies {
		c := &e.Ceremonies[i]
		if f.ceremony != "" && app.Fold(c.Title) != app.Fold(f.ceremony) {
			continue
		}
		c.Program.Items = reading.Items
		if reading.Start != app.NoClock {
			c.Start = reading.Start
		}
		fmt.Fprintln(os.Stderr, say.say("cli.program", "count", fmt.Sprint(len(reading.Items)), "name", c.Title))
		tellLeftOut(say, os.Stderr, reading.LeftOut)
		tellRemarks(say, os.Stderr, reading.Remarks)
		return nil
	}
	return sentence("no-ceremony", "name", f.ceremony)
}

func (f importFlags) importSlogans(say *speaker, e *app.Event) error {
	data, err := readList(f.slogans)
	if err != nil {
		return err
	}
	catalogue, err := app.LoadCatalogue(assets.Sub("slogans"))
	if err != nil {
		return err
	}
	reading, err := intake.Slogans(f.slogans, data, catalogue)
	if err != nil {
		return err
	}
	added := e.AddSlogans(reading.Slogans)
	fmt.Fprintln(os.Stderr, say.say("cli.slogans", "count", fmt.Sprint(added)))
	tellLeftOut(say, os.Stderr, reading.LeftOut)
	return nil
}

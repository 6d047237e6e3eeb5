package main

import (
	"cmp"
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
	"tiengtrong/app/table"
)

// rosterJSON is what `roster --json` writes.
type rosterJSON struct {
	Sheet      string            `json:"sheet"`
	RowsRead   int               `json:"rows_read"` // the recipients and those left out
	Encoding   string            `json:"encoding"`
	Mapping    map[string]string `json:"mapping"`
	Recipients []recipientJSON   `json:"recipients"`
	LeftOut    []app.LeftOut     `json:"left_out"`
	Remarks    []remarkJSON      `json:"remarks"`

	Repairs    []intake.Repair `json:"repairs"`
	Samples    []table.Sample  `json:"samples"` // what the encoding made of cells, where that is not beyond doubt
	Duplicates []duplicateJSON `json:"duplicates"`

	// OtherSheets hold recipients too, and are not taken.
	OtherSheets []intake.OtherSheet `json:"other_sheets"`
}

// duplicateJSON is a pair of rows that may be one person.
type duplicateJSON struct {
	Kind    string   `json:"kind"`
	Rows    [2]int   `json:"rows"`
	Differs []string `json:"differs"` // fields
}

type recipientJSON struct {
	Row      int        `json:"row"`
	Name     string     `json:"name"`
	Class    string     `json:"class"`
	Born     app.Date   `json:"born"`
	Gender   app.Gender `json:"gender"`
	Award    string     `json:"award"`
	Citation string     `json:"citation"`
	Call     int        `json:"call,omitempty"` // on stage
}

type remarkJSON struct {
	Row   int    `json:"row"`
	Field string `json:"field"`
	Text  string `json:"text"`
	Code  string `json:"code"`
}

func toJSON(r intake.RosterReading) rosterJSON {
	out := rosterJSON{Sheet: r.Sheet, RowsRead: len(r.Recipients) + len(r.LeftOut), Encoding: r.Encoding, Mapping: r.Mapping, LeftOut: nonNil(r.LeftOut), OtherSheets: nonNil(r.Others()), Repairs: nonNil(r.Repairs), Samples: nonNil(r.Samples)}
	for _, p := range r.Recipients {
		out.Recipients = append(out.Recipients, recipientJSON{p.Row, p.Name, p.Class, p.Born, p.Gender, p.Award, p.Citation, p.Call})
	}
	for _, m := range r.Remarks {
		out.Remarks = append(out.Remarks, remarkJSON(m))
	}
	for _, d := range app.Duplicates(r.Recipients) {
		out.Duplicates = append(out.Duplicates, duplicateJSON{d.Kind, [2]int{d.A.Row, d.B.Row}, nonNil(d.Differs)})
	}
	out.Recipients, out.Remarks, out.Duplicates = nonNil(out.Recipients), nonNil(out.Remarks), nonNil(out.Duplicates)
	return out
}

func rosterCommand(say *speaker) *cobra.Command {
	var how listFlags
	var asJSON bool
	cmd := &cobra.Command{
		Use:  "roster",
		Args: arguments("roster", 1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			_, reading, err := how.read(args[0])
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
	how.add(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "")
	return cmd
}

// listFlags say how a list is to be read.
type listFlags struct {
	headers         []string // columns mapped by hand, as "name=Họ và tên"
	sheet, encoding string
}

func (f *listFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&f.headers, "map", nil, "")
	cmd.Flags().StringVar(&f.sheet, "sheet", "", "")
	cmd.Flags().StringVar(&f.encoding, "encoding", "", "")
}

// read reads the list at path, or on "-" cells pasted into the standard input.
func (f *listFlags) read(path string) (*app.Roster, intake.RosterReading, error) {
	choices := intake.Choices{Headers: map[string]string{}, Sheet: f.sheet, Encoding: f.encoding}
	for _, pair := range f.headers {
		field, header, ok := strings.Cut(pair, "=")
		if !ok {
			return nil, intake.RosterReading{}, sentence("map-form")
		}
		choices.Headers[strings.TrimSpace(field)] = header
	}
	if path == "-" {
		text, err := io.ReadAll(os.Stdin)
		if err != nil {
			return nil, intake.RosterReading{}, err
		}
		return intake.Paste(string(text), choices)
	}
	data, err := readList(path)
	if err != nil {
		return nil, intake.RosterReading{}, err
	}
	return intake.Roster(filepath.Base(path), data, choices)
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
	fmt.Fprintln(w, say.say("cli.roster", "count", fmt.Sprint(len(r.Recipients)), "file", cmp.Or(r.File, say.say("kind.clipboard")), "sheet", r.Sheet, "encoding", say.encoding(r.Encoding)))
	for _, sample := range r.Samples[:min(len(r.Samples), 5)] {
		fmt.Fprintln(w, "  "+say.say("cli.sample", "before", sample.Before, "after", sample.After))
	}
	people, out := len(r.Recipients), len(r.LeftOut)
	fmt.Fprintln(w, say.say("import.sum", "rows", fmt.Sprint(people+out), "people", fmt.Sprint(people), "out", fmt.Sprint(out)))
	tellLeftOut(say, w, r.LeftOut)
	tellRemarks(say, w, r.Remarks)
	for _, v := range r.Repairs {
		fmt.Fprintln(w, "  "+say.say("cli.repair", "row", fmt.Sprint(v.Row), "before", v.Before, "after", v.After))
	}
	tellDuplicates(say, w, r.Recipients)
	for _, o := range r.Others() {
		fmt.Fprintln(w, "  "+say.say("cli.other-sheet", "sheet", o.Name, "count", fmt.Sprint(o.Count)))
	}
}

// encoding says how the text of a list was written, where that is worth a word: a spreadsheet of today needs none.
func (s *speaker) encoding(code string) string {
	var words []string
	for _, part := range strings.Split(code, "+") {
		if name, known := s.load()["encoding."+part]; known {
			words = append(words, s.say("cli.encoding", "name", name))
		}
	}
	return strings.Join(words, "")
}

// tellDuplicates lists who may stand in the list twice. Who certainly does was remarked on.
func tellDuplicates(say *speaker, w io.Writer, list []*app.Recipient) {
	pairs := app.Duplicates(list)
	if len(pairs) > 0 {
		fmt.Fprintln(w, say.say("cli.duplicates", "count", fmt.Sprint(len(pairs))))
	}
	for _, d := range pairs {
		if d.Kind == app.AlikeSame && len(d.Differs) == 0 {
			continue
		}
		fmt.Fprintln(w, "  "+say.say("cli.duplicate", "reason", say.say("alike."+d.Kind),
			"row", fmt.Sprint(d.B.Row), "name", d.B.Name, "class", d.B.Class,
			"other", fmt.Sprint(d.A.Row), "otherName", d.A.Name, "otherClass", d.A.Class))
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

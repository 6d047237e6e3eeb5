package main

import (
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"tiengtrong/app"
	"tiengtrong/print/export"
)

// registerCommand is `register`, which lists the numbers of an event; its subcommands give and take them.
func registerCommand(say *speaker) *cobra.Command {
	var asJSON bool
	keys := &keyFlags{}
	cmd := &cobra.Command{
		Use:  "register",
		Args: arguments("register", 1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			e, err := openFile(args[0])
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(cmd.OutOrStdout(), map[string]any{"entries": entriesJSON(e, e.Entries())})
			}
			say.entries(cmd, e.Entries())
			t := app.Totals(e.Entries())
			fmt.Fprintln(os.Stderr, say.say("cli.register-totals", "issued", fmt.Sprint(t.Issued), "force", fmt.Sprint(t.InForce), "void", fmt.Sprint(t.Void),
				"waiting", fmt.Sprint(waiting(e))))
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "")
	cmd.PersistentFlags().StringVar(&keys.store, "store", "", "")
	cmd.AddCommand(issueCommand(say, keys), voidCommand(say, keys), reprintCommand(say, keys), printedCommand(say), bookCommand(say))
	return cmd
}

// waiting counts who has no number yet.
func waiting(e *app.Event) int {
	n := 0
	for _, c := range e.Certificates {
		n += e.Unissued(c)
	}
	return n
}

// entries writes a line for each entry.
func (s *speaker) entries(cmd *cobra.Command, entries []*app.Entry) {
	for _, v := range entries {
		state := ""
		if !v.InForce() {
			state = s.say("cli.register-void", "date", v.Void.Date.Short(), "reason", v.Void.Reason)
		}
		fmt.Fprintln(cmd.OutOrStdout(), strings.TrimRight(strings.Join([]string{v.Number, v.Facts.Name, v.Facts.Class, v.Issued.Short(), state}, "\t"), "\t"))
	}
}

// entryJSON is an entry as `register --json` writes it.
type entryJSON struct {
	Number      string        `json:"number"`
	Seq         int           `json:"seq"`
	Series      string        `json:"series"`
	State       string        `json:"state"` // "issued" or "void"
	Certificate string        `json:"certificate"`
	Recipient   app.ID        `json:"recipient"`
	Certified   app.Facts     `json:"certified"`
	Issued      app.Date      `json:"issued"`
	Printed     app.Date      `json:"printed"`
	Replaces    string        `json:"replaces,omitempty"`
	Void        *app.Act      `json:"void,omitempty"`
	Reprints    []app.Reprint `json:"reprints,omitempty"`
}

func entriesJSON(e *app.Event, entries []*app.Entry) []entryJSON {
	out := make([]entryJSON, 0, len(entries))
	for _, v := range entries {
		state, certificate := "issued", ""
		if !v.InForce() {
			state = "void"
		}
		if c := app.Find(e.Certificates, v.Certificate); c != nil {
			certificate = c.Name
		}
		out = append(out, entryJSON{v.Number, v.Seq, v.Series, state, certificate, v.Recipient, v.Facts, v.Issued, v.Printed, v.Replaces, v.Void, v.Reprints})
	}
	return out
}

// issueFlags are the flags of `register issue`.
type issueFlags struct {
	certificate, date, order string
	from                     int
	code, asJSON             bool
}

func issueCommand(say *speaker, keys *keyFlags) *cobra.Command {
	var f issueFlags
	cmd := &cobra.Command{
		Use:  "issue",
		Args: arguments("register issue", 1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			b, err := openBook(args[0])
			if err != nil {
				return err
			}
			if cmd.Flags().Changed("code") {
				f.setCode(b.event)
			}
			fresh, err := f.issue(b.event)
			if err == nil {
				err = b.sign(*keys)
			}
			if err == nil {
				err = b.save(say)
			}
			if err != nil {
				return err
			}
			if f.asJSON {
				return writeJSON(cmd.OutOrStdout(), map[string]any{"entries": entriesJSON(b.event, fresh)})
			}
			say.entries(cmd, fresh)
			fmt.Fprintln(os.Stderr, say.say("register.issued-now", "count", fmt.Sprint(len(fresh))))
			return nil
		},
	}
	cmd.Flags().StringVar(&f.certificate, "certificate", "", "")
	cmd.Flags().IntVar(&f.from, "from", 0, "")
	cmd.Flags().StringVar(&f.order, "order", string(app.ByList), "")
	cmd.Flags().StringVar(&f.date, "date", "", "")
	cmd.Flags().BoolVar(&f.code, "code", false, "")
	cmd.Flags().BoolVar(&f.asJSON, "json", false, "")
	return cmd
}

// setCode says whether the certificates that the flags name bear a signed code.
func (f issueFlags) setCode(e *app.Event) {
	for i, c := range e.Certificates {
		if f.certificate == "" || app.Fold(c.Name) == app.Fold(f.certificate) {
			e.Certificates[i].Code = f.code
		}
	}
}

// issue gives numbers as the flags say.
func (f issueFlags) issue(e *app.Event) ([]*app.Entry, error) {
	date, err := dateFlag(f.date, app.Date{})
	if err != nil {
		return nil, err
	}
	issuing := app.Issuing{Date: date, Tones: app.DictionaryTones}
	if issuing.By, err = export.ParseOrder(f.order); err != nil {
		return nil, err
	}
	if f.certificate != "" {
		c, err := certificateNamed(e, f.certificate)
		if err != nil {
			return nil, err
		}
		issuing.Certificate = c.ID
	}
	for i, c := range e.Certificates {
		if f.from > 0 && (f.certificate == "" || c.ID == issuing.Certificate) {
			e.Certificates[i].First = f.from
		}
	}
	return e.Issue(issuing)
}

// dateFlag reads a date, or returns the usual one where none was given.
func dateFlag(text string, usual app.Date) (app.Date, error) {
	date, err := app.ParseDate(text)
	if err != nil {
		return app.Date{}, sentence("no-date", "text", text)
	}
	if date.IsZero() {
		return usual, nil
	}
	return date, nil
}

// amendFlags are the flags of `register void` and `register reprint`.
type amendFlags struct {
	reason, date, out string
	asJSON            bool
}

func (f *amendFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.reason, "reason", "", "")
	cmd.Flags().StringVar(&f.date, "date", "", "")
}

// amend opens the event at path and changes the entry that a person means by number.
func (f amendFlags) amend(path, number string, keys keyFlags, change func(e *app.Event, number, reason string, day app.Date) error) (*book, *app.Entry, error) {
	b, err := openBook(path)
	if err != nil {
		return nil, nil, err
	}
	day, err := dateFlag(f.date, app.DateOf(time.Now()))
	if err != nil {
		return nil, nil, err
	}
	number, err = b.event.NumberMeant(number)
	if err == nil {
		err = change(b.event, number, f.reason, day)
	}
	if err == nil {
		err = b.sign(keys)
	}
	if err != nil {
		return nil, nil, err
	}
	return b, b.event.Entry(number), nil
}

func voidCommand(say *speaker, keys *keyFlags) *cobra.Command {
	var f amendFlags
	cmd := &cobra.Command{
		Use:  "void",
		Args: arguments("register void", 2, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			b, entry, err := f.amend(args[0], args[1], *keys, (*app.Event).Void)
			if err == nil {
				err = b.save(say)
			}
			if err == nil {
				say.entries(cmd, []*app.Entry{entry})
			}
			return err
		},
	}
	f.add(cmd)
	return cmd
}

// reprintCommand is `register reprint`: it notes the reason, and writes the one sheet. The note is saved before the sheet
// appears, and after its proof was read: no sheet leaves without its note.
func reprintCommand(say *speaker, keys *keyFlags) *cobra.Command {
	var f amendFlags
	cmd := &cobra.Command{
		Use:  "reprint",
		Args: arguments("register reprint", 2, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.out == "" {
				return sentence("reprint-needs")
			}
			b, entry, err := f.amend(args[0], args[1], *keys, (*app.Event).Reprint)
			if err != nil {
				return err
			}
			studio, err := newStudio()
			if err != nil {
				return err
			}
			plan := export.Plan{Event: b.event, Studio: studio, What: []export.Kind{export.Certificates}, For: export.Office, Dir: f.out,
				Design: entry.Certificate, Only: []app.ID{entry.Recipient}, Ready: func() error { return b.save(say) }}
			return runExport(cmd.Context(), report{say, args[0], false}, plan, f.asJSON, cmd.OutOrStdout())
		},
	}
	f.add(cmd)
	cmd.Flags().StringVar(&f.out, "out", "", "")
	cmd.Flags().BoolVar(&f.asJSON, "json", false, "")
	return cmd
}

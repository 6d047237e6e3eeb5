package main

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"tiengtrong/app"
	"tiengtrong/print/export"
)

// registerCommand is `register`, which lists the numbers of an event; its subcommands give and take them.
func registerCommand(say *speaker) *cobra.Command {
	var asJSON bool
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
	cmd.AddCommand(issueCommand(say), voidCommand(say), reprintCommand(say), bookCommand(say))
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

func issueCommand(say *speaker) *cobra.Command {
	var f issueFlags
	cmd := &cobra.Command{
		Use:  "issue",
		Args: arguments("register issue", 1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			before, _ := os.Stat(args[0])
			e, err := openFile(args[0])
			if err != nil {
				return err
			}
			if cmd.Flags().Changed("code") {
				f.setCode(e)
			}
			fresh, err := f.issue(e)
			if err == nil {
				err = sealHere(say, e)
			}
			if err == nil {
				err = saveOver(say, args[0], before, e)
			}
			if err != nil {
				return err
			}
			if f.asJSON {
				return writeJSON(cmd.OutOrStdout(), map[string]any{"entries": entriesJSON(e, fresh)})
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

// amend opens the event at path, changes the entry of a number, and saves what came of it when then agrees.
func (f amendFlags) amend(say *speaker, path string, change func(e *app.Event, day app.Date) error, then func(*app.Event) error) error {
	before, _ := os.Stat(path)
	e, err := openFile(path)
	if err != nil {
		return err
	}
	day, err := dateFlag(f.date, app.DateOf(time.Now()))
	if err != nil {
		return err
	}
	if err := change(e, day); err != nil {
		return err
	}
	if err := sealHere(say, e); err != nil {
		return err
	}
	if err := then(e); err != nil {
		return err
	}
	return saveOver(say, path, before, e)
}

func voidCommand(say *speaker) *cobra.Command {
	var f amendFlags
	cmd := &cobra.Command{
		Use:  "void",
		Args: arguments("register void", 2, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			return f.amend(say, args[0], func(e *app.Event, day app.Date) error { return e.Void(args[1], f.reason, day) },
				func(*app.Event) error { return nil })
		},
	}
	f.add(cmd)
	return cmd
}

// reprintCommand is `register reprint`: it notes the reason, and writes the one sheet. The note is saved before the sheet
// is written, and after its proof was read: no sheet leaves without its note.
func reprintCommand(say *speaker) *cobra.Command {
	var f amendFlags
	cmd := &cobra.Command{
		Use:  "reprint",
		Args: arguments("register reprint", 2, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.out == "" {
				return sentence("reprint-needs")
			}
			var plan export.Plan
			err := f.amend(say, args[0], func(e *app.Event, day app.Date) error { return e.Reprint(args[1], f.reason, day) },
				func(e *app.Event) error {
					studio, err := newStudio()
					if err != nil {
						return err
					}
					plan = export.Plan{Event: e, Studio: studio, What: []export.Kind{export.Certificates}, For: export.Office, Dir: f.out,
						Only: []app.ID{e.Entry(args[1]).Recipient}}
					return proofFirst(cmd.Context(), say, plan)
				})
			if err != nil {
				return err
			}
			return runExport(cmd.Context(), say, plan, f.asJSON, cmd.OutOrStdout())
		},
	}
	f.add(cmd)
	cmd.Flags().StringVar(&f.out, "out", "", "")
	cmd.Flags().BoolVar(&f.asJSON, "json", false, "")
	return cmd
}

// proofFirst reads the proof of an export and refuses what has errors, before anything is noted in the register.
func proofFirst(ctx context.Context, say *speaker, plan export.Plan) error {
	problems, err := export.ProofOf(ctx, plan)
	if err != nil {
		return err
	}
	if n := export.CountErrors(problems); n > 0 && !plan.Force {
		say.problems(os.Stderr, problems)
		return sentence("export-blocked", "count", fmt.Sprint(n))
	}
	return nil
}

func bookCommand(say *speaker) *cobra.Command {
	f := exportFlags{what: string(export.Register), use: string(export.Office)}
	cmd := &cobra.Command{
		Use:  "book",
		Args: arguments("register book", 1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			plan, err := f.plan(cmd, args[0])
			if err != nil {
				return err
			}
			return runExport(cmd.Context(), say, plan, f.asJSON, cmd.OutOrStdout())
		},
	}
	cmd.Flags().StringVar(&f.out, "out", "", "")
	cmd.Flags().BoolVar(&f.asJSON, "json", false, "")
	return cmd
}

// issueFirst gives the numbers that the certificates of an export lack, and saves them before any sheet is written and
// after the proof was read: no sheet leaves with a number that the register doesn't know.
func (f exportFlags) issueFirst(cmd *cobra.Command, say *speaker, path string) error {
	before, _ := os.Stat(path)
	e, err := openFile(path)
	if err != nil {
		return err
	}
	plan, err := f.plan(cmd, path) // with a shop that isn't the event's, perhaps
	if err != nil {
		return err
	}
	if !slices.Contains(plan.What, export.Certificates) || plan.Shard.Parts > 0 {
		return sentence("issue-whole")
	}
	fresh, err := e.Issue(app.Issuing{By: plan.Handout.Order, Tones: plan.Handout.Tones})
	if err != nil {
		return err
	}
	for _, c := range e.Certificates {
		e.MarkPrinted(c.ID, app.DateOf(time.Now()))
	}
	plan.Event.Register = e.Register
	if err := proofFirst(cmd.Context(), say, plan); err != nil {
		return err
	}
	if err := saveOver(say, path, before, e); err != nil {
		return err
	}
	fmt.Fprintln(os.Stderr, say.say("register.issued-now", "count", fmt.Sprint(len(fresh))))
	return nil
}

package main

import (
	"fmt"
	"os"
	"runtime/debug"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"tiengtrong/app"
	"tiengtrong/app/seal"
	"tiengtrong/print/export"
)

// book is an event's file whose register a command changes.
type book struct {
	path    string
	before  os.FileInfo
	event   *app.Event
	signing seal.Signing
}

func openBook(path string) (*book, error) {
	before, _ := os.Stat(path) // openFile tells why it can't be read
	e, err := openFile(path)
	return &book{path: path, before: before, event: e}, err
}

// sign signs what a change of the register left unsigned, where the keys are on this machine.
func (b *book) sign(keys keyFlags) error {
	store, err := keys.open()
	if err == nil {
		b.signing, err = store.SignAsked(b.event)
	}
	return err
}

// save saves the event, and then notes on the school's list what was withdrawn.
func (b *book) save(say *speaker) error {
	if err := saveOver(say, b.path, b.before, b.event); err != nil {
		return err
	}
	if err := b.signing.Note(); err != nil {
		return err
	}
	b.tellSigning(say)
	return nil
}

// tellSigning tells what was signed, or that the key isn't here.
func (b *book) tellSigning(s *speaker) {
	done, void := b.signing, fmt.Sprint(b.signing.Void)
	switch {
	case done.Later:
		fmt.Fprintln(os.Stderr, s.say("cli.keys-sign-later", "void", void, "path", b.path))
	case done.Asked && done.Signed+done.Void > 0:
		fmt.Fprintln(os.Stderr, s.say("cli.keys-signed", "count", fmt.Sprint(done.Signed), "void", void, "school", app.Clean(b.event.School.Name)))
	}
}

// issue gives the numbers that the certificates of an export lack.
func (b *book) issue(say *speaker, keys keyFlags, plan *export.Plan) error {
	if !slices.Contains(plan.What, export.Certificates) || plan.Shard.Parts > 0 {
		return sentence("issue-whole")
	}
	fresh, err := b.event.Issue(app.Issuing{By: plan.Order, Tones: plan.Tones})
	if err == nil {
		err = b.sign(keys)
	}
	plan.Event.Register = b.event.Register
	fmt.Fprintln(os.Stderr, say.say("register.issued-now", "count", fmt.Sprint(len(fresh))))
	return err
}

// skipChanged has an export leave out the sheets whose number certifies something else than they would say, and names them.
func (b *book) skipChanged(say *speaker, plan *export.Plan) {
	skipped := b.event.Changed()
	for _, v := range skipped {
		fmt.Fprintln(os.Stderr, say.say("cli.skipped", "number", v.Number, "name", v.Facts.Name, "path", b.path))
	}
	plan.LeaveOut(skipped)
}

// printed notes in the event's file, before any sheet appears, which numbers are on paper now, and tells of those that were
// before. The machines of a shard write no event.
func (b *book) printed(say *speaker, plan export.Plan) error {
	if !slices.Contains(plan.What, export.Certificates) {
		return nil
	}
	again, _ := b.event.Printed()
	fresh := plan.Fresh()
	if len(again) > 0 && plan.Only == nil {
		fmt.Fprintln(os.Stderr, say.say("cli.printed-again", "count", fmt.Sprint(len(again)), "number", again[0].Number, "date", again[0].Printed.Short()))
	}
	if plan.Shard.Parts > 0 && len(fresh) > 0 {
		fmt.Fprintln(os.Stderr, say.say("cli.printed-later", "path", b.path))
		return nil
	}
	if len(fresh) > 0 {
		b.markPrinted(say, app.ID{}, app.DateOf(time.Now()), recipientsOf(fresh)...)
	}
	if len(fresh) > 0 || b.signing.Asked {
		return b.save(say)
	}
	return nil
}

// recipientsOf lists who has the numbers.
func recipientsOf(numbers []*app.Entry) []app.ID {
	ids := make([]app.ID, len(numbers))
	for i, v := range numbers {
		ids[i] = v.Recipient
	}
	return ids
}

// markPrinted marks the numbers of one certificate, or of all, and says how many that were.
func (b *book) markPrinted(say *speaker, certificate app.ID, day app.Date, recipients ...app.ID) {
	_, before := b.event.Printed()
	for _, c := range b.event.Certificates {
		if certificate == (app.ID{}) || certificate == c.ID {
			b.event.MarkPrinted(c.ID, day, recipients...)
		}
	}
	_, after := b.event.Printed()
	fmt.Fprintln(os.Stderr, say.say("cli.printed-now", "count", fmt.Sprint(len(before)-len(after))))
}

// printedCommand is `register printed`: sheets that left without the program knowing, such as those of several machines.
func printedCommand(say *speaker) *cobra.Command {
	var certificate, date string
	cmd := &cobra.Command{
		Use:  "printed",
		Args: arguments("register printed", 1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			b, err := openBook(args[0])
			if err != nil {
				return err
			}
			day, err := dateFlag(date, app.DateOf(time.Now()))
			if err != nil {
				return err
			}
			wanted := app.Certificate{}
			if certificate != "" {
				c, err := certificateNamed(b.event, certificate)
				if err != nil {
					return err
				}
				wanted = *c
			}
			b.markPrinted(say, wanted.ID, day)
			return b.save(say)
		},
	}
	cmd.Flags().StringVar(&certificate, "certificate", "", "")
	cmd.Flags().StringVar(&date, "date", "", "")
	return cmd
}

// bookCommand is `register book`.
func bookCommand(say *speaker) *cobra.Command {
	f := exportFlags{what: string(export.Register), use: string(export.Office)}
	cmd := &cobra.Command{
		Use:  "book",
		Args: arguments("register book", 1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			plan, _, err := f.plan(cmd, args[0])
			if err != nil {
				return err
			}
			debug.SetGCPercent(50) // all lines of a book are set before the first page is drawn
			return runExport(cmd.Context(), report{say, args[0], false}, plan, f.asJSON, cmd.OutOrStdout())
		},
	}
	cmd.Flags().StringVar(&f.out, "out", "", "")
	cmd.Flags().BoolVar(&f.asJSON, "json", false, "")
	return cmd
}

package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tiengtrong/app"
	"tiengtrong/app/file"
	"tiengtrong/assets"
	"tiengtrong/print"
	"tiengtrong/print/export"
	"tiengtrong/print/pack"
)

// openFile opens an event for a command; a file that can't be read ends the program with code 2.
func openFile(path string) (*app.Event, error) {
	spendMemory(path)
	e, err := file.Open(path)
	if err != nil {
		return nil, &exitError{2, err}
	}
	return e, nil
}

// longFile is the size of a file with some 25,000 recipients.
const longFile = 1 << 20

// spendMemory tells the garbage collector how much room it may leave: a long list takes enough as it is.
func spendMemory(path string) {
	percent := 200 // a tenth faster
	if info, err := os.Stat(path); err == nil && info.Size() > longFile {
		percent = 50
	}
	debug.SetGCPercent(percent)
}

func newStudio() (*print.Studio, error) {
	studio, err := print.NewStudio(assets.Sub("fonts"), assets.Sub("styles"), assets.Sub("icc"))
	if err != nil {
		return nil, err
	}
	studio.Awards, err = app.LoadAwardRules(assets.Sub("awards"))
	return studio, err
}

// openForPrint opens an event, and meanwhile reads what printing it needs.
func openForPrint(path string) (*app.Event, *print.Studio, error) {
	var studio *print.Studio
	var failed error
	var group sync.WaitGroup
	group.Go(func() { studio, failed = newStudio() })
	e, err := openFile(path)
	group.Wait()
	return e, studio, cmp.Or(err, failed)
}

// problemJSON is a problem as `check --json` writes it.
type problemJSON struct {
	Code     string       `json:"code"`
	Severity app.Severity `json:"severity"`
	Subject  string       `json:"subject"`
	Message  string       `json:"message"`
}

func (s *speaker) problemsJSON(problems []app.Problem) []problemJSON {
	out := make([]problemJSON, 0, len(problems))
	for _, p := range problems {
		subject := string(p.Subject.Kind)
		if p.Subject.Name != "" {
			subject += ": " + p.Subject.Name
		}
		out = append(out, problemJSON{p.Code, p.Severity, subject, s.load().Problem(p)})
	}
	return out
}

func checkCommand(say *speaker) *cobra.Command {
	var asJSON, all bool
	cmd := &cobra.Command{
		Use:  "check",
		Args: arguments("check", 1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			e, studio, err := openForPrint(args[0])
			if err != nil {
				return err
			}
			problems, err := export.ProofContext(cmd.Context(), e, studio, export.All())
			if err != nil {
				return err
			}
			problems = append(problems, app.Overdue(e, app.DateOf(time.Now()))...)
			if asJSON {
				err = writeJSON(cmd.OutOrStdout(), map[string]any{"problems": say.problemsJSON(problems)})
			} else {
				report{say, args[0], all}.problems(cmd.OutOrStdout(), problems)
				if len(problems) == 0 {
					fmt.Fprintln(cmd.OutOrStdout(), say.say("cli.check-clean"))
				}
			}
			if err == nil && export.CountErrors(problems) > 0 {
				err = &exitError{code: 1}
			}
			return err
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "")
	cmd.Flags().BoolVar(&all, "all", false, "")
	return cmd
}

// exportFlags are the flags of `export`.
type exportFlags struct {
	out, what, use, tile, letters, pixels, shard, shop, outline, run   string
	overlap                                                            float64
	force, asJSON, panels, cover, issue, trial, unprinted, skipChanged bool
	keys                                                               keyFlags // of the school, to sign what --issue issues
	handout                                                            handoutFlags
}

func exportCommand(say *speaker) *cobra.Command {
	var f exportFlags
	cmd := &cobra.Command{
		Use:  "export",
		Args: arguments("export", 1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			plan, b, err := f.plan(cmd, args[0])
			if err == nil && f.issue {
				err = b.issue(say, f.keys, &plan)
			}
			if err == nil && f.unprinted && !plan.Unprinted() {
				err = sentence("all-printed")
			}
			if err != nil {
				return err
			}
			if f.skipChanged {
				b.skipChanged(say, &plan)
			}
			if !f.trial {
				plan.Ready = func() error { return b.printed(say, plan) }
			}
			r := report{say, args[0], false}
			if f.what == packName {
				return f.pack(cmd, r, plan)
			}
			return runExport(cmd.Context(), r, plan, f.asJSON, cmd.OutOrStdout())
		},
	}
	cmd.Flags().BoolVar(&f.issue, "issue", false, "")
	cmd.Flags().BoolVar(&f.trial, "trial", false, "")
	cmd.Flags().BoolVar(&f.unprinted, "unprinted", false, "")
	cmd.Flags().BoolVar(&f.skipChanged, "skip-changed", false, "")
	cmd.Flags().StringVar(&f.keys.store, "store", "", "")
	cmd.Flags().StringVar(&f.out, "out", "", "")
	cmd.Flags().StringVar(&f.what, "what", "", "")
	cmd.Flags().StringVar(&f.use, "for", string(export.Office), "")
	cmd.Flags().BoolVar(&f.force, "force", false, "")
	cmd.Flags().StringVar(&f.shop, "shop", "", "")
	cmd.Flags().StringVar(&f.outline, "outline", "", "")
	cmd.Flags().BoolVar(&f.panels, "panels", false, "")
	cmd.Flags().StringVar(&f.tile, "tile", "", "")
	cmd.Flags().Float64Var(&f.overlap, "overlap", float64(print.StandardOverlap), "")
	cmd.Flags().StringVar(&f.letters, "letters", "", "")
	cmd.Flags().StringVar(&f.pixels, "pixels", "", "")
	cmd.Flags().StringVar(&f.shard, "shard", "", "")
	cmd.Flags().StringVar(&f.run, "run", "", "")
	cmd.Flags().BoolVar(&f.cover, "cover", false, "")
	f.handout.register(cmd.Flags())
	cmd.Flags().BoolVar(&f.asJSON, "json", false, "")
	return cmd
}

// plan reads what is to be exported, and the event's file. What the flags change in the event is for this export alone.
func (f exportFlags) plan(cmd *cobra.Command, path string) (plan export.Plan, b *book, err error) {
	if f.out == "" {
		return plan, nil, sentence("export-needs")
	}
	what, use, err := f.kinds()
	if err != nil {
		return plan, nil, err
	}
	options, err := f.options(cmd.Flags())
	if err == nil {
		options.Run, err = f.journal(what)
	}
	if err != nil {
		return plan, nil, err
	}
	b = &book{path: path}
	b.before, _ = os.Stat(path)
	var studio *print.Studio
	if b.event, studio, err = openForPrint(path); err != nil {
		return plan, nil, err
	}
	e := *b.event
	e.Certificates = slices.Clone(e.Certificates)
	f.handout.call(e.Certificates)
	if f.shop != "" {
		if e.Shop, err = shopOf(f.shop); err != nil {
			return plan, nil, err
		}
	}
	printer, err := f.handout.correct()
	return export.Plan{Event: &e, Studio: studio, What: what, For: use, Dir: f.out, Force: f.force, Printer: printer, Options: options}, b, err
}

// kinds reads what is exported, and for whom.
func (f exportFlags) kinds() ([]export.Kind, export.Use, error) {
	use, err := export.ParseUse(f.use)
	if f.what != packName || err != nil {
		what, wrong := export.ParseKinds(f.what)
		return what, use, cmp.Or(wrong, err)
	}
	if use != export.Shop {
		return nil, "", sentence("pack-for-shop")
	}
	return pack.Kinds, use, nil
}

// journal reads the run that a report is about.
func (f exportFlags) journal(what []export.Kind) (*app.Run, error) {
	if slices.Contains(what, export.Reports) != (f.run != "") {
		return nil, sentence("report-needs")
	}
	if f.run == "" {
		return nil, nil
	}
	run, err := file.ReadJournal(f.run)
	if err != nil {
		return nil, &exitError{2, err}
	}
	return &run, nil
}

// options reads the flags that only some uses have.
func (f exportFlags) options(flags *pflag.FlagSet) (export.Options, error) {
	o := export.Options{Panels: f.panels, Cover: f.cover, Blank: f.handout.blank, Trial: f.trial, Overlap: print.MM(f.overlap)}
	var errs [6]error
	o.Tile, errs[0] = export.ParsePaper(f.tile)
	o.Letters, errs[1] = export.ParsePaper(f.letters)
	o.Pixels, errs[2] = export.ParsePixels(f.pixels)
	o.Shard, errs[3] = export.ParseShard(f.shard)
	o.Outline, errs[4] = export.ParseOutline(f.outline)
	o.Handout, errs[5] = f.handout.read(flags)
	for _, err := range errs {
		if err != nil {
			return o, err
		}
	}
	return o, nil
}

// shopOf returns the preset of a print shop with that code.
func shopOf(code string) (app.Shop, error) {
	shops, err := app.LoadShops(assets.Sub("shops"))
	var codes []string
	for _, shop := range shops {
		if shop.Code == code {
			return shop, nil
		}
		codes = append(codes, shop.Code)
	}
	if err == nil {
		err = &export.UnknownName{What: "shop", Name: code, Known: codes}
	}
	return app.Shop{}, err
}

func runExport(ctx context.Context, say report, plan export.Plan, asJSON bool, out io.Writer) error {
	progress, finish := say.progress(os.Stderr)
	result, err := export.Run(ctx, plan, progress)
	finish()
	say.problems(os.Stderr, result.Problems)
	if blocked := (*export.BlockedError)(nil); errors.As(err, &blocked) {
		return sentence("export-blocked", "count", fmt.Sprint(export.CountErrors(blocked.Problems)))
	}
	if err != nil {
		return err
	}
	if result.Forced() {
		fmt.Fprintln(os.Stderr, say.say("cli.export-forced", "count", fmt.Sprint(export.CountErrors(result.Problems))))
	}
	if asJSON {
		return writeJSON(out, map[string]any{"files": nonNil(result.Files)})
	}
	if len(result.Files) == 0 {
		fmt.Fprintln(os.Stderr, say.say("cli.nothing"))
	}
	for _, f := range result.Files {
		fmt.Fprintln(out, say.file(f))
	}
	return nil
}

// file tells of a file: its pages and their size, its pixels where it is for a screen, nothing more where it has neither.
func (s *speaker) file(f export.File) string {
	switch {
	case f.Pages == 0:
		return f.Path
	case f.WidthPX > 0:
		return s.say("cli.file-pixels", "path", f.Path, "width", fmt.Sprint(f.WidthPX), "height", fmt.Sprint(f.HeightPX))
	}
	return s.say("cli.file", "path", f.Path, "pages", fmt.Sprint(f.Pages),
		"width", millimetres(f.WidthMM), "height", millimetres(f.HeightMM), "scale", fmt.Sprint(f.Scale))
}

// millimetres writes a length to a tenth, without a needless ".0".
func millimetres(v float64) string {
	return strings.TrimSuffix(fmt.Sprintf("%.1f", v), ".0")
}

// nonNil makes an empty list an empty JSON array, not null.
func nonNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

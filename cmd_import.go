package main

import (
	"context"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"tiengtrong/app"
	"tiengtrong/app/file"
	"tiengtrong/app/intake"
	"tiengtrong/assets"
)

// importFlags are the flags of `import`.
type importFlags struct {
	roster, certificate, program, ceremony, slogans string
	list                                            listFlags
	yes, dryRun                                     bool
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
	cmd.Flags().BoolVar(&f.yes, "yes", false, "")
	cmd.Flags().BoolVar(&f.dryRun, "dry-run", false, "")
	f.list.add(cmd)
	return cmd
}

// run takes the lists into the event at path.
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
	if f.dryRun {
		fmt.Fprintln(os.Stderr, say.say("cli.dry-run", "path", path))
		return nil
	}
	return saveOver(say, path, before, e)
}

// saveOver saves an event where it was read, unless somebody else has written there meanwhile.
func saveOver(say *speaker, path string, before os.FileInfo, e *app.Event) error {
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
		c.Program = app.Program{Items: reading.Items}
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

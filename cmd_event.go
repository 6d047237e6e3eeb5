package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"tiengtrong/app"
	"tiengtrong/app/file"
	"tiengtrong/app/intake"
	"tiengtrong/assets"
)

func newCommand(say *speaker) *cobra.Command {
	var name, out string
	var list, force bool
	cmd := &cobra.Command{
		Use:  "new",
		Args: arguments("new", 0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if list {
				return listTemplates(say, cmd.OutOrStdout())
			}
			if name == "" || out == "" {
				return sentence("new-needs")
			}
			return newEvent(say, name, out, force)
		},
	}
	cmd.Flags().StringVar(&name, "template", "", "")
	cmd.Flags().StringVar(&out, "out", "", "")
	cmd.Flags().BoolVar(&list, "list", false, "")
	cmd.Flags().BoolVar(&force, "force", false, "")
	return cmd
}

func listTemplates(say *speaker, out io.Writer) error {
	templates, err := intake.Templates(assets.Sub("."))
	for _, t := range templates {
		fmt.Fprintf(out, "%-30s %s\n", t.Name, say.say("template."+t.Name))
	}
	return err
}

func newEvent(say *speaker, name, out string, force bool) error {
	e, err := intake.NewFrom(assets.Sub("."), name)
	if err != nil {
		return err
	}
	if _, err := os.Lstat(out); err == nil && !force {
		return sentence("file-exists", "path", out)
	}
	if err := file.Save(out, e); err != nil {
		return err
	}
	fmt.Fprintln(os.Stderr, say.say("cli.saved", "path", out))
	return nil
}

// summary is what `info` tells of an event.
type summary struct {
	Title        string   `json:"title"`
	School       string   `json:"school"`
	From         app.Date `json:"from"`
	To           app.Date `json:"to"`
	Ceremonies   int      `json:"ceremonies"`
	ProgramItems int      `json:"program_items"`
	Slogans      int      `json:"slogans"`
	Posters      int      `json:"posters"`
	Banners      int      `json:"banners"`
	Certificates int      `json:"certificates"`
	Recipients   int      `json:"recipients"`
}

func summarise(e *app.Event) summary {
	s := summary{
		Title: e.Title, School: e.School.Name, From: e.From, To: e.To, Ceremonies: len(e.Ceremonies), Slogans: len(e.Slogans),
		Posters: len(e.Posters), Banners: len(e.Banners), Certificates: len(e.Certificates),
	}
	for _, c := range e.Ceremonies {
		s.ProgramItems += len(c.Program.Items)
	}
	for _, c := range e.Certificates {
		s.Recipients += len(e.RosterOf(c).Recipients)
	}
	return s
}

func infoCommand(say *speaker) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:  "info",
		Args: arguments("info", 1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			e, err := openFile(args[0])
			if err != nil {
				return err
			}
			s := summarise(e)
			if asJSON {
				return writeJSON(cmd.OutOrStdout(), s)
			}
			fmt.Fprintln(cmd.OutOrStdout(), say.say("cli.info", "title", s.Title, "school", s.School, "from", s.From.Short(),
				"to", s.To.Short(), "ceremonies", fmt.Sprint(s.Ceremonies), "items", fmt.Sprint(s.ProgramItems),
				"slogans", fmt.Sprint(s.Slogans), "posters", fmt.Sprint(s.Posters), "banners", fmt.Sprint(s.Banners),
				"certificates", fmt.Sprint(s.Certificates), "recipients", fmt.Sprint(s.Recipients)))
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "")
	return cmd
}

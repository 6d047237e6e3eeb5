package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tiengtrong/app"
	"tiengtrong/assets"
	"tiengtrong/print"
	"tiengtrong/print/export"
)

// pathOf names a command in the keys of its phrases: "export", "pack-verify".
func pathOf(cmd *cobra.Command) string {
	path := strings.Fields(cmd.CommandPath())
	return strings.Join(path[min(1, len(path)-1):], "-")
}

// help writes how a command is used, in the chosen language. The words are the phrases "help.PATH", "usage.PATH" and
// "flag.PATH.NAME", or "flag.NAME" for a flag that means the same everywhere.
func (s *speaker) help(w io.Writer, cmd *cobra.Command) {
	fmt.Fprintf(w, "%s\n\n%s\n  %s\n", s.say("help."+pathOf(cmd)), s.say("help-usage"), s.say("usage."+pathOf(cmd)))
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(w, "\n%s\n", s.say("help-commands"))
		for _, sub := range cmd.Commands() {
			if sub.IsAvailableCommand() {
				fmt.Fprintf(w, "  %-8s %s\n", sub.Name(), s.say("help."+pathOf(sub)))
			}
		}
	}
	fmt.Fprintf(w, "\n%s\n", s.say("help-flags"))
	cmd.Flags().VisitAll(func(f *pflag.Flag) { fmt.Fprintf(w, "  --%-12s %s\n", f.Name, s.flag(cmd, f)) })
}

// flag returns what a flag of a command means.
func (s *speaker) flag(cmd *cobra.Command, f *pflag.Flag) string {
	for _, key := range []string{"flag." + pathOf(cmd) + "." + f.Name, "flag." + f.Name} {
		if _, ok := s.load()[key]; ok {
			return s.say(key, "fields", rosterFields(), "kinds", join(export.All()), "uses", join(export.Uses),
				"papers", codes(print.Papers), "shops", shopCodes(),
				"sheets", codes(print.SheetPapers), "orders", join(app.Orders), "tones", join(app.ToneOrders))
		}
	}
	return f.Usage
}

// rosterFields lists the fields that --map knows.
func rosterFields() string {
	fields := make([]string, len(app.RosterColumns))
	for i, c := range app.RosterColumns {
		fields[i] = c.Field
	}
	return strings.Join(fields, ", ")
}

// shopCodes lists the presets that --shop knows.
func shopCodes() string {
	shops, _ := app.LoadShops(assets.Sub("shops")) // they are tested
	codes := make([]string, len(shops))
	for i, s := range shops {
		codes[i] = s.Code
	}
	return strings.Join(codes, ", ")
}

func join[T ~string](list []T) string {
	names := make([]string, len(list))
	for i, v := range list {
		names[i] = string(v)
	}
	return strings.Join(names, ", ")
}

// helpCommand is `help COMMAND`, the same as `COMMAND --help`.
func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:  "help",
		Args: arguments("help", 0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := cmd.Root().Find(args)
			if err := misspelt(cmd.Root(), rest); err != nil {
				return err
			}
			if err != nil || len(rest) > 0 {
				return sentence("no-command", "name", strings.Join(args, " "))
			}
			return about.Help()
		},
	}
}

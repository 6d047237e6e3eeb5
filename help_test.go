package main

import (
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// TestEveryCommandTellsItsUse holds that each command and flag has words in each language.
func TestEveryCommandTellsItsUse(t *testing.T) {
	for _, lang := range languages {
		say := &speaker{lang: lang}
		var check func(*cobra.Command)
		check = func(cmd *cobra.Command) {
			for _, kind := range []string{"help.", "usage."} {
				if _, ok := say.load()[kind+pathOf(cmd)]; !ok {
					t.Errorf("%s: no phrase %s%s", lang, kind, pathOf(cmd))
				}
			}
			cmd.InitDefaultHelpFlag()
			cmd.Flags().VisitAll(func(f *pflag.Flag) {
				if say.flag(cmd, f) == f.Usage {
					t.Errorf("%s: no phrase for --%s of %s", lang, f.Name, cmd.CommandPath())
				}
			})
			for _, sub := range cmd.Commands() {
				check(sub)
			}
		}
		check(rootCommand(say))
	}
}

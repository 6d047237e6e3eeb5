// Command tiengtrong plans a school's ceremonies and prints their banners, posters, programs and
// certificates. With a file, or alone, it opens the window; its subcommands need no display.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

// version is set by the Makefile from the tag that was built.
var version = "0.1.0"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	say := &speaker{lang: languageOf(os.Args[1:])}
	out := &output{Writer: os.Stdout}
	root := rootCommand(say)
	root.SetOut(out)
	err := root.ExecuteContext(ctx)
	if err == nil {
		err = out.err
	}
	if err != nil {
		code := 1
		if exit := (*exitError)(nil); errors.As(err, &exit) {
			code = exit.code
		}
		if text := say.error(err); text != "" {
			fmt.Fprintln(os.Stderr, text)
		}
		os.Exit(code)
	}
}

func rootCommand(say *speaker) *cobra.Command {
	root := &cobra.Command{
		Use:               "tiengtrong",
		Version:           version,
		Args:              arguments("tiengtrong", 0, 1),
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		PersistentPreRunE: func(*cobra.Command, []string) error { return say.known() },
		RunE:              func(_ *cobra.Command, args []string) error { return openWindow(args) },
	}
	root.PersistentFlags().StringVar(&say.lang, "lang", say.lang, "")
	root.SetVersionTemplate("Tiếng Trống {{.Version}}\n")
	root.SetFlagErrorFunc(flagFailure)
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { say.help(cmd.OutOrStdout(), cmd) })
	root.SetHelpCommand(helpCommand())
	root.AddCommand(newCommand(say), importCommand(say), rosterCommand(say), checkCommand(say),
		exportCommand(say), calibrateCommand(say), packCommand(say), registerCommand(say), keysCommand(say), certificateCommand(say), infoCommand(say), manualCommand(say))
	return root
}

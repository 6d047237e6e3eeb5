package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tiengtrong/app"
	"tiengtrong/app/file"
	"tiengtrong/app/intake"
	"tiengtrong/app/seal"
	"tiengtrong/print"
	"tiengtrong/print/export"
	"tiengtrong/print/pack"
)

// exitError is an error with an exit code of its own. A nil cause was already told.
type exitError struct {
	code  int
	cause error
}

func (e *exitError) Error() string {
	if e.cause == nil {
		return ""
	}
	return e.cause.Error()
}

func (e *exitError) Unwrap() error { return e.cause }

// sentenceError is an error that the phrase "cli.KEY" tells, with its holes filled from pairs.
type sentenceError struct {
	key   string
	pairs []string
}

func (e *sentenceError) Error() string { return e.key }

func sentence(key string, pairs ...string) error { return &sentenceError{key, pairs} }

// error returns the sentence of an error, or "" for one that was already told.
func (s *speaker) error(err error) string {
	if text := intake.Explain(s.load(), err); text != "" {
		return text
	}
	if f := (*file.Error)(nil); errors.As(err, &f) {
		return s.say("file."+string(f.Code), "path", f.Path)
	}
	if e := (*sentenceError)(nil); errors.As(err, &e) {
		return s.say("cli."+e.key, e.pairs...)
	}
	if e := (*app.BookError)(nil); errors.As(err, &e) {
		return s.say("register."+string(e.Code), "number", e.Number, "name", e.Name)
	}
	if e := (*export.UnknownName)(nil); errors.As(err, &e) {
		return s.say("export.unknown-"+e.What, "name", e.Name, "known", join(e.Known))
	}
	if e := (*export.MisplacedOption)(nil); errors.As(err, &e) {
		return s.say("export.misplaced", "option", e.Option, "use", string(e.Use))
	}
	if e := (*export.ConflictingOptions)(nil); errors.As(err, &e) {
		return s.say("export.conflict", "one", e.One, "other", e.Other)
	}
	if e := (*app.CalibrationError)(nil); errors.As(err, &e) {
		return s.say("calibration."+e.Code, "corner", e.Corner, "value", s.decimal(e.Value), "percent", s.decimal(100+100*e.Value))
	}
	if e := (*export.NotCalibrated)(nil); errors.As(err, &e) {
		return s.say("export.not-calibrated", "printer", e.Printer, "width", millimetres(float64(e.Paper.W)), "height", millimetres(float64(e.Paper.H)))
	}
	if e := (*print.NoRoom)(nil); errors.As(err, &e) {
		return s.say("export.no-room", "count", fmt.Sprint(e.Up), "width", millimetres(float64(e.Page.W)), "height", millimetres(float64(e.Page.H)),
			"papers", codes(e.Papers))
	}
	if e := (*export.FolderError)(nil); errors.As(err, &e) {
		return s.say("export.can-not-write", "path", e.Dir, "reason", s.reason(err))
	}
	if e := (*pack.Unreadable)(nil); errors.As(err, &e) {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return s.say("file.not-found", "path", e.Path)
		case errors.Is(err, fs.ErrPermission):
			return s.say("file.no-access", "path", e.Path)
		}
		return s.say("pack.unreadable-"+e.Reason, "path", e.Path)
	}
	for _, refusal := range keyRefusals {
		if errors.Is(err, refusal.err) {
			return s.say("cli.keys." + refusal.key)
		}
	}
	if errors.Is(err, context.Canceled) {
		return s.say("cli.cancelled")
	}
	if err.Error() == "" {
		return ""
	}
	return s.say("cli.error", "error", s.reason(err))
}

// keyRefusals are why a school's keys can't do what was asked, and their phrases.
var keyRefusals = []struct {
	err error
	key string
}{
	{seal.ErrNoKey, "no-key"}, {seal.ErrLostSecret, "lost-secret"}, {seal.ErrOtherName, "other-name"}, {seal.ErrBadName, "bad-name"}, {seal.ErrUnknownKey, "unknown-key"},
	{seal.ErrShortPassphrase, "short-passphrase"}, {seal.ErrWrongPassphrase, "wrong-passphrase"}, {seal.ErrNotBackup, "not-backup"},
}

// reasons are the ways in which a system refuses, and their phrases.
var reasons = []struct {
	err error
	key string
}{
	{syscall.ENOSPC, "disk-full"}, {syscall.EROFS, "read-only"}, {syscall.ENOTDIR, "not-a-folder"}, {syscall.EISDIR, "is-a-folder"},
	{syscall.EEXIST, "is-a-folder"}, {syscall.ENAMETOOLONG, "name-too-long"}, {fs.ErrPermission, "no-rights"}, {fs.ErrNotExist, "no-folder"},
}

// reason says why the system refused. What no phrase says is told as the system does.
func (s *speaker) reason(err error) string {
	for _, r := range reasons {
		if errors.Is(err, r.err) {
			return s.say("system." + r.key)
		}
	}
	return err.Error()
}

// arguments lets a command take from least to most arguments.
func arguments(name string, least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := misspelt(cmd, args); err != nil {
			return err
		}
		switch {
		case len(args) < least:
			return sentence("argument-missing", "command", name)
		case len(args) > most:
			return sentence("argument-too-many", "command", name, "argument", args[most])
		}
		return nil
	}
}

// misspelt tells of a first word that is meant to be a command of cmd and is none, and which it may be.
func misspelt(cmd *cobra.Command, args []string) error {
	if !cmd.HasAvailableSubCommands() || len(args) == 0 {
		return nil
	}
	word := args[0]
	if _, err := os.Stat(word); err == nil {
		return nil
	}
	cmd.SuggestionsMinimumDistance = 2
	if alike := cmd.SuggestionsFor(word); len(alike) > 0 {
		return sentence("no-command-like", "name", word, "like", cmd.CommandPath()+" "+strings.Join(alike, ", "))
	}
	if !cmd.HasParent() && !strings.ContainsAny(word, `./\`) {
		return sentence("no-command", "name", word)
	}
	return nil
}

// flagFailure tells a wrong flag in a sentence.
func flagFailure(cmd *cobra.Command, err error) error {
	if err := misspelt(cmd, cmd.Flags().Args()); err != nil {
		return err
	}
	if e := (*pflag.NotExistError)(nil); errors.As(err, &e) {
		return sentence("flag-unknown", "flag", dashed(e.GetSpecifiedName()), "command", cmd.CommandPath())
	}
	if e := (*pflag.ValueRequiredError)(nil); errors.As(err, &e) {
		return sentence("flag-no-value", "flag", dashed(e.GetSpecifiedName()), "command", cmd.CommandPath())
	}
	if e := (*pflag.InvalidValueError)(nil); errors.As(err, &e) {
		return sentence("flag-bad-value", "flag", dashed(e.GetFlag().Name), "value", e.GetValue(), "command", cmd.CommandPath())
	}
	return sentence("flag-bad", "command", cmd.CommandPath())
}

// dashed writes a flag as people type it.
func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

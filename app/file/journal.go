package file

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"tiengtrong/app"
)

// JournalEnding is the ending of the names of journals.
const JournalEnding = ".dienbien"

// journalFormat is the number of the layout of journals that this program writes. The second one knows steps that are
// undone, reasons that are noted later, and what the audience sees.
const journalFormat = 2

// Journal is the file of a run while it is live: a line with the plan, then a line for each action. Every line is on the
// disk before Append returns, so that a run survives a crash at any instant.
type Journal struct {
	Path string
	file *os.File
}

// journalHead is the first line of a journal.
type journalHead struct {
	Program string `json:"program"`
	Journal int    `json:"journal"`
	app.Run
}

// NewJournal begins the journal of a run beside the event's file, or, where nothing can be written there, in the folder
// that the system gives to programs. The name tells the ceremony and the time. The error is an *Error.
func NewJournal(event string, run app.Run, now time.Time) (*Journal, error) {
	head, err := journalLine(journalHead{programName, journalFormat, run})
	if err != nil {
		return nil, &Error{CantWrite, event, err}
	}
	name := journalStem(event, run.Plan.ID) + now.Format("20060102-150405") + JournalEnding
	for _, dir := range journalFolders(event) {
		var j *Journal
		if j, err = beginJournal(filepath.Join(dir, name), head); err == nil {
			return j, nil
		}
	}
	return nil, &Error{CantWrite, event, err}
}

func beginJournal(path string, head []byte) (*Journal, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, fmt.Errorf("make the journal's folder: %w", err)
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY|os.O_APPEND, 0o644)
	if err != nil {
		return nil, fmt.Errorf("begin the journal: %w", err)
	}
	j := &Journal{path, f}
	if err := j.write(head); err != nil {
		f.Close()
		os.Remove(path)
		return nil, err
	}
	return j, syncFolder(filepath.Dir(path))
}

// journalStem is how the names of a ceremony's journals begin.
func journalStem(event string, ceremony app.ID) string {
	return strings.TrimSuffix(filepath.Base(event), Ending) + "-" + ceremony.String()[:8] + "-"
}

// journalFolders lists where a journal may be, the best place first.
func journalFolders(event string) []string {
	dirs := []string{filepath.Dir(event)}
	if config, err := os.UserConfigDir(); err == nil {
		dirs = append(dirs, filepath.Join(config, "tiengtrong", "dien-bien"))
	}
	return dirs
}

// Journals lists the journals of a ceremony of the event in that file, the latest first.
func Journals(event string, ceremony app.ID) []string {
	var found []string
	for _, dir := range journalFolders(event) {
		entries, _ := os.ReadDir(dir) // a folder that isn't there holds none
		for _, e := range entries {
			if strings.HasPrefix(e.Name(), journalStem(event, ceremony)) && strings.HasSuffix(e.Name(), JournalEnding) {
				found = append(found, filepath.Join(dir, e.Name()))
			}
		}
	}
	slices.SortFunc(found, func(a, b string) int { return strings.Compare(filepath.Base(b), filepath.Base(a)) })
	return found
}

// OpenJournal reads a journal and goes on with it. A last line that a crash has torn is cut off. The error is an *Error.
func OpenJournal(path string) (*Journal, app.Run, error) {
	run, whole, err := readJournal(path)
	if err != nil {
		return nil, run, err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		return nil, run, &Error{CantWrite, path, err}
	}
	if err := f.Truncate(whole); err != nil {
		f.Close()
		return nil, run, &Error{CantWrite, path, err}
	}
	return &Journal{path, f}, run, nil
}

// ReadJournal reads the run in a journal, which it does not change. The error is an *Error.
func ReadJournal(path string) (app.Run, error) {
	run, _, err := readJournal(path)
	return run, err
}

// Append writes one action to the disk. The error is an *Error.
func (j *Journal) Append(a app.Action) error {
	line, err := journalLine(a)
	if err == nil {
		err = j.write(line)
	}
	if err != nil {
		return &Error{CantWrite, j.Path, err}
	}
	return nil
}

// Close closes the journal's file.
func (j *Journal) Close() error { return j.file.Close() }

func (j *Journal) write(line []byte) error {
	if _, err := j.file.Write(line); err != nil {
		return fmt.Errorf("write the journal: %w", err)
	}
	if err := j.file.Sync(); err != nil {
		return fmt.Errorf("sync the journal: %w", err)
	}
	return nil
}

// journalLine writes a value as one line of JSON.
func journalLine(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return b.Bytes(), err
}

// readJournal returns the run and the length of the lines that are whole.
func readJournal(path string) (run app.Run, whole int64, err error) {
	f, err := os.Open(path)
	if err != nil {
		return run, 0, &Error{openCode(err), path, err}
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return run, 0, &Error{NotEvent, path, errors.Join(err, fs.ErrInvalid)}
	}
	run, whole, err = parseJournal(f)
	if own := (*Error)(nil); errors.As(err, &own) {
		own.Path = path
	}
	return run, whole, err
}

// parseJournal reads lines until the first that has no end. The error is an *Error.
func parseJournal(r io.Reader) (run app.Run, whole int64, err error) {
	in := bufio.NewReader(io.LimitReader(r, maxEntry))
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if err == io.EOF && n > 1 {
			return run, whole, nil // what follows the last newline was torn
		}
		if err != nil {
			return run, 0, &Error{Code: NotEvent, Err: err}
		}
		if n == 1 {
			run, err = parseHead(line)
		} else {
			run, err = parseAction(run, line)
		}
		if own := (*Error)(nil); errors.As(err, &own) {
			return run, 0, own
		}
		if err != nil {
			return run, 0, &Error{Code: Damaged, Err: fmt.Errorf("line %d: %w", n, err)}
		}
		whole += int64(len(line))
	}
}

func parseHead(line []byte) (app.Run, error) {
	var head journalHead
	err := json.Unmarshal(line, &head)
	switch {
	case head.Program != programName:
		return app.Run{}, &Error{Code: NotEvent, Err: err}
	case head.Journal > journalFormat:
		return app.Run{}, &Error{Code: Newer, Err: fmt.Errorf("journal format %d", head.Journal)}
	}
	return head.Run, err
}

func parseAction(run app.Run, line []byte) (app.Run, error) {
	var a app.Action
	if err := json.Unmarshal(line, &a); err != nil {
		return run, err
	}
	next, ok := run.Do(a)
	if !ok {
		return run, fmt.Errorf("the step %q makes no sense here", a.Step)
	}
	return next, nil
}

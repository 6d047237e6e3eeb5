package table

import (
	"errors"
	"fmt"
)

// Code says in one word why a file can't be read; the sentence for people is the phrase "table.CODE".
type Code string

// The reasons why a file can't be read.
const (
	Empty         Code = "empty"          // there is nothing in it
	UnknownFormat Code = "unknown-format" // Is holds the extension
	WrongName     Code = "wrong-name"     // the content is of another kind, Is, than the name says
	Locked        Code = "locked"         // needs a password, or is an .xls by another name
	Damaged       Code = "damaged"        // cut off, or its parts do not fit together
	TooLarge      Code = "too-large"      // past the bounds of memory
	NoEncoding    Code = "no-encoding"    // the file can't be read in the encoding Is
	NotText       Code = "not-text"       // bytes that are text in no encoding known here
)

// Error says which file could not be read, where in it (as far as that is known), and why.
type Error struct {
	File  string
	Sheet string
	Row   int // as the spreadsheet counts; 0 for the whole sheet or file
	Code  Code
	Is    string // what was found instead: "zip", "pdf", ".docx"
	Err   error  // the cause, or nil
}

// Error describes e for logs; people read the phrase of its code.
func (e *Error) Error() string {
	text := "read table " + e.File
	if e.Sheet != "" {
		text += fmt.Sprintf(", sheet %q", e.Sheet)
	}
	if e.Row > 0 {
		text += fmt.Sprintf(", row %d", e.Row)
	}
	text += ": " + string(e.Code)
	if e.Is != "" {
		text += " (" + e.Is + ")"
	}
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	return text
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// named puts the file's name into an error of this package.
func named(err error, file string) error {
	var e *Error
	if errors.As(err, &e) {
		e.File = file
		return e
	}
	return &Error{File: file, Code: Damaged, Err: err}
}

// Package assets holds the program's data in one embedded file system: fonts, styles, the words of the
// screen, samples, templates, slogans, icons and
// profiles. Fonts and profiles have their licences beside them.
package assets

import (
	"embed"
	"io/fs"
)

//go:embed awards fonts lang styles icc icons manual samples shops slogans templates verify
var files embed.FS

// Sub returns the folder of that name, "." for all of them: "awards", "fonts", "lang", "styles", "icc", "icons", "manual", "samples",
// "shops", "slogans", "templates" or "verify".
func Sub(name string) fs.FS {
	sub, err := fs.Sub(files, name)
	if err != nil {
		panic(err) // only for a name that is no valid path
	}
	return sub
}

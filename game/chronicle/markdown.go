package chronicle

import "io"

// Markdown writes a book as a page.
func (b *Book) Markdown(out io.Writer) {}

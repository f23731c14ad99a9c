package doc

// Pages is how many pages the document takes, for what has to fit on a sheet of paper.
func Pages(d Document) int { return len(layout(d).pages) }

"""Reading Office files back: the package and its limits, paragraphs and tables, every text of every part."""

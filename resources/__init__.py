"""Data only: templates, guidance packs, name lists, the sample review, theme and help."""

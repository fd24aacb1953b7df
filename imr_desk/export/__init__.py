"""A Review and a template become a neutral report; a report becomes a Word file, is read back and is verified."""

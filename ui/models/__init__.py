"""Models over tuples of plain values, for the views."""

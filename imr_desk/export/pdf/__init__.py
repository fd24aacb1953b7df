"""The report as a tagged PDF, with a layout and a structure tree of our own; `write_pdf` is the way in."""

from imr_desk.export.pdf.writer import write_pdf

__all__ = ["write_pdf"]

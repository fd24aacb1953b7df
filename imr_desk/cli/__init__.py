"""The same jobs without a window. `main` is what the command `imr-desk` calls for each of its words."""

from imr_desk.cli.main import WORDS, main

__all__ = ["WORDS", "main"]

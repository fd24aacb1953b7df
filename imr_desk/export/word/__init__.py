"""The Word writer: a neutral report becomes the bytes of a .docx, built in memory."""

from imr_desk.export.word.writer import write_word

__all__ = ["write_word"]

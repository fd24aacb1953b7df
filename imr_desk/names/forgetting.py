"""Forgetting the words that were remembered so that they need not be looked at twice: when a review is closed."""

from __future__ import annotations

from imr_desk.names import normalise, parts, register, tagger, unknown, view, word_clues
from imr_desk.review import known_date


def forget_words() -> None:
    """Empty what is kept between calls and holds words, names or dates of a review. Lists of the program stay."""
    for kept in (
        normalise.fold,
        normalise._gap_joint,
        normalise._pieces,
        view._kind_of,
        register.throwaway_register,
        unknown._indexed,
        parts.parts_of,
        word_clues.dictionary,
        word_clues.class_of,
        word_clues.sections,
        word_clues._own,
        word_clues.run_together,
        known_date.bounds,
    ):
        kept.cache_clear()
    tagger.forget()

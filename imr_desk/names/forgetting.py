"""Forgetting the words that were remembered so that they need not be looked at twice: when a review is closed."""

from __future__ import annotations

import gc
from functools import _lru_cache_wrapper

from imr_desk.names import tagger

_OURS = ("imr_desk.", "ui.")


def forget_words() -> None:
    """Empty what is kept between calls and may hold words, names or dates of a review.

    That is every bounded cache of the program, whatever it is for: nobody has to think of a new one. A cache without a
    bound, or for one thing alone, holds data of the program, which stay.
    """
    for kept in bounded_caches():
        kept.cache_clear()
    tagger.forget()


def bounded_caches() -> list[_lru_cache_wrapper[object]]:
    """Every cache of the program that forgets what it has not met for long."""
    caches = [each for each in gc.get_objects() if isinstance(each, _lru_cache_wrapper)]
    return [each for each in caches if _is_ours(each) and (each.cache_parameters()["maxsize"] or 1) > 1]


def _is_ours(cache: _lru_cache_wrapper[object]) -> bool:
    return str(getattr(cache, "__module__", "")).startswith(_OURS)

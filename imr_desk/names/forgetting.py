"""Forgetting the words that were remembered so that they need not be looked at twice: when a review is closed."""

from __future__ import annotations

import sys
from functools import _lru_cache_wrapper

from imr_desk.names import tagger

_OURS = ("imr_desk", "ui")


def forget_words() -> None:
    """Empty what is kept between calls and may hold words, names or dates of a review.

    That is every bounded cache of the program, whatever it is for: nobody has to think of a new one. A cache without a
    bound, or for one thing alone, holds data of the program, which stay.
    """
    for kept in bounded_caches():
        kept.cache_clear()
    tagger.forget()


def bounded_caches() -> list[_lru_cache_wrapper[object]]:
    """Every cache of the program that forgets what it has not met for long; each stands at the top of a module.

    The search for garbage cannot be asked: it does not tell of what was there when the window was first painted.
    """
    ours = [each for name, each in sys.modules.copy().items() if name.partition(".")[0] in _OURS]
    caches = [each for module in ours for each in [*vars(module).values()] if isinstance(each, _lru_cache_wrapper)]
    return [each for each in dict.fromkeys(caches) if (each.cache_parameters()["maxsize"] or 1) > 1]

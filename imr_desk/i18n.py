"""Words for people: every sentence passes here, so that Welsh will be a file and not a rewrite."""

from __future__ import annotations

import gettext
import locale
from functools import lru_cache
from importlib import resources

DOMAIN = "imr_desk"


@lru_cache(maxsize=1)
def _catalogue() -> gettext.NullTranslations:
    """The catalogue of the system's language, or the English of the source where there is none."""
    folder = resources.files("resources") / "locale"
    language = locale.getlocale()[0] or "en_GB"
    return gettext.translation(DOMAIN, localedir=str(folder), languages=[language], fallback=True)


def tr(message: str) -> str:
    """The sentence in the reader's language. Call it when the words are shown, never when a module is imported."""
    return _catalogue().gettext(message) if message else ""


def trn(one: str, many: str, count: int) -> str:
    """The sentence for one or for many, with ``{n}`` standing for the count."""
    return _catalogue().ngettext(one, many, count).format(n=count)


def mark(message: str) -> str:
    """Mark words of a declaration for translation without translating them yet."""
    return message

"""The design tokens of `resources/theme/tokens.toml`, read once. Names say what a colour or a size is for."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Literal, NamedTuple

Tone = Literal[
    "window", "page", "raised", "sunken", "hover", "selected", "line", "line_strong", "text", "text_soft",
    "text_quiet", "accent", "accent_hover", "on_accent", "accent_soft", "accent_line", "focus", "good", "good_soft",
    "good_line", "wait", "wait_soft", "wait_line", "bad", "bad_soft", "bad_line", "disabled", "disabled_fill", "scrim",
]  # fmt: skip
"""What a colour is for. Every set of colours has every one of them."""

Role = Literal["display", "title", "section", "reading", "body", "label", "small", "caption"]
"""What words are for, and so their size, line and weight."""

SETS = ("light", "dark", "high-contrast")
"""The sets of colours that are shipped."""


class TextStyle(NamedTuple):
    """Size and line height in pixels at 100 %, and the weight from 100 to 900."""

    size: int
    line: int
    weight: int


class Tokens(NamedTuple):
    """All tokens. Colours are `#RRGGBB`, or `#RRGGBBAA` for the scrim; sizes are pixels at 100 %."""

    colours: Mapping[str, Mapping[str, str]]
    styles: Mapping[str, TextStyle]
    family: str
    fallback: tuple[str, ...]
    space: Mapping[str, int]
    radius: Mapping[str, int]
    size: Mapping[str, int]


@lru_cache(maxsize=1)
def tokens() -> Tokens:
    """The tokens as shipped."""
    raw = tomllib.loads((resources.files("resources") / "theme" / "tokens.toml").read_text(encoding="utf-8"))
    words = dict(raw["type"])
    family, fallback = str(words.pop("family")), tuple(words.pop("fallback"))
    return Tokens(
        colours={name: raw[name] for name in SETS},
        styles={role: TextStyle(**style) for role, style in words.items()},
        family=family,
        fallback=fallback,
        space=raw["space"],
        radius=raw["radius"],
        size=raw["size"],
    )

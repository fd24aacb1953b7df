"""The posts and units that the guidance names: data, since titles change (requirements catalogue, section 21)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from types import MappingProxyType


@dataclass(frozen=True)
class Post:
    """One post or unit: its title now, other words for it, and words that name it only where they stand alone."""

    title: str
    also: tuple[str, ...]
    alone: tuple[str, ...]

    def is_named_in(self, text: str) -> bool:
        """Whether a text names it, in capitals or small letters."""
        return bool(_pattern(self).search(text))


@lru_cache(maxsize=1)
def posts() -> Mapping[str, Post]:
    """All of them by their stored words."""
    text = (resources.files("resources") / "guidance" / "posts.toml").read_text(encoding="utf-8")
    return MappingProxyType(
        {
            name: Post(each["title"], tuple(each["also"]), tuple(each["alone"]))
            for name, each in tomllib.loads(text).items()
        }
    )


def title_of_post(name: str) -> str:
    """What a post is called now; KeyError for one that is not listed."""
    return posts()[name].title


@lru_cache(maxsize=32)
def _pattern(post: Post) -> re.Pattern[str]:
    anywhere = (rf"\b{re.escape(words)}\b" for words in (post.title, *post.also))
    alone = (rf"^\s*{re.escape(words)}\s*(?:,|$)" for words in post.alone)
    return re.compile("|".join((*anywhere, *alone)), re.IGNORECASE)

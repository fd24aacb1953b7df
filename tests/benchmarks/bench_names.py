"""How quickly likely names are found, beside a plain pass over the words of the same text in the same run.

Quote the ratios. Processor time is measured, since on a busy machine a clock on the wall measures the others.
"""

from __future__ import annotations

import json
import math
import re
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles

import pytest
from turns import in_turn, show

from imr_desk.names import find_names, unknown
from imr_desk.names.forgetting import forget_words
from imr_desk.names.normalise import fold

ROOT = Path(__file__).resolve().parents[2]
WORDS, ROUNDS = 5_000, 5
WORDS_A_SECOND, PASSAGE_MS, LOAD_TIMES, MEMORY_MB = 30_000, 5.0, 8.0, 60.0
MOST_TIMES, MOST_GROWTH = 40.0, 1.15
"""How many times as long as a plain pass; and the power of the length with which the time may grow."""
_WORD = re.compile(r"[^\W\d_]+")


def passages() -> list[str]:
    """Passages with people and without, and the guide: prose without a single name."""
    lines = (ROOT / "tests" / "names" / "kept_aside.jsonl").read_text(encoding="utf-8").splitlines()
    guide = (ROOT / "docs" / "user-guide.md").read_text(encoding="utf-8")
    found = [str(json.loads(line)["text"]) for line in lines]
    prose = [part for part in guide.split("\n\n") if len(part) > 100]
    return [text for both in zip(found, cycle(prose), strict=False) for text in both]


def document(words: int) -> str:
    """So many words of them."""
    whole = "\n\n".join(passages())
    return "".join(islice(cycle(re.findall(r"\S+\s*", whole)), words))


def plain_pass(text: str) -> list[tuple[int, str]]:
    """The yardstick: each word with its place, folded."""
    return [(match.start(), fold(match[0])) for match in _WORD.finditer(text)]


def seconds(deed: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median processor time of a deed."""
    taken = []
    for _ in range(rounds):
        began = time.process_time()
        deed()
        taken.append(time.process_time() - began)
    return median(taken)


def test_a_document_of_5_000_words_is_searched_within_a_few_plain_passes() -> None:
    text = document(WORDS)
    find_names("Mr Throstle left.")
    plain = seconds(lambda: plain_pass(text))
    again = seconds(lambda: find_names(text))

    def afresh() -> None:
        forget_words()
        find_names(text)

    first = seconds(afresh)
    look = seconds(lambda: unknown.find(text, look=True))
    print(f"\n5,000 words: plain pass 1.0 ({plain * 1000:.1f} ms)")
    for name, taken in (("seen before", again), ("never seen", first), ("worth a look too", look)):
        print(f"  {name:18} {taken / plain:6.1f} times   {WORDS / taken:9,.0f} words a second")
    assert again / plain < MOST_TIMES
    assert WORDS / again > WORDS_A_SECOND


def test_time_grows_with_the_length_of_the_text() -> None:
    lengths = (2_500, 5_000, 10_000, 20_000)
    taken = []
    for words in lengths:
        search = partial(find_names, document(words))
        taken.append(seconds(search, 3))
    growth = math.log(taken[-1] / taken[0]) / math.log(lengths[-1] / lengths[0])
    print(f"\ntime grows with the length to the power of {growth:.2f}")
    assert growth < MOST_GROWTH


def test_one_passage_is_searched_between_two_keys() -> None:
    taken = []
    find_names("Mr Throstle left.")
    forget_words()
    for text in passages():
        began = time.process_time()
        find_names(text)
        taken.append((time.process_time() - began) * 1000)
    slow = quantiles(taken, n=20)[-1]
    print(f"\none passage: half within {median(taken):.2f} ms, 95 of 100 within {slow:.2f} ms")
    assert slow < PASSAGE_MS


def test_loading_takes_a_few_starts_of_python() -> None:
    first = "from imr_desk.names import find_names; find_names('On 3 May the file was sent.'); print(1, flush=True)"
    medians = in_turn({"python": "import re, json; print(1, flush=True)", "first search": first}, rounds=5)
    show(medians, "python")
    assert medians["first search"] / medians["python"] < LOAD_TIMES


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read where Linux tells it")
def test_memory_stays_small_after_a_whole_document() -> None:
    code = (
        "import re, sys, json, pathlib\n"
        "status = pathlib.Path('/proc/self/status')\n"
        "def held(): return int(re.search(r'VmRSS:\\s+(\\d+)', status.read_text())[1]) / 1024\n"
        "text = sys.stdin.read(); before = held()\n"
        "from imr_desk.names import find_names\n"
        "find_names('On 3 May the file was sent.'); loaded = held()\n"
        "find_names(text); print(json.dumps([loaded - before, held() - before]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=document(WORDS), capture_output=True, text=True, check=True, cwd=ROOT
    )
    loaded, used = json.loads(done.stdout)
    print(f"\nmemory: {loaded:.0f} MB for the lists, {used:.0f} MB after 5,000 words")
    assert used < MEMORY_MB

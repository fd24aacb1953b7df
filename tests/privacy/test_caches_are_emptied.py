"""What the program remembers between calls is forgotten with the review: no cache holds a word of it afterwards."""

from __future__ import annotations

import ast
import gc

import imr_desk.intake.days
from imr_desk.names import find_names
from imr_desk.names.forgetting import bounded_caches, forget_words
from imr_desk.review.dates import parse_known
from tests.architecture.source_tree import ROOT

PROGRAM = ("imr_desk", "ui")


def test_every_bounded_cache_is_emptied_whatever_it_is_for() -> None:
    find_names("Quillfeather rang on 4 May 2013.")
    parse_known("4 May 2013").in_words()
    imr_desk.intake.days.looks_like_day("4 May 2013")
    gc.freeze()  # as when the window has been painted, and a worker has ended
    filled = [each for each in bounded_caches() if each.cache_info().currsize]
    assert imr_desk.intake.days._of_words in filled
    assert len(filled) > 5
    forget_words()
    assert [each for each in bounded_caches() if each.cache_info().currsize] == []
    gc.unfreeze()


def test_no_cache_is_left_out_of_those_that_are_known() -> None:
    """Each `lru_cache` with a bound in the source is of a function at the top of a module, where it is found again."""
    nested = []
    for path in sorted(path for part in PROGRAM for path in (ROOT / part).rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        top = {id(each) for each in tree.body}
        for each in ast.walk(tree):
            if isinstance(each, ast.FunctionDef) and id(each) not in top:
                names = [ast.unparse(decorator) for decorator in each.decorator_list]
                nested += [f"{path.name}:{each.name}" for name in names if name.startswith("lru_cache")]
    assert nested == []

"""A file is read in one sitting and a function fits on a screen."""

from __future__ import annotations

import ast
from statistics import median

from source_tree import ROOT, python_files, syntax_tree

LONGEST_FILE = 400
MEDIAN_FILE = 120
LONGEST_FUNCTION = 60
EVERYWHERE = ("imr_desk", "ui", "resources", "packaging", "tests")


def test_files_none_is_too_long() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_bytes().splitlines()) for path in python_files(*EVERYWHERE)}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_files_half_of_them_are_short() -> None:
    """Counted without the package files, which would make the middle look smaller than it is."""
    files = [path for path in python_files("imr_desk", "ui") if path.name != "__init__.py"]
    assert median(len(path.read_bytes().splitlines()) for path in files) <= MEDIAN_FILE


def test_functions_none_is_too_long() -> None:
    too_long = {}
    for path in python_files(*EVERYWHERE):
        for node in ast.walk(syntax_tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > LONGEST_FUNCTION:
                    too_long[f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"] = lines
    assert too_long == {}

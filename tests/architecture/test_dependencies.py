"""What the program imports is declared, and what is declared is pinned to the version that is installed."""

from __future__ import annotations

import re
import sys
from importlib import metadata

import pytest
from source_tree import ROOT, imported_modules, project, python_files

OURS = {"imr_desk", "ui", "resources"}
COMES_WITH = {"shiboken6": "pyside6-essentials"}  # two wheels, one release: the one pins the other


def normal(name: str) -> str:
    """A distribution's name as it is compared: lower case, one kind of dash."""
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(requirements: list[str]) -> set[str]:
    return {normal(re.split(r"[^\w.-]", requirement, maxsplit=1)[0]) for requirement in requirements}


def pinned() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {normal(name): version for name, version in pairs}


RUN = declared(project()["project"]["dependencies"])
DEV = declared(project()["project"]["optional-dependencies"]["dev"])


def test_imports_of_other_packages_are_declared() -> None:
    distributions = metadata.packages_distributions()
    undeclared = {}
    for path in python_files(*OURS):
        for module in {name.partition(".")[0] for name in imported_modules(path)} - OURS - sys.stdlib_module_names:
            names = {COMES_WITH.get(normal(name), normal(name)) for name in distributions.get(module, [module])}
            if not names & RUN:
                undeclared[str(path.relative_to(ROOT))] = module
    assert undeclared == {}


@pytest.mark.parametrize("name", sorted(RUN | DEV))
def test_declared_package_is_installed_in_the_pinned_version(name: str) -> None:
    assert pinned()[name] == metadata.version(name)


def test_constraints_every_line_is_an_exact_version() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    wrong = [line for line in lines if line and not re.fullmatch(r"#.*|[\w.-]+==[\w.+!]+", line)]
    assert wrong == []


def test_pyside_is_pinned_where_it_is_declared() -> None:
    """A plain `pip install` must not take the next release: see test_qt_reference_count."""
    assert f"PySide6-Essentials=={pinned()['pyside6-essentials']}" in project()["project"]["dependencies"]

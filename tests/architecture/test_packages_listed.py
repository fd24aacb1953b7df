"""What pyproject.toml lists is what is there, so that a wheel holds the whole program."""

from __future__ import annotations

from source_tree import PROGRAM, ROOT, project, python_files


def test_packages_on_disk_are_the_ones_listed() -> None:
    inits = [path for path in python_files(*PROGRAM) if path.name == "__init__.py"]
    on_disk = {".".join(path.relative_to(ROOT).parent.parts) for path in inits}
    assert set(project()["tool"]["setuptools"]["packages"]) == on_disk


def test_packages_every_folder_with_python_is_a_package() -> None:
    folders = {path.parent for path in python_files(*PROGRAM)}
    assert [folder for folder in folders if not (folder / "__init__.py").exists()] == []


def test_packaging_folder_is_no_package() -> None:
    """Run from the root, it would hide the library of the same name, which pytest needs."""
    assert not (ROOT / "packaging" / "__init__.py").exists()

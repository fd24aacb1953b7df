"""What LibreOffice makes of a Word file, with a profile of its own; and what poppler reads out of a printed page."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

_SOFFICE = shutil.which("soffice")
needs_libreoffice = pytest.mark.skipif(_SOFFICE is None, reason="LibreOffice is not installed here")
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed here")
DOCX = "docx:MS Word 2007 XML"


def converted(folder: Path, data: bytes, name: str, form: str) -> Path:
    """The file that LibreOffice makes of a .docx; ``form`` is ``pdf`` or ``DOCX``."""
    assert _SOFFICE
    source = folder / f"{name}.docx"
    source.write_bytes(data)
    out = folder / f"{name}-out"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [_SOFFICE, profile, "--headless", "--convert-to", form, "--outdir", str(out), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return out / f"{name}.{form.split(':')[0]}"


def pages_of(pdf: Path) -> list[str]:
    """The text of each page that has some, in the order in which it is written."""
    command = ["pdftotext", "-raw", str(pdf), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    return [page for page in text.split("\f") if page.strip()]

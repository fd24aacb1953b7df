"""A picture that is chosen goes into the report as it is seen, and nothing else of its file."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from PIL import Image, PngImagePlugin
from pypdf import PdfReader

from imr_desk.errors import BadInputError, ExportError, NameFoundError
from imr_desk.export.picture import picture_of
from imr_desk.jobs.export import export
from imr_desk.jobs.picture_intake import made_ready
from imr_desk.jobs.sign import sign
from imr_desk.jobs.verify import Answer, verify
from imr_desk.operations.documents import KeepDocument
from imr_desk.operations.general import Delete, SetFields
from imr_desk.operations.names import RegisterName
from imr_desk.session import Session
from tests.sample_session import AUTHOR, MANAGER, PASSPHRASE, open_sample

SECRET = "Osbert Quillfeather, 12 Example Lane"


def saved(image: Image.Image, form: str, **how: object) -> bytes:
    with io.BytesIO() as out:
        image.save(out, form, **how)  # type: ignore[arg-type]
        return out.getvalue()


def with_secrets(form: str) -> bytes:
    """A picture whose file says who made it, where and with what, and holds a preview of something else."""
    image = Image.new("RGB", (40, 20), "navy")
    exif = Image.Exif()
    exif[0x013B], exif[0x010E], exif[0x8298] = SECRET, SECRET, SECRET
    exif[0x8825] = {1: "N", 2: (52.0, 1.0, 2.0)}
    if form == "PNG":
        notes = PngImagePlugin.PngInfo()
        notes.add_text("Author", SECRET)
        notes.add_itxt("XML:com.adobe.xmp", f"<x>{SECRET}</x>")
        return saved(image, "PNG", pnginfo=notes, exif=exif, dpi=(300, 300))
    return saved(image, "JPEG", exif=exif, comment=SECRET.encode(), dpi=(300, 300))


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_picture_made_ready_holds_nothing_but_what_is_seen(form: str) -> None:
    content = with_secrets(form)
    assert SECRET.encode() in content
    made = made_ready(content, "tree")
    for word in (b"Quillfeather", b"Exif", b"xmp", b"pHYs", b"http"):
        assert word not in made.data
    with Image.open(io.BytesIO(made.data)) as shown:
        assert shown.size == (40, 20)
        assert not shown.getexif()
        assert not set(shown.info) - {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_picture_made_ready_is_turned_the_way_it_is_shown() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    made = made_ready(saved(Image.new("RGB", (40, 20)), "JPEG", exif=exif), "tree")
    assert (made.width, made.height) == (20, 40)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_picture_of_any_making_is_grey_or_colour_on_white(mode: str) -> None:
    made = made_ready(saved(Image.new(mode, (30, 10)), "PNG"), "tree")
    assert picture_of(made.data) == made
    assert made.colours in (1, 3)
    clear = made_ready(saved(Image.new("RGBA", (4, 4), (0, 0, 0, 0)), "PNG"), "tree")
    with Image.open(io.BytesIO(clear.data)) as shown:
        assert shown.convert("L").getextrema() == (255, 255)


def test_picture_larger_than_any_page_shows_is_made_smaller() -> None:
    made = made_ready(saved(Image.new("L", (6000, 1000)), "PNG"), "tree")
    assert (made.width, made.height) == (2600, 433)


@pytest.mark.parametrize(
    "content",
    [b"", b"text", saved(Image.new("L", (9, 9)), "GIF"), saved(Image.new("L", (9, 9)), "PNG")[:45], b"<svg/>"],
)
def test_file_that_is_no_picture_of_ours_is_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(BadInputError, match="‘tree’ is not a picture that can be read"):
        made_ready(content, "tree")


def test_picture_of_more_dots_than_a_page_has_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(BadInputError, match="far larger than a page"):
        made_ready(saved(Image.new("1", (12_000, 6_000)), "PNG"), "tree")


# ---- in the report
@pytest.mark.parametrize("agency", ["cps", "ho"])
def test_report_of_the_sample_shows_its_family_tree_in_word_and_pdf(tmp_path: Path, agency: str) -> None:
    session = open_sample(tmp_path, agency)
    word = export(session, tmp_path / "draft.docx", draft=True).path
    pdf = export(session, tmp_path / "draft.pdf", draft=True).path
    (shape,) = Document(str(word)).inline_shapes
    assert shape._inline.docPr.get("descr").startswith("Family tree.")
    shown = [page.get_contents() for page in PdfReader(str(pdf)).pages]
    assert sum(each is not None and b"/Im1 Do" in each.get_data() for each in shown) == 1
    content = session.read_document(session.review.one("genogram").link("picture"))
    session.close()
    with zipfile.ZipFile(word) as package:
        assert package.read("word/media/image1.png") == content


@pytest.mark.parametrize("name", ["report.docx", "report.pdf"])
def test_signed_report_with_its_picture_matches_and_a_changed_description_differs(
    session: Session, tmp_path: Path, name: str
) -> None:
    sign(session, *AUTHOR, PASSPHRASE)
    sign(session, *MANAGER, PASSPHRASE)
    path = export(session, tmp_path / name, draft=False).path
    verdict = verify(path, session)
    assert verdict.answer is Answer.MATCHES
    assert not name.endswith("pdf") or any("byte for byte" in each for each in verdict.grounds)
    assert verify(path).answer is Answer.CONSISTENT
    data = path.read_bytes()
    if name.endswith(".docx"):
        forged = _with_part(data, "word/media/image1.png", made_ready(saved(Image.new("L", (9, 9)), "PNG"), "x").data)
        path.write_bytes(forged)
        assert verify(path).answer is Answer.DIFFERS
        assert "Figure 1" in verify(path, session).sentence


def test_picture_without_a_description_holds_the_signature_and_a_draft_says_so(
    session: Session, tmp_path: Path
) -> None:
    session.run(SetFields("genogram", "genogram", {"picture_description": None}))
    held = next(each for each in session.results() if each.requirement == "R-144")
    assert [(each.kind, each.field) for each in held.places] == [("genogram", "picture_description")]
    path = export(session, tmp_path / "draft.docx", draft=True).path
    (shape,) = Document(str(path)).inline_shapes
    assert shape._inline.docPr.get("descr") == "[The description of the picture is still to be written]"


def test_review_without_a_picture_prints_the_family_in_words(session: Session, tmp_path: Path) -> None:
    session.run(SetFields("genogram", "genogram", {"picture": None, "picture_sha256": None}))
    document = Document(str(export(session, tmp_path / "draft.docx", draft=True).path))
    assert not document.inline_shapes
    assert any(each.text.startswith("Grandmother is the mother of Mother.") for each in document.paragraphs)


def test_registered_name_in_the_description_of_a_picture_stops_the_export(session: Session, tmp_path: Path) -> None:
    session.run(RegisterName("STF-04", "Jolyon Wetherspindle"))
    session.run(SetFields("genogram", "genogram", {"picture_description": "Drawn by Wetherspindle."}))
    with pytest.raises(NameFoundError):
        export(session, tmp_path / "draft.docx", draft=True)


def test_picture_that_was_deleted_or_is_another_is_refused_and_nothing_written(
    session: Session, tmp_path: Path
) -> None:
    session.run(Delete("document", "DOC-001"))
    with pytest.raises(ExportError, match="is not the one that is kept"):
        export(session, tmp_path / "draft.docx", draft=True)
    assert not (tmp_path / "draft.docx").exists()


def test_kept_document_that_is_no_picture_of_ours_is_refused_and_nothing_written(
    session: Session, tmp_path: Path
) -> None:
    session.run(KeepDocument("DOC-002", "A letter", "application/pdf", b"%PDF-1.7 a letter"))
    session.run(SetFields("genogram", "genogram", {"picture": "DOC-002"}))
    with pytest.raises(ExportError, match="choose it again"):
        export(session, tmp_path / "draft.docx", draft=True)
    assert not (tmp_path / "draft.docx").exists()


def _with_part(data: bytes, name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for item in before.infolist():
            after.writestr(item, content if item.filename == name else before.read(item))
    return out.getvalue()

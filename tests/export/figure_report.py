"""A fictional report with pictures in it, drawn here, for the tests of figures."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import lru_cache

from PIL import Image, ImageDraw
from word_sample import sample_report

from imr_desk.export.picture import Picture
from imr_desk.export.report import Block, Figure, Report, Run, numbered, refer
from imr_desk.jobs.picture_intake import made_ready

DESCRIPTION = "Family tree: Mother and Father above, Child F below, joined by lines."


def drawn(form: str = "PNG", mode: str = "RGB", size: tuple[int, int] = (600, 400)) -> bytes:
    """A picture file as another program makes one."""
    ground = {"RGBA": (255, 255, 255, 0), "P": 255, "L": 255, "1": 1, "CMYK": (0, 0, 0, 0)}.get(mode, "white")
    image = Image.new("RGBA" if mode == "P" else mode, size, (255, 255, 255, 255) if mode == "P" else ground)
    draw = ImageDraw.Draw(image)
    ink = {"RGBA": (10, 20, 30, 255), "P": (10, 20, 30, 255), "L": 20, "1": 0, "CMYK": (90, 80, 70, 60)}.get(
        mode, "navy"
    )
    draw.rectangle((20, 20, size[0] // 3, size[1] // 3), outline=ink, width=4)
    draw.ellipse((size[0] // 2, 20, size[0] - 30, size[1] // 2), outline=ink, width=4)
    if mode == "P":
        image = image.convert("P")
    with io.BytesIO() as out:
        image.save(out, form)
        return out.getvalue()


@lru_cache
def picture(form: str = "PNG", mode: str = "RGB", size: tuple[int, int] = (600, 400)) -> Picture:
    """The same, made ready."""
    return made_ready(drawn(form, mode, size), "tree")


def figure(form: str = "PNG", mode: str = "RGB", size: tuple[int, int] = (600, 400)) -> Figure:
    """A figure with its picture."""
    made = picture(form, mode, size)
    return Figure("Genogram", DESCRIPTION, made.sha256, "f-tree", made)


def figure_report(*figures: Figure) -> Report:
    """The sample with a chapter of figures, and a reference to the first."""
    shown = figures or (figure(),)
    first, *others = shown
    said = numbered((Run("The family is shown in "), refer("f-tree"), Run(".")))
    block = Block("B30", "Genogram", "annex", (said, first, *(replace(each, anchor="") for each in others)))
    report = sample_report()
    return replace(report, blocks=(*report.blocks, block))

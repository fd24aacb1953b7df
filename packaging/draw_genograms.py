"""Draws the family trees of the fictional samples into `resources/sample`. Run it after a change of a family.

Squares stand for men, circles for women, diamonds where it is not said; a double line is the subject of the review, two
strokes across a line a couple that parted, a broken line somebody of the wider family.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from imr_desk.jobs.picture_intake import made_ready  # noqa: E402 - found by the line above

SIZE, LINE, BIG = 54, 5, 34


class Person(NamedTuple):
    """Somebody in the tree: a code, a shape ("m", "f" or "?"), the middle of it, and whether this is the subject."""

    code: str
    shape: str
    x: int
    y: int
    subject: bool = False


class Tree:
    """One drawing in grey."""

    def __init__(self, width: int, height: int) -> None:
        self.image = Image.new("L", (width, height), 255)
        self.draw = ImageDraw.Draw(self.image)
        self.font = ImageFont.truetype(str(ROOT / "resources" / "fonts" / "LiberationSans-Regular.ttf"), BIG)

    def person(self, who: Person) -> None:
        """A shape, and the code under it."""
        for size in (SIZE, SIZE - 12) if who.subject else (SIZE,):
            box = (who.x - size, who.y - size, who.x + size, who.y + size)
            if who.shape == "f":
                self.draw.ellipse(box, outline=0, width=LINE)
            elif who.shape == "m":
                self.draw.rectangle(box, outline=0, width=LINE)
            else:
                points = ((who.x, who.y - size), (who.x + size, who.y), (who.x, who.y + size), (who.x - size, who.y))
                self.draw.polygon(points, outline=0, width=LINE)
        self.draw.text((who.x, who.y + SIZE + 14), who.code, fill=0, font=self.font, anchor="ma")

    def line(self, *points: tuple[int, int]) -> None:
        """A line through points."""
        self.draw.line(points, fill=0, width=LINE)

    def broken(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """A broken line sideways or down."""
        steps = 12
        for at in range(0, steps, 2):
            first = tuple(a + (b - a) * at // steps for a, b in zip(start, end, strict=True))
            last = tuple(a + (b - a) * (at + 1) // steps for a, b in zip(start, end, strict=True))
            self.draw.line((*first, *last), fill=0, width=LINE)

    def words(self, x: int, y: int, text: str) -> None:
        """A note."""
        self.draw.text((x, y), text, fill=70, font=self.font.font_variant(size=28), anchor="mm", align="center")


def child_k() -> Image.Image:
    """The family of the review of Child K."""
    tree = Tree(1500, 1000)
    grandmother = Person("Grandmother", "f", 700, 100)
    father = Person("Father of Sibling 1", "m", 260, 430)
    mother, adult = Person("Mother", "f", 700, 430), Person("Adult 1", "m", 1120, 430)
    relative = Person("Relative 1", "?", 1370, 100)
    sibling, child = Person("Sibling 1", "m", 480, 800), Person("Child K", "f", 910, 800, subject=True)
    tree.line((700, 100 + SIZE + 60), (700, 430 - SIZE))
    tree.line((260 + SIZE, 430), (700 - SIZE, 430))
    tree.line((700 + SIZE, 430), (1120 - SIZE, 430))
    for shift in (-12, 12):
        tree.line((1000 + shift, 452), (1020 + shift, 408))
    tree.line((480, 430), (480, 800 - SIZE))
    tree.line((910, 430), (910, 800 - SIZE))
    tree.broken((1370 - SIZE, 100), (1120, 100))
    tree.broken((1120, 100), (1120, 430 - SIZE))
    tree.words(910, 385, "2010 to June 2013")
    for each in (grandmother, father, mother, adult, relative, sibling, child):
        tree.person(each)
    return tree.image


def child_m() -> Image.Image:
    """The family of the review of Child M."""
    tree = Tree(1100, 680)
    mother, father = Person("Mother", "f", 260, 120), Person("Father", "m", 840, 120)
    child = Person("Child M", "m", 550, 480, subject=True)
    tree.line((260 + SIZE, 120), (840 - SIZE, 120))
    for shift in (-12, 12):
        tree.line((680 + shift, 142), (700 + shift, 98))
    tree.line((550, 120), (550, 480 - SIZE))
    tree.words(550, 75, "apart from early 2013")
    for each in (mother, father, child):
        tree.person(each)
    return tree.image


def main() -> None:
    """Draw both, in the form that the program keeps."""
    for name, image in (("genogram-cps.png", child_k()), ("genogram-ho.png", child_m())):
        target = ROOT / "resources" / "sample" / name
        image.save(target, "PNG")
        target.write_bytes(made_ready(target.read_bytes(), name).data)


if __name__ == "__main__":
    main()

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sopgen.diagnostics import Location
from sopgen.errors import ReadError
from sopgen.repository.images import Images, images_in, used_images
from sopgen.source import parse, read
from sopgen.spec import load

PNG = b"\x89PNG\r\n\x1a\n"
Write = Callable[..., Path]


@pytest.fixture
def images(here: Path) -> Images:
    folder = here / "root" / "specs" / "images"
    folder.mkdir(parents=True)
    (folder / "界面 1.png").write_bytes(PNG)
    (folder / "text.png").write_bytes(b"text")
    (here / "outside.png").write_bytes(PNG)
    (folder / "link.png").symlink_to(here / "outside.png")
    return Images(here / "root" / "specs" / "a.yaml", here / "root")


def refusal(images: Images, image: str) -> tuple[str, str | None]:
    with pytest.raises(ReadError) as caught:
        images.read(image, Location("a.yaml"))
    (one,) = caught.value.diagnostics
    return one.rule, one.hint.en if one.hint else None


@pytest.mark.parametrize(
    "image", ["images/界面 1.png", "images/%E7%95%8C%E9%9D%A2%201.png", "../specs/images/界面 1.png"]
)
def test_an_image_is_read_however_its_path_is_written(images: Images, image: str) -> None:
    assert images.read(image, Location("a.yaml")) == PNG


@pytest.mark.parametrize(
    ("image", "rule"),
    [
        ("images/none.png", "missing-image"),
        ("images/界面 1.png/x.png", "missing-image"),
        ("images/%00.png", "missing-image"),
        ("images/" + "x" * 300, "missing-image"),
        ("../../outside.png", "image-outside"),
        ("../../nothing.png", "image-outside"),
        ("/etc/hosts", "image-outside"),
        ("images/link.png", "image-outside"),
        ("https://example.com/a.png", "image-outside"),
        ("images/text.png", "not-an-image"),
        ("images", "not-an-image"),
    ],
)
def test_an_image_that_cannot_be_used_is_refused(images: Images, image: str, rule: str) -> None:
    assert refusal(images, image)[0] == rule


def test_a_missing_image_is_told_with_a_near_one(images: Images) -> None:
    assert refusal(images, "images/界面1.png") == ("missing-image", "did you mean `images/界面 1.png`?")


def test_the_name_of_a_near_image_may_hold_braces(images: Images, here: Path) -> None:
    (here / "root" / "specs" / "{a}.png").write_bytes(PNG)
    assert refusal(images, "{b}.png") == ("missing-image", "did you mean `{a}.png`?")


def test_images_are_found_where_markdown_has_them() -> None:
    table = "| x |\n|---|\n| ![](<c d.png>) |"
    text = f"![一](a.png) `![no](b.png)`\n\n{table}\n\n- ![ref][r]\n\n<b>![](h.png)</b>\n\n[r]: e.png"
    assert list(images_in(text)) == ["a.png", "c%20d.png", "e.png", "h.png"]


def test_used_images_are_told_at_their_places(spec: Write) -> None:
    steps = "steps:\n- action: 登记\n  details: |\n    看图：\n    ![界面](图/甲.png)\n"
    more = steps + "attachments: [{title: 图, file: b.png}]\n"
    path = spec("a.yaml", more=more)
    found = [(image, str(place), lasting) for image, place, lasting in used_images(load(parse(read(path, "a.yaml"))))]
    assert found == [
        ("b.png", "a.yaml:11:32", "/attachments/0/file"),
        ("%E5%9B%BE/%E7%94%B2.png", "a.yaml:10:11", "/steps/0/details"),
    ]

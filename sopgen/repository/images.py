"""The images of a spec: files relative to it, inside the repository, of a kind that can be printed."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from sopgen.diagnostics import Diagnostic, Location
from sopgen.errors import ReadError
from sopgen.repository import problems
from sopgen.repository.specfile import real, straight
from sopgen.source.nearest import DID_YOU_MEAN, near
from sopgen.source.reasons import reason
from sopgen.source.refusals import names_in

if TYPE_CHECKING:
    from sopgen.source import Path as TreePath
    from sopgen.spec import LoadedSpec

SIGNATURES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM")
"""How the contents of PNG, JPEG, GIF and BMP files begin."""

_ONLINE: Final = ("http:", "https:", "//", "data:", "ftp:")


class Images:
    """The images that the spec at ``spec`` may use, those below ``root``."""

    def __init__(self, spec: Path, root: Path) -> None:
        self._folder = straight(spec).parent
        self._root = root

    def read(self, image: str, location: Location) -> bytes:
        """The contents of an image; ``image`` is its path as the spec writes it, ``location`` where.

        Raises:
            ReadError: it is missing, outside the repository, or not an image.
        """
        if image.lower().startswith(_ONLINE):
            raise ReadError(problems.IMAGE_ONLINE.at(location, image=image))
        path = self._path(image)
        if not real(path).is_relative_to(self._root):
            raise ReadError(problems.IMAGE_OUTSIDE.at(location, image=unquote(image), root=self._root))
        try:
            content = path.read_bytes() if path.is_file() or not path.exists() else b""
        except OSError as error:
            raise ReadError(_refused(path, unquote(image), location, error)) from None
        if not content.startswith(SIGNATURES):
            raise ReadError(problems.NOT_AN_IMAGE.at(location, image=unquote(image)))
        return content

    def _path(self, image: str) -> Path:
        """The path that was meant: Markdown writes other letters than ASCII as ``%E5…``."""
        path = self._folder / image
        return path if os.path.lexists(path) else self._folder / unquote(image).replace("\0", "")


def used_images(spec: LoadedSpec) -> Iterator[tuple[str, Location, str]]:
    """Every image that a spec uses, as it writes it, and where: files of attachments, and images in Markdown.

    The place is told as a location and as a pointer that stays when lines move.
    """
    from sopgen.spec.kinds import Kind
    from sopgen.spec.paths import lasting_pointer, source_path
    from sopgen.spec.walk import values

    tree = spec.tree
    for use in spec.index.uses:
        if use.kind is Kind.FILE:
            yield use.value, tree.locate(source_path(tree.data, use.path)), lasting_pointer(tree.data, use.path)
    if "![" not in tree.source.text:
        return
    for path, kind, value in values(spec.sop):
        if kind is Kind.TEXT and isinstance(value, str) and "![" in value:
            where, lasting = source_path(tree.data, path), lasting_pointer(tree.data, path)
            yield from ((image, _place(spec, where, image), lasting) for image in images_in(value))


def images_in(text: str) -> Iterator[str]:
    """The sources of the images in a Markdown text, as its XHTML has them."""
    from sopgen.spec.references import inline

    return (str(token.attrs["src"]) for token in inline(text) if token.type == "image")


def _place(spec: LoadedSpec, path: TreePath, image: str) -> Location:
    """Where an image of the text at ``path`` is written; the whole text if it is written in another way."""
    tree = spec.tree
    start, end = tree.offsets(path)
    for written in (unquote(image), image):
        found = tree.source.text.find(written, start, end)
        if found >= 0:
            return tree.source.location(found, found + len(written))
    return tree.locate(path)


def _refused(path: Path, image: str, location: Location, error: OSError) -> Diagnostic:
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG):
        meant = near(path.name, names_in(path.parent))
        hint = DID_YOU_MEAN.format(name=_beside(image, meant)) if meant else None
        return problems.MISSING_IMAGE.at(location, hint=hint, image=image)
    return problems.UNREADABLE_IMAGE.at(location, image=image, reason=reason(error))


def _beside(image: str, name: str) -> str:
    """``image`` with another file name."""
    head, slash, _ = image.rpartition("/")
    return f"{head}{slash}{name}"

"""Which style sheet each document gets: what the command line asks for, else its spec, else the repository."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sopgen import pipeline
from sopgen.frozen import frozen

if TYPE_CHECKING:
    from sopgen.repository import Repository, SpecFile
    from sopgen.spec import LoadedSpec
    from sopgen.style.model import Style
    from sopgen.writers.house import HouseTemplate


class Looks(NamedTuple):
    """What the command line says about looks.

    Attributes:
        style: a style sheet's name or path for all documents; None leaves it to specs and settings.
        protect: how documents are protected; None leaves it to settings and style sheets.
        watermark: whether there may be watermarks.
        template: a company's own Word file that documents go into; None leaves it to settings.
        exact_pages: whether LibreOffice is to tell the page numbers of the table of contents.
    """

    style: str | None = None
    protect: str | None = None
    watermark: bool = True
    template: str | None = None
    exact_pages: bool = False


@frozen
class Styles:
    """The style sheets of the documents that are rendered in one run.

    Attributes:
        usual: that of documents which ask for none.
        for_all: whether it holds for all of them.
        options: what holds whatever the style sheets say.
        loaded: those that were asked for so far, by their files.
    """

    usual: Style
    for_all: bool = False
    options: Mapping[str, str] = field(default_factory=dict)
    loaded: dict[Path, Style] = field(default_factory=dict)

    def of(self, spec: LoadedSpec, file: SpecFile) -> Style:
        """The style sheet of a spec.

        Raises:
            ReadError: it cannot be read.
            StyleError: there is no such style sheet, or it is not valid.
        """
        from sopgen.style import load_style

        path = None if self.for_all else pipeline.style_of(spec, file)
        if path is None:
            return self.usual
        if path not in self.loaded:
            self.loaded[path] = load_style(path, self.options)
        return self.loaded[path]


def house_template(repository: Repository, looks: Looks, format_name: str) -> HouseTemplate | None:
    """The company's own Word file that the documents of a repository go into, if there is one.

    Raises:
        ReadError: it cannot be read.
        TemplateError: documents of that format cannot be written into it.
    """
    from sopgen.repository.specfile import shown

    if looks.template is not None:
        return pipeline.house_template(Path(looks.template), looks.template, format_name) if looks.template else None
    path = repository.template
    return pipeline.house_template(path, shown(path), format_name) if path else None


def styles(repository: Repository, looks: Looks) -> Styles:
    """The style sheets for the documents of a repository.

    Raises:
        ReadError: the one for all or most of them cannot be read.
        StyleError: there is no such style sheet, or it is not valid.
    """
    from sopgen.style import load_style

    protect = looks.protect or repository.settings.protect
    options = {"protection": protect, "watermark": "" if looks.watermark else "none"}
    options = {key: value for key, value in options.items() if value}
    return Styles(load_style(looks.style or repository.style, options), bool(looks.style), options)

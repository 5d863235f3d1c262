"""Which style sheet each document gets: what the command line asks for, else its spec, else the repository."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sopgen import pipeline
from sopgen.diagnostics import Diagnostic, Location, Related
from sopgen.errors import ConfigError, ReadError, StyleError
from sopgen.frozen import frozen
from sopgen.repository import problems
from sopgen.repository.specfile import shown

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
        file: the file of the usual one; None if it is one that ships.
        layouts: a folder of layouts of one's own.
        loaded: those that were asked for so far, by their files.
        doubted: what there was to warn of in them, by their files.
    """

    usual: Style
    for_all: bool = False
    options: Mapping[str, str] = field(default_factory=dict)
    file: Path | None = None
    layouts: Path | None = None
    loaded: dict[Path, Style] = field(default_factory=dict)
    doubted: dict[Path, tuple[Diagnostic, ...]] = field(default_factory=dict)

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

    def doubts(self, spec: LoadedSpec, file: SpecFile) -> tuple[Diagnostic, ...]:
        """Warnings about the style sheet of a spec, which is valid; those that ship give no cause for any."""
        path = self.file if self.for_all else pipeline.style_of(spec, file) or self.file
        if path is None:
            return ()
        if path not in self.doubted:
            from sopgen.style.roles import unused_roles

            self.doubted[path] = unused_roles(path, self.layouts)
        return self.doubted[path]


def house_template(repository: Repository, looks: Looks, format_name: str) -> HouseTemplate | None:
    """The company's own Word file that the documents of a repository go into, if there is one.

    Raises:
        ReadError: it cannot be read.
        TemplateError: documents of that format cannot be written into it.
    """
    if looks.template is not None:
        return pipeline.house_template(Path(looks.template), looks.template, format_name) if looks.template else None
    path = repository.template
    with _named_by("template", repository):
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
    name = looks.style or shown(Path(repository.style))
    own = Path(name) if Path(name).suffix else None
    with nullcontext() if looks.style else _named_by("style", repository):
        return Styles(load_style(name, options), bool(looks.style), options, own, repository.layouts)


def look_for_layouts(repository: Repository) -> None:
    """Make sure that the folder of layouts that the settings name is there: without it the shipped ones would print.

    Raises:
        ConfigError: it is not.
    """
    folder = repository.layouts
    if folder and not folder.is_dir():
        place = repository.settings.origins.get(("layouts",)) or Location(str(folder))
        raise ConfigError(problems.NO_LAYOUTS.at(place, folder=repository.settings.layouts))


@contextmanager
def _named_by(setting: str, repository: Repository) -> Iterator[None]:
    """Tell of a file that is missing which setting names it."""
    place = repository.settings.origins.get((setting,))
    try:
        yield
    except (ReadError, StyleError) as error:
        if place is None:
            raise
        raise type(error)(*(_set_at(place, one) for one in error.diagnostics)) from None


def _set_at(place: Location, found: Diagnostic) -> Diagnostic:
    if found.location.span is not None:
        return found
    return replace(found, related=(*found.related, Related(problems.SET_HERE, place)))

"""A repository: the folder it begins at, its settings, and the documents in it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import field, replace
from datetime import date
from fnmatch import fnmatchcase
from functools import cached_property
from itertools import chain
from pathlib import Path

from sopgen.diagnostics import Location
from sopgen.errors import UsageError
from sopgen.frozen import frozen
from sopgen.repository import problems
from sopgen.repository.discovery import specs_in
from sopgen.repository.documents import Documents
from sopgen.repository.images import Images
from sopgen.repository.inputs import Inputs, gather
from sopgen.repository.settings import FILE_NAME, PROJECT_FILE_NAME, Settings
from sopgen.repository.specfile import SpecFile, is_file, real, shown, straight


@frozen(slots=False)
class Repository:
    """A repository of specs.

    Attributes:
        root: the folder it begins at, absolute.
        settings: what it says about itself.
        marked: whether something marks it as a repository; else it is just the current folder.
        named: specs that a command was given, which count as its documents wherever they are.
    """

    root: Path
    settings: Settings = field(default_factory=Settings)
    marked: bool = False
    named: tuple[SpecFile, ...] = ()

    @classmethod
    def find(cls, start: Path) -> Repository:
        """The repository that ``start``, a file or folder that need not exist, belongs to.

        Its root is the nearest folder with a ``sopgen.toml``, or a ``pyproject.toml`` that has settings; else the
        nearest with ``.git``, else the current one.

        Raises:
            ConfigError: the settings are not valid.
        """
        place = straight(start)
        folders = [place, *place.parents]
        for folder in folders:
            file = _settings_file(folder)
            if file is not None:
                from sopgen.repository.settings_file import read_settings

                return cls(folder, read_settings(file, shown(file)), marked=True)
        for folder in folders:
            if os.path.lexists(folder / ".git"):
                return cls(folder, marked=True)
        return cls(Path.cwd())

    @property
    def specs(self) -> Path:
        """The folder of specs."""
        return straight(self.root / self.settings.specs)

    @property
    def output(self) -> Path:
        """The folder of rendered documents."""
        return straight(self.root / self.settings.output)

    @property
    def style(self) -> str:
        """The name of the style sheet, or its path."""
        path = self.root / self.settings.style
        return str(path) if path.suffix in (".yaml", ".yml") else self.settings.style

    @property
    def template(self) -> Path | None:
        """The company's own Word file that documents go into."""
        return self.root / self.settings.template if self.settings.template else None

    @property
    def layouts(self) -> Path | None:
        """The folder of the company's own layouts."""
        return self.root / self.settings.layouts if self.settings.layouts else None

    def gather(self, paths: Sequence[str]) -> Inputs:
        """The specs that ``paths`` stand for; those of the repository when there are none.

        Raises:
            UsageError: a path does not exist, or no spec was found.
        """
        if not paths and not self.specs.is_dir():
            raise UsageError(problems.NO_SPECS_FOLDER.at(Location(shown(self.specs)), folder=self.settings.specs))
        return gather(paths or [shown(self.specs)], self.specs, self.output)

    def with_named(self, files: Sequence[SpecFile]) -> Repository:
        """The same repository, with ``files`` among its documents."""
        return replace(self, named=tuple(files))

    @cached_property
    def documents(self) -> Documents:
        """The documents of the repository: those in its folder of specs, else anywhere in it, and those named."""
        found = {real(file.path): file for file in self.named}
        folder = self.specs if self.specs.is_dir() else self.root if self.marked else None
        for path in specs_in(folder, self.output).specs if folder else ():
            found.setdefault(real(path), SpecFile(shown(path), path))
        return Documents(sorted(found.values()))

    @cached_property
    def outside(self) -> frozenset[str]:
        """The names of those of ``named`` that are not in the folder of specs, where there is one."""
        if not self.specs.is_dir():
            return frozenset()
        return frozenset(file.name for file in self.named if not straight(file.path).is_relative_to(self.specs))

    def ignored(self, path: Path) -> tuple[str, ...]:
        """The rules that the settings ignore in the file at ``path``.

        A pattern is compared with the path from the root, and with the name alone; ``*`` stands for ``/`` too.
        """
        if not self.settings.per_file_ignores:
            return ()
        place = straight(path)
        name = place.relative_to(self.root).as_posix() if place.is_relative_to(self.root) else place.name
        fitting = [
            words
            for glob, words in self.settings.per_file_ignores.items()
            if fnmatchcase(name, glob) or fnmatchcase(place.name, glob)
        ]
        return tuple(chain.from_iterable(fitting))

    def home_of(self, path: Path) -> Path:
        """The folder that holds what belongs to a spec at ``path``: the root, or its own folder if it is elsewhere."""
        place = straight(path)
        return self.root if place.is_relative_to(self.root) else place.parent

    def images(self, file: SpecFile) -> Images:
        """The images that a spec may use."""
        return Images(file.path, real(self.home_of(file.path)))

    def next_number(self, today: date) -> str:
        """The first document number that nothing in the repository has, by its pattern.

        Raises:
            NotReadableError: the pattern needs more than a date and a running number.
        """
        from sopgen.spec.numbers import NumberPattern, values_of

        return NumberPattern(self.settings.pattern).next(self.documents.by_number, **values_of(today))


def _settings_file(folder: Path) -> Path | None:
    """The file in ``folder`` that holds settings."""
    if is_file(folder / FILE_NAME):
        return folder / FILE_NAME
    project = folder / PROJECT_FILE_NAME
    if is_file(project):
        from sopgen.repository.settings_file import in_project

        return project if in_project(project) else None
    return None

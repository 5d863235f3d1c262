"""The exceptions of sopgen: each means "could not go on" and may carry diagnostics.

    SopgenError
    ├── ReadError       a file cannot be read, or is not YAML
    ├── SpecError       YAML that is not a valid spec
    ├── StyleError      a style sheet that is not valid
    ├── TemplateError   a house template that cannot be used
    ├── LayoutError     a layout template that fails, or writes what is not allowed
    ├── ConfigError     a sopgen.toml that is not valid
    ├── WriteError      an output that cannot be written
    ├── OfficeError     LibreOffice does not tell the pages of a document
    └── UsageError      the command line asks for what does not exist

They are turned into an exit code in one place, the command line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopgen.diagnostics import Diagnostic
    from sopgen.source.tree import Tree


class SopgenError(Exception):
    """Could not go on. ``diagnostics`` holds what to tell the user, sorted or not."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__("; ".join(str(diagnostic) for diagnostic in diagnostics))
        self.diagnostics = diagnostics

    def __reduce__(self) -> tuple[type[SopgenError], tuple[Diagnostic, ...]]:
        return type(self), self.diagnostics


class ReadError(SopgenError):
    """A file cannot be read, or what it holds is not YAML; ``tree`` is what could be made of it all the same."""

    tree: Tree | None = None


class SpecError(SopgenError):
    """YAML that was read but is not a valid spec."""


class StyleError(SopgenError):
    """A style sheet that is not valid."""


class TemplateError(SopgenError):
    """A house template that cannot be used, or whose tags fail."""


class LayoutError(SopgenError):
    """A layout template that fails, or that writes an element outside the set."""


class ConfigError(SopgenError):
    """A ``sopgen.toml`` that is not valid."""


class WriteError(SopgenError):
    """An output file or folder that cannot be written."""


class OfficeError(SopgenError):
    """LibreOffice cannot be run, or does not tell the pages of a document."""


class UsageError(SopgenError):
    """The command line asks for something that does not exist."""

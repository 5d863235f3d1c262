"""From spec files to diagnostics and documents, step by step. Nothing here prints or writes files.

For a Python program::

    from pathlib import Path
    from sopgen import pipeline
    from sopgen.repository import Repository
    from sopgen.style import load_style

    repository = Repository.find(Path("specs"))
    for file in repository.gather(["specs"]).files:
        checked = pipeline.check(file, repository)
        if checked.spec and not checked.errors:
            written = pipeline.write(checked.spec, file, repository, "docx", load_style("enterprise"))
            Path(f"{file.path.stem}.docx").write_bytes(written.data)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from sopgen.diagnostics import Diagnostic, Location, Related, Severity
from sopgen.errors import ConfigError, ReadError, SpecError, UsageError
from sopgen.repository import Repository, SpecFile
from sopgen.repository.documents import Listed, Lookup
from sopgen.repository.problems import DUPLICATE_NUMBER, SAME_NUMBER
from sopgen.repository.settings import FILE_NAME
from sopgen.repository.specfile import shown

if TYPE_CHECKING:
    from sopgen.document.nodes import Document
    from sopgen.flow.words import Words
    from sopgen.rules import Selection
    from sopgen.source import Tree
    from sopgen.spec import LoadedSpec
    from sopgen.style.model import Style
    from sopgen.writers import Written


class Checked(NamedTuple):
    """What checking a file came to.

    Attributes:
        file: the file.
        spec: what it holds; None if that is no valid spec.
        diagnostics: what there is to tell about it, sorted.
    """

    file: SpecFile
    spec: LoadedSpec | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that keep the document from being rendered."""
        return tuple(diagnostic for diagnostic in self.diagnostics if diagnostic.severity is Severity.ERROR)


def check(file: SpecFile, repository: Repository, selection: Selection | None = None) -> Checked:
    """Everything there is to tell about a spec file; ``selection`` says which rules to look at, all if None.

    Raises:
        UsageError: the selection names a rule that does not exist.
    """
    from sopgen.source import parse, read

    found: list[Diagnostic] = []
    try:
        tree = parse(read(file.path, file.name))
    except ReadError as error:
        found += error.diagnostics
        if error.tree is None:
            return Checked(file, None, _sorted(found))
        tree = error.tree
    spec, more = _checked(tree, file, repository, selection)
    return Checked(file, None if found else spec, _sorted(dict.fromkeys((*found, *more))))


def _checked(
    tree: Tree, file: SpecFile, repository: Repository, selection: Selection | None
) -> tuple[LoadedSpec | None, list[Diagnostic]]:
    """The spec that a tree holds, None if it is no valid one, and what there is to tell about it."""
    from sopgen import rules
    from sopgen.spec import load

    known, selection = Lookup(repository.documents, _step_ids), selection or rules.Selection()
    try:
        spec = load(tree)
    except SpecError as error:
        from sopgen.spec.mending import mend

        mended = mend(tree)
        found = list(rules.check(mended.spec, known, selection)) if mended else [*tree.notices]
        return None, [*error.diagnostics, *(one for one in found if not mended or mended.trusts(one))]
    spec, found = _with_sops(spec, file, repository, selection)
    found += rules.check(spec, known, selection)
    found += _image_problems(spec, file, repository)
    found += _number_problems(spec, file, repository)
    return spec, found


def _with_sops(
    spec: LoadedSpec, file: SpecFile, repository: Repository, selection: Selection
) -> tuple[LoadedSpec, list[Diagnostic]]:
    """A handbook with its SOPs, and what keeps some from standing in it; an SOP as it is."""
    if spec.sop.kind == "sop":
        return spec, []
    from sopgen.repository.inclusion import include

    def read(sop: SpecFile) -> tuple[LoadedSpec | None, tuple[Diagnostic, ...]]:
        checked = check(sop, repository, selection)
        return checked.spec, checked.errors

    inclusion = include(spec, file, repository.documents, read)
    return replace(spec, included=inclusion.sops), [*inclusion.diagnostics]


def selection(repository: Repository, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Selection:
    """The rules to look for: those of the repository's settings, unless ``select`` names others, less ``ignore``.

    Raises:
        UsageError: a rule that was named does not exist.
        ConfigError: one that the settings name does not.
    """
    from sopgen.rules import Selection

    settings = repository.settings
    try:
        Selection(settings.select, settings.ignore)
    except UsageError as error:
        location = Location(shown(repository.root / FILE_NAME))
        raise ConfigError(*(replace(diagnostic, location=location) for diagnostic in error.diagnostics)) from None
    return Selection(tuple(select) or settings.select, (*ignore, *settings.ignore))


def document(spec: LoadedSpec, file: SpecFile, repository: Repository) -> Document:
    """The document that a valid spec prints as.

    Raises:
        LayoutError: the layout fails, or writes what is not allowed.
        ReadError: an image cannot be read.
    """
    from sopgen.document.building import Sources, build
    from sopgen.document.printing import KnownDocument

    known = Lookup(repository.documents, lambda listed: KnownDocument(listed.title, listed.steps))
    images = repository.images(file)
    sources = Sources(
        spec.tree.source.sha256,
        known,
        lambda image: images.read(image, Location(file.name)),
        repository.layouts,
        spec.included,
    )
    return build(spec.index, spec.sop.language or repository.settings.language, sources)


def diagram_words(spec: LoadedSpec, repository: Repository) -> Words:
    """The words of a spec's diagrams, in the language of its document."""
    from sopgen.document.flow_words import flow_words
    from sopgen.document.printing import KnownDocument, Printing

    known = Lookup(repository.documents, lambda listed: KnownDocument(listed.title, listed.steps))
    language = spec.sop.language or repository.settings.language
    return flow_words(Printing(spec.sop, spec.index, language, known))


def write(spec: LoadedSpec, file: SpecFile, repository: Repository, format_name: str, style: Style) -> Written:
    """The rendered file of a valid spec, in the format of that name.

    Raises:
        LayoutError: the layout fails, or writes what is not allowed.
        ReadError: an image cannot be read.
    """
    from sopgen.writers import WRITERS

    return WRITERS[format_name].write(document(spec, file, repository), style)


def _step_ids(listed: Listed) -> frozenset[str]:
    return frozenset(listed.steps)


def _image_problems(spec: LoadedSpec, file: SpecFile, repository: Repository) -> Iterator[Diagnostic]:
    from sopgen.repository.images import used_images

    images = repository.images(file)
    for image, location in used_images(spec):
        try:
            images.read(image, location)
        except ReadError as error:
            yield from error.diagnostics


def _number_problems(spec: LoadedSpec, file: SpecFile, repository: Repository) -> Iterator[Diagnostic]:
    number = spec.sop.id
    own = file.path.resolve()
    others = [other for other in repository.documents.by_number.get(number, ()) if other.path.resolve() != own]
    if not repository.is_document(file):
        others = [other for other in others if other in repository.named]
    if others:
        related = (Related(SAME_NUMBER, Location(other.name)) for other in others)
        yield DUPLICATE_NUMBER.at(spec.tree.locate(("id",)), related=related, number=number)


def _sorted(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.sort_key))

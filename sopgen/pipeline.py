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
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sopgen.diagnostics import Diagnostic, Language, Location, Severity
from sopgen.errors import ReadError, SopgenError, SpecError, StyleError
from sopgen.repository import Repository, SpecFile
from sopgen.repository.specfile import real

if TYPE_CHECKING:
    from sopgen.document.building import Sources
    from sopgen.document.nodes import Document
    from sopgen.flow.words import Words
    from sopgen.rules import Policy
    from sopgen.rules.base.facts import Facts
    from sopgen.source import Source, Tree
    from sopgen.spec import LoadedSpec
    from sopgen.spec.index import Index
    from sopgen.style.model import Style
    from sopgen.writers import Written
    from sopgen.writers.formats import Typeset
    from sopgen.writers.house import HouseTemplate


class Checked(NamedTuple):
    """What checking a file came to.

    Attributes:
        file: the file.
        spec: what it holds; None if that is no valid spec.
        diagnostics: what there is to tell about it, sorted.
        facts: what is known of it for the rules across the repository; None if it is no valid spec.
    """

    file: SpecFile
    spec: LoadedSpec | None
    diagnostics: tuple[Diagnostic, ...]
    facts: Facts | None = None

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that keep the document from being rendered."""
        return tuple(diagnostic for diagnostic in self.diagnostics if diagnostic.severity is Severity.ERROR)


def check(
    file: SpecFile, repository: Repository, policy: Policy | None = None, earlier: bytes | None = None
) -> Checked:
    """Everything there is to tell about a spec file by itself; what there is to tell of several, ``compare`` tells.

    Args:
        file: the file.
        repository: the repository it belongs to.
        policy: what the run goes by; the settings of the repository if None.
        earlier: what the file held at an earlier revision, to be compared with.
    """
    from sopgen.source import read

    try:
        source = read(file.path, file.name)
    except ReadError as error:
        return Checked(file, None, _sorted(error.diagnostics))
    return check_text(source, file, repository, policy, earlier)


def check_text(
    source: Source, file: SpecFile, repository: Repository, policy: Policy | None = None, earlier: bytes | None = None
) -> Checked:
    """Like ``check``, for a text that need not be what the file holds."""
    from sopgen.source import parse

    found: list[Diagnostic] = []
    try:
        tree = parse(source)
    except ReadError as error:
        found += error.diagnostics
        if error.tree is None:
            return Checked(file, None, _sorted(found))
        tree = error.tree
    policy = (policy or policy_of(repository)).without(repository.ignored(file.path))
    checked = _checked(tree, file, repository, policy, earlier)
    if not found:
        return checked._replace(diagnostics=_sorted(checked.diagnostics))
    return Checked(file, None, _sorted(dict.fromkeys((*found, *_others(found, checked.diagnostics)))))


def _others(found: Sequence[Diagnostic], diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Those of ``diagnostics`` that do not follow from what the reader ``found`` where they begin."""
    from sopgen.spec.explain import CODES

    told = {one.location.sort_key for one in found if one.rule != "duplicate-key"}
    return [one for one in diagnostics if one.location.sort_key not in told or one.code not in CODES.values()]


def _checked(tree: Tree, file: SpecFile, repository: Repository, policy: Policy, earlier: bytes | None) -> Checked:
    """The spec that a tree holds, and what there is to tell about it."""
    from sopgen import rules
    from sopgen.spec import load

    known = repository.documents
    try:
        spec = load(tree)
    except SpecError as error:
        from sopgen.spec.mending import mend

        mended = mend(tree)
        found = rules.check(mended.spec, known, policy).diagnostics if mended else tree.notices
        trusted = [one for one in found if not mended or mended.trusts(one)]
        return Checked(file, None, (*error.diagnostics, *trusted))
    spec, unfit = _with_sops(spec, file, repository, policy)
    looked = rules.check(spec, known, policy, _index(earlier, file) if earlier is not None else None)
    found = (*unfit, *looked.diagnostics, *_image_problems(spec, file, repository), *_style_problems(spec, file))
    return Checked(file, spec, found, looked.facts)


def _with_sops(
    spec: LoadedSpec, file: SpecFile, repository: Repository, policy: Policy
) -> tuple[LoadedSpec, list[Diagnostic]]:
    """A handbook with its SOPs, and what keeps some from standing in it; an SOP as it is."""
    if spec.sop.kind == "sop":
        return spec, []
    from sopgen.repository.inclusion import include

    def read(sop: SpecFile) -> tuple[LoadedSpec | None, tuple[Diagnostic, ...]]:
        checked = check(sop, repository, policy)
        return checked.spec, checked.errors

    inclusion = include(spec, file, repository.documents, read)
    return replace(spec, included=inclusion.sops), [*inclusion.diagnostics]


def _index(earlier: bytes, file: SpecFile) -> Index | None:
    """What a spec was; None if it was no valid one then."""
    from sopgen.source import decode, parse
    from sopgen.spec import load

    try:
        return load(parse(decode(earlier, file.name))).index
    except SopgenError:
        return None


def compare(
    facts: Sequence[Facts], repository: Repository, policy: Policy | None = None, *, whole: bool = False
) -> tuple[Diagnostic, ...]:
    """What there is to tell about checked documents when they are seen beside each other and those they refer to.

    Args:
        facts: what ``check`` found out about each.
        repository: the repository they belong to.
        policy: what the run goes by; the settings of the repository if None.
        whole: whether these are all documents of the repository.
    """
    from sopgen import rules

    policy = policy or policy_of(repository)
    ignored = {one.file: repository.ignored(Path(one.file)) for one in facts}
    taken = repository.documents.by_number
    companions = _companions(facts, repository, referred=not policy.only_errors)
    return rules.compare((*facts, *companions), policy, ignored, taken=taken, whole=whole)


def _companions(facts: Sequence[Facts], repository: Repository, *, referred: bool) -> Iterator[Facts]:
    """The facts about what has the number of a checked document, and about what is ``referred`` to, directly or not."""
    from sopgen import rules

    seen = {real(Path(one.file)) for one in facts}
    numbers = [one.number[0] for one in facts if one.file not in repository.outside]
    numbers += [reference.number for one in facts if referred for reference in one.references]
    waiting = [*dict.fromkeys(numbers)]
    asked = set(waiting)
    while waiting:
        for file in repository.documents.by_number.get(waiting.pop(), ()):
            spec = None if real(file.path) in seen else _loaded(file)
            seen.add(real(file.path))
            if spec:
                yield (companion := rules.gather(spec, checked=False))
                numbers = [reference.number for reference in companion.references if referred]
                further = [number for number in dict.fromkeys(numbers) if number not in asked]
                asked.update(further)
                waiting += further


def _loaded(file: SpecFile) -> LoadedSpec | None:
    from sopgen.source import parse, read
    from sopgen.spec import load

    try:
        return load(parse(read(file.path, file.name)))
    except SopgenError:  # told when that file is checked
        return None


def policy_of(repository: Repository, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Policy:
    """What a run of the rules goes by: the settings of the repository, unless ``select`` names other rules.

    Raises:
        UsageError: a rule that was named does not exist.
        ConfigError: what the settings say about rules is wrong.
    """
    from sopgen.rules.configuring import configure

    return configure(repository.settings, select, ignore)


def document(spec: LoadedSpec, file: SpecFile, repository: Repository, style: Style | None = None) -> Document:
    """The document that a valid spec prints as, its parts set in the manner of a style sheet, or the usual one.

    Raises:
        LayoutError: the layout fails, or writes what is not allowed.
        ReadError: an image cannot be read.
    """
    from sopgen.document.building import build

    language, sources = _language(spec, repository), _sources(spec, file, repository)
    return build(spec.index, language, replace(sources, manner=style.of(language).manner) if style else sources)


def _language(spec: LoadedSpec, repository: Repository) -> Language:
    return spec.sop.language or repository.settings.language


def _sources(spec: LoadedSpec, file: SpecFile, repository: Repository) -> Sources:
    from sopgen.document.building import Sources

    images = repository.images(file)
    return Sources(
        spec.tree.source.sha256,
        repository.documents,
        lambda image: images.read(image, Location(file.name)),
        repository.layouts,
        repository.settings.company,
        spec.included,
    )


def diagram_words(spec: LoadedSpec, repository: Repository) -> Words:
    """The words of a spec's diagrams, in the language of its document."""
    from sopgen.document.flow_words import flow_words
    from sopgen.document.printing import Printing

    return flow_words(Printing(spec.sop, spec.index, _language(spec, repository), repository.documents))


def write(
    spec: LoadedSpec,
    file: SpecFile,
    repository: Repository,
    format_name: str,
    style: Style,
    template: HouseTemplate | None = None,
    typeset: Typeset | None = None,
) -> Written:
    """The rendered file of a valid spec, in the format of that name.

    Args:
        spec: the spec.
        file: its file.
        repository: the repository it belongs to.
        format_name: the name of the format.
        style: how it looks.
        template: the house template that it is written into, if there is one.
        typeset: gives the pages of headings; they are reckoned when it is None.

    Raises:
        LayoutError: the layout fails, or writes what is not allowed.
        ReadError: an image cannot be read.
        TemplateError: the template cannot be used, or a tag in it is wrong.
    """
    from sopgen.writers import WRITERS

    made, writer = document(spec, file, repository, style), WRITERS[format_name]
    if template is None:
        return writer.write(made, style, typeset)
    from sopgen.document.building import tags

    values = tags(spec.index, _language(spec, repository), _sources(spec, file, repository))
    return writer.write_into(template, made, style, values, typeset)


def house_template(path: Path, name: str, format_name: str) -> HouseTemplate:
    """The house template in the file at ``path``, which messages call ``name``.

    Raises:
        ReadError: it cannot be read.
        TemplateError: documents of that format cannot be written into it.
    """
    from sopgen.writers import WRITERS
    from sopgen.writers.house import read_template

    template = read_template(path, name)
    WRITERS[format_name].open(template)
    return template


def style_of(spec: LoadedSpec, file: SpecFile) -> Path | None:
    """The style sheet that a spec asks for; None if it leaves that to the repository.

    Raises:
        StyleError: there is no such style sheet.
    """
    from sopgen.style.loading import find_style

    name = spec.sop.style
    return None if name is None else find_style(name, file.path.parent, spec.tree.locate(("style",)))


def _style_problems(spec: LoadedSpec, file: SpecFile) -> tuple[Diagnostic, ...]:
    try:
        style_of(spec, file)
    except StyleError as error:
        return error.diagnostics
    return ()


def _image_problems(spec: LoadedSpec, file: SpecFile, repository: Repository) -> Iterator[Diagnostic]:
    from sopgen.repository.images import used_images

    images = repository.images(file)
    for image, location, path in used_images(spec):
        try:
            images.read(image, location)
        except ReadError as error:
            yield from (replace(diagnostic, path=path) for diagnostic in error.diagnostics)


def _sorted(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.sort_key))

"""``sopgen render``: specs to finished documents."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sopgen import pipeline
from sopgen.commands.batch import spread
from sopgen.commands.styling import Looks, Styles, house_template, look_for_layouts, styles
from sopgen.diagnostics import Diagnostic, Language, Location, Message, Related, Severity
from sopgen.errors import LayoutError, ReadError, StyleError, TemplateError, UsageError, WriteError
from sopgen.frozen import frozen
from sopgen.reporting.console import progress, say
from sopgen.reporting.summary import rendered as rendered_sentence
from sopgen.repository import Repository, SpecFile, problems
from sopgen.repository.outputs import file_name, is_own, left_behind, same_file_key, write
from sopgen.repository.specfile import shown

if TYPE_CHECKING:
    from sopgen.repository.office import Office
    from sopgen.rules import Policy
    from sopgen.writers.house import HouseTemplate

RENDERING = Message(zh="生成", en="Rendering")
ARROW = Message(zh="{file} → {target}", en="{file} -> {target}")
FOLDER = Message(zh="输出文件夹", en="the folder to write to")
NAMED_BY_SPEC = Message(
    zh="请写文件夹，如 {folder}；文件名由编号和标题组成",
    en="give a folder, such as {folder}; number and title name the file",
)

USUAL_LOOKS = Looks()
_ONE_FILE = {problems.FOREIGN_FILE.code, problems.UNWRITABLE_FILE.code}
"""What keeps one file from being written and says nothing about the others."""


class Result(NamedTuple):
    """What rendering one spec came to.

    Attributes:
        target: the file that was written; None if none was.
        problems: what to tell about it.
        failed: whether the target could not be written, whatever the spec.
        stop: whether no other file can be written either.
    """

    target: Path | None = None
    problems: tuple[Diagnostic, ...] = ()
    failed: bool = False
    stop: bool = False


@frozen
class Rendering:
    """How specs are rendered.

    Attributes:
        repository: theirs.
        format_name: the format of the documents.
        styles: the style sheets.
        policy: the rules.
        template: the company's own Word file that documents go into, if there is one.
        force: whether to overwrite files that sopgen did not write.
        office: what tells the pages of headings; None if they are reckoned.
    """

    repository: Repository
    format_name: str
    styles: Styles
    policy: Policy
    template: HouseTemplate | None = None
    force: bool = False
    office: Office | None = None

    def __call__(self, file: SpecFile, target: Path | None) -> Result:
        """Render one spec to ``target``; None where it is known that it cannot be rendered."""
        checked = pipeline.check(file, self.repository, self.policy)
        if checked.facts:
            together = pipeline.compare([checked.facts], self.repository, self.policy)
            checked = checked._replace(diagnostics=(*checked.diagnostics, *together))
        if target is None:  # of two specs with one number and title, that is told already
            errors = (error for error in checked.errors if error.rule != "duplicate-number")
            return Result(problems=tuple(errors))
        if checked.spec is None or checked.errors:
            return Result(problems=checked.errors)
        try:
            if not self.force and os.path.lexists(target) and not is_own(target):
                raise WriteError(problems.FOREIGN_FILE.at(Location(str(target))))
            style = self.styles.of(checked.spec, checked.file)
            pages = self.office.heading_pages if self.office else None
            written = pipeline.write(
                checked.spec, checked.file, self.repository, self.format_name, style, self.template, pages
            )
            write(target, written.data)
        except (ReadError, StyleError) as error:
            return Result(problems=error.diagnostics)
        except (LayoutError, TemplateError, WriteError) as error:
            stop = not {problem.code for problem in error.diagnostics} <= _ONE_FILE
            return Result(problems=error.diagnostics, failed=True, stop=stop)
        return Result(target, (*self.styles.doubts(checked.spec, checked.file), *written.diagnostics))


def run(
    paths: Sequence[str],
    language: Language,
    *,
    format_name: str = "docx",
    output: str | None = None,
    looks: Looks = USUAL_LOOKS,
    force: bool = False,
    verbose: bool = False,
) -> int:
    """Render the specs that ``paths`` stand for, those of the repository when there are none.

    Args:
        paths: files and folders.
        language: the language of messages.
        format_name: the format of the documents.
        output: the folder to write to; that of the settings when None.
        looks: what is asked for in the way of style sheets.
        force: whether to overwrite files that sopgen did not write.
        verbose: whether to print a line for each file.

    Returns:
        0; 1 if a spec could not be rendered because of what is in it; 2 if a file could not be written.

    Raises:
        SopgenError: it could not be run at all.
    """
    repository = Repository.find(Path(paths[0] if paths else "."))
    inputs = repository.gather(paths)
    repository = repository.with_named(inputs.files)
    folder = _folder(output, format_name) if output is not None else Path(shown(repository.output))
    office, missing = _office() if looks.exact_pages else (None, ())
    rendering = _rendering(repository, format_name, looks, office, force=force)
    targets = _targets(inputs.files, repository, folder, format_name)
    clashes = tuple(_clashes(targets))
    clashing = {clash.location.file for clash in clashes}
    jobs = [(file, None if file.name in clashing else targets.get(file)) for file in inputs.files]
    results: list[Result] = [Result(problems=(*missing, *clashes))]
    bar = progress(0 if verbose else len(jobs), RENDERING.text(language))
    with closing(spread(rendering, jobs)) as rendered, bar as advance:
        for (file, _), result in zip(jobs, rendered, strict=False):
            results.append(result)
            advance()
            if verbose and result.target:
                say(ARROW.format(file=file.name, target=result.target), language)
            if result.stop:
                break
    results.append(Result(problems=tuple(_left_behind(results, repository, format_name))))
    return _conclude(results, len(inputs.files), folder, language)


def _folder(output: str, format_name: str) -> Path:
    """The folder that ``output`` names, unless that is rather meant for a document."""
    from sopgen.writers import WRITERS

    folder = Path(output)
    if folder.suffix.lower() == WRITERS[format_name].suffix and not folder.is_dir():
        hint = NAMED_BY_SPEC.format(folder=folder.with_suffix(""))
        raise UsageError(problems.WRONG_OPTION.at(Location("--output"), hint=hint, value=output, what=FOLDER))
    return folder


def _office() -> tuple[Office | None, tuple[Diagnostic, ...]]:
    """LibreOffice, or what to tell where it is missing."""
    from sopgen.repository.office import find_office

    office = find_office()
    return office, () if office else (problems.MISSING_OFFICE.at(Location("--exact-pages")),)


def _rendering(
    repository: Repository, format_name: str, looks: Looks, office: Office | None, *, force: bool
) -> Rendering:
    look_for_layouts(repository)
    policy = replace(pipeline.policy_of(repository), least=Severity.ERROR)  # the rest is for sopgen validate to tell
    template = house_template(repository, looks, format_name)
    return Rendering(repository, format_name, styles(repository, looks), policy, template, force, office)


def _targets(files: Sequence[SpecFile], repository: Repository, folder: Path, format_name: str) -> dict[SpecFile, Path]:
    """Where each spec that says its number and title is written to."""
    from sopgen.writers import WRITERS

    suffix = WRITERS[format_name].suffix
    heads = repository.documents.heads
    return {
        file: folder / file.folder / file_name(heads[file].number, heads[file].title, suffix)
        for file in files
        if heads[file].number and heads[file].title
    }


def _left_behind(results: Sequence[Result], repository: Repository, format_name: str) -> Iterator[Diagnostic]:
    """A diagnostic for every document of an earlier number or title beside the one that took its place."""
    made = {target.name for target in _targets([*repository.documents.heads], repository, Path(), format_name).values()}
    written = [result.target for result in results if result.target]
    for path, target in left_behind(written, made):
        yield problems.LEFT_BEHIND.at(Location(str(path)), target=target.name)


def _clashes(targets: Mapping[SpecFile, Path]) -> Iterator[Diagnostic]:
    """A diagnostic for every spec that would be written to the same file as another."""
    by_key: dict[str, list[SpecFile]] = {}
    for file, target in targets.items():
        by_key.setdefault(same_file_key(target), []).append(file)
    for file, target in targets.items():
        others = [other for other in by_key[same_file_key(target)] if other != file]
        if others:
            related = [Related(problems.OTHER_SOURCE, Location(other.name)) for other in others]
            yield problems.SAME_OUTPUT.at(Location(file.name), related=related, target=target)


def _conclude(results: Sequence[Result], files: int, folder: Path, language: Language) -> int:
    """Report what came of it all; the exit code."""
    every = dict.fromkeys(problem for result in results for problem in result.problems)  # of a template each tells all
    found = sorted(every, key=lambda found: found.sort_key)
    targets = [result.target for result in results if result.target]
    if found:
        from sopgen.reporting.report import tell

        tell(found, language)
    place = targets[0] if len(targets) == 1 else folder
    say(rendered_sentence(len(targets), str(place), files - len(targets)), language)
    return 2 if any(result.failed for result in results) else int(len(targets) < files)

"""Looking at one spec for ``sopgen validate``, and mending it where that is wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from difflib import unified_diff
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from sopgen import fixing, pipeline
from sopgen.diagnostics import Diagnostic
from sopgen.errors import ReadError
from sopgen.frozen import frozen
from sopgen.reporting.places import tool_path
from sopgen.repository import Repository, SpecFile
from sopgen.repository.outputs import rewrite
from sopgen.repository.specfile import real

if TYPE_CHECKING:
    from sopgen.rules import Policy
    from sopgen.rules.base.facts import Facts
    from sopgen.source import Source


class Fixes(NamedTuple):
    """Which fixes are made, and what becomes of them.

    Attributes:
        unsafe: whether those are made too that may change what a document means.
        to: ``file`` writes the file anew, ``diff`` only tells what would change, ``text`` gives the whole text.
    """

    unsafe: bool = False
    to: Literal["file", "diff", "text"] = "file"


class Asked(NamedTuple):
    """What a run is asked to look for.

    Attributes:
        select: the rules to look for, instead of those of the settings.
        ignore: the rules not to look for.
        since: a revision of git; what has changed since then is looked at as a change.
        fixes: which fixes to make; none if None.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    since: str | None = None
    fixes: Fixes | None = None


class Seen(NamedTuple):
    """What looking at a spec came to.

    Attributes:
        diagnostics: what there is to tell.
        facts: what is known of it for rules across the repository, if it is a valid spec.
        mended: how many fixes were made, or would be.
        text: the text or the differences that are wanted, if anything changed.
    """

    diagnostics: tuple[Diagnostic, ...]
    facts: tuple[Facts, ...]
    mended: int = 0
    text: str = ""


@frozen
class Looking:
    """How specs are looked at.

    Attributes:
        repository: the repository they belong to.
        policy: what the run goes by.
        earlier: what files held at an earlier revision, by their resolved paths.
        fixes: which fixes are made; none if None.
        further: findings that only show when files are seen together, by the file's name.
        given: what to look at in place of what the file holds.
    """

    repository: Repository
    policy: Policy
    earlier: Mapping[Path, bytes] = field(default_factory=dict)
    fixes: Fixes | None = None
    further: Mapping[str, Sequence[Diagnostic]] = field(default_factory=dict)
    given: bytes | None = None

    @classmethod
    def at(cls, repository: Repository, asked: Asked) -> Looking:
        """How specs of ``repository`` are looked at.

        Raises:
            UsageError: what was asked for does not exist: a rule, a revision.
            ConfigError: the settings are wrong.
        """
        policy = pipeline.policy_of(repository, asked.select, asked.ignore)
        if asked.since is None:
            return cls(repository, policy, fixes=asked.fixes)
        from sopgen.repository.git import contents_at

        return cls(repository, policy, contents_at(asked.since, repository.root), asked.fixes)

    def __call__(self, file: SpecFile) -> Seen:
        """Look at a spec."""
        from sopgen.source import decode, read

        earlier = self.earlier.get(real(file.path)) if self.earlier else None
        try:
            source = read(file.path, file.name) if self.given is None else decode(self.given, file.name)
        except ReadError as error:
            return Seen(error.diagnostics, ())
        if self.fixes is not None:
            return self._mend(source, file, self.fixes, earlier)
        return _seen(pipeline.check_text(source, file, self.repository, self.policy, earlier))

    def _mend(self, source: Source, file: SpecFile, fixes: Fixes, earlier: bytes | None) -> Seen:
        further = self.further.get(file.name, ())
        mended = fixing.mend(source, file, self.repository, self.policy, earlier, unsafe=fixes.unsafe, further=further)
        seen = _seen(mended.checked)._replace(mended=mended.made)
        if fixes.to == "file" and not mended.made:
            return seen
        raw = file.path.read_bytes() if self.given is None else self.given
        after = fixing.as_written(raw, mended.text)
        if fixes.to == "text":
            return seen._replace(text=after.decode())
        if fixes.to == "diff":
            return seen._replace(text=_diff(raw.decode(), after.decode(), tool_path(file.name)))
        rewrite(file.path, after)
        return seen


def _seen(checked: pipeline.Checked) -> Seen:
    return Seen(checked.diagnostics, (checked.facts,) if checked.facts else ())


def _diff(before: str, after: str, name: str) -> str:
    """The differences as ``git apply`` and ``patch -p1`` take them."""
    end = "\t" if " " in name else ""  # else patch takes what stands behind the blank for a date
    lines = unified_diff(_lines(before), _lines(after), f"a/{name}{end}", f"b/{name}{end}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    """The lines of a text, each with its line feed; nothing else ends a line to those who read differences."""
    return [*StringIO(text, newline="\n")]

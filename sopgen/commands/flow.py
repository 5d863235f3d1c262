"""``sopgen flow``: a process drawn, as a picture or for other tools."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sopgen import pipeline
from sopgen.diagnostics import Diagnostic, Language, Location, Message
from sopgen.errors import UsageError
from sopgen.reporting.report import tell
from sopgen.repository import Repository, problems
from sopgen.repository.outputs import write
from sopgen.repository.specfile import real
from sopgen.source.problems import Problem

if TYPE_CHECKING:
    from sopgen.flow.graph import Graph
    from sopgen.spec import LoadedSpec

STATES: Final = "states"
"""What stands in place of a procedure's id for the states of a ticket."""
NOTHING_TO_DRAW: Final = Problem(
    "SOP089",
    "nothing-to-draw",
    Message(zh="这份文件没有可以画成流程图的步骤或工单状态", en="there are no steps or ticket states to draw"),
    Message(zh="请在 steps、procedures 或 states 中写上内容", en="write some under `steps`, `procedures` or `states`"),
)
ONE_BY_ONE: Final = Message(zh="请逐一画手册收入的流程文件", en="draw the SOPs that stand in the handbook one by one")
ONE_FILE: Final = Message(zh="一次只能画一个文件", en="one file is drawn at a time")
FILE_TO_DRAW: Final = Message(zh="要画的文件", en="the spec to draw")
ITSELF: Final = Message(zh="这是要画的文件，请换一个名字", en="it is the spec itself; give another name")
FILE_TO_WRITE: Final = Message(zh="输出文件", en="the file to write")
PROCEDURE: Final = Message(zh="要画的流程", en="the name of a procedure to draw")
THERE_ARE: Final = Message(zh="可用的有：{names}", en="it may be: {names}")


def run(
    path: str, language: Language, *, format_name: str, output: str | None = None, procedure: str | None = None
) -> int:
    """Draw a procedure of the spec at ``path``.

    Args:
        path: the file.
        language: the language of messages; a diagram is in that of the document.
        format_name: the format of the drawing.
        output: the file to write; standard output when None.
        procedure: the id of the procedure, or ``states``; the first procedure when None, else the states.

    Returns:
        0, or 1 if the spec has errors.

    Raises:
        SopgenError: it could not be run at all.
    """
    from sopgen.flow.drawers import draw

    repository = Repository.find(Path(path))
    files = repository.gather([path]).files
    if len(files) > 1:
        raise UsageError(_wrong(path, FILE_TO_DRAW, ONE_FILE))
    if output is not None and real(Path(output)) == real(files[0].path):
        raise UsageError(_wrong(output, FILE_TO_WRITE, ITSELF))
    repository = repository.with_named(files)
    checked = pipeline.check(files[0], repository)
    if checked.spec is None or checked.errors:
        tell(checked.errors, language)
        return 1
    graph = _graph(checked.spec, repository, procedure, path)
    wanted, states = checked.spec.sop.diagram, any(node.kind == "state" for node in graph.nodes.values())
    lanes = not states and (wanted == "swimlane" or (wanted != "flow" and len(graph.roles) > 1))
    text = draw(format_name, graph, lanes=lanes)
    if output is None:
        sys.stdout.write(text)
    else:
        write(Path(output), text.encode())
    return 0


def _graph(spec: LoadedSpec, repository: Repository, procedure: str | None, path: str) -> Graph:
    """What is to be drawn."""
    from sopgen.flow.build import build
    from sopgen.flow.states import build_states

    sop, words = spec.sop, pipeline.diagram_words(spec, repository)
    sequences = {getattr(item, "id", None) or str(place): at for place, (at, item) in enumerate(sop.sequences(), 1)}
    names = [*sequences, *([STATES] if sop.states else [])]
    if not names:
        hint = ONE_BY_ONE if sop.kind == "handbook" else None
        raise UsageError(NOTHING_TO_DRAW.at(Location(path), hint=hint))
    if procedure is None:
        procedure = names[0]
    if procedure not in names:
        raise UsageError(_wrong(procedure, PROCEDURE, THERE_ARE.format(names=", ".join(names))))
    if procedure == STATES and STATES not in sequences:
        return build_states(sop, words)
    return build(spec.index, words).drawn(sequences[procedure])


def _wrong(value: str, what: Message, hint: Message) -> Diagnostic:
    """What is told about a value that cannot be what it was given as."""
    return problems.WRONG_OPTION.at(Location("flow"), hint=hint, value=value, what=what)

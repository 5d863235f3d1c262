"""Running a layout: a Jinja template in ``templates/layouts/`` that turns an SOP into XHTML.

Layouts run in Jinja's sandbox with autoescape; what does not exist is an error, not an empty text.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from types import MethodType
from typing import Any

from jinja2 import FileSystemBytecodeCache, FileSystemLoader, TemplateError, TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import SandboxedEnvironment

from sopgen import __version__
from sopgen.diagnostics import Diagnostic, Location, Message, Position, Severity, Span
from sopgen.document.arrangement import arrange
from sopgen.document.markup import html
from sopgen.document.unknown import FAILURES, UNKNOWN_NAME, Unknown, UnknownNameError
from sopgen.document.views import View
from sopgen.errors import LayoutError
from sopgen.resources import templates
from sopgen.source import did_you_mean
from sopgen.style.manner import USUAL, Manner

BROKEN = Message(zh="版式模板出错：{problem}", en="the layout fails: {problem}")
_ROOTS = ("sop", "t", "arrange", "manner")
"""What a layout may begin with."""
_ANNEXES = ("attachments", "forms")
"""The parts that follow the text where they are its annexes."""
_OPEN = (View, LoopContext, tuple, Manner)
"""What layouts may know all of, but for names that begin with an underscore."""


class _Generator(CodeGenerator):
    """Writes ``environment.html(…)`` where Jinja writes ``escape(…)``: the same, at a fifth of the cost."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.html(")


class _Environment(SandboxedEnvironment):
    """The sandbox, with a short way to keys of views, their methods, macros and labels: nearly all there is."""

    code_generator_class = _Generator
    html = staticmethod(html)

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is dict:
            if attribute in obj:
                return obj[attribute]
        elif isinstance(obj, _OPEN) and attribute[0] != "_":
            try:
                return getattr(obj, attribute)
            except AttributeError:
                return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, View) and isinstance(argument, str):
            return self.getattr(obj, argument)
        if type(obj) is dict and argument in obj:
            return obj[argument]
        return super().getitem(obj, argument)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        if type(obj) is Macro or (type(obj) is MethodType and isinstance(obj.__self__, View)):
            kwargs.pop("_loop_vars", None)
            kwargs.pop("_block_vars", None)
            return obj(*args, **kwargs)
        return super().call(context, obj, *args, **kwargs)


def _bytecode_cache() -> FileSystemBytecodeCache | None:
    """Compiled layouts, kept from run to run in a folder of the user's own: compiling takes longer than rendering."""
    try:
        return FileSystemBytecodeCache(pattern=f"sopgen_{__version__}_%s.cache")
    except (OSError, RuntimeError):
        return None


@cache
def environment(folder: Path | None = None) -> SandboxedEnvironment:
    """The environment of layouts; templates of ``folder``, a company's own, come before the shipped ones."""
    folders = [*([folder] if folder else []), templates() / "layouts"]
    return _Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=Unknown,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_bytecode_cache(),
        cache_size=-1,
    )


def values(sop: View, manner: Manner) -> Mapping[str, Any]:
    """What a layout may speak of: the SOP, the labels, the order of parts, and the manner in which they are set."""
    order = partial(arrange, sop, annexes=() if manner.annexes == "parts" else _ANNEXES)
    return {"sop": sop, "t": sop.t, "arrange": order, "manner": manner}


def run(name: str, sop: View, folder: Path | None = None, manner: Manner = USUAL) -> str:
    """The XHTML that the layout called ``name`` makes of ``sop``, set in a manner; ``sop`` is empty afterwards.

    Raises:
        LayoutError: the layout is missing, or fails; its diagnostic names the template's file and line.
    """
    try:
        return environment(folder).get_template(name).render(values(sop, manner))
    except FAILURES as error:
        raise LayoutError(_diagnostic(error)) from error
    finally:
        vars(sop).clear()  # Jinja's macros hold on to it until garbage is collected: to 3 KB for every step


def _diagnostic(error: Exception) -> Diagnostic:
    file, line = _place(error)
    span = Span(Position(line, 1), Position(line, 1)) if line else None
    problem, hint = _explained(error)
    message = BROKEN.format(problem=problem)
    return Diagnostic("SOP090", "broken-layout", Severity.ERROR, message, Location(file, span), hint)


def _explained(error: Exception) -> tuple[object, Message | None]:
    """What is wrong, and what was probably meant."""
    if not isinstance(error, UnknownNameError):
        return error.message if isinstance(error, TemplateError) else error, None
    owner = error.owner
    known = owner if isinstance(owner, dict) else _ROOTS if owner is None else dir(owner)
    open_ = [name for name in known if not str(name).startswith("_")]
    return UNKNOWN_NAME.format(name=error.name), did_you_mean(str(error.name), open_)


def _place(error: Exception) -> tuple[str, int]:
    """The template's file and line: what a syntax error says, else the innermost template of the traceback."""
    if isinstance(error, TemplateSyntaxError):
        return str(error.filename or error.name or "layout"), error.lineno
    file, line, frame = "layout", 0, error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename.endswith(".xhtml"):
            file, line = frame.tb_frame.f_code.co_filename, frame.tb_lineno
        frame = frame.tb_next
    return file, line

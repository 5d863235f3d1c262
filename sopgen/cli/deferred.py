"""Commands that are made when they are called: to make all of them takes longer than to parse the command line.

The modules of commands leave annotations as they are: typer would compile each that ``__future__`` had made a text,
twice.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from typer import BadParameter, Typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

Function: TypeAlias = Callable[..., None]
"""A command, with a parameter for each of its options."""


class _Worded:
    """Help in the reader's words."""

    def get_help(self, ctx: Any) -> str:
        """The help text that typer writes, as ``wording`` has it."""
        from sopgen.cli.wording import worded

        return worded(super().get_help(ctx))  # type: ignore[misc]


class Group(_Worded, TyperGroup):
    """A group of commands."""


class _Command(_Worded, TyperCommand):
    pass


class Deferred(TyperCommand):
    """A command of which name and help are known; its callback returns the function that has its options."""

    def make_context(self, *arguments: Any, **extra: Any) -> Any:
        """The context of the command itself, made now.

        Raises:
            BadParameter: an option has a value that it cannot have; without the words that typer takes from pydantic.
        """
        assert self.callback is not None
        app = Typer(add_completion=False, rich_markup_mode=self.rich_markup_mode)
        app.command(self.name, cls=_Command, help=self.help)(self.callback())
        try:
            return get_command(app).make_context(*arguments, **extra)
        except BadParameter as error:
            error.message = error.message.removeprefix("Value error, ")
            raise

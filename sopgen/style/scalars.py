"""The scalars of a style sheet as pydantic reads them, and what all its maps have in common."""

from typing import Annotated, Literal, Self, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict

from sopgen.spec.scalar import read_by, string
from sopgen.style.measures import (
    Indent,
    LineSpacing,
    read_indent,
    read_length,
    read_line_spacing,
    read_paper,
    read_size,
)
from sopgen.style.templates import read_template

_ALIGNMENTS = {"左对齐": "left", "居中": "center", "右对齐": "right", "两端对齐": "justified"}
_TRUTH = {"是": "true", "否": "false"}

Size: TypeAlias = Annotated[float, read_by(read_size)]
Length: TypeAlias = Annotated[float, read_by(read_length)]
Distance: TypeAlias = Annotated[Indent, read_by(read_indent)]
Spacing: TypeAlias = Annotated[LineSpacing, read_by(read_line_spacing)]
Paper: TypeAlias = Annotated[tuple[float, float], read_by(read_paper)]
Flag: TypeAlias = Annotated[bool, BeforeValidator(lambda value: _TRUTH.get(value, value))]
Color: TypeAlias = Annotated[str, string(pattern="^[0-9A-Fa-f]{6}$", to_upper=True)]
Font: TypeAlias = Annotated[str, string(min_length=1, pattern=r'^[^"<>&]+$')]
Alignment: TypeAlias = Annotated[
    Literal["left", "center", "right", "justified"], BeforeValidator(lambda value: _ALIGNMENTS.get(value, value))
]
Template: TypeAlias = Annotated[str, read_by(read_template)]
Templates: TypeAlias = Annotated[
    tuple[Template, ...], BeforeValidator(lambda value: [value] if isinstance(value, str) else value)
]
Side: TypeAlias = Literal["top", "left", "bottom", "right"]
HeadingLevel: TypeAlias = Literal["1", "2", "3", "4"]


class OrNone(BeforeValidator):
    """A mark on what may be switched off: ``none`` or 无 in its place stands for ``nothing``."""

    def __init__(self, nothing: object) -> None:
        super().__init__(lambda value: nothing if value in ("none", "无") else value)


class Part(BaseModel):
    """A map of a style sheet: frozen, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def over(self, base: Self) -> Self:
        """``base``, with everything that is said here put over it."""
        return base.model_copy(update={name: getattr(self, name) for name in self.model_fields_set})

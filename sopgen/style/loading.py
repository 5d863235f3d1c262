"""Style sheets from YAML files: read, merged with what they say per language, and checked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sopgen.diagnostics import Diagnostic, Location, Message, Severity
from sopgen.errors import StyleError
from sopgen.resources import templates

if TYPE_CHECKING:
    from sopgen.source import Tree
    from sopgen.style.model import Style

NO_SUCH_STYLE = Message(zh="没有名为“{name}”的样式", en="there is no style sheet named `{name}`")
SHIPPED = Message(zh="可以写：{names}，或样式文件的路径", en="it may be: {names}, or the path of a file")


def load_style(name: str | Path) -> Style:
    """The style sheet that ships under ``name``, or the one in the file ``name``.

    Raises:
        ReadError: the file cannot be read, or is not YAML.
        StyleError: there is no such style sheet, or it is not valid; carries all that is wrong with it.
    """
    from sopgen.source import parse, read

    path = _find(name)
    return read_style(parse(read(path, str(name) if path == Path(name) else None)))


def read_style(tree: Tree) -> Style:
    """The style sheet in a tree.

    Raises:
        StyleError: it is not valid; carries all that is wrong with it.
    """
    from pydantic import ValidationError

    from sopgen.style.model import Style

    try:
        return Style.model_validate(_merged(tree.data))
    except ValidationError as error:
        from sopgen.style.explain import explain

        raise StyleError(*explain(error, tree)) from None


def _find(name: str | Path) -> Path:
    path = Path(name)
    if path.suffix in {".yaml", ".yml"}:
        return path
    shipped = templates() / "styles" / f"{name}.yaml"
    if shipped.is_file():
        return shipped
    hint = SHIPPED.format(names=", ".join(sorted(file.stem for file in shipped.parent.glob("*.yaml"))))
    message = NO_SUCH_STYLE.format(name=name)
    raise StyleError(Diagnostic("SOP611", "unknown-style", Severity.ERROR, message, Location(str(name)), hint))


def _merged(data: Any) -> Any:
    """``data``, with each of its languages made a whole style sheet."""
    languages = data.get("languages") if isinstance(data, dict) else None
    if not isinstance(languages, dict):
        return data
    base = {key: value for key, value in data.items() if key != "languages"}
    return {**base, "languages": {language: _over(base, special) for language, special in languages.items()}}


def _over(base: Any, special: Any) -> Any:
    if not isinstance(base, dict) or not isinstance(special, dict):
        return special
    return {**base, **{key: _over(base.get(key), value) for key, value in special.items()}}

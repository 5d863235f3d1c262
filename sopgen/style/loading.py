"""Style sheets from YAML files: laid over those they extend, merged with what they say per language, and checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sopgen.diagnostics import Diagnostic, Location, Message, Severity
from sopgen.errors import StyleError
from sopgen.repository.specfile import is_file
from sopgen.resources import templates

if TYPE_CHECKING:
    from sopgen.source import Tree
    from sopgen.style.model import Style

NO_SUCH_STYLE = Message(zh="没有名为“{name}”的样式", en="there is no style sheet named `{name}`")
NO_SUCH_FILE = Message(zh="没有样式文件“{name}”", en="there is no style sheet at `{name}`")
NOT_A_NAME = Message(
    zh="“extends”应为一个样式的名称或路径", en="`extends` should be the name or the path of one style sheet"
)
SHIPPED = Message(zh="可以写：{names}，或样式文件的路径", en="it may be: {names}, or the path of a file")
FROM_HERE = Message(
    zh="路径从这个文件所在的文件夹写起；随带的样式写名称：{names}",
    en="write the path from the folder of this file, or the name of one that ships: {names}",
)
CIRCLE = Message(zh="样式互相继承，绕成了圈：{circle}", en="these style sheets extend each other in a circle: {circle}")
BREAK_IT = Message(zh="请删去其中一个 extends", en="take one of their `extends` out")
NOTHING: Mapping[str, str] = MappingProxyType({})


def load_style(name: str | Path, options: Mapping[str, str] = NOTHING) -> Style:
    """The style sheet that ships under ``name``, or the one in the file ``name``.

    Args:
        name: a name, or a path that ends in ``.yaml`` or ``.yml``.
        options: what holds whatever the style sheet says, by key.

    Raises:
        ReadError: the file cannot be read, or is not YAML.
        StyleError: there is no such style sheet, or it is not valid; carries all that is wrong with it.
    """
    from sopgen.source import parse, read

    path = _file(name)
    if path is None:
        message, hint = NO_SUCH_STYLE.format(name=name), SHIPPED.format(names=_shipped())
        raise StyleError(_unknown(message, Location(str(name)), hint))
    return read_style(parse(read(path, str(name) if path == Path(name) else None)), path, options)


def read_style(tree: Tree, path: Path, options: Mapping[str, str] = NOTHING) -> Style:
    """The style sheet in a tree that was read from ``path``.

    Raises:
        ReadError: one that it extends cannot be read, or is not YAML.
        StyleError: it is not valid, or one that it extends is not; carries all that is wrong with them.
    """
    from pydantic import ValidationError

    from sopgen.style.model import Style

    layers = [*_layers(tree, path)]
    try:
        return Style.model_validate(_merged(layers, options))
    except ValidationError as error:
        from sopgen.style.explain import explain

        raise StyleError(*explain(error, layers)) from None


def layers(path: Path) -> list[Tree]:
    """The style sheet in a file, and those that it is laid over, the nearest first.

    Raises:
        ReadError: one of them cannot be read, or is not YAML.
        StyleError: one that is extended is not there.
    """
    from sopgen.source import parse, read

    return [*_layers(parse(read(path)), path)]


def find_style(name: str, folder: Path, place: Location) -> Path:
    """The style sheet that ``name`` stands for at ``place`` in a file of ``folder``.

    Raises:
        StyleError: there is no such style sheet.
    """
    path = _file(name, folder)
    if path is None or not is_file(path):
        message = (NO_SUCH_STYLE if path is None else NO_SUCH_FILE).format(name=name)
        raise StyleError(_unknown(message, place, FROM_HERE.format(names=_shipped())))
    return path


def _file(name: str | Path, folder: Path = Path()) -> Path | None:
    """The file of a style sheet: a path from ``folder``, or that of one that ships; None if there is none such."""
    if Path(name).suffix in {".yaml", ".yml"}:
        return folder / name
    shipped = templates() / "styles" / f"{name}.yaml"
    return shipped if is_file(shipped) else None


def _shipped() -> str:
    return ", ".join(sorted(file.stem for file in (templates() / "styles").glob("*.yaml")))


def _unknown(message: Message, location: Location, hint: Message) -> Diagnostic:
    return Diagnostic("SOP611", "unknown-style", Severity.ERROR, message, location, hint)


def _layers(tree: Tree, path: Path) -> Iterator[Tree]:
    """A style sheet, the one it extends, the one that extends, and so on."""
    from sopgen.source import parse, read

    seen = [path]
    yield tree
    while isinstance(tree.data, dict) and "extends" in tree.data:
        name, place = tree.data["extends"], tree.locate(("extends",))
        if not isinstance(name, str):
            raise StyleError(_unknown(NOT_A_NAME, place, FROM_HERE.format(names=_shipped())))
        path = find_style(name, path.parent, place)
        if path.resolve() in [earlier.resolve() for earlier in seen]:
            message = CIRCLE.format(circle=" → ".join(file.name for file in (*seen, path)))
            raise StyleError(Diagnostic("SOP092", "cyclic-style", Severity.ERROR, message, place, BREAK_IT))
        seen.append(path)
        tree = parse(read(path))
        yield tree


def _merged(layers: Sequence[Tree], options: Mapping[str, str]) -> Any:
    """What all layers say, the first above the others, with each of their languages made a whole style sheet."""
    data = reduce(_over, [layer.data for layer in reversed(layers)])
    if not isinstance(data, dict):
        return data
    data = {**{key: value for key, value in data.items() if key != "extends"}, **options}
    languages = data.get("languages")
    if not isinstance(languages, dict):
        return data
    base = {key: value for key, value in data.items() if key != "languages"}
    merged = {language: {**_over(base, special), **options} for language, special in languages.items()}
    return {**base, "languages": merged}


def _over(base: Any, special: Any) -> Any:
    if not isinstance(base, dict) or not isinstance(special, dict):
        return special
    return {**base, **{key: _over(base.get(key), value) for key, value in special.items()}}

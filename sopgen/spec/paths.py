"""From paths in the model to paths in the text, which may write less, and to pointers that stay when lines move."""

from __future__ import annotations

from sopgen.source import Path, pointer


def source_path(data: object, path: Path) -> Path:
    """The path in ``data`` of what stands at ``path`` in the model, as far as it is written there.

    A step of ``path`` that the text leaves out is passed over: ``("steps", 0, "action")`` is ``("steps", 0)`` where
    the step is a bare text, and ``("steps", "action")`` where the only step is not in a list.
    """
    found: list[str | int] = []
    for part in path:
        inside = _child(data, part)
        if inside is not None:
            key, data = inside
            found.append(key)
    return tuple(found)


def lasting_pointer(data: object, path: Path) -> str:
    """The JSON Pointer of ``path``, a path in the model, with the ids of items instead of their positions.

    ``("steps", 3, "role", 0)`` is ``/steps/register/role`` where the fourth step has the id ``register`` and a single
    role. It stays the same when lines move, when items come before it, and when a bare value is written out.
    """
    found: list[str | int] = []
    written = True
    for part in path:
        inside = _child(data, part)
        written = inside is not None or (written and isinstance(part, int))  # a list of one may go without brackets
        data = inside[1] if inside is not None else data
        name = data.get("id") if written and isinstance(part, int) and isinstance(data, dict) else None
        if isinstance(name, str):
            found.append(name)
        elif inside is not None or isinstance(part, str):
            found.append(part)
    return pointer(tuple(found))


def _child(data: object, part: str | int) -> tuple[str | int, object] | None:
    """The key or position that ``part`` is written as in ``data`` and what it leads to; None where it leads nowhere."""
    if isinstance(data, dict):
        key = part if part in data else next((key for key in data if key.strip() == part), None)
        return None if key is None else (key, data[key])
    if isinstance(data, list) and isinstance(part, int) and 0 <= part < len(data):
        return part, data[part]
    return None

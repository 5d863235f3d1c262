"""From paths in the model to paths in the text, which may write less: bare values and single values for lists."""

from __future__ import annotations

from sopgen.source import Path


def source_path(data: object, path: Path) -> Path:
    """The path in ``data`` of what stands at ``path`` in the model, as far as it is written there.

    A step of ``path`` that the text leaves out is passed over: ``("steps", 0, "action")`` is ``("steps", 0)`` where
    the step is a bare text, and ``("steps", "action")`` where the only step is not in a list.
    """
    found: list[str | int] = []
    for part in path:
        inside = _child(data, part)
        if inside is not None:
            found.append(part)
            data = inside[0]
    return tuple(found)


def _child(data: object, part: str | int) -> tuple[object] | None:
    """What ``part`` leads to, None where it leads nowhere."""
    if isinstance(data, dict) and part in data:
        return (data[part],)
    if isinstance(data, list) and isinstance(part, int) and 0 <= part < len(data):
        return (data[part],)
    return None

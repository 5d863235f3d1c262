"""``sopgen style learn``: a style sheet that mimics an existing Word file."""

from __future__ import annotations

import sys
from pathlib import Path

from sopgen.diagnostics import Language, Message
from sopgen.repository.outputs import create

WROTE = Message(
    zh="已写出样式表 {path}。\n用它生成：sopgen render --style {path}",
    en="Wrote the style sheet {path}.\nRender with `sopgen render --style {path}`",
)


def learn(file: str, language: Language, path: str | None = None) -> int:
    """Write a style sheet that mimics a Word file; 0.

    Args:
        file: the Word file.
        language: of the comment in the style sheet, and of messages.
        path: the file to write; ``-`` prints the style sheet; the Word file's name with ``.yaml`` when None.

    Raises:
        SopgenError: the Word file cannot be read or used, or the style sheet cannot be written.
    """
    from sopgen.reporting.console import say
    from sopgen.writers.docx.learning import learn
    from sopgen.writers.house import read_template

    name = Path(file).stem
    text = learn(read_template(Path(file), file), name, language)
    if path == "-":
        sys.stdout.write(text)
        return 0
    target = path or f"{name}.yaml"
    create(Path(target), text.encode())
    say(WROTE.format(path=target), language)
    return 0

"""The document made by pandoc from Markdown, whose pipe tables have one paragraph a cell."""

from __future__ import annotations

import shutil
import subprocess

import yaml

from benchmarks.peers.content import Block, Heading, Paragraph, blocks


def is_installed() -> bool:
    """Whether there is a pandoc to compare with."""
    return shutil.which("pandoc") is not None


def render(text: str) -> bytes:
    """The document that the spec in ``text`` describes."""
    spec = yaml.load(text, yaml.CSafeLoader)
    markdown = "\n\n".join(map(_markdown, blocks(spec)))
    command = ["pandoc", "--from=markdown", "--to=docx", "--output=-"]
    return subprocess.run(command, input=markdown.encode(), stdout=subprocess.PIPE, check=True).stdout


def _markdown(block: Block) -> str:
    match block:
        case Heading(text, level):
            return f"{'#' * level} {_literal(text)}"
        case Paragraph():
            return _line(block)
    rows = [" | ".join(" ".join(map(_line, cell)) for cell in row) for row in block.rows]
    rule = "|".join("---" for _ in block.rows[0])
    head, body = (rows[0], rows[1:]) if block.header else (" | ".join(" " for _ in block.rows[0]), rows)
    return "\n".join(f"| {row} |" for row in (head, rule, *body))


def _line(paragraph: Paragraph) -> str:
    label = f"**{_literal(paragraph.label)}**" if paragraph.label else ""
    return label + _literal(paragraph.text)


def _literal(text: str) -> str:
    return text.replace("*", r"\*").replace("|", r"\|")
